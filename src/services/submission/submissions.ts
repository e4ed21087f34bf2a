import type { AuditedMutation } from '../../domain/audit.js';
import type { Estimate, Task, WaitingFor } from '../../domain/task/task.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { textLength } from '../../domain/input/text-length.js';
import { GatewayError } from '../../errors.js';
import { noCrashPoints, type CrashPoints } from '../../ports/crash-points.js';
import type { Logger } from '../../ports/logger.js';
import type { RunwayApi } from '../../ports/upstream/runway-api.js';
import type { SlotPool } from '../../ports/dispatch/slot-pool.js';
import type { NewTask } from '../../ports/submission/new-task.js';
import type { SubmissionLease } from '../../ports/submission/submission-lease.js';
import type { TakeRules } from '../../ports/submission/submission-store.js';
import { LeasesInDoubt } from './leases-in-doubt.js';
import { OpenWork } from '../concurrency/open-work.js';
import { PoolLanes } from '../dispatch/pool-lanes.js';
import { RetryBudget } from '../upstream/retry-budget.js';
import { SubmissionChecks } from './submission-checks.js';
import type {
  ValidRequest,
  SubmissionChecksOptions,
  Submitted,
  SubmitRequest,
} from './submission-checks.js';
import { LEASE_MARGIN_MS, SubmissionOutcomes } from './submission-outcomes.js';
import type { Caller, Sent } from './submission-outcomes.js';
import { SubmissionSender } from './submission-sender.js';
import type { SubmissionStores } from './submission-stores.js';
import { logAccepted } from '../tasks/task-log.js';
import { OPEN_BYTES_LIMITS, OpenBytes } from './open-bytes.js';
import type { BytesClaim, OpenBytesLimits } from './open-bytes.js';
import { closedReason } from '../dispatch/waiting.js';
import { WaitingNotes } from '../dispatch/waiting-notes.js';

/**
 * 30 s. How long a mutation waits for Runway before it returns the task as QUEUED. The submission
 * goes on. The time is well below the deadline of an HTTP answer (see http/http-limits.ts).
 */
export const CALLER_WAITS_MS = 30_000;

/** Later than any lease ends. */
const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

/** Paid requests that one node has open at the same time; a new one beyond that is QUEUED. */
const OPEN_MAX = 256;

/** Accounts whose limits are read at once. Their submissions cannot be sent before. */
const LEARNT_AT_ONCE = 8;

/** Requests of one account and model that one node sends in the background. */
const POOL_LANES = 8;

export interface SubmissionsOptions extends SubmissionChecksOptions {
  readonly stores: SubmissionStores;
  readonly runway: RunwayApi;
  readonly log: Logger;
  /** Deadline of one POST, as configured in the RunwayApi; leases are derived from it. */
  readonly submitTimeoutMs: number;
  /** X-Runway-On-Behalf-Of for a tenant; null: not sent. */
  readonly onBehalfOf: (tenantId: string) => string | null;
  /** Called when a poll or a submission has become due earlier than the loops expect. */
  readonly onWork?: (kind: 'poll' | 'submission') => void;
  /** In [0, 1); only tests give another than Math.random. */
  readonly random?: () => number;
  readonly crashPoints?: CrashPoints;
  /** Only tests give others. */
  readonly openBytes?: OpenBytesLimits;
}

/**
 * Work that a stop waits for. It has its lease from the moment when a request may have been sent.
 */
interface Open {
  lease?: SubmissionLease;
  /** Whether it is an open call to Runway, or may become one. */
  maySend: boolean;
}

const NO_CALLER: Caller = { isWaiting: false };

/**
 * The one way in which a paid request reaches Runway: at most one POST per task that was not
 * answered 4xx or a Runway-shaped 503. "Sending" is committed before the POST; a sender that dies
 * leaves a lease behind. When that ends, the task becomes UNCONFIRMED. It never causes a second
 * POST.
 */
