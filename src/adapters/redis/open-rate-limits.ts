import type { Store } from 'express-rate-limit';
import type { Logger } from '../../ports/logger.js';
import type { RateCounters } from '../../ports/limits/rate-counters.js';
import { openRedis } from './redis-connection.js';
import { RedisRateCounters } from './redis-rate-counters.js';
import { RedisRequestStore } from './redis-request-store.js';
import { StoreAlarm } from './store-alarm.js';

/** Counters of all nodes. */
export interface SharedRateLimits {
  readonly counters: RateCounters;
  readonly requestStore: (name: string) => Store;
  readonly close: () => Promise<void>;
}

/** What counts in this process while Redis is away. */
interface LocalRateLimits {
  readonly counters: RateCounters;
  readonly requestStore: (name: string) => Store;
}

/** Throws an error that names REDIS_URL and the cause. */
export async function openRedisRateLimits(options: {
  readonly url: string;
  readonly prefix: string;
  readonly local: LocalRateLimits;
  readonly log: Logger;
}): Promise<SharedRateLimits> {
  const { url, prefix, local, log } = options;
  const client = await openRedis(url);
  const alarm = new StoreAlarm(log);
  return {
    counters: new RedisRateCounters({ client, keyPrefix: prefix, alarm, local: local.counters }),
    requestStore: (name) =>
      new RedisRequestStore({
        client,
        keyPrefix: `${prefix}:${name}`,
        alarm,
        local: local.requestStore(name),
      }),
    close: async () => {
      await client.quit().catch(() => undefined);
      client.disconnect();
    },
  };
}
