import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';

import type { JsonObject } from '../../../domain/input/json.js';
import type { Estimate, Task, TaskState } from '../../../domain/task/task.js';
import type { Tables, TasksTable } from '../tables.js';

/** Where every event announces itself; the payload is the tenant's id. */
export const TASK_EVENTS_CHANNEL = 'task_events';

export type Db = Kysely<Tables>;
export type Trx = Transaction<Tables>;
export type TaskRow = Selectable<TasksTable>;

/** For jsonb columns, of what a caller sent: NUL and half surrogate pairs make PostgreSQL refuse it. */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** For jsonb columns, of what must be stored whatever it holds: U+FFFD stands for what cannot be. */
export function toJsonLeniently(value: unknown): string {
  const text = JSON.stringify(value);
  if (!UNSTORABLE.test(text)) return text;
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? storable(item) : item,
  );
}

/** What JSON.stringify writes for NUL and for half surrogate pairs, and for texts that look alike. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** The text with U+FFFD for NUL and for half surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    operation: row.operation,
    model: row.model,
    label: row.label,
    state: row.state,
    runwayAccount: row.runway_account,
    runwayTaskId: row.runway_task_id,
    runwayTaskKind: row.runway_task_kind,
    input: row.input,
    estimate: { credits: row.estimate_credits, source: row.estimate_source },
    cost: row.cost_credits,
    cancelRequestedAt: row.cancel_requested_at,
    createdAt: row.created_at,
    settledAt: row.settled_at,
  };
}

/** What of a task changes over its life: the part that an event keeps. Times in ISO 8601. */
interface TaskSnapshot {
  readonly state: TaskState;
  readonly model: string | null;
  readonly runwayTaskId: string | null;
  readonly estimate: Estimate;
  readonly cost: number | null;
  readonly cancelRequestedAt: string | null;
  readonly settledAt: string | null;
}

export function snapshotOf(task: Task): TaskSnapshot {
  return {
    state: task.state,
    model: task.model,
    runwayTaskId: task.runwayTaskId,
    estimate: task.estimate,
    cost: task.cost,
    cancelRequestedAt: task.cancelRequestedAt?.toISOString() ?? null,
    settledAt: task.settledAt?.toISOString() ?? null,
  };
}

/** The task as it was at the event; `snapshot` is one of `snapshotOf`. */
export function taskAt(row: TaskRow, snapshot: JsonObject): Task {
  const { cancelRequestedAt, settledAt, ...rest } = snapshot as unknown as TaskSnapshot;
  return {
    ...toTask(row),
    ...rest,
    cancelRequestedAt: cancelRequestedAt === null ? null : new Date(cancelRequestedAt),
    settledAt: settledAt === null ? null : new Date(settledAt),
  };
}

/**
 * Writes the first event of a live task that costs nothing, and announces it. The last statement of its
 * transaction: the tenant's row stays locked from here to the commit, which makes the order of
 * numbers the order of commits.
 */
export async function writeFirstEvent(trx: Trx, task: Task, now: Date): Promise<void> {
  await sql`
    with next as (
      update tenants
      set event_seq = event_seq + 1, live_tasks = live_tasks + 1, tasks = tasks + 1
      where id = ${task.tenantId} returning event_seq
    ), event as (
      insert into task_events (tenant_id, number, task_id, at, snapshot)
      select ${task.tenantId}, event_seq, ${task.id}::uuid, ${now}::timestamptz,
        ${toJsonLeniently(snapshotOf(task))}::jsonb
      from next
    )
    select pg_notify(${TASK_EVENTS_CHANNEL}, ${task.tenantId}) from next
  `.execute(trx);
}

/**
 * The task's row, locked until the end of the transaction. Undefined when it is gone; one that its
 * owner has deleted is found with `hidden` alone.
 */
export async function lockTask(trx: Trx, id: string, hidden = false): Promise<TaskRow | undefined> {
  return trx
    .selectFrom('tasks')
    .selectAll()
    .where('id', '=', id)
    .$if(!hidden, (query) => query.where('deleted_at', 'is', null))
    .forUpdate()
    .executeTakeFirst();
}

/** `lockTask`, which waits for no other client. Undefined also when another one holds the row. */
export async function lockFreeTask(trx: Trx, id: string): Promise<TaskRow | undefined> {
  return trx
    .selectFrom('tasks')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}
