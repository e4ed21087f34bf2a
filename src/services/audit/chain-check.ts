import { FIRST_SEAL, type Seal, type SealedRecord } from '../../domain/audit.js';
import type { AuditLog, ChainBeginning } from '../../ports/audit/audit-log.js';
import { Anchors } from './anchors.js';
import type { ChainKeys } from './chain-keys.js';

/** 5 s: sealing takes place every second. */
export const UNSEALED_MS_MAX = 5_000;

const PAGE = 1_000;

const MARK = /^[0-9a-f]{16}$/;

export type ChainVerdict =
  | {
      readonly kind: 'whole';
      readonly head: Seal;
      /** Records that were checked. */
      readonly records: number;
      readonly unsealed: number;
      /** Anchors that name a record which is still there. */
      readonly anchors: number;
    }
  | {
      readonly kind: 'broken';
      /** The position of the first record that differs from its seal. */
      readonly position: number;
      readonly id: string | null;
      readonly why: string;
    };

type Broken = Extract<ChainVerdict, { kind: 'broken' }>;

function broken(position: number, id: string | null, why: string): Broken {
  return { kind: 'broken', position, id, why };
}

export interface ChainCheckOptions {
  readonly now: Date;
  /**
   * Heads of the chain that were written elsewhere. They reveal a chain that was sealed again with
   * its key, or cut at its end.
   */
  readonly anchors?: Iterable<Seal>;
  /**
   * Gives the gateway time to seal a late record, e.g. of a change that Runway was slow to answer.
   * Without it, an old unsealed record is a break at once.
   */
  readonly pause?: () => Promise<void>;
}

/** Checks that every record matches its seal, is in its place, and that none is missing. */
export async function checkChain(
  log: AuditLog,
  keys: ChainKeys,
  { now, anchors, pause }: ChainCheckOptions,
): Promise<ChainVerdict> {
  // The head comes first: records that are sealed meanwhile follow it.
  const head = await log.head();
  if (head.keyMark !== null && !keys.has(head.keyMark)) {
    return broken(head.position, null, 'the chain was sealed with another key');
  }
  const beginning = await log.beginning();
  if (beginning !== undefined && !keys.isProved(beginning)) {
    return broken(beginning.position, null, 'the beginning of the chain was moved');
  }
  const walk = new Walk(log, keys, beginning, new Anchors(anchors));
  const fault = (await walk.to(head)) ?? walk.endFault(head, await log.head());
  if (fault !== undefined) return fault;
  const { count, isLate, oldestAt } = await unsealedTail(log, now, pause);
  if (isLate) {
    const why = `${String(count)} records are not sealed, the oldest since ${String(oldestAt?.toISOString())}: no gateway seals them, or they were put in`;
    return broken(head.position + 1, null, why);
  }
  const { records, anchorsMet } = walk;
  return { kind: 'whole', head, records, unsealed: count, anchors: anchorsMet };
}

/**
 * The unsealed records. They are late if the oldest stays unsealed for longer than sealing takes.
 */
async function unsealedTail(
  log: AuditLog,
  now: Date,
  pause: (() => Promise<void>) | undefined,
): Promise<{ readonly count: number; readonly oldestAt: Date | null; readonly isLate: boolean }> {
  const first = await log.unsealed();
  const { oldestAt } = first;
  const isOld = oldestAt !== null && now.getTime() - oldestAt.getTime() > UNSEALED_MS_MAX;
  if (!isOld || pause === undefined) return { ...first, isLate: isOld };
  await pause();
  const second = await log.unsealed();
  return { ...second, isLate: second.oldestId === first.oldestId };
}

/** Walks along the chain, record by record. */
class Walk {
  records = 0;
  anchorsMet = 0;
  readonly #log: AuditLog;
  readonly #keys: ChainKeys;
  readonly #anchors: Anchors;
  #last: Seal;

  constructor(
    log: AuditLog,
    keys: ChainKeys,
    beginning: ChainBeginning | undefined,
    anchors: Anchors,
  ) {
    this.#log = log;
    this.#keys = keys;
    this.#last = beginning ?? FIRST_SEAL;
    this.#anchors = anchors;
  }

  async to(head: Seal): Promise<Broken | undefined> {
    const start = this.#anchorFault(this.#last, null);
    if (start !== undefined) return start;
    for (;;) {
      const page = await this.#log.listSealed({ after: this.#last.position, limit: PAGE });
      const fault = this.#pageFault(page);
      if (fault !== undefined) {
        // Retention may delete old records during the walk.
        if (await this.#followBeginning()) continue;
        return fault;
      }
      if (page.length < PAGE || this.#last.position >= head.position) return undefined;
    }
  }

  #pageFault(page: readonly SealedRecord[]): Broken | undefined {
    for (const { record, seal, keyMark } of page) {
      const position = this.#last.position + 1;
      if (seal.position !== position) {
        return broken(position, null, `record ${String(position)} is missing`);
      }
      if (keyMark !== null && !this.#keys.has(keyMark)) {
        const mark = MARK.test(keyMark) ? ` (${keyMark})` : '';
        return broken(
          position,
          record.id,
          `it was sealed with a key${mark} that is not in the file`,
        );
      }
      if (!this.#keys.isSealed(this.#last, record, seal, keyMark)) {
        return broken(position, record.id, 'it is not the record that was sealed here');
      }
      const fault = this.#anchorFault(seal, record.id);
      if (fault !== undefined) return fault;
      this.#last = seal;
      this.records += 1;
    }
    return undefined;
  }

  /** Continues at the present beginning of the chain; false if that is not further on. */
  async #followBeginning(): Promise<boolean> {
    const beginning = await this.#log.beginning();
    if (beginning === undefined || beginning.position <= this.#last.position) return false;
    if (!this.#keys.isProved(beginning) || this.#anchorFault(beginning, null)) return false;
    this.#last = beginning;
    return true;
  }

  #anchorFault(seal: Seal, id: string | null): Broken | undefined {
    const agrees = this.#anchors.agreesWith(seal);
    if (agrees === undefined) return undefined;
    this.anchorsMet += 1;
    if (agrees) return undefined;
    return broken(seal.position, id, 'the chain up to here is not the one that was anchored');
  }

  /** A chain that ends before its head or before an anchor, or continues after its head. */
  endFault(head: Seal, headNow: Seal): Broken | undefined {
    const end = Math.max(head.position, this.#anchors.lastPosition);
    const { position } = this.#last;
    if (position < end) {
      const next = position + 1;
      return broken(next, null, `the chain ends before record ${String(end)}: its end was cut`);
    }
    if (position > headNow.position) {
      return broken(headNow.position + 1, null, 'the head of the chain was moved');
    }
    return undefined;
  }
}
