import { SharedRuns } from '../concurrency/shared-runs.js';
import type { Clock } from '../ports/clock.js';
import type { PollStore, UnchangedRead } from '../ports/tasks/poll-store.js';

/** Reads written by one statement. */
const BATCH_MAX = 500;

interface Waiting {
  readonly read: UnchangedRead;
  readonly resolve: (isWritten: boolean) => void;
}

/**
 * Writes reads that changed nothing, which are most of them, many in one statement: those that end
 * while one statement runs go into the next one.
 */
export class UnchangedReads {
  readonly #store: Pick<PollStore, 'recordUnchangedReads'>;
  readonly #clock: Clock;
  #waiting: Waiting[] = [];
  readonly #writes = new SharedRuns(() => this.#writeWaiting());

  constructor(options: {
    readonly store: Pick<PollStore, 'recordUnchangedReads'>;
    readonly clock: Clock;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** False when the read must be recorded by itself: its row is locked or not as it was, or the statement failed. */
  async record(read: UnchangedRead): Promise<boolean> {
    return await new Promise<boolean>((resolve, reject) => {
      this.#waiting.push({ read, resolve });
      this.#writes.run().catch(reject);
    });
  }

  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, BATCH_MAX);
      const written = await this.#write(batch);
      for (const { read, resolve } of batch) resolve(written.has(read.lease.task.id));
    }
  }

  /** One row must not keep the others from being written: after a failure each is tried alone. */
  async #write(batch: readonly Waiting[]): Promise<ReadonlySet<string>> {
    try {
      const reads = batch.map(({ read }) => read);
      return await this.#store.recordUnchangedReads(reads, this.#clock.now());
    } catch {
      return new Set();
    }
  }
}
