/** How much one holder may use in each window. A window begins with the holder's first use. */
export interface RateRule {
  /** Counters of rules with one name are the same counters. */
  readonly name: string;
  readonly limit: number;
  /** Whole seconds, in milliseconds. */
  readonly windowMs: number;
  /**
   * While the shared store is away: `refuse` makes `take` throw, `countLocally` counts in this
   * process alone.
   */
  readonly whenStoreIsAway: 'refuse' | 'countLocally';
}

export interface RateState {
  /** False: it did not fit, and nothing was taken. */
  readonly isAllowed: boolean;
  /** What is left of the window after this. */
  readonly remaining: number;
  /** Until the window ends. */
  readonly resetMs: number;
}

/**
 * Counts what holders use, over all nodes that share a store. Setting a machine's clock changes no
 * window. At any moment at most `limit` is taken of one window, however many take at once.
 */
export interface RateCounters {
  /**
   * Takes all of `amount` or nothing; 0 only looks. Throws LIMITS_UNAVAILABLE where the rule says so
   * and the shared store cannot be asked.
   */
  take(rule: RateRule, holder: string, amount: number): Promise<RateState>;
  /** Gives back what was taken in this window. Never rejects. */
  giveBack(rule: RateRule, holder: string, amount: number): Promise<void>;
}
