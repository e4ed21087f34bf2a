import type { ColumnType, GeneratedAlways } from 'kysely';

import type { JsonValue } from '../../../domain/input/json.js';
import type { Estimate, RunwayTaskKind, TaskState, TaskStatus } from '../../../domain/task/task.js';
import type { Decision } from '../../../ports/settlement/settlement-store.js';
import type { Defaulted, Json } from '../connection/column-types.js';
import type { Stored } from '../encryption/sealed-forms.js';

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
