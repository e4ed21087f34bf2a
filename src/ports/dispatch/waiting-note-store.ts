import type { WaitingFor } from '../../domain/task/task.js';
import type { SlotPool } from './slot-pool.js';

/** How far a pool's queue has been gone through, in the order in which it is due. */
export interface QueuePlace {
  readonly dueAt: Date;
  readonly submissionId: string;
}

/** Why queued tasks wait, as the tasks themselves say it: each note is an event of its task. */
export interface WaitingNoteStore {
  /**
   * Looks at the next `limit` tasks of a pool that are due, in that order, and lets them say why
   * they wait where they do not yet; not those of tenants that are stopped. Commits tenant by
   * tenant.
   */
  noteWaiting(
    pool: SlotPool,
    waitingFor: WaitingFor,
    batch: {
      readonly now: Date;
      /** Only what has been due since then. */
      readonly dueUntil: Date;
      readonly limit: number;
      /** Where the last batch has come to; null: at the front. */
      readonly after: QueuePlace | null;
    },
  ): Promise<{
    readonly told: number;
    readonly reached: QueuePlace | null;
    /** Whether nothing more is due. */
    readonly isEnd: boolean;
  }>;
  /**
   * At most `limit` due tasks of tenants that are stopped say so, and as many of tenants that are
   * no longer wait for their TURN. Returns how many were told. Commits tenant by tenant.
   */
  noteStopped(batch: {
    readonly now: Date;
    readonly limit: number;
  }): Promise<{ readonly stopped: number; readonly resumed: number }>;
}
