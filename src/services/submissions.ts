import { randomUUID } from 'node:crypto';
import { requestFingerprint } from '../domain/fingerprint.js';
import type { JsonValue } from '../domain/json.js';
import type { SubmitOutcome } from '../domain/runway-answer.js';
import type { Estimate, RunwayTaskKind, Task } from '../domain/task.js';
import { UnreachableCase } from '../domain/unreachable-case.js';
import type { Viewer } from '../domain/viewer.js';
import { GatewayError } from '../errors.js';
import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import type { Clock } from '../ports/clock.js';
import { noCrashPoints, type CrashPoints } from '../ports/crash-points.js';
import type { Logger } from '../ports/logger.js';
import type { RunwayApi, RunwayRequest } from '../ports/runway-api.js';
import type {
  NewTask,
  SlotPool,
  SubmissionLease,
  TakeRules,
  TaskStore,
} from '../ports/task-store.js';
import type { Breakers } from './breakers.js';
import type { Estimates } from './estimates.js';
import { OpenWork } from './open-work.js';
import { persistently } from './persistently.js';
import { refusalFailure, RunwayRefused } from './runway-refused.js';
import type { Slots } from './slots.js';
import { waitingAfter } from './waiting.js';

/** 5 s: Runway does not update a task more often. Source: sdk-node, src/resources/tasks.ts. */
export const FIRST_READ_AFTER_MS = 5_000;

/** Tasks that are told in one go why they wait. */
const NOTED_MAX = 20;

/** 2 s for a request to be taken inline; one whose acceptor has died meanwhile is sent after that. */
export const INLINE_MS = 2_000;

/** A lease outlives the POST's own deadline by this much, so that a live sender never loses it. */
export const LEASE_MARGIN_MS = 30_000;

export interface SubmissionsOptions {
  readonly store: TaskStore;
  readonly runway: RunwayApi;
  readonly estimates: Estimates;
  readonly slots: Slots;
  readonly breakers: Breakers;
  readonly clock: Clock;
  readonly log: Logger;
  /** Which Runway secret new tasks are made with. */
  readonly runwayAccount: string;
  /** Deadline of one POST, as configured in the RunwayApi; leases are derived from it. */
  readonly submitTimeoutMs: number;
  /** How long an idempotency key is kept. */
  readonly idempotencyTtlMs: number;
  /** Tasks of one tenant that may be QUEUED or live at once. */
  readonly liveTasksMax: number;
  /** X-Runway-On-Behalf-Of for a tenant; null: not sent. */
  readonly onBehalfOf: (tenantId: string) => string | null;
  /** Called when a poll or a submission has become due earlier than loops may know. */
  readonly onWork?: (kind: 'poll' | 'submission') => void;
  /** In [0, 1); only tests give another than Math.random. */
  readonly random?: () => number;
  readonly crashPoints?: CrashPoints;
}

/** A checked request of a viewer. */
export interface SubmitRequest {
  readonly operation: string;
  readonly sdkMethod: SdkMethod;
  readonly runwayTaskKind: RunwayTaskKind;
  readonly request: RunwayRequest;
  /** The original GraphQL input. */
  readonly input: JsonValue;
  readonly model: string | null;
  readonly label: string | null;
  readonly idempotencyKey: string | null;
  readonly dryRun: boolean;
  /** The id of the task that this one repeats on its owner's wish. */
  readonly resubmits?: string;
}

export interface Submitted {
  /** Null on a dry run only. */
  readonly task: Task | null;
  readonly estimate: Estimate;
  readonly replayed: boolean;
}

/** What came of a sent submission: a task, or a refusal while nothing was kept of it. */
type Sent = { readonly task: Task | undefined } | { readonly refused: RunwayRefused };

/** Whether somebody waits for Runway's answer. */
type Mode = 'inline' | 'background';

type Take = (rules: TakeRules) => Promise<SubmissionLease | undefined>;

