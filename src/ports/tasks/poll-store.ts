import type { Doubt } from '../../domain/task/doubt.js';
import type { Estimate, Task, TaskState } from '../../domain/task/task.js';
import type { LeasedTask } from './leased-task.js';

/** The right to read one live task upstream once. */
export interface PollLease {
  readonly task: Task;
  readonly fence: number;
  readonly until: Date;
  /** When the read was due. */
  readonly dueAt: Date;
  /** Consecutive reads that found nothing. */
  readonly missingCount: number;
  /** What reads so far have left open. */
  readonly doubt: Doubt;
  readonly leased?: LeasedTask;
}

/** A read after which a viewer sees the same task as before. */
export interface UnchangedRead {
  readonly lease: PollLease;
  readonly missingCount: number;
  readonly nextPollAt: Date;
}

/** Reads of live tasks: who may read which one when, and what a read has found. */
export interface PollStore {
  /**
   * Live tasks whose read is due, leased until `until`; no other node gets them meanwhile. Of each
   * Runway account those that are due longest, `limit` less what `open` counts for it.
   */
  takeDuePolls(lease: {
    readonly now: Date;
    readonly until: Date;
    readonly limit: number;
    /** Reads that the caller has open, by account; an account that is absent has none. */
    readonly open?: ReadonlyMap<string, number>;
  }): Promise<readonly PollLease[]>;
  /**
   * Ends the poll leases of reads that changed nothing, in one statement. Returns the ids of the
   * tasks that it wrote; a row that is locked, has settled or has another fence is left out.
   */
  recordUnchangedReads(reads: readonly UnchangedRead[], now: Date): Promise<ReadonlySet<string>>;
  /**
   * Ends a poll lease: writes the state if it goes forward (a settled task never changes, a status
   * never goes back) and sets the next read. Returns the task as it now stands, undefined when the
   * fence was stale.
   */
  recordRead(
    lease: PollLease,
    read: {
      readonly state: TaskState | null;
      readonly estimate: Estimate | null;
      readonly cost: number | null;
      readonly missingCount: number;
      /** Without it there is none. */
      readonly doubt?: Doubt;
      /** Whether `state` is what the gateway has decided for want of an answer that makes sense. */
      readonly isGuess?: boolean;
      readonly nextPollAt: Date;
    },
    now: Date,
  ): Promise<Task | undefined>;
  /**
   * Ends every poll lease: the holders are known to be dead. The tasks are due as soon as Runway
   * lets them be read again. Returns how many there were.
   */
  endPollLeases(now: Date): Promise<number>;
  /** When the next read of any tenant's task is due; null when none waits. */
  nextDueAt(): Promise<Date | null>;
}
