import { kindsWhere } from '../../../domain/resource/kinds.js';
import { sql, type SqlBool } from 'kysely';

import { GRANTED } from '../../../domain/tenant/tenant.js';
import type { Resource } from '../../../ports/resources/resource-store.js';
import type {
  RemovalLease,
  ResourceToRemove,
  TaskToRemove,
  TenantRemovalStore,
} from '../../../ports/tenants/tenant-removal-store.js';
import type { Database } from '../connection/database.js';
import { rowByRow } from '../connection/row-by-row.js';
import type { Db, Trx } from '../tasks/task-rows.js';
import { isLeaseHeld, removeTenantTask } from './remove-tenant-task.js';

/** Kinds that Runway cannot delete. */
const KEPT_KINDS = kindsWhere(({ removal }) => removal === undefined);

/**
 * Those of tasks_newest and resources_newest. A plan that need not sort goes by the index, where it
 * would else read the whole table for a tenant that had much of it.
 */
const TASKS_IN_INDEX_ORDER = sql`(deleted_at is null), created_at desc, id desc`;
const RESOURCES_IN_INDEX_ORDER = sql`kind, created_at desc, runway_id desc`;

export class PostgresTenantRemovalStore implements TenantRemovalStore {
  readonly #database: Database;
  readonly #db: Db;

  constructor(database: Database) {
    this.#database = database;
    this.#db = database.kysely;
  }

  async take({
    now,
    until,
  }: Parameters<TenantRemovalStore['take']>[0]): Promise<RemovalLease | undefined> {
    const row = await this.#db
      .updateTable('tenants')
      .set(({ eb }) => ({
        removal_fence: eb('removal_fence', '+', 1),
        removal_lease_until: until,
      }))
      // With `in` the planner may look for the first one again for each row that it updates.
      .where('id', '=', ({ selectFrom }) =>
        selectFrom('tenants')
          .select('id')
          .where('deleted_at', 'is not', null)
          .where(({ or, eb }) =>
            or([eb('removal_lease_until', 'is', null), eb('removal_lease_until', '<=', now)]),
          )
          .orderBy('deleted_at')
          .orderBy('id')
          .limit(sql.lit(1))
          .forUpdate()
          .skipLocked(),
      )
      .returning(['id', 'removal_fence'])
      .executeTakeFirst();
    return row && { tenantId: row.id, fence: row.removal_fence };
  }

  extend(lease: RemovalLease, until: Date): Promise<boolean> {
    return this.#setLeaseEnd(lease, until);
  }

  async release(lease: RemovalLease, notBefore: Date): Promise<void> {
    await this.#setLeaseEnd(lease, notBefore);
  }

  async releaseAll(): Promise<void> {
    await this.#db
      .updateTable('tenants')
      .set({ removal_lease_until: null })
      .where('removal_lease_until', 'is not', null)
      .execute();
  }

