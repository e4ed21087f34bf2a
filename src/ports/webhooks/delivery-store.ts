import type { Task } from '../../domain/task/task.js';
import type { DeliveryAttempt } from '../../domain/webhooks/webhook.js';
import type { DeliveryType } from '../../domain/webhooks/webhook-event.js';

/** A delivery that this node alone may send, until its lease ends. */
export interface LeasedDelivery {
  readonly id: string;
  readonly tenantId: string;
  /** Null: to the address that was given with the task. */
  readonly webhookId: string | null;
  readonly url: string;
  /** That sign it, the present one first. */
  readonly secrets: readonly string[];
  readonly type: DeliveryType;
  readonly eventAt: Date;
  /** As it was at the event; null: a test. */
  readonly task: Task | null;
  /** This one is among them. */
  readonly attempts: number;
  readonly retryUntil: Date;
  readonly fence: number;
}

/** The outcome of an attempt. */
export interface AttemptOutcome extends DeliveryAttempt {
  readonly id: string;
  readonly tenantId: string;
  readonly fence: number;
  /** When it is sent again; null: never. */
  readonly nextAt: Date | null;
  /** The receiver wants nothing more. */
  readonly isGone: boolean;
}

/** A webhook that has just begun to lose deliveries, or was disabled. */
export interface WebhookTrouble {
  readonly tenantId: string;
  readonly webhookId: string | null;
  /** Where there is no webhook: the task whose address did not work. */
  readonly taskId: string | null;
  readonly event: 'webhook_failing' | 'webhook_disabled';
  readonly lastStatus: number | null;
  readonly lastError: string;
}

export interface LeaseRules {
  readonly now: Date;
  readonly until: Date;
  /** Deliveries that are taken at most. */
  readonly limit: number;
  /** Deliveries of one tenant that are being sent at once, by all nodes. */
  readonly perTenantMax: number;
  /** Deliveries of one tenant in a second, in the long run; ten seconds' worth at once. */
  readonly perTenantSecond: number;
}

/** Of all tenants. */
export interface DeliveriesToDo {
  /** Events of which no delivery was made yet. */
  readonly hasEvents: boolean;
  /** Deliveries that have not ended, due or not. */
  readonly hasOpen: boolean;
}

/** Deliveries on their way: made of events, taken by nodes, recorded. */
export interface DeliveryStore {
  /** What there is to do: far cheaper than to do it, and mostly there is nothing. */
  look(): Promise<DeliveriesToDo>;
  /**
   * Makes the deliveries of one page of one tenant's events. Each event is looked at once, in the
   * order of their numbers. Returns how many events were looked at; 0: there are no new ones.
   */
  makeDeliveries(now: Date, retryUntil: Date): Promise<number>;
  /**
   * Takes what is due, from tenant to tenant in turn. A delivery waits for the ones of earlier events
   * of its task that go to the same receiver.
   */
  lease(rules: LeaseRules): Promise<readonly LeasedDelivery[]>;
  /** Records attempts whose leases are in force. Returns what operators and tenants are to be told. */
  record(outcomes: readonly AttemptOutcome[], now: Date): Promise<readonly WebhookTrouble[]>;
  /** Ends all leases: no other node is there. */
  releaseAll(): Promise<void>;
  /** Gives up those that were made before then, e.g. of a webhook that is paused. Returns how many. */
  expire(before: Date, now: Date, limit: number): Promise<number>;
  /** Deletes those that ended, and were made before then. Returns how many. */
  forgetBefore(before: Date, limit: number): Promise<number>;
  /** What the metrics show. */
  figures(now: Date): Promise<DeliveryFigures>;
}

export interface DeliveryFigures {
  readonly due: number;
  readonly waiting: number;
  readonly failingWebhooks: number;
  readonly disabledWebhooks: number;
}
