import { sql, type RawBuilder, type SqlBool } from 'kysely';

import { isLive } from '../../../domain/task/task.js';
import type { RemovalLease, TaskToRemove } from '../../../ports/tenants/tenant-removal-store.js';
import { book } from '../budgets/ledger.js';
import { LOCKED } from '../connection/row-by-row.js';
import { lockFreeStoredTask, type StoredTaskRow, type Trx } from '../tasks/task-rows.js';

/** Whether the lease is the tenant's last one. */
export function isLeaseHeld({ tenantId, fence }: RemovalLease): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from tenants where id = ${tenantId} and removal_fence = ${fence})`;
}

/** Locks go task, submission, tenant, as everywhere: none is deleted that is just being taken. */
export async function removeTenantTask(
  trx: Trx,
  lease: RemovalLease,
  { id, runwayTaskId }: Pick<TaskToRemove, 'id' | 'runwayTaskId'>,
): Promise<typeof LOCKED | undefined> {
  const found = await trx
    .selectFrom('tasks')
    .leftJoin('submissions', 'submissions.task_id', 'tasks.id')
    .select(['submissions.status'])
    .where('tasks.id', '=', id)
    .where('tasks.tenant_id', '=', lease.tenantId)
    .where(isLeaseHeld(lease))
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const task = await lockFreeStoredTask(trx, id);
  if (task === undefined) return LOCKED;
  const submission = await trx
    .selectFrom('submissions')
    .select(['status', 'held_bytes'])
    .where('task_id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (submission === undefined && found.status !== null) return LOCKED;
  if (submission?.status === 'sending' || task.runway_task_id !== runwayTaskId) return undefined;
  await removeTask(trx, task, submission);
  return undefined;
}

/**
 * Submission, events and idempotency key go with it. The tenant's row comes last: it is the one
 * that others wait for.
 */
async function removeTask(
  trx: Trx,
  task: StoredTaskRow,
  submission: { readonly status: string; readonly held_bytes: number } | undefined,
): Promise<void> {
  await trx.deleteFrom('tasks').where('id', '=', task.id).execute();
  await trx
    .updateTable('tenants')
    .set(({ eb }) => ({
      tasks: eb('tasks', '-', 1),
      live_tasks: eb('live_tasks', '-', isLive(task.status) ? 1 : 0),
      stored_bytes: eb('stored_bytes', '-', submission?.held_bytes ?? 0),
      queued_tasks: eb('queued_tasks', '-', submission?.status === 'queued' ? 1 : 0),
    }))
    .where('id', '=', task.tenant_id)
    .execute();
  const from = { reserved: task.reserved_credits, spent: task.spent_credits };
  if (from.reserved === 0) return;
  const wasSent = task.status !== 'QUEUED';
  const to = { reserved: 0, spent: from.spent + (wasSent ? from.reserved : 0) };
  await book(trx, { drawer: task, from, to });
}
