import type { Scope } from '../domain/tenant/scope.js';
import type { TrustedIssuer } from './token-verifier.js';

/** This gateway, for the holders of API keys. */
export interface OwnIssuer extends TrustedIssuer {
  readonly kind: 'own';
}

/** An OAuth issuer that an operator trusts, and how its claims are read. */
export interface ExternalIssuer extends TrustedIssuer {
  readonly kind: 'external';
  /** From the configuration: stands in subjects and logs. */
  readonly name: string;
  /** The claim that names the tenant, or the tenant that all its tokens belong to. */
  readonly tenant: { readonly claim: string } | { readonly id: string };
  /** The claim with the scopes: a text with spaces between them, or a list. */
  readonly scopeClaim: string;
  /** Stands before each scope there, and is taken off; what has it not is no scope of ours. */
  readonly scopePrefix: string;
  /** Scopes that it may grant. */
  readonly grants: ReadonlySet<Scope>;
}

export type Issuer = OwnIssuer | ExternalIssuer;
