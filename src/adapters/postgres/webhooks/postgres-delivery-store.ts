import { sql, type SqlBool } from 'kysely';

import type {
  AttemptOutcome,
  DeliveriesToDo,
  DeliveryFigures,
  DeliveryStore,
  LeasedDelivery,
  LeaseRules,
  WebhookTrouble,
} from '../../../ports/webhooks/delivery-store.js';
import type { Encrypted } from '../connection/database.js';
import { PLACES } from '../encryption/places.js';
import type { Db } from '../tasks/task-rows.js';
import {
  LEASE_DELIVERIES,
  LOOK,
  MAKE_DELIVERIES,
  recordAttempts,
  type AttemptRow,
} from './delivery-statements.js';
import { openLeased, type Opened } from './leased-deliveries.js';
import { noteHealth } from './webhook-health.js';

/** Seconds' worth of deliveries that a tenant may send at once. */
const BURST_SECONDS = 10;

export class PostgresDeliveryStore implements DeliveryStore {
  readonly #database: Encrypted;

  constructor(database: Encrypted) {
    this.#database = database;
  }

  get #db(): Db {
    return this.#database.kysely;
  }

  async look(): Promise<DeliveriesToDo> {
    const [row] = await LOOK.run(this.#db, {});
    return { hasEvents: row?.has_events === true, hasOpen: row?.has_open === true };
  }

  async makeDeliveries(now: Date, retryUntil: Date): Promise<number> {
    const [row] = await MAKE_DELIVERIES.run(this.#db, { now, retry_until: retryUntil });
    return row?.looked ?? 0;
  }

  async lease(rules: LeaseRules): Promise<readonly LeasedDelivery[]> {
    const { now, until, limit, perTenantMax, perTenantSecond } = rules;
    const rows = await LEASE_DELIVERIES.run(this.#db, {
      now,
      until,
      limit,
      per_tenant_max: perTenantMax,
      per_second: perTenantSecond,
      burst: Math.max(1, perTenantSecond * BURST_SECONDS),
    });
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const { leased, unsendable } = await openLeased(this.#database, ids, rules.now);
    if (unsendable.length > 0) await this.#giveUp(unsendable, rules.now);
    return leased;
  }

  async record(outcomes: readonly AttemptOutcome[], now: Date): Promise<readonly WebhookTrouble[]> {
    const rows = await this.#sealed(outcomes, now);
    return await this.#db.transaction().execute(async (trx) => {
      const gone = outcomes.filter(({ isGone }) => isGone);
      if (gone.length > 0) await lockTenants(trx, gone);
      const { rows: recorded } = await recordAttempts(rows).execute(trx);
      return await noteHealth(trx, recorded, outcomes, now);
    });
  }

  async releaseAll(): Promise<void> {
    await this.#db
      .updateTable('webhook_deliveries')
      .set({ lease_until: null })
      .where('ended_at', 'is', null)
      .where('lease_until', 'is not', null)
      .execute();
  }

  async expire(before: Date, now: Date, limit: number): Promise<number> {
    const { numAffectedRows } = await sql`
      update webhook_deliveries set ${ended('EXPIRED', now)}
      where id in (
        select id from webhook_deliveries
        where created_at < ${before}::timestamptz and retry_until < ${before}::timestamptz
          and ended_at is null and (lease_until is null or lease_until <= ${now}::timestamptz)
        order by created_at limit ${sql.lit(limit)}
        for update skip locked
      )`.execute(this.#db);
    return Number(numAffectedRows ?? 0n);
  }

  async forgetBefore(before: Date, limit: number): Promise<number> {
    const { numAffectedRows } = await sql`
      delete from webhook_deliveries where id in (
        select id from webhook_deliveries
        where created_at < ${before}::timestamptz and ended_at < ${before}::timestamptz
        order by created_at limit ${sql.lit(limit)}
        for update skip locked
      )`.execute(this.#db);
    return Number(numAffectedRows ?? 0n);
  }

  async figures(now: Date): Promise<DeliveryFigures> {
    const { rows } = await sql<DeliveryFigures>`
      select
        (select count(*) from webhook_deliveries where ended_at is null
          and due_at <= ${now}::timestamptz)::integer as due,
        (select count(*) from webhook_deliveries where ended_at is null
          and due_at > ${now}::timestamptz)::integer as waiting,
        (select count(*) from webhooks where failing_since is not null and disabled_at is null
          and paused_at is null)::integer as "failingWebhooks",
        (select count(*) from webhooks where disabled_at is not null)::integer
          as "disabledWebhooks"`.execute(this.#db);
    return rows[0] ?? { due: 0, waiting: 0, failingWebhooks: 0, disabledWebhooks: 0 };
  }

  async #sealed(outcomes: readonly AttemptOutcome[], now: Date): Promise<readonly AttemptRow[]> {
    const rows: AttemptRow[] = [];
    for (const outcome of outcomes) {
      const { id, tenantId, response, error, nextAt } = outcome;
      const cipher = await this.#database.ciphers.of(tenantId, this.#db);
      const failed = nextAt === null ? 'FAILED' : 'PENDING';
      const status = error === null ? 'DELIVERED' : failed;
      rows.push({
        ...{ id, fence: outcome.fence, status, at: outcome.at, next_at: nextAt },
        ended_at: status === 'PENDING' ? null : now,
        last_status: outcome.status,
        last_error: error,
        last_ms: outcome.durationMs,
        // A tenant whose keys are gone is being deleted.
        response:
          response === null || cipher.dataKeyId === undefined
            ? null
            : cipher.seal(response, PLACES.deliveryResponse(id)),
      });
    }
    return rows;
  }

  async #giveUp(unsendable: Opened['unsendable'], now: Date): Promise<void> {
    for (const { id, error } of unsendable) {
      await sql`
        update webhook_deliveries set ${ended(error, now)} where id = ${id}::uuid
      `.execute(this.#db);
    }
  }
}

function ended(error: string, now: Date) {
  return sql`status = 'FAILED', ended_at = ${now}::timestamptz, lease_until = null,
    last_error = ${error}`;
}

/** Before rows of deliveries are locked, as all do that lock both. */
async function lockTenants(trx: Db, outcomes: readonly AttemptOutcome[]): Promise<void> {
  const ids = [...new Set(outcomes.map(({ tenantId }) => tenantId))];
  await trx
    .selectFrom('webhook_tenants')
    .select('tenant_id')
    .where(sql<SqlBool>`tenant_id = any(${ids}::text[])`)
    .orderBy('tenant_id')
    .forUpdate()
    .execute();
}
