import { mutation, query, subscription } from './rows.js';
import type { Operation } from './operation.js';

/** Webhooks of a tenant, and their deliveries. */
export const webhookOperations = {
  webhook: query('webhook:read', 'One webhook of your tenant. NOT_FOUND for another’s.', {
    cost: 2,
  }),
  webhooks: query('webhook:read', 'The webhooks of your tenant, newest first.'),
  createWebhook: mutation(
    'webhook:write',
    'Makes a webhook: from now on the gateway posts events of your tenant’s tasks to its address, signed as the Standard Webhooks specification has it. The secret is shown once, in this answer. See docs/webhooks.md. CONFLICT when your tenant has as many webhooks as it may.',
    { strings: { 'input.url': 'text', 'input.labels[]': 'text' } },
  ),
  updateWebhook: mutation(
    'webhook:write',
    'Changes, pauses or resumes a webhook. Deliveries of a paused one wait; resuming sends them, and lifts DISABLED.',
    { strings: { 'input.url': 'text', 'input.labels[]': 'text' } },
  ),
  rotateWebhookSecret: mutation(
    'webhook:write',
    'Gives a webhook a new secret, shown once, in this answer. Deliveries are signed with both secrets until the overlap has passed. Without `id`: the secret of your tenant for addresses that are given as `webhookUrl`; the first call makes it.',
  ),
  deleteWebhook: mutation('webhook:write', 'Deletes a webhook, with its deliveries.'),
  testWebhook: mutation(
    'webhook:write',
    'Sends a delivery of type `webhook.test` without a task to a webhook. Its outcome is in `webhookDeliveries`.',
  ),
  webhookDeliveries: query(
    'webhook:read',
    'Deliveries of your tenant’s webhooks, newest first, as long as they are kept (WEBHOOK_RETENTION_DAYS).',
  ),
  redeliverWebhook: mutation(
    'webhook:write',
    'Sends a delivery that has ended once more, with the same id. One that waits for another attempt is sent at once.',
  ),
  webhookEvents: subscription(
    'webhook:read',
    'The events that a webhook would get, from now or from a cursor, each with the body and the headers of its delivery, signed with the secret of your tenant that `rotateWebhookSecret` gives without an id. For development without a public address. Never completes by itself.',
    { strings: { 'labels[]': 'text' } },
  ),
} as const satisfies Record<string, Operation>;
