import type { WaitingFor } from '../../domain/task/task.js';
import type { SubmissionLease } from '../submission/submission-lease.js';

/**
 * Pools that Runway takes nothing more of for a while (429): one row for each, which all nodes go
 * by. While it holds, nothing of the pool is taken for sending; when its time is over, one
 * submission goes first (see `SubmissionLease.poolRefusals`), and the others when that one is taken.
 * Where nothing has waited, the hold is forgotten.
 */
export interface PoolHoldStore {
  /**
   * Holds the pool of a submission that was answered 429, until `until` at least: the latest time
   * counts. Where the submission had gone first, that is one refusal more in a row.
   */
  hold(
    lease: SubmissionLease,
    waitingFor: WaitingFor & { readonly until: string },
    now: Date,
  ): Promise<void>;
  /** The submission that has gone first tells: the hold is over, or another has to go first. */
  endProbe(lease: SubmissionLease, isOver: boolean): Promise<void>;
}
