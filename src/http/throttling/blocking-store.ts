import type { IncrementResponse, Options, Store } from 'express-rate-limit';
import { LRUCache } from 'lru-cache';
import { entriesMax } from '../../concurrency/entries-max.js';
import type { Clock } from '../../ports/clock.js';

/** Holders who are over the limit; the one not seen for longest is forgotten first. */
const BLOCKED_MAX = 50_000;

/**
 * Refuses holders who are known to be over the limit without asking the inner store: a flood costs
 * it nothing, once its limit is used up.
 */
export class BlockingStore implements Store {
  readonly localKeys: boolean;
  readonly prefix: string;
  readonly #inner: Store;
  readonly #limit: number;
  readonly #blocked: LRUCache<string, true>;

  constructor(inner: Store, limit: number, clock: Clock) {
    this.#inner = inner;
    this.#limit = limit;
    this.localKeys = inner.localKeys ?? false;
    this.prefix = inner.prefix ?? '';
    this.#blocked = new LRUCache({
      ...entriesMax(BLOCKED_MAX),
      ttlResolution: 0,
      perf: { now: () => clock.monotonicMs() },
    });
  }

  async init(options: Options): Promise<void> {
    await this.#inner.init?.(options);
  }

  /** Until the holder's window ends; 0 when it is not known to be over the limit. */
  blockedMs(key: string): number {
    return this.#blocked.has(key) ? Math.ceil(this.#blocked.getRemainingTTL(key)) : 0;
  }

  async increment(key: string): Promise<IncrementResponse> {
    const blockedMs = this.blockedMs(key);
    if (blockedMs > 0) {
      return { totalHits: this.#limit + 1, resetTime: new Date(Date.now() + blockedMs) };
    }
    const counted = await this.#inner.increment(key);
    const ttl = (counted.resetTime?.getTime() ?? 0) - Date.now();
    if (counted.totalHits > this.#limit && ttl > 0) this.#blocked.set(key, true, { ttl });
    return counted;
  }

  async decrement(key: string): Promise<void> {
    await this.#inner.decrement(key);
  }

  async resetKey(key: string): Promise<void> {
    this.#blocked.delete(key);
    await this.#inner.resetKey(key);
  }
}
