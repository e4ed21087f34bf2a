import type { TaskFieldsFragment } from '../../../client/src/documents.js';

export type Task = TaskFieldsFragment;

/** Tasks by id, as far as the page knows them. */
export type TaskMap = ReadonlyMap<string, Task>;

const SETTLED: ReadonlySet<string> = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

/** Whether the task has reached its end. UNCONFIRMED has not: an operator settles it. */
export function isSettled({ status }: Pick<Task, 'status'>): boolean {
  return SETTLED.has(status);
}

/** The statuses of tasks that have not settled. */
export const LIVE_STATUSES = ['QUEUED', 'PENDING', 'THROTTLED', 'RUNNING', 'UNCONFIRMED'] as const;

/**
 * The map with these tasks. A settled task never becomes live again by an older answer: answers and events
 * may overtake each other. An operator's correction comes with a later event, so `isEvent` wins.
 */
export function withTasks(known: TaskMap, tasks: readonly Task[], isEvent: boolean): TaskMap {
  if (tasks.length === 0) return known;
  const next = new Map(known);
  for (const task of tasks) {
    const before = next.get(task.id);
    const isOlder = !isEvent && before !== undefined && rank(before) > rank(task);
    if (!isOlder) next.set(task.id, task);
  }
  return next;
}

export function withoutTask(known: TaskMap, id: string): TaskMap {
  const next = new Map(known);
  next.delete(id);
  return next;
}

/** How far a task has come: an answer that says less is older. */
function rank({ status, progress }: Task): number {
  if (SETTLED.has(status)) return 5;
  if (status === 'RUNNING') return 3 + progress;
  return status === 'QUEUED' ? 1 : 2;
}

/** Newest first. */
export function newestFirst(tasks: TaskMap): Task[] {
  return [...tasks.values()].sort(
    (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.id < b.id ? 1 : -1),
  );
}
