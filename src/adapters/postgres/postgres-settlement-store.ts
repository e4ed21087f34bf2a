import { sql, type SqlBool } from 'kysely';

import { isSettled, type Failure, type RunwayTaskKind } from '../../domain/task.js';
import { isUuid } from '../../domain/uuid.js';
import { RESOURCE_KINDS } from '../../operations/operation.js';
import type { RunwayRequest } from '../../ports/runway-api.js';
import type { LostTask, OpenQuestion, OpenTaskPage } from '../../ports/settlement-store.js';
import type { Settlement, SettlementStore } from '../../ports/settlement-store.js';
import type { Database } from './database.js';
import type { SubmissionsTable } from './tables.js';
import { changeTask } from './task-change.js';
import { lockFreeTask, lockTask, toTask, type Db, type TaskRow } from './task-rows.js';
import type { Trx } from './task-rows.js';

/** The conditions of the partial indexes tasks_unconfirmed and tasks_without_cost. */
const IS_OPEN = {
  SUBMISSION: sql<SqlBool>`tasks.status = 'UNCONFIRMED'`,
  COST: sql<SqlBool>`tasks.settled_at is not null and tasks.cost_credits is null`,
} satisfies Record<OpenQuestion, unknown>;

/** The condition of the partial index submissions_open: what it makes may be at Runway. */
const IS_SENT = sql<SqlBool>`submissions.status in ('sending', 'unconfirmed')`;

/** Kinds that are there with Runway's answer, and what they cost. */
const AT_ONCE: Partial<Record<RunwayTaskKind, number>> = { document: 0, router: 0 };
const MADE = { status: 'SUCCEEDED', output: [] } as const;
const FOLLOWED = { state: { status: 'PENDING' } } as const;

export class PostgresSettlementStore implements SettlementStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async listOpen(
    question: OpenQuestion,
    { first, after }: Parameters<SettlementStore['listOpen']>[1],
  ): Promise<OpenTaskPage> {
    if (after !== null && !isUuid(after.id)) return { tasks: [], hasNextPage: false };
    const rows = await this.#db
      .selectFrom('tasks')
      .leftJoin('submissions', 'submissions.task_id', 'tasks.id')
      .selectAll('tasks')
      .select(['submissions.sent_at', 'submissions.detail'])
      .where(IS_OPEN[question])
      .where('tasks.deleted_at', 'is', null)
      .$if(after !== null, (query) =>
        query.where(
          sql<SqlBool>`(tasks.created_at, tasks.id) < (${after?.createdAt}::timestamptz, ${after?.id}::uuid)`,
        ),
      )
      .orderBy('tasks.created_at', 'desc')
      .orderBy('tasks.id', 'desc')
      .limit(sql.lit(first + 1))
      .execute();
    return {
      tasks: rows.slice(0, first).map((row) => ({
        task: toTask(row),
        sentAt: row.sent_at,
        detail: row.detail,
      })),
      hasNextPage: rows.length > first,
    };
  }

  confirm(id: string, runwayTaskId: string, now: Date): Promise<Settlement> {
    return this.#confirm(id, runwayTaskId, now, () => Promise.resolve(true), lockTask);
  }

  confirmFound(id: string, runwayTaskId: string, now: Date): Promise<Settlement> {
    const isCertain = async (trx: Trx): Promise<boolean> => !(await hasTwin(trx, id));
    // What another client holds must not delay what is looked for after it.
    return this.#confirm(id, runwayTaskId, now, isCertain, lockFreeTask);
  }

  async hasTwin(id: string): Promise<boolean> {
    return await hasTwin(this.#db, id);
  }

  #confirm(
    id: string,
    runwayTaskId: string,
    now: Date,
    isCertain: (trx: Trx) => Promise<boolean>,
    lock: typeof lockTask,
  ): Promise<Settlement> {
    const change = async (trx: Trx, row: TaskRow): Promise<Settlement> => {
      if (row.state.status !== 'UNCONFIRMED') return 'conflict';
      // It leaves nothing at Runway that has an id.
      if (row.runway_task_kind === 'voicePreview') return 'conflict';
      // Two operators who give two tasks the same id wait for each other here.
      await sql`select pg_advisory_xact_lock(hashtextextended(${runwayTaskId}, 0))`.execute(trx);
      const holder = await trx
        .selectFrom('tasks')
        .select('id')
        .where('runway_task_id', '=', runwayTaskId)
        .executeTakeFirst();
      if (holder !== undefined) return 'conflict';
      // Before it is asked whose it is: a request ends by noting that, in one statement.
      if (!(await isCertain(trx))) return 'conflict';
      if (await isForeign(trx, row.tenant_id, runwayTaskId)) return 'conflict';
      await endSubmission(trx, id, { status: 'submitted', runway_id: runwayTaskId });
      const { creates } = await trx
        .selectFrom('submissions')
        .select('creates')
        .where('task_id', '=', id)
        .executeTakeFirstOrThrow();
      // What Runway makes at once is there, and nothing of it is left to be read.
      const cost = AT_ONCE[row.runway_task_kind];
      const settled = {
        ...(cost === undefined
          ? { task: { ...FOLLOWED, runwayTaskId }, poll: { poll_due_at: now } }
          : { task: { state: MADE, cost, runwayTaskId } }),
        ...(creates !== null && { made: { ...creates, runwayId: runwayTaskId } }),
      };
      return (await changeTask(trx, row, settled, now)) ?? 'conflict';
    };
    return this.#settle(id, change, lock);
  }

  async listLost(
    kinds: readonly RunwayTaskKind[],
    { sentFrom, first, after }: Parameters<SettlementStore['listLost']>[1],
  ): Promise<readonly LostTask[]> {
    const rows = await this.#db
      .selectFrom('tasks')
      .innerJoin('submissions', 'submissions.task_id', 'tasks.id')
      .selectAll('tasks')
      .select(['submissions.sent_at', 'submissions.request'])
      .where('tasks.runway_task_kind', 'in', kinds)
      .where(IS_SENT)
      .where('tasks.status', '=', 'UNCONFIRMED')
      .where('tasks.deleted_at', 'is', null)
      .where('submissions.sent_at', '>=', sentFrom)
      .$if(after !== null, (query) =>
        query.where(
          sql<SqlBool>`(submissions.sent_at, tasks.id) > (${after?.sentAt}::timestamptz, ${after?.id}::uuid)`,
        ),
      )
      .orderBy('submissions.sent_at')
      .orderBy('tasks.id')
      .limit(sql.lit(first))
      .execute();
    return rows.flatMap((row) =>
      row.sent_at === null
        ? []
        : [{ task: toTask(row), sentAt: row.sent_at, body: row.request.body }],
    );
  }

  dismiss(id: string, failure: Failure, now: Date): Promise<Settlement> {
    return this.#settle(id, async (trx, row) => {
      if (row.state.status !== 'UNCONFIRMED') return 'conflict';
      await endSubmission(trx, id, { status: 'refused' });
      const task = { state: { status: 'FAILED', failure }, cost: 0 } as const;
      return (await changeTask(trx, row, { task }, now)) ?? 'conflict';
    });
  }

  adjustCost(id: string, credits: number, now: Date): Promise<Settlement> {
    return this.#settle(id, async (trx, row) =>
      isSettled(row.state.status) && row.cost_credits === null
        ? ((await changeTask(trx, row, { task: { cost: credits } }, now)) ?? 'conflict')
        : 'conflict',
    );
  }

  async findRequest(tenantId: string, id: string): ReturnType<SettlementStore['findRequest']> {
    if (!isUuid(id)) return undefined;
    const row = await this.#db
      .selectFrom('tasks')
      .innerJoin('submissions', 'submissions.task_id', 'tasks.id')
      .selectAll('tasks')
      .select('submissions.sdk_method')
      .select(reducedRequest('submissions').as('request'))
      .where('tasks.id', '=', id)
      .where('tasks.tenant_id', '=', tenantId)
      .where('tasks.deleted_at', 'is', null)
      .executeTakeFirst();
    return row && { task: toTask(row), sdkMethod: row.sdk_method, request: row.request };
  }

  async #settle(
    id: string,
    change: (trx: Trx, row: TaskRow) => Promise<Settlement>,
    lock: typeof lockTask = lockTask,
  ): Promise<Settlement> {
    if (!isUuid(id)) return 'missing';
    return await this.#db.transaction().execute(async (trx) => {
      const row = await lock(trx, id);
      return row === undefined ? 'missing' : await change(trx, row);
    });
  }
}

