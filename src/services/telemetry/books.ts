import { periodStart } from '../../domain/pricing/credits.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { BookCheck, BookDifferences, BooksStore } from '../../ports/telemetry/books-store.js';

const DAY_MS = 86_400_000;

/** Older days, of which each check takes one: all have their turn in about half an hour. */
const OLDER_DAYS = 33;

/** 5 min: tasks that settled between two checks are in one of them, even where a check came late. */
const SETTLED_WITHIN_MS = 300_000;

export interface BooksOptions {
  readonly store: BooksStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** How long settled tasks are kept. */
  readonly keptMs: number;
}

/**
 * The check that credits, tasks and submissions agree: what the counters hold is the sum of what the
 * tasks hold, and what a task holds follows from its state. A difference is a fault of the gateway,
 * or a change of rows by another hand.
 */
export class Books {
  readonly #options: BooksOptions;
  /** What each day's last check found, by the time of its start. */
  readonly #byDay = new Map<number, BookDifferences>();
  /** What was checked as a whole: the months and the tasks in motion. */
  #ofAll: readonly BookDifferences[] = [];
  #checkedAt: Date | undefined;
  #checks = 0;

  constructor(options: BooksOptions) {
    this.#options = options;
  }

  /** When the last check ended that was complete; undefined before the first. */
  get checkedAt(): Date | undefined {
    return this.#checkedAt;
  }

  /** What the last checks of all days and of the tasks found, by check. */
  differences(): ReadonlyMap<BookCheck, number> {
    const sums = new Map<BookCheck, number>();
    for (const found of [...this.#ofAll, ...this.#byDay.values()]) {
      for (const [check, count] of Object.entries(found) as [BookCheck, number][]) {
        sums.set(check, (sums.get(check) ?? 0) + count);
      }
    }
    return sums;
  }

  /** Checks today, yesterday, one older day, two months, and the tasks in motion. Logs an error if they differ. */
  async check(): Promise<void> {
    const { store, clock, log } = this.#options;
    const now = clock.now();
    const today = periodStart('DAY', now).getTime();
    const older = 2 + (this.#checks % OLDER_DAYS);
    this.#checks += 1;
    for (const day of this.#byDay.keys()) {
      if (day < today - (OLDER_DAYS + 1) * DAY_MS) this.#byDay.delete(day);
    }
    for (const daysAgo of [0, 1, older]) {
      const day = today - daysAgo * DAY_MS;
      this.#byDay.set(day, await store.checkDay(new Date(day), this.#isWhole(day, now)));
    }
    const month = periodStart('MONTH', now);
    const monthBefore = periodStart('MONTH', new Date(month.getTime() - DAY_MS));
    this.#ofAll = [
      await store.checkMonth(month),
      await store.checkMonth(monthBefore),
      await store.checkTasks({ from: new Date(now.getTime() - SETTLED_WITHIN_MS), to: now }),
    ];
    this.#checkedAt = clock.now();
    const faults = [...this.differences()].filter(([, count]) => count > 0);
    if (faults.length > 0) {
      log.error({ differences: Object.fromEntries(faults) }, 'the books of the gateway differ');
    }
  }

  /** Whether tasks that were created on this day are all still there. */
  #isWhole(day: number, now: Date): boolean {
    return day > now.getTime() - this.#options.keptMs;
  }
}
