/** How a bucket fills. */
export interface BucketRules {
  /** Tokens at the start. Time alone does not fill the bucket further. */
  readonly full: number;
  readonly perSecond: number;
}

/** A token bucket: `full` tokens at once, `perSecond` in the long run. */
export class TokenBucket {
  readonly #rules: BucketRules;
  #tokens: number;
  #filledAt: Date;

  constructor(rules: BucketRules, now: Date) {
    this.#rules = rules;
    this.#tokens = rules.full;
    this.#filledAt = now;
  }

  /** Takes a token. False when there is none, and then takes nothing. */
  take(now: Date): boolean {
    this.#fill(now);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Takes a token that may be owed. Returns how many tokens are owed then. */
  takeOrOwe(now: Date): number {
    this.#fill(now);
    this.#tokens -= 1;
    return Math.max(0, -this.#tokens);
  }

  /** Adds tokens beyond those that time brings, up to `max` in all. */
  add(tokens: number, max: number, now: Date): void {
    this.#fill(now);
    this.#tokens = Math.min(this.#tokens + tokens, max);
  }

  #fill(now: Date): void {
    const elapsedMs = Math.max(0, now.getTime() - this.#filledAt.getTime());
    this.#filledAt = now;
    if (this.#tokens >= this.#rules.full) return;
    const filled = this.#tokens + (elapsedMs * this.#rules.perSecond) / 1_000;
    this.#tokens = Math.min(filled, this.#rules.full);
  }
}
