import { backOffMs, type BackOff } from '../../domain/back-off.js';
import { isStoreUnavailable } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import { tracedLog } from '../../ports/telemetry/traced-log.js';
import type { SubmissionLease } from '../../ports/submission/submission-lease.js';
import type { TakeRules } from '../../ports/submission/submission-store.js';
import type { OutcomeStore } from '../../ports/submission/outcome-store.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';

/** 30 s after the caller has given up a statement, it no longer runs: the server ends it sooner. */
const UNDECIDED_MS = 30_000;

const BACK_OFF: BackOff = { floorMs: 250, baseMs: 250, capMs: 5_000 };

export interface LeasesInDoubtOptions {
  readonly stores: { readonly outcomes: OutcomeStore; readonly tasks: TaskStore };
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborted when nothing more can be written. */
  readonly stopped: AbortSignal;
  /** Starts work that a stop waits for, and that never rejects. */
  readonly goOn: (work: () => Promise<void>) => void;
  /** A submission is in the queue again. */
  readonly onWork: () => void;
}

/**
 * Takes leases from the store. When a call fails, the connection may have been lost after the
 * commit. The gateway has sent nothing under such a lease, so it gives the lease back. Otherwise
 * the task would become UNCONFIRMED when the lease ends.
 */
export class LeasesInDoubt {
  readonly #options: LeasesInDoubtOptions;

  constructor(options: LeasesInDoubtOptions) {
    this.#options = options;
  }

  /**
   * What `call` returns; throws what it throws. `isWithdrawn`: a task whose lease is in doubt is
   * cancelled instead of queued again, because its client gets an error and has no key to find the
   * task: a repeated request would buy it twice.
   */
  async ask<Result>(
    rules: TakeRules,
    isWithdrawn: boolean,
    call: (rules: TakeRules) => Promise<Result>,
  ): Promise<Result> {
    let inDoubt: SubmissionLease | undefined;
    const onLease = (lease: SubmissionLease): void => {
      inDoubt = lease;
    };
    try {
      return await call({ ...rules, onLease });
    } catch (error) {
      const lease = isStoreUnavailable(error) ? inDoubt : undefined;
      if (lease !== undefined) this.#options.goOn(() => this.#giveBack(lease, isWithdrawn));
      throw error;
    }
  }

  /** Ends when it has succeeded, or the call has certainly written nothing. Never rejects. */
  async #giveBack(lease: SubmissionLease, isWithdrawn: boolean): Promise<void> {
    const { clock, stopped, onWork } = this.#options;
    const { taskId } = lease;
    const log = tracedLog(this.#options.log, lease.traceparent);
    const decidedAt = clock.now().getTime() + UNDECIDED_MS;
    for (let attempt = 0; !stopped.aborted; attempt += 1) {
      try {
        const now = clock.now();
        if (await this.#undo(lease, isWithdrawn, now)) {
          log.warn({ taskId, isWithdrawn }, 'a submission was given back that was not sent');
          onWork();
          return;
        }
        if (now.getTime() >= decidedAt) return;
      } catch (error) {
        log.warn({ taskId, error }, 'a submission that was not sent cannot be given back yet');
      }
      await clock.sleep(backOffMs(BACK_OFF, attempt, Math.random()), stopped);
    }
  }

  /** False when the store has no such lease. */
  async #undo(lease: SubmissionLease, isWithdrawn: boolean, now: Date): Promise<boolean> {
    const { stores } = this.#options;
    if (isWithdrawn) {
      const task = await stores.tasks.requestCancel(lease.tenantId, lease.taskId, now);
      if (task?.state.status === 'CANCELLED') return true;
    }
    const waitingFor = { reason: 'TURN', until: now.toISOString() } as const;
    return (await stores.outcomes.recordDeferred(lease, waitingFor, now)) !== undefined;
  }
}
