import { isScope, type Scope } from '../domain/tenant/scope.js';
import { isStorable } from '../domain/input/storable-text.js';
import { isTenantId } from '../domain/tenant/tenant.js';
import { subjectAtIssuer, type Viewer } from '../domain/tenant/viewer.js';
import { GatewayError } from '../errors.js';
import type { VerifiedToken } from './token-verifier.js';
import type { ExternalIssuer } from './trusted-issuers.js';

/** `jti` of a token: anything else is told by the token's hash. */
const TOKEN_ID = /^[\x21-\x7e]{1,128}$/;

/**
 * Who a verified token of an external issuer says its holder is. Throws UNAUTHENTICATED when it names
 * no tenant. Whether the tenant is there is not looked up here.
 */
export function externalViewer({ issuer, claims, hash }: VerifiedToken<ExternalIssuer>): Viewer {
  const { all, subject, endsAt } = claims;
  const tenantId = tenantOf(issuer, all);
  if (!isTenantId(tenantId)) throw refused('names no tenant');
  if (!isStorable(subject)) throw refused('sub');
  const { jti } = all;
  return {
    tenantId,
    subject: subjectAtIssuer(issuer.name, subject),
    scopes: new Set(scopesOf(issuer, all)),
    expiresAt: endsAt,
    credential: {
      kind: 'issuer',
      id: typeof jti === 'string' && TOKEN_ID.test(jti) ? jti : hash,
    },
    keyId: null,
  };
}

function tenantOf({ tenant }: ExternalIssuer, claims: VerifiedToken['claims']['all']): unknown {
  return 'id' in tenant ? tenant.id : own(claims, tenant.claim);
}

/** Those that the token names, this gateway knows, and the issuer may grant. */
function scopesOf(
  { scopeClaim, scopePrefix, grants }: ExternalIssuer,
  claims: VerifiedToken['claims']['all'],
): readonly Scope[] {
  const value = own(claims, scopeClaim);
  const names: readonly unknown[] = typeof value === 'string' ? value.split(' ') : list(value);
  return names.flatMap((name) => {
    if (typeof name !== 'string' || !name.startsWith(scopePrefix)) return [];
    const scope = name.slice(scopePrefix.length);
    return isScope(scope) && grants.has(scope) ? [scope] : [];
  });
}

function own(claims: VerifiedToken['claims']['all'], name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function refused(rule: string): GatewayError {
  return new GatewayError('UNAUTHENTICATED', { detail: `token: ${rule}` });
}
