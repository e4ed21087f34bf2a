import type { IncrementResponse, Options, Store } from 'express-rate-limit';
import type { RateCounters, RateRule } from '../../ports/limits/rate-counters.js';

const MINUTE_MS = 60_000;

/**
 * Counts HTTP requests for express-rate-limit in this process. The library's own MemoryStore begins a
 * new window when the wall clock is set forward, and bounds nothing.
 */
export class MemoryRequestStore implements Store {
  readonly localKeys = true;
  readonly #counters: RateCounters;
  #rule: RateRule;

  constructor(name: string, counters: RateCounters) {
    this.#counters = counters;
    // The library decides by the number of hits.
    const limit = Number.MAX_SAFE_INTEGER;
    this.#rule = { name, limit, windowMs: MINUTE_MS, whenStoreIsAway: 'countLocally' };
  }

  init({ windowMs }: Options): void {
    this.#rule = { ...this.#rule, windowMs };
  }

  async increment(key: string): Promise<IncrementResponse> {
    const { remaining, resetMs } = await this.#counters.take(this.#rule, key, 1);
    const totalHits = this.#rule.limit - remaining;
    return { totalHits, resetTime: new Date(Date.now() + resetMs) };
  }

  async decrement(key: string): Promise<void> {
    await this.#counters.giveBack(this.#rule, key, 1);
  }

  async resetKey(key: string): Promise<void> {
    await this.#counters.giveBack(this.#rule, key, this.#rule.limit);
  }
}
