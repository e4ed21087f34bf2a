import type { AccessPolicy } from '../../domain/tenant/access-policy.js';
import type { AuditedMutation } from '../../domain/audit.js';
import type { Scope } from '../../domain/tenant/scope.js';

/** A gateway credential as stored: the secret itself is never kept. */
export interface ApiKey {
  /** `[a-z0-9]{4,32}`: public, part of the key's text. */
  readonly id: string;
  readonly tenantId: string;
  /** SHA-256 of the secret: it has at least 128 bits of entropy, so a slow hash adds nothing. */
  readonly secretHash: Buffer;
  /** The secret that `secretHash` has replaced, while it is still good. */
  readonly replacedSecret: { readonly hash: Buffer; readonly until: Date } | null;
  readonly scopes: readonly Scope[];
  /** What it is for, in words of its tenant. */
  readonly name: string | null;
  readonly createdAt: Date;
  /** Viewer.subject; null: an operator at the command line. */
  readonly createdBy: string | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** Since when an alert has it refused; null: it is not. */
  readonly suspendedAt: Date | null;
  /** Addresses and networks (CIDR) from which it may be used; empty: from everywhere. */
  readonly allowedAddresses: readonly string[];
  /** What it may submit; null: everything that its tenant may. */
  readonly policy: AccessPolicy | null;
}

/** A key as its holder's requests need it. */
export interface KeyCredential extends ApiKey {
  readonly tenantPolicy: AccessPolicy | null;
}

/** What of a key can change; what is absent stays as it is. */
export type KeyChange = Partial<
  Omit<ApiKey, 'id' | 'tenantId' | 'createdAt' | 'createdBy' | 'suspendedAt'>
>;

/** Place of a key in a list. */
export interface KeyPlace {
  readonly createdAt: Date;
  readonly id: string;
}

/** Newest first. */
export interface KeyPage {
  readonly keys: readonly ApiKey[];
  readonly hasNextPage: boolean;
  /** On all pages; null: more than are counted. */
  readonly totalCount: number | null;
}

export interface KeyStore {
  /** Undefined when the key's id is taken; throws NOT_FOUND when the tenant does not exist. */
  createKey(key: ApiKey, audit?: AuditedMutation): Promise<ApiKey | undefined>;
  findKey(id: string): Promise<ApiKey | undefined>;
  /** For its holder: undefined too when it is suspended, or its tenant is SUSPENDED or DELETING. */
  findCredential(id: string): Promise<KeyCredential | undefined>;
  /** The same for many, in one look-up and in no order: those that are missing are left out. */
  listCredentials(ids: readonly string[]): Promise<readonly KeyCredential[]>;
  /** Those of these tenants whose credentials are taken: neither SUSPENDED nor DELETING. */
  listActiveTenants(ids: readonly string[]): Promise<readonly string[]>;
  hasKeys(): Promise<boolean>;
  /** Revoked and expired ones included; null: of all tenants. */
  listKeys(
    tenantId: string | null,
    page: { readonly first: number; readonly after: KeyPlace | null },
  ): Promise<KeyPage>;
  /**
   * Changes a key as `decide` says, which is called with the key as it is while nothing else can
   * change it; what it throws is thrown, and nothing is changed. Undefined when there is no such key.
   */
  changeKey(
    id: string,
    decide: (key: ApiKey) => KeyChange,
    audit?: AuditedMutation,
  ): Promise<ApiKey | undefined>;
}
