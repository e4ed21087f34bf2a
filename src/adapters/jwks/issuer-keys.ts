import { createPublicKey } from 'node:crypto';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { TokenKey, TokenKeys } from '../../ports/tokens/token-keys.js';
import type { OutwardHttp } from '../../ports/outward/outward-http.js';
import { discoverJwksUri } from './discover.js';
import { fetchJson } from './fetch-json.js';
import { unawaited } from '../../concurrency/unawaited.js';

/** 10 min: so long keys are used without a look whether the issuer still has them. */
const FRESH_MS = 600_000;

/** 30 s between two looks, however many tokens name keys that are not there. */
const COOLDOWN_MS = 30_000;

/** 5 s after a look that failed. */
const RETRY_MS = 5_000;

/** Keys of one issuer that are looked at. */
const KEYS_MAX = 100;

/**
 * The keys of an external issuer. They are fetched when a token first needs one, again for a key that
 * is not known, and in the background when they have grown old. While the issuer is away, those that
 * are known go on.
 */
export class IssuerKeys implements TokenKeys {
  readonly #options: {
    readonly name: string;
    readonly issuer: string;
    readonly jwksUri: string | undefined;
    readonly clock: Clock;
    readonly log: Logger;
    readonly outward: OutwardHttp;
  };
  /** Undefined: never fetched. */
  #keys: readonly TokenKey[] | undefined;
  #jwksUri: string | undefined;
  #fetchedAtMs = -Infinity;
  #nextLookAtMs = -Infinity;
  #hasFailed = false;
  #looking: Promise<void> | undefined;

  constructor(options: {
    readonly name: string;
    readonly issuer: string;
    /** Undefined: found by discovery. */
    readonly jwksUri: string | undefined;
    readonly clock: Clock;
    readonly log: Logger;
    readonly outward: OutwardHttp;
  }) {
    this.#options = options;
    this.#jwksUri = options.jwksUri;
  }

  async find(id: string | undefined): Promise<TokenKey | undefined> {
    const known = this.#pick(id);
    if (known !== undefined) {
      this.#refreshIfOld();
      return known;
    }
    await this.#look();
    const found = this.#pick(id);
    // A key that is too new cannot be told from a wrong one while nothing can be fetched.
    if (found === undefined && this.#hasFailed) throw this.#unavailable();
    return found;
  }

  isCurrent({ key }: TokenKey): boolean {
    this.#refreshIfOld();
    return this.#keys?.some((known) => known.key === key) === true;
  }

  /** At the start, so that a wrong address is told before the first token comes. Never rejects. */
  async warmUp(): Promise<void> {
    await this.#look();
  }

  #pick(id: string | undefined): TokenKey | undefined {
    const keys = this.#keys ?? [];
    if (id === undefined) return keys.length === 1 ? keys[0] : undefined;
    return keys.find((key) => key.id === id);
  }

  #refreshIfOld(): void {
    if (this.#nowMs < this.#fetchedAtMs + FRESH_MS) return;
    unawaited(this.#look(), { name: 'keys of a token issuer', log: this.#options.log });
  }

  /** One at a time, and none while the last is too recent. */
  async #look(): Promise<void> {
    if (this.#looking === undefined && this.#nowMs < this.#nextLookAtMs) return;
    this.#looking ??= this.#fetch().finally(() => {
      this.#looking = undefined;
    });
    await this.#looking;
  }

  /** Never rejects. */
  async #fetch(): Promise<void> {
    const { name, issuer, log, outward } = this.#options;
    try {
      this.#jwksUri ??= await discoverJwksUri(issuer, outward);
      this.#use(await fetchKeys(this.#jwksUri, outward));
      this.#fetchedAtMs = this.#nowMs;
      this.#nextLookAtMs = this.#nowMs + COOLDOWN_MS;
      this.#hasFailed = false;
    } catch (error) {
      // Where it has moved to, discovery says.
      this.#jwksUri = this.#options.jwksUri;
      this.#nextLookAtMs = this.#nowMs + RETRY_MS;
      this.#hasFailed = true;
      const known = this.#keys?.length ?? 0;
      log.warn({ issuer: name, known, err: error }, 'the keys of a token issuer cannot be fetched');
    }
  }

  /** A key that stays keeps its object: tokens that were verified with it stay verified. */
  #use(keys: readonly TokenKey[]): void {
    const before = this.#keys ?? [];
    this.#keys = keys.map(
      (key) =>
        before.find(
          ({ id, algorithm, key: known }) =>
            id === key.id && algorithm === key.algorithm && known.equals(key.key),
        ) ?? key,
    );
  }

  #unavailable(): GatewayError {
    const retryAfterMs = Math.max(this.#nextLookAtMs - this.#nowMs, 1_000);
    const detail = `keys of the issuer ${this.#options.name}`;
    return new GatewayError('ISSUER_UNAVAILABLE', { retryAfterMs, detail });
  }

  get #nowMs(): number {
    return this.#options.clock.now().getTime();
  }
}

/** Those of a JWK set that verify signatures. Throws when it has none. */
async function fetchKeys(jwksUri: string, outward: OutwardHttp): Promise<readonly TokenKey[]> {
  const set = Object(await fetchJson(jwksUri, outward)) as { readonly keys?: unknown };
  const listed: readonly unknown[] = Array.isArray(set.keys) ? set.keys : [];
  const keys = listed.flatMap((jwk) => verificationKey(Object(jwk) as Jwk) ?? []);
  if (keys.length === 0) throw new Error('it has no keys that verify signatures');
  return keys.slice(0, KEYS_MAX);
}

type Jwk = Readonly<Record<string, unknown>>;

/** Key types whose signatures are checked with a public key. */
const ASYMMETRIC: ReadonlySet<unknown> = new Set(['RSA', 'EC', 'OKP']);

/** Undefined for keys of another use, secret ones, and those that Node cannot read. */
function verificationKey(jwk: Jwk): TokenKey | undefined {
  const { use = 'sig', key_ops: uses, kty, d, kid, alg } = jwk;
  if (use !== 'sig' || !ASYMMETRIC.has(kty) || d !== undefined) return undefined;
  if (Array.isArray(uses) && !uses.includes('verify')) return undefined;
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return { id: textOrNone(kid), algorithm: textOrNone(alg), key };
  } catch {
    return undefined;
  }
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
