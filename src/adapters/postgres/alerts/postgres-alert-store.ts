import { sql, type SqlBool } from 'kysely';

import type { AuditedMutation } from '../../../domain/audit.js';
import type { AlertSighting, SecurityAlert } from '../../../domain/alerts/security-alert.js';
import type {
  AlertFilter,
  AlertPage,
  AlertPlan,
  AlertStore,
  Throttled,
} from '../../../ports/alerts/alert-store.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import type { Db, Trx } from '../tasks/task-rows.js';
import { announceAlerts, raiseSightings, toAlert } from './alert-rows.js';
import { sightingsOf } from './alert-sightings.js';

/** Throttled callers and addresses that a node holds. */
const THROTTLED_MAX = 1_000;

export class PostgresAlertStore implements AlertStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async evaluate(plan: AlertPlan, now: Date, everyMs: number): Promise<number | null> {
    const before = new Date(now.getTime() - everyMs);
    // Asked first, and without a lock, because mostly another node has done it.
    if (!(await isDue(this.#db, before, now))) return null;
    return await this.#db.transaction().execute(async (trx) => {
      await ensureState(trx);
      const state = await trx
        .selectFrom('alert_state')
        .select('number')
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      // Another node is at it, or was meanwhile.
      if (state === undefined || !(await isDue(trx, before, now))) return null;
      let { number } = state;
      for (const [rule, threshold] of plan.thresholds) {
        const { spendFloorCredits } = plan;
        const seen = await sightingsOf(trx, rule, { threshold, now, spendFloorCredits });
        number += await raiseSightings(trx, seen, { plan, now, number });
      }
      await trx.updateTable('alert_state').set({ number, evaluated_at: now }).execute();
      const raised = number - state.number;
      if (raised > 0) await announceAlerts(trx);
      return raised;
    });
  }

