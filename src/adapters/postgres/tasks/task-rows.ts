import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';

import type { JsonObject, JsonValue } from '../../../domain/input/json.js';
import type { Estimate, Task, TaskState } from '../../../domain/task/task.js';
import type { Cipher } from '../encryption/cipher.js';
import type { Ciphers } from '../encryption/ciphers.js';
import { PLACES } from '../encryption/places.js';
import { openJson, openState, sealState, type Stored } from '../encryption/sealed-forms.js';
import { toJson, toJsonLeniently } from '../connection/json-text.js';
import type { Tables } from '../tables.js';
import type { TasksTable } from './task-tables.js';

/** Where every event announces itself; the payload is the tenant's id. */
export const TASK_EVENTS_CHANNEL = 'task_events';

export type Db = Kysely<Tables>;
export type Trx = Transaction<Tables>;

/** As the table holds it: part of it is encrypted. */
export type StoredTaskRow = Selectable<TasksTable>;

/** The same, decrypted. */
export interface TaskRow extends Omit<StoredTaskRow, 'input' | 'state'> {
  readonly input: JsonValue;
  readonly state: TaskState;
}

/** Throws `UnreadableValue`. */
export function openTaskRow<Row extends Pick<StoredTaskRow, 'id' | 'input' | 'state'>>(
  row: Row,
  cipher: Cipher,
): Omit<Row, 'input' | 'state'> & Pick<TaskRow, 'input' | 'state'> {
  return {
    ...row,
    input: openJson(row.input, cipher, PLACES.taskInput(row.id)),
    state: openState(row.state, cipher, PLACES.taskState(row.id)),
  };
}

/** What a client can see of a row. */
export type ShownTaskRow = Pick<
  TaskRow,
  | 'id'
  | 'tenant_id'
  | 'operation'
  | 'model'
  | 'label'
  | 'state'
  | 'runway_account'
  | 'runway_task_id'
  | 'runway_task_kind'
  | 'input'
  | 'estimate_credits'
  | 'estimate_source'
  | 'cost_credits'
  | 'cancel_requested_at'
  | 'created_at'
  | 'settled_at'
  | 'traceparent'
>;

export function toTask(row: ShownTaskRow): Task {
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
    traceparent: row.traceparent,
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

/** The snapshot of a task as an event keeps it. */
export function sealSnapshot(task: Task, cipher: Cipher): string {
  const snapshot = snapshotOf(task);
  const state = sealState(task.state, cipher, PLACES.taskState(task.id));
  return toJsonLeniently({ ...snapshot, state });
}

/** The task as it was at the event; `snapshot` is one of `sealSnapshot`. */
export function taskAt(row: ShownTaskRow, snapshot: JsonObject, cipher: Cipher): Task {
  const { cancelRequestedAt, settledAt, state, ...rest } = snapshot as unknown as TaskSnapshot;
  return {
    ...toTask(row),
    ...rest,
    state: openState(state as unknown as Stored<TaskState>, cipher, PLACES.taskState(row.id)),
    cancelRequestedAt: cancelRequestedAt === null ? null : new Date(cancelRequestedAt),
    settledAt: settledAt === null ? null : new Date(settledAt),
  };
}

/**
 * Writes the first event of a live task that costs nothing and has no output, and announces it. The last statement of its
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
        ${toJson(snapshotOf(task))}::jsonb
      from next
    )
    select pg_notify(${TASK_EVENTS_CHANNEL}, ${task.tenantId}) from next
  `.execute(trx);
}

/**
 * The task's row, locked until the end of the transaction. Undefined when it is gone; one that its
 * owner has deleted is found with `hidden` alone.
 */
export async function lockTask(
  trx: Trx,
  ciphers: Ciphers,
  id: string,
  hidden = false,
): Promise<TaskRow | undefined> {
  const row = await trx
    .selectFrom('tasks')
    .selectAll()
    .where('id', '=', id)
    .$if(!hidden, (query) => query.where('deleted_at', 'is', null))
    .forUpdate()
    .executeTakeFirst();
  return row && (await ciphers.openedOne(trx, row, openTaskRow));
}

/** `lockTask`, which waits for no other client. Undefined also when another one holds the row. */
export async function lockFreeTask(
  trx: Trx,
  ciphers: Ciphers,
  id: string,
): Promise<TaskRow | undefined> {
  const row = await lockFreeStoredTask(trx, id);
  return row && (await ciphers.openedOne(trx, row, openTaskRow));
}

/** The same for what is not to be read: a row that cannot be decrypted is found too. */
export async function lockFreeStoredTask(trx: Trx, id: string): Promise<StoredTaskRow | undefined> {
  return await trx
    .selectFrom('tasks')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}