/** The request of a row of `submissions` without media, whether or not it has been sent. */
const reducedRequest = (submission: string) => {
  const columns = [sql.ref(`${submission}.reduced_request`), sql.ref(`${submission}.request`)];
  return sql<RunwayRequest>`coalesce(${sql.join(columns)})`;
};

/** What a request makes is called after it. */
const nameIn = (submission: string) => {
  const request = reducedRequest(submission);
  return sql`coalesce(${request} -> 'body' ->> 'slug', ${request} -> 'body' ->> 'name')`;
};

/** SettlementStore.hasTwin. */
async function hasTwin(db: Db, taskId: string): Promise<boolean> {
  const twin = await db
    .selectFrom('submissions')
    .innerJoin('tasks', 'tasks.id', 'submissions.task_id')
    .innerJoin('submissions as lost', (join) => join.on('lost.task_id', '=', taskId))
    .innerJoin('tasks as lostTask', 'lostTask.id', 'lost.task_id')
    .select('tasks.id')
    .where(IS_SENT)
    .where('tasks.id', '!=', taskId)
    .whereRef('tasks.runway_task_kind', '=', 'lostTask.runway_task_kind')
    .where(sql<SqlBool>`${nameIn('submissions')} is not distinct from ${nameIn('lost')}`)
    .limit(sql.lit(1))
    .executeTakeFirst();
  return twin !== undefined;
}

/** Whether another tenant has a thing of that id, of whatever kind. */
async function isForeign(trx: Trx, tenantId: string, runwayId: string): Promise<boolean> {
  const holder = await trx
    .selectFrom('resources')
    .select('tenant_id')
    .where('kind', 'in', RESOURCE_KINDS)
    .where('runway_id', '=', runwayId)
    .where('tenant_id', '!=', tenantId)
    .limit(sql.lit(1))
    .executeTakeFirst();
  return holder !== undefined;
}

/** A late answer to it then finds nothing to change. */
async function endSubmission(
  trx: Trx,
  taskId: string,
  outcome: Partial<Pick<SubmissionsTable, 'status' | 'runway_id'>>,
): Promise<void> {
  await trx.updateTable('submissions').set(outcome).where('task_id', '=', taskId).execute();
}
