import type { Store } from 'express-rate-limit';
import type { Clock } from '../../ports/clock.js';
import type { RateCounters } from '../../ports/limits/rate-counters.js';
import { MemoryRateCounters } from './memory-rate-counters.js';
import { MemoryRequestStore } from './memory-request-store.js';

/** Counters of this process alone. */
export function memoryRateLimits(clock: Clock): {
  readonly counters: RateCounters;
  readonly requestStore: (name: string) => Store;
} {
  const counters = new MemoryRateCounters(clock);
  return { counters, requestStore: (name) => new MemoryRequestStore(name, counters) };
}
