import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { RestoredStore } from '../../ports/submission/restored-store.js';

/** 1 s between two looks, while another node holds some of the tasks. */
const PAUSE_MS = 1_000;

/**
 * The queue of a store that was restored from a backup. Its requests may have been sent after the
 * backup was made, so they are not sent again: their tasks become UNCONFIRMED.
 */
export class RestoredSubmissions {
  readonly #store: RestoredStore;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(options: {
    readonly store: RestoredStore;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /** Call before the first submission. Any number of nodes may; none goes on before all is held. */
  async hold(): Promise<void> {
    let count = 0;
    while (await this.#store.isUnheld()) {
      const tasks = await this.#store.holdQueued(this.#clock.now());
      for (const { id } of tasks) {
        this.#log.warn({ taskId: id }, 'a task that was queued in a backup is UNCONFIRMED');
      }
      count += tasks.length;
      if (await this.#store.noteHeld(this.#clock.now())) {
        this.#log.warn({ tasks: count }, 'the store was restored from a backup: its queue is held');
        return;
      }
      await this.#clock.sleep(PAUSE_MS);
    }
  }
}
