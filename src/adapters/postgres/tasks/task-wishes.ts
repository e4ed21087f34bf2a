import type { AuditedMutation } from '../../../domain/audit.js';
import { isLiveUpstream, isSettled, type Task } from '../../../domain/task/task.js';
import { isUuid } from '../../../domain/uuid.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import { earliestRead } from './polls.js';
import { CANCELLED } from '../submission/recorded-outcomes.js';
import { changeTask, type SubmissionChange } from './task-change.js';
import { toJson } from '../connection/json-text.js';
import { lockTask, toTask } from './task-rows.js';
import type { Trx } from './task-rows.js';

/** TaskStore.requestCancel. */
export async function requestCancel(
  { kysely, ciphers }: Database,
  tenantId: string,
  id: string,
  now: Date,
  audit?: AuditedMutation,
): Promise<Task | undefined> {
  if (!isUuid(id)) return undefined;
  return kysely.transaction().execute(async (trx) => {
    const row = await lockTask(trx, ciphers, id);
    if (row?.tenant_id !== tenantId) return undefined;
    const { status } = row.state;
    const wish = { cancelRequestedAt: row.cancel_requested_at ?? now };
    if (status === 'QUEUED') {
      const submission = await lockQueued(trx, id);
      const change =
        submission === undefined
          ? { task: wish }
          : { task: { ...CANCELLED, ...wish }, submission: cancelled(submission) };
      return await audited(trx, audit, () => changeTask(trx, ciphers, row, change, now), names);
    }
    if (isLiveUpstream(status)) {
      const poll = { poll_due_at: earliestRead(row, now) };
      const record = () => changeTask(trx, ciphers, row, { task: wish, poll }, now);
      return await audited(trx, audit, record, names);
    }
    return toTask(row);
  });
}

function names(task: Task | undefined): readonly string[] | undefined {
  return task && [`task:${task.id}`];
}

type Queued = Pick<SubmissionChange, 'id' | 'fence'>;

function cancelled(queued: Queued): SubmissionChange {
  return { ...queued, from: ['queued'], status: 'cancelled' };
}

/**
 * The task's submission, locked. Undefined when it is not queued: it is on its way, and the wish
 * waits for Runway's answer. Then the task stays, whatever Runway says, because its owner has been
 * shown it.
 */
async function lockQueued(trx: Trx, taskId: string): Promise<Queued | undefined> {
  const queued = await trx
    .selectFrom('submissions')
    .select(['id', 'fence'])
    .where('task_id', '=', taskId)
    .where('status', '=', 'queued')
    .forUpdate()
    .executeTakeFirst();
  if (queued !== undefined) return queued;
  await trx
    .updateTable('submissions')
    .set({ is_given_out: true })
    .where('task_id', '=', taskId)
    .where('status', '=', 'sending')
    .execute();
  return undefined;
}

/**
 * TaskStore.deleteTask. Input, output, label, request and events go; the bare row stays for the
 * accounts, and so that its idempotency key buys nothing again. Every node is woken: a follower that
 * has not read the settlement finds no event of it any more.
 */
export async function deleteTask(
  { kysely, ciphers, wakes }: Database,
  tenantId: string,
  id: string,
  now: Date,
  audit?: AuditedMutation,
): Promise<Task | undefined> {
  if (!isUuid(id)) return undefined;
  const remove = async (trx: Trx): Promise<Task | undefined> => {
    const row = await lockTask(trx, ciphers, id);
    if (row?.tenant_id !== tenantId || !isSettled(row.state.status)) return undefined;
    const { state } = row;
    await trx
      .updateTable('submissions')
      .set({ request: toJson({ pathIds: [], body: {} }) })
      .where('task_id', '=', id)
      .execute();
    await trx.deleteFrom('task_events').where('task_id', '=', id).execute();
    await trx
      .updateTable('tasks')
      .set({
        deleted_at: now,
        input: toJson(null),
        label: null,
        ...(state.status === 'SUCCEEDED' && { state: toJson({ ...state, output: [] }) }),
      })
      .where('id', '=', id)
      .execute();
    await trx
      .updateTable('tenants')
      .set(({ eb }) => ({ tasks: eb('tasks', '-', 1) }))
      .where('id', '=', tenantId)
      .execute();
    return toTask(row);
  };
  const deleted = await kysely
    .transaction()
    .execute((trx) => audited(trx, audit, () => remove(trx), names));
  if (deleted !== undefined) wakes.wake(tenantId);
  return deleted;
}
