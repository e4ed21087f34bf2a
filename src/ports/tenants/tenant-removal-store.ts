import type { RunwayTaskKind, TaskStatus } from '../../domain/task/task.js';
import type { Resource } from '../resources/resource-store.js';

/** The right to work off the removal of one tenant. A write under a stale fence changes nothing. */
export interface RemovalLease {
  readonly tenantId: string;
  readonly fence: number;
}

/** What of a task has to be known to delete it upstream. */
export interface TaskToRemove {
  readonly id: string;
  readonly createdAt: Date;
  readonly status: TaskStatus;
  readonly runwayAccount: string;
  readonly runwayTaskId: string | null;
  readonly runwayTaskKind: RunwayTaskKind;
  /** Its request is on its way: its outcome is not known yet. */
  readonly isSending: boolean;
  /** When its request was last sent; null when it never was. */
  readonly sentAt: Date | null;
}

export type ResourceToRemove = Pick<Resource, 'kind' | 'runwayAccount' | 'runwayId'>;

/**
 * What is left of tenants that are DELETING. Each thing's row goes when the thing has gone at
 * Runway, so that the node which takes the work over goes on where it was left.
 */
export interface TenantRemovalStore {
  /**
   * The lease of one removal that no node holds, under a new fence; undefined when there is none.
   */
  take(lease: { readonly now: Date; readonly until: Date }): Promise<RemovalLease | undefined>;
  /** False when the lease was lost. */
  extend(lease: RemovalLease, until: Date): Promise<boolean>;
  /** Voids all leases: for a store whose only process is the one that has just started. */
  releaseAll(): Promise<void>;
  /** Gives the lease back; no node takes the removal up before `notBefore`. */
  release(lease: RemovalLease, notBefore: Date): Promise<void>;

  /** Newest first: (createdAt, id) descending. */
  listTasks(
    tenantId: string,
    page: {
      readonly first: number;
      readonly after: { readonly createdAt: Date; readonly id: string } | null;
    },
  ): Promise<readonly TaskToRemove[]>;
  /**
   * Deletes tasks with their requests, events and idempotency keys, but none whose request is on
   * its way, and none that Runway has named since it was listed. What they had reserved is
   * released, or counted as spent where Runway may have charged it. Returns how many could not be
   * deleted now: their rows were held by another client, or failed.
   */
  removeTasks(
    lease: RemovalLease,
    tasks: readonly Pick<TaskToRemove, 'id' | 'runwayTaskId'>[],
  ): Promise<number>;
  /** Deletes at most `limit` rows that hidden (deleted) tasks have left; returns how many. */
  removeHiddenTasks(lease: RemovalLease, limit: number): Promise<number>;

  /**
   * Forgets whose it was what stays at Runway: things that were made elsewhere and granted, and
   * kinds that Runway cannot delete (uploads, which end by themselves, and workflows). At most
   * `limit` rows; returns how many.
   */
  giveBack(lease: RemovalLease, limit: number): Promise<number>;
  /** At most `first` of a kind, by id; nothing that was granted. */
  listResources(
    tenantId: string,
    kind: Resource['kind'],
    page: { readonly first: number; readonly after: string | null },
  ): Promise<readonly ResourceToRemove[]>;
  removeResource(lease: RemovalLease, resource: ResourceToRemove): Promise<void>;

  /**
   * Deletes at most `limit` each of the tenant's keys, limits and sums of credits; returns how
   * many.
   */
  removeAccess(lease: RemovalLease, limit: number): Promise<number>;
  /** Deletes the tenant's own row; false when tasks, resources or keys of it are left. */
  finish(lease: RemovalLease): Promise<boolean>;
}
