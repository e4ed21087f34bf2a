import { Loop } from '../concurrency/loop.js';
import { OpenWork } from '../concurrency/open-work.js';
import { unawaited } from '../concurrency/unawaited.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { ArchiveUpkeep } from '../services/archive/archive-upkeep.js';
import type { OutputCopies } from '../services/archive/output-copies.js';

/** 5 s: how late a copy begins that another node has let go. */
const INTERVAL_MS = 5_000;

/** 5 s between two looks for files to erase; 1 day between two for files that no output owns. */
const ERASE_INTERVAL_MS = 5_000;
const SWEEP_INTERVAL_MS = 86_400_000;

/** Copies outputs that are due, several at the same time. */
export class Archiver {
  readonly #options: {
    readonly copies: OutputCopies;
    readonly clock: Clock;
    readonly log: Logger;
    /** Copies at the same time. */
    readonly openMax: number;
  };
  readonly #loop: Loop;
  readonly #open = new OpenWork<string>();
  readonly #stopping = new AbortController();

  constructor(options: {
    readonly copies: OutputCopies;
    readonly clock: Clock;
    readonly log: Logger;
    readonly openMax: number;
  }) {
    this.#options = options;
    const { clock, log } = options;
    this.#loop = new Loop({
      ...{ name: 'archiver', clock, log, idleMsMax: INTERVAL_MS },
      round: () => this.#round(),
    });
  }

  get isRunning(): boolean {
    return this.#loop.isRunning;
  }

  start(): void {
    this.#loop.start();
  }

  wake(): void {
    this.#loop.wake();
  }

  /** Copies that are open are left; another process goes on with them. */
  async stop(): Promise<void> {
    this.#stopping.abort(null);
    await this.#loop.stop();
    await this.#open.settled();
  }

  async #round(): Promise<Date | null> {
    const { copies, openMax, log } = this.#options;
    const { signal } = this.#stopping;
    while (this.#open.size < openMax && !signal.aborted) {
      const lease = await copies.take();
      if (lease === undefined) break;
      const name = `${lease.id} ${String(lease.fence)}`;
      const copying = this.#open.run(name, () => copies.copy(lease, signal));
      unawaited(
        copying.finally(() => {
          this.wake();
        }),
        { name: 'a copy of an output', log },
      );
    }
    return null;
  }
}

/** Erases what is owed, and now and then what no output owns. */
export function archiveUpkeepLoop({
  upkeep,
  clock,
  log,
}: {
  readonly upkeep: ArchiveUpkeep;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  let sweepAtMs = clock.monotonicMs() + SWEEP_INTERVAL_MS / 24;
  return new Loop({
    ...{ name: 'archive-upkeep', clock, log, idleMsMax: ERASE_INTERVAL_MS },
    round: async (signal) => {
      const isMore = await upkeep.eraseOwed();
      if (clock.monotonicMs() >= sweepAtMs) {
        sweepAtMs = clock.monotonicMs() + SWEEP_INTERVAL_MS;
        await upkeep.sweep(signal);
      }
      return isMore ? clock.now() : null;
    },
  });
}
