import { PostgresAuditLog } from './audit/postgres-audit-log.js';
import type { Database } from './database.js';
import { PostgresBudgetStore } from './postgres-budget-store.js';
import { PostgresFollowingStore } from './postgres-following-store.js';
import { PostgresKeyStore } from './postgres-key-store.js';
import { PostgresModerationStore } from './postgres-moderation-store.js';
import { PostgresAccessReviewStore } from './keys/postgres-access-review-store.js';
import { PostgresKeyUsageStore } from './keys/postgres-key-usage-store.js';
import { PostgresPolicyStore } from './keys/postgres-policy-store.js';
import { PostgresPoolHoldStore } from './postgres-pool-hold-store.js';
import { PostgresResourceStore } from './postgres-resource-store.js';
import { PostgresSettlementStore } from './postgres-settlement-store.js';
import { PostgresTaskStore } from './postgres-task-store.js';
import { PostgresTenantRemovalStore } from './postgres-tenant-removal-store.js';
import { PostgresTenantStore } from './postgres-tenant-store.js';
import { PostgresRetentionStore } from './retention.js';

export type Stores = ReturnType<typeof storesOf>;

/** Every store of one database. */
export function storesOf(database: Database) {
  return {
    audit: new PostgresAuditLog(database),
    budgets: new PostgresBudgetStore(database),
    accessReviews: new PostgresAccessReviewStore(database),
    following: new PostgresFollowingStore(database),
    holds: new PostgresPoolHoldStore(database),
    keys: new PostgresKeyStore(database),
    keyUsage: new PostgresKeyUsageStore(database),
    moderation: new PostgresModerationStore(database),
    policies: new PostgresPolicyStore(database),
    removals: new PostgresTenantRemovalStore(database),
    resources: new PostgresResourceStore(database),
    retention: new PostgresRetentionStore(database),
    settlements: new PostgresSettlementStore(database),
    tasks: new PostgresTaskStore(database),
    tenants: new PostgresTenantStore(database),
  };
}
