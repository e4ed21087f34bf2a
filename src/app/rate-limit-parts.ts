import { memoryRateLimits } from '../adapters/memory/memory-rate-limits.js';
import type { RateLimitOptions } from '../http/throttling/rate-limits.js';
import type { Base } from './base.js';

/** Over all nodes where there is a Redis, else of this process. */
export async function openRateLimits({
  config: { redisUrl, redisPrefix },
  clock,
  log,
  shutdown,
}: Base): Promise<Pick<RateLimitOptions, 'counters' | 'requestStore'>> {
  const local = memoryRateLimits(clock);
  if (redisUrl === undefined) return local;
  const { openRedisRateLimits } = await import('../adapters/redis/open-rate-limits.js');
  const shared = await openRedisRateLimits({ url: redisUrl, prefix: redisPrefix, local, log });
  shutdown.add(shared.close);
  return shared;
}
