import type { Chapter } from './example.js';

export const webhooks: Chapter = {
  title: 'Webhooks',
  examples: [
    {
      document: 'CreateWebhook',
      variables: { input: { url: 'https://hooks.example.com/runway', labels: ['harbour'] } },
      keeps: { webhookId: 'createWebhook.webhook.id' },
    },
    {
      document: 'UpdateWebhook',
      variables: { id: '{{webhookId}}', input: { isPaused: true } },
    },
    {
      document: 'TestWebhook',
      variables: { id: '{{webhookId}}' },
      keeps: { deliveryId: 'testWebhook.delivery.id' },
    },
    { document: 'Webhook', variables: { id: '{{webhookId}}' } },
    { document: 'Webhooks', variables: { first: 10 } },
    {
      document: 'WebhookDeliveries',
      variables: { first: 10, filter: { webhook: '{{webhookId}}', status: 'PENDING' } },
    },
    { document: 'RedeliverWebhook', variables: { id: '{{deliveryId}}' } },
    { document: 'RotateWebhookSecret', variables: { overlapSeconds: 3600 } },
    { document: 'WebhookEvents', variables: { events: ['TASK_SUCCEEDED'], after: 'ZXZlbnQgMA' } },
    { document: 'DeleteWebhook', variables: { id: '{{webhookId}}' } },
  ],
};
