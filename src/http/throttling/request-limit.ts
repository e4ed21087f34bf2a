import type { Request, RequestHandler, Response } from 'express';
import { rateLimit, type RateLimitInfo, type Store } from 'express-rate-limit';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import { BlockingStore } from './blocking-store.js';
import { PartitionNames } from './partition-names.js';
import { addRateLines } from './rate-lines.js';

/** 100 ms: no client sleeps more exactly, and the window is told to the library by the wall clock. */
const RETRY_STEP_MS = 100;

/** All that express-rate-limit is given of a request, and what it says of it. */
interface CountedRequest {
  readonly holder: string;
  rateLimit?: RateLimitInfo;
}

/**
 * How many requests one holder may send in each window. HTTP requests are counted by
 * express-rate-limit; what comes by other ways uses the same counts.
 */
export class RequestLimit {
  readonly #name: string;
  readonly #limit: number;
  readonly #onHit: () => void;
  readonly #store: BlockingStore;
  readonly #windowMs: number;
  readonly #middleware: RequestHandler;
  readonly #partitions = new PartitionNames();

  constructor(options: {
    /** As the headers call it. */
    readonly name: string;
    readonly limit: number;
    readonly windowMs: number;
    readonly store: Store;
    readonly clock: Clock;
    /** Called for each refusal. */
    readonly onHit: () => void;
  }) {
    const { name, limit, windowMs, store, clock } = options;
    this.#onHit = options.onHit;
    this.#name = name;
    this.#limit = limit;
    this.#windowMs = windowMs;
    this.#store = new BlockingStore(store, limit, clock);
    this.#middleware = rateLimit({
      windowMs,
      limit,
      // They are written with those of the other limits.
      standardHeaders: false,
      legacyHeaders: false,
      store: this.#store,
      // Its checks are of options, and write to the console.
      validate: false,
      keyGenerator: (request) => holderOf(request),
      handler: (request, _response, next) => {
        next(this.#refusal(this.#store.blockedMs(holderOf(request))));
      },
    });
  }

  /** Throws RATE_LIMITED. */
  async countRequest(response: Response, holder: string): Promise<void> {
    const counted: CountedRequest = { holder };
    try {
      await new Promise<void>((resolve, reject) => {
        const request = counted as unknown as Request;
        void this.#middleware(request, response, (error?: unknown) => {
          if (error instanceof Error) reject(error);
          else resolve();
        });
      });
    } finally {
      if (counted.rateLimit !== undefined) this.#tell(response, holder, counted.rateLimit);
    }
  }

  /** Counts what is no HTTP request of express. Throws RATE_LIMITED. */
  async count(holder: string): Promise<void> {
    const { totalHits } = await this.#store.increment(holder);
    if (totalHits > this.#limit) throw this.#refusal(this.#store.blockedMs(holder));
  }

  /** Whether the holder is known to be over the limit; counts nothing, and asks no store. */
  isFull(holder: string): boolean {
    return this.#store.blockedMs(holder) > 0;
  }

  /** Throws RATE_LIMITED for a holder who is known to be over the limit; counts nothing. */
  requireRoom(holder: string): void {
    const blockedMs = this.#store.blockedMs(holder);
    if (blockedMs > 0) throw this.#refusal(blockedMs);
  }

  #tell(response: Response, holder: string, { remaining, resetTime }: RateLimitInfo): void {
    const resetMs = resetTime === undefined ? this.#windowMs : resetTime.getTime() - Date.now();
    addRateLines(response, {
      ...{ name: this.#name, limit: this.#limit, windowMs: this.#windowMs, remaining, resetMs },
      partition: this.#partitions.of(holder),
    });
  }

  #refusal(blockedMs: number): GatewayError {
    this.#onHit();
    const retryAfterMs = Math.ceil(blockedMs / RETRY_STEP_MS) * RETRY_STEP_MS;
    return new GatewayError('RATE_LIMITED', { retryAfterMs, detail: `limit ${this.#name}` });
  }
}

function holderOf(request: Request): string {
  return (request as unknown as CountedRequest).holder;
}
