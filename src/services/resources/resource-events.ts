import {
  type FollowedKind,
  type ReadableKind,
  type ResourceByKind,
  rowOf,
} from '../../domain/resource/kinds.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { StoredEvent } from '../../ports/events/event-store.js';
import type { Following } from './following.js';
import type { Held, Resources } from './resources.js';
import type { TaskEvents } from '../events/task-events.js';

/** A resource as it is now, with the number of the event after which it was read. */
export interface ResourceEvent<K extends FollowedKind> {
  readonly number: number;
  readonly held: Held<K>;
}

export interface ResourceEventsOptions {
  readonly resources: Resources;
  readonly following: Following;
  readonly taskEvents: TaskEvents;
}

/**
 * Follows resources that take time at Runway, by the events of the tasks that made or follow them.
 */
export class ResourceEvents {
  readonly #options: ResourceEventsOptions;
  /**
   * The resource that was read for each event, by kind, id and viewer: one read for all their
   * streams.
   */
  readonly #reads = new WeakMap<StoredEvent, Map<string, Promise<unknown>>>();

  constructor(options: ResourceEventsOptions) {
    this.#options = options;
  }

  /**
   * Without `after`: a snapshot first. Completes when no change can follow: an avatar or voice that
   * is READY or FAILED, a session that can be joined or is over. Rejects with NOT_FOUND,
   * CURSOR_EXPIRED or BAD_USER_INPUT before the stream opens. `ended` ends it from outside.
   */
  async watch<K extends FollowedKind>(
    viewer: Viewer,
    kind: K,
    id: string,
    after: number | null,
    ended?: AbortSignal,
  ): Promise<AsyncIterableIterator<ResourceEvent<K>>> {
    const { resources, following, taskEvents } = this.#options;
    const held = await resources.get(viewer, kind, id);
    if (ended?.aborted === true) return nothing();
    // A resource that Runway processes without our request, e.g. from its app, has no task yet.
    const task =
      (await resources.followIfProcessing(viewer, kind, id, held.resource)) ??
      (await following.find(viewer.tenantId, kind, id));
    if (task === undefined) {
      const number = await taskEvents.newest(viewer);
      return after === null ? only({ number, held }) : nothing();
    }
    const events = await taskEvents.watchTask(viewer, task.id, after, ended);
    return mapped(events, async (stored) => {
      const event = await this.#read(viewer, kind, id, stored);
      return { event, isLast: isOver(kind, event.held.resource) };
    });
  }

  /** One object for all streams of one viewer, so that it is read, and rendered, once. */
  #read<K extends FollowedKind>(
    viewer: Viewer,
    kind: K,
    id: string,
    stored: StoredEvent,
  ): Promise<ResourceEvent<K>> {
    const reads = this.#reads.get(stored) ?? new Map<string, Promise<unknown>>();
    this.#reads.set(stored, reads);
    const key = JSON.stringify([kind, id, viewer.tenantId, viewer.subject]);
    const known = reads.get(key) as Promise<ResourceEvent<K>> | undefined;
    const reading = known ?? this.#readNow(viewer, kind, id, stored);
    reads.set(key, reading);
    return reading;
  }

  async #readNow<K extends FollowedKind>(
    viewer: Viewer,
    kind: K,
    id: string,
    { number }: StoredEvent,
  ): Promise<ResourceEvent<K>> {
    return { number, held: await this.#options.resources.get(viewer, kind, id) };
  }
}

function isOver<K extends FollowedKind>(kind: K, resource: ResourceByKind[K]): boolean {
  return rowOf<ReadableKind>(kind).follow?.isOver(resource) ?? true;
}

/**
 * The events as `read` shows them, until the last. No generator: one that waits for its source
 * cannot be ended from outside.
 */
function mapped<T>(
  events: AsyncIterableIterator<StoredEvent>,
  read: (event: StoredEvent) => Promise<{ readonly event: T; readonly isLast: boolean }>,
): AsyncIterableIterator<T> {
  let isOver = false;
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    isOver = true;
    await events.return?.();
    return { done: true, value: undefined };
  };
  const stream: AsyncIterableIterator<T> = {
    next: async () => {
      if (isOver) return { done: true, value: undefined };
      const stored = await events.next();
      if (stored.done === true) return await end();
      try {
        const { event, isLast } = await read(stored.value);
        if (isLast) await end();
        return { done: false, value: event };
      } catch (error) {
        await end();
        throw error;
      }
    },
    return: end,
    throw: async (error: unknown) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

async function* only<T>(event: T): AsyncGenerator<T, void, undefined> {
  yield await Promise.resolve(event);
}

async function* nothing(): AsyncGenerator<never, void, undefined> {
  // Runway processes nothing, and the caller has seen the resource.
}
