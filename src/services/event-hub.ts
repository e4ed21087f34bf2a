import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { StoredEvent, TaskStore } from '../ports/task-store.js';

/** 5 s: how late an event comes at most when its wake-up was lost. */
const FALLBACK_READ_MS = 5_000;

/** Events of one read, of the hub and of a watcher that catches up. */
const PAGE = 200;

/** Events that wait for one slow watcher; beyond that it reads from the store. */
const BUFFER_MAX = 100;

/** A reader of one tenant's events, or of those of one of its tasks. */
interface Watcher {
  readonly taskId: string | undefined;
  buffer: StoredEvent[];
  /** Whether the buffer holds every event since it was joined. */
  isJoined: boolean;
  wake: () => void;
}

/**
 * One tenant's events on this node: one reader of the event table for however many watchers. A
 * watcher gets every event exactly once, in order: from the store what lies before the hub's
 * position, then from its buffer, and again from the store when it was too slow for that.
 */
export class EventHub {
  readonly #tenantId: string;
  readonly #store: TaskStore;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #watchers = new Set<Watcher>();
  readonly #stopping = new AbortController();
  /** Number of the newest event that was handed out. */
  #position: number;
  #isReading = false;
  #mustReadAgain = false;

  /** `position`: the tenant's newest event at this moment. */
  constructor(options: {
    readonly tenantId: string;
    readonly position: number;
    readonly store: TaskStore;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#tenantId = options.tenantId;
    this.#position = options.position;
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
    void this.#readNowAndThen();
  }

  /** Ends every watcher's events. */
  stop(): void {
    this.#stopping.abort();
    for (const watcher of this.#watchers) watcher.wake();
  }

  /** The table has grown, or may have. Reads once more, however often it is called meanwhile. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    this.#mustReadAgain = true;
    if (!this.#isReading) void this.#readAll();
  }

  /** Events with a greater number than `after`, until `signal` aborts or the hub stops. */
  async *events(
    after: number,
    taskId: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<StoredEvent, void, undefined> {
    const watcher: Watcher = { taskId, buffer: [], isJoined: false, wake: () => undefined };
    const onAbort = (): void => {
      watcher.wake();
    };
    signal.addEventListener('abort', onAbort);
    this.#watchers.add(watcher);
    let position = after;
    try {
      while (!this.#isOver(signal)) {
        if (!watcher.isJoined) {
          const joinedAt = this.#position;
          watcher.isJoined = true;
          for await (const event of this.#stored(position, joinedAt, taskId)) {
            position = event.number;
            yield event;
          }
          position = Math.max(position, joinedAt);
          continue;
        }
        const event = watcher.buffer.shift();
        if (event === undefined) {
          await this.#nextWake(watcher, signal);
        } else if (event.number > position) {
          position = event.number;
          yield event;
        }
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.#watchers.delete(watcher);
    }
  }

  #isOver(signal: AbortSignal): boolean {
    return signal.aborted || this.#stopping.signal.aborted;
  }

  async #nextWake(watcher: Watcher, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      watcher.wake = resolve;
      if (this.#isOver(signal) || watcher.buffer.length > 0 || !watcher.isJoined) resolve();
    });
  }

  /** The events of (after, upTo], page by page. */
  async *#stored(
    after: number,
    upTo: number,
    taskId: string | undefined,
  ): AsyncGenerator<StoredEvent, void, undefined> {
    let position = after;
    while (position < upTo) {
      const page = await this.#page(position, taskId);
      for (const event of page) {
        if (event.number > upTo) return;
        position = event.number;
        yield event;
      }
      if (page.length < PAGE) return;
    }
  }

  async #page(after: number, taskId?: string): Promise<readonly StoredEvent[]> {
    const query = { after, limit: PAGE, ...(taskId === undefined ? {} : { taskId }) };
    return await this.#store.listEvents(this.#tenantId, query);
  }

  async #readNowAndThen(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.#clock.sleep(FALLBACK_READ_MS, signal);
      this.wake();
    }
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#mustReadAgain) {
        this.#mustReadAgain = false;
        const page = await this.#page(this.#position);
        for (const event of page) this.#handOut(event);
        if (page.length === PAGE) this.#mustReadAgain = true;
      }
    } catch (error) {
      // The next wake-up, or the fallback, reads the same events again.
      this.#log.warn({ tenantId: this.#tenantId, error }, 'the events could not be read');
    } finally {
      this.#isReading = false;
    }
  }

  #handOut(event: StoredEvent): void {
    this.#position = event.number;
    for (const watcher of this.#watchers) {
      const isMeant = watcher.taskId === undefined || watcher.taskId === event.task.id;
      if (!watcher.isJoined || !isMeant) continue;
      if (watcher.buffer.length === BUFFER_MAX) {
        watcher.buffer = [];
        watcher.isJoined = false;
      } else {
        watcher.buffer.push(event);
      }
      watcher.wake();
    }
  }
}
