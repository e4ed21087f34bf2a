import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { memoryRateLimits } from '../../../src/adapters/memory/memory-rate-limits.js';
import {
  openRedisRateLimits,
  type SharedRateLimits,
} from '../../../src/adapters/redis/open-rate-limits.js';
import type { Logger } from '../../../src/ports/logger.js';
import { silentLog } from './database.js';
import { FakeClock } from '../time/fake-clock.js';

/** A Redis server for tests; undefined: there is none. */
export const REDIS_SERVER_URL = process.env.TEST_REDIS_URL;

/** A Redis of which only the keys of one prefix are used, and these are deleted afterwards. */
export interface TestRedis {
  readonly url: string;
  readonly prefix: string;
  /** What one more node counts with; closed with the suite. */
  openNode(options?: { readonly url?: string; readonly log?: Logger }): Promise<SharedRateLimits>;
  /** A connection of the test's own. */
  readonly client: Redis;
}

/** Runs the suite where TEST_REDIS_URL is set, with a new prefix for each test. */
export function describeRedis(subject: string, suite: (get: () => TestRedis) => void): void {
  if (REDIS_SERVER_URL === undefined) {
    describe.skip(`${subject} (skipped: TEST_REDIS_URL is not set)`, () => {
      it('needs a Redis server', () => undefined);
    });
    return;
  }
  describe(subject, () => {
    let redis: TestRedis | undefined;
    const nodes: SharedRateLimits[] = [];
    beforeEach(() => {
      redis = testRedis(REDIS_SERVER_URL, nodes);
    });
    suite(() => {
      if (redis === undefined) throw new Error('Redis opens in beforeEach');
      return redis;
    });
    afterEach(async () => {
      await Promise.all(nodes.splice(0).map((node) => node.close()));
      if (redis === undefined) return;
      const keys = await redis.client.keys(`${redis.prefix}:*`);
      if (keys.length > 0) await redis.client.del(keys);
      await redis.client.quit();
    });
  });
}

function testRedis(serverUrl: string, nodes: SharedRateLimits[]): TestRedis {
  const prefix = `test-${randomUUID()}`;
  return {
    url: serverUrl,
    prefix,
    client: new Redis(serverUrl),
    openNode: async ({ url = serverUrl, log = silentLog } = {}) => {
      const local = memoryRateLimits(new FakeClock());
      const node = await openRedisRateLimits({ url, prefix, local, log });
      nodes.push(node);
      return node;
    },
  };
}
