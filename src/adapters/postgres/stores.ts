import { Lane } from '../../concurrency/gathered-work.js';
import { PostgresAlertStore } from './alerts/postgres-alert-store.js';
import { PostgresAuditLog } from './audit/postgres-audit-log.js';
import { PostgresRunwayCredentialStore } from './accounts/postgres-runway-credential-store.js';
import { PostgresArchiveStore } from './archive/postgres-archive-store.js';
import type { Database } from './connection/database.js';
import { PostgresBudgetStore } from './budgets/postgres-budget-store.js';
import { PostgresBooksStore } from './telemetry/postgres-books-store.js';
import { PostgresFigureStore } from './telemetry/postgres-figure-store.js';
import { PostgresEventStore } from './events/postgres-event-store.js';
import { PostgresFollowingStore } from './resources/postgres-following-store.js';
import { PostgresKeyStore } from './keys/postgres-key-store.js';
import { PostgresModerationStore } from './tenants/postgres-moderation-store.js';
import { PostgresAccessReviewStore } from './keys/postgres-access-review-store.js';
import { PostgresKeyUsageStore } from './keys/postgres-key-usage-store.js';
import { PostgresPolicyStore } from './keys/postgres-policy-store.js';
import { PostgresPoolHoldStore } from './dispatch/postgres-pool-hold-store.js';
import { PostgresQueueStore } from './dispatch/postgres-queue-store.js';
import { PostgresWaitingNoteStore } from './dispatch/postgres-waiting-note-store.js';
import { PostgresResourceStore } from './resources/postgres-resource-store.js';
import { PostgresSettlementStore } from './settlement/postgres-settlement-store.js';
import { PostgresOutputUploadStore } from './lineage/postgres-output-upload-store.js';
import { PostgresOutputStore } from './tasks/postgres-output-store.js';
import { PostgresPollStore } from './tasks/postgres-poll-store.js';
import { PostgresOutcomeStore } from './submission/postgres-outcome-store.js';
import { PostgresRestoredStore } from './submission/postgres-restored-store.js';
import { PostgresSubmissionStore } from './submission/postgres-submission-store.js';
import { PostgresTaskStore } from './tasks/postgres-task-store.js';
import { TaskChanges } from './tasks/task-changes.js';
import { PostgresTenantRemovalStore } from './tenants/postgres-tenant-removal-store.js';
import { PostgresTenantStore } from './tenants/postgres-tenant-store.js';
import { PostgresDefaultSecretStore } from './webhooks/postgres-default-secret-store.js';
import { PostgresDeliveryStore } from './webhooks/postgres-delivery-store.js';
import { PostgresTenantDeliveryStore } from './webhooks/postgres-tenant-delivery-store.js';
import { PostgresWebhookStore } from './webhooks/postgres-webhook-store.js';
import { PostgresRetentionStore } from './tasks/postgres-retention-store.js';

export type Stores = ReturnType<typeof storesOf>;

/**
 * Every store of one database. Their statements that hold rows of many tenants have one lane: a node
 * makes its stores once.
 */
export function storesOf(database: Database) {
  const lane = new Lane();
  const changing = { ...database, changes: new TaskChanges(database, lane) };
  return {
    alerts: new PostgresAlertStore(database),
    archive: new PostgresArchiveStore(database),
    audit: new PostgresAuditLog(database),
    credentials: new PostgresRunwayCredentialStore(database),
    books: new PostgresBooksStore(database),
    budgets: new PostgresBudgetStore(database),
    accessReviews: new PostgresAccessReviewStore(database),
    events: new PostgresEventStore(database),
    figures: new PostgresFigureStore(database),
    following: new PostgresFollowingStore(database),
    holds: new PostgresPoolHoldStore(database),
    keys: new PostgresKeyStore(database),
    keyUsage: new PostgresKeyUsageStore(database),
    moderation: new PostgresModerationStore(database),
    outcomes: new PostgresOutcomeStore(changing),
    outputs: new PostgresOutputStore(database),
    outputUploads: new PostgresOutputUploadStore(database),
    policies: new PostgresPolicyStore(database),
    polls: new PostgresPollStore(changing),
    queue: new PostgresQueueStore(database),
    removals: new PostgresTenantRemovalStore(database),
    resources: new PostgresResourceStore(database),
    restored: new PostgresRestoredStore(database),
    retention: new PostgresRetentionStore(database),
    settlements: new PostgresSettlementStore(database),
    submissions: new PostgresSubmissionStore(database, lane),
    tasks: new PostgresTaskStore(database),
    tenants: new PostgresTenantStore(database),
    defaultSecrets: new PostgresDefaultSecretStore(database),
    deliveries: new PostgresDeliveryStore(database),
    tenantDeliveries: new PostgresTenantDeliveryStore(database),
    webhooks: new PostgresWebhookStore(database),
    waitingNotes: new PostgresWaitingNoteStore(database),
  };
}
