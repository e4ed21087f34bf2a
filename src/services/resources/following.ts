import {
  type CreatableKind,
  type FollowedKind,
  type ReadableKind,
  type ResourceByKind,
  rowOf,
} from '../../domain/resource/kinds.js';
import { randomUUID } from 'node:crypto';
import { READ_INTERVAL_MS } from '../../domain/task/read-interval.js';
import type { Task } from '../../domain/task/task.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { Clock } from '../../ports/clock.js';
import type { FollowingStore } from '../../ports/resources/following-store.js';
import type { Owned } from './ownership.js';

export interface FollowingOptions {
  readonly store: FollowingStore;
  readonly clock: Clock;
  /** Called when a read has become due. */
  readonly onWork?: (kind: 'poll') => void;
}

/**
 * Makes tasks for resources that take time at Runway, so that the one poller reads them and the one
 * stream of events reports them. A creation makes its own task. This class makes one when Runway
 * processes a resource again.
 */
export class Following {
  readonly #options: FollowingOptions;

  constructor(options: FollowingOptions) {
    this.#options = options;
  }

  /**
   * The task that follows a resource on which Runway is working; undefined for any other resource.
   */
  async followIfProcessing<K extends ReadableKind>(
    viewer: Viewer,
    kind: K,
    row: Owned,
    resource: ResourceByKind[K],
    operation: string,
  ): Promise<Task | undefined> {
    const needsTask = rowOf<ReadableKind>(kind).follow?.needsTask(resource) ?? false;
    if (!needsTask || !isFollowed(kind)) return undefined;
    const { store, clock, onWork } = this.#options;
    const now = clock.now();
    const task = await store.start(
      {
        id: randomUUID(),
        tenantId: viewer.tenantId,
        createdBy: viewer.subject,
        operation,
        runwayAccount: row.runwayAccount,
        kind,
        runwayId: row.runwayId,
        pollDueAt: new Date(now.getTime() + READ_INTERVAL_MS),
      },
      now,
    );
    onWork?.('poll');
    return task;
  }

  /** The newest task that made or followed it. */
  async find(tenantId: string, kind: FollowedKind, runwayId: string): Promise<Task | undefined> {
    return await this.#options.store.find(tenantId, kind, runwayId);
  }

  /** FollowingStore.makersOf. */
  async makersOf(
    tenantId: string,
    kind: CreatableKind,
    runwayIds: readonly string[],
  ): Promise<ReadonlyMap<string, Task>> {
    return await this.#options.store.makersOf(tenantId, kind, runwayIds);
  }

  /** FollowingStore.tasksOf. */
  async tasksOf(runwayTaskIds: readonly string[]): ReturnType<FollowingStore['tasksOf']> {
    return await this.#options.store.tasksOf(runwayTaskIds);
  }

  /**
   * The resource is no longer the tenant's: its live tasks are CANCELLED and report nothing more of
   * it.
   */
  async abandon(tenantId: string, kind: ReadableKind, runwayId: string): Promise<void> {
    if (!isFollowed(kind) || rowOf(kind).follow?.endsWithOwner !== true) return;
    const { store, clock } = this.#options;
    await store.cancel(tenantId, kind, runwayId, clock.now());
  }

  /**
   * The resource was deleted or has ended: its live tasks settle with their next read, which is due
   * now.
   */
  async end(tenantId: string, kind: ReadableKind, runwayId: string): Promise<void> {
    if (!isFollowed(kind)) return;
    const { store, clock, onWork } = this.#options;
    await store.end(tenantId, kind, runwayId, clock.now());
    onWork?.('poll');
  }
}

function isFollowed(kind: ReadableKind): kind is FollowedKind {
  return rowOf(kind).follow !== undefined;
}
