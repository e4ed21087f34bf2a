import type { TaskState, TaskStatus } from './task.js';

/** How far along a status is. A task never moves to a lower rank; PENDING and THROTTLED alternate. */
const RANKS: Readonly<Record<TaskStatus, number>> = {
  QUEUED: 0,
  UNCONFIRMED: 0,
  PENDING: 1,
  THROTTLED: 1,
  RUNNING: 2,
  SUCCEEDED: 3,
  FAILED: 3,
  CANCELLED: 3,
};

const SETTLED_RANK = 3;

/**
 * The state after a read at Runway: `read` if it goes forward, else `current`. A settled task stays
 * as it is (the first writer wins) and progress never falls.
 */
export function advance(current: TaskState, read: TaskState): TaskState {
  if (RANKS[current.status] === SETTLED_RANK || isBackward(current, read)) return current;
  if (current.status === 'RUNNING' && read.status === 'RUNNING') {
    return { ...read, progress: Math.max(current.progress, read.progress) };
  }
  return read;
}

/** Whether Runway's answer goes back behind an earlier one. */
export function isBackward(current: TaskState, read: TaskState): boolean {
  return RANKS[read.status] < RANKS[current.status];
}

/** The state `next`, where a task that ends without an output keeps its progress. */
export function withLastProgress(current: TaskState, next: TaskState): TaskState {
  if (next.status !== 'FAILED' && next.status !== 'CANCELLED') return next;
  const progress = 'progress' in current ? current.progress : undefined;
  return progress === undefined || progress === 0 ? next : { ...next, progress };
}
