import { sql } from 'kysely';

import { periodStart } from '../../domain/credits.js';
import { SETTLED_STATUSES } from '../../domain/task.js';
import type { RetentionStore } from '../../ports/retention-store.js';
import type { Database } from './database.js';
import type { Trx } from './task-rows.js';

type Batch = Parameters<RetentionStore['deleteOld']>[0];

/** Retention in PostgreSQL. One node at a time, by a lock that ends with the transaction. */
export class PostgresRetentionStore implements RetentionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async deleteOld(batch: Batch): Promise<number> {
    return await this.#database.kysely.transaction().execute(async (trx) => {
      if (!(await isAlone(trx))) return 0;
      const keys = await deleteExpiredKeys(trx, batch);
      const tasks = await deleteOldTasks(trx, batch);
      const counters = await deleteOldCounters(trx, batch);
      const resources = await deleteEndedResources(trx, batch);
      // Last, because it locks tenants.
      const events = await deleteOldEvents(trx, batch);
      return keys + tasks + counters + resources + events;
    });
  }
}

async function isAlone(trx: Trx): Promise<boolean> {
  const { rows } = await sql<{ is_alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('retention', 0)) as is_alone`.execute(trx);
  return rows[0]?.is_alone === true;
}

/** A key whose task has not settled is kept: who repeats it would buy what may still be sent. */
async function deleteExpiredKeys(trx: Trx, { now, limit }: Batch): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('idempotency_keys')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('tenant_id', 'key'),
        'in',
        selectFrom('idempotency_keys')
          .select(['tenant_id', 'key'])
          .where('expires_at', '<=', now)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('tasks')
                  .select('id')
                  .whereRef('tasks.id', '=', 'idempotency_keys.task_id')
                  .where('settled_at', 'is', null),
              ),
            ),
          )
          .orderBy('expires_at')
          .limit(limit)
          .forUpdate()
          .skipLocked()
          .$asTuple('tenant_id', 'key'),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Only tasks whose events have gone before them: those raise the floor under the cursors. */
async function deleteOldTasks(trx: Trx, { before, now, limit }: Batch): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('tasks')
    .where('id', 'in', ({ selectFrom, not, exists }) =>
      selectFrom('tasks')
        .select('id')
        .where('settled_at', '<', before)
        .where('status', 'in', SETTLED_STATUSES)
        .where(
          not(
            exists(selectFrom('task_events').select('number').whereRef('task_id', '=', 'tasks.id')),
          ),
        )
        .where(
          not(
            exists(
              selectFrom('idempotency_keys')
                .select('key')
                .whereRef('task_id', '=', 'tasks.id')
                .where('expires_at', '>', now),
            ),
          ),
        )
        .orderBy('settled_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/**
 * Counters of periods before the last month, of which no task is left: not even one that is hidden
 * or UNCONFIRMED, whose cost may still be set.
 */
async function deleteOldCounters(trx: Trx, { now, limit }: Batch): Promise<number> {
  const lastMonth = periodStart('MONTH', new Date(periodStart('MONTH', now).getTime() - 1));
  const { numAffectedRows = 0n } = await sql`
    delete from budget_counters
    where (tenant_id, subject, period, period_start) in (
      select tenant_id, subject, period, period_start from budget_counters as old
      where period_start < ${lastMonth} and not exists (
        select from tasks
        where tasks.tenant_id = old.tenant_id and tasks.created_at >= old.period_start
          and tasks.created_at < (old.period_start at time zone 'UTC'
            + case old.period when 'DAY' then interval '1 day' else interval '1 month' end)
            at time zone 'UTC'
      )
      limit ${limit}
    )`.execute(trx);
  return Number(numAffectedRows);
}

/** Uploads end at Runway after a day, live sessions after half an hour; what stays of them is elsewhere. */
async function deleteEndedResources(trx: Trx, { before, limit }: Batch): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('resources')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('kind', 'runway_id'),
        'in',
        selectFrom('resources')
          .select(['kind', 'runway_id'])
          .where('kind', 'in', ['upload', 'realtimeSession'])
          .where('created_at', '<', before)
          .limit(limit)
          .forUpdate()
          .skipLocked()
          .$asTuple('kind', 'runway_id'),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function deleteOldEvents(trx: Trx, { before, limit }: Batch): Promise<number> {
  const { rows } = await sql<{ deleted: number }>`
    with old as (
      select tenant_id, number from task_events where at < ${before}
      order by at, tenant_id, number limit ${limit}
    ), gone as (
      delete from task_events using old
      where task_events.tenant_id = old.tenant_id and task_events.number = old.number
      returning task_events.tenant_id, task_events.number
    ), floors as (
      select tenant_id, max(number) as number, count(*) as deleted from gone group by tenant_id
    ), raised as (
      update tenants set event_floor = greatest(event_floor, floors.number)
      from floors where tenants.id = floors.tenant_id
      returning floors.deleted
    )
    select coalesce(sum(deleted), 0)::bigint as deleted from raised`.execute(trx);
  return rows[0]?.deleted ?? 0;
}
