import type { Request, RequestHandler, Response } from 'express';
import { rateLimit, type Store } from 'express-rate-limit';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import { BlockingStore } from './blocking-store.js';

/** 100 ms: no client sleeps more exactly, and the window is told to the library by the wall clock. */
const RETRY_STEP_MS = 100;

/**
 * How many requests one holder may send in each window. HTTP requests are counted by
 * express-rate-limit, which writes `RateLimit` and `RateLimit-Policy` (draft 8); what comes by other
 * ways uses the same counts.
 */
export class RequestLimit {
  readonly #name: string;
  readonly #limit: number;
  readonly #onHit: () => void;
  readonly #store: BlockingStore;
  readonly #middleware: RequestHandler;
  readonly #holders = new WeakMap<object, string>();

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
    this.#store = new BlockingStore(store, limit, clock);
    this.#middleware = rateLimit({
      windowMs,
      limit,
      identifier: name,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      store: this.#store,
      // Its checks are of options, and write to the console.
      validate: false,
      keyGenerator: (request) => this.#holders.get(request) ?? '',
      handler: (request, _response, next) => {
        next(this.#refusal(this.#store.blockedMs(this.#holders.get(request) ?? '')));
      },
    });
  }

  /** Throws RATE_LIMITED. */
  async countRequest(request: Request, response: Response, holder: string): Promise<void> {
    this.#holders.set(request, holder);
    await new Promise<void>((resolve, reject) => {
      void this.#middleware(request, response, (error?: unknown) => {
        if (error instanceof Error) reject(error);
        else resolve();
      });
    });
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

  #refusal(blockedMs: number): GatewayError {
    this.#onHit();
    const retryAfterMs = Math.ceil(blockedMs / RETRY_STEP_MS) * RETRY_STEP_MS;
    return new GatewayError('RATE_LIMITED', { retryAfterMs, detail: `limit ${this.#name}` });
  }
}
