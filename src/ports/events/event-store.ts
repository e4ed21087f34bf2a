import type { Task, TaskStatus } from '../../domain/task/task.js';

export interface StoredEvent {
  /**
   * Per tenant from 1, in commit order: taken in the event's own transaction. Numbers are missing
   * only where a task was discarded or deleted, whose events go with it.
   */
  readonly number: number;
  /** The task as it was at the event. */
  readonly task: Task;
}

/** The moment at which a task entered a status. */
export interface StatusChange {
  readonly taskId: string;
  readonly status: TaskStatus;
  readonly at: Date;
}

/** The events of tasks, as they were written with each change of a task. */
export interface EventStore {
  /** Events after `after` in order, at most `limit`, of one task or of all the tenant's. */
  listEvents(
    tenantId: string,
    query: { readonly after: number; readonly limit: number; readonly taskId?: string },
  ): Promise<readonly StoredEvent[]>;
  /**
   * The statuses that each of these tasks of the tenant has entered, oldest first, as far as events
   * are kept; the last `limit` of each task.
   */
  listStatusChanges(
    tenantId: string,
    taskIds: readonly string[],
    limit: number,
  ): Promise<readonly StatusChange[]>;
  /**
   * Those of these tasks that the tenant has and that have not settled. `listEvents` finds every
   * event that there will be of the others, when it is asked after this.
   */
  listUnsettled(tenantId: string, ids: readonly string[]): Promise<readonly string[]>;
  /**
   * The tenant's newest event number, and the oldest number after which nothing is lost: a cursor
   * is good when it is at least `oldest`. Both are 0 for a tenant without events.
   */
  eventRange(tenantId: string): Promise<{ readonly newest: number; readonly oldest: number }>;
}
