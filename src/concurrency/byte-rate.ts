import type { Clock } from '../ports/clock.js';

/** Bytes a second that all users of it have together; each waits until its bytes are due. */
export class ByteRate {
  readonly #clock: Clock;
  readonly #perMs: number;
  #freeAtMs = 0;

  constructor(clock: Clock, bytesPerSecond: number) {
    this.#clock = clock;
    this.#perMs = bytesPerSecond / 1_000;
  }

  async take(bytes: number, signal: AbortSignal): Promise<void> {
    const now = this.#clock.monotonicMs();
    const startsAtMs = Math.max(now, this.#freeAtMs);
    this.#freeAtMs = startsAtMs + bytes / this.#perMs;
    if (startsAtMs > now) await this.#clock.sleep(startsAtMs - now, signal);
  }
}
