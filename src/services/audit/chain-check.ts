import { FIRST_SEAL, type Seal } from '../../domain/audit.js';
import type { AuditLog, ChainBeginning } from '../../ports/audit/audit-log.js';
import { isSameMac, type ChainKey } from './chain-key.js';

/** 5 s: sealing takes place every second. */
const UNSEALED_MS_MAX = 5_000;

const PAGE = 1_000;

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
      /** Of the first record that is not as it was sealed. */
      readonly position: number;
      readonly id: string | null;
      readonly why: string;
    };

type Broken = Extract<ChainVerdict, { kind: 'broken' }>;

function broken(position: number, id: string | null, why: string): Broken {
  return { kind: 'broken', position, id, why };
}

/**
 * Whether every record is as it was sealed, in its place, and none is missing. `anchors`: heads of
 * the chain as they were written elsewhere, which show a chain that was made anew with its key, or
 * was cut at its end.
 */
export async function checkChain(
  log: AuditLog,
  key: ChainKey,
  { now, anchors = [] }: { readonly now: Date; readonly anchors?: readonly Seal[] },
): Promise<ChainVerdict> {
  // The head first: what is sealed meanwhile is after it.
  const head = await log.head();
  if (head.keyMark !== null && head.keyMark !== key.mark) {
    return broken(head.position, null, 'the chain was sealed with another key');
  }
  const beginning = await log.beginning();
  if (beginning !== undefined && !key.isProved(beginning)) {
    return broken(beginning.position, null, 'the beginning of the chain was moved');
  }
  const walk = new Walk(key, beginning, anchors);
  const fault = (await walk.to(log, head)) ?? walk.endFault(head, await log.head());
  if (fault !== undefined) return fault;
  const { count, oldestAt } = await log.unsealed();
  if (oldestAt !== null && now.getTime() - oldestAt.getTime() > UNSEALED_MS_MAX) {
    const why = `${String(count)} records are not sealed, the oldest since ${oldestAt.toISOString()}: no gateway seals them, or they were put in`;
    return broken(head.position + 1, null, why);
  }
  const { records, anchorsMet } = walk;
  return { kind: 'whole', head, records, unsealed: count, anchors: anchorsMet };
}

/** Along the chain, record by record. */
class Walk {
  records = 0;
  anchorsMet = 0;
  readonly #key: ChainKey;
  readonly #anchors: ReadonlyMap<number, string>;
  readonly #lastAnchor: number;
  #last: Seal;

  constructor(key: ChainKey, beginning: ChainBeginning | undefined, anchors: readonly Seal[]) {
    this.#key = key;
    this.#last = beginning ?? FIRST_SEAL;
    this.#anchors = new Map(anchors.map(({ position, mac }) => [position, mac]));
    this.#lastAnchor = Math.max(0, ...this.#anchors.keys());
  }

  async to(log: AuditLog, head: Seal): Promise<Broken | undefined> {
    const start = this.#anchorFault(this.#last, null);
    if (start !== undefined) return start;
    for (;;) {
      const page = await log.listSealed({ after: this.#last.position, limit: PAGE });
      for (const { record, seal } of page) {
        const due = this.#key.seal(this.#last, record);
        if (seal.position !== due.position) {
          return broken(due.position, null, `record ${String(due.position)} is missing`);
        }
        if (!isSameMac(seal.mac, due.mac)) {
          return broken(due.position, record.id, 'it is not the record that was sealed here');
        }
        const fault = this.#anchorFault(seal, record.id);
        if (fault !== undefined) return fault;
        this.#last = seal;
        this.records += 1;
      }
      if (page.length < PAGE || this.#last.position >= head.position) return undefined;
    }
  }

  #anchorFault({ position, mac }: Seal, id: string | null): Broken | undefined {
    const anchored = this.#anchors.get(position);
    if (anchored === undefined) return undefined;
    this.anchorsMet += 1;
    if (isSameMac(anchored, mac)) return undefined;
    return broken(position, id, 'the chain up to here is not the one that was anchored');
  }

  /** Where the chain ends before its head, or before what was anchored; or goes on after its head. */
  endFault(head: Seal, headNow: Seal): Broken | undefined {
    const end = Math.max(head.position, this.#lastAnchor);
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
