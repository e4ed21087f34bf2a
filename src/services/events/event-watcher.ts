import type { StoredEvent } from '../../ports/events/event-store.js';

/** Events of one read, of the hub and of a watcher that catches up. */
export const PAGE = 200;

/** Events that wait for one slow watcher; beyond that it reads from the store. */
const BUFFER_MAX = 100;

const DONE = { done: true, value: undefined } as const;

type Result = IteratorResult<StoredEvent, undefined>;

/** Which events a stream gets. */
export interface WatchOptions {
  /** Events with a greater number. */
  readonly after: number;
  /** Only events of this task. */
  readonly taskId?: string;
  /** Comes before all others. */
  readonly first?: StoredEvent;
  /** Other events are passed over. */
  readonly isShown?: (event: StoredEvent) => boolean;
  /** Nothing follows such an event. */
  readonly isFinal?: (event: StoredEvent) => boolean;
  /** Called once, when the stream is over for whatever reason. */
  readonly onEnd?: () => void;
}

/** What a watcher needs of its hub. */
export interface WatchedHub {
  /** Number of the newest event that was handed out. */
  readonly position: number;
  page(after: number, taskId?: string): Promise<readonly StoredEvent[]>;
  remove(watcher: EventWatcher): void;
}

/**
 * One stream of a hub's events. It gets every event exactly once, in order: from the store what lies
 * before the hub's position, then from its buffer, and again from the store when it was too slow for
 * that. Its reader calls `next` again when it has the event before. No generators: one that waits
 * cannot be ended from outside, and each costs several promises an event.
 */
export class EventWatcher implements AsyncIterableIterator<StoredEvent, undefined> {
  readonly #hub: WatchedHub;
  readonly #options: WatchOptions;
  /** Read from the store, and not given out. */
  #stored: StoredEvent[] = [];
  /** Handed out by the hub, from `joinedAt` on; undefined while it has not joined, or not again. */
  #buffer: StoredEvent[] | undefined;
  #joinedAt = 0;
  /** All events up to this number have been given out, passed over, or are in `stored`. */
  #readTo: number;
  #isLast = false;
  #isOver = false;
  #resolve: ((result: Result) => void) | undefined;

  constructor(hub: WatchedHub, options: WatchOptions) {
    this.#hub = hub;
    this.#options = options;
    this.#readTo = options.after;
    if (options.first !== undefined) this.#stored.push(options.first);
  }

  get taskId(): string | undefined {
    return this.#options.taskId;
  }

  next(): Promise<Result> {
    const result = this.#take();
    if (result !== undefined) return Promise.resolve(result);
    return this.#isUpToDate ? this.#wait() : this.#catchUp();
  }

  /** An event of the hub. */
  hand(event: StoredEvent): void {
    if (this.#buffer === undefined) return;
    if (this.#buffer.length === BUFFER_MAX) this.#buffer = undefined;
    else this.#buffer.push(event);
    this.#wake();
  }

  /** No events follow those in its buffer and in the store. */
  endAfterLast(): void {
    this.#isLast = true;
    this.#wake();
  }

  /** Idempotent. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stored = [];
    this.#buffer = undefined;
    this.#hub.remove(this);
    this.#options.onEnd?.();
    this.#wake();
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.end();
    return Promise.resolve(DONE);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  get #isUpToDate(): boolean {
    return this.#buffer !== undefined && this.#readTo >= this.#joinedAt;
  }

  /** Undefined when nothing is there yet. */
  #take(): Result | undefined {
    const { isShown, isFinal } = this.#options;
    while (!this.#isOver) {
      const event = this.#stored.shift() ?? (this.#isUpToDate ? this.#buffer?.shift() : undefined);
      if (event === undefined) {
        if (!this.#isLast || !this.#isUpToDate) return undefined;
        this.end();
      } else {
        this.#readTo = Math.max(this.#readTo, event.number);
        if (isShown?.(event) === false) continue;
        if (isFinal?.(event) === true) this.end();
        return { done: false, value: event };
      }
    }
    return DONE;
  }

  #wait(): Promise<Result> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  #wake(): void {
    const resolve = this.#resolve;
    if (resolve === undefined) return;
    // First: an event that is the last ends the stream.
    this.#resolve = undefined;
    const result = this.#take();
    if (result === undefined) this.#resolve = resolve;
    else resolve(result);
  }

  /** Rejects when the store cannot be read, and is over then. */
  async #catchUp(): Promise<Result> {
    try {
      for (;;) {
        this.#join();
        const result = this.#take();
        if (result !== undefined) return result;
        if (this.#isUpToDate) return await this.#wait();
        await this.#readPage();
      }
    } catch (error) {
      this.end();
      throw error;
    }
  }

  #join(): void {
    if (this.#isOver || this.#buffer !== undefined) return;
    this.#buffer = [];
    this.#joinedAt = this.#hub.position;
  }

  async #readPage(): Promise<void> {
    const upTo = this.#joinedAt;
    const page = await this.#hub.page(this.#readTo, this.#options.taskId);
    if (this.#isOver) return;
    this.#stored = page.filter(({ number }) => number <= upTo);
    const isComplete = page.length < PAGE || this.#stored.length < page.length;
    this.#readTo = isComplete ? upTo : (page.at(-1)?.number ?? upTo);
  }
}
