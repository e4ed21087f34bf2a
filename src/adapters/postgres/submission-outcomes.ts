import type { Updateable } from 'kysely';

import { omitDataUris } from '../../domain/data-uris.js';
import type { Failure, Task, WaitingFor } from '../../domain/task.js';
import type { SubmissionLease, TaskStore } from '../../ports/task-store.js';
import { book } from './ledger.js';
import type { SubmissionsTable } from './tables.js';
import {
  changeTask,
  lockTask,
  reduceRequest,
  storable,
  toJson,
  updateTask,
  writeEvent,
  type ChangedTask,
  type Db,
  type TaskRow,
  type Trx,
} from './task-rows.js';

/*
 * Locks are taken in one order everywhere: task, submission, tenant, and under the tenant its
 * counters (see ledger.ts). The tenant comes late because it is the one that others wait for.
 */

type Accepted = Parameters<TaskStore['recordAccepted']>[1];

/**
 * TaskStore.recordAccepted. Also counts when the lease has run out meanwhile, as long as nobody has
 * taken the submission again: a task that Runway has named is no longer unconfirmed.
 */
export function recordAccepted(
  db: Db,
  lease: SubmissionLease,
  answer: Accepted,
  now: Date,
): Promise<Task | undefined> {
  const outcome = { status: 'submitted', runway_id: answer.runwayTaskId, detail: null } as const;
  return db.transaction().execute(async (trx) => {
    const row = await endLease(trx, lease, ['sending', 'unconfirmed'], outcome);
    if (row === undefined) return undefined;
    return changeTask(
      trx,
      row,
      {
        state: { status: 'PENDING' },
        runwayTaskId: answer.runwayTaskId,
        input: omitDataUris(row.input),
        ...(answer.model !== null && { model: answer.model }),
        ...(answer.estimate !== null && { estimate: answer.estimate }),
      },
      { poll_due_at: answer.pollDueAt },
      now,
    );
  });
}

/** TaskStore.recordDeferred. */
export function recordDeferred(
  db: Db,
  lease: SubmissionLease,
  waitingFor: WaitingFor & { readonly until: string },
  now: Date,
): Promise<Task | undefined> {
  const until = new Date(waitingFor.until);
  return db.transaction().execute(async (trx) => {
    const row = await lockTask(trx, lease.taskId);
    if (row === undefined) return undefined;
    if (row.cancel_requested_at !== null) {
      return (await endSubmission(trx, lease, ['sending'], { status: 'cancelled' }))
        ? changeTask(trx, row, cancelled(row), {}, now)
        : undefined;
    }
    const isOurs = await updateSubmission(trx, lease, ['sending'], {
      status: 'queued',
      lease_until: null,
      due_at: until,
      waiting_reason: waitingFor.reason,
      waiting_until: until,
    });
    if (!isOurs) return undefined;
    return changeTask(trx, row, { state: { status: 'QUEUED', waitingFor } }, {}, now);
  });
}

/** TaskStore.recordRefused. */
export function recordRefused(
  db: Db,
  lease: SubmissionLease,
  failure: Failure,
  now: Date,
): Promise<Task | undefined> {
  const outcome = { status: 'refused', detail: failure.code } as const;
  return db.transaction().execute(async (trx) => {
    const row = await endLease(trx, lease, ['sending'], outcome);
    if (row === undefined) return undefined;
    const state = { status: 'FAILED', failure } as const;
    return changeTask(trx, row, { state, cost: 0, input: omitDataUris(row.input) }, {}, now);
  });
}

/** TaskStore.discard: submission, events, reservation and idempotency key go with the task. */
export function discard(db: Db, lease: SubmissionLease): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await lockTask(trx, lease.taskId);
    if (row === undefined) return false;
    const isOurs = await updateSubmission(trx, lease, ['sending'], { status: 'refused' });
    if (!isOurs) return false;
    await trx.deleteFrom('tasks').where('id', '=', lease.taskId).execute();
    const from = { reserved: row.reserved_credits, spent: row.spent_credits };
    await book(trx, { drawer: row, from, to: { reserved: 0, spent: 0 } });
    return true;
  });
}

