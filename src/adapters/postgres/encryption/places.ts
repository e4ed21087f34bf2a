import type { Place } from './cipher.js';

/** Where each sealed value stands, by the id of its row: a family of columns between which SQL copies. */
export const PLACES = {
  taskInput: (taskId: string): Place => ({ family: 'tasks.input', id: taskId }),
  /** Also of the state that an event keeps. */
  taskState: (taskId: string): Place => ({ family: 'tasks.state', id: taskId }),
  /** Also of the request that takes its place when it is over. */
  submissionRequest: (id: string): Place => ({ family: 'submissions.request', id }),
  submissionDetail: (id: string): Place => ({ family: 'submissions.detail', id }),
  /** The key of a file of the archive. */
  outputKey: (id: string): Place => ({ family: 'archived_outputs.file_key', id }),
  runwaySecret: (account: string): Place => ({ family: 'runway_credentials.secret', id: account }),
  taskWebhook: (taskId: string): Place => ({ family: 'tasks.webhook_url', id: taskId }),
  webhookUrl: (id: string): Place => ({ family: 'webhooks.url', id }),
  /** Also of the one that it replaces. */
  webhookSecret: (id: string): Place => ({ family: 'webhooks.secret', id }),
  /** Also of the one that it replaces. */
  tenantWebhookSecret: (tenantId: string): Place => ({
    family: 'webhook_tenants.secret',
    id: tenantId,
  }),
  deliveryResponse: (id: string): Place => ({ family: 'webhook_deliveries.response', id }),
} as const;
