import type { ColumnType, GeneratedAlways } from 'kysely';

import type { AlertAnswer, AlertRuleId, AlertSeverity } from '../../domain/alerts/alert-rules.js';
import type { AccessPolicy } from '../../domain/tenant/access-policy.js';
import type { AuditEvent, AuditVerdict } from '../../domain/audit.js';
import type { BudgetPeriod } from '../../domain/pricing/credits.js';
import type { JsonObject, JsonValue } from '../../domain/input/json.js';
import type { InputProblem } from '../../domain/lineage/input-problem.js';
import type { Estimate, RunwayTaskKind, TaskState } from '../../domain/task/task.js';
import type { ArchiveStatus } from '../../domain/archive/archived-output.js';
import type { TaskStatus, WaitingFor } from '../../domain/task/task.js';
import type { CredentialKind } from '../../domain/tenant/credential-kind.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { DeliveryStatus } from '../../domain/webhooks/webhook.js';
import type { DeliveryType, WebhookEvent } from '../../domain/webhooks/webhook-event.js';
import type { ResourceKind } from '../../domain/resource/kinds.js';
import type { RunwayRequest } from '../../ports/upstream/runway-api.js';
import type { Decision } from '../../ports/settlement/settlement-store.js';
import type { Creation } from '../../ports/submission/new-task.js';
import type { DataKeyPurpose } from './encryption/data-key-purposes.js';
import type { Stored } from './encryption/sealed-forms.js';

/**
 * jsonb: read as a value, written as text (see `toJson`), because pg takes arrays for SQL arrays.
 */
type Json<T> = ColumnType<T, string, string>;

type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

/** Set by its default when a row is made, plain afterwards. */
type Defaulted<T> = ColumnType<T, T | undefined, T>;

export const SUBMISSION_STATUSES = [
  'queued',
  'sending',
  'submitted',
  'refused',
  'unconfirmed',
  'cancelled',
] as const;

export interface TenantsTable {
  id: string;
  name: string;
  /** Number of the tenant's newest event. */
  event_seq: Defaulted<number>;
  /** Events with a number up to this one are no longer kept. */
  event_floor: Defaulted<number>;
  /** From the sequence `turns`: the smaller, the longer ago the tenant was served. */
  last_served_turn: Defaulted<number>;
  /** Since when the tenant may not spend; null: it may. */
  stopped_at: Defaulted<Date | null>;
  /** Failures before this no longer count against the tenant. */
  resumed_at: Defaulted<Date | null>;
  /** Since when no credential of the tenant is accepted; null: they are. */
  suspended_at: Defaulted<Date | null>;
  /** Since when everything of the tenant is being deleted; null: it stays. */
  deleted_at: Defaulted<Date | null>;
  /** Tasks that may be QUEUED or live at once; null: as many as the configuration says. */
  live_tasks_max: Defaulted<number | null>;
  /** Share of the configured limits of operations; null: all of them, as with 100. */
  rate_percent: Defaulted<number | null>;
  /** Tasks that are: moved with each event that makes or ends one, under the lock of this row. */
  live_tasks: Defaulted<number>;
  /** Tasks that can be read: moved with each row that comes, is hidden or goes, under its lock. */
  tasks: Defaulted<number>;
  /** Sum of `submissions.held_bytes`, moved with them under the lock of this row. */
  stored_bytes: Defaulted<number>;
  /** Submissions that are queued: moved where they are, under the lock of this row. */
  queued_tasks: Defaulted<number>;
  /** Until when one node has the tenant's deletion to itself. */
  removal_lease_until: Defaulted<Date | null>;
  removal_fence: Defaulted<number>;
  /** What the tenant may submit; null: everything. */
  policy: NullableJson<AccessPolicy>;
  created_at: Date;
}

/**
 * How much a tenant has: written by triggers on `resources` and `api_keys`, and by nothing else.
 */
