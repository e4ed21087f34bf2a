import { registerEnumType } from 'type-graphql';
import {
  DELIVERY_STATUSES,
  WEBHOOK_STATUSES,
  type DeliveryStatus,
  type WebhookStatus,
} from '../../domain/webhooks/webhook.js';
import { WEBHOOK_EVENTS, type WebhookEvent } from '../../domain/webhooks/webhook-event.js';
import { describe, enumOf } from '../enum-values.js';

/** `task.succeeded` → `TASK_SUCCEEDED` */
const eventName = (event: string): string => event.replace('.', '_').toUpperCase();

export const WebhookEventEnum = enumOf<WebhookEvent>(WEBHOOK_EVENTS, eventName);
registerEnumType(WebhookEventEnum, {
  name: 'WebhookEvent',
  description: 'What a webhook can be told of: that a task has entered a status.',
  valuesConfig: Object.fromEntries(
    WEBHOOK_EVENTS.map((event) => [
      eventName(event),
      { description: `A task is ${eventName(event).replace('TASK_', '')}: \`${event}\`.` },
    ]),
  ),
});

export const WebhookStatusEnum = enumOf(WEBHOOK_STATUSES);
registerEnumType(WebhookStatusEnum, {
  name: 'WebhookStatus',
  description: 'Whether a webhook works.',
  valuesConfig: describe<WebhookStatus>({
    ACTIVE: 'Events are delivered.',
    PAUSED: 'Deliveries wait until it is resumed with `updateWebhook`.',
    FAILING: 'The last attempt failed: deliveries are sent again, see `failure`.',
    DISABLED: 'Its receiver answered 410: nothing is sent until it is resumed.',
  }),
});

export const DeliveryStatusEnum = enumOf(DELIVERY_STATUSES);
registerEnumType(DeliveryStatusEnum, {
  name: 'WebhookDeliveryStatus',
  description: 'Where a delivery is.',
  valuesConfig: describe<DeliveryStatus>({
    PENDING: 'It is to be sent, or to be sent again.',
    DELIVERED: 'The receiver answered with a status from 200 to 299.',
    FAILED: 'It was given up; `redeliverWebhook` sends it again.',
  }),
});
