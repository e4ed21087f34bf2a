import { randomUUID } from 'node:crypto';

import { webhookAddressProblem } from '../../domain/webhooks/webhook-address.js';
import { RETRIED_FOR_MS } from '../../domain/webhooks/delivery-retries.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { Webhook, WebhookDelivery } from '../../domain/webhooks/webhook.js';
import { OUTCOME_EVENTS } from '../../domain/webhooks/webhook-event.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { CreatedPage } from '../../ports/webhooks/created-page.js';
import type {
  DefaultSecretStore,
  RotatedSecret,
} from '../../ports/webhooks/default-secret-store.js';
import type {
  DeliveryFilter,
  TenantDeliveryStore,
} from '../../ports/webhooks/tenant-delivery-store.js';
import type {
  NewWebhook,
  WebhookChange,
  WebhookStore,
} from '../../ports/webhooks/webhook-store.js';
import type { WebhookSigner } from '../../ports/webhooks/webhook-signer.js';

const SECOND_MS = 1_000;

export interface WebhooksOptions {
  readonly store: WebhookStore;
  readonly defaultSecrets: DefaultSecretStore;
  readonly deliveries: TenantDeliveryStore;
  readonly signer: Pick<WebhookSigner, 'newSecret'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Webhooks of one tenant. */
  readonly max: number;
  readonly mayReachLoopback: boolean;
  /** Something may be due. */
  readonly onWork: () => void;
}

/** Absent: the outcome of all tasks. */
export type WantedWebhook = Pick<NewWebhook, 'url'> &
  Partial<Pick<NewWebhook, 'events' | 'operations' | 'labels'>>;

/**
 * The use cases of webhooks. Methods that take an id throw NOT_FOUND for what is missing or another
 * tenant's.
 */
export class Webhooks {
  readonly #options: WebhooksOptions;

  constructor(options: WebhooksOptions) {
    this.#options = options;
  }

  /** Throws BAD_USER_INPUT for an address that is not permitted, and CONFLICT beyond the bound. */
  async create(
    viewer: Viewer,
    { url, events = OUTCOME_EVENTS, operations = null, labels = null }: WantedWebhook,
  ): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
    this.checkAddress('input.url', url);
    const { store, signer, max } = this.#options;
    const { tenantId, subject: createdBy } = viewer;
    const secret = signer.newSecret();
    const webhook = await store.create(
      {
        ...{ id: randomUUID(), tenantId, url, events, operations, labels, secret, createdBy },
        createdAt: this.#now,
      },
      max,
      viewer.audit,
    );
    if (webhook === 'FULL') {
      const message = `A tenant has at most ${String(max)} webhooks here. Delete one, or ask the operator for more.`;
      throw new GatewayError('CONFLICT', { message });
    }
    this.#tell(viewer, 'a webhook was made', webhook?.id);
    return { webhook: existing(webhook), secret };
  }

  async get(viewer: Viewer, id: string): Promise<Webhook> {
    return existing(await this.#options.store.find(viewer.tenantId, id));
  }

  async list(viewer: Viewer, page: CreatedPage): ReturnType<WebhookStore['list']> {
    return await this.#options.store.list(viewer.tenantId, page);
  }

  /** Throws BAD_USER_INPUT for an address that is not permitted. */
  async update(viewer: Viewer, id: string, change: WebhookChange): Promise<Webhook> {
    if (change.url !== undefined) this.checkAddress('input.url', change.url);
    const { store, onWork } = this.#options;
    const changed = await store.change(viewer.tenantId, id, change, this.#timing, viewer.audit);
    this.#tell(viewer, 'a webhook was changed', changed?.id);
    if (change.isPaused === false) onWork();
    return existing(changed);
  }

  /** Deliveries are signed with the secret before, too, for so many seconds. */
  async rotateSecret(
    viewer: Viewer,
    id: string,
    overlapSeconds: number,
  ): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
    const { store } = this.#options;
    const made = this.#newSecret(overlapSeconds);
    const webhook = await store.rotateSecret(viewer.tenantId, id, made, viewer.audit);
    this.#tell(viewer, 'a webhook got a new secret', webhook?.id);
    return { webhook: existing(webhook), secret: made.secret };
  }

  /** The secret for addresses that are given with a task: the first call makes it. */
  async rotateDefaultSecret(
    viewer: Viewer,
    overlapSeconds: number,
  ): Promise<RotatedSecret & { readonly secret: string }> {
    const { defaultSecrets } = this.#options;
    const { tenantId, audit } = viewer;
    const made = this.#newSecret(overlapSeconds);
    const rotated = await defaultSecrets.rotate(tenantId, made, this.#now, audit);
    this.#tell(viewer, 'a tenant got a new secret for webhooks', tenantId);
    return { ...existing(rotated), secret: made.secret };
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    if (!(await this.#options.store.remove(viewer.tenantId, id, viewer.audit))) {
      throw new GatewayError('NOT_FOUND');
    }
    this.#tell(viewer, 'a webhook was deleted', id);
  }

  async test(viewer: Viewer, id: string): Promise<WebhookDelivery> {
    const { deliveries, onWork } = this.#options;
    const test = { id: randomUUID(), ...this.#timing };
    const delivery = existing(await deliveries.addTest(viewer.tenantId, id, test, viewer.audit));
    onWork();
    return delivery;
  }

  async listDeliveries(
    viewer: Viewer,
    filter: DeliveryFilter,
    page: CreatedPage,
  ): ReturnType<TenantDeliveryStore['list']> {
    return await this.#options.deliveries.list(viewer.tenantId, filter, page);
  }

  /** Sends a delivery once more, or at once where it waits for another attempt. */
  async redeliver(viewer: Viewer, id: string): Promise<WebhookDelivery> {
    const { deliveries, onWork } = this.#options;
    const delivery = await deliveries.redeliver(viewer.tenantId, id, this.#timing, viewer.audit);
    onWork();
    return existing(delivery);
  }

  /** Throws BAD_USER_INPUT unless outcomes of a task may be sent there, and could be verified. */
  async checkTaskAddress(viewer: Viewer, url: string): Promise<void> {
    this.checkAddress('webhookUrl', url);
    if (this.#options.max === 0)
      throw refused('webhookUrl', 'webhooks', 'Webhooks are turned off.');
    if (await this.#options.defaultSecrets.has(viewer.tenantId)) return;
    const message = 'Needs the secret that rotateWebhookSecret gives without an id.';
    throw refused('webhookUrl', 'secret', message);
  }

  /** Throws BAD_USER_INPUT. */
  checkAddress(path: string, url: string): void {
    const problem = webhookAddressProblem(url, this.#options.mayReachLoopback);
    if (problem !== null) throw refused(path, 'webhookUrl', problem);
  }

  get #now(): Date {
    return this.#options.clock.now();
  }

  get #timing() {
    const now = this.#now;
    return { now, retryUntil: new Date(now.getTime() + RETRIED_FOR_MS) };
  }

  #newSecret(overlapSeconds: number) {
    const oldUntil = new Date(this.#now.getTime() + overlapSeconds * SECOND_MS);
    return { secret: this.#options.signer.newSecret(), oldUntil };
  }

  #tell({ tenantId, subject: by }: Viewer, message: string, id: string | undefined): void {
    if (id !== undefined) this.#options.log.info({ webhookId: id, tenantId, by }, message);
  }
}

function existing<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new GatewayError('NOT_FOUND');
  return thing;
}

function refused(path: string, rule: string, message: string): GatewayError {
  return new GatewayError('BAD_USER_INPUT', { issues: [{ path, rule, message }] });
}
