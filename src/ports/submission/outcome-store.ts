import type { AuditedMutation } from '../../domain/audit.js';
import type { RunwayTaskState } from '../../domain/runway-answer.js';
import type { Estimate, Failure, Task, WaitingFor } from '../../domain/task/task.js';
import type { Creation } from './new-task.js';
import type { SubmissionLease } from './submission-lease.js';

/**
 * The outcomes of submissions that were taken for sending. Each method is one transaction under the
 * lease's fence; where the fence is stale nothing is changed, and undefined returned. A state change
 * writes the row and its event together and wakes listeners.
 */
export interface OutcomeStore {
  /**
   * sending → submitted: the task takes `state`. A live one is first read at `pollDueAt`; a settled
   * one is settled in the same transaction, with `cost`. What it has made (`resource`, where Runway
   * gave it an id) belongs to the task's tenant and creator from the same transaction on; what
   * has an owner already keeps that owner. Also out of unconfirmed under the same fence: an
   * answer that comes after the lease ran out still names the task. So it does where an operator
   * has decided the outcome of the request meanwhile (SettlementStore): a settled task is live
   * again, with a new event, and one that was followed under another id is followed under its own.
   * Of a task that is deleted by now, the charge is booked, and undefined returned.
   */
  recordAccepted(
    lease: SubmissionLease,
    answer: {
      readonly runwayTaskId: string | null;
      readonly estimate: Estimate | null;
      readonly model: string | null;
      readonly state: RunwayTaskState;
      /** Credits of a settled task; null while it is live, and when unknowable. */
      readonly cost: number | null;
      /** Null when the state is settled. */
      readonly pollDueAt: Date | null;
      readonly resource: Creation | null;
    },
    now: Date,
  ): Promise<Task | undefined>;
  /**
   * sending → queued again: provably not accepted. Due at `waitingFor.until`. A task that is wished
   * to be cancelled is CANCELLED instead; one that is unconfirmed by now, under the same fence, is
   * FAILED at no cost, because its owner may have bought it again.
   */
  recordDeferred(
    lease: SubmissionLease,
    waitingFor: WaitingFor & { readonly until: string },
    now: Date,
  ): Promise<Task | undefined>;
  /**
   * sending → refused: task FAILED at no cost. Also out of unconfirmed under the same fence, and
   * where an operator has said meanwhile that it has an id.
   */
  recordRefused(lease: SubmissionLease, failure: Failure, now: Date): Promise<Task | undefined>;
  /**
   * sending → gone: the caller gets an error instead of a task, and the idempotency key is free
   * again. A task that a caller has been given, or that is unconfirmed by now, stays: FAILED with
   * `failure` at no cost. False when the fence was stale. The audit log tells of the refusal in the
   * same transaction, where `audit` is the mutation that was accepted.
   */
  discard(
    lease: SubmissionLease,
    failure: Failure,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<boolean>;
  /** sending → unconfirmed: never sent again by itself. */
  recordUnconfirmed(lease: SubmissionLease, detail: string, now: Date): Promise<Task | undefined>;
}
