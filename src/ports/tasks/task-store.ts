import type { AuditedMutation } from '../../domain/audit.js';
import type { Task, TaskStatus } from '../../domain/task/task.js';

export interface TaskFilter {
  /** At most a few dozen; they are looked at one by one. */
  readonly ids?: readonly string[];
  readonly statuses?: readonly TaskStatus[];
  readonly operations?: readonly string[];
  readonly models?: readonly string[];
  readonly labels?: readonly string[];
  /** Made from an output of this task. */
  readonly madeFrom?: string;
  readonly createdFrom?: Date;
  readonly createdBefore?: Date;
}

/** Newest first: (createdAt, id) descending. */
export interface TaskPage {
  readonly tasks: readonly Task[];
  readonly hasNextPage: boolean;
}

/**
 * How much of a task is read. `heading`: id, tenant, operation, model, label, status and createdAt.
 * `course`: also progress, what it waits for, its other times, its credits and Runway's id.
 * To look at more than was read is an error.
 */
export const TASK_EXTENTS = ['heading', 'course', 'whole'] as const;

export type TaskExtent = (typeof TASK_EXTENTS)[number];

/**
 * The tasks of one tenant, as the tenant finds and ends them. Each method is one transaction; methods
 * that can lose a race return undefined and then have changed nothing. `now` comes from the caller's
 * clock.
 */
export interface TaskStore {
  /** `extent`: the whole task without it. */
  findTask(tenantId: string, id: string, extent?: TaskExtent): Promise<Task | undefined>;
  findTaskByKey(tenantId: string, idempotencyKey: string): Promise<Task | undefined>;
  /** The task that SubmissionStore.accept would replay for this key and fingerprint. */
  findReplay(
    tenantId: string,
    idempotencyKey: string,
    fingerprint: string,
  ): Promise<Task | undefined>;
  /**
   * The task, for one who may not lose it again: from now on OutcomeStore.discard keeps it. A
   * replay and `findReplay` do the same. Undefined when there is no such task.
   */
  giveOut(tenantId: string, id: string): Promise<Task | undefined>;
  listTasks(
    tenantId: string,
    filter: TaskFilter,
    page: {
      readonly first: number;
      readonly after: { readonly createdAt: Date; readonly id: string } | null;
    },
    extent?: TaskExtent,
  ): Promise<TaskPage>;
  /**
   * Records the wish to cancel. A queued task is CANCELLED at once and never sent; a live one is
   * read once more by the poller and then cancelled upstream. A settled or unconfirmed one is
   * returned unchanged. Undefined when there is no such task.
   */
  requestCancel(
    tenantId: string,
    id: string,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<Task | undefined>;
  /**
   * Hides a settled task for ever and forgets its input, output and events. Returns it as it was;
   * undefined when there is none or it is not settled.
   */
  deleteTask(
    tenantId: string,
    id: string,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<Task | undefined>;
}
