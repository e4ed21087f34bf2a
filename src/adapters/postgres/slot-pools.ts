import { sql, type Expression, type SqlBool } from 'kysely';

import type { WaitingFor } from '../../domain/task.js';
import type { SlotPool, TaskStore } from '../../ports/task-store.js';
import type { Database } from './database.js';
import { HOLD, isHeldAt } from './postgres-pool-hold-store.js';
import { Statement } from './statement.js';
import { changeTask } from './task-change.js';
import { lockTask, type Db, type Trx } from './task-rows.js';

/** Pools looked at for one turn: there are about as many models. */
const POOLS_MAX = 200;

/**
 * Holds every other taker of a pool off, on all nodes, so that counting and taking are one. The
 * lock is the first of its transaction, and the only one of its kind in it: so it cannot be part of
 * a deadlock.
 */
export class PoolLocks {
  readonly #database: Database;
  /** By pool: the end of the line of this process, which waits without a connection. */
  readonly #lines = new Map<string, Promise<unknown>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** PGlite has one connection in one process: each of its statements has all to itself. */
  get areImplied(): boolean {
    return this.#database.kind === 'pglite';
  }

  async hold<Result>(
    { runwayAccount, model }: SlotPool,
    work: (trx: Trx) => Promise<Result>,
  ): Promise<Result> {
    const name = `slots ${runwayAccount} ${model ?? ''}`;
    const held = (this.#lines.get(name) ?? Promise.resolve()).then(() =>
      this.#database.kysely.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
        return await work(trx);
      }),
    );
    const line = held.catch(() => undefined);
    this.#lines.set(name, line);
    void line.then(() => {
      if (this.#lines.get(name) === line) this.#lines.delete(name);
    });
    return await held;
  }
}

const MAY_SEND_SQL =
  'tenants.stopped_at is null and tenants.suspended_at is null and tenants.deleted_at is null';

/** For queries over `tenants`: whether what a tenant has queued may go out. */
export const MAY_SEND: Expression<SqlBool> = sql<SqlBool>`(${sql.raw(MAY_SEND_SQL)})`;

/** For queries over `tasks`. */
export function isInPool({ runwayAccount, model }: SlotPool): Expression<SqlBool> {
  return sql<SqlBool>`(tasks.runway_account = ${runwayAccount}
    and tasks.model is not distinct from ${model}::text)`;
}

/*
 * Parts of `Statement`s, of the pool of `:account` and `:model`. Only a pool with a model has a
 * number of slots. Tasks are looked up one by one, because a plan that is made while there are few
 * would read them all for ever.
 */
const IN_POOL = `runway_account = :account::text and model = :model::text`;
const OF_POOL = `(select ${IN_POOL} from tasks where tasks.id = submissions.task_id)`;

/** Tasks that are on their way to Runway or live there. */
export const BUSY_SLOTS = `((
    select count(*) from tasks
    where ${IN_POOL} and status in ('PENDING', 'THROTTLED', 'RUNNING')
  ) + (select count(*) from submissions where status = 'sending' and ${OF_POOL}))`;

/** Whether a task has waited for the pool and could be sent now. */
export const HAS_WAITING = `exists (
    select from submissions
    where status = 'queued' and due_at <= :now::timestamptz and waiting_reason is not null
      and ${OF_POOL}
      and (
        select ${MAY_SEND_SQL}
        from tenants where tenants.id = submissions.tenant_id
      )
  )`;

const IS_TAKEN = new Statement<{ readonly is_taken: boolean }>(
  'is_pool_taken',
  `select exists (select from pool_holds where ${HOLD}) or case
    when :slots::integer is null then false
    else ${BUSY_SLOTS} >= :slots::integer or ${HAS_WAITING}
  end as is_taken`,
);

const IS_FULL = new Statement<{ readonly is_full: boolean }>(
  'is_pool_full',
  `select ${BUSY_SLOTS} >= :slots::integer as is_full`,
);

/** TaskStore.isPoolTaken. */
export async function isPoolTaken(
  db: Db,
  { runwayAccount: account, model }: SlotPool,
  slots: number | null,
  now: Date,
): Promise<boolean> {
  const [row] = await IS_TAKEN.run(db, { account, model, slots, now });
  return row?.is_taken === true;
}

