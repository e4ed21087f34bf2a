/** What grows old, in the order in which it goes: a task's events before the task. */
export const AGEING_KINDS = [
  'events',
  'idempotencyKeys',
  'tasks',
  'budgetCounters',
  'tokenCounters',
  'resources',
] as const;

export type AgeingKind = (typeof AGEING_KINDS)[number];

/** The last row that was looked at, in the order of its kind; only the store reads it. */
export type RetentionPlace = readonly string[];

/** Which rows are looked at: the first `limit` old ones after a place. */
export interface RetentionBatch {
  readonly kind: AgeingKind;
  /** Events, settled tasks, uploads and live sessions that are older go. */
  readonly before: Date;
  readonly now: Date;
  readonly limit: number;
  readonly after: RetentionPlace | null;
}

export interface RetentionProgress {
  readonly deleted: number;
  /** Where to go on; null: no more rows of the kind are old. */
  readonly next: RetentionPlace | null;
}

/** What is no longer kept. */
export interface RetentionStore {
  /**
   * Deletes what need not stay of a batch, in one transaction; undefined while another node is at
   * it. Passes over what is locked, and waits for no lock.
   *
   * Live and UNCONFIRMED tasks stay, tasks that still have events or an idempotency key that has
   * not expired, keys whose task has not settled, counters of whose period a task is left; and so
   * do all sums of credits. Cursors that would miss a deleted event expire with it. A task's
   * submission goes with it.
   */
  deleteOld(batch: RetentionBatch): Promise<RetentionProgress | undefined>;
  /** Where the batch ends; deletes nothing. */
  placeAfter(batch: RetentionBatch): Promise<RetentionPlace | null>;
  /** Old rows of a kind from a place on, as the database estimates without counting them. */
  estimateOld(rest: Omit<RetentionBatch, 'limit'>): Promise<number>;
}
