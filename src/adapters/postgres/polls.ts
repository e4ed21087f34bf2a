import { sql } from 'kysely';

import { advance } from '../../domain/task-advance.js';
import { isSettled, type Task } from '../../domain/task.js';
import type { PollLease, TaskStore } from '../../ports/task-store.js';
import { changeTask, lockTask, toTask, type Db } from './task-rows.js';

/** 5 s: Runway wants a task read no more often, whoever asks. Source: sdk-node, src/resources/tasks.ts. */
export const READ_INTERVAL_MS = 5_000;

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
    .execute();
  return rows.map((row) => ({
    task: toTask(row),
    fence: row.poll_fence,
    missingCount: row.poll_missing_count,
  }));
}

/** TaskStore.recordRead. */
export function recordRead(
  db: Db,
  lease: PollLease,
  read: Read,
  now: Date,
): Promise<Task | undefined> {
  return db.transaction().execute(async (trx) => {
    const row = await lockTask(trx, lease.task.id);
    if (row === undefined || row.poll_fence !== lease.fence || row.poll_lease_until === null) {
      return undefined;
    }
    const isOver = isSettled(row.state.status);
    const wishIsNew = row.cancel_requested_at !== null && lease.task.cancelRequestedAt === null;
    const soon = new Date(now.getTime() + READ_INTERVAL_MS);
    const nextPollAt = wishIsNew && read.nextPollAt > soon ? soon : read.nextPollAt;
    const state = read.state === null || isOver ? row.state : advance(row.state, read.state);
    return changeTask(
      trx,
      row,
      isOver
        ? {}
        : {
            state,
            ...(read.estimate !== null && { estimate: read.estimate }),
            ...(read.cost !== null && { cost: read.cost }),
          },
      {
        poll_due_at: isSettled(state.status) ? null : nextPollAt,
        poll_lease_until: null,
        poll_missing_count: read.missingCount,
        last_read_at: now,
      },
      now,
    );
  });
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
