import { backOffMs, type BackOff } from '../domain/back-off.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { SubmissionLease, TaskStore } from '../ports/task-store.js';

/** 30 s after its caller has given it up, no statement is still carried out: the server ends it sooner. */
const UNDECIDED_MS = 30_000;

const BACK_OFF: BackOff = { floorMs: 250, baseMs: 250, capMs: 5_000 };

interface LeasesInDoubtOptions {
  readonly store: TaskStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborted when nothing more can be written. */
  readonly stopped: AbortSignal;
}

/**
 * Leases of calls to the store that failed: the connection may have been lost after the commit.
 * Nothing has been sent under them, and nothing will be, so that each is given back. Otherwise its
 * task would become UNCONFIRMED when the lease ends.
 */
export class LeasesInDoubt {
  readonly #options: LeasesInDoubtOptions;

  constructor(options: LeasesInDoubtOptions) {
    this.#options = options;
  }

  /**
   * Puts the task back into the queue. `isWithdrawn`: cancels it instead, because its client was
   * told of a failure and has no key to find it by: asking again would buy it twice. False when the
   * call had written nothing, or it is not known. Never rejects.
   */
  async giveBack(lease: SubmissionLease, isWithdrawn: boolean): Promise<boolean> {
    const { clock, log, stopped } = this.#options;
    const { taskId } = lease;
    const decidedAt = clock.now().getTime() + UNDECIDED_MS;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const now = clock.now();
        if (await this.#undo(lease, isWithdrawn, now)) {
          log.warn({ taskId, isWithdrawn }, 'a submission was given back that was not sent');
          return true;
        }
        if (now.getTime() >= decidedAt) return false;
      } catch (error) {
        log.warn({ taskId, error }, 'a submission that was not sent cannot be given back yet');
      }
      if (stopped.aborted) return false;
      await clock.sleep(backOffMs(BACK_OFF, attempt, Math.random()), stopped);
    }
  }

  async #undo(lease: SubmissionLease, isWithdrawn: boolean, now: Date): Promise<boolean> {
    const { store } = this.#options;
    if (isWithdrawn) {
      const task = await store.requestCancel(lease.tenantId, lease.taskId, now);
      if (task?.state.status === 'CANCELLED') return true;
    }
    const waitingFor = { reason: 'TURN', until: now.toISOString() } as const;
    return (await store.recordDeferred(lease, waitingFor, now)) !== undefined;
  }
}