export interface TenantHoldingsTable {
  tenant_id: string;
  /** `apiKey`: keys that have not been revoked. */
  kind: ResourceKind | 'apiKey';
  count: number;
}

export interface ApiKeysTable {
  id: string;
  tenant_id: string;
  secret_hash: Buffer;
  scopes: string[];
  name: string | null;
  created_at: Date;
  /** Viewer.subject; null: an operator at the command line, or an earlier version. */
  created_by: Defaulted<string | null>;
  expires_at: Date | null;
  revoked_at: Date | null;
  /** Addresses and networks that it may be used from; empty: all. */
  allowed_addresses: Defaulted<string[]>;
  /** The secret before the present one, which is good for so long; null: there is none. */
  replaced_secret_hash: Defaulted<Buffer | null>;
  replaced_secret_until: Defaulted<Date | null>;
  /** Since when its uses are recorded. */
  counted_since: Defaulted<Date>;
  policy: NullableJson<AccessPolicy>;
  /** Since when an alert has it refused; null: it is not. */
  suspended_at: Defaulted<Date | null>;
}

/** See KeyUsageStore. */
export interface KeyUsesTable {
  key_id: string;
  requests: number;
  last_at: Date;
  last_address: string | null;
}

export interface KeyScopeUsesTable {
  key_id: string;
  scope: string;
  last_at: Date;
}

/** Where a key was used from; see domain/network.ts. */
export interface KeyNetworksTable {
  key_id: string;
  network: string;
  first_at: Date;
  last_at: Date;
}

export interface TasksTable {
  id: string;
  tenant_id: string;
  created_by: string;
  operation: string;
  model: string | null;
  label: string | null;
  runway_account: string;
  runway_task_id: string | null;
  runway_task_kind: RunwayTaskKind;
  /** The original GraphQL input; data URIs are omitted. */
  input: Json<Stored<JsonValue>>;
  /** Outputs and the messages of a failure are encrypted. */
  state: Json<Stored<TaskState>>;
  status: GeneratedAlways<TaskStatus>;
  estimate_credits: number;
  estimate_source: Estimate['source'];
  cost_credits: number | null;
  /** `holdingOf` the task: what it takes of the budgets it was accepted under. */
  reserved_credits: number;
  spent_credits: Defaulted<number>;
  /** `reserved_credits` as it was when the task was accepted; null: it is not known. */
  set_aside_credits: Defaulted<number | null>;
  cancel_requested_at: Date | null;
  created_at: Date;
  settled_at: Date | null;
  deleted_at: Date | null;
  /** When the next read is due; the end of the lease while one is held; null when not live. */
  poll_due_at: Date | null;
  poll_lease_until: Date | null;
  poll_fence: Defaulted<number>;
  /** Consecutive reads that found nothing. */
  poll_missing_count: Defaulted<number>;
  /** `Doubt`: what reads since the last one that made sense have left open. */
  poll_senseless_count: Defaulted<number>;
  poll_unknown_count: Defaulted<number>;
  poll_doubted_since: Defaulted<Date | null>;
  /**
   * Who has decided the outcome of the task, as long as Runway's answer has not proved it: a
   * viewer's subject, or a part of the gateway; null: no decision was needed.
   */
  guessed_by: Defaulted<string | null>;
  /** Every `Decision` about the task, oldest first; null: there was none. */
  decisions: ColumnType<Decision[] | null, never, never>;
  last_read_at: Date | null;
  /** The token with a budget of its own that made it; null for all others. */
  token_id: Defaulted<string | null>;
  /** Task.traceparent. */
  traceparent: Defaulted<string | null>;
  /** Encrypted: the address that is told of this task alone; null: none is. */
  webhook_url: ColumnType<Stored<string> | null, string | null | undefined, string | null>;
}

