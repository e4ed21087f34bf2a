import type { RunwayTaskKind, Task } from '../../domain/task/task.js';

/** Something at Runway that is being processed, though no submission of ours has started that. */
export interface NewFollowing {
  readonly id: string;
  readonly tenantId: string;
  /** Viewer.subject of who has set it off. */
  readonly createdBy: string;
  /** The root field that set it off, e.g. `updateAvatar`. */
  readonly operation: string;
  readonly runwayAccount: string;
  readonly kind: RunwayTaskKind;
  readonly runwayId: string;
  readonly pollDueAt: Date;
}

/** Tasks that follow what tenants keep at Runway, found by what they follow. */
export interface FollowingStore {
  /** A RUNNING task for it, free of charge, with its event; one that runs already is returned. */
  start(following: NewFollowing, now: Date): Promise<Task>;
  /** The newest task that made or followed it. */
  find(tenantId: string, kind: RunwayTaskKind, runwayId: string): Promise<Task | undefined>;
  /** The tenant's tasks that made these, by Runway's id of what they made. */
  makersOf(
    tenantId: string,
    kind: RunwayTaskKind,
    runwayIds: readonly string[],
  ): Promise<ReadonlyMap<string, Task>>;
  /**
   * Whose tasks Runway knows by these, by Runway's id, over all tenants; with our id unless the
   * tenant has deleted it.
   */
  tasksOf(
    runwayTaskIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly tenantId: string; readonly id: string | null }>>;
  /**
   * Live tasks of it become CANCELLED without another read; what those that cost something have cost
   * is an operator's to find out.
   */
  cancel(tenantId: string, kind: RunwayTaskKind, runwayId: string, now: Date): Promise<void>;
  /** What is gone or over need not be waited for: live tasks of it are read now, wished to be cancelled. */
  end(tenantId: string, kind: RunwayTaskKind, runwayId: string, now: Date): Promise<void>;
}
