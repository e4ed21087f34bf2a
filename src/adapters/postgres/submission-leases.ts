import { sql } from 'kysely';

import type { SubmissionLease } from '../../ports/task-store.js';
import type { Db, Trx } from './task-rows.js';

/** Tenants tried for one turn: others may be taking the first ones' submissions at this moment. */
const TURN_CANDIDATES = 10;

interface LeaseTimes {
  readonly now: Date;
  readonly until: Date;
}

/** TaskStore.takeSubmission. */
export function takeSubmission(
  db: Db,
  taskId: string,
  times: LeaseTimes,
): Promise<SubmissionLease | undefined> {
  return db.transaction().execute(async (trx) => {
    const next = await trx
      .selectFrom('submissions')
      .select('id')
      .where('task_id', '=', taskId)
      .where('status', '=', 'queued')
      .where('due_at', '<=', times.now)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    return next && take(trx, next.id, times);
  });
}

/**
 * TaskStore.takeNextSubmission. Turns are numbers of a sequence, not times: clocks of several nodes
 * differ, and one tick serves many.
 */
export function takeNextSubmission(
  db: Db,
  times: LeaseTimes,
): Promise<SubmissionLease | undefined> {
  return db.transaction().execute(async (trx) => {
    const tenants = await trx
      .selectFrom('tenants')
      .select('id')
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('submissions')
            .select('id')
            .whereRef('tenant_id', '=', 'tenants.id')
            .where('kind', '=', 'task')
            .where('status', '=', 'queued')
            .where('due_at', '<=', times.now),
        ),
      )
      .orderBy('last_served_turn')
      .orderBy('id')
      .limit(TURN_CANDIDATES)
      .execute();
    for (const tenant of tenants) {
      const next = await trx
        .selectFrom('submissions')
        .select('id')
        .where('tenant_id', '=', tenant.id)
        .where('kind', '=', 'task')
        .where('status', '=', 'queued')
        .where('due_at', '<=', times.now)
        .orderBy('due_at')
        .orderBy('created_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (next !== undefined) return take(trx, next.id, times);
    }
    return undefined;
  });
}

/** TaskStore.extendSubmission. */
export async function extendSubmission(
  db: Db,
  lease: SubmissionLease,
  until: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('submissions')
    .set({ lease_until: until })
    .where('id', '=', lease.submissionId)
    .where('fence', '=', lease.fence)
    .where('status', '=', 'sending')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** queued → sending of a submission that this transaction has locked. */
async function take(
  trx: Trx,
  submissionId: string,
  { now, until }: LeaseTimes,
): Promise<SubmissionLease | undefined> {
  const row = await trx
    .updateTable('submissions')
    .from('tasks')
    .set(({ eb }) => ({
      status: 'sending',
      fence: eb('fence', '+', 1),
      attempts: eb('attempts', '+', 1),
      lease_until: until,
      sent_at: now,
    }))
    .whereRef('tasks.id', '=', 'submissions.task_id')
    .where('submissions.id', '=', submissionId)
    .returning([
      'submissions.tenant_id',
      'submissions.operation',
      'submissions.sdk_method',
      'submissions.runway_account',
      'submissions.request',
      'submissions.fence',
      'submissions.attempts',
      'tasks.id as task_id',
      'tasks.cancel_requested_at',
    ])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await trx
    .updateTable('tenants')
    .set({ last_served_turn: sql<number>`nextval('turns')` })
    .where('id', '=', row.tenant_id)
    .execute();
  return {
    submissionId,
    taskId: row.task_id,
    tenantId: row.tenant_id,
    operation: row.operation,
    sdkMethod: row.sdk_method,
    runwayAccount: row.runway_account,
    request: row.request,
    fence: row.fence,
    attempt: row.attempts - 1,
    cancelRequested: row.cancel_requested_at !== null,
  };
}
