import type { KeyObject } from 'node:crypto';
import jsonwebtoken, { type JwtHeader, type JwtPayload } from 'jsonwebtoken';
import type { JwtAlgorithm } from '../domain/tenant/jwt-algorithm.js';
import { GatewayError } from '../errors.js';
import type { TokenKey } from '../ports/tokens/token-keys.js';
import { ExpiredCredential } from './expired-credential.js';

/** What a token must be, of one issuer. */
export interface JwtRules {
  readonly algorithms: readonly JwtAlgorithm[];
  /** `iss`, character by character. */
  readonly issuer: string;
  /** `aud` must be one of these: a single text, character by character. */
  readonly audiences: readonly string[];
  /** Whether the header must say `typ: at+jwt` (RFC 9068). Without it, `JWT` or nothing will do too. */
  readonly requiresAccessTokenType: boolean;
  /** From `iat` to `exp`. */
  readonly lifetimeMaxSeconds: number;
  /** How far `iat` and `nbf` may be ahead of this machine's clock. */
  readonly skewSeconds: number;
  /** How long the token is taken after `exp`. */
  readonly graceSeconds: number;
}

/** Claims of a token that has passed every rule. */
export interface VerifiedClaims {
  readonly subject: string;
  /** From this time on the token is refused. */
  readonly endsAt: Date;
  /** All claims, as they stand there. */
  readonly all: Readonly<Record<string, unknown>>;
}

/** Headers that name a key of the sender's own choice, or extensions that are not understood. */
const REFUSED_HEADERS = ['crit', 'jku', 'jwk', 'x5u', 'x5c', 'zip', 'b64'] as const;

const ACCESS_TOKEN_TYPES: ReadonlySet<string> = new Set(['at+jwt', 'application/at+jwt']);
const PLAIN_TYPES: ReadonlySet<string> = new Set(['jwt', 'application/jwt', '']);

/** Bits. RFC 7518, 3.3. */
const RSA_BITS_MIN = 2_048;

/** Characters. OpenID Connect Core, 2: `sub`. */
const SUBJECT_LENGTH_MAX = 255;

const SECOND_MS = 1_000;

/**
 * THE check of a JWT: signature, algorithm, issuer, audience, times, type. Throws UNAUTHENTICATED
 * with the rule that was broken as detail, and ExpiredCredential when the token's age is all that is
 * wrong with it.
 */
export function verifyJwt(
  token: string,
  { key, algorithm }: Pick<TokenKey, 'key' | 'algorithm'>,
  rules: JwtRules,
  now: Date,
): VerifiedClaims {
  requireStrength(key);
  const { header, payload } = verifySignature(token, key, rules, now);
  if (algorithm !== undefined && algorithm !== header.alg) throw refused('alg');
  requireHeader(header, rules);
  return checkClaims(payload, rules, now);
}

/** The header of a text that has the form of a JWT; undefined for any other. Nothing is verified. */
export function unverifiedParts(
  token: string,
): { readonly header: JwtHeader; readonly issuer: string } | undefined {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return undefined;
  try {
    const decoded = jsonwebtoken.decode(token, { complete: true });
    if (decoded === null || typeof decoded.payload === 'string') return undefined;
    const { iss } = decoded.payload;
    return typeof iss === 'string' ? { header: decoded.header, issuer: iss } : undefined;
  } catch {
    return undefined;
  }
}

function verifySignature(
  token: string,
  key: KeyObject,
  { algorithms, issuer, audiences, skewSeconds }: JwtRules,
  now: Date,
): { readonly header: JwtHeader; readonly payload: JwtPayload } {
  const [first, ...others] = audiences;
  if (first === undefined) throw refused('no audience is configured');
  try {
    const { header, payload } = jsonwebtoken.verify(token, key, {
      algorithms: [...algorithms],
      issuer,
      audience: [first, ...others],
      clockTimestamp: now.getTime() / SECOND_MS,
      clockTolerance: skewSeconds,
      // Told last: a token that is wrong in another way is not called expired.
      ignoreExpiration: true,
      complete: true,
    });
    if (typeof payload === 'string' || Array.isArray(payload)) throw refused('payload');
    return { header, payload };
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    throw refused(error instanceof Error ? error.message : 'verification');
  }
}

/** jsonwebtoken checks an RSA key's size only where it signs. */
function requireStrength({ type, asymmetricKeyType, asymmetricKeyDetails }: KeyObject): void {
  const isRsa = asymmetricKeyType?.startsWith('rsa') === true;
  const isWeak = isRsa && (asymmetricKeyDetails?.modulusLength ?? 0) < RSA_BITS_MIN;
  if (type !== 'public' || isWeak) throw refused('key');
}

function requireHeader(header: JwtHeader, { requiresAccessTokenType }: JwtRules): void {
  for (const name of REFUSED_HEADERS) if (name in header) throw refused(name);
  const { typ = '' } = header as { readonly typ?: unknown };
  const type = typeof typ === 'string' ? typ.toLowerCase() : 'none';
  const isFitting =
    ACCESS_TOKEN_TYPES.has(type) || (!requiresAccessTokenType && PLAIN_TYPES.has(type));
  if (!isFitting) throw refused('typ');
}

function checkClaims(payload: JwtPayload, rules: JwtRules, now: Date): VerifiedClaims {
  const { sub, aud, iat, exp, nbf } = payload as Readonly<Record<string, unknown>>;
  const nowSeconds = now.getTime() / SECOND_MS;
  // jsonwebtoken takes a list that holds the right one.
  if (typeof aud !== 'string') throw refused('aud');
  if (typeof sub !== 'string' || sub === '' || sub.length > SUBJECT_LENGTH_MAX) {
    throw refused('sub');
  }
  if (!isTime(iat) || iat > nowSeconds + rules.skewSeconds) throw refused('iat');
  if (nbf !== undefined && !isTime(nbf)) throw refused('nbf');
  if (!isTime(exp) || exp <= iat || exp - iat > rules.lifetimeMaxSeconds) throw refused('exp');
  const endsAt = new Date((exp + rules.graceSeconds) * SECOND_MS);
  if (endsAt <= now) throw new ExpiredCredential('token: expired');
  return { subject: sub, endsAt, all: payload };
}

/** Seconds since 1970, before the year 9999. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < 253_370_764_800;
}

function refused(rule: string): GatewayError {
  return new GatewayError('UNAUTHENTICATED', { detail: `token: ${rule}` });
}
