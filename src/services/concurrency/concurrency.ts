import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';

export interface ConcurrencyOptions {
  /** Pieces of work at the same time. */
  readonly max: number;
  readonly clock: Clock;
  /** What a piece of work waits at most. */
  readonly waitMsMax: number;
}

/**
 * So much work at once in this process, and no more; the rest waits in the order in which it came.
 */
export class Concurrency {
  readonly #options: ConcurrencyOptions;
  readonly #waiting = new Set<() => void>();
  #openCount = 0;

  constructor(options: ConcurrencyOptions) {
    this.#options = options;
  }

  /** Throws OVERLOADED when the work's turn has not come in time: then it was not begun. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#openCount < this.#options.max) this.#openCount += 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  /** Resolves with the place of a holder that has left. */
  async #turn(): Promise<void> {
    const { clock, waitMsMax } = this.#options;
    const left = new AbortController();
    const come = (): void => {
      left.abort();
    };
    this.#waiting.add(come);
    await clock.sleep(waitMsMax, left.signal);
    if (this.#waiting.delete(come)) {
      throw new GatewayError('OVERLOADED', { detail: 'too many calls to Runway are open' });
    }
  }

  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined) {
      this.#openCount -= 1;
      return;
    }
    this.#waiting.delete(first);
    first();
  }
}
