import type { Task } from '../domain/task.js';
import type { Viewer } from '../domain/viewer.js';
import { GatewayError } from '../errors.js';
import { noCrashPoints, type CrashPoints } from '../ports/crash-points.js';
import type { Logger } from '../ports/logger.js';
import type { RunwayApi } from '../ports/runway-api.js';
import type { NewTask, SlotPool, SubmissionLease, TakeRules } from '../ports/task-store.js';
import { OpenWork } from './open-work.js';
import { SubmissionChecks } from './submission-checks.js';
import type { SubmissionChecksOptions, Submitted, SubmitRequest } from './submission-checks.js';
import { LEASE_MARGIN_MS, SubmissionOutcomes } from './submission-outcomes.js';
import type { Mode, Sent } from './submission-outcomes.js';
import { SubmissionSender } from './submission-sender.js';

/** Tasks that are told in one go why they wait. */
const NOTED_MAX = 20;

export interface SubmissionsOptions extends SubmissionChecksOptions {
  readonly runway: RunwayApi;
  readonly log: Logger;
  /** Deadline of one POST, as configured in the RunwayApi; leases are derived from it. */
  readonly submitTimeoutMs: number;
  /** X-Runway-On-Behalf-Of for a tenant; null: not sent. */
  readonly onBehalfOf: (tenantId: string) => string | null;
  /** Called when a poll or a submission has become due earlier than loops may know. */
  readonly onWork?: (kind: 'poll' | 'submission') => void;
  /** In [0, 1); only tests give another than Math.random. */
  readonly random?: () => number;
  readonly crashPoints?: CrashPoints;
}

/** A submission that is under way, from the moment at which it is taken. */
interface Open {
  lease?: SubmissionLease;
}

/**
 * The one way in which a paid request reaches Runway: at most one POST per task that was not
 * answered 4xx or a Runway-shaped 503. "Sending" is committed before the POST; a sender that dies
 * leaves a lease behind that runs out into UNCONFIRMED, never into a second POST.
 */
export class Submissions {
  readonly #options: SubmissionsOptions;
  readonly #crashPoints: CrashPoints;
  readonly #checks: SubmissionChecks;
  readonly #sender: SubmissionSender;
  readonly #open = new OpenWork<Open>();
  #stopping = false;

  constructor(options: SubmissionsOptions) {
    const { crashPoints = noCrashPoints, random = Math.random, onWork } = options;
    this.#options = options;
    this.#crashPoints = crashPoints;
    this.#checks = new SubmissionChecks(options);
    const outcomes = new SubmissionOutcomes({
      ...options,
      random,
      crashPoints,
      onWork: (kind) => onWork?.(kind),
    });
    this.#sender = new SubmissionSender({ ...options, crashPoints, outcomes });
  }

  /**
   * Accepts a request and sends it at once when a slot is free and nobody waits for one. The POST
   * does not end with its caller. Throws what SubmissionChecks.check and TaskStore.accept throw,
   * SHUTTING_DOWN, and RunwayRefused when Runway does not accept it: then there is no task and the
   * key is free again.
   */
  async submit(viewer: Viewer, request: SubmitRequest): Promise<Submitted> {
    const checked = await this.#checks.check(viewer, request);
    if ('answer' in checked) return checked.answer;
    if (this.#stopping) throw new GatewayError('SHUTTING_DOWN');
    const { task, replayed } = await this.#acceptAndSend(checked.newTask);
    return { task, estimate: task.estimate, replayed };
  }

  async #acceptAndSend(newTask: NewTask): Promise<{ task: Task; replayed: boolean }> {
    const { store, clock, log } = this.#options;
    const open: Open = {};
    return await this.#open.run(open, async () => {
      // The two commits are one, with nothing in between at which a process could die.
      this.#crashPoints.reach('beforeAcceptCommit');
      this.#crashPoints.reach('beforeSendingCommit');
      const { task, replayed, lease } = await store.accept(newTask, clock.now(), this.#rules());
      if (replayed) return { task, replayed };
      this.#crashPoints.reach('afterAcceptCommit', task.id);
      if (lease === undefined) return { task, replayed };
      this.#crashPoints.reach('afterSendingCommit', task.id);
      const sent = await this.#send(open, lease, 'inline').catch((error: unknown) => {
        // It is accepted all the same: an error would only make the caller buy it twice.
        log.error({ taskId: task.id, error }, 'an accepted request could not be sent at once');
        return { task };
      });
      if ('refused' in sent) throw sent.refused;
      const after = sent.task ?? (await store.findTask(task.tenantId, task.id)) ?? task;
      return { task: after, replayed };
    });
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
    const rules = this.#rules();
    const open: Open = {};
    const wasSent = await this.#open.run(open, async () => {
      this.#crashPoints.reach('beforeSendingCommit');
      const lease = await store.takeNextSubmission({
        ...rules,
        slotsOf: (pool) => {
          const free = this.#slotsOf(pool);
          looked.set(pool, free);
          return free;
        },
      });
      if (lease === undefined) return false;
      this.#crashPoints.reach('afterSendingCommit', lease.taskId);
      await this.#send(open, lease, 'background');
      return true;
    });
    if (wasSent) return true;
    for (const [pool, free] of looked) {
      if (free === null) continue;
      const reason = free === 0 ? 'RUNWAY_UNREACHABLE' : 'SLOT';
      await store.noteWaiting(pool, reason, { now: clock.now(), limit: NOTED_MAX });
    }
    return false;
  }

  /**
   * For the embedded store, which has one process: everything found "sending" at start belongs to
   * a process that is dead, and so does every lease to read. Call before the first submission.
   */
  async recoverAfterCrash(): Promise<readonly Task[]> {
    const { store, clock, log } = this.#options;
    const now = clock.now();
    const leasesEnded = new Date(now.getTime() + this.#leaseMs + 1);
    const tasks = await store.expireSending(now, leasesEnded);
    for (const { id } of tasks) log.error({ taskId: id }, 'a submission outlived its process');
    await store.endPollLeases(now);
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

  /** TakeRules.slotsOf: 0 while a breaker is open. */
  #slotsOf(pool: SlotPool): number | null {
    const { slots, breakers } = this.#options;
    return breakers.submitWaitMs(pool) > 0 ? 0 : slots.limitOf(pool);
  }

  #rules(): TakeRules {
    const now = this.#options.clock.now();
    const until = new Date(now.getTime() + this.#leaseMs);
    return { now, until, slotsOf: (pool) => this.#slotsOf(pool) };
  }

  async #send(open: Open, lease: SubmissionLease, mode: Mode): Promise<Sent> {
    const { store, clock } = this.#options;
    if (this.#stopping) {
      // Taken too late: nothing was sent, so that another node or the next start may.
      const until = clock.now().toISOString();
      return { task: await store.recordDeferred(lease, { reason: 'TURN', until }, clock.now()) };
    }
    open.lease = lease;
    return await this.#sender.send(lease, mode);
  }
}
