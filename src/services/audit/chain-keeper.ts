import type { AuditLog } from '../../ports/audit/audit-log.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { ChainKey } from './chain-key.js';

/** Records that one transaction seals: about 20 ms. */
const SEALED_AT_ONCE = 1_000;

/** Records that one transaction deletes. */
const DELETED_AT_ONCE = 1_000;

/** A minute: what is written elsewhere so often, a holder of the key cannot write anew. */
const ANCHOR_INTERVAL_MS = 60_000;

/** An hour between two looks for records that have grown old. */
const RETENTION_INTERVAL_MS = 3_600_000;

/** Where heads of the chain are kept apart from it. */
export interface AnchorFile {
  append(line: string): Promise<void>;
}

export interface ChainKeeperOptions {
  readonly log: AuditLog;
  readonly key: ChainKey;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly anchorFile: AnchorFile | undefined;
  readonly keptMs: number;
}

/** Seals what has come, tells the head of the chain, and deletes what has grown old. */
export class ChainKeeper {
  readonly #options: ChainKeeperOptions;
  #anchoredAt = -Infinity;
  #anchored: number | undefined;
  #retainedAt = -Infinity;

  constructor(options: ChainKeeperOptions) {
    this.#options = options;
  }

  /** Throws, naming the setting, when the chain is of another key. */
  async checkKey(setting: string): Promise<void> {
    const { log, key } = this.#options;
    const { keyMark } = await log.head();
    if (keyMark === null || keyMark === key.mark) return;
    throw new Error(`${setting}: the audit log was sealed with another key than that of the file.`);
  }

  /** Until nothing waits, or another node is at it. */
  async seal(): Promise<void> {
    const { log, key, clock } = this.#options;
    const options = { makeSeal: key.seal, keyMark: key.mark, limit: SEALED_AT_ONCE };
    for (;;) {
      const sealed = await log.seal({ ...options, now: clock.now() });
      if (sealed === undefined || sealed < SEALED_AT_ONCE) return;
    }
  }

  async anchorWhenDue(): Promise<void> {
    const now = this.#options.clock.now().getTime();
    if (now - this.#anchoredAt < ANCHOR_INTERVAL_MS) return;
    this.#anchoredAt = now;
    await this.anchor();
  }

  /** Writes the head of the chain to the log and the file, where it is another than the last time. */
  async anchor(): Promise<void> {
    const { log, key, clock, logger, anchorFile } = this.#options;
    const { position, mac, keyMark } = await log.head();
    if (position === 0 || position === this.#anchored || keyMark !== key.mark) return;
    logger.info({ position, mac }, 'the head of the audit log');
    await anchorFile?.append(`${JSON.stringify({ at: clock.now(), position, mac })}\n`);
    this.#anchored = position;
  }

  async deleteOldWhenDue(signal: AbortSignal): Promise<void> {
    const now = this.#options.clock.now().getTime();
    if (now - this.#retainedAt < RETENTION_INTERVAL_MS) return;
    await this.deleteOld(signal);
    this.#retainedAt = now;
  }

  /** Returns how many records went; undefined where the role of the database may not delete them. */
  async deleteOld(signal?: AbortSignal): Promise<number | undefined> {
    const { log, key, clock, logger, keptMs } = this.#options;
    const before = new Date(clock.now().getTime() - keptMs);
    let total = 0;
    while (signal?.aborted !== true) {
      const deleted = await log.deleteBefore({ before, limit: DELETED_AT_ONCE, prove: key.prove });
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
