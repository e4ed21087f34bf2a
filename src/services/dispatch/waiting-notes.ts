import type { WaitingFor } from '../../domain/task/task.js';
import type { Clock } from '../../ports/clock.js';
import type { SlotPool } from '../../ports/dispatch/slot-pool.js';
import type { QueuePlace, WaitingNoteStore } from '../../ports/dispatch/waiting-note-store.js';

/** Tasks that one batch reads or writes. */
const BATCH = 100;

/** 2 s. A task that became due later already shows why it waits, and may be taken any moment. */
const DUE_MS_MIN = 2_000;

/** How far one reason has been written in a pool. */
interface Progress {
  readonly pool: SlotPool;
  readonly waitingFor: WaitingFor;
  reached: QueuePlace | null;
}

/**
 * Writes to queued tasks why they wait. It visits each task of a pool once for each reason, in the
 * order in which they are due. So the cost of a round depends on the changes and not on the length
 * of the queue. Progress is kept in memory: another node, or the next process, goes through a pool
 * once more and finds nothing new.
 */
export class WaitingNotes {
  readonly #store: WaitingNoteStore;
  readonly #clock: Clock;
  /** By pool. */
  readonly #progress = new Map<string, Progress>();
  /** Pools whose last try took no submission. */
  #blocked: ReadonlySet<string> = new Set();

  constructor(options: { readonly store: WaitingNoteStore; readonly clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** No submission could be taken, for these reasons. */
  block(pools: ReadonlyMap<SlotPool, WaitingFor>): void {
    for (const [pool, waitingFor] of pools) {
      const known = this.#progress.get(keyOf(pool))?.waitingFor;
      if (known?.reason === waitingFor.reason && known.until === waitingFor.until) continue;
      this.#progress.set(keyOf(pool), { pool, waitingFor, reached: null });
    }
    this.#blocked = new Set([...pools.keys()].map(keyOf));
  }

  /** A submission could be taken from this pool. */
  unblock(pool: SlotPool): void {
    this.#blocked = new Set([...this.#blocked].filter((key) => key !== keyOf(pool)));
  }

  /** Whether a reason has not been written at all. */
  get hasNews(): boolean {
    return this.#current().some(({ reached }) => reached === null);
  }

  /** Writes one batch of each pool. Returns whether more is left. */
  async tell(signal: AbortSignal): Promise<boolean> {
    const now = this.#clock.now();
    const dueUntil = new Date(now.getTime() - DUE_MS_MIN);
    const { stopped, resumed } = await this.#store.noteStopped({ now, limit: BATCH });
    // They have been passed over.
    if (resumed > 0) for (const progress of this.#progress.values()) progress.reached = null;
    let isMore = stopped === BATCH || resumed === BATCH;
    for (const progress of this.#current()) {
      if (signal.aborted) return false;
      const { pool, waitingFor, reached: after } = progress;
      const batch = { now, dueUntil, limit: BATCH, after };
      const { reached, isEnd } = await this.#store.noteWaiting(pool, waitingFor, batch);
      progress.reached = reached;
      isMore ||= !isEnd;
    }
    return isMore;
  }

  #current(): readonly Progress[] {
    return [...this.#blocked].flatMap((key) => this.#progress.get(key) ?? []);
  }
}

function keyOf({ runwayAccount, model }: SlotPool): string {
  return `${runwayAccount} ${model ?? ''}`;
}
