import { sql } from 'kysely';

import type { SubmissionLease, TakeRules } from '../../ports/task-store.js';
import { goFirst } from './postgres-pool-hold-store.js';
import {
  duePools,
  isInPool,
  isPoolFull,
  MAY_SEND,
  type DuePool,
  type PoolLocks,
} from './slot-pools.js';
import type { Db, Trx } from './task-rows.js';

/** Tenants tried for one turn: others may be taking the first ones' submissions at this moment. */
const TURN_CANDIDATES = 10;

/** TaskStore.takeNextSubmission: one transaction a pool, so that no two pools are locked at once. */
export async function takeNextSubmission(
  db: Db,
  locks: PoolLocks,
  rules: TakeRules,
): Promise<SubmissionLease | undefined> {
  for (const pool of await duePools(db, rules.now)) {
    const { hold } = pool;
    if (hold !== null && hold.until > rules.now) {
      rules.onHeld?.(pool, { reason: hold.reason, until: hold.until.toISOString() });
      continue;
    }
    // Nobody's turn is spent on it: what becomes of the one that has gone first is waited for.
    if (hold?.probeUntil != null && hold.probeUntil > rules.now) {
      rules.onHeld?.(pool, { reason: 'TURN', until: null });
      continue;
    }
    const lease = await takeFromPool(db, locks, pool, rules);
    if (lease !== undefined) return lease;
  }
  return undefined;
}

/** The lock of a limited pool makes its turns exact. */
async function takeFromPool(
  db: Db,
  locks: PoolLocks,
  pool: DuePool,
  rules: TakeRules,
): Promise<SubmissionLease | undefined> {
  const slots = rules.slotsOf?.(pool) ?? null;
  if (slots === 0) return undefined;
  if (slots === null) {
    return await db.transaction().execute((trx) => takeFirstInTurn(trx, pool, rules));
  }
  // Looked at without the lock first: where all slots are taken, nobody stands in line to hear so.
  if (await isPoolFull(db, pool, slots)) return undefined;
  return await locks.hold(pool, async (trx) =>
    (await isPoolFull(trx, pool, slots)) ? undefined : takeFirstInTurn(trx, pool, rules),
  );
}

/**
 * Turns are numbers of a sequence, not times: clocks of several nodes differ, and one tick serves
 * many.
 */
async function takeFirstInTurn(
  trx: Trx,
  pool: DuePool,
  rules: TakeRules,
): Promise<SubmissionLease | undefined> {
  const due = trx
    .selectFrom('submissions')
    .innerJoin('tasks', 'tasks.id', 'submissions.task_id')
    .select('submissions.id')
    .where('submissions.kind', '=', 'task')
    .where('submissions.status', '=', 'queued')
    .where('submissions.due_at', '<=', rules.now)
    .where(isInPool(pool))
    .$if(rules.requestBytesMax !== undefined, (query) =>
      query.where('submissions.held_bytes', '<=', rules.requestBytesMax ?? 0),
    );
  const tenants = await trx
    .selectFrom('tenants')
    .select('id')
    .where(({ exists, ref }) => exists(due.where('submissions.tenant_id', '=', ref('tenants.id'))))
    .where(MAY_SEND)
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
    if (next === undefined || !(await serve(trx, tenant.id))) continue;
    const poolRefusals = pool.hold === null ? null : await goFirst(trx, pool, next.id, rules.now);
    // Another one has gone first: what becomes of it is waited for.
    return poolRefusals === undefined ? undefined : take(trx, next.id, poolRefusals, rules);
  }
  return undefined;
}

/** Gives a tenant its turn; false when it may no longer send anything. */
async function serve(trx: Trx, tenantId: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('tenants')
    .set({ last_served_turn: sql<number>`nextval('turns')` })
    .where('id', '=', tenantId)
    .where(MAY_SEND)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** queued → sending of a submission that this transaction has locked. */
async function take(
  trx: Trx,
  submissionId: string,
  poolRefusals: number | null,
  { now, until, onLease }: TakeRules,
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
      'submissions.creates',
      'submissions.fence',
      'submissions.attempts',
      'tasks.id as task_id',
      'tasks.model',
      'tasks.input',
      'tasks.estimate_credits',
      'tasks.estimate_source',
    ])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const lease = {
    submissionId,
    taskId: row.task_id,
    tenantId: row.tenant_id,
    operation: row.operation,
    sdkMethod: row.sdk_method,
    runwayAccount: row.runway_account,
    model: row.model,
    request: row.request,
    input: row.input,
    estimate: { credits: row.estimate_credits, source: row.estimate_source },
    creates: row.creates,
    fence: row.fence,
    until,
    attempt: row.attempts - 1,
    poolRefusals,
  };
  onLease?.(lease);
  return lease;
}

/** TaskStore.moveQueued. What another client holds stays where it is: a start does not wait for it. */
export async function moveQueued(db: Db, runwayAccount: string): Promise<number> {
  const { numAffectedRows } = await sql`
    with queued as (
      select tasks.id from tasks join submissions on submissions.task_id = tasks.id
      where submissions.status = 'queued' and tasks.runway_account <> ${runwayAccount}
      for update skip locked
    ), moved as (
      update submissions set runway_account = ${runwayAccount} from queued
      where submissions.task_id = queued.id and submissions.status = 'queued'
      returning queued.id
    )
    update tasks set runway_account = ${runwayAccount} from moved where tasks.id = moved.id
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}
