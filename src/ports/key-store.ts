import type { Scope } from '../domain/scope.js';

/** A gateway credential as stored: the secret itself is never kept. */
export interface ApiKey {
  /** `[a-z0-9]{4,32}`: public, part of the key's text. */
  readonly id: string;
  readonly tenantId: string;
  /** SHA-256 of the secret: it has at least 128 bits of entropy, so a slow hash adds nothing. */
  readonly secretHash: Buffer;
  readonly scopes: readonly Scope[];
  readonly label: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface KeyStore {
  /** Undefined when the key's id is taken; throws NOT_FOUND when the tenant does not exist. */
  createKey(key: ApiKey): Promise<ApiKey | undefined>;
  findKey(id: string): Promise<ApiKey | undefined>;
  /** The same for whoever comes with it: undefined too when its tenant is SUSPENDED or DELETING. */
  findCredential(id: string): Promise<ApiKey | undefined>;
  /** The same for many, in one look-up and in no order: those that are missing are left out. */
  listCredentials(ids: readonly string[]): Promise<readonly ApiKey[]>;
  /** Those of these tenants whose credentials are taken: neither SUSPENDED nor DELETING. */
  listActiveTenants(ids: readonly string[]): Promise<readonly string[]>;
  hasKeys(): Promise<boolean>;
  /** The key as revoked (first revocation wins); undefined when there is none. */
  revokeKey(id: string, at: Date): Promise<ApiKey | undefined>;
}
