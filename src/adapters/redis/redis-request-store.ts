import { createHash } from 'node:crypto';
import type { IncrementResponse, Options, Store } from 'express-rate-limit';
import type { Redis } from 'ioredis';
import { RedisStore, type RedisReply } from 'rate-limit-redis';
import { inTime } from './redis-in-time.js';
import type { StoreAlarm } from './store-alarm.js';

/**
 * Counts HTTP requests for express-rate-limit in Redis, by the server's clock; while it is away, in
 * this process. Never rejects.
 */
export class RedisRequestStore implements Store {
  readonly prefix: string;
  readonly localKeys = false;
  readonly #client: Redis;
  readonly #shared: RedisStore;
  readonly #local: Store;
  readonly #alarm: StoreAlarm;

  constructor(options: {
    readonly client: Redis;
    readonly keyPrefix: string;
    readonly alarm: StoreAlarm;
    readonly local: Store;
  }) {
    this.prefix = `${options.keyPrefix}:`;
    this.#client = options.client;
    this.#local = options.local;
    this.#alarm = options.alarm;
    this.#shared = new RedisStore({ prefix: this.prefix, sendCommand: sender(options.client) });
  }

  async init(options: Options): Promise<void> {
    await this.#local.init?.(options);
    await this.#shared.init(options);
  }

  async increment(key: string): Promise<IncrementResponse> {
    try {
      const counted = await inTime(this.#client, this.#shared.increment(key));
      this.#alarm.worked();
      return counted;
    } catch (error) {
      this.#alarm.failed(error);
      return await this.#local.increment(key);
    }
  }

  async decrement(key: string): Promise<void> {
    await this.#shared.decrement(key).catch((error: unknown) => {
      this.#alarm.failed(error);
    });
  }

  async resetKey(key: string): Promise<void> {
    await this.#shared.resetKey(key).catch((error: unknown) => {
      this.#alarm.failed(error);
    });
  }
}

/**
 * The library keeps the answer to SCRIPT LOAD for good, a failure too, and would then never count
 * again. The answer is the script's SHA-1, which needs no server; a server that lacks the script says
 * so, and the library loads it.
 */
function sender(client: Redis): (...args: string[]) => Promise<RedisReply> {
  return async (command = '', ...args) => {
    try {
      return (await client.call(command, ...args)) as RedisReply;
    } catch (error) {
      if (command !== 'SCRIPT') throw error;
      return createHash('sha1')
        .update(args.at(-1) ?? '')
        .digest('hex');
    }
  };
}
