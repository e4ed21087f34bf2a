import type { AuditedMutation } from '../../domain/audit.js';
import type { JsonValue } from '../../domain/input/json.js';
import { problemFailure } from '../../domain/lineage/input-problem.js';
import { decisionFor } from '../../domain/submission/submission-decisions.js';
import type { SubmissionResult } from '../../domain/submission/submission-result.js';
import { READ_INTERVAL_MS } from '../../domain/task/read-interval.js';
import { isSettled, type Estimate, type Failure, type Task } from '../../domain/task/task.js';
import { UnreachableCase } from '../../domain/unreachable-case.js';
import { isStoreUnavailable } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { CrashPoints } from '../../ports/crash-points.js';
import type { Logger } from '../../ports/logger.js';
import { tracedLog } from '../../ports/telemetry/traced-log.js';
import type { Tracer } from '../../ports/telemetry/tracer.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';
import type { PoolHoldStore } from '../../ports/dispatch/pool-hold-store.js';
import type { SubmissionLease } from '../../ports/submission/submission-lease.js';
import type { OutcomeStore } from '../../ports/submission/outcome-store.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import type { Breakers } from '../upstream/breakers.js';
import { persistently } from '../../concurrency/persistently.js';
import type { RetryBudget } from '../upstream/retry-budget.js';
import { refusalFailure, RunwayRefused } from '../upstream/runway-refused.js';
import { logSent, tellSettled } from '../tasks/task-log.js';
import { closedReason, inputWaitEnd, waitingAfter } from '../dispatch/waiting.js';

/**
 * Whether a client still waits for a submission. If so, Runway's refusal is returned as an error, and
 * no task is kept.
 */
export interface Caller {
  readonly isWaiting: boolean;
  /** The mutation that it has called. */
  readonly audit?: AuditedMutation | undefined;
}

/** The response to a waiting client: the task, or Runway's refusal, for which no task is kept. */
export type Sent = { readonly task: Task | undefined } | { readonly refused: RunwayRefused };

export interface SubmissionOutcomesOptions {
  readonly stores: {
    readonly outcomes: OutcomeStore;
    readonly holds: PoolHoldStore;
    readonly tasks: TaskStore;
  };
  readonly breakers: Breakers;
  readonly retries: RetryBudget;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tracer: Tracer;
  readonly metrics?: Metrics | undefined;
  /** A slot may be free, or a submission due. */
  readonly onWork: () => void;
  /** In [0, 1). */
  readonly random: () => number;
  readonly crashPoints: CrashPoints;
  /** Aborted when nothing more can be written. */
  readonly stopped: AbortSignal;
}

interface How {
  readonly caller: Caller;
  /** How long the account's retry budget delays the next attempt. */
  readonly owedMs: number;
}

/** Records the result of a submission as domain/submission/submission-decisions.ts decides. */
export class SubmissionOutcomes {
  readonly #options: SubmissionOutcomesOptions;

  constructor(options: SubmissionOutcomesOptions) {
    this.#options = options;
  }

