import type { SubmitOutcome } from '../domain/runway-answer.js';
import type { CrashPoints } from '../ports/crash-points.js';
import type { Logger } from '../ports/logger.js';
import type { RunwayApi } from '../ports/runway-api.js';
import type { SubmissionLease } from '../ports/task-store.js';
import type { Breakers } from './breakers.js';
import type { RetryBudget } from './retry-budget.js';
import type { Caller, Sent, SubmissionOutcomes } from './submission-outcomes.js';

export interface SubmissionSenderOptions {
  readonly runway: RunwayApi;
  readonly breakers: Breakers;
  readonly outcomes: SubmissionOutcomes;
  readonly retries: RetryBudget;
  readonly log: Logger;
  /** X-Runway-On-Behalf-Of for a tenant; null: not sent. */
  readonly onBehalfOf: (tenantId: string) => string | null;
  readonly crashPoints: CrashPoints;
}

/** The one place from which a paid request goes out: once for each lease, whose answer is recorded. */
export class SubmissionSender {
  readonly #options: SubmissionSenderOptions;

  constructor(options: SubmissionSenderOptions) {
    this.#options = options;
  }

  /** "Sending" must have been committed under this lease. */
  async send(lease: SubmissionLease, caller: Caller): Promise<Sent> {
    const { breakers, outcomes, crashPoints } = this.#options;
    // Not sent at all when a breaker has opened since the submission was taken.
    const outcome = (await breakers.submit(lease, () => this.#post(lease))) ?? HELD;
    crashPoints.reach('afterResponse', lease.taskId);
    return await outcomes.record(lease, outcome, caller);
  }

  async #post(lease: SubmissionLease): Promise<SubmitOutcome> {
    const { runway, log, onBehalfOf, retries } = this.#options;
    if (lease.attempt === 0) retries.earn(lease.runwayAccount);
    try {
      return await runway.submit({
        account: lease.runwayAccount,
        method: lease.sdkMethod,
        request: lease.request,
        onBehalfOf: onBehalfOf(lease.tenantId),
      });
    } catch (error) {
      // Not an answer but a defect: whether anything was sent is unknown.
      log.error({ taskId: lease.taskId, error }, 'a submission broke inside the gateway');
      return { kind: 'ambiguous', detail: 'a defect inside the gateway' };
    }
  }
}

const HELD: SubmitOutcome = { kind: 'unsent', detail: 'a breaker is open' };
