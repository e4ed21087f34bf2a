import { doubtAfter, isPastHope, type Doubt, type DoubtKind } from '../domain/task/doubt.js';
import type { PollLease } from '../ports/tasks/poll-store.js';

/** Tasks of one account that Runway tells of senselessly: so many, and the fault is not theirs. */
const SENSELESS_TASKS_MAX = 5;

/**
 * What this node's reads make of answers without sense. One task among others that read well is given
 * up soon; where nothing of an account reads well any more, Runway has changed or broken, and its
 * tasks are waited for.
 */
export class Doubts {
  /** By account: tasks of senseless answers since the last one that made sense. */
  readonly #senseless = new Map<string, Set<string>>();

  /** What a task is in after such an answer, and whether it is to be given up. */
  doubt(
    { task, doubt: before }: PollLease,
    kind: DoubtKind,
    now: Date,
  ): { readonly doubt: Doubt; readonly isPastHope: boolean } {
    const tasks = this.#senseless.get(task.runwayAccount) ?? new Set<string>();
    if (kind === 'senseless' && tasks.size < SENSELESS_TASKS_MAX) {
      this.#senseless.set(task.runwayAccount, tasks.add(task.id));
    }
    const doubt = doubtAfter(before, kind, now);
    const isOver = isPastHope(doubt, now, tasks.size >= SENSELESS_TASKS_MAX);
    if (isOver) tasks.delete(task.id);
    return { doubt, isPastHope: isOver };
  }

  /** Runway has told something that makes sense. */
  clear(runwayAccount: string): void {
    this.#senseless.delete(runwayAccount);
  }
}