/** One POST that is not idempotent upstream, and its outcome. */
export interface SubmissionsTable {
  id: string;
  tenant_id: string;
  /** Null for what makes no task (voices, sessions …). */
  task_id: string | null;
  kind: string;
  operation: string;
  sdk_method: SdkMethod;
  runway_account: string;
  /** Of the request; empty where Runway chooses it. With the account, the pool it waits in. */
  model: Defaulted<string>;
  /** As Runway is to have it, until it is over; then `reduced_request`, where there is one. */
  request: Json<Stored<RunwayRequest>>;
  /** The request without media and secrets; null where it holds none, and when it is over. */
  reduced_request: ColumnType<Stored<RunwayRequest> | null, string | null, string | null>;
  /** Length of `request` as JSON, in UTF-8, until it is over; then 0. */
  held_bytes: Defaulted<number>;
  status: (typeof SUBMISSION_STATUSES)[number];
  /** Grows with every take. */
  fence: Defaulted<number>;
  lease_until: Date | null;
  sent_at: Date | null;
  attempts: Defaulted<number>;
  due_at: Date;
  waiting_reason: string | null;
  waiting_until: Date | null;
  /** Why it is refused or unconfirmed, for an operator. */
  detail: ColumnType<Stored<string> | null, string | null, string | null>;
  runway_id: string | null;
  /** Whether the task is known to others than the caller who waits for Runway's answer. */
  is_given_out: Defaulted<boolean>;
  /** What Runway makes of it that stays there; null for media. */
  creates: ColumnType<Creation | null, string | null, string | null>;
  created_at: Date;
}

/** Tenants with queued submissions, by pool; see queue-turns.ts. */
export interface QueueTurnsTable {
  tenant_id: string;
  runway_account: string;
  /** Empty where Runway chooses it. */
  model: string;
  /** `TenantsTable.last_served_turn`, when the tenant was last served in this pool. */
  turn: number;
  /** Whether a submission may be due, by some node's clock. */
  is_due: boolean;
  /** Not later than any of them is due; infinity while the tenant may not send. */
  due_at: Date;
}

/** Pools of submissions that Runway takes no more of for a while; see PoolHoldStore. */
export interface PoolHoldsTable {
  runway_account: string;
  /** Empty where Runway chooses it. */
  model: string;
  reason: WaitingFor['reason'];
  until: Date;
  /** 429s in a row, of those that went first. */
  refusals: Defaulted<number>;
  /** The submission that goes first, and until when others wait for its outcome. */
  probe: Defaulted<string | null>;
  probe_until: Defaulted<Date | null>;
}

export interface IdempotencyKeysTable {
  tenant_id: string;
  key: string;
  fingerprint: string;
  task_id: string;
  expires_at: Date;
}

export interface TaskEventsTable {
  tenant_id: string;
  number: number;
  task_id: string;
  at: Date;
  /** Its state is that of the task's row. */
  snapshot: Json<JsonObject>;
}

/** Whose is what in a Runway account that all tenants share. */
export interface ResourcesTable {
  tenant_id: string;
  kind: ResourceKind;
  runway_account: string;
  runway_id: string;
  /** The tenant's own name for it, where it differs from Runway's. */
  alias: string | null;
  /** A router's slug at Runway, which is unique in the account; null for everything else. */
  runway_slug: Defaulted<string | null>;
  /** The avatar that a conversation was with; null for everything else. */
  parent_id: Defaulted<string | null>;
  /** Viewer.subject of the creator. */
  owner: string;
  created_at: Date;
  /** Since when it is the tenant's, of what was made elsewhere; null: the tenant has made it. */
  granted_at: Defaulted<Date | null>;
}

/** Copies of outputs; see ArchiveStore. */
export interface ArchivedOutputsTable {
  id: string;
  tenant_id: string;
  task_id: string;
  position: number;
  status: Defaulted<ArchiveStatus>;
  /** When the next attempt is due; the end of the lease while one is held; null: never. */
  due_at: Date | null;
  fence: Defaulted<number>;
  lease_until: Defaulted<Date | null>;
  attempts: Defaulted<number>;
  /** CopyLease.sourceTag. */
  source_tag: Defaulted<string | null>;
  /** Encrypted. */
  file_key: ColumnType<Stored<string> | null, string | null, string | null>;
  bytes: Defaulted<number | null>;
  sha256: Defaulted<string | null>;
  media_type: Defaulted<string | null>;
  created_at: Date;
  kept_at: Defaulted<Date | null>;
}

