import type { AuditedMutation } from '../../domain/audit.js';
import type { DeliveryStatus, WebhookDelivery } from '../../domain/webhooks/webhook.js';
import type { CreatedPage } from './created-page.js';

export interface DeliveryFilter {
  readonly webhookId?: string;
  readonly taskId?: string;
  readonly status?: DeliveryStatus;
}

/** Deliveries as their tenants see them. What is another tenant's is missing. */
export interface TenantDeliveryStore {
  /** A delivery that tests the webhook, due at once. */
  addTest(
    tenantId: string,
    webhookId: string,
    test: { readonly id: string; readonly now: Date; readonly retryUntil: Date },
    audit?: AuditedMutation,
  ): Promise<WebhookDelivery | undefined>;
  list(
    tenantId: string,
    filter: DeliveryFilter,
    page: CreatedPage,
  ): Promise<{ readonly deliveries: readonly WebhookDelivery[]; readonly hasNextPage: boolean }>;
  /** Makes one due at once, also where it has ended. */
  redeliver(
    tenantId: string,
    id: string,
    timing: { readonly now: Date; readonly retryUntil: Date },
    audit?: AuditedMutation,
  ): Promise<WebhookDelivery | undefined>;
}
