import type { Clock } from '../../ports/clock.js';

/** The part of a retry that each first attempt earns: ten first attempts allow one retry. */
const EARNED_BY_A_CALL = 0.1;

/** Retries that are always available, so that a single task can be tried again. */
const SPARE = 10;

/** The most retries that an account can save. */
const SAVED_MAX = 100;

/** 1 s: time alone earns a retry, as long as there are fewer than the spare ones. */
const EARNED_EVERY_MS = 1_000;

/** 5 min: the longest delay of a retry. */
const WAIT_MS_MAX = 300_000;

interface Purse {
  /** Retries; below 0: owed. */
  left: number;
  sinceMs: number;
}

/**
 * Limits how often requests that an account has refused are sent again: a token bucket per account.
 * A retry without a token comes later. None is lost.
 */
export class RetryBudget {
  readonly #clock: Clock;
  readonly #purses = new Map<string, Purse>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A submission goes out for the first time. */
  earn(account: string): void {
    const purse = this.#purse(account);
    purse.left = Math.min(purse.left + EARNED_BY_A_CALL, SAVED_MAX);
  }

  /** Pays for one retry, and returns how long it has to wait, in ms. */
  spend(account: string): number {
    const purse = this.#purse(account);
    purse.left -= 1;
    return purse.left >= 0 ? 0 : Math.min(Math.ceil(-purse.left * EARNED_EVERY_MS), WAIT_MS_MAX);
  }

  #purse(account: string): Purse {
    const nowMs = this.#clock.now().getTime();
    const purse = this.#purses.get(account) ?? { left: SPARE, sinceMs: nowMs };
    if (purse.left < SPARE) {
      const earned = (nowMs - purse.sinceMs) / EARNED_EVERY_MS;
      purse.left = Math.min(purse.left + earned, SPARE);
    }
    purse.sinceMs = nowMs;
    this.#purses.set(account, purse);
    return purse;
  }
}
