import { sql } from 'kysely';

import { isSettled, type RunwayTaskKind, type Task } from '../../../domain/task/task.js';
import type { FollowingStore, NewFollowing } from '../../../ports/resources/following-store.js';
import { creationOperations } from '../../../operations/creation-operations.js';
import type { Database } from '../connection/database.js';
import type { Ciphers } from '../encryption/ciphers.js';
import { PLACES } from '../encryption/places.js';
import { sealJson } from '../encryption/sealed-forms.js';
import { earliestRead } from '../tasks/earliest-read.js';
import { changeTask } from '../tasks/task-change.js';
import { toJson } from '../connection/json-text.js';
import {
  lockTask,
  openTaskRow,
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
    const { kysely, ciphers } = this.#database;
    return kysely.transaction().execute(async (trx) => {
      const newest = await findNewest(trx, ciphers, tenantId, kind, runwayId);
      if (newest !== undefined && newest.settled_at === null) return toTask(newest);
      // Not the keys as they were known: a tenant of that id may have ended since. None ends now.
      await sql`select from tenants where id = ${tenantId} for key share`.execute(trx);
      ciphers.forget(tenantId);
      const cipher = await ciphers.forSealing(tenantId, trx);
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
          input: sealJson({ id: runwayId }, cipher, PLACES.taskInput(following.id)),
          state: toJson({ status: 'RUNNING', progress: 0, output: [] }),
          estimate_credits: 0,
          estimate_source: 'PRICES',
          reserved_credits: 0,
          created_at: now,
          poll_due_at: following.pollDueAt,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const task = toTask(openTaskRow(row, cipher));
      await writeFirstEvent(trx, task, now);
      return task;
    });
  }

  async find(tenantId: string, kind: RunwayTaskKind, runwayId: string): Promise<Task | undefined> {
    const { kysely, ciphers } = this.#database;
    const row = await findNewest(kysely, ciphers, tenantId, kind, runwayId);
    return row === undefined ? undefined : toTask(row);
  }

  async makersOf(
    tenantId: string,
    kind: RunwayTaskKind,
    runwayIds: readonly string[],
  ): Promise<ReadonlyMap<string, Task>> {
    if (runwayIds.length === 0) return new Map();
    const { kysely, ciphers } = this.#database;
    const rows = await kysely
      .selectFrom('tasks')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('runway_task_kind', '=', kind)
      .where('runway_task_id', 'in', runwayIds)
      .where('operation', 'in', Object.keys(creationOperations))
      .where('deleted_at', 'is', null)
      .execute();
    const opened = await ciphers.opened(kysely, rows, openTaskRow);
    return new Map(opened.map((row) => [row.runway_task_id ?? '', toTask(row)]));
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
    const { kysely, ciphers } = this.#database;
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
        const row = await lockTask(trx, ciphers, id);
        if (row === undefined || isSettled(row.state.status)) return;
        const cost = row.estimate_credits === 0 ? 0 : null;
        await changeTask(
          trx,
          ciphers,
          row,
          { task: { state: { status: 'CANCELLED' }, cost } },
          now,
        );
      });
    }
  }

  async end(tenantId: string, kind: RunwayTaskKind, runwayId: string, now: Date): Promise<void> {
    await this.#database.kysely.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('tasks')
        .select(['id', 'poll_due_at', 'poll_lease_until', 'last_read_at'])
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

async function findNewest(
  db: Db | Trx,
  ciphers: Ciphers,
  tenantId: string,
  kind: RunwayTaskKind,
  runwayId: string,
): Promise<TaskRow | undefined> {
  const row = await db
    .selectFrom('tasks')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('runway_task_kind', '=', kind)
    .where('runway_task_id', '=', runwayId)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && (await ciphers.openedOne(db, row, openTaskRow));
}
