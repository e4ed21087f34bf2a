import type { AuditedMutation } from '../../domain/audit.js';
import type { DeliveryStatus, Webhook, WebhookDelivery } from '../../domain/webhooks/webhook.js';
import type { WebhookEvent } from '../../domain/webhooks/webhook-event.js';

export interface NewWebhook extends Pick<
  Webhook,
  'id' | 'tenantId' | 'url' | 'events' | 'operations' | 'labels' | 'createdAt' | 'createdBy'
> {
  readonly secret: string;
}

/** Absent members stay as they are. */
export interface WebhookChange {
  readonly url?: string;
  readonly events?: readonly WebhookEvent[];
  readonly operations?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  /** False resumes it, also where it is DISABLED. */
  readonly isPaused?: boolean;
}

/** A new secret, and until when the present one is used beside it. */
export interface NewSecret {
  readonly secret: string;
  readonly oldUntil: Date;
}

/** The secret of deliveries that no webhook makes: of addresses that are given with a task. */
export interface DefaultSecret {
  readonly oldSecretUntil: Date | null;
}

export interface CreatedPlace {
  readonly createdAt: Date;
  readonly id: string;
}

interface Page {
  readonly first: number;
  readonly after: CreatedPlace | null;
}

export interface DeliveryFilter {
  readonly webhookId?: string;
  readonly taskId?: string;
  readonly status?: DeliveryStatus;
}

/** Webhooks of tenants, and their deliveries as tenants see them. What is another tenant's is missing. */
export interface WebhookStore {
  /** `FULL`: the tenant has `max` webhooks. Undefined: the tenant is gone. */
  create(
    webhook: NewWebhook,
    max: number,
    audit?: AuditedMutation,
  ): Promise<Webhook | 'FULL' | undefined>;
  find(tenantId: string, id: string): Promise<Webhook | undefined>;
  list(
    tenantId: string,
    page: Page,
  ): Promise<{ readonly webhooks: readonly Webhook[]; readonly hasNextPage: boolean }>;
  change(
    tenantId: string,
    id: string,
    change: WebhookChange,
    timing: { readonly now: Date; readonly retryUntil: Date },
    audit?: AuditedMutation,
  ): Promise<Webhook | undefined>;
  rotateSecret(
    tenantId: string,
    id: string,
    secret: NewSecret,
    audit?: AuditedMutation,
  ): Promise<Webhook | undefined>;
  /** Makes one where there is none. Undefined: the tenant is gone. */
  rotateDefaultSecret(
    tenantId: string,
    secret: NewSecret,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<DefaultSecret | undefined>;
  hasDefaultSecret(tenantId: string): Promise<boolean>;
  /** The secrets that sign for the tenant by default, the present one first; none where it has none. */
  defaultSecrets(tenantId: string, now: Date): Promise<readonly string[]>;
  /** Its deliveries go with it. */
  remove(tenantId: string, id: string, audit?: AuditedMutation): Promise<boolean>;
  /** A delivery that tests the webhook, due at once. */
  addTest(
    tenantId: string,
    webhookId: string,
    test: { readonly id: string; readonly now: Date; readonly retryUntil: Date },
    audit?: AuditedMutation,
  ): Promise<WebhookDelivery | undefined>;
  listDeliveries(
    tenantId: string,
    filter: DeliveryFilter,
    page: Page,
  ): Promise<{ readonly deliveries: readonly WebhookDelivery[]; readonly hasNextPage: boolean }>;
  /** Makes one due at once, also where it has ended. */
  redeliver(
    tenantId: string,
    id: string,
    timing: { readonly now: Date; readonly retryUntil: Date },
    audit?: AuditedMutation,
  ): Promise<WebhookDelivery | undefined>;
}