/**
 * The one way in which a paid request reaches Runway: at most one POST per task that was not
 * answered 4xx or a Runway-shaped 503. "Sending" is committed before the POST; a sender that dies
 * leaves a lease behind that runs out into UNCONFIRMED, never into a second POST.
 */
export class Submissions {
  readonly #options: SubmissionsOptions;
  readonly #random: () => number;
  readonly #crashPoints: CrashPoints;
  readonly #open = new OpenWork<{ lease?: SubmissionLease }>();
  #stopping = false;

  constructor(options: SubmissionsOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
    this.#crashPoints = options.crashPoints ?? noCrashPoints;
  }

  /**
   * Accepts a request and sends it at once when a slot is free and nobody waits for one. The POST
   * does not end with its caller. Throws what TaskStore.accept throws, SHUTTING_DOWN,
   * RUNWAY_UNAVAILABLE while a breaker is open, and RunwayRefused when Runway does not accept it:
   * then there is no task and the key is free again.
   */
  async submit(viewer: Viewer, request: SubmitRequest): Promise<Submitted> {
    const { store, clock, log, estimates } = this.#options;
    const estimate = estimates.estimate(request.operation, request.request.body);
    if (request.dryRun) return { task: null, estimate, replayed: false };
    if (this.#stopping) throw new GatewayError('SHUTTING_DOWN');
    await this.#beReachable(viewer, request);
    this.#crashPoints.reach('beforeAcceptCommit');
    const { task, replayed } = await store.accept(
      this.#newTask(viewer, request, estimate),
      clock.now(),
    );
    if (replayed) return { task, estimate: task.estimate, replayed };
    this.#crashPoints.reach('afterAcceptCommit', task.id);
    const sent = await this.#takeAndSend('inline', (rules) =>
      store.takeSubmission(task.id, rules),
    ).catch((error: unknown) => {
      // It is accepted all the same: an error would only make the caller buy it twice.
      log.error({ taskId: task.id, error }, 'an accepted request could not be sent at once');
      return { task };
    });
    if (sent !== undefined && 'refused' in sent) throw sent.refused;
    const after = sent?.task ?? (await store.findTask(task.tenantId, task.id)) ?? task;
    return { task: after, estimate: after.estimate, replayed };
  }

  /**
   * Whether a request for Runway's model (null: Runway chooses) would be QUEUED for a while instead
   * of being sent at once, as far as that is known without asking Runway.
   */
  async wouldWait(model: string | null): Promise<boolean> {
    const { store, clock, runwayAccount } = this.#options;
    const pool = { runwayAccount, model };
    const slots = this.#slotsOf(pool);
    return slots !== null && (slots === 0 || (await store.isPoolTaken(pool, slots, clock.now())));
  }

  /** Takes the next submission that is due and may go, and sends it; false when there was none. */
  async sendNext(): Promise<boolean> {
    if (this.#stopping) return false;
    const { store, slots, clock, runwayAccount } = this.#options;
    await slots.learn(runwayAccount);
    const looked = new Map<SlotPool, number | null>();
    const sent = await this.#takeAndSend('background', (rules) =>
      store.takeNextSubmission({
        ...rules,
        slotsOf: (pool) => {
          const free = this.#slotsOf(pool);
          looked.set(pool, free);
          return free;
        },
      }),
    );
    if (sent !== undefined) return true;
    for (const [pool, free] of looked) {
      if (free === null) continue;
      const reason = free === 0 ? 'RUNWAY_UNREACHABLE' : 'SLOT';
      await store.noteWaiting(pool, reason, { now: clock.now(), limit: NOTED_MAX });
    }
    return false;
  }

