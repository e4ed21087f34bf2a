/** A token bucket: `burst` messages at once, `perSecond` in the long run. */
export class MessageRate {
  #tokens: number;
  #at: Date;

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    now: Date,
  ) {
    this.#tokens = burst;
    this.#at = now;
  }

  /** False when the sender is too fast. */
  take(now: Date): boolean {
    const elapsedMs = Math.max(0, now.getTime() - this.#at.getTime());
    this.#at = now;
    this.#tokens = Math.min(this.burst, this.#tokens + (elapsedMs * this.perSecond) / 1_000);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
