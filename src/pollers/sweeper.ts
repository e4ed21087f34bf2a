import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { TaskStore } from '../ports/task-store.js';
import { Loop } from './loop.js';

/** 10 s: a submission whose sender died is flagged within a minute of its lease's end at the latest. */
const SWEEP_INTERVAL_MS = 10_000;

/** Makes submissions UNCONFIRMED whose senders' leases have run out. */
export class Sweeper {
  readonly #store: TaskStore;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #loop: Loop;

  constructor(options: { readonly store: TaskStore; readonly clock: Clock; readonly log: Logger }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#loop = new Loop({
      name: 'sweeper',
      clock: options.clock,
      log: options.log,
      idleMsMax: SWEEP_INTERVAL_MS,
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

  async #sweep(): Promise<null> {
    const tasks = await this.#store.expireSending(this.#clock.now());
    for (const { id } of tasks) {
      this.#log.error({ taskId: id }, 'a submission outlived its lease: its outcome is unknown');
    }
    return null;
  }
}
