import { sql } from 'kysely';

import type { SlotPool, SubmissionLease, TakeRules } from '../../ports/task-store.js';
import {
  busySlots,
  duePools,
  hasWaiting,
  isInPool,
  keepWaiting,
  lockPool,
  poolOf,
} from './slot-pools.js';
import type { Db, Trx } from './task-rows.js';

/** Tenants tried for one turn: others may be taking the first ones' submissions at this moment. */
const TURN_CANDIDATES = 10;

/**
 * TaskStore.takeSubmission. Locks go pool, task, submission, tenant: a task that must wait is locked
 * before its submission, as everywhere else.
 */
export function takeSubmission(
  db: Db,
  taskId: string,
  rules: TakeRules,
): Promise<SubmissionLease | undefined> {
  return db.transaction().execute(async (trx) => {
    const pool = await poolOf(trx, taskId);
    if (pool === undefined) return undefined;
    const reason = await reasonToWait(trx, pool, taskId, rules);
    if (reason !== null) {
      await keepWaiting(trx, taskId, reason, rules.now);
      return undefined;
    }
    const next = await trx
      .selectFrom('submissions')
      .select('id')
      .where('task_id', '=', taskId)
      .where('status', '=', 'queued')
      .where(({ or, eb }) => or([eb('due_at', '<=', rules.now), eb('attempts', '=', 0)]))
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    return next && take(trx, next.id, rules);
  });
}

/** Null when the pool has a free slot for this task and nobody waits for it; then it stays locked. */
async function reasonToWait(
  trx: Trx,
  pool: SlotPool,
  taskId: string,
  { slotsOf, now }: TakeRules,
): Promise<'SLOT' | 'TURN' | 'RUNWAY_UNREACHABLE' | null> {
  const slots = slotsOf?.(pool) ?? null;
  if (slots === null) return null;
  if (slots === 0) return 'RUNWAY_UNREACHABLE';
  // Looked at without the lock first: where all slots are taken, nobody queues up to be told so.
  if ((await busySlots(trx, pool)) >= slots) return 'SLOT';
  await lockPool(trx, pool);
  if ((await busySlots(trx, pool)) >= slots) return 'SLOT';
  return (await hasWaiting(trx, pool, taskId, now)) ? 'TURN' : null;
}

/** TaskStore.takeNextSubmission: one transaction a pool, so that no two pools are locked at once. */
export async function takeNextSubmission(
  db: Db,
  rules: TakeRules,
): Promise<SubmissionLease | undefined> {
  for (const pool of await duePools(db, rules.now)) {
    const lease = await db.transaction().execute((trx) => takeFromPool(trx, pool, rules));
    if (lease !== undefined) return lease;
  }
  return undefined;
}

/**
 * Turns are numbers of a sequence, not times: clocks of several nodes differ, and one tick serves
 * many. The lock of a limited pool makes its turns exact.
 */
async function takeFromPool(
  trx: Trx,
  pool: SlotPool,
  rules: TakeRules,
): Promise<SubmissionLease | undefined> {
  const slots = rules.slotsOf?.(pool) ?? null;
  if (slots === 0) return undefined;
  if (slots !== null) {
    await lockPool(trx, pool);
    if ((await busySlots(trx, pool)) >= slots) return undefined;
  }
  const due = trx
    .selectFrom('submissions')
    .innerJoin('tasks', 'tasks.id', 'submissions.task_id')
    .select('submissions.id')
    .where('submissions.kind', '=', 'task')
    .where('submissions.status', '=', 'queued')
    .where('submissions.due_at', '<=', rules.now)
    .where(isInPool(pool));
  const tenants = await trx
    .selectFrom('tenants')
    .select('id')
    .where(({ exists, ref }) => exists(due.where('submissions.tenant_id', '=', ref('tenants.id'))))
    .orderBy('last_served_turn')
    .orderBy('id')
    .limit(TURN_CANDIDATES)
    .execute();
  for (const tenant of tenants) {
    const next = await due
      .where('submissions.tenant_id', '=', tenant.id)
      .orderBy('submissions.due_at')
      .orderBy('submissions.created_at')
      .orderBy('submissions.id')
      .limit(1)
      .forUpdate('submissions')
      .skipLocked()
      .executeTakeFirst();
    if (next !== undefined) return take(trx, next.id, rules);
  }
  return undefined;
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
  { now, until }: TakeRules,
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
      'tasks.model',
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
    model: row.model,
    request: row.request,
    fence: row.fence,
    attempt: row.attempts - 1,
    cancelRequested: row.cancel_requested_at !== null,
  };
}