  /**
   * Repeats the write while the store fails. It keeps certain facts of the POST for as long as the
   * process lives: a lost id is lost money, and a request that Runway did not accept can be sent
   * again or settles at no cost. If no fact is certain, or the write itself is wrong, the end of
   * the lease has the same effect as the write.
   */
  async record(lease: SubmissionLease, outcome: SubmissionResult, caller: Caller): Promise<Sent> {
    const { clock, onWork, retries, crashPoints, stopped: signal } = this.#options;
    const log = tracedLog(this.#options.log, lease.traceparent);
    const owedMs = outcome.kind === 'deferred' ? retries.spend(lease.runwayAccount) : 0;
    const fields = { taskId: lease.taskId, outcome: outcome.kind };
    const logged = outcome.kind === 'accepted' ? { ...fields, runwayId: outcome.runwayId } : fields;
    const { kept } = decisionFor(outcome);
    crashPoints.reach('beforeSubmittedCommit', lease.taskId);
    let failures = 0;
    const sent = await persistently(
      async () => {
        const written = await this.#write(lease, outcome, { caller, owedMs });
        // The previous write may have been committed although its answer was lost.
        return failures > 0 && isNothing(written) ? await this.#lookUp(lease, outcome) : written;
      },
      { clock, signal },
      (error) => {
        failures += 1;
        log.error({ ...logged, error }, 'the outcome of a submission could not be recorded');
        const isKept =
          kept === 'FOR_EVER' || (kept === 'WHILE_STORE_IS_AWAY' && isStoreUnavailable(error));
        return isKept ? null : lease.until;
      },
    );
    crashPoints.reach('afterSubmittedCommit', lease.taskId);
    // Every result but a live task has freed its slot. That one's read is due later than the poller looks.
    if (outcome.kind !== 'accepted' || isSettled(outcome.state.status)) onWork();
    if (isNothing(sent)) {
      log.error(logged, 'the outcome of a submission came after its lease had ended');
    } else {
      logSent(this.#options.log, lease, outcome);
      if ('task' in sent && sent.task !== undefined) tellSettled(this.#options, sent.task);
    }
    return sent;
  }

  /** The task, if it shows the outcome. */
  async #lookUp({ tenantId, taskId }: SubmissionLease, outcome: SubmissionResult): Promise<Sent> {
    const task = await this.#options.stores.tasks.findTask(tenantId, taskId);
    const isShown =
      outcome.kind === 'accepted' && outcome.runwayId !== null
        ? task?.runwayTaskId === outcome.runwayId
        : task?.state.status !== 'UNCONFIRMED' || outcome.kind === 'ambiguous';
    return { task: isShown ? task : undefined };
  }

  /** The outcome comes first: a failing write for the pool must not lose an id. */
  async #write(lease: SubmissionLease, outcome: SubmissionResult, how: How): Promise<Sent> {
    const written = await this.#writeTask(lease, outcome, how);
    const { pool } = decisionFor(outcome);
    if (lease.poolRefusals !== null && pool !== 'HELD') {
      await this.#options.stores.holds.endProbe(lease, pool === 'FREE');
    }
    return written;
  }

  async #writeTask(
    lease: SubmissionLease,
    outcome: SubmissionResult,
    { caller, owedMs }: How,
  ): Promise<Sent> {
    const { stores, clock } = this.#options;
    const now = clock.now();
    const { task, waitingClient } = decisionFor(outcome);
    switch (task) {
      case 'ANSWERED':
        return {
          task: await stores.outcomes.recordAccepted(lease, answerOf(lease, outcome, now), now),
        };
      case 'QUEUED':
        return { task: await this.#writeQueued(lease, outcome, owedMs, now) };
      case 'FAILED': {
        const failure = failureFor(outcome, lease.input);
        if (waitingClient !== 'ERROR' || !caller.isWaiting || outcome.kind !== 'refused') {
          return { task: await stores.outcomes.recordRefused(lease, failure, now) };
        }
        // The caller gets Runway's answer even if the lease no longer holds.
        await stores.outcomes.discard(lease, failure, now, caller.audit);
        return { refused: new RunwayRefused(outcome.refusal, lease) };
      }
      case 'UNCONFIRMED': {
        const detail = 'detail' in outcome ? outcome.detail : outcome.kind;
        return { task: await stores.outcomes.recordUnconfirmed(lease, detail, now) };
      }
      default:
        throw new UnreachableCase(task);
    }
  }

  /** Runway has certainly not accepted it: it is sent again, after a while or at once. */
  async #writeQueued(
    lease: SubmissionLease,
    outcome: SubmissionResult,
    owedMs: number,
    now: Date,
  ): Promise<Task | undefined> {
    const { stores, random, breakers } = this.#options;
    const { sentAgain, pool } = decisionFor(outcome);
    if (outcome.kind === 'unready') {
      // It becomes due as soon as its uploads are there: see OutputUploadStore.
      const until = inputWaitEnd(now).toISOString();
      return await stores.outcomes.recordDeferred(lease, { reason: 'INPUT', until }, now);
    }
    if (sentAgain === 'AT_ONCE' || (outcome.kind !== 'unsent' && outcome.kind !== 'deferred')) {
      // Another node or the next start may send it, unless it is too late.
      const waitingFor = { reason: 'TURN', until: now.toISOString() } as const;
      return await stores.outcomes.recordDeferred(lease, waitingFor, now);
    }
    const waitingFor = waitingAfter(outcome, now, {
      attempt: Math.max(lease.attempt, lease.poolRefusals ?? 0),
      random: random(),
      heldMs: breakers.submitWaitMs(lease),
      unsentReason: closedReason(breakers, lease),
    });
    // First, because other submissions of the pool are about to go out.
    if (pool === 'HELD') await stores.holds.hold(lease, waitingFor, now);
    return await stores.outcomes.recordDeferred(lease, putOff(waitingFor, now, owedMs), now);
  }
}

/** The failure of a task whose request Runway has not accepted. */
function failureFor(outcome: SubmissionResult, input: JsonValue): Failure {
  switch (outcome.kind) {
    case 'refused':
      return refusalFailure(outcome.refusal, input);
    case 'withheld': {
      const message = 'Something that the input names is no longer yours. Nothing was sent.';
      return { code: 'REFERENCE_LOST', message, retryable: false };
    }
    case 'unusable':
      return problemFailure(outcome.problem);
    default: {
      const message = 'Runway could not prove who it is. An operator must look.';
      return { code: 'RUNWAY_UNAVAILABLE', message, retryable: false };
    }
  }
}

function isNothing(sent: Sent): boolean {
  return 'task' in sent && sent.task === undefined;
}

type Waiting = Parameters<OutcomeStore['recordDeferred']>[1];

function putOff(waitingFor: Waiting, now: Date, owedMs: number): Waiting {
  const until = Math.max(Date.parse(waitingFor.until), now.getTime() + owedMs);
  return { ...waitingFor, until: new Date(until).toISOString() };
}

/** A task that Runway finishes in its first response settles at once and is never polled. */
function answerOf(
  lease: SubmissionLease,
  outcome: SubmissionResult,
  now: Date,
): Parameters<OutcomeStore['recordAccepted']>[1] {
  if (outcome.kind !== 'accepted') throw new TypeError(`${outcome.kind} has no answer`);
  const { runwayId, state, estimatedCost, routedModel } = outcome;
  const estimate: Estimate | null =
    estimatedCost === null ? null : { credits: estimatedCost, source: 'RUNWAY' };
  const isOver = isSettled(state.status);
  return {
    runwayTaskId: runwayId,
    estimate,
    model: routedModel,
    state,
    // Runway's first answer does not tell what was charged.
    cost: isOver && (estimate ?? lease.estimate).credits === 0 ? 0 : null,
    pollDueAt: isOver ? null : new Date(now.getTime() + READ_INTERVAL_MS),
    resource: runwayId === null ? null : lease.creates,
  };
}