/** Files of the archive that are to be erased, by the ids of their outputs. */
export interface ErasedOutputsTable {
  id: string;
  due_at: Date;
}

export interface BudgetLimitsTable {
  tenant_id: string;
  /** Viewer.subject; empty: the whole tenant. */
  subject: string;
  period: BudgetPeriod;
  credits_max: number;
}

/** Sums over the tasks accepted in a period (see ledger.ts). */
export interface BudgetCountersTable {
  tenant_id: string;
  /** Viewer.subject; empty: the whole tenant. */
  subject: string;
  period: BudgetPeriod;
  period_start: Date;
  reserved: number;
  spent: number;
  /** `overrunOf` its tasks. */
  overrun: Defaulted<number>;
}

/** Sums over the tasks of a token with a budget of its own (see ledger.ts). */
export interface TokenCountersTable {
  tenant_id: string;
  token_id: string;
  reserved: number;
  spent: number;
  /** When the token ends. */
  expires_at: Date;
}

/** Added to, and sealed once; see domain/audit.ts. */
export interface AuditEventsTable {
  id: string;
  seq: GeneratedAlways<number>;
  at: Date;
  event: AuditEvent;
  verdict: AuditVerdict;
  code: string | null;
  tenant_id: string | null;
  subject: string | null;
  credential_kind: CredentialKind | null;
  credential_id: string | null;
  key_id: string | null;
  operation: string | null;
  objects: Json<readonly string[]>;
  request_id: string | null;
  address: string | null;
  count: number | null;
  position: Defaulted<number | null>;
  mac: Defaulted<string | null>;
  key_mark: Defaulted<string | null>;
}

export interface AuditHeadTable {
  is_only: Defaulted<boolean>;
  position: number;
  mac: string;
  sealed_at: Date | null;
  key_mark: string | null;
}

export interface AuditBeginningTable {
  is_only: Defaulted<boolean>;
  position: number;
  mac: string;
  proof: string;
}

/** What has happened to the store as a whole; see backup/store-notes.ts. */
export interface StoreNotesTable {
  id: string;
  /** A copy; came from an embedded store; given up for another one. */
  kind: 'restored' | 'moved' | 'left';
  at: Date;
  /** Until then the note is in force. */
  done_at: Defaulted<Date | null>;
}

/** Keys that values are encrypted with, each wrapped by a key-encryption key; see encryption/. */
export interface DataKeysTable {
  id: string;
  /** Null: the gateway itself. */
  tenant_id: string | null;
  purpose: DataKeyPurpose;
  wrapped: string;
  kek_id: string;
  /** Whether new values are encrypted with it: one key of a tenant and purpose is. */
  is_current: boolean;
  created_at: Date;
  /** When a newer key took its place; null: none did. */
  retired_at: Defaulted<Date | null>;
}

/** Runway secrets that are kept here: of tenants, and of the operator. */
export interface RunwayCredentialsTable {
  account: string;
  tenant_id: string | null;
  /** Encrypted. */
  secret: ColumnType<Stored<string>, string, string>;
  /** RunwayCredential.mark. */
  mark: string;
  version: Defaulted<number>;
  set_at: Date;
  set_by: string;
  retired_at: Defaulted<Date | null>;
}

/** One row: how often anything in `runway_credentials` has changed. */
export interface RunwayCredentialChangesTable {
  is_only: Defaulted<boolean>;
  number: number;
}

