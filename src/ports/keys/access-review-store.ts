import type { AuditedMutation } from '../../domain/audit.js';
import type { Scope } from '../../domain/tenant/scope.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ApiKey } from './key-store.js';
import type { TenantPage } from '../tenants/tenant-store.js';

/** What a review looks for in a key. */
export const REVIEW_FINDINGS = ['UNUSED', 'ENDLESS', 'UNUSED_SCOPES'] as const;

export type ReviewFinding = (typeof REVIEW_FINDINGS)[number];

/** A key that can be used, and what speaks for or against it. */
export interface ReviewedKey {
  readonly key: ApiKey;
  readonly tenant: Tenant;
  /** Null: it was not, as long as uses are recorded. */
  readonly lastUsedAt: Date | null;
  /** Whether it was not used since `unusedSince`. */
  readonly isUnused: boolean;
  /** Scopes that were never needed. */
  readonly unusedScopes: readonly Scope[];
}

/** Place of a key in a review. */
export interface ReviewPlace {
  readonly tenantId: string;
  readonly id: string;
}

export interface AccessReviewStore {
  /** Keys that are neither revoked nor expired, of tenants that are not DELETING, by tenant and id. */
  listReviewedKeys(
    review: {
      readonly now: Date;
      readonly unusedSince: Date;
      /** Null: all keys. */
      readonly finding: ReviewFinding | null;
    },
    page: { readonly first: number; readonly after: ReviewPlace | null },
  ): Promise<{ readonly keys: readonly ReviewedKey[]; readonly hasNextPage: boolean }>;
  /** Those without a limit on the tenant as a whole, by id. */
  listTenantsWithoutBudget(page: {
    readonly first: number;
    readonly after: string | null;
  }): Promise<TenantPage>;
  /** Revokes keys that were not used since then, at most `limit`, oldest first; returns them. */
  revokeUnusedKeys(options: {
    readonly now: Date;
    readonly unusedSince: Date;
    readonly exceptKeyId: string | null;
    readonly limit: number;
    readonly audit?: AuditedMutation | undefined;
  }): Promise<readonly ApiKey[]>;
}
