import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { RetentionStore } from '../ports/retention-store.js';
import { Loop } from './loop.js';

/** 10 min between two looks for what has grown old. */
const INTERVAL_MS = 600_000;

/** Rows of one transaction: it must not hold locks for long. */
const BATCH = 500;

/** 100 ms between two batches, which belong to everybody else. */
const PAUSE_MS = 100;

/** Deletes what is older than it has to be kept. */
export class Retention {
  readonly #store: RetentionStore;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #keptMs: number;
  readonly #loop: Loop;

  constructor(options: {
    readonly store: RetentionStore;
    readonly clock: Clock;
    readonly log: Logger;
    /** Age at which settled tasks and events go. */
    readonly keptMs: number;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#keptMs = options.keptMs;
    this.#loop = new Loop({
      name: 'retention',
      clock: options.clock,
      log: options.log,
      idleMsMax: INTERVAL_MS,
      round: () => this.#sweep(),
    });
  }

  get isRunning(): boolean {
    return this.#loop.isRunning;
  }

  start(): void {
    this.#loop.start();
  }

  /** Resolves after the last write. */
  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  async #sweep(): Promise<Date | null> {
    const now = this.#clock.now();
    const before = new Date(now.getTime() - this.#keptMs);
    const deleted = await this.#store.deleteOld({ before, now, limit: BATCH });
    if (deleted === 0) return null;
    this.#log.info({ deleted }, 'rows that have grown old were deleted');
    return new Date(this.#clock.now().getTime() + PAUSE_MS);
  }
}
