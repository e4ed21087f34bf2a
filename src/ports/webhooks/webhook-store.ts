import type { AuditedMutation } from '../../domain/audit.js';
import type { Webhook } from '../../domain/webhooks/webhook.js';
import type { WebhookEvent } from '../../domain/webhooks/webhook-event.js';
import type { CreatedPage } from './created-page.js';

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

/** Webhooks of tenants. What is another tenant's is missing. */
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
    page: CreatedPage,
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
  /** Its deliveries go with it. */
  remove(tenantId: string, id: string, audit?: AuditedMutation): Promise<boolean>;
}
