import { systemClock } from '../../../src/adapters/system-clock.js';
import type { Clock } from '../../../src/ports/clock.js';

/** The machine's own time, but that a test can say that some has passed. For a process of its own. */
export class LeapingClock implements Clock {
  #aheadMs = 0;
  #leapt = new AbortController();

  now(): Date {
    return new Date(systemClock.now().getTime() + this.#aheadMs);
  }

  monotonicMs(): number {
    return systemClock.monotonicMs() + this.#aheadMs;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const endMs = this.monotonicMs() + ms;
    for (let leftMs = ms; leftMs > 0 && signal?.aborted !== true;) {
      const leapt = this.#leapt.signal;
      await systemClock.sleep(
        leftMs,
        signal === undefined ? leapt : AbortSignal.any([leapt, signal]),
      );
      // A timer may come a part of a millisecond early.
      leftMs = leapt.aborted ? endMs - this.monotonicMs() : 0;
    }
  }

  /** Who is due by then wakes now, late; all others sleep on for what is left. */
  leap(ms: number): void {
    this.#aheadMs += ms;
    const before = this.#leapt;
    this.#leapt = new AbortController();
    before.abort();
  }
}
