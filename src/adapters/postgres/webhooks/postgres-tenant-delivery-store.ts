import { sql } from 'kysely';

import type { AuditedMutation } from '../../../domain/audit.js';
import { isUuid } from '../../../domain/uuid.js';
import { TEST_EVENT } from '../../../domain/webhooks/webhook-event.js';
import type { TenantDeliveryStore } from '../../../ports/webhooks/tenant-delivery-store.js';
import type { Encrypted } from '../connection/database.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import type { Db } from '../tasks/task-rows.js';
import { changeRecorded, isBefore } from './webhook-changes.js';
import { DELIVERY_COLUMNS, toDelivery } from './webhook-rows.js';

type Returned<Method extends keyof TenantDeliveryStore> = Awaited<
  ReturnType<TenantDeliveryStore[Method]>
>;

export class PostgresTenantDeliveryStore implements TenantDeliveryStore {
  readonly #database: Encrypted;

  constructor(database: Encrypted) {
    this.#database = database;
  }

  get #db(): Db {
    return this.#database.kysely;
  }

  async addTest(
    tenantId: string,
    webhookId: string,
    { id, now, retryUntil }: Parameters<TenantDeliveryStore['addTest']>[2],
    audit?: AuditedMutation,
  ): Promise<Returned<'addTest'>> {
    if (!isUuid(webhookId)) return undefined;
    return await changeRecorded(this.#db, audit, `webhook:${webhookId}`, async (db) => {
      const found = await db
        .selectFrom('webhooks')
        .select('id')
        .where('id', '=', webhookId)
        .where('tenant_id', '=', tenantId)
        .forKeyShare()
        .executeTakeFirst();
      if (found === undefined) return undefined;
      const row = await db
        .insertInto('webhook_deliveries')
        .values({
          ...{ id, tenant_id: tenantId, webhook_id: webhookId, task_id: null, number: null },
          ...{ type: TEST_EVENT, event_at: now, created_at: now, due_at: now, status: 'PENDING' },
          snapshot: '{"state":{}}',
          retry_until: retryUntil,
        })
        .returning(DELIVERY_COLUMNS)
        .executeTakeFirstOrThrow();
      return toDelivery(row, await this.#database.ciphers.of(tenantId, db));
    });
  }

  async list(
    tenantId: string,
    { webhookId, taskId, status }: Parameters<TenantDeliveryStore['list']>[1],
    { first, after }: Parameters<TenantDeliveryStore['list']>[2],
  ): Promise<Returned<'list'>> {
    const named = [webhookId, taskId].filter((id) => id !== undefined);
    if (!named.every(isUuid)) return { deliveries: [], hasNextPage: false };
    let query = this.#db
      .selectFrom('webhook_deliveries')
      .select(DELIVERY_COLUMNS)
      .where('tenant_id', '=', tenantId);
    if (webhookId !== undefined) query = query.where('webhook_id', '=', webhookId);
    if (taskId !== undefined) query = query.where('task_id', '=', taskId);
    if (status !== undefined) query = query.where('status', '=', status);
    if (after !== null) query = query.where(isBefore(after));
    const rows = await query
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(pageLimit(first))
      .execute();
    const { shown, hasNextPage } = pageOf(rows, first);
    const deliveries = await this.#database.ciphers.opened(this.#db, shown, toDelivery);
    return { deliveries, hasNextPage };
  }

  async redeliver(
    tenantId: string,
    id: string,
    { now, retryUntil }: Parameters<TenantDeliveryStore['redeliver']>[2],
    audit?: AuditedMutation,
  ): Promise<Returned<'redeliver'>> {
    if (!isUuid(id)) return undefined;
    return await changeRecorded(this.#db, audit, `webhookDelivery:${id}`, async (db) => {
      const row = await db
        .updateTable('webhook_deliveries')
        .set({
          ...{ status: 'PENDING', ended_at: null, due_at: now, retry_until: retryUntil },
          attempts: sql`case when ended_at is null then attempts else 0 end`,
        })
        .where('id', '=', id)
        .where('tenant_id', '=', tenantId)
        .returning(DELIVERY_COLUMNS)
        .executeTakeFirst();
      return row && toDelivery(row, await this.#database.ciphers.of(tenantId, db));
    });
  }
}
