import type { DeliveryType, WebhookEvent } from './webhook-event.js';

/**
 * `FAILING`: its last attempt failed. `DISABLED`: its receiver answered 410, and nothing is sent until
 * it is resumed.
 */
export const WEBHOOK_STATUSES = ['ACTIVE', 'PAUSED', 'FAILING', 'DISABLED'] as const;

export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** What went wrong since a webhook last worked. */
export interface WebhookFailure {
  readonly since: Date;
  /** Of the last answer; null: there was none. */
  readonly lastStatus: number | null;
  readonly lastError: string;
  /** Deliveries that were given up since. */
  readonly lostDeliveries: number;
}

/** Where a tenant is told of its tasks. */
export interface Webhook {
  readonly id: string;
  readonly tenantId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Names of operations; null: all. */
  readonly operations: readonly string[] | null;
  /** Labels of tasks; null: all, and tasks without one. */
  readonly labels: readonly string[] | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly pausedAt: Date | null;
  readonly disabledAt: Date | null;
  readonly failure: WebhookFailure | null;
  /** Until when deliveries are signed with the secret before the present one, too. */
  readonly oldSecretUntil: Date | null;
}

export function statusOf({ disabledAt, pausedAt, failure }: Webhook): WebhookStatus {
  if (disabledAt !== null) return 'DISABLED';
  if (pausedAt !== null) return 'PAUSED';
  return failure === null ? 'ACTIVE' : 'FAILING';
}

/** `PENDING`: to be sent, or sent again. */
export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'FAILED'] as const;

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One event on its way to one receiver. */
export interface WebhookDelivery {
  readonly id: string;
  readonly tenantId: string;
  /** Null: to the address that was given with the task. */
  readonly webhookId: string | null;
  /** Null: a test. */
  readonly taskId: string | null;
  readonly type: DeliveryType;
  /** When the event happened. */
  readonly eventAt: Date;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly createdAt: Date;
  /** Null: it has ended. */
  readonly dueAt: Date | null;
  readonly endedAt: Date | null;
  readonly lastAttempt: DeliveryAttempt | null;
}

/** The last attempt of a delivery. */
export interface DeliveryAttempt {
  readonly at: Date;
  /** Of the answer; null: there was none. */
  readonly status: number | null;
  /** Null: it was delivered. */
  readonly error: string | null;
  readonly durationMs: number;
  /** The beginning of the answer. */
  readonly response: string | null;
}