  async raise(sightings: readonly AlertSighting[], plan: AlertPlan, now: Date): Promise<number> {
    return await this.#db.transaction().execute(async (trx) => {
      const first = await lockState(trx);
      let number = first;
      for (const sighting of sightings) {
        number += await raiseSightings(trx, [sighting], { plan, now, number });
      }
      await trx.updateTable('alert_state').set({ number }).execute();
      if (number > first) await announceAlerts(trx);
      return number - first;
    });
  }

  async listUntold(limit: number): Promise<readonly SecurityAlert[]> {
    const rows = await this.#db
      .selectFrom('security_alerts')
      .selectAll()
      .where('told_at', 'is', null)
      .orderBy('number')
      .limit(sql.lit(limit))
      .execute();
    return rows.map(toAlert);
  }

  async markTold(ids: readonly string[], now: Date): Promise<void> {
    await this.#db
      .updateTable('security_alerts')
      .set({ told_at: now })
      .where(sql<SqlBool>`id = any(${[...ids]}::uuid[])`)
      .execute();
  }

  async listAlerts(
    { rule, severity, tenant, from, before }: AlertFilter,
    { first, after }: { readonly first: number; readonly after: number | null },
  ): Promise<AlertPage> {
    let query = this.#db.selectFrom('security_alerts').selectAll();
    if (rule !== undefined) query = query.where('rule', '=', rule);
    if (severity !== undefined) query = query.where('severity', '=', severity);
    if (tenant !== undefined) query = query.where('tenant_id', '=', tenant);
    if (from !== undefined) query = query.where('raised_at', '>=', from);
    if (before !== undefined) query = query.where('raised_at', '<', before);
    if (after !== null) query = query.where('number', '<', after);
    const rows = await query.orderBy('number', 'desc').limit(pageLimit(first)).execute();
    const { shown, hasNextPage } = pageOf(rows, first);
    return { alerts: shown.map(toAlert), hasNextPage };
  }

  async listAlertsAfter(after: number, limit: number): Promise<readonly SecurityAlert[]> {
    const rows = await this.#db
      .selectFrom('security_alerts')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(sql.lit(limit))
      .execute();
    return rows.map(toAlert);
  }

  async alertRange(): Promise<{ readonly newest: number; readonly oldest: number }> {
    const range = await this.#db
      .selectFrom('alert_state')
      .select(['number as newest', 'floor as oldest'])
      .executeTakeFirst();
    return range ?? { newest: 0, oldest: 0 };
  }

  async liftAnswer(
    id: string,
    lift: { readonly now: Date; readonly by: string },
    audit?: AuditedMutation,
  ): Promise<SecurityAlert | undefined> {
    const lifted = await audited(
      this.#db,
      audit,
      (db) => liftOne(db, id, lift),
      (alert) => alert && namesOf(alert),
    );
    if (lifted !== undefined) return lifted;
    const row = await this.#db
      .selectFrom('security_alerts')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toAlert(row);
  }

  async listThrottled(now: Date): Promise<readonly Throttled[]> {
    const rows = await this.#db
      .selectFrom('security_alerts')
      .select(['tenant_id', 'subject', 'address', 'answer_ends_at'])
      .where('answer', '=', sql.lit('THROTTLE'))
      .where('lifted_at', 'is', null)
      .where('answer_ends_at', '>', now)
      .orderBy('answer_ends_at', 'desc')
      .limit(sql.lit(THROTTLED_MAX))
      .execute();
    return rows.map(({ tenant_id: tenantId, subject, address, answer_ends_at: until }) => ({
      ...(address === null ? { tenantId, holder: subject } : { tenantId: null, holder: address }),
      until: until ?? now,
    }));
  }

  async forgetBefore(before: Date, limit: number): Promise<number> {
    return await this.#db.transaction().execute(async (trx) => {
      const newest = await lockState(trx);
      const { rows } = await sql<{ readonly number: number }>`
        delete from security_alerts where id in (
          select id from security_alerts where raised_at < ${before}::timestamptz
          order by raised_at limit ${sql.lit(limit)}
        ) returning number`.execute(trx);
      const floor = Math.min(newest, Math.max(0, ...rows.map(({ number }) => number)));
      await sql`update alert_state set floor = greatest(floor, ${floor}::bigint)`.execute(trx);
      const networks = await sql`
        delete from key_networks where (key_id, network) in (
          select key_id, network from key_networks where last_at < ${before}::timestamptz
          order by last_at limit ${sql.lit(limit)}
        )`.execute(trx);
      return rows.length + Number(networks.numAffectedRows ?? 0n);
    });
  }
}

/** Whether no node has looked since then. A clock that was set back must not stop the alerts. */
async function isDue(db: Db, before: Date, now: Date): Promise<boolean> {
  const done = await db
    .selectFrom('alert_state')
    .select('number')
    .where('evaluated_at', '>', before)
    .where('evaluated_at', '<=', now)
    .executeTakeFirst();
  return done === undefined;
}

async function ensureState(trx: Trx): Promise<void> {
  await trx
    .insertInto('alert_state')
    .values({ number: 0, floor: 0, evaluated_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function lockState(trx: Trx): Promise<number> {
  await ensureState(trx);
  const { number } = await trx
    .selectFrom('alert_state')
    .select('number')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return number;
}

/** Undefined where no answer goes on. */
async function liftOne(
  db: Db,
  id: string,
  { now, by }: { readonly now: Date; readonly by: string },
): Promise<SecurityAlert | undefined> {
  const row = await db
    .updateTable('security_alerts')
    .set({ lifted_at: now, lifted_by: by })
    .where('id', '=', id)
    .where('answer', 'is not', null)
    .where('lifted_at', 'is', null)
    .where(({ eb, or }) => or([eb('answer_ends_at', 'is', null), eb('answer_ends_at', '>', now)]))
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.answer === 'SUSPEND' && row.key_id !== null) {
    await db
      .updateTable('api_keys')
      .set({ suspended_at: null })
      .where('id', '=', row.key_id)
      .execute();
  }
  await announceAlerts(db);
  return toAlert(row);
}

function namesOf({ id, rule, keyId }: SecurityAlert): readonly string[] {
  return [`alert:${id}`, `rule:${rule}`, ...(keyId === null ? [] : [`key:${keyId}`])];
}