  async #setLeaseEnd({ tenantId, fence }: RemovalLease, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('tenants')
      .set({ removal_lease_until: at })
      .where('id', '=', tenantId)
      .where('removal_fence', '=', fence)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  }

  async listTasks(
    tenantId: string,
    { first, after }: Parameters<TenantRemovalStore['listTasks']>[1],
  ): Promise<readonly TaskToRemove[]> {
    const rows = await this.#db
      .selectFrom('tasks')
      .leftJoin('submissions', 'submissions.task_id', 'tasks.id')
      .select([
        'tasks.id',
        'tasks.created_at as createdAt',
        'tasks.status',
        'tasks.runway_account as runwayAccount',
        'tasks.runway_task_id as runwayTaskId',
        'tasks.runway_task_kind as runwayTaskKind',
        'submissions.sent_at as sentAt',
        sql<boolean>`coalesce(submissions.status = 'sending', false)`.as('isSending'),
      ])
      .where('tasks.tenant_id', '=', tenantId)
      .where('tasks.deleted_at', 'is', null)
      .$if(after !== null, (query) =>
        query.where(
          sql<SqlBool>`(tasks.created_at, tasks.id) < (${after?.createdAt}::timestamptz, ${after?.id}::uuid)`,
        ),
      )
      .orderBy('tasks.created_at', 'desc')
      .orderBy('tasks.id', 'desc')
      .limit(sql.lit(first))
      .execute();
    return rows;
  }

  async removeTasks(
    lease: RemovalLease,
    listed: Parameters<TenantRemovalStore['removeTasks']>[1],
  ): Promise<number> {
    const items = listed.map((task) => ({ ...task, tenantId: lease.tenantId }));
    const remove = (trx: Trx, task: (typeof items)[number]): ReturnType<typeof removeTenantTask> =>
      removeTenantTask(trx, lease, task);
    const { left } = await rowByRow(this.#database, items, remove, ({ id }) => ({ taskId: id }));
    return left;
  }

  async removeHiddenTasks(lease: RemovalLease, limit: number): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('tasks')
      .where('id', 'in', ({ selectFrom }) =>
        selectFrom('tasks')
          .select('id')
          .where('tenant_id', '=', lease.tenantId)
          // As the index has it: `deleted_at is not null` would read all that the tenant has.
          .where(sql<SqlBool>`(deleted_at is null) < true`)
          .where(isLeaseHeld(lease))
          .orderBy(TASKS_IN_INDEX_ORDER)
          .limit(sql.lit(limit)),
      )
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  async giveBack(lease: RemovalLease, limit: number): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('resources')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('kind', 'runway_id'),
          'in',
          selectFrom('resources')
            .select(['kind', 'runway_id'])
            .where('tenant_id', '=', lease.tenantId)
            .where(({ or, eb }) => or([eb('owner', '=', GRANTED), eb('kind', 'in', KEPT_KINDS)]))
            .where(isLeaseHeld(lease))
            .orderBy(RESOURCES_IN_INDEX_ORDER)
            .limit(sql.lit(limit))
            .$asTuple('kind', 'runway_id'),
        ),
      )
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  async listResources(
    tenantId: string,
    kind: Resource['kind'],
    { first, after }: Parameters<TenantRemovalStore['listResources']>[2],
  ): Promise<readonly ResourceToRemove[]> {
    return await this.#db
      .selectFrom('resources')
      .select(['kind', 'runway_account as runwayAccount', 'runway_id as runwayId'])
      .where('tenant_id', '=', tenantId)
      .where('kind', '=', kind)
      .where('owner', '!=', GRANTED)
      .$if(after !== null, (query) => query.where('runway_id', '>', after ?? ''))
      .orderBy('runway_id')
      .limit(sql.lit(first))
      .execute();
  }

  async removeResource(lease: RemovalLease, { kind, runwayId }: ResourceToRemove): Promise<void> {
    await this.#db
      .deleteFrom('resources')
      .where('tenant_id', '=', lease.tenantId)
      .where('kind', '=', kind)
      .where('runway_id', '=', runwayId)
      .where(isLeaseHeld(lease))
      .execute();
  }

  async removeAccess(lease: RemovalLease, limit: number): Promise<number> {
    const { rows } = await sql<{ deleted: number }>`
      with keys as (
        delete from api_keys where id in (
          select id from api_keys where tenant_id = ${lease.tenantId} limit ${sql.lit(limit)}
        ) and ${isLeaseHeld(lease)} returning 1
      ), counters as (
        delete from budget_counters
        where (tenant_id, subject, period, period_start) in (
          select tenant_id, subject, period, period_start from budget_counters
          where tenant_id = ${lease.tenantId} limit ${sql.lit(limit)}
        ) and ${isLeaseHeld(lease)} returning 1
      ), of_tokens as (
        delete from token_counters where (tenant_id, token_id) in (
          select tenant_id, token_id from token_counters
          where tenant_id = ${lease.tenantId} limit ${sql.lit(limit)}
        ) and ${isLeaseHeld(lease)} returning 1
      ), deliveries as (
        delete from webhook_deliveries where id in (
          select id from webhook_deliveries where tenant_id = ${lease.tenantId} limit ${sql.lit(limit)}
        ) and ${isLeaseHeld(lease)} returning 1
      ), limits as (
        delete from budget_limits where (tenant_id, subject, period) in (
          select tenant_id, subject, period from budget_limits
          where tenant_id = ${lease.tenantId} limit ${sql.lit(limit)}
        ) and ${isLeaseHeld(lease)} returning 1
      )
      select (select count(*) from keys) + (select count(*) from counters)
        + (select count(*) from of_tokens) + (select count(*) from limits)
        + (select count(*) from deliveries) as deleted`.execute(this.#db);
    return rows[0]?.deleted ?? 0;
  }

  /**
   * The tenant's row is locked first: a writer that is about to add something of it finds it gone.
   */
  async finish(lease: RemovalLease): Promise<boolean> {
    const { tenantId, fence } = lease;
    const isGone = await this.#db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ is_empty: boolean }>`
        select (select id from tasks where tenant_id = ${tenantId}
            order by ${TASKS_IN_INDEX_ORDER} limit 1) is null
          and (select runway_id from resources where tenant_id = ${tenantId}
            order by ${RESOURCES_IN_INDEX_ORDER} limit 1) is null
          and not exists (select from api_keys where tenant_id = ${tenantId}) as is_empty
        from (
          select id from tenants where id = ${tenantId} and removal_fence = ${fence} for update
        ) as held`.execute(trx);
      if (rows[0]?.is_empty !== true) return false;
      // Its data keys go with it: what backups of its rows hold is unreadable from here on.
      await trx.deleteFrom('data_keys').where('tenant_id', '=', tenantId).execute();
      await trx.deleteFrom('tenants').where('id', '=', tenantId).execute();
      return true;
    });
    if (isGone) this.#database.ciphers.forget(tenantId);
    return isGone;
  }
}
