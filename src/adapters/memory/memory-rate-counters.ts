import { LRUCache } from 'lru-cache';
import { entriesMax } from '../../concurrency/entries-max.js';
import type { Clock } from '../../ports/clock.js';
import type { RateCounters, RateRule, RateState } from '../../ports/limits/rate-counters.js';

/** Holders of one rule: the one not seen for longest is forgotten first. 100,000 take about 20 MB. */
const HOLDERS_MAX = 100_000;

interface Count {
  used: number;
  /** Of its window. */
  readonly endsAtMs: number;
}

/**
 * Counters of this process. rate-limiter-flexible's own memory limiter is not used: it begins a new
 * window when the wall clock is set forward, and keeps a timer for each address that it has seen.
 */
export class MemoryRateCounters implements RateCounters {
  readonly #clock: Clock;
  /** By rule: a flood of addresses pushes out addresses alone. */
  readonly #counts = new Map<string, LRUCache<string, Count>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async take(rule: RateRule, holder: string, amount: number): Promise<RateState> {
    const counts = this.#countsOf(rule);
    const nowMs = this.#clock.monotonicMs();
    const known = counts.get(holder);
    const count = known ?? { used: 0, endsAtMs: nowMs + rule.windowMs };
    const isAllowed = count.used + amount <= rule.limit;
    if (isAllowed && amount > 0) {
      if (known === undefined) counts.set(holder, count);
      count.used += amount;
    }
    return {
      isAllowed,
      remaining: Math.max(0, rule.limit - count.used),
      resetMs: Math.max(0, Math.ceil(count.endsAtMs - nowMs)),
    };
  }

  async giveBack(rule: RateRule, holder: string, amount: number): Promise<void> {
    const count = this.#countsOf(rule).get(holder);
    if (count !== undefined) count.used = Math.max(0, count.used - amount);
  }

  #countsOf({ name, windowMs }: RateRule): LRUCache<string, Count> {
    const known = this.#counts.get(name);
    if (known !== undefined) return known;
    const counts = new LRUCache<string, Count>({
      ...entriesMax(HOLDERS_MAX),
      ttl: windowMs,
      ttlResolution: 0,
      perf: { now: () => this.#clock.monotonicMs() },
    });
    this.#counts.set(name, counts);
    return counts;
  }
}