  /**
   * For the embedded store, which has one process: everything found "sending" at start belongs to
   * a process that is dead. Call before the first submission.
   */
  async recoverAfterCrash(): Promise<readonly Task[]> {
    const { store, clock, log } = this.#options;
    const now = clock.now();
    const leasesEnded = new Date(now.getTime() + this.#leaseMs + 1);
    const tasks = await store.expireSending(now, leasesEnded);
    for (const { id } of tasks) log.error({ taskId: id }, 'a submission outlived its process');
    return tasks;
  }

  /**
   * Accepts nothing more, waits up to `deadlineMs` for open submissions and records the rest as
   * UNCONFIRMED. Resolves after the last write.
   */
  async drain(deadlineMs: number): Promise<void> {
    const { store, clock, log } = this.#options;
    this.#stopping = true;
    const done = new AbortController();
    await Promise.race([this.#open.settled(), clock.sleep(deadlineMs, done.signal)]);
    done.abort();
    const leases = this.#open.items().flatMap(({ lease }) => lease ?? []);
    const writes = leases.map(async (lease) => {
      log.error({ taskId: lease.taskId }, 'stopped while a submission was open');
      await store.recordUnconfirmed(lease, 'the gateway stopped', clock.now());
    });
    // What cannot be written now becomes UNCONFIRMED when its lease runs out, or at the next start.
    for (const write of await Promise.allSettled(writes)) {
      if (write.status === 'fulfilled') continue;
      const error: unknown = write.reason;
      log.error({ error }, 'an open submission was not recorded');
    }
  }

  get #leaseMs(): number {
    return this.#options.submitTimeoutMs + LEASE_MARGIN_MS;
  }

  /** Throws RUNWAY_UNAVAILABLE while nothing is sent, unless the request has been accepted before. */
  async #beReachable(viewer: Viewer, { model, idempotencyKey }: SubmitRequest): Promise<void> {
    const { store, slots, breakers, runwayAccount } = this.#options;
    const retryAfterMs = breakers.submitWaitMs({ runwayAccount, model });
    if (retryAfterMs === 0) {
      await slots.learn(runwayAccount);
      return;
    }
    if (idempotencyKey !== null) {
      const first = await store.findTaskByKey(viewer.tenantId, idempotencyKey);
      if (first !== undefined) return;
    }
    throw new GatewayError('RUNWAY_UNAVAILABLE', { retryAfterMs, detail: 'a breaker is open' });
  }

  /** TakeRules.slotsOf: 0 while a breaker is open. */
  #slotsOf(pool: SlotPool): number | null {
    const { slots, breakers } = this.#options;
    return breakers.submitWaitMs(pool) > 0 ? 0 : slots.limitOf(pool);
  }

