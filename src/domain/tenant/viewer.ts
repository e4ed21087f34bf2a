import type { ViewerPolicies } from './access-policy.js';
import type { AuditedMutation } from '../audit.js';
import type { CredentialKind } from './credential-kind.js';
import type { Scope } from './scope.js';

export interface Credential {
  readonly kind: CredentialKind;
  /** The key's id, or the token's (`jti`). Public: it opens nothing. */
  readonly id: string;
  /**
   * For a key, or a token issued for one: identifies the secret of the key that was used, because a
   * new secret may replace it. It opens nothing.
   */
  readonly secretMark?: string;
}

/** The restrictions of an issued token. An absent member does not restrict it. */
export interface TokenLimits {
  /** Root fields that it may use. */
  readonly operations?: readonly string[];
  /** Tasks that it may use. All other tasks look missing to it. */
  readonly taskIds?: readonly string[];
  /** Credits that all its requests together may cost. */
  readonly creditsMax?: number;
}

/**
 * The caller. It is made from a credential for each request or stream, never from a client's claims;
 * requests with a credential that was read once may share one.
 */
export interface Viewer {
  readonly tenantId: string;
  /**
   * Stable name of the credential's holder, e.g. `key:ab12cd34`. An issued token has the name of
   * its key, whose budgets and shares it uses.
   */
  readonly subject: string;
  readonly scopes: ReadonlySet<Scope>;
  /** When the credential ends; null when it does not. */
  readonly expiresAt: Date | null;
  readonly credential: Credential;
  readonly limits?: TokenLimits;
  /** The API key whose budgets the viewer spends; null for a token of an external issuer. */
  readonly keyId: string | null;
  /** The policies that were read with the credential; absent: none were read. */
  readonly policies?: ViewerPolicies;
  /** The network address of the caller, if it is known. */
  readonly address?: string;
  /** The mutation that is being executed for it. */
  readonly audit?: AuditedMutation;
  /** Of the span of that mutation; absent: none is recorded. */
  readonly traceparent?: string;
}

/** Whether the viewer's token, if it is narrowed to operations, is also good for this one. */
export function isNarrowedFrom({ limits }: Viewer, operation: string): boolean {
  return limits?.operations?.includes(operation) === false;
}

/** Whether the viewer may see the task. A token may be restricted to some tasks. */
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
