import { randomUUID } from 'node:crypto';
import { backOffMs, dailyCapRetryAt, SUBMIT_BACK_OFF } from '../domain/back-off.js';
import { requestFingerprint } from '../domain/fingerprint.js';
import type { JsonValue } from '../domain/json.js';
import type { SubmitOutcome } from '../domain/runway-answer.js';
import type { Estimate, RunwayTaskKind, Task, WaitingFor } from '../domain/task.js';
import { UnreachableCase } from '../domain/unreachable-case.js';
import type { Viewer } from '../domain/viewer.js';
import { GatewayError } from '../errors.js';
import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { RunwayApi, RunwayRequest } from '../ports/runway-api.js';
import type { NewTask, SubmissionLease, TaskStore } from '../ports/task-store.js';
import type { Estimates } from './estimates.js';
import { OpenWork } from './open-work.js';
import { persistently } from './persistently.js';
import { refusalFailure, RunwayRefused } from './runway-refused.js';

/** 5 s: Runway does not update a task more often. Source: sdk-node, src/resources/tasks.ts. */
export const FIRST_READ_AFTER_MS = 5_000;

/** A lease outlives the POST's own deadline by this much, so that a live sender never loses it. */
export const LEASE_MARGIN_MS = 30_000;

export interface SubmissionsOptions {
  readonly store: TaskStore;
  readonly runway: RunwayApi;
  readonly estimates: Estimates;
  readonly clock: Clock;
  readonly log: Logger;
  /** Which Runway secret new tasks are made with. */
  readonly runwayAccount: string;
  /** Deadline of one POST, as configured in the RunwayApi; leases are derived from it. */
  readonly submitTimeoutMs: number;
  /** How long an idempotency key is kept. */
  readonly idempotencyTtlMs: number;
  /** X-Runway-On-Behalf-Of for a tenant; null: not sent. */
  readonly onBehalfOf: (tenantId: string) => string | null;
  /** Called when a poll or a submission has become due earlier than loops may know. */
  readonly onWork?: (kind: 'poll' | 'submission') => void;
  /** In [0, 1); only tests give another than Math.random. */
  readonly random?: () => number;
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

type Take = (lease: {
  readonly now: Date;
  readonly until: Date;
}) => Promise<SubmissionLease | undefined>;

/**
 * The one way in which a paid request reaches Runway: at most one POST per task that was not
 * answered 4xx or a Runway-shaped 503. "Sending" is committed before the POST; a sender that dies
 * leaves a lease behind that runs out into UNCONFIRMED, never into a second POST.
 */
export class Submissions {
  readonly #options: SubmissionsOptions;
  readonly #random: () => number;
  readonly #open = new OpenWork<{ lease?: SubmissionLease }>();
  #stopping = false;

  constructor(options: SubmissionsOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
  }

  /**
   * Accepts a request and sends it at once. The POST does not end with its caller. Throws
   * IDEMPOTENCY_KEY_REUSED, SHUTTING_DOWN, and RunwayRefused when Runway does not accept it: then
   * there is no task and the key is free again.
   */
  async submit(viewer: Viewer, request: SubmitRequest): Promise<Submitted> {
    const { store, clock, log, estimates } = this.#options;
    const estimate = estimates.estimate(request.operation, request.request.body);
    if (request.dryRun) return { task: null, estimate, replayed: false };
    if (this.#stopping) throw new GatewayError('SHUTTING_DOWN');
    const { task, replayed } = await store.accept(
      this.#newTask(viewer, request, estimate),
      clock.now(),
    );
    if (replayed) return { task, estimate: task.estimate, replayed };
    const sent = await this.#takeAndSend('inline', (lease) =>
      store.takeSubmission(task.id, lease),
    ).catch((error: unknown) => {
      // It is accepted all the same: an error would only make the caller buy it twice.
      log.error({ taskId: task.id, error }, 'an accepted request could not be sent at once');
      return { task };
    });
    if (sent !== undefined && 'refused' in sent) throw sent.refused;
    const after = sent?.task ?? (await store.findTask(task.tenantId, task.id)) ?? task;
    return { task: after, estimate: after.estimate, replayed };
  }

  /** Takes the next due submission and sends it; false when there was none. */
  async sendNext(): Promise<boolean> {
    if (this.#stopping) return false;
    const { store } = this.#options;
    const sent = await this.#takeAndSend('background', (lease) => store.takeNextSubmission(lease));
    return sent !== undefined;
  }

  /**
   * For the embedded store, which has one process: everything found "sending" at start belongs to
   * a process that is dead. Call before the first submission.
   */
  async recoverAfterCrash(): Promise<readonly Task[]> {
    const { store, clock, log } = this.#options;
    const leasesEnded = new Date(clock.now().getTime() + this.#leaseMs + 1);
    const tasks = await store.expireSending(leasesEnded);
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

  #newTask(viewer: Viewer, request: SubmitRequest, estimate: Estimate): NewTask {
    const { runwayAccount, idempotencyTtlMs, clock } = this.#options;
    const { idempotencyKey: key, dryRun: _, ...rest } = request;
    return {
      ...rest,
      id: randomUUID(),
      tenantId: viewer.tenantId,
      createdBy: viewer.subject,
      runwayAccount,
      estimate,
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
      const lease = await take({ now, until: new Date(now.getTime() + this.#leaseMs) });
      if (lease === undefined) return undefined;
      if (this.#stopping) {
        // Taken too late: nothing was sent, so that another node or the next start may.
        const until = clock.now().toISOString();
        return { task: await store.recordDeferred(lease, { reason: 'TURN', until }, clock.now()) };
      }
      work.lease = lease;
      return await this.#record(lease, await this.#post(lease), mode);
    });
  }

  async #post(lease: SubmissionLease): Promise<SubmitOutcome> {
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
    const { clock, log } = this.#options;
    const fields = { taskId: lease.taskId, outcome: outcome.kind };
    const logged = outcome.kind === 'accepted' ? { ...fields, runwayId: outcome.runwayId } : fields;
    const sent = await persistently(
      () => this.#write(lease, outcome, mode),
      { clock, giveUpAfterMs: LEASE_MARGIN_MS },
      (error) => {
        log.error({ ...logged, error }, 'the outcome of a submission could not be recorded');
      },
    );
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
        const task = await store.recordDeferred(lease, this.#waiting(lease, outcome, now), now);
        onWork?.('submission');
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

  #waiting(
    lease: SubmissionLease,
    outcome: Extract<SubmitOutcome, { kind: 'unsent' | 'deferred' }>,
    now: Date,
  ): WaitingFor & { readonly until: string } {
    const ownMs = backOffMs(SUBMIT_BACK_OFF, lease.attempt, this.#random());
    const after = (ms: number): string => new Date(now.getTime() + ms).toISOString();
    if (outcome.kind === 'unsent') return { reason: 'RUNWAY_UNREACHABLE', until: after(ownMs) };
    if (outcome.isDailyCap) {
      const until = dailyCapRetryAt(now, this.#random()).toISOString();
      return { reason: 'RUNWAY_DAILY_CAP', until };
    }
    // Runway's word is the least; our own draw keeps those who were told the same time apart.
    const ms = outcome.retryAfterMs === null ? ownMs : outcome.retryAfterMs + ownMs;
    return { reason: 'RUNWAY_RATE_LIMITED', until: after(ms) };
  }
}
