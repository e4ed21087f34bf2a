import type { ViewerPolicies } from './access-policy.js';
import type { AuditedMutation } from '../audit.js';
import type { CredentialKind } from './credential-kind.js';
import type { Scope } from './scope.js';

export interface Credential {
  readonly kind: CredentialKind;
  /** The key's id, or the token's (`jti`). Public: it opens nothing. */
  readonly id: string;
  /**
   * Of a key, and of a token issued for one: which of the key's secrets it was, because one may replace
   * another. It opens nothing.
   */
  readonly secretMark?: string;
}

/** To what an issued token is narrowed; what is absent is not narrowed. */
export interface TokenLimits {
  /** Root fields that it may use. */
  readonly operations?: readonly string[];
  /** Tasks that it may use: no others exist for it. */
  readonly taskIds?: readonly string[];
  /** Credits that all its requests together may cost. */
  readonly creditsMax?: number;
}

/** Who calls: made from a credential once per request or stream, never from anything a client claims. */
export interface Viewer {
  readonly tenantId: string;
  /**
   * Stable name of the credential's holder, e.g. `key:ab12cd34`; of an issued token that of the key
   * it was issued for, whose budgets and shares it uses.
   */
  readonly subject: string;
  readonly scopes: ReadonlySet<Scope>;
  /** When the credential ends; null when it does not. */
  readonly expiresAt: Date | null;
  readonly credential: Credential;
  readonly limits?: TokenLimits;
  /** The API key that answers for what is spent; null for a token of an external issuer. */
  readonly keyId: string | null;
  /** As they were read with the credential; absent: they were not. */
  readonly policies?: ViewerPolicies;
  /** The network address that it calls from, as far as that is known. */
  readonly address?: string;
  /** The mutation that is being executed for it. */
  readonly audit?: AuditedMutation;
}

/** Whether the viewer's token, if it is narrowed to operations, is also good for this one. */
export function isNarrowedFrom({ limits }: Viewer, operation: string): boolean {
  return limits?.operations?.includes(operation) === false;
}

/** Whether there is such a task for the viewer: a token may be narrowed to some. */
export function isHidden({ limits }: Viewer, taskId: string): boolean {
  return limits?.taskIds?.includes(taskId.toLowerCase()) === false;
}

export function subjectOfKey(keyId: string): string {
  return `key:${keyId}`;
}

/** The holder of an external issuer's token: the issuer by its name in the configuration. */
export function subjectAtIssuer(issuerName: string, subject: string): string {
  return `issuer:${issuerName}:${subject}`;
}
