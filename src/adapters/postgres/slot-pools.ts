import { sql, type Expression, type SqlBool } from 'kysely';

import type { TaskState, WaitingFor } from '../../domain/task.js';
import type { SlotPool } from '../../ports/task-store.js';
import { changeTask, lockTask, type Db, type Trx } from './task-rows.js';

/** Pools looked at for one turn: there are about as many models. */
const POOLS_MAX = 200;

/**
 * Holds every other taker of the pool off until the end of the transaction, on all nodes, so that
 * counting and taking are one. It is the first lock of its transaction, and the only one of its
 * kind in it: so it cannot be part of a deadlock.
 */
export async function lockPool(trx: Trx, { runwayAccount, model }: SlotPool): Promise<void> {
  const name = `slots ${runwayAccount} ${model ?? ''}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}

/** The pool of a task; undefined when there is no such task. */
export async function poolOf(trx: Trx, taskId: string): Promise<SlotPool | undefined> {
  return trx
    .selectFrom('tasks')
    .select(['runway_account as runwayAccount', 'model'])
    .where('id', '=', taskId)
    .executeTakeFirst();
}

/** For queries over `tasks`. */
export function isInPool({ runwayAccount, model }: SlotPool): Expression<SqlBool> {
  return sql<SqlBool>`(tasks.runway_account = ${runwayAccount}
    and tasks.model is not distinct from ${model}::text)`;
}

/** Tasks that are on their way to Runway or live there. */
export async function busySlots(trx: Trx, pool: SlotPool): Promise<number> {
  const { rows } = await sql<{ busy: number }>`
    select (
      select count(*) from tasks
      where ${isInPool(pool)} and tasks.status in ('PENDING', 'THROTTLED', 'RUNNING')
    ) + (
      select count(*) from submissions join tasks on tasks.id = submissions.task_id
      where submissions.status = 'sending' and ${isInPool(pool)}
    ) as busy`.execute(trx);
  return rows[0]?.busy ?? 0;
}

/** Whether a task other than this one has waited for the pool and could be sent now. */
export async function hasWaiting(
  trx: Trx,
  pool: SlotPool,
  taskId: string,
  now: Date,
): Promise<boolean> {
  const waiting = await trx
    .selectFrom('submissions')
    .innerJoin('tasks', 'tasks.id', 'submissions.task_id')
    .select('submissions.id')
    .where('submissions.status', '=', 'queued')
    .where('submissions.due_at', '<=', now)
    .where('submissions.waiting_reason', 'is not', null)
    .where('tasks.id', '<>', taskId)
    .where(isInPool(pool))
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}

/** No task's id. */
const NO_TASK = '00000000-0000-0000-0000-000000000000';

/** TaskStore.isPoolTaken. */
export function isPoolTaken(db: Db, pool: SlotPool, slots: number, now: Date): Promise<boolean> {
  return db
    .transaction()
    .execute(
      async (trx) =>
        (await busySlots(trx, pool)) >= slots || (await hasWaiting(trx, pool, NO_TASK, now)),
    );
}

/** Pools with a due submission; the one whose tenant was served longest ago first. */
export async function duePools(db: Db, now: Date): Promise<readonly SlotPool[]> {
  return db
    .selectFrom('submissions')
    .innerJoin('tasks', 'tasks.id', 'submissions.task_id')
    .innerJoin('tenants', 'tenants.id', 'submissions.tenant_id')
    .select(['tasks.runway_account as runwayAccount', 'tasks.model'])
    .where('submissions.kind', '=', 'task')
    .where('submissions.status', '=', 'queued')
    .where('submissions.due_at', '<=', now)
    .groupBy(['tasks.runway_account', 'tasks.model'])
    .orderBy(({ fn }) => fn.min('tenants.last_served_turn'))
    .orderBy(({ fn }) => fn.min('submissions.due_at'))
    .limit(POOLS_MAX)
    .execute();
}

/** TaskStore.noteWaiting. */
export async function noteWaiting(
  db: Db,
  pool: SlotPool,
  reason: WaitingFor['reason'],
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<number> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('tasks', 'tasks.id', 'submissions.task_id')
    .select('tasks.id')
    .where('submissions.status', '=', 'queued')
    .where('submissions.due_at', '<=', now)
    .where('submissions.waiting_reason', 'is distinct from', reason)
    .where(isInPool(pool))
    .limit(limit)
    .execute();
  for (const { id } of rows) {
    await db.transaction().execute((trx) => keepWaiting(trx, id, reason, now));
  }
  return rows.length;
}

/** Says why a queued task is not sent yet, in an event when that is news. Ends its transaction. */
export async function keepWaiting(
  trx: Trx,
  taskId: string,
  reason: WaitingFor['reason'],
  now: Date,
): Promise<void> {
  const row = await lockTask(trx, taskId);
  if (row?.state.status !== 'QUEUED') return;
  const { numUpdatedRows } = await trx
    .updateTable('submissions')
    .set({
      waiting_reason: reason,
      waiting_until: null,
      // Its acceptor has given it up: from now on anybody may take it.
      due_at: sql<Date>`least(due_at, ${now}::timestamptz)`,
    })
    .where('task_id', '=', taskId)
    .where('status', '=', 'queued')
    .executeTakeFirstOrThrow();
  const state: TaskState = { status: 'QUEUED', waitingFor: { reason, until: null } };
  if (numUpdatedRows === 1n) await changeTask(trx, row, { state }, {}, now);
}