/** Whether so many slots of the pool are in use. */
export async function isPoolFull(
  db: Db,
  { runwayAccount: account, model }: SlotPool,
  slots: number,
): Promise<boolean> {
  const [row] = await IS_FULL.run(db, { account, model, slots });
  return row?.is_full === true;
}

/** A pool with a due submission, and why and until when it is held, if it is. */
export interface DuePool extends SlotPool {
  readonly hold: {
    readonly reason: WaitingFor['reason'];
    readonly until: Date;
    /** Until when the one that has gone first is waited for; null: none has. */
    readonly probeUntil: Date | null;
  } | null;
}

/** Pools with a due submission; the one whose tenant was served longest ago first. */
export async function duePools(db: Db, now: Date): Promise<readonly DuePool[]> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('tasks', 'tasks.id', 'submissions.task_id')
    .innerJoin('tenants', 'tenants.id', 'submissions.tenant_id')
    .leftJoin('pool_holds', (join) => join.on(isHeldAt(now)))
    .select([
      'tasks.runway_account as runwayAccount',
      'tasks.model',
      'pool_holds.reason',
      'pool_holds.until',
      'pool_holds.probe_until as probeUntil',
    ])
    .where('submissions.kind', '=', 'task')
    .where('submissions.status', '=', 'queued')
    .where('submissions.due_at', '<=', now)
    .where(MAY_SEND)
    .groupBy([
      'tasks.runway_account',
      'tasks.model',
      'pool_holds.reason',
      'pool_holds.until',
      'pool_holds.probe_until',
    ])
    .orderBy(({ fn }) => fn.min('tenants.last_served_turn'))
    .orderBy(({ fn }) => fn.min('submissions.due_at'))
    .limit(POOLS_MAX)
    .execute();
  return rows.map(({ reason, until, probeUntil, ...pool }) => ({
    ...pool,
    hold: reason === null || until === null ? null : { reason, until, probeUntil },
  }));
}

type Batch = Parameters<TaskStore['noteWaiting']>[2];

/** TaskStore.noteWaiting. */
export function noteWaiting(
  db: Db,
  pool: SlotPool,
  waitingFor: WaitingFor,
  batch: Batch,
): Promise<number> {
  return note(db, sql<SqlBool>`(${isInPool(pool)} and ${MAY_SEND})`, waitingFor, batch);
}

/** TaskStore.noteStopped. */
export function noteStopped(db: Db, batch: Batch): Promise<number> {
  const waitingFor = { reason: 'TENANT_STOPPED', until: null } as const;
  return note(db, sql<SqlBool>`(tenants.stopped_at is not null)`, waitingFor, batch);
}

/** `whose` is of a task and its tenant. */
async function note(
  db: Db,
  whose: Expression<SqlBool>,
  waitingFor: WaitingFor,
  { now, limit }: Batch,
): Promise<number> {
  const until = untilOf(waitingFor);
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('tasks', 'tasks.id', 'submissions.task_id')
    .innerJoin('tenants', 'tenants.id', 'submissions.tenant_id')
    .select('tasks.id')
    .where('submissions.status', '=', 'queued')
    .where('submissions.due_at', '<=', now)
    .where(({ or, eb }) =>
      or([
        eb('submissions.waiting_reason', 'is distinct from', waitingFor.reason),
        eb('submissions.waiting_until', 'is distinct from', until),
      ]),
    )
    .where(whose)
    .limit(limit)
    .execute();
  for (const { id } of rows) {
    await db.transaction().execute((trx) => keepWaiting(trx, id, waitingFor, now));
  }
  return rows.length;
}

/** Says why a queued task is not sent yet, in an event when that is news. Ends its transaction. */
async function keepWaiting(
  trx: Trx,
  taskId: string,
  waitingFor: WaitingFor,
  now: Date,
): Promise<void> {
  const row = await lockTask(trx, taskId);
  if (row?.state.status !== 'QUEUED') return;
  const { numUpdatedRows } = await trx
    .updateTable('submissions')
    .set({ waiting_reason: waitingFor.reason, waiting_until: untilOf(waitingFor) })
    .where('task_id', '=', taskId)
    .where('status', '=', 'queued')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return;
  await changeTask(trx, row, { task: { state: { status: 'QUEUED', waitingFor } } }, now);
}

function untilOf({ until }: WaitingFor): Date | null {
  return until === null ? null : new Date(until);
}
