import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { QueueStore } from '../ports/dispatch/queue-store.js';
import type { WaitingNotes } from '../services/dispatch/waiting-notes.js';
import type { QueuedSubmissions } from '../services/submission/queued-submissions.js';
import { Loop } from '../concurrency/loop.js';
import { OpenWork } from '../concurrency/open-work.js';
import { unawaited } from '../concurrency/unawaited.js';

/** Submissions that one node sends in the background at the same time, those of one pool fewer. */
const CONCURRENCY = 32;

/** 20 ms between two looks: slots that become free one by one are one look. */
const LOOK_GAP_MS = 20;

/** How long a lane has to take what is due before another one is opened. */
const NEXT_LANE_MS = 50;

/** Sends queued submissions when they are due, tenants in turn, and tells the others why they wait. */
export class Submitter {
  readonly #store: QueueStore;
  readonly #queued: QueuedSubmissions;
  readonly #notes: WaitingNotes;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #concurrency: number;
  readonly #loop: Loop;
  /** Apart, because sending waits for nothing that is told. */
  readonly #telling: Loop;
  readonly #lanes = new OpenWork<object>();
  /** What is due waits for a slot: looking again at once would find the same. */
  #isBlocked = false;

  constructor(options: {
    readonly store: QueueStore;
    readonly queued: QueuedSubmissions;
    readonly notes: WaitingNotes;
    readonly clock: Clock;
    readonly log: Logger;
    readonly concurrency?: number;
  }) {
    this.#store = options.store;
    this.#queued = options.queued;
    this.#notes = options.notes;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#concurrency = options.concurrency ?? CONCURRENCY;
    this.#loop = new Loop({
      name: 'submitter',
      clock: options.clock,
      log: options.log,
      gapMs: LOOK_GAP_MS,
      round: () => this.#fill(),
    });
    this.#telling = new Loop({
      name: 'waiting reasons',
      clock: options.clock,
      log: options.log,
      round: async (signal) => ((await this.#notes.tell(signal)) ? this.#clock.now() : null),
    });
  }

  get isRunning(): boolean {
    return this.#loop.isRunning && this.#telling.isRunning;
  }

  start(): void {
    this.#loop.start();
    this.#telling.start();
  }

  /** Takes nothing new. Submissions that are open are waited for by OpenSubmissions.drain. */
  async stop(): Promise<void> {
    await Promise.all([this.#loop.stop(), this.#telling.stop()]);
  }

  /** A submission may have become due, or a slot free. */
  wake(): void {
    this.#isBlocked = false;
    this.#loop.wake();
  }

  /** Opens one more lane while something is due; a lane ends when nothing is. */
  async #fill(): Promise<Date | null> {
    const dueAt = await this.#store.nextDueAt();
    const now = this.#clock.now();
    if (dueAt === null || dueAt > now) return dueAt;
    if (this.#lanes.size === this.#concurrency) return null;
    if (this.#isBlocked) {
      this.#isBlocked = false;
      return null;
    }
    const lane = this.#lanes.run({}, () => this.#drainLane());
    unawaited(lane, { name: 'a lane of the submitter', log: this.#log });
    return new Date(now.getTime() + NEXT_LANE_MS);
  }

  async #drainLane(): Promise<void> {
    try {
      while (this.#loop.isRunning && (await this.#queued.sendNext())) {
        // Each submission frees the lane for the next one.
      }
      this.#isBlocked = true;
      if (this.#notes.hasNews) this.#telling.wake();
    } catch (error) {
      this.#log.error({ error }, 'a queued submission could not be sent');
    }
  }
}
