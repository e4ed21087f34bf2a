import { sql } from 'kysely';

import type { AuditedMutation } from '../../../domain/audit.js';
import { isUuid } from '../../../domain/uuid.js';
import type { Webhook } from '../../../domain/webhooks/webhook.js';
import type { CreatedPage } from '../../../ports/webhooks/created-page.js';
import type {
  NewSecret,
  NewWebhook,
  WebhookChange,
  WebhookStore,
} from '../../../ports/webhooks/webhook-store.js';
import type { Encrypted } from '../connection/database.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import { PLACES } from '../encryption/places.js';
import type { Db } from '../tasks/task-rows.js';
import { changeRecorded, ensureTenant, isBefore, lockTenant } from './webhook-changes.js';
import { HELD_UNTIL, toWebhook, WEBHOOK_COLUMNS } from './webhook-rows.js';

type Returned<Method extends keyof WebhookStore> = Awaited<ReturnType<WebhookStore[Method]>>;

export class PostgresWebhookStore implements WebhookStore {
  readonly #database: Encrypted;

  constructor(database: Encrypted) {
    this.#database = database;
  }

  get #db(): Db {
    return this.#database.kysely;
  }

  async create(
    { secret, url, events, operations, labels, ...webhook }: NewWebhook,
    max: number,
    audit?: AuditedMutation,
  ): Promise<Returned<'create'>> {
    const { id, tenantId, createdAt } = webhook;
    return await changeRecorded(this.#db, audit, `webhook:${id}`, async (db) => {
      const newest = await lockTenant(db, tenantId);
      if (newest === undefined) return undefined;
      if ((await countOf(db, tenantId)) >= max) return 'FULL';
      await ensureTenant(db, tenantId, newest, createdAt);
      const cipher = await this.#database.ciphers.forSealing(tenantId, db);
      const row = await db
        .insertInto('webhooks')
        .values({
          ...{ id, tenant_id: tenantId, since_number: newest, created_at: createdAt },
          created_by: webhook.createdBy,
          events: [...events],
          operations: operations === null ? null : [...operations],
          labels: labels === null ? null : [...labels],
          url: cipher.seal(url, PLACES.webhookUrl(id)),
          secret: cipher.seal(secret, PLACES.webhookSecret(id)),
        })
        .returning(WEBHOOK_COLUMNS)
        .executeTakeFirstOrThrow();
      return toWebhook(row, cipher);
    });
  }

  async find(tenantId: string, id: string): Promise<Webhook | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await this.#db
      .selectFrom('webhooks')
      .select(WEBHOOK_COLUMNS)
      .where('id', '=', id)
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst();
    return row && (await this.#database.ciphers.openedOne(this.#db, row, toWebhook));
  }

  async list(tenantId: string, { first, after }: CreatedPage): Promise<Returned<'list'>> {
    const rows = await this.#db
      .selectFrom('webhooks')
      .select(WEBHOOK_COLUMNS)
      .where('tenant_id', '=', tenantId)
      .$if(after !== null, (query) => query.where(isBefore(after)))
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(pageLimit(first))
      .execute();
    const { shown, hasNextPage } = pageOf(rows, first);
    return {
      webhooks: await this.#database.ciphers.opened(this.#db, shown, toWebhook),
      hasNextPage,
    };
  }

  async change(
    tenantId: string,
    id: string,
    { url, events, operations, labels, isPaused }: WebhookChange,
    { now, retryUntil }: { readonly now: Date; readonly retryUntil: Date },
    audit?: AuditedMutation,
  ): Promise<Webhook | undefined> {
    if (!isUuid(id)) return undefined;
    return await changeRecorded(this.#db, audit, `webhook:${id}`, async (db) => {
      // What makes deliveries holds it too: none is made that knows only the half of this.
      if (!(await lockDeliveries(db, tenantId))) return undefined;
      const cipher = await this.#database.ciphers.forSealing(tenantId, db);
      const row = await db
        .updateTable('webhooks')
        .set(({ fn, val, ref }) => ({
          id: ref('id'),
          ...(url !== undefined && { url: cipher.seal(url, PLACES.webhookUrl(id)) }),
          ...(events !== undefined && { events: [...events] }),
          ...(operations !== undefined && { operations: operations && [...operations] }),
          ...(labels !== undefined && { labels: labels && [...labels] }),
          ...(isPaused === true && { paused_at: fn.coalesce('paused_at', val(now)) }),
          ...(isPaused === false && RESUMED),
        }))
        .where('id', '=', id)
        .where('tenant_id', '=', tenantId)
        .returning(WEBHOOK_COLUMNS)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      if (isPaused === true) await holdDeliveries(db, id);
      if (isPaused === false) await freeDeliveries(db, id, now, retryUntil);
      return toWebhook(row, cipher);
    });
  }

  async rotateSecret(
    tenantId: string,
    id: string,
    { secret, oldUntil }: NewSecret,
    audit?: AuditedMutation,
  ): Promise<Webhook | undefined> {
    if (!isUuid(id) || (await this.find(tenantId, id)) === undefined) return undefined;
    const { ciphers } = this.#database;
    const cipher = await ciphers.forSealing(tenantId, this.#db);
    return await changeRecorded(this.#db, audit, `webhook:${id}`, async (db) => {
      const row = await db
        .updateTable('webhooks')
        .set(() => ({
          old_secret: sql<string>`secret`,
          old_secret_until: oldUntil,
          secret: cipher.seal(secret, PLACES.webhookSecret(id)),
        }))
        .where('id', '=', id)
        .where('tenant_id', '=', tenantId)
        .returning(WEBHOOK_COLUMNS)
        .executeTakeFirst();
      return row && toWebhook(row, cipher);
    });
  }

  async remove(tenantId: string, id: string, audit?: AuditedMutation): Promise<boolean> {
    if (!isUuid(id)) return false;
    const removed = await changeRecorded(this.#db, audit, `webhook:${id}`, async (db) => {
      // No delivery is made or taken meanwhile: what goes with the webhook is all of them.
      if (!(await lockDeliveries(db, tenantId))) return undefined;
      return await db
        .deleteFrom('webhooks')
        .where('id', '=', id)
        .where('tenant_id', '=', tenantId)
        .returning('id')
        .executeTakeFirst();
    });
    return removed !== undefined;
  }
}

const RESUMED = {
  ...{ paused_at: null, disabled_at: null, failing_since: null, last_status: null },
  ...{ last_error: null, lost_deliveries: 0 },
} as const;

async function countOf(db: Db, tenantId: string): Promise<number> {
  const { count } = await db
    .selectFrom('webhooks')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Holds what makes and takes the tenant's deliveries. False: it has none. */
async function lockDeliveries(db: Db, tenantId: string): Promise<boolean> {
  const row = await db
    .selectFrom('webhook_tenants')
    .select('tenant_id')
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

async function holdDeliveries(db: Db, webhookId: string): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ due_at: HELD_UNTIL })
    .where('webhook_id', '=', webhookId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Those that were held, and those that wait for another attempt. */
async function freeDeliveries(
  db: Db,
  webhookId: string,
  now: Date,
  retryUntil: Date,
): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ due_at: now, retry_until: retryUntil })
    .where('webhook_id', '=', webhookId)
    .where('ended_at', 'is', null)
    .execute();
}
