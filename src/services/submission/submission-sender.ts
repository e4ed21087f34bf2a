import type { PostResult, SubmissionResult } from '../../domain/submission/submission-result.js';
import type { Clock } from '../../ports/clock.js';
import type { CrashPoints } from '../../ports/crash-points.js';
import type { Logger } from '../../ports/logger.js';
import { tracedLog } from '../../ports/telemetry/traced-log.js';
import type { Span, Tracer } from '../../ports/telemetry/tracer.js';
import type { RunwayApi, RunwayRequest } from '../../ports/upstream/runway-api.js';
import type { SubmissionLease } from '../../ports/submission/submission-lease.js';
import type { Breakers } from '../upstream/breakers.js';
import type { OutcomeStore } from '../../ports/submission/outcome-store.js';
import type { PoolHoldStore } from '../../ports/dispatch/pool-hold-store.js';
import type { PreparedBody, PreparedInputs } from '../lineage/prepared-inputs.js';
import type { Ownership } from '../resources/ownership.js';
import type { RetryBudget } from '../upstream/retry-budget.js';
import type { OpenSubmission, OpenSubmissions } from './open-submissions.js';
import type { Caller, Sent, SubmissionOutcomes } from './submission-outcomes.js';
import { isStillTenants } from './tenant-request.js';

export interface SubmissionSenderOptions {
  readonly stores: { readonly outcomes: OutcomeStore; readonly holds: PoolHoldStore };
  readonly open: OpenSubmissions;
  readonly runway: RunwayApi;
  readonly ownership: Ownership;
  readonly inputs: PreparedInputs;
  readonly breakers: Breakers;
  readonly outcomes: SubmissionOutcomes;
  readonly retries: RetryBudget;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tracer: Tracer;
  /** Deadline of one POST. */
  readonly submitTimeoutMs: number;
  /** X-Runway-On-Behalf-Of for a tenant; null: not sent. */
  readonly onBehalfOf: (tenantId: string) => string | null;
  readonly crashPoints: CrashPoints;
}

/** The one place that sends a paid request: once for each lease, and it records the answer. */
export class SubmissionSender {
  readonly #options: SubmissionSenderOptions;

  constructor(options: SubmissionSenderOptions) {
    this.#options = options;
  }

  /** "Sending" must have been committed under this lease. */
  async send(submission: OpenSubmission, lease: SubmissionLease, caller: Caller): Promise<Sent> {
    const { open, outcomes } = this.#options;
    if (open.isStopping) return await this.#giveBack(lease);
    submission.lease = lease;
    const span = this.#beginSpan(lease);
    try {
      const outcome = await this.#outcomeOf(lease, caller);
      span.set({ 'gateway.outcome': outcome.kind });
      const sent = await outcomes.record(lease, outcome, caller);
      if (outcome.kind === 'unready') await this.#wake(lease);
      if ('task' in sent) span.set({ 'gateway.task_status': sent.task?.state.status });
      span.end(outcome.kind === 'accepted' ? undefined : outcome.kind);
      return sent;
    } finally {
      span.end('INTERNAL');
    }
  }

  /** Its uploads may have been done before it was in the queue again. */
  async #wake(lease: SubmissionLease): Promise<void> {
    const { inputs } = this.#options;
    const { taskId } = lease;
    await inputs.wake(taskId).catch((error: unknown) => {
      this.#logOf(lease).warn({ taskId, error }, 'a task waits longer for its inputs than it need');
    });
  }

  async #outcomeOf(lease: SubmissionLease, caller: Caller): Promise<SubmissionResult> {
    const { breakers, crashPoints } = this.#options;
    const held = caller.isWaiting ? undefined : await this.#heldBack(lease);
    if (held !== undefined) return held;
    const prepared = await this.#prepared(lease);
    if (prepared.kind !== 'ready') return prepared;
    const request = { ...lease.request, body: prepared.body };
    // No step may come in between: a process that slept here could send a request that another node
    // has sent.
    if (this.#isLate(lease)) return LATE;
    // Not sent at all when a breaker has opened since the submission was taken.
    const outcome = (await breakers.submit(lease, () => this.#post(lease, request))) ?? HELD;
    crashPoints.reach('afterResponse', lease.taskId);
    return outcome;
  }

  #beginSpan({ taskId, sdkMethod, attempt, traceparent: parent }: SubmissionLease): Span {
    const attributes = {
      'gateway.task_id': taskId,
      'gateway.sdk_method': sdkMethod,
      'gateway.attempt': attempt,
    };
    return this.#options.tracer.begin('submission', sdkMethod, { parent, attributes });
  }

  #logOf({ traceparent }: SubmissionLease): Logger {
    return tracedLog(this.#options.log, traceparent);
  }

  /** Taken too late: nothing was sent, so that another node or the next start may. */
  async #giveBack(lease: SubmissionLease): Promise<Sent> {
    const { stores, clock } = this.#options;
    const now = clock.now();
    const waitingFor = { reason: 'TURN', until: now.toISOString() } as const;
    if (lease.poolRefusals !== null) await stores.holds.endProbe(lease, false);
    return { task: await stores.outcomes.recordDeferred(lease, waitingFor, now) };
  }

  /** Whether the call could still be open when the lease ends. */
  #isLate(lease: SubmissionLease): boolean {
    const { clock, submitTimeoutMs } = this.#options;
    const { taskId, until } = lease;
    const isLate = clock.now().getTime() + submitTimeoutMs > until.getTime();
    if (isLate) this.#logOf(lease).warn({ taskId }, 'a lease ran out before anything was sent');
    return isLate;
  }

  /** Its resources were the tenant's when it was accepted, and may be another tenant's by now. */
  async #heldBack(lease: SubmissionLease): Promise<SubmissionResult | undefined> {
    const { ownership } = this.#options;
    try {
      return (await isStillTenants(ownership, lease.tenantId, lease)) ? undefined : WITHHELD;
    } catch (error) {
      const { taskId } = lease;
      this.#logOf(lease).error({ taskId, error }, 'what a request names could not be looked up');
      return STORE_FAILED;
    }
  }

  /** What is made from an output is sent with its upload, which is there already, or not at all. */
  async #prepared(lease: SubmissionLease): Promise<PreparedBody | typeof STORE_FAILED> {
    const { inputs } = this.#options;
    try {
      return await inputs.prepare(lease, lease.request.body, lease.taskId);
    } catch (error) {
      const { taskId } = lease;
      this.#logOf(lease).error(
        { taskId, error },
        'what a request is made from could not be looked up',
      );
      return STORE_FAILED;
    }
  }

  async #post(lease: SubmissionLease, request: RunwayRequest): Promise<PostResult> {
    const { runway, onBehalfOf, retries } = this.#options;
    if (lease.attempt === 0) retries.earn(lease.runwayAccount);
    try {
      return await runway.submit({
        account: lease.runwayAccount,
        method: lease.sdkMethod,
        request,
        onBehalfOf: onBehalfOf(lease.tenantId),
      });
    } catch (error) {
      // Not an answer but a defect: whether anything was sent is unknown.
      const { taskId } = lease;
      this.#logOf(lease).error({ taskId, error }, 'a submission broke inside the gateway');
      return { kind: 'ambiguous', detail: 'a defect inside the gateway' };
    }
  }
}

const WITHHELD: SubmissionResult = { kind: 'withheld' };

const STORE_FAILED = { kind: 'unsent', detail: 'the store failed' } as const;

const LATE: SubmissionResult = { kind: 'late' };

const HELD: PostResult = { kind: 'unsent', detail: 'a breaker is open' };
