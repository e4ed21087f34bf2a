/** What is no longer kept. */
export interface RetentionStore {
  /**
   * Deletes at most `limit` each of: events older than `before`; tasks that settled before it, with
   * their submissions, unless an idempotency key still protects them; idempotency keys that have
   * expired; whose uploads and live sessions older than `before` were. Live and UNCONFIRMED tasks stay, and so do all sums of credits. Cursors that would
   * miss a deleted event expire with it. Returns how many rows went; 0 also while another node is
   * at it.
   */
  deleteOld(batch: {
    readonly before: Date;
    readonly now: Date;
    readonly limit: number;
  }): Promise<number>;
}
