import type { SlotPool } from './slot-pool.js';

/** The queue of submissions that wait for a slot, over all tenants. */
export interface QueueStore {
  /**
   * Moves what is queued for the operator to this account of the operator's: Runway has none of it
   * yet. What is queued for a tenant's own account stays.
   * What another client holds at this moment stays.
   * Returns how many there were.
   */
  moveQueued(runwayAccount: string): Promise<number>;
  /**
   * Whether a new task would have to wait as things stand: the pool is held, of its slots (null: no
   * limit) none is free, or another task waits for one.
   */
  isPoolTaken(pool: SlotPool, slots: number | null, now: Date): Promise<boolean>;
  /** When the next submission of any tenant is due; null when none waits. */
  nextDueAt(): Promise<Date | null>;
}
