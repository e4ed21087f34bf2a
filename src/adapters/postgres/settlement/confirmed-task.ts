import type { RunwayTaskKind } from '../../../domain/task/task.js';
import type { Creation } from '../../../ports/submission/new-task.js';
import type { TaskRow } from '../tasks/task-rows.js';
import type { Change } from '../tasks/write-change.js';
import { dropped, GATEWAY, isGuessed, UNREAD } from './guesses.js';

/** Kinds that are there with Runway's answer, and what they cost. */
const AT_ONCE: Partial<Record<RunwayTaskKind, number>> = { document: 0, router: 0 };
const MADE = { status: 'SUCCEEDED', output: [] } as const;
const FOLLOWED = { state: { status: 'PENDING' } } as const;

export function isUnconfirmed(row: TaskRow): boolean {
  return row.state.status === 'UNCONFIRMED';
}

/** Not where it is followed, or has succeeded, under this id already; nor against a proved id. */
export function isCorrectable(row: TaskRow, runwayTaskId: string): boolean {
  const isSame = row.runway_task_id === runwayTaskId;
  return isSame ? row.guessed_by !== null && row.state.status === 'FAILED' : isGuessed(row);
}

/** What a task becomes when `by` says that it is Runway's task of that id. */
export function confirmedChange(
  row: TaskRow,
  runwayTaskId: string,
  creates: Creation | null,
  { by, now }: { readonly by: string; readonly now: Date },
): Change {
  // What Runway makes at once is there, and nothing of it is left to be read.
  const cost = AT_ONCE[row.runway_task_kind];
  // Where the gateway has given it up, its id is proved.
  const guessed_by = row.guessed_by === GATEWAY ? null : by;
  return {
    ...(cost === undefined
      ? {
          task: { ...FOLLOWED, runwayTaskId, cost: null },
          poll: { ...UNREAD, poll_due_at: now, guessed_by },
        }
      : { task: { state: MADE, cost, runwayTaskId }, poll: { ...UNREAD, guessed_by } }),
    ...(creates !== null && { made: { ...creates, runwayId: runwayTaskId } }),
    ...(row.runway_task_id !== runwayTaskId && dropped(row)),
    decision: { by, what: 'confirmed' },
  };
}