export class Submissions {
  readonly #options: SubmissionsOptions;
  readonly #crashPoints: CrashPoints;
  readonly #checks: SubmissionChecks;
  readonly #leases: LeasesInDoubt;
  readonly #sender: SubmissionSender;
  readonly #open = new OpenWork<Open>();
  readonly #stopped = new AbortController();
  readonly #lanes = new PoolLanes(POOL_LANES);
  readonly #bytes: OpenBytes;
  readonly #notes: WaitingNotes;
  #stopping = false;

  constructor(options: SubmissionsOptions) {
    const { crashPoints = noCrashPoints, random = Math.random, onWork } = options;
    this.#options = options;
    this.#crashPoints = crashPoints;
    this.#checks = new SubmissionChecks(options);
    this.#bytes = new OpenBytes(options.openBytes ?? OPEN_BYTES_LIMITS, () => {
      onWork?.('submission');
    });
    this.#notes = new WaitingNotes({ store: options.stores.waitingNotes, clock: options.clock });
    const retries = new RetryBudget(options.clock);
    const outcomes = new SubmissionOutcomes({
      ...options,
      retries,
      random,
      crashPoints,
      stopped: this.#stopped.signal,
      onWork: (kind) => onWork?.(kind),
    });
    this.#leases = new LeasesInDoubt({
      ...options,
      stopped: this.#stopped.signal,
      goOn: (work) => void this.#open.run({ maySend: false }, work),
      onWork: () => onWork?.('submission'),
    });
    this.#sender = new SubmissionSender({ ...options, crashPoints, outcomes, retries });
  }

  /**
   * Accepts a request and sends it at once when a slot is free and no request waits for one. The
   * POST does not end with its caller, who waits for it CALLER_WAITS_MS at most. Throws what
   * SubmissionChecks.check and SubmissionStore.accept throw, SHUTTING_DOWN, and RunwayRefused when
   * Runway does not accept it in that time: then the key is free again, and there is no task unless
   * another caller has been given it.
   */
  async submit(viewer: Viewer, request: SubmitRequest): Promise<Submitted> {
    const checked = await this.#checks.check(viewer, request);
    if ('answer' in checked) return checked.answer;
    if (this.#stopping) throw new GatewayError('SHUTTING_DOWN');
    const claim = this.#bytes.claimFor(textLength(checked.newTask.request.body));
    const { task, replayed } = await this.#acceptAndSend(checked.newTask, claim);
    return { task, estimate: task.estimate, replayed };
  }

  /** Without a claim the request is only accepted, and waits for its turn. */
  async #acceptAndSend(
    newTask: NewTask,
    claim: BytesClaim | undefined,
  ): Promise<{ task: Task; replayed: boolean }> {
    const { stores, clock } = this.#options;
    const accepting: Open = { maySend: true };
    let isSending = false;
    const accepted = this.#open.run(accepting, async () => {
      // Accepting and taking are one commit, so a process cannot die between them.
      this.#crashPoints.reach('beforeAcceptCommit');
      this.#crashPoints.reach('beforeSendingCommit');
      const rules = this.#rules();
      const isSenderFull = rules.isSenderFull === true || claim === undefined;
      const { task, replayed, lease } = await this.#leases.ask(
        { ...rules, isSenderFull },
        newTask.idempotency === null,
        (all) => stores.submissions.accept(newTask, clock.now(), all),
      );
      if (replayed) return { task, replayed };
      logAccepted(this.#options.log, task);
      this.#crashPoints.reach('afterAcceptCommit', task.id);
      if (lease === undefined) return { task, replayed };
      this.#crashPoints.reach('afterSendingCommit', task.id);
      accepting.maySend = false;
      isSending = true;
      return { task: await this.#sendWhileWaiting(task, lease, claim, newTask.audit), replayed };
    });
    return await accepted.finally(() => {
      if (!isSending) claim?.end();
    });
  }

  /** The task after Runway's answer, or its present state if the answer takes too long. */
  async #sendWhileWaiting(
    task: Task,
    lease: SubmissionLease,
    claim: BytesClaim | undefined,
    audit: AuditedMutation | undefined,
  ): Promise<Task> {
    const { stores, clock, log } = this.#options;
    const caller = { isWaiting: true, audit };
    const open: Open = { maySend: true };
    const done = new AbortController();
    const sending = this.#open
      .run(open, () => this.#send(open, lease, caller))
      .catch((error: unknown): Sent => {
        // The request is accepted all the same: after an error the caller would buy it twice.
        log.error({ taskId: task.id, error }, 'an accepted request could not be sent at once');
        return { task };
      })
      .finally(() => {
        // Without a reason Node would make an error for it.
        done.abort(null);
        claim?.end();
      });
    const waiting = clock.sleep(CALLER_WAITS_MS, done.signal).then(async (): Promise<Sent> => {
      if (done.signal.aborted) return await sending;
      caller.isWaiting = false;
      const given = await stores.tasks.giveOut(task.tenantId, task.id).catch((error: unknown) => {
        log.error({ taskId: task.id, error }, 'a task is answered with as it was accepted');
        return task;
      });
      // The task is gone: Runway has just refused the request.
      return given === undefined ? await sending : { task: given };
    });
    const sent = await Promise.race([sending, waiting]);
    if ('refused' in sent) throw sent.refused;
    return sent.task ?? (await stores.tasks.findTask(task.tenantId, task.id)) ?? task;
  }

  /** The maximum expected cost of a request. Throws what SubmissionChecks.estimate throws. */
  async estimate(viewer: Viewer, request: ValidRequest): Promise<Estimate> {
    return await this.#checks.estimate(viewer, request);
  }

  /**
   * Whether the tenant's request for Runway's model (null: Runway chooses) would be QUEUED for a
   * while instead of being sent at once, as far as that is known without asking Runway.
   */
  async wouldWait(tenantId: string, model: string | null): Promise<boolean> {
    const { stores, clock, accounts } = this.#options;
    const pool = { runwayAccount: accounts.of(tenantId), model };
    const slots = this.#slotsOf(pool);
    return slots === 0 || (await stores.queue.isPoolTaken(pool, slots, clock.now()));
  }

  /** Takes the next submission that is due and may go, and sends it; false when there was none. */
  async sendNext(): Promise<boolean> {
    if (this.#stopping) return false;
    const open: Open = { maySend: true };
    return await this.#open.run(open, () => this.#takeAndSend(open));
  }

  /** Whether `sendNext` has found a waiting reason that tasks do not show yet. */
  get hasReasonsToTell(): boolean {
    return this.#notes.hasNews;
  }

  /**
   * Writes to some queued tasks why `sendNext` did not take them. Returns whether other tasks are
   * left.
   */
  async tellReasons(signal: AbortSignal): Promise<boolean> {
    return await this.#notes.tell(signal);
  }

  async #takeAndSend(open: Open): Promise<boolean> {
    const { stores, slots, accounts } = this.#options;
    await slots.learn(accounts.operator);
    if (this.#stopping) return false;
    const unlearnt = new Set<string>();
    const waiting = new Map<SlotPool, WaitingFor>();
    const lane = this.#lanes.open();
    const claim = this.#bytes.claimNext();
    const rules: TakeRules = {
      ...this.#rules(),
      ...(claim.bytesMax !== null && { requestBytesMax: claim.bytesMax }),
      slotsOf: (pool) => {
        if (!lane.claim(pool)) return 0;
        if (!slots.isLearnt(pool.runwayAccount)) {
          unlearnt.add(pool.runwayAccount);
          return 0;
        }
        const free = this.#slotsOf(pool);
        const reason = free === 0 ? closedReason(this.#options.breakers, pool) : 'SLOT';
        if (free !== null) waiting.set(pool, { reason, until: null });
        return free;
      },
      onHeld: (pool, waitingFor) => waiting.set(pool, waitingFor),
    };
    try {
      this.#crashPoints.reach('beforeSendingCommit');
      const lease = await this.#leases.ask(rules, false, (all) =>
        stores.submissions.takeNextSubmission(all),
      );
      if (lease !== undefined) {
        lane.keep(lease);
        claim.shrinkTo(textLength(lease.request.body));
        this.#notes.unblock(lease);
        this.#crashPoints.reach('afterSendingCommit', lease.taskId);
        await this.#send(open, lease, NO_CALLER);
        return true;
      }
    } finally {
      lane.end();
      claim.end();
    }
    this.#notes.block(waiting);
    const toLearn = [...unlearnt].slice(0, LEARNT_AT_ONCE);
    await Promise.all(toLearn.map((account) => slots.learn(account)));
    return toLearn.length > 0;
  }

  /**
   * For the embedded store, which has one process: everything found "sending" at start belongs to
   * a process that is dead. Call before the first submission.
   */
  async recoverAfterCrash(): Promise<readonly Task[]> {
    const { stores, clock, log } = this.#options;
    const now = clock.now();
    const tasks = await stores.submissions.expireSending(now, END_OF_TIME);
    for (const { id } of tasks) log.error({ taskId: id }, 'a submission outlived its process');
    return tasks;
  }

  /**
   * Accepts nothing more, waits up to `deadlineMs` for open submissions and records the rest as
   * UNCONFIRMED. Resolves after the last write.
   */
  async drain(deadlineMs: number): Promise<void> {
    const { stores, clock, log } = this.#options;
    this.#stopping = true;
    const done = new AbortController();
    await Promise.race([this.#open.settled(), clock.sleep(deadlineMs, done.signal)]);
    done.abort();
    const leases = this.#open.items().flatMap(({ lease }) => lease ?? []);
    const writes = leases.map(async (lease) => {
      log.error({ taskId: lease.taskId }, 'stopped while a submission was open');
      await stores.outcomes.recordUnconfirmed(lease, 'the gateway stopped', clock.now());
    });
    // What cannot be written now becomes UNCONFIRMED when its lease runs out, or at the next start.
    for (const write of await Promise.allSettled(writes)) {
      if (write.status === 'fulfilled') continue;
      const error: unknown = write.reason;
      log.error({ error }, 'an open submission was not recorded');
    }
    this.#stopped.abort();
  }

  /** TakeRules.slotsOf: 0 while a breaker is open. */
  #slotsOf(pool: SlotPool): number | null {
    const { slots, breakers } = this.#options;
    return breakers.submitWaitMs(pool) > 0 ? 0 : slots.limitOf(pool);
  }

  #rules(): TakeRules {
    const { clock, submitTimeoutMs } = this.#options;
    const now = clock.now();
    const until = new Date(now.getTime() + submitTimeoutMs + LEASE_MARGIN_MS);
    const isSenderFull = this.#sendersOpen >= OPEN_MAX;
    return { now, until, isSenderFull, slotsOf: (pool) => this.#slotsOf(pool) };
  }

  /** Open calls, and work that may become one. */
  get #sendersOpen(): number {
    return this.#open.items().filter(({ maySend }) => maySend).length;
  }

  async #send(open: Open, lease: SubmissionLease, caller: Caller): Promise<Sent> {
    const { stores, clock } = this.#options;
    if (this.#stopping) {
      // Taken too late: nothing was sent, so that another node or the next start may.
      const now = clock.now();
      const waitingFor = { reason: 'TURN', until: now.toISOString() } as const;
      if (lease.poolRefusals !== null) await stores.holds.endProbe(lease, false);
      return { task: await stores.outcomes.recordDeferred(lease, waitingFor, now) };
    }
    open.lease = lease;
    return await this.#sender.send(lease, caller);
  }
}
