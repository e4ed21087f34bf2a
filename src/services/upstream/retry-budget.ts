import { TokenBucket } from '../../concurrency/token-bucket.js';
import type { Clock } from '../../ports/clock.js';

/** The part of a retry that each first attempt earns: ten first attempts allow one retry. */
const EARNED_BY_A_CALL = 0.1;

/** Retries that are always available, so that a single task can be tried again. */
const SPARE = 10;

/** The most retries that an account can save. */
const SAVED_MAX = 100;

/** Time alone earns a retry, as long as there are fewer than the spare ones. */
const EARNED_PER_SECOND = 1;

/** 5 min: the longest delay of a retry. */
const WAIT_MS_MAX = 300_000;

/**
 * Limits how often requests that an account has refused are sent again: a token bucket per account.
 * A retry without a token comes later. None is lost.
 */
export class RetryBudget {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A submission goes out for the first time. */
  earn(account: string): void {
    this.#bucket(account).add(EARNED_BY_A_CALL, SAVED_MAX, this.#clock.now());
  }

  /** Pays for one retry, and returns how long it has to wait, in ms. */
  spend(account: string): number {
    const owed = this.#bucket(account).takeOrOwe(this.#clock.now());
    return Math.min(Math.ceil((owed / EARNED_PER_SECOND) * 1_000), WAIT_MS_MAX);
  }

  #bucket(account: string): TokenBucket {
    const known = this.#buckets.get(account);
    if (known !== undefined) return known;
    const rules = { full: SPARE, perSecond: EARNED_PER_SECOND };
    const bucket = new TokenBucket(rules, this.#clock.now());
    this.#buckets.set(account, bucket);
    return bucket;
  }
}
