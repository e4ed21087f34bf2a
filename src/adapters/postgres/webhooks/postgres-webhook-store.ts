import { sql, type SqlBool } from 'kysely';

import type { AuditedMutation } from '../../../domain/audit.js';
import { isUuid } from '../../../domain/uuid.js';
import type { Webhook } from '../../../domain/webhooks/webhook.js';
import { TEST_EVENT } from '../../../domain/webhooks/webhook-event.js';
import type {
  CreatedPlace,
  DefaultSecret,
  NewSecret,
  NewWebhook,
  WebhookChange,
  WebhookStore,
} from '../../../ports/webhooks/webhook-store.js';
import { audited } from '../audit/audited-work.js';
import type { Encrypted } from '../connection/database.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import { PLACES } from '../encryption/places.js';
import { openText } from '../encryption/sealed-forms.js';
import type { Db } from '../tasks/task-rows.js';
import {
  DELIVERY_COLUMNS,
  HELD_UNTIL,
  toDelivery,
  toWebhook,
  WEBHOOK_COLUMNS,
} from './webhook-rows.js';

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
    return await this.#change(audit, id, async (db) => {
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
    return await this.#find(this.#db, tenantId, id);
  }

  async list(
    tenantId: string,
    { first, after }: { readonly first: number; readonly after: CreatedPlace | null },
  ): Promise<Returned<'list'>> {
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
    return await this.#change(audit, id, async (db) => {
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
    return await this.#change(audit, id, async (db) => {
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

  async rotateDefaultSecret(
    tenantId: string,
    { secret, oldUntil }: NewSecret,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<DefaultSecret | undefined> {
    return await this.#change(audit, null, async (db) => {
      const newest = await lockTenant(db, tenantId);
      if (newest === undefined) return undefined;
      await ensureTenant(db, tenantId, newest, now);
      const cipher = await this.#database.ciphers.forSealing(tenantId, db);
      const { old_secret: old } = await db
        .updateTable('webhook_tenants')
        .set(() => ({
          old_secret: sql<string>`secret`,
          old_secret_until: oldUntil,
          secret: cipher.seal(secret, PLACES.tenantWebhookSecret(tenantId)),
        }))
        .where('tenant_id', '=', tenantId)
        .returning('old_secret')
        .executeTakeFirstOrThrow();
      return { oldSecretUntil: old === null ? null : oldUntil };
    });
  }

  async hasDefaultSecret(tenantId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('webhook_tenants')
      .select('tenant_id')
      .where('tenant_id', '=', tenantId)
      .where('secret', 'is not', null)
      .executeTakeFirst();
    return row !== undefined;
  }

  async defaultSecrets(tenantId: string, now: Date): Promise<readonly string[]> {
    const row = await this.#db
      .selectFrom('webhook_tenants')
      .select(['tenant_id', 'secret', 'old_secret', 'old_secret_until'])
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst();
    if (row === undefined) return [];
    const isOldValid = row.old_secret_until !== null && row.old_secret_until > now;
    const secrets = [row.secret, isOldValid ? row.old_secret : null];
    const { ciphers } = this.#database;
    return await ciphers.openedOne(this.#db, row, (_, cipher) =>
      secrets
        .filter((secret) => secret !== null)
        .map((secret) => openText(secret, cipher, PLACES.tenantWebhookSecret(tenantId))),
    );
  }

  async remove(tenantId: string, id: string, audit?: AuditedMutation): Promise<boolean> {
    if (!isUuid(id)) return false;
    const removed = await this.#change(audit, id, async (db) => {
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

  async addTest(
    tenantId: string,
    webhookId: string,
    { id, now, retryUntil }: Parameters<WebhookStore['addTest']>[2],
    audit?: AuditedMutation,
  ): Promise<Returned<'addTest'>> {
    if (!isUuid(webhookId)) return undefined;
    return await this.#change(audit, webhookId, async (db) => {
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

  async listDeliveries(
    tenantId: string,
    { webhookId, taskId, status }: Parameters<WebhookStore['listDeliveries']>[1],
    { first, after }: Parameters<WebhookStore['listDeliveries']>[2],
  ): Promise<Returned<'listDeliveries'>> {
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
    { now, retryUntil }: Parameters<WebhookStore['redeliver']>[2],
    audit?: AuditedMutation,
  ): Promise<Returned<'redeliver'>> {
    if (!isUuid(id)) return undefined;
    return await this.#change(audit, id, async (db) => {
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

  async #find(db: Db, tenantId: string, id: string): Promise<Webhook | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await db
      .selectFrom('webhooks')
      .select(WEBHOOK_COLUMNS)
      .where('id', '=', id)
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst();
    return row && (await this.#database.ciphers.openedOne(db, row, toWebhook));
  }

  /** Several statements: a transaction of its own also where nothing is recorded. */
  async #change<Result>(
    audit: AuditedMutation | undefined,
    id: string | null,
    work: (db: Db) => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    const names = id === null ? [] : [`webhook:${id}`];
    return await this.#db
      .transaction()
      .execute((trx) =>
        audited(trx, audit, work, (done) =>
          done === undefined || done === 'FULL' ? undefined : names,
        ),
      );
  }
}

const RESUMED = {
  ...{ paused_at: null, disabled_at: null, failing_since: null, last_status: null },
  ...{ last_error: null, lost_deliveries: 0 },
} as const;

function isBefore(after: CreatedPlace | null) {
  return sql<SqlBool>`(created_at, id) < (${after?.createdAt}::timestamptz, ${after?.id}::uuid)`;
}

/** The number of the tenant's newest event. No later one commits before this transaction does. */
async function lockTenant(db: Db, tenantId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('tenants')
    .select('event_seq')
    .where('id', '=', tenantId)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row?.event_seq;
}

async function countOf(db: Db, tenantId: string): Promise<number> {
  const { count } = await db
    .selectFrom('webhooks')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return count;
}

async function ensureTenant(db: Db, tenantId: string, number: number, now: Date): Promise<void> {
  await db
    .insertInto('webhook_tenants')
    .values({ tenant_id: tenantId, number, filled_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
