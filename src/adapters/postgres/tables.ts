import type {
  RunwayCredentialsTable,
  RunwayCredentialChangesTable,
} from './accounts/account-tables.js';
import type { SecurityAlertsTable, AlertStateTable } from './alerts/alert-tables.js';
import type { ArchivedOutputsTable, ErasedOutputsTable } from './archive/archive-tables.js';
import type {
  AuditEventsTable,
  AuditHeadTable,
  AuditBeginningTable,
} from './audit/audit-tables.js';
import type { StoreNotesTable } from './backup/backup-tables.js';
import type {
  BudgetLimitsTable,
  BudgetCountersTable,
  TokenCountersTable,
} from './budgets/budget-tables.js';
import type { QueueTurnsTable, PoolHoldsTable } from './dispatch/dispatch-tables.js';
import type { DataKeysTable } from './encryption/encryption-tables.js';
import type { TaskEventsTable } from './events/event-tables.js';
import type {
  ApiKeysTable,
  KeyUsesTable,
  KeyScopeUsesTable,
  KeyNetworksTable,
} from './keys/key-tables.js';
import type { OutputUploadsTable, TaskInputsTable } from './lineage/lineage-tables.js';
import type { ResourcesTable } from './resources/resource-tables.js';
import type { SubmissionsTable, IdempotencyKeysTable } from './submission/submission-tables.js';
import type { TasksTable } from './tasks/task-tables.js';
import type { TenantsTable, TenantHoldingsTable } from './tenants/tenant-tables.js';
import type {
  WebhooksTable,
  WebhookTenantsTable,
  WebhookDeliveriesTable,
} from './webhooks/webhook-tables.js';

/** Every table of the store, by name. The folder of a capability describes its own. */
export interface Tables {
  data_keys: DataKeysTable;
  audit_events: AuditEventsTable;
  audit_head: AuditHeadTable;
  audit_beginning: AuditBeginningTable;
  tenants: TenantsTable;
  tenant_holdings: TenantHoldingsTable;
  api_keys: ApiKeysTable;
  key_uses: KeyUsesTable;
  key_scope_uses: KeyScopeUsesTable;
  key_networks: KeyNetworksTable;
  security_alerts: SecurityAlertsTable;
  alert_state: AlertStateTable;
  webhooks: WebhooksTable;
  webhook_tenants: WebhookTenantsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  tasks: TasksTable;
  submissions: SubmissionsTable;
  queue_turns: QueueTurnsTable;
  pool_holds: PoolHoldsTable;
  idempotency_keys: IdempotencyKeysTable;
  task_events: TaskEventsTable;
  archived_outputs: ArchivedOutputsTable;
  erased_outputs: ErasedOutputsTable;
  resources: ResourcesTable;
  runway_credentials: RunwayCredentialsTable;
  runway_credential_changes: RunwayCredentialChangesTable;
  budget_limits: BudgetLimitsTable;
  budget_counters: BudgetCountersTable;
  token_counters: TokenCountersTable;
  store_notes: StoreNotesTable;
  output_uploads: OutputUploadsTable;
  task_inputs: TaskInputsTable;
}
