import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { GatewayError } from '../../errors.js';
import type { RateCounters, RateRule, RateState } from '../../ports/limits/rate-counters.js';
import { inTime } from './redis-in-time.js';
import type { StoreAlarm } from './store-alarm.js';

/** Asks a client to come back soon: the connection is tried again every 2 s. */
const RETRY_AFTER_MS = 2_000;

/**
 * In the place of the library's script, which also adds what it then refuses: a request that is too
 * large would use up what smaller ones could still have. It answers what the count is, or would be,
 * and how long the window lasts, by the server's clock.
 * ARGV: amount, seconds, limit. The value is never above the limit, and never below 0.
 */
const TAKE_ALL_OR_NOTHING = `
redis.call('set', KEYS[1], 0, 'EX', ARGV[2], 'NX')
local used = tonumber(redis.call('get', KEYS[1]))
local amount = tonumber(ARGV[1])
if used + amount > tonumber(ARGV[3]) and amount > 0 then
  return { used + amount, redis.call('pttl', KEYS[1]) }
end
if used + amount < 0 then amount = -used end
return { redis.call('incrby', KEYS[1], amount), redis.call('pttl', KEYS[1]) }
`;

/** Counters that all nodes share, one round trip each. */
export class RedisRateCounters implements RateCounters {
  readonly #client: Redis;
  readonly #keyPrefix: string;
  readonly #alarm: StoreAlarm;
  /** Counts while Redis is away. */
  readonly #local: RateCounters;
  readonly #limiters = new Map<string, RateLimiterRedis>();

  constructor(options: {
    readonly client: Redis;
    readonly keyPrefix: string;
    readonly alarm: StoreAlarm;
    readonly local: RateCounters;
  }) {
    this.#client = options.client;
    this.#keyPrefix = options.keyPrefix;
    this.#alarm = options.alarm;
    this.#local = options.local;
  }

  async take(rule: RateRule, holder: string, amount: number): Promise<RateState> {
    try {
      const state = await this.#taken(rule, holder, amount);
      this.#alarm.worked();
      return state;
    } catch (error) {
      this.#alarm.failed(error);
      if (rule.whenStoreIsAway === 'countLocally') {
        return await this.#local.take(rule, holder, amount);
      }
      throw new GatewayError('LIMITS_UNAVAILABLE', { retryAfterMs: RETRY_AFTER_MS, cause: error });
    }
  }

  async giveBack(rule: RateRule, holder: string, amount: number): Promise<void> {
    try {
      await inTime(this.#client, this.#limiterOf(rule).reward(holder, amount));
    } catch (error) {
      // The window ends by itself.
      this.#alarm.failed(error);
    }
  }

  async #taken(rule: RateRule, holder: string, amount: number): Promise<RateState> {
    const limiter = this.#limiterOf(rule);
    try {
      const { remainingPoints, msBeforeNext } = await inTime(
        this.#client,
        limiter.consume(holder, amount),
      );
      return { isAllowed: true, remaining: remainingPoints, resetMs: msBeforeNext };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const used = refusal.consumedPoints - amount;
      const remaining = Math.max(0, rule.limit - used);
      return { isAllowed: false, remaining, resetMs: refusal.msBeforeNext };
    }
  }

  /** The library keeps the limit with its limiter; holders may have limits of their own. */
  #limiterOf({ name, limit, windowMs }: RateRule): RateLimiterRedis {
    const id = `${name} ${String(limit)}`;
    const known = this.#limiters.get(id);
    if (known !== undefined) return known;
    const limiter = new RateLimiterRedis({
      storeClient: this.#client,
      keyPrefix: `${this.#keyPrefix}:${name}`,
      points: limit,
      duration: windowMs / 1_000,
      customIncrTtlLuaScript: TAKE_ALL_OR_NOTHING,
    });
    this.#limiters.set(id, limiter);
    return limiter;
  }
}
