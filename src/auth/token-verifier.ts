import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { GatewayError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { TokenKey, TokenKeys } from '../ports/tokens/token-keys.js';
import { ExpiredCredential } from './expired-credential.js';
import { unverifiedParts, verifyJwt, type JwtRules, type VerifiedClaims } from './verify-jwt.js';

/** An issuer whose tokens this gateway takes. */
export interface TrustedIssuer {
  readonly keys: TokenKeys;
  /** Asked anew for each token: its own name is known to the gateway only once it listens. */
  readonly rules: () => JwtRules;
}

/** A token that was verified, and by what. */
export interface VerifiedToken<Issuer extends TrustedIssuer = TrustedIssuer> {
  readonly issuer: Issuer;
  readonly claims: VerifiedClaims;
  readonly key: TokenKey;
  /** SHA-256 of the text, base64url: names the token and does not open anything. */
  readonly hash: string;
}

/** Tokens remembered, and characters of them: claims take about as much. */
const REMEMBERED_MAX = 10_000;
const REMEMBERED_LENGTH_MAX = 16_777_216;

/**
 * Verifies each token once: that takes about 0.1 ms of the processor. What is remembered is the claims, not a permission; whether key and tenant are still good is asked
 * elsewhere, every time.
 */
export class TokenVerifier<Issuer extends TrustedIssuer> {
  readonly #issuers: readonly Issuer[];
  readonly #clock: Clock;
  readonly #remembered = new LRUCache<string, VerifiedToken<Issuer>>({
    max: REMEMBERED_MAX,
    maxSize: REMEMBERED_LENGTH_MAX,
  });

  constructor(options: { readonly issuers: readonly Issuer[]; readonly clock: Clock }) {
    this.#issuers = options.issuers;
    this.#clock = options.clock;
  }

  /** Throws UNAUTHENTICATED, ExpiredCredential and ISSUER_UNAVAILABLE. */
  async verify(text: string): Promise<VerifiedToken<Issuer>> {
    const hash = createHash('sha256').update(text).digest('base64url');
    const known = this.#remembered.get(hash);
    if (known !== undefined && this.isCurrent(known)) {
      if (known.claims.endsAt > this.#clock.now()) return known;
      this.#remembered.delete(hash);
      throw new ExpiredCredential('token: expired');
    }
    this.#remembered.delete(hash);
    const verified = { ...(await this.#verify(text)), hash };
    this.#remembered.set(hash, verified, { size: text.length });
    return verified;
  }

  /** Whether the key that verified the token is still its issuer's. */
  isCurrent({ issuer, key }: VerifiedToken<Issuer>): boolean {
    return issuer.keys.isCurrent(key);
  }

  async #verify(text: string): Promise<Omit<VerifiedToken<Issuer>, 'hash'>> {
    const parts = unverifiedParts(text);
    if (parts === undefined) throw new GatewayError('UNAUTHENTICATED', { detail: 'no credential' });
    const trusted = this.#issuers.find(({ rules }) => rules().issuer === parts.issuer);
    if (trusted === undefined) {
      throw new GatewayError('UNAUTHENTICATED', { detail: 'token: unknown issuer' });
    }
    const rules = trusted.rules();
    // Before its key is looked for, which may take a request to the issuer.
    if (!rules.algorithms.some((algorithm) => algorithm === parts.header.alg)) {
      throw new GatewayError('UNAUTHENTICATED', { detail: 'token: alg' });
    }
    const { kid } = parts.header as { readonly kid?: unknown };
    const key = await trusted.keys.find(typeof kid === 'string' ? kid : undefined);
    if (key === undefined) {
      throw new GatewayError('UNAUTHENTICATED', { detail: 'token: unknown key' });
    }
    return { issuer: trusted, claims: verifyJwt(text, key, rules, this.#clock.now()), key };
  }
}