/** TaskStore.recordUnconfirmed. */
export function recordUnconfirmed(
  db: Db,
  lease: SubmissionLease,
  detail: string,
  now: Date,
): Promise<Task | undefined> {
  const outcome = { status: 'unconfirmed', detail: storable(detail) } as const;
  return db.transaction().execute(async (trx) => {
    const row = await endLease(trx, lease, ['sending'], outcome);
    if (row === undefined) return undefined;
    return changeTask(trx, row, unconfirmed(row), {}, now);
  });
}

/** TaskStore.expireSending. All rows are locked before the first tenant is. */
export function expireSending(
  db: Db,
  now: Date,
  leaseEndedBefore: Date = now,
): Promise<readonly Task[]> {
  return db.transaction().execute(async (trx) => {
    const expired = await trx
      .selectFrom('submissions')
      .select(['id', 'task_id', 'fence', 'request'])
      .where('kind', '=', 'task')
      .where('status', '=', 'sending')
      .where('lease_until', '<', leaseEndedBefore)
      .orderBy('task_id')
      .execute();
    const changes: ChangedTask[] = [];
    for (const { id, task_id: taskId, fence, request } of expired) {
      const row = taskId === null ? undefined : await lockTask(trx, taskId);
      if (row === undefined) continue;
      const outcome = { status: 'unconfirmed', detail: 'the sender was lost' } as const;
      const lease = { submissionId: id, fence, request };
      if (!(await endSubmission(trx, lease, ['sending'], outcome, leaseEndedBefore))) continue;
      changes.push(await updateTask(trx, row, unconfirmed(row), {}, now));
    }
    const byTenant = changes.toSorted((a, b) => (a.task.tenantId < b.task.tenantId ? -1 : 1));
    for (const { task, movement } of byTenant) await writeEvent(trx, task, now, movement);
    return changes.map(({ task }) => task);
  });
}

function unconfirmed(row: TaskRow) {
  return { state: { status: 'UNCONFIRMED' }, input: omitDataUris(row.input) } as const;
}

/** For a task that was never sent, or provably not accepted. */
export function cancelled(row: TaskRow) {
  return { state: { status: 'CANCELLED' }, cost: 0, input: omitDataUris(row.input) } as const;
}

type Held = Pick<SubmissionLease, 'submissionId' | 'fence' | 'request'>;
type From = readonly SubmissionsTable['status'][];

/** Ends the lease for good and returns the task's row, locked; undefined when the fence is stale. */
async function endLease(
  trx: Trx,
  lease: SubmissionLease,
  from: From,
  outcome: Updateable<SubmissionsTable>,
): Promise<TaskRow | undefined> {
  const row = await lockTask(trx, lease.taskId);
  if (row === undefined) return undefined;
  return (await endSubmission(trx, lease, from, outcome)) ? row : undefined;
}

/** Ends a submission that will never be sent again: its data URIs are no longer needed. */
function endSubmission(
  trx: Trx,
  lease: Held,
  from: From,
  outcome: Updateable<SubmissionsTable>,
  expiredBefore?: Date,
): Promise<boolean> {
  const columns = {
    ...outcome,
    lease_until: null,
    request: toJson(reduceRequest(lease.request)),
  };
  return updateSubmission(trx, lease, from, columns, expiredBefore);
}

async function updateSubmission(
  trx: Trx,
  lease: Held,
  from: From,
  columns: Updateable<SubmissionsTable>,
  expiredBefore?: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('submissions')
    .set(columns)
    .where('id', '=', lease.submissionId)
    .where('fence', '=', lease.fence)
    .where('status', 'in', from)
    .$if(expiredBefore !== undefined, (query) =>
      query.where('lease_until', '<', expiredBefore ?? null),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
