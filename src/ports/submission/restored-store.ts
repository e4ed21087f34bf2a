import type { Task } from '../../domain/task/task.js';

/**
 * The queue of a store that was restored from a copy. The copy does not say which of its queued
 * requests were sent after it was made.
 */
export interface RestoredStore {
  /** Whether the store was restored, and its queue is not held yet. */
  isUnheld(): Promise<boolean>;
  /**
   * Every queued task becomes UNCONFIRMED, each in a transaction of its own. A request that cannot be
   * decrypted stays QUEUED and is never due. Returns those tasks. Nothing where `isUnheld` is false.
   */
  holdQueued(now: Date): Promise<readonly Task[]>;
  /** Notes that the queue is held. False when a queued task is left: other nodes work on it. */
  noteHeld(now: Date): Promise<boolean>;
}
