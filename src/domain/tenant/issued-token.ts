import { isScope, type Scope } from './scope.js';
import type { TokenLimits } from './viewer.js';

/** 1 h. Longer work needs a new token, so that a lost token is useful for a short time only. */
export const TOKEN_LIFETIME_MAX_SECONDS = 3_600;

/** A slow client could not use a shorter token before it ends. */
export const TOKEN_LIFETIME_MIN_SECONDS = 10;

/** Entries of each list that narrows a token: its text must fit into a header. */
export const TOKEN_LIST_MAX = 50;

/** The contents of this gateway's tokens, besides issuer, audience and times. */
export interface IssuedToken {
  /** `jti`. */
  readonly id: string;
  /** The API key that it was issued for. Its spending counts for that key. */
  readonly keyId: string;
  /** Credential.secretMark of the secret that requested it. The token ends with that secret. */
  readonly secretMark: string;
  readonly tenantId: string;
  readonly scopes: readonly Scope[];
  readonly limits: TokenLimits;
}

/** As claims. Names are those of RFC 7519 and RFC 9068 where they have one. */
export function claimsOf({ id, keyId, secretMark, tenantId, scopes, limits }: IssuedToken) {
  return {
    jti: id,
    sub: `key:${keyId}`,
    client_id: keyId,
    key_mark: secretMark,
    tenant: tenantId,
    scope: scopes.join(' '),
    ...(limits.operations !== undefined && { operations: limits.operations }),
    ...(limits.taskIds !== undefined && { task_ids: limits.taskIds }),
    ...(limits.creditsMax !== undefined && { credits_max: limits.creditsMax }),
  };
}

/**
 * The token of verified claims; undefined when this gateway does not write such claims. A
 * restricting claim that cannot be read must not be ignored. Otherwise the token would permit more
 * than was issued.
 */
export function issuedTokenOf(claims: Readonly<Record<string, unknown>>): IssuedToken | undefined {
  const { jti, client_id: keyId, key_mark: secretMark, tenant, scope } = claims;
  const { operations, task_ids: taskIds, credits_max: creditsMax } = claims;
  if (typeof jti !== 'string' || typeof keyId !== 'string' || typeof tenant !== 'string') {
    return undefined;
  }
  if (typeof scope !== 'string' || typeof secretMark !== 'string') return undefined;
  if (!isOptional(operations, isTexts) || !isOptional(taskIds, isTexts)) return undefined;
  if (!isOptional(creditsMax, isAmount)) return undefined;
  return {
    id: jti,
    keyId,
    secretMark,
    tenantId: tenant,
    scopes: scope.split(' ').filter(isScope),
    limits: {
      ...(operations !== undefined && { operations }),
      ...(taskIds !== undefined && { taskIds }),
      ...(creditsMax !== undefined && { creditsMax }),
    },
  };
}

function isOptional<T>(value: unknown, is: (value: unknown) => value is T): value is T | undefined {
  return value === undefined || is(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}
