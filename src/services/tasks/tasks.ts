import { isPageSize, PAGE_SIZE_MAX } from '../../domain/page-size.js';
import { isCancellable, isSettled, type Task } from '../../domain/task/task.js';
import { isHidden, type Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Tracer } from '../../ports/telemetry/tracer.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';
import type { RunwayApi } from '../../ports/upstream/runway-api.js';
import type { TaskExtent, TaskFilter, TaskPage, TaskStore } from '../../ports/tasks/task-store.js';
import { tellSettled } from './task-log.js';

export interface TasksOptions {
  readonly store: TaskStore;
  readonly runway: RunwayApi;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tracer: Tracer;
  readonly metrics?: Metrics | undefined;
  /** Called when a wish to cancel waits for the next read. */
  readonly onWork?: (kind: 'poll') => void;
}

/**
 * The use cases of a tenant's tasks. Another tenant's task is NOT_FOUND like a missing one, because
 * every look-up uses tenant and id together. For a token that is restricted to tasks, all other
 * tasks look missing.
 */
export class Tasks {
  readonly #options: TasksOptions;

  constructor(options: TasksOptions) {
    this.#options = options;
  }

  /** Throws NOT_FOUND. */
  async get(viewer: Viewer, id: string, extent?: TaskExtent): Promise<Task> {
    return await this.#shown(await this.#find(viewer, id, extent));
  }

  async #find(viewer: Viewer, id: string, extent?: TaskExtent): Promise<Task> {
    const task = isHidden(viewer, id)
      ? undefined
      : await this.#options.store.findTask(viewer.tenantId, id, extent);
    if (task === undefined) throw new GatewayError('NOT_FOUND');
    return task;
  }

  /** The task by its idempotency key. Throws NOT_FOUND. */
  async getByKey(viewer: Viewer, idempotencyKey: string): Promise<Task> {
    const task = await this.#options.store.findTaskByKey(viewer.tenantId, idempotencyKey);
    if (task === undefined || isHidden(viewer, task.id)) throw new GatewayError('NOT_FOUND');
    return await this.#shown(task);
  }

  /** A caller that has seen a task while it is sent must see its outcome too. */
  async #shown(task: Task): Promise<Task> {
    if (task.state.status !== 'QUEUED') return task;
    const given = await this.#options.store.giveOut(task.tenantId, task.id);
    if (given === undefined) throw new GatewayError('NOT_FOUND');
    return given;
  }

  /** Newest first; `first` is 1–100. Throws BAD_USER_INPUT. */
  async list(
    viewer: Viewer,
    filter: TaskFilter,
    page: Parameters<TaskStore['listTasks']>[2],
    extent?: TaskExtent,
  ): Promise<TaskPage> {
    if (!isPageSize(page.first)) {
      throw new GatewayError('BAD_USER_INPUT', {
        issues: [
          { path: 'first', rule: 'range', message: `Must be from 1 to ${String(PAGE_SIZE_MAX)}.` },
        ],
      });
    }
    const ids = viewer.limits?.taskIds;
    return await this.#options.store.listTasks(
      viewer.tenantId,
      ids === undefined ? filter : { ...filter, ids },
      page,
      extent,
    );
  }

  /**
   * Records the wish to cancel; a queued task is cancelled at once, a live one after its next read.
   * Throws NOT_FOUND, and CONFLICT when the task has settled, is UNCONFIRMED, or is known to Runway
   * and cannot be cancelled there: only generations and live sessions can.
   */
  async cancel(viewer: Viewer, id: string): Promise<Task> {
    const { store, clock, onWork } = this.#options;
    mustBeCancellable(await this.#find(viewer, id));
    const task = await store.requestCancel(viewer.tenantId, id, clock.now(), viewer.audit);
    if (task === undefined) throw new GatewayError('NOT_FOUND');
    // It may have settled between the look and the wish.
    if (task.state.status !== 'CANCELLED') mustBeCancellable(task);
    tellSettled(this.#options, task);
    onWork?.('poll');
    return task;
  }

  /**
   * Deletes a settled task and its output, upstream first, for ever. Throws NOT_FOUND, CONFLICT
   * when it has not settled, and the RUNWAY_ errors of RunwayApi.deleteTask: then nothing changed
   * here.
   */
  async delete(viewer: Viewer, id: string): Promise<Task> {
    const { store, runway, clock } = this.#options;
    const task = await this.#find(viewer, id);
    if (!isSettled(task.state.status)) throw new GatewayError('CONFLICT');
    // A workflow's output goes when Runway's time is up. What stays there, an avatar for example,
    // is deleted by its own mutation.
    if (task.runwayTaskId !== null && task.runwayTaskKind === 'task') {
      await runway.deleteTask(task.runwayAccount, task.runwayTaskKind, task.runwayTaskId);
    }
    const deleted = await store.deleteTask(viewer.tenantId, id, clock.now(), viewer.audit);
    if (deleted === undefined) throw new GatewayError('NOT_FOUND');
    return deleted;
  }
}

function mustBeCancellable({ state, runwayTaskKind }: Task): void {
  const isBeyondReach = !isCancellable(runwayTaskKind) && state.status !== 'QUEUED';
  if (isSettled(state.status) || state.status === 'UNCONFIRMED' || isBeyondReach) {
    throw new GatewayError('CONFLICT');
  }
}
