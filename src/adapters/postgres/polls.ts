import { sql } from 'kysely';

import { advance } from '../../domain/task-advance.js';
import { isSettled, READ_INTERVAL_MS, type Task } from '../../domain/task.js';
import type { PollLease, TaskStore } from '../../ports/task-store.js';
import type { Database } from './database.js';
import { changeLeased, rememberTask, type Change } from './task-change.js';
import { toTask, type Db, type TaskRow } from './task-rows.js';

type DuePolls = Parameters<TaskStore['takeDuePolls']>[0];
type Read = Parameters<TaskStore['recordRead']>[1];

/** TaskStore.takeDuePolls. The end of the lease is when the next read is due, should nobody report. */
export async function takeDuePolls(
  db: Db,
  { now, until, limit }: DuePolls,
): Promise<readonly PollLease[]> {
  const rows = await db
    .with('due', (cte) =>
      cte
        .selectFrom('tasks')
        .select('id')
        .where('poll_due_at', '<=', now)
        .orderBy('poll_due_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('tasks')
    .from('due')
    .set(({ eb }) => ({
      poll_fence: eb('poll_fence', '+', 1),
      poll_due_at: until,
      poll_lease_until: until,
      last_read_at: now,
    }))
    .whereRef('tasks.id', '=', 'due.id')
    .returningAll('tasks')
    .returning(sql<string>`tasks.xmin::text`.as('version'))
    .execute();
  return rows.map(({ version, ...row }) => {
    const lease = {
      task: toTask(row),
      fence: row.poll_fence,
      until,
      missingCount: row.poll_missing_count,
    };
    rememberTask(lease, { row, version });
    return lease;
  });
}

/** TaskStore.recordRead. */
export function recordRead(
  database: Database,
  lease: PollLease,
  read: Read,
  now: Date,
): Promise<Task | undefined> {
  const soon = new Date(now.getTime() + READ_INTERVAL_MS);
  const decide = (row: TaskRow): Change | undefined => {
    if (row.poll_fence !== lease.fence || row.poll_lease_until === null) return undefined;
    const isOver = isSettled(row.state.status);
    const wishIsNew = row.cancel_requested_at !== null && lease.task.cancelRequestedAt === null;
    const nextPollAt = wishIsNew && read.nextPollAt > soon ? soon : read.nextPollAt;
    const state = read.state === null || isOver ? row.state : advance(row.state, read.state);
    const found = {
      state,
      ...(read.estimate !== null && { estimate: read.estimate }),
      ...(read.cost !== null && { cost: read.cost }),
    };
    return {
      task: isOver ? {} : found,
      poll: {
        poll_due_at: isSettled(state.status) ? null : nextPollAt,
        poll_lease_until: null,
        poll_missing_count: read.missingCount,
        last_read_at: now,
      },
    };
  };
  return changeLeased(database, lease, lease.task.id, decide, now);
}

/** At once, but not sooner after the last read than Runway allows, and not under a reader's lease. */
export function earliestRead(row: TaskRow, now: Date): Date | null {
  if (row.poll_due_at === null) return null;
  if (row.poll_lease_until !== null && row.poll_lease_until > now) return row.poll_due_at;
  const allowed = (row.last_read_at?.getTime() ?? -Infinity) + READ_INTERVAL_MS;
  return new Date(Math.min(row.poll_due_at.getTime(), Math.max(now.getTime(), allowed)));
}

/** TaskStore.endPollLeases. A lease may have been used: its task was read when it was taken. */
export async function endPollLeases(db: Db, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('tasks')
    .set(({ eb }) => ({
      poll_fence: eb('poll_fence', '+', 1),
      poll_lease_until: null,
      poll_due_at: sql<Date>`greatest(${now}::timestamptz,
        last_read_at + ${READ_INTERVAL_MS}::integer * interval '1 millisecond')`,
    }))
    .where('poll_due_at', 'is not', null)
    .where('poll_lease_until', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** TaskStore.nextDueAt. */
export async function nextDueAt(db: Db, kind: 'poll' | 'submission'): Promise<Date | null> {
  const query =
    kind === 'poll'
      ? db.selectFrom('tasks').select(sql<Date | null>`min(poll_due_at)`.as('due_at'))
      : db
          .selectFrom('submissions')
          .select(sql<Date | null>`min(due_at)`.as('due_at'))
          .where('status', '=', 'queued');
  return (await query.executeTakeFirstOrThrow()).due_at;
}
