import type { Failure } from '../../../domain/task/task.js';
import type { SubmissionLease } from '../../../ports/submission/submission-lease.js';
import type { Database } from '../connection/database.js';
import { changeHidden } from '../tasks/task-change.js';
import type { Change } from '../tasks/write-change.js';
import { lockTask, type TaskRow } from '../tasks/task-rows.js';

/*
 * Where an answer was lost, a person decides the outcome of the request, or a search does. The node
 * that holds the answer may come back all the same: what Runway has said under the fence of the
 * POST is proof, and takes the place of what was guessed.
 */

/** Who has given up a live task of which Runway told nothing that made sense. Its id is proved. */
export const GATEWAY = 'gateway';

/** Who has found an id in Runway's lists. */
export const SEARCH = 'search';

/** Who proves the outcome of a request. */
const RUNWAY = 'runway';

/** What a submission may have been said to be by people. */
export const ANY_OUTCOME = ['sending', 'unconfirmed', 'submitted', 'refused'] as const;

/** Whether the outcome of the request is only guessed so far. */
export function isGuessed(row: TaskRow): boolean {
  return row.guessed_by !== null && row.guessed_by !== GATEWAY;
}

/** Columns of a task that has not been read under its id. */
export const UNREAD = {
  poll_due_at: null,
  poll_lease_until: null,
  poll_missing_count: 0,
  poll_senseless_count: 0,
  poll_unknown_count: 0,
  poll_doubted_since: null,
} as const;

/**
 * `accepted` is what Runway's acceptance comes to. It stands as it is where an operator had said
 * something else: a settled task is live again, and a wrong id is dropped with what was made under
 * it.
 */
export function provedAccepted(row: TaskRow, accepted: Change): Change {
  const { task, poll, submission } = accepted;
  const proved = { guessed_by: null };
  if (row.runway_task_id === task.runwayTaskId && row.runway_task_id !== null) {
    const { model, estimate } = task;
    const told = { ...(model !== undefined && { model }), ...(estimate && { estimate }) };
    return { task: told, poll: proved, ...(submission && { submission }) };
  }
  return {
    ...accepted,
    poll: { ...UNREAD, ...poll, ...proved },
    ...dropped(row),
    decision: { by: RUNWAY, what: 'proved' },
  };
}

/** The same where Runway has not accepted the request. */
export function provedRefused(
  row: TaskRow,
  failure: Failure,
  submission: NonNullable<Change['submission']>,
): Change {
  // The decision was right.
  if (row.runway_task_id === null) return { task: {}, poll: { guessed_by: null }, submission };
  return {
    task: { state: { status: 'FAILED', failure }, cost: 0, runwayTaskId: null },
    poll: { ...UNREAD, guessed_by: null },
    submission,
    ...dropped(row),
    decision: { by: RUNWAY, what: 'proved' },
  };
}

/** What was taken for the task's own under an id that is not its. */
export function dropped(row: TaskRow): Pick<Change, 'forget'> {
  return row.runway_task_id === null ? {} : { forget: row.runway_task_id };
}

/**
 * The same for a task that its owner has deleted since: it is no longer visible, but what Runway
 * charges for it counts, as its estimate until an operator sets it.
 */
export async function proveHidden(
  { kysely, ciphers, log }: Database,
  lease: SubmissionLease,
  runwayId: string | null,
  now: Date,
): Promise<void> {
  await kysely.transaction().execute(async (trx) => {
    const row = await lockTask(trx, ciphers, lease.taskId, true);
    if (row === undefined || row.deleted_at === null || !isGuessed(row)) return;
    if (row.runway_task_id === runwayId) return;
    const { numUpdatedRows } = await trx
      .updateTable('submissions')
      .set({ status: 'submitted', runway_id: runwayId })
      .where('id', '=', lease.submissionId)
      .where('fence', '=', lease.fence)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) return;
    const change: Change = {
      task: { runwayTaskId: runwayId, cost: null },
      poll: { guessed_by: null },
      decision: { by: RUNWAY, what: 'proved' },
    };
    await changeHidden(trx, row, change, now);
    log.error({ taskId: row.id, runwayId }, 'Runway has accepted a task that is deleted by now');
  });
}
