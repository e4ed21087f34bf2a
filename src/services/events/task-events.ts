import { isSettled } from '../../domain/task/task.js';
import { isHidden, type Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { EventBus } from '../../ports/events/event-bus.js';
import type { Logger } from '../../ports/logger.js';
import type { EventStore, StoredEvent } from '../../ports/events/event-store.js';
import { EventHub } from './event-hub.js';
import type { WatchOptions } from './event-watcher.js';
import type { Tasks } from '../tasks/tasks.js';

/** The settlement is among a task's last events; one page is plenty to look for it. */
const LAST_EVENTS = 200;

/** A tenant's hub, kept for as long as a stream needs it. */
interface OpenHub {
  readonly hub: EventHub;
  streams: number;
}

/** Follows tasks: every event exactly once, in the order of its number. */
export class TaskEvents {
  readonly #store: EventStore;
  readonly #tasks: Tasks;
  readonly #bus: EventBus;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #hubs = new Map<string, OpenHub>();
  #listening: Promise<{ stop(): Promise<void> }> | undefined;
  #isStopped = false;

  constructor(options: {
    readonly store: EventStore;
    readonly tasks: Tasks;
    readonly bus: EventBus;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#store = options.store;
    this.#tasks = options.tasks;
    this.#bus = options.bus;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /** Resolves when wake-ups are heard. */
  async start(): Promise<void> {
    this.#listening ??= this.#bus.listen((tenantId) => {
      this.#hubs.get(tenantId)?.hub.wake();
    });
    await this.#listening;
  }

  /** Completes every open stream. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { hub } of this.#hubs.values()) hub.stop();
    const listening = await this.#listening;
    await listening?.stop();
  }

  /**
   * One task. Without `after`: a snapshot first, whose number is a valid cursor. With it: later
   * events only. Completes after settlement, at once when that is not later than `after`. Rejects
   * with NOT_FOUND, CURSOR_EXPIRED or BAD_USER_INPUT before the stream opens. Completes too when the
   * task is deleted, on whatever node. `ended` ends it from outside.
   */
  async watchTask(
    viewer: Viewer,
    id: string,
    after: number | null,
    ended?: AbortSignal,
  ): Promise<AsyncIterableIterator<StoredEvent>> {
    if (after === null) {
      const first = await this.#snapshot(viewer, id);
      const watched = { after: first.number, taskId: id, first, isFinal: hasSettled };
      return this.#open(viewer.tenantId, watched, ended);
    }
    // From now on it does not vanish: a stream of it must come to an end.
    const task = await this.#tasks.get(viewer, id);
    await this.#checkCursor(viewer, after);
    const isOver = isSettled(task.state.status) && !(await this.#hasEventAfter(viewer, id, after));
    if (isOver) return nothing();
    return this.#open(viewer.tenantId, { after, taskId: id, isFinal: hasSettled }, ended);
  }

  /**
   * All of the tenant's tasks, from now or from a cursor. Never completes by itself. Rejects with
   * CURSOR_EXPIRED or BAD_USER_INPUT before the stream opens.
   */
  async watchTasks(
    viewer: Viewer,
    after: number | null,
    ended?: AbortSignal,
  ): Promise<AsyncIterableIterator<StoredEvent>> {
    if (after !== null) await this.#checkCursor(viewer, after);
    const from = after ?? (await this.#store.eventRange(viewer.tenantId)).newest;
    const isShown = ({ task }: StoredEvent): boolean => !isHidden(viewer, task.id);
    return this.#open(viewer.tenantId, { after: from, isShown }, ended);
  }

  /** The number of the tenant's newest event: a valid cursor. */
  async newest(viewer: Viewer): Promise<number> {
    return (await this.#store.eventRange(viewer.tenantId)).newest;
  }

  /** Streams that are open on this node. */
  get openCount(): number {
    return [...this.#hubs.values()].reduce((sum, { streams }) => sum + streams, 0);
  }

  /**
   * The task with the number of the newest event that it shows. The order of the reads matters: the
   * third read finds a change between the first two.
   */
  async #snapshot(viewer: Viewer, id: string): Promise<StoredEvent> {
    const { newest } = await this.#store.eventRange(viewer.tenantId);
    const task = await this.#tasks.get(viewer, id);
    const query = { after: newest, limit: LAST_EVENTS, taskId: id };
    const since = await this.#store.listEvents(viewer.tenantId, query);
    return since.at(-1) ?? { number: newest, task };
  }

  async #hasEventAfter(viewer: Viewer, taskId: string, after: number): Promise<boolean> {
    const query = { after, limit: 1, taskId };
    return (await this.#store.listEvents(viewer.tenantId, query)).length > 0;
  }

  async #checkCursor(viewer: Viewer, after: number): Promise<void> {
    const { newest, oldest } = await this.#store.eventRange(viewer.tenantId);
    if (after < oldest) throw new GatewayError('CURSOR_EXPIRED');
    if (after > newest) {
      throw new GatewayError('BAD_USER_INPUT', {
        issues: [{ path: 'after', rule: 'cursor', message: 'No event has this cursor yet.' }],
      });
    }
  }

  async #open(
    tenantId: string,
    watched: WatchOptions,
    ended: AbortSignal | undefined,
  ): Promise<AsyncIterableIterator<StoredEvent>> {
    let open = this.#hubs.get(tenantId);
    if (open === undefined) {
      const { newest } = await this.#store.eventRange(tenantId);
      // Another caller may have been faster.
      open = this.#hubs.get(tenantId) ?? this.#openHub(tenantId, newest);
    }
    if (this.#isStopped) {
      open.hub.stop();
      throw new GatewayError('SHUTTING_DOWN');
    }
    open.streams += 1;
    const end = (): void => {
      watcher.end();
    };
    const onEnd = (): void => {
      ended?.removeEventListener('abort', end);
      this.#release(tenantId, open);
    };
    const watcher = open.hub.watch({ ...watched, onEnd });
    ended?.addEventListener('abort', end);
    if (ended?.aborted === true) end();
    return watcher;
  }

  #openHub(tenantId: string, position: number): OpenHub {
    const options = { store: this.#store, clock: this.#clock, log: this.#log };
    const open = { hub: new EventHub({ tenantId, position, ...options }), streams: 0 };
    this.#hubs.set(tenantId, open);
    return open;
  }

  #release(tenantId: string, open: OpenHub): void {
    open.streams -= 1;
    if (open.streams > 0) return;
    open.hub.stop();
    this.#hubs.delete(tenantId);
  }
}

function hasSettled({ task }: StoredEvent): boolean {
  return isSettled(task.state.status);
}

async function* nothing(): AsyncGenerator<StoredEvent, void, undefined> {
  // Settled, and the caller has seen it: no event is left.
}
