import type { Selectable } from 'kysely';

import type { Webhook, WebhookDelivery } from '../../../domain/webhooks/webhook.js';
import type { Cipher } from '../encryption/cipher.js';
import { PLACES } from '../encryption/places.js';
import { openText } from '../encryption/sealed-forms.js';
import type { WebhookDeliveriesTable, WebhooksTable } from './webhook-tables.js';

/** When a delivery is due whose webhook is paused. */
export const HELD_UNTIL = new Date('9999-01-01T00:00:00Z');

export const WEBHOOK_COLUMNS = [
  'webhooks.id',
  'webhooks.tenant_id',
  'webhooks.url',
  'webhooks.events',
  'webhooks.operations',
  'webhooks.labels',
  'webhooks.created_at',
  'webhooks.created_by',
  'webhooks.paused_at',
  'webhooks.disabled_at',
  'webhooks.failing_since',
  'webhooks.last_status',
  'webhooks.last_error',
  'webhooks.lost_deliveries',
  'webhooks.old_secret_until',
] as const;

type WebhookRow = Omit<Selectable<WebhooksTable>, 'secret' | 'old_secret' | 'since_number'>;

/** Throws `UnreadableValue`. */
export function toWebhook(row: WebhookRow, cipher: Cipher): Webhook {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    url: openText(row.url, cipher, PLACES.webhookUrl(row.id)),
    events: row.events,
    operations: row.operations,
    labels: row.labels,
    createdAt: row.created_at,
    createdBy: row.created_by,
    pausedAt: row.paused_at,
    disabledAt: row.disabled_at,
    failure:
      row.failing_since === null
        ? null
        : {
            since: row.failing_since,
            lastStatus: row.last_status,
            lastError: row.last_error ?? '',
            lostDeliveries: row.lost_deliveries,
          },
    oldSecretUntil: row.old_secret_until,
  };
}

export const DELIVERY_COLUMNS = [
  'webhook_deliveries.id',
  'webhook_deliveries.tenant_id',
  'webhook_deliveries.webhook_id',
  'webhook_deliveries.task_id',
  'webhook_deliveries.type',
  'webhook_deliveries.event_at',
  'webhook_deliveries.status',
  'webhook_deliveries.attempts',
  'webhook_deliveries.created_at',
  'webhook_deliveries.due_at',
  'webhook_deliveries.ended_at',
  'webhook_deliveries.attempted_at',
  'webhook_deliveries.last_status',
  'webhook_deliveries.last_error',
  'webhook_deliveries.last_ms',
  'webhook_deliveries.response',
] as const;

type DeliveryRow = Omit<
  Selectable<WebhookDeliveriesTable>,
  'number' | 'snapshot' | 'retry_until' | 'lease_until' | 'fence'
>;

/** Throws `UnreadableValue`. */
export function toDelivery(row: DeliveryRow, cipher: Cipher): WebhookDelivery {
  const { id, response, ended_at: endedAt } = row;
  return {
    id,
    tenantId: row.tenant_id,
    webhookId: row.webhook_id,
    taskId: row.task_id,
    type: row.type,
    eventAt: row.event_at,
    status: row.status,
    attempts: row.attempts,
    createdAt: row.created_at,
    dueAt: endedAt === null ? row.due_at : null,
    endedAt,
    lastAttempt:
      row.attempted_at === null
        ? null
        : {
            at: row.attempted_at,
            status: row.last_status,
            error: row.last_error,
            durationMs: row.last_ms ?? 0,
            response:
              response === null ? null : openText(response, cipher, PLACES.deliveryResponse(id)),
          },
  };
}
