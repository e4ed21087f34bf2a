import type { Task, WaitingFor } from '../../domain/task/task.js';
import type { SlotPool } from '../dispatch/slot-pool.js';
import type { NewTask } from './new-task.js';
import type { SubmissionLease } from './submission-lease.js';

/** The outcome of a request. */
export interface Acceptance {
  readonly task: Task;
  /** Whether it is the first task of the idempotency key, and nothing was written. */
  readonly replayed: boolean;
  /** To be sent by the caller, under the rules that it gave; undefined: it is not. */
  readonly lease: SubmissionLease | undefined;
}

/** Under what rules a submission is taken for sending. */
export interface TakeRules {
  readonly now: Date;
  readonly until: Date;
  /**
   * How many tasks of a pool may be on their way to Runway or live there; null: no limit is known;
   * 0: nothing may be sent just now. Without it nothing is limited. Called with locks held, so it
   * answers from memory.
   */
  readonly slotsOf?: (pool: SlotPool) => number | null;
  /**
   * Nothing is taken whose request, as JSON in UTF-8, is larger, and nothing larger than
   * SMALL_REQUEST_BYTES; without it anything is.
   */
  readonly requestBytesMax?: number;
  /** The sender has as much under way as it may: a new task waits for its TURN. */
  readonly isSenderFull?: boolean;
  /** A new task waits for its INPUT, until then at most. What is taken from the queue does not look at it. */
  readonly inputUntil?: Date;
  /**
   * Told of a lease before it is committed. It counts when the call resolves with it; when the call
   * rejects with STORE_UNAVAILABLE it may have been given all the same.
   */
  readonly onLease?: (lease: SubmissionLease) => void;
  /** Told of pools with due submissions that Runway takes nothing more of for a while. */
  readonly onHeld?: (pool: SlotPool, waitingFor: WaitingFor) => void;
}

/**
 * Paid requests until they are sent: accepted, taken for sending under a lease, and given up when the
 * lease runs out. The outcome of one that was sent is recorded in OutcomeStore. Every method that
 * says nothing else is one transaction; `now` comes from the caller's clock.
 */
export interface SubmissionStore {
  /**
   * Writes idempotency row, task QUEUED, submission, reservation and event. With `rules` the
   * submission is taken in the same transaction (see `takeNextSubmission`), unless no slot is free
   * (SLOT), another task has waited longer (TURN), its INPUT is not there, Runway is not being called
   * (RUNWAY_UNREACHABLE) or its pool is held (the hold's reason): then the task says so and waits.
   * Without them it waits for its turn.
   *
   * The same key with the same fingerprint returns the first task as replayed; another fingerprint
   * throws IDEMPOTENCY_KEY_REUSED, and a key whose task was deleted CONFLICT: a key buys once.
   * Throws BUDGET_EXCEEDED, PRICE_UNKNOWN, TENANT_STOPPED, TOO_MANY_LIVE_TASKS, TOO_MANY_QUEUED_TASKS and
   * TOO_MANY_STORED_BYTES; then nothing was written, the key included. Text that cannot be stored
   * (NUL, half a surrogate pair) throws BAD_USER_INPUT.
   */
  accept(task: NewTask, now: Date, rules?: TakeRules): Promise<Acceptance>;
  /**
   * queued → sending under a new fence, committed on return: the next due submission whose pool has
   * a free slot and is not held, tenants in turn (the one served longest ago first). Over all nodes
   * no pool is ever given more slots than `slotsOf` says.
   */
  takeNextSubmission(rules: TakeRules): Promise<SubmissionLease | undefined>;
  /**
   * Every submission whose sender's lease has run out before `leaseEndedBefore` (without it, `now`)
   * becomes unconfirmed, each in a transaction of its own. Returns those tasks.
   */
  expireSending(now: Date, leaseEndedBefore?: Date): Promise<readonly Task[]>;
}
