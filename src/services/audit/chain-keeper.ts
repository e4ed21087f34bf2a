import type { AuditLog } from '../../ports/audit/audit-log.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { ChainKeys } from './chain-keys.js';

/** Records that one transaction seals: about 20 ms. */
const SEALED_AT_ONCE = 1_000;

/** Records that one transaction deletes. */
const DELETED_AT_ONCE = 1_000;

/**
 * A minute between two anchors. A holder of the key cannot change a chain that is anchored
 * elsewhere.
 */
const ANCHOR_INTERVAL_MS = 60_000;

/** An hour between two looks for records that have grown old. */
const RETENTION_INTERVAL_MS = 3_600_000;

/** The place outside the database that keeps heads of the chain. */
export interface AnchorFile {
  append(line: string): Promise<void>;
}

export interface ChainKeeperOptions {
  readonly log: AuditLog;
  readonly keys: ChainKeys;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly anchorFile: AnchorFile | undefined;
  readonly keptMs: number;
}

/** Seals new records, publishes the head of the chain, and deletes old records. */
export class ChainKeeper {
  readonly #options: ChainKeeperOptions;
  #anchoredAt = -Infinity;
  #anchored: number | undefined;
  #retainedAt = -Infinity;
  #isForeign = false;

  constructor(options: ChainKeeperOptions) {
    this.#options = options;
  }

  /** Throws, naming the setting, when the file lacks the chain's key. */
  async checkKey(setting: string): Promise<void> {
    const { log, keys } = this.#options;
    const { keyMark } = await log.head();
    if (keyMark === null || keys.has(keyMark)) return;
    throw new Error(
      `${setting}: the audit log was sealed with another key than those of the file. Every node needs the same file; a key that was replaced stays in it, below the new one.`,
    );
  }

  /** Seals until no record waits, or another node is sealing. */
  async seal(): Promise<void> {
    const { log, keys, clock } = this.#options;
    const { seal: makeSeal, mark: keyMark } = keys.current;
    const options = { makeSeal, keyMark, knownMarks: keys.marks, limit: SEALED_AT_ONCE };
    for (;;) {
      const sealed = await log.seal({ ...options, now: clock.now() });
      this.#noteForeign(sealed === 'OTHER_KEY');
      if (typeof sealed !== 'number' || sealed < SEALED_AT_ONCE) return;
    }
  }

  /**
   * Logs one line when another node seals with a different key, e.g. because it started with an
   * empty log.
   */
  #noteForeign(isForeign: boolean): void {
    if (isForeign && !this.#isForeign) {
      this.#options.logger.error(
        {},
        'this node does not seal the audit log: another node seals it with a key that AUDIT_KEY_FILE of this one does not hold',
      );
    }
    this.#isForeign = isForeign;
  }

  async anchorWhenDue(): Promise<void> {
    const now = this.#options.clock.monotonicMs();
    if (now - this.#anchoredAt < ANCHOR_INTERVAL_MS) return;
    this.#anchoredAt = now;
    await this.anchor();
  }

  /** Writes the head of the chain to the log and the file, if it has changed. */
  async anchor(): Promise<void> {
    const { log, keys, clock, logger, anchorFile } = this.#options;
    const { position, mac, keyMark } = await log.head();
    if (position === 0 || position === this.#anchored) return;
    if (keyMark === null || !keys.has(keyMark)) return;
    logger.info({ position, mac }, 'the head of the audit log');
    await anchorFile?.append(`${JSON.stringify({ at: clock.now(), position, mac })}\n`);
    this.#anchored = position;
  }

  async deleteOldWhenDue(signal: AbortSignal): Promise<void> {
    const now = this.#options.clock.monotonicMs();
    if (now - this.#retainedAt < RETENTION_INTERVAL_MS) return;
    await this.deleteOld(signal);
    this.#retainedAt = now;
  }

  /** Returns the number of deleted records; undefined if the database role may not delete them. */
  async deleteOld(signal?: AbortSignal): Promise<number | undefined> {
    const { log, keys, clock, logger, keptMs } = this.#options;
    const { prove } = keys.current;
    const before = new Date(clock.now().getTime() - keptMs);
    let total = 0;
    while (signal?.aborted !== true) {
      const deleted = await log.deleteBefore({ before, limit: DELETED_AT_ONCE, prove });
      if (deleted === 'denied') {
        logger.info({}, 'old audit records stay: the role of the database may not delete them');
        return undefined;
      }
      total += deleted;
      if (deleted < DELETED_AT_ONCE) break;
    }
    if (total > 0) logger.info({ records: total }, 'old audit records were deleted');
    return total;
  }
}
