import { Sums } from '../../concurrency/sums.js';
import { isLive, type Task } from '../../domain/task/task.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Tasks } from '../tasks/tasks.js';
import type { TaskEvents } from './task-events.js';
import { unawaited } from '../../concurrency/unawaited.js';

/** An HTTP answer comes well before its deadline (see http/http-limits.ts), and before most proxies give up. */
export const WAIT_SECONDS_MAX = 50;

/** What one tenant may have of all waits, over all its keys: the others keep places for theirs. */
const TENANT_SHARE = 1 / 2;

export interface SettlementWaitsOptions {
  readonly tasks: Tasks;
  readonly taskEvents: TaskEvents;
  readonly clock: Clock;
  readonly log: Logger;
  /** Callers that wait on this node, and those of one viewer. One tenant may have half of `max`. */
  readonly max: number;
  readonly perViewerMax: number;
}

/** One caller's time, which runs from the moment when it asked. */
/** Who waits, and until when at most: `ended` aborts when the client has left. */
export interface Waiter {
  readonly viewer: Viewer;
  readonly ended?: AbortSignal;
}

export interface SettlementWait {
  /** The task when it has settled or become UNCONFIRMED; at the end of the time, as it is then. */
  settled(task: Task): Promise<Task>;
}

/**
 * Callers that want their answer when a task has settled. A wait never fails: it ends early, with
 * the task as it is known then, when there are too many waits, when the client leaves, and when the
 * node stops.
 */
export class SettlementWaits {
  readonly #options: SettlementWaitsOptions;
  readonly #byViewer = new Sums();
  readonly #byTenant = new Sums();
  readonly #open = new Set<() => void>();
  #isStopped = false;

  constructor(options: SettlementWaitsOptions) {
    this.#options = options;
  }

  begin(waiter: Waiter, seconds: number): SettlementWait {
    const { clock } = this.#options;
    const { viewer } = waiter;
    const untilMs = clock.monotonicMs() + seconds * 1_000;
    return {
      settled: async (task) => {
        const leftMs = untilMs - clock.monotonicMs();
        const mayWait = leftMs > 0 && isLive(task.state.status) && this.#hasRoom(viewer);
        if (!mayWait) return task;
        // Made when it is asked for, as few requests wait.
        const gone = waiter.ended;
        if (gone?.aborted === true) return task;
        this.#count(viewer, 1);
        return await this.#wait(viewer, task, leftMs, gone).finally(() => {
          this.#count(viewer, -1);
        });
      },
    };
  }

  get count(): number {
    return this.#byTenant.total;
  }

  /** Ends every wait; there are none from here on. */
  stop(): void {
    this.#isStopped = true;
    for (const end of this.#open) end();
  }

  #hasRoom(viewer: Viewer): boolean {
    const { max, perViewerMax } = this.#options;
    const isFull =
      this.#byTenant.total >= max ||
      this.#byTenant.of(viewer.tenantId) >= max * TENANT_SHARE ||
      this.#byViewer.of(holderOf(viewer)) >= perViewerMax;
    return !isFull && !this.#isStopped;
  }

  #count(viewer: Viewer, by: 1 | -1): void {
    this.#byViewer.add(holderOf(viewer), by);
    this.#byTenant.add(viewer.tenantId, by);
  }

  async #wait(viewer: Viewer, task: Task, leftMs: number, gone?: AbortSignal): Promise<Task> {
    const { clock, tasks, taskEvents, log } = this.#options;
    const over = new AbortController();
    // Without a reason Node would make an error, at every end.
    const end = (): void => {
      over.abort(null);
    };
    this.#open.add(end);
    gone?.addEventListener('abort', end);
    unawaited(clock.sleep(leftMs, over.signal).then(end), { name: 'the end of a wait', log });
    try {
      const events = await taskEvents.watchTask(viewer, task.id, null, over.signal);
      for await (const event of events) if (!isLive(event.task.state.status)) break;
      return await tasks.get(viewer, task.id);
    } catch (error) {
      // The request is accepted: an error would only make its client ask again.
      log.warn({ taskId: task.id, error }, 'a wait for a settlement ended early');
      return task;
    } finally {
      end();
      this.#open.delete(end);
      gone?.removeEventListener('abort', end);
    }
  }
}

function holderOf({ tenantId, subject }: Viewer): string {
  return `${tenantId} ${subject}`;
}
