import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import {
  AGEING_KINDS,
  type AgeingKind,
  type RetentionBatch,
  type RetentionPlace,
  type RetentionStore,
} from '../ports/tasks/retention-store.js';
import { Loop } from '../concurrency/loop.js';

/** 10 min between two looks for what has grown old. */
const INTERVAL_MS = 600_000;

/** Rows of one transaction: it must not hold locks for long. Tasks take others with them. */
const BATCH: Readonly<Record<AgeingKind, number>> = {
  events: 500,
  idempotencyKeys: 500,
  tasks: 200,
  budgetCounters: 100,
  tokenCounters: 1_000,
  resources: 100,
};

/** The pause after a batch, for other work: as long as the batch took, within these bounds. */
const PAUSE_MS_MIN = 20;
const PAUSE_MS_MAX = 1_000;

/** 10 s until a store that answers nothing is tried again. */
const RETRY_MS = 10_000;

/** 10 s between two lines in the log while there is more to delete. */
const REPORT_INTERVAL_MS = 10_000;

/** One pass over all that is old. What it could not delete waits for the next. */
interface Sweep {
  readonly startedAt: Date;
  readonly deleted: Partial<Record<AgeingKind, number>>;
  reportedAt: Date;
  /** Kinds that are still to be gone through; the first is being. */
  readonly kinds: AgeingKind[];
  after: RetentionPlace | null;
  limit: number;
  /** Rows that cannot be deleted. */
  failed: number;
}

export interface RetentionOptions {
  readonly store: RetentionStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Age at which settled tasks and events go. */
  readonly keptMs: number;
}

/** Deletes what is older than it has to be kept, batch by batch, until there is no more of it. */
export function retention(options: RetentionOptions): Loop {
  const { clock, log } = options;
  const sweeper = new Sweeper(options);
  return new Loop({
    name: 'retention',
    clock,
    log,
    idleMsMax: INTERVAL_MS,
    round: async () => {
      try {
        return await sweeper.goOn();
      } catch (error) {
        log.error({ error }, 'old rows could not be deleted; it is tried again');
        return new Date(clock.now().getTime() + RETRY_MS);
      }
    },
  });
}

class Sweeper {
  readonly #options: RetentionOptions;
  #sweep: Sweep | undefined;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  /** One batch; returns when the next is due, null when nothing is old any more. */
  async goOn(): Promise<Date | null> {
    const { store, clock } = this.#options;
    const startedAt = clock.now();
    const sweep = (this.#sweep ??= newSweep(startedAt));
    const [kind] = sweep.kinds;
    if (kind === undefined) return this.#end(sweep);
    const batch = this.#batch(kind, sweep);
    const progress = await store.deleteOld(batch).catch((error: unknown) => ({ error }));
    if (progress === undefined) return this.#leaveToOthers();
    if ('error' in progress) await this.#avoid(progress.error, batch, sweep);
    else {
      sweep.deleted[kind] = (sweep.deleted[kind] ?? 0) + progress.deleted;
      sweep.limit = Math.min(sweep.limit * 2, BATCH[kind]);
      advance(sweep, progress.next);
    }
    await this.#report(sweep);
    const now = clock.now();
    const tookMs = now.getTime() - startedAt.getTime();
    const pauseMs = Math.min(Math.max(tookMs, PAUSE_MS_MIN), PAUSE_MS_MAX);
    return new Date(now.getTime() + pauseMs);
  }

  #batch(kind: AgeingKind, { startedAt: now, after, limit }: Sweep): RetentionBatch {
    const before = new Date(now.getTime() - this.#options.keptMs);
    return { kind, before, now, after, limit: Math.min(limit, BATCH[kind]) };
  }

  /** Another node is at it. */
  #leaveToOthers(): null {
    this.#sweep = undefined;
    return null;
  }

  /**
   * Half of the batch is tried next, and so on, until the row is alone that stands in the way: it
   * is passed over. Throws what the store throws when it can do nothing at all.
   */
  async #avoid(error: unknown, batch: RetentionBatch, sweep: Sweep): Promise<void> {
    const { store, log } = this.#options;
    const next = await store.placeAfter(batch);
    if (batch.limit > 1) {
      sweep.limit = Math.ceil(batch.limit / 2);
      return;
    }
    sweep.failed += 1;
    log.error({ kind: batch.kind, row: next, error }, 'an old row could not be deleted');
    advance(sweep, next);
  }

  async #report(sweep: Sweep): Promise<void> {
    const { clock, log } = this.#options;
    const now = clock.now();
    if (now.getTime() - sweep.reportedAt.getTime() < REPORT_INTERVAL_MS) return;
    sweep.reportedAt = now;
    const fields = { ...summary(sweep, now), remaining: await this.#estimate(sweep) };
    log.info(fields, 'rows that have grown old are being deleted');
  }

  /** About how many rows of which kind are left. */
  async #estimate(sweep: Sweep): Promise<Partial<Record<AgeingKind, number>>> {
    const { store } = this.#options;
    const estimates: Partial<Record<AgeingKind, number>> = {};
    for (const [index, kind] of sweep.kinds.entries()) {
      const { before, now, after } = this.#batch(kind, sweep);
      const rest = { kind, before, now, after: index === 0 ? after : null };
      estimates[kind] = await store.estimateOld(rest);
    }
    return estimates;
  }

  #end(sweep: Sweep): null {
    const { clock, log } = this.#options;
    this.#sweep = undefined;
    const fields = summary(sweep, clock.now());
    if (fields.rows > 0 || sweep.failed > 0)
      log.info(fields, 'rows that have grown old were deleted');
    return null;
  }
}

function newSweep(startedAt: Date): Sweep {
  const kinds = [...AGEING_KINDS];
  const limit = Math.max(...Object.values(BATCH));
  return { startedAt, reportedAt: startedAt, deleted: {}, kinds, after: null, limit, failed: 0 };
}

/** To the place after which the next batch begins; null: to the next kind. */
function advance(sweep: Sweep, next: RetentionPlace | null): void {
  sweep.after = next;
  if (next !== null) return;
  sweep.kinds.shift();
  sweep.limit = Math.max(...Object.values(BATCH));
}

function summary({ startedAt, deleted, failed }: Sweep, now: Date) {
  const rows = Object.values(deleted).reduce((sum, count) => sum + count, 0);
  return { rows, deleted, failed, ms: now.getTime() - startedAt.getTime() };
}
