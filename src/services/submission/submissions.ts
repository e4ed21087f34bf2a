import type { AuditedMutation } from '../../domain/audit.js';
import { textLength } from '../../domain/input/text-length.js';
import type { Estimate, Task } from '../../domain/task/task.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { LATE, within } from '../../concurrency/within.js';
import { GatewayError } from '../../errors.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { Clock } from '../../ports/clock.js';
import type { CrashPoints } from '../../ports/crash-points.js';
import type { QueueStore } from '../../ports/dispatch/queue-store.js';
import type { Logger } from '../../ports/logger.js';
import { tracedLog } from '../../ports/telemetry/traced-log.js';
import type { NewTask } from '../../ports/submission/new-task.js';
import type { SubmissionLease } from '../../ports/submission/submission-lease.js';
import type { SubmissionStore } from '../../ports/submission/submission-store.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import type { PreparedInputs } from '../lineage/prepared-inputs.js';
import { inputWaitEnd } from '../dispatch/waiting.js';
import { logAccepted } from '../tasks/task-log.js';
import type { LeasesInDoubt } from './leases-in-doubt.js';
import type { BytesClaim, OpenBytes } from './open-bytes.js';
import type { OpenSubmissions } from './open-submissions.js';
import type { SendingRules } from './sending-rules.js';
import type {
  SubmissionChecks,
  Submitted,
  SubmitRequest,
  ValidRequest,
} from './submission-checks.js';
import type { Caller, Sent } from './submission-outcomes.js';
import type { SubmissionSender } from './submission-sender.js';

/**
 * 30 s. How long a mutation waits for Runway before it returns the task as QUEUED. The submission
 * goes on. The time is well below the deadline of an HTTP answer (see http/http-limits.ts).
 */
export const CALLER_WAITS_MS = 30_000;

export interface SubmissionsOptions {
  readonly stores: {
    readonly submissions: SubmissionStore;
    readonly queue: QueueStore;
    readonly tasks: TaskStore;
  };
  readonly accounts: AccountRoutes;
  readonly checks: SubmissionChecks;
  readonly rules: SendingRules;
  readonly leases: LeasesInDoubt;
  readonly inputs: PreparedInputs;
  readonly sender: SubmissionSender;
  readonly open: OpenSubmissions;
  readonly bytes: OpenBytes;
  readonly clock: Clock;
  readonly log: Logger;
  readonly crashPoints: CrashPoints;
}

/**
 * The one way in which a paid request reaches Runway: at most one POST per task that was not
 * answered 4xx or a Runway-shaped 503. "Sending" is committed before the POST; a sender that dies
 * leaves a lease behind. When that ends, the task becomes UNCONFIRMED. It never causes a second
 * POST. What waits for its turn is sent by QueuedSubmissions, with the same sender.
 */
export class Submissions {
  readonly #options: SubmissionsOptions;

  constructor(options: SubmissionsOptions) {
    this.#options = options;
  }

  /**
   * Accepts a request and sends it at once when a slot is free and no request waits for one. The
   * POST does not end with its caller, who waits for it CALLER_WAITS_MS at most. Throws what
   * SubmissionChecks.check and SubmissionStore.accept throw, SHUTTING_DOWN, and RunwayRefused when
   * Runway does not accept it in that time: then the key is free again, and there is no task unless
   * another caller has been given it.
   */
  async submit(viewer: Viewer, request: SubmitRequest): Promise<Submitted> {
    const { checks, open, bytes } = this.#options;
    const checked = await checks.check(viewer, request);
    if ('answer' in checked) return checked.answer;
    if (open.isStopping) throw new GatewayError('SHUTTING_DOWN');
    const claim = bytes.claimFor(textLength(checked.newTask.request.body));
    const { newTask } = checked;
    const isReady = await this.#isReady(newTask);
    const { task, replayed } = await this.#acceptAndSend(newTask, claim, isReady);
    if (!isReady && !replayed) await this.#prepare(newTask);
    return { task, estimate: task.estimate, replayed };
  }

  /** The maximum expected cost of a request. Throws what SubmissionChecks.estimate throws. */
  async estimate(viewer: Viewer, request: ValidRequest): Promise<Estimate> {
    return await this.#options.checks.estimate(viewer, request);
  }