/** See SecurityAlert. */
export interface SecurityAlertsTable {
  id: string;
  number: number;
  rule: AlertRuleId;
  severity: AlertSeverity;
  subject: string;
  detail: string | null;
  tenant_id: string | null;
  key_id: string | null;
  address: string | null;
  count: number;
  threshold: number;
  raised_at: Date;
  last_seen_at: Date;
  /** When a node logged it; null: none has. */
  told_at: Defaulted<Date | null>;
  answer: AlertAnswer | null;
  answer_ends_at: Date | null;
  lifted_at: Defaulted<Date | null>;
  lifted_by: Defaulted<string | null>;
}

/** See Webhook. */
export interface WebhooksTable {
  id: string;
  tenant_id: string;
  /** Encrypted, as the secrets are. */
  url: ColumnType<Stored<string>, string, string>;
  events: readonly WebhookEvent[];
  operations: readonly string[] | null;
  labels: readonly string[] | null;
  /** Events with greater numbers are told. */
  since_number: number;
  secret: ColumnType<Stored<string>, string, string>;
  old_secret: ColumnType<Stored<string> | null, string | null | undefined, string | null>;
  old_secret_until: Defaulted<Date | null>;
  created_at: Date;
  created_by: string;
  paused_at: Defaulted<Date | null>;
  disabled_at: Defaulted<Date | null>;
  failing_since: Defaulted<Date | null>;
  last_status: Defaulted<number | null>;
  last_error: Defaulted<string | null>;
  lost_deliveries: Defaulted<number>;
}

/** How far a tenant's events are delivered, the secret of what names no webhook, and its rate. */
export interface WebhookTenantsTable {
  tenant_id: string;
  number: number;
  /** Encrypted. */
  secret: ColumnType<Stored<string> | null, string | null | undefined, string | null>;
  old_secret: ColumnType<Stored<string> | null, string | null | undefined, string | null>;
  old_secret_until: Defaulted<Date | null>;
  tokens: Defaulted<number>;
  filled_at: Date;
}

/** See WebhookDelivery. */
export interface WebhookDeliveriesTable {
  id: string;
  tenant_id: string;
  webhook_id: string | null;
  task_id: string | null;
  /** Of the event; null: a test. */
  number: number | null;
  type: DeliveryType;
  event_at: Date;
  /** As the event has it: outputs and the messages of a failure are encrypted. */
  snapshot: Json<JsonObject>;
  status: DeliveryStatus;
  attempts: Defaulted<number>;
  created_at: Date;
  due_at: Date;
  retry_until: Date;
  lease_until: Defaulted<Date | null>;
  fence: Defaulted<number>;
  ended_at: Defaulted<Date | null>;
  attempted_at: Defaulted<Date | null>;
  last_status: Defaulted<number | null>;
  last_error: Defaulted<string | null>;
  last_ms: Defaulted<number | null>;
  /** Encrypted. */
  response: ColumnType<Stored<string> | null, string | null | undefined, string | null>;
}

/** One row: the newest number of an alert, and how far old ones are deleted. */
export interface AlertStateTable {
  is_only: Defaulted<boolean>;
  number: number;
  floor: number;
  evaluated_at: Date | null;
}

/** An output on its way to become an input, or arrived: see OutputUploadStore. */
export interface OutputUploadsTable {
  tenant_id: string;
  runway_account: string;
  output_task_id: string;
  position: number;
  status: 'WAITING' | 'DONE' | 'FAILED';
  runway_uri: Defaulted<string | null>;
  problem: Defaulted<InputProblem | null>;
  ends_at: Defaulted<Date | null>;
  attempts: Defaulted<number>;
  fence: Defaulted<number>;
  lease_until: Defaulted<Date | null>;
  due_at: Date;
  wanted_at: Date;
}

/** What a task is made from. */
export interface TaskInputsTable {
  task_id: string;
  output_task_id: string;
  position: number;
  tenant_id: string;
  /** Of the task. */
  created_at: Date;
  /** The upload that it was sent with. */
  runway_uri: string | null;
}

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
