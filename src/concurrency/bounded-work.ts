import { GatewayError } from '../errors.js';
import type { Clock } from '../ports/clock.js';

export interface BoundedWorkOptions {
  /** Pieces of work at the same time. */
  readonly max: number;
  readonly clock: Clock;
  /** The longest wait of a piece of work. */
  readonly waitMsMax: number;
}

/** Limits the work at one time in this process. Further work waits in the order of its arrival. */
export class BoundedWork {
  readonly #options: BoundedWorkOptions;
  readonly #waiting = new Set<() => void>();
  #openCount = 0;

  constructor(options: BoundedWorkOptions) {
    this.#options = options;
  }

  /** Throws OVERLOADED when the work did not get its turn in time. Then it was not started. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#openCount < this.#options.max) this.#openCount += 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  /** Resolves when a holder has left its place. */
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