  /**
   * Whether the tenant's request for Runway's model (null: Runway chooses) would be QUEUED for a
   * while instead of being sent at once, as far as that is known without asking Runway.
   */
  async wouldWait(tenantId: string, model: string | null): Promise<boolean> {
    const { stores, clock, accounts, rules } = this.#options;
    const pool = { runwayAccount: accounts.of(tenantId), model };
    const slots = rules.slotsOf(pool);
    return slots === 0 || (await stores.queue.isPoolTaken(pool, slots, clock.now()));
  }

  /** Whether everything that the request is made from is there. */
  async #isReady(newTask: NewTask): Promise<boolean> {
    const { inputs } = this.#options;
    return await inputs.areReady(newTask);
  }

  /** Does not reject: what is accepted is prepared at the latest when its turn comes. */
  async #prepare({ request, ...newTask }: NewTask): Promise<void> {
    const { inputs, log } = this.#options;
    await inputs.prepare(newTask, request.body, newTask.id).catch((error: unknown) => {
      log.warn({ taskId: newTask.id, error }, 'what a task is made from is uploaded later');
    });
  }

  /** Without a claim, or while it is not ready, the request is only accepted, and waits. */
  async #acceptAndSend(
    newTask: NewTask,
    claim: BytesClaim | undefined,
    isReady: boolean,
  ): Promise<{ task: Task; replayed: boolean }> {
    const { log, open, crashPoints } = this.#options;
    let isSending = false;
    const accepted = open.run(true, async (accepting) => {
      const { task, replayed, lease } = await this.#accept(newTask, claim !== undefined, isReady);
      if (replayed) return { task, replayed };
      logAccepted(log, task);
      crashPoints.reach('afterAcceptCommit', task.id);
      if (lease === undefined) return { task, replayed };
      crashPoints.reach('afterSendingCommit', task.id);
      accepting.maySend = false;
      isSending = true;
      return { task: await this.#sendWhileWaiting(task, lease, claim, newTask.audit), replayed };
    });
    return await accepted.finally(() => {
      if (!isSending) claim?.end();
    });
  }

  /** Accepting and taking are one commit, so a process cannot die between them. */
  async #accept(newTask: NewTask, mayBeSent: boolean, isReady: boolean) {
    const { stores, clock, leases, crashPoints } = this.#options;
    crashPoints.reach('beforeAcceptCommit');
    crashPoints.reach('beforeSendingCommit');
    const rules = this.#options.rules.atPresent();
    const given = {
      ...rules,
      isSenderFull: rules.isSenderFull === true || !mayBeSent,
      ...(!isReady && { inputUntil: inputWaitEnd(rules.now) }),
    };
    return await leases.ask(given, newTask.idempotency === null, (all) =>
      stores.submissions.accept(newTask, clock.now(), all),
    );
  }

  /** The task after Runway's answer, or its present state if the answer takes too long. */
  async #sendWhileWaiting(
    task: Task,
    lease: SubmissionLease,
    claim: BytesClaim | undefined,
    audit: AuditedMutation | undefined,
  ): Promise<Task> {
    const { stores, clock } = this.#options;
    const caller = { isWaiting: true, audit };
    const sending = this.#send(task, lease, caller).finally(() => {
      claim?.end();
    });
    let sent = await within(CALLER_WAITS_MS, clock, sending);
    if (sent === LATE) {
      caller.isWaiting = false;
      sent = await Promise.race([sending, this.#giveOut(task, sending)]);
    }
    if ('refused' in sent) throw sent.refused;
    return sent.task ?? (await stores.tasks.findTask(task.tenantId, task.id)) ?? task;
  }

  /** Does not reject: the request is accepted, and after an error the caller would buy it twice. */
  async #send(task: Task, lease: SubmissionLease, caller: Caller): Promise<Sent> {
    const { open, sender } = this.#options;
    try {
      return await open.run(true, (submission) => sender.send(submission, lease, caller));
    } catch (error) {
      this.#logOf(task).error(
        { taskId: task.id, error },
        'an accepted request could not be sent at once',
      );
      return { task };
    }
  }

  /** The task as it stands, which does not vanish from here on. */
  async #giveOut(task: Task, sending: Promise<Sent>): Promise<Sent> {
    const { stores } = this.#options;
    const given = await stores.tasks.giveOut(task.tenantId, task.id).catch((error: unknown) => {
      this.#logOf(task).error(
        { taskId: task.id, error },
        'a task is answered with as it was accepted',
      );
      return task;
    });
    // The task is gone: Runway has just refused the request.
    return given === undefined ? await sending : { task: given };
  }

  #logOf({ traceparent }: Task): Logger {
    return tracedLog(this.#options.log, traceparent);
  }
}
