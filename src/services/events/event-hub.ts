import { Loop } from '../../concurrency/loop.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { EventStore, StoredEvent } from '../../ports/events/event-store.js';
import { EventWatcher, PAGE, type WatchedHub, type WatchOptions } from './event-watcher.js';
import { unawaited } from '../../concurrency/unawaited.js';

/** 5 s: the longest delay of an event whose wake-up was lost. */
const FALLBACK_READ_MS = 5_000;

/** 1 s at least, and 5 s at most, between two looks for tasks that have ended without an event. */
const ENDED_LOOK_MS = 1_000;

/** Tasks of one such look. */
const ENDED_LOOK_MAX = 1_000;

/** One tenant's events on this node: one reader of the event table for however many watchers. */
export class EventHub implements WatchedHub {
  readonly #tenantId: string;
  readonly #store: EventStore;
  readonly #clock: Clock;
  readonly #log: Logger;
  /**
   * Watchers of all tasks, and of one task by its id, so that an event reaches only its own
   * watchers.
   */
  readonly #ofAll = new Set<EventWatcher>();
  readonly #byTask = new Map<string, Set<EventWatcher>>();
  readonly #reads: Loop;
  /** Number of the newest event that was handed out. */
  #position: number;
  #mustLookForEnded = false;
  #lookedAtMs = -Infinity;
  /** When it looks without a wake-up, too. */
  #lookDueAtMs: number;
  #isStopped = false;

  /** `position`: the tenant's newest event at this moment. */
  constructor(options: {
    readonly tenantId: string;
    readonly position: number;
    readonly store: EventStore;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#tenantId = options.tenantId;
    this.#position = options.position;
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#lookDueAtMs = this.#nowMs + FALLBACK_READ_MS;
    this.#reads = new Loop({
      name: 'events',
      clock: options.clock,
      log: options.log,
      idleMsMax: FALLBACK_READ_MS,
      restsFirst: true,
      round: () => this.#read(),
    });
    this.#reads.start();
  }

  /** Ends every watcher's events. */
  stop(): void {
    this.#isStopped = true;
    unawaited(this.#reads.stop(), { name: 'events of a tenant', log: this.#log });
    for (const watcher of [...this.#watchers()]) watcher.end();
  }

  /** The table has grown, or may have. Reads once more, however often it is called meanwhile. */
  wake(): void {
    this.#reads.wake();
  }

  watch(options: WatchOptions): EventWatcher {
    const watcher = new EventWatcher(this, options);
    if (this.#isStopped) watcher.end();
    else this.#add(watcher);
    return watcher;
  }

  get position(): number {
    return this.#position;
  }

  async page(after: number, taskId?: string): Promise<readonly StoredEvent[]> {
    const query = { after, limit: PAGE, ...(taskId === undefined ? {} : { taskId }) };
    return await this.#store.listEvents(this.#tenantId, query);
  }

  remove(watcher: EventWatcher): void {
    const { taskId } = watcher;
    this.#ofAll.delete(watcher);
    if (taskId === undefined) return;
    const ofTask = this.#byTask.get(taskId);
    ofTask?.delete(watcher);
    if (ofTask?.size === 0) this.#byTask.delete(taskId);
  }

  #add(watcher: EventWatcher): void {
    const { taskId } = watcher;
    if (taskId === undefined) {
      this.#ofAll.add(watcher);
      return;
    }
    const ofTask = this.#byTask.get(taskId) ?? new Set();
    this.#byTask.set(taskId, ofTask.add(watcher));
  }

  *#watchers(): Generator<EventWatcher> {
    yield* this.#ofAll;
    for (const ofTask of this.#byTask.values()) yield* ofTask;
  }

  async #read(): Promise<Date> {
    try {
      // This comes before the read of events, so that the read finds all events of these tasks.
      const ended = await this.#takeEnded();
      const count = await this.#readNew();
      for (const taskId of ended) this.#endTask(taskId);
      // A wake-up without an event: a task may have been deleted.
      if (count === 0) this.#lookForEndedSoon();
    } catch (error) {
      // The next wake-up, or the fallback, reads the same events again.
      this.#log.warn({ tenantId: this.#tenantId, error }, 'the events could not be read');
    }
    return new Date(this.#lookDueAtMs);
  }

  /** Passes on new events, and returns their number. */
  async #readNew(): Promise<number> {
    let count = 0;
    for (;;) {
      const page = await this.page(this.#position);
      for (const event of page) this.#handOut(event);
      count += page.length;
      if (page.length < PAGE) return count;
    }
  }

  #lookForEndedSoon(): void {
    const isTooSoon = this.#nowMs < this.#lookedAtMs + ENDED_LOOK_MS;
    if (isTooSoon || this.#byTask.size === 0) return;
    this.#mustLookForEnded = true;
    this.#reads.wake();
  }

  /** Followed tasks that will have no more events, if it is time to look for them. */
  async #takeEnded(): Promise<readonly string[]> {
    if (!this.#mustLookForEnded && this.#nowMs < this.#lookDueAtMs) return [];
    this.#mustLookForEnded = false;
    this.#lookedAtMs = this.#nowMs;
    this.#lookDueAtMs = this.#nowMs + FALLBACK_READ_MS;
    const followed = [...this.#byTask.keys()];
    const ended: string[] = [];
    for (let at = 0; at < followed.length; at += ENDED_LOOK_MAX) {
      const some = followed.slice(at, at + ENDED_LOOK_MAX);
      const unsettled = new Set(await this.#store.listUnsettled(this.#tenantId, some));
      ended.push(...some.filter((taskId) => !unsettled.has(taskId)));
    }
    return ended;
  }

  get #nowMs(): number {
    return this.#clock.now().getTime();
  }

  #endTask(taskId: string): void {
    for (const watcher of this.#byTask.get(taskId) ?? []) watcher.endAfterLast();
  }

  #handOut(event: StoredEvent): void {
    this.#position = event.number;
    for (const watcher of this.#ofAll) watcher.hand(event);
    for (const watcher of this.#byTask.get(event.task.id) ?? []) watcher.hand(event);
  }
}
