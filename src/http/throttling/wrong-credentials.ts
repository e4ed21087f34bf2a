import { hash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ExpiredCredential } from '../../auth/expired-credential.js';
import { entriesMax } from '../../concurrency/entries-max.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { RateCounters, RateRule } from '../../ports/limits/rate-counters.js';

/** 10 min: how long an address that has guessed waits. */
const WINDOW_MS = 600_000;

/** The name of the limit. */
export const WRONG_CREDENTIALS = 'wrong-credentials';

/** How long a credential that was good is still taken for no guess, and of how many that is known. */
const KNOWN_MS = 600_000;
const KNOWN_MAX = 50_000;

type Authenticate = () => Promise<Viewer>;

/**
 * Bounds the wrong credentials of one address. A credential that this process has lately found good
 * is no guess: its holder is served, whatever else comes from the same address. It is authenticated
 * all the same.
 */
export class WrongCredentials {
  readonly #counters: RateCounters;
  readonly #rule: RateRule;
  /** Holders by `nameOf`: the credentials themselves are not kept. */
  readonly #known: LRUCache<string, string>;
  readonly #holderOf: (viewer: Viewer) => string;
  readonly #onHit: () => void;
  readonly #secret = randomBytes(32).toString('base64');
  /** First attempts that are under way: of many requests with one new credential one is the guess. */
  readonly #attempts = new Map<string, Promise<void>>();

  constructor(options: {
    readonly counters: RateCounters;
    readonly clock: Clock;
    /** Wrong credentials of one address in 10 minutes. */
    readonly limit: number;
    readonly holderOf: (viewer: Viewer) => string;
    /** Called for each refusal. */
    readonly onHit: () => void;
  }) {
    this.#onHit = options.onHit;
    this.#holderOf = options.holderOf;
    this.#counters = options.counters;
    this.#rule = {
      name: WRONG_CREDENTIALS,
      limit: options.limit,
      windowMs: WINDOW_MS,
      whenStoreIsAway: 'countLocally',
    };
    this.#known = new LRUCache({
      ...entriesMax(KNOWN_MAX),
      ttl: KNOWN_MS,
      ttlResolution: 0,
      perf: { now: () => options.clock.monotonicMs() },
    });
  }

  /** Names a credential for this process alone, and says nothing of it. */
  nameOf(authorization: string): string {
    return hash('sha256', this.#secret + authorization, 'base64');
  }

  /** Whose the credential of that name is; undefined unless this process has lately found it good. */
  findHolder(name: string): string | undefined {
    return this.#known.get(name);
  }

  /**
   * Authenticates, unless the credential is unknown and its address has shown too many wrong ones:
   * RATE_LIMITED. Many at once are not more than the limit: a guess is counted before it is tried.
   */
  async attempt(address: string, name: string, authenticate: Authenticate): Promise<Viewer> {
    await this.#attempts.get(name);
    if (this.#known.has(name)) return await this.#authenticateKnown(name, authenticate);
    const attempt = this.#try(address, name, authenticate);
    const ended = attempt.then(
      () => undefined,
      () => undefined,
    );
    this.#attempts.set(name, ended);
    try {
      return await attempt;
    } finally {
      if (this.#attempts.get(name) === ended) this.#attempts.delete(name);
    }
  }

  async #authenticateKnown(name: string, authenticate: Authenticate): Promise<Viewer> {
    try {
      return await authenticate();
    } catch (error) {
      // One that has expired is no guess, but no longer good either: it counts for its address again.
      if (isRefused(error)) this.#known.delete(name);
      throw error;
    }
  }

  async #try(address: string, name: string, authenticate: Authenticate): Promise<Viewer> {
    const { isAllowed, resetMs } = await this.#counters.take(this.#rule, address, 1);
    if (!isAllowed) {
      this.#onHit();
      throw new GatewayError('RATE_LIMITED', {
        retryAfterMs: resetMs,
        detail: `limit ${this.#rule.name}`,
      });
    }
    try {
      const viewer = await authenticate();
      this.#known.set(name, this.#holderOf(viewer));
      this.#giveBack(address);
      return viewer;
    } catch (error) {
      if (!isWrong(error)) this.#giveBack(address);
      throw error;
    }
  }

  /** Not waited for. What is not given back ends with its window. */
  #giveBack(address: string): void {
    this.#counters.giveBack(this.#rule, address, 1).catch(() => undefined);
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof GatewayError && error.code === 'UNAUTHENTICATED';
}

/** A credential that has expired was no guess. */
function isWrong(error: unknown): boolean {
  return isRefused(error) && !(error instanceof ExpiredCredential);
}
