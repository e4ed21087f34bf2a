import type { ColumnType } from 'kysely';

import type { JsonObject } from '../../../domain/input/json.js';
import type { DeliveryType, WebhookEvent } from '../../../domain/webhooks/webhook-event.js';
import type { DeliveryStatus } from '../../../domain/webhooks/webhook.js';
import type { Defaulted, Json } from '../connection/column-types.js';
import type { Stored } from '../encryption/sealed-forms.js';

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
