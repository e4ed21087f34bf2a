import type { AuditEvent, AuditVerdict } from '../../domain/audit.js';
import type { ErrorCode } from '../../error-registry.js';

/** Refusals that are security events wherever they happen. */
const DENIALS: Readonly<Partial<Record<ErrorCode, AuditEvent>>> = {
  UNAUTHENTICATED: 'authn_login_fail',
  FORBIDDEN: 'authz_fail',
  RATE_LIMITED: 'excess_rate_limit_exceeded',
  ORIGIN_NOT_ALLOWED: 'malicious_cors',
};

/** Reads of what is not there, or not the caller's: very many of them are a search for ids. */
const FAILED_READS: Readonly<Partial<Record<ErrorCode, AuditEvent>>> = {
  NOT_FOUND: 'sensitive_read',
};

/** Refusals of a mutation by what its tenant, key or token may do. */
const NOT_PERMITTED: ReadonlySet<ErrorCode> = new Set([
  'POLICY_REFUSED',
  'BUDGET_EXCEEDED',
  'PRICE_UNKNOWN',
  'TENANT_STOPPED',
  'TOO_MANY_LIVE_TASKS',
  'TOO_MANY_QUEUED_TASKS',
  'TOO_MANY_STORED_BYTES',
]);

/** Undefined where an error is no security event. */
export function denialEvent(code: ErrorCode): AuditEvent | undefined {
  return DENIALS[code];
}

/** The event of a query or subscription that ended so; undefined where that is no security event. */
export function readEvent(code: ErrorCode): AuditEvent | undefined {
  return DENIALS[code] ?? FAILED_READS[code];
}

export function verdictOf(code: ErrorCode): AuditVerdict {
  const isDenied = DENIALS[code] !== undefined || NOT_PERMITTED.has(code);
  return isDenied ? 'DENIED' : 'FAILED';
}
