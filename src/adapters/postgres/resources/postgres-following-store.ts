import { isSettled, type RunwayTaskKind, type Task } from '../../../domain/task/task.js';
import type { FollowingStore, NewFollowing } from '../../../ports/resources/following-store.js';
import type { Database } from '../connection/database.js';
import { earliestRead } from '../tasks/polls.js';
import { changeTask } from '../tasks/task-change.js';
import {
  lockTask,
  toJson,
  toTask,
  writeFirstEvent,
  type Db,
  type TaskRow,
  type Trx,
} from '../tasks/task-rows.js';

const LIVE = ['PENDING', 'THROTTLED', 'RUNNING'] as const;

export class PostgresFollowingStore implements FollowingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  start(following: NewFollowing, now: Date): Promise<Task> {
    const { tenantId, kind, runwayId } = following;
    return this.#database.kysely.transaction().execute(async (trx) => {
      const newest = await findNewest(trx, tenantId, kind, runwayId);
      if (newest !== undefined && newest.settled_at === null) return toTask(newest);
      const row = await trx
        .insertInto('tasks')
        .values({
          id: following.id,
          tenant_id: tenantId,
          created_by: following.createdBy,
          operation: following.operation,
          runway_account: following.runwayAccount,
          runway_task_id: runwayId,
          runway_task_kind: kind,
          input: toJson({ id: runwayId }),
          state: toJson({ status: 'RUNNING', progress: 0, output: [] }),
          estimate_credits: 0,
          estimate_source: 'PRICES',
          reserved_credits: 0,
          created_at: now,
          poll_due_at: following.pollDueAt,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const task = toTask(row);
      await writeFirstEvent(trx, task, now);
      return task;
    });
  }

  async find(tenantId: string, kind: RunwayTaskKind, runwayId: string): Promise<Task | undefined> {
    const row = await findNewest(this.#database.kysely, tenantId, kind, runwayId);
    return row === undefined ? undefined : toTask(row);
  }

  async tasksOf(runwayTaskIds: readonly string[]): ReturnType<FollowingStore['tasksOf']> {
    if (runwayTaskIds.length === 0) return new Map();
    const rows = await this.#database.kysely
      .selectFrom('tasks')
      .select(['id', 'tenant_id', 'runway_task_id', 'deleted_at'])
      .where('runway_task_id', 'in', runwayTaskIds)
      .execute();
    return new Map(
      rows.map((row) => [
        row.runway_task_id ?? '',
        { tenantId: row.tenant_id, id: row.deleted_at === null ? row.id : null },
      ]),
    );
  }

  async cancel(tenantId: string, kind: RunwayTaskKind, runwayId: string, now: Date): Promise<void> {
    const { kysely } = this.#database;
    const live = await kysely
      .selectFrom('tasks')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('runway_task_kind', '=', kind)
      .where('runway_task_id', '=', runwayId)
      .where('status', 'in', LIVE)
      .execute();
    for (const { id } of live) {
      await kysely.transaction().execute(async (trx) => {
        const row = await lockTask(trx, id);
        if (row === undefined || isSettled(row.state.status)) return;
        const cost = row.estimate_credits === 0 ? 0 : null;
        await changeTask(trx, row, { task: { state: { status: 'CANCELLED' }, cost } }, now);
      });
    }
  }

  async end(tenantId: string, kind: RunwayTaskKind, runwayId: string, now: Date): Promise<void> {
    await this.#database.kysely.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('tasks')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('runway_task_kind', '=', kind)
        .where('runway_task_id', '=', runwayId)
        .where('status', 'in', LIVE)
        .orderBy('id')
        .forUpdate()
        .execute();
      for (const row of rows) {
        await trx
          .updateTable('tasks')
          .set({ cancel_requested_at: now, poll_due_at: earliestRead(row, now) })
          .where('id', '=', row.id)
          .execute();
      }
    });
  }
}

function findNewest(
  db: Db | Trx,
  tenantId: string,
  kind: RunwayTaskKind,
  runwayId: string,
): Promise<TaskRow | undefined> {
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('runway_task_kind', '=', kind)
    .where('runway_task_id', '=', runwayId)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
