import { isDeepStrictEqual } from 'node:util';

import { sql } from 'kysely';
import type { Kysely, RawBuilder, Selectable, Transaction, Updateable } from 'kysely';

import { holdingOf } from '../../domain/credits.js';
import { omitInObject } from '../../domain/data-uris.js';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { isSettled, type Estimate, type Task, type TaskState } from '../../domain/task.js';
import type { RunwayRequest } from '../../ports/runway-api.js';
import { booking, type Movement } from './ledger.js';
import type { Tables, TasksTable } from './tables.js';

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
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? storable(item) : item,
  );
}

/** The text with U+FFFD for NUL and for half surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** A UUID in its canonical form; the database throws on anything else. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
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

function snapshotOf(task: Task): TaskSnapshot {
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

/** The task as it was at the event; `snapshot` is one that `writeEvent` wrote. */
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
 * Writes the event, books what moved, and announces it. The last statement of its transaction: the
 * tenant's row stays locked from here to the commit, which makes the order of numbers the order of
 * commits, and guards the tenant's counters.
 */
export async function writeEvent(
  trx: Trx,
  task: Task,
  now: Date,
  movement: Movement | null = null,
): Promise<void> {
  const booked = movement === null ? sql`` : sql`, booked as (${booking(movement, 'next')})`;
  await sql`
    with next as (
      update tenants set event_seq = event_seq + 1 where id = ${task.tenantId} returning event_seq
    ), event as (${insertEvent(task, now, 'next')}) ${booked}
    select pg_notify(${TASK_EVENTS_CHANNEL}, ${task.tenantId}) from next
  `.execute(trx);
}

/** The INSERT of an event; `next` names the common table expression with its `event_seq`. */
export function insertEvent(task: Task, now: Date, next: string): RawBuilder<unknown> {
  return sql`
    insert into task_events (tenant_id, number, task_id, at, snapshot)
    select ${task.tenantId}, event_seq, ${task.id}::uuid, ${now}::timestamptz,
      ${toJsonLeniently(snapshotOf(task))}::jsonb
    from ${sql.table(next)}`;
}

/** What may change in a task; what is absent stays. */
export interface TaskChange {
  readonly state?: TaskState;
  readonly model?: string | null;
  readonly runwayTaskId?: string;
  readonly estimate?: Estimate;
  readonly cost?: number | null;
  readonly cancelRequestedAt?: Date;
  readonly input?: JsonValue;
}

/** A task as changed, and whether a viewer can tell: then an event is owed. */
export interface ChangedTask {
  readonly task: Task;
  readonly isVisible: boolean;
  /** What the event has to book; null when no credits moved. They never move invisibly. */
  readonly movement: Movement | null;
}

/** Writes the change into a row that this transaction has locked; `columns` are seen by no viewer. */
export async function updateTask(
  trx: Trx,
  row: TaskRow,
  change: TaskChange,
  columns: Updateable<TasksTable>,
  now: Date,
): Promise<ChangedTask> {
  const before = toTask(row);
  const changed: Task = { ...before, ...change };
  const settles = isSettled(changed.state.status) && before.settledAt === null;
  const task: Task = settles ? { ...changed, settledAt: now } : changed;
  const from = { reserved: row.reserved_credits, spent: row.spent_credits };
  const to = holdingOf(task);
  await trx
    .updateTable('tasks')
    .set({
      state: toJsonLeniently(task.state),
      model: task.model,
      runway_task_id: task.runwayTaskId,
      estimate_credits: task.estimate.credits,
      estimate_source: task.estimate.source,
      cost_credits: task.cost,
      reserved_credits: to.reserved,
      spent_credits: to.spent,
      cancel_requested_at: task.cancelRequestedAt,
      settled_at: task.settledAt,
      // Only when it changed: it may be megabytes.
      ...(task.input !== before.input && { input: toJson(task.input) }),
      ...(settles && { poll_due_at: null }),
      ...columns,
    })
    .where('id', '=', task.id)
    .execute();
  return {
    task,
    isVisible: !isDeepStrictEqual(snapshotOf(before), snapshotOf(task)),
    movement: isDeepStrictEqual(from, to) ? null : { drawer: row, from, to },
  };
}

/** `updateTask` and the event it owes: nothing may follow in the transaction. */
export async function changeTask(
  trx: Trx,
  row: TaskRow,
  change: TaskChange,
  columns: Updateable<TasksTable>,
  now: Date,
): Promise<Task> {
  const { task, isVisible, movement } = await updateTask(trx, row, change, columns, now);
  if (isVisible) await writeEvent(trx, task, now, movement);
  return task;
}

/** The task's row, locked until the end of the transaction. Undefined when it is gone or deleted. */
export async function lockTask(trx: Trx, id: string): Promise<TaskRow | undefined> {
  return trx
    .selectFrom('tasks')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** The request without its data URIs: what is kept of one that will not be sent again. */
export function reduceRequest(request: RunwayRequest): RunwayRequest {
  return { pathIds: request.pathIds, body: omitInObject(request.body) };
}