  #newTask(viewer: Viewer, request: SubmitRequest, estimate: Estimate): NewTask {
    const { runwayAccount, idempotencyTtlMs, liveTasksMax, clock } = this.#options;
    const { idempotencyKey: key, dryRun: _dryRun, resubmits: _resubmits, ...rest } = request;
    return {
      ...rest,
      id: randomUUID(),
      tenantId: viewer.tenantId,
      createdBy: viewer.subject,
      runwayAccount,
      estimate,
      liveTasksMax,
      backgroundFrom: new Date(clock.now().getTime() + INLINE_MS),
      idempotency:
        key === null
          ? null
          : {
              key,
              fingerprint: requestFingerprint(request),
              expiresAt: new Date(clock.now().getTime() + idempotencyTtlMs),
            },
    };
  }

  /** Undefined when there was nothing to take. */
  async #takeAndSend(mode: Mode, take: Take): Promise<Sent | undefined> {
    const { store, clock } = this.#options;
    const work: { lease?: SubmissionLease } = {};
    return await this.#open.run(work, async () => {
      const now = clock.now();
      this.#crashPoints.reach('beforeSendingCommit');
      const lease = await take({
        now,
        until: new Date(now.getTime() + this.#leaseMs),
        slotsOf: (pool) => this.#slotsOf(pool),
      });
      if (lease === undefined) return undefined;
      this.#crashPoints.reach('afterSendingCommit', lease.taskId);
      if (this.#stopping) {
        // Taken too late: nothing was sent, so that another node or the next start may.
        const until = clock.now().toISOString();
        return { task: await store.recordDeferred(lease, { reason: 'TURN', until }, clock.now()) };
      }
      work.lease = lease;
      const outcome = await this.#post(lease);
      this.#crashPoints.reach('afterResponse', lease.taskId);
      return await this.#record(lease, outcome, mode);
    });
  }

  /** Not sent at all when a breaker has opened since the submission was taken. */
  async #post(lease: SubmissionLease): Promise<SubmitOutcome> {
    const outcome = await this.#options.breakers.submit(lease, () => this.#call(lease));
    return outcome ?? { kind: 'unsent', detail: 'a breaker is open' };
  }

  async #call(lease: SubmissionLease): Promise<SubmitOutcome> {
    const { runway, log, onBehalfOf } = this.#options;
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

  /** Writes an outcome down, again and again while the store fails: an id that is lost is money lost. */
  async #record(lease: SubmissionLease, outcome: SubmitOutcome, mode: Mode): Promise<Sent> {
    const { clock, log, onWork } = this.#options;
    const fields = { taskId: lease.taskId, outcome: outcome.kind };
    const logged = outcome.kind === 'accepted' ? { ...fields, runwayId: outcome.runwayId } : fields;
    this.#crashPoints.reach('beforeSubmittedCommit', lease.taskId);
    const sent = await persistently(
      () => this.#write(lease, outcome, mode),
      { clock, giveUpAfterMs: LEASE_MARGIN_MS },
      (error) => {
        log.error({ ...logged, error }, 'the outcome of a submission could not be recorded');
      },
    );
    this.#crashPoints.reach('afterSubmittedCommit', lease.taskId);
    // Whatever did not become a task has given its slot back.
    if (outcome.kind !== 'accepted') onWork?.('submission');
    if ('task' in sent && sent.task === undefined) {
      log.error(logged, 'the outcome of a submission came after its lease had ended');
    }
    return sent;
  }

  async #write(lease: SubmissionLease, outcome: SubmitOutcome, mode: Mode): Promise<Sent> {
    const { store, clock, onWork } = this.#options;
    const now = clock.now();
    switch (outcome.kind) {
      case 'accepted': {
        const { runwayId, estimatedCost, routedModel } = outcome;
        const task = await store.recordAccepted(
          lease,
          {
            runwayTaskId: runwayId,
            estimate: estimatedCost === null ? null : { credits: estimatedCost, source: 'RUNWAY' },
            model: routedModel,
            pollDueAt: new Date(now.getTime() + FIRST_READ_AFTER_MS),
          },
          now,
        );
        onWork?.('poll');
        return { task };
      }
      case 'unsent':
      case 'deferred': {
        const waitingFor = waitingAfter(outcome, now, {
          attempt: lease.attempt,
          random: this.#random(),
          heldMs: this.#options.breakers.submitWaitMs(lease),
        });
        const task = await store.recordDeferred(lease, waitingFor, now);
        return { task };
      }
      case 'refused': {
        const { refusal } = outcome;
        if (mode === 'background') {
          return { task: await store.recordRefused(lease, refusalFailure(refusal), now) };
        }
        // Whether or not the lease still held, the caller learns what Runway said.
        await store.discard(lease);
        return { refused: new RunwayRefused(refusal) };
      }
      case 'untrusted': {
        const message = 'Runway could not prove who it is. An operator must look.';
        const failure = { code: 'RUNWAY_UNAVAILABLE', message, retryable: false };
        return { task: await store.recordRefused(lease, failure, now) };
      }
      case 'ambiguous':
        return { task: await store.recordUnconfirmed(lease, outcome.detail, now) };
      default:
        throw new UnreachableCase(outcome);
    }
  }
}
