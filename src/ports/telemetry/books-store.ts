import type { MetricLabelValue } from '../../domain/telemetry/metric-labels.js';

/** What the books are checked for. */
export type BookCheck = MetricLabelValue<'check'>;

/** How many counters or tasks break an invariant, by check. */
export type BookDifferences = Readonly<Partial<Record<BookCheck, number>>>;

/** Each check is one statement, so that what moves meanwhile makes no difference. */
export interface BooksStore {
  /**
   * Compares the counters of a day in UTC with the tasks that were created on it, and
   * the tenants' counters with those of their keys.
   * `isWhole`: no task of the day can have been deleted yet; otherwise the counters may hold more.
   */
  checkDay(day: Date, isWhole: boolean): Promise<BookDifferences>;
  /** Compares the counters of a month in UTC with those of its days. */
  checkMonth(month: Date): Promise<BookDifferences>;
  /** Checks tasks that are live, UNCONFIRMED or settled in this time, with their submissions. */
  checkTasks(settled: { readonly from: Date; readonly to: Date }): Promise<BookDifferences>;
}
