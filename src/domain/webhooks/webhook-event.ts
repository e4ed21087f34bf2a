import { TASK_STATUSES, type TaskStatus } from '../task/task.js';

/** What a webhook can be told of: that a task has entered a status. */
export type WebhookEvent = `task.${Lowercase<TaskStatus>}`;

/** The type of a delivery that tests a webhook. */
export const TEST_EVENT = 'webhook.test';

export type DeliveryType = WebhookEvent | typeof TEST_EVENT;

export function webhookEventOf(status: TaskStatus): WebhookEvent {
  return `task.${status.toLowerCase() as Lowercase<TaskStatus>}`;
}

export const WEBHOOK_EVENTS: readonly WebhookEvent[] = TASK_STATUSES.map(webhookEventOf);

/**
 * What a webhook is told of unless it asks for more, and the one of a single task always: a task has
 * settled, or waits for a person.
 */
export const OUTCOME_EVENTS: readonly WebhookEvent[] = [
  'task.succeeded',
  'task.failed',
  'task.cancelled',
  'task.unconfirmed',
];
