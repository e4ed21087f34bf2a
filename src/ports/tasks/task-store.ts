import type { AuditedMutation } from '../../domain/audit.js';
import type { Doubt } from '../../domain/task/doubt.js';
import type { JsonValue } from '../../domain/input/json.js';
import type { RunwayTaskState } from '../../domain/runway-answer.js';
import type {
  Estimate,
  Failure,
  Output,
  RunwayTaskKind,
  Task,
  TaskState,
  TaskStatus,
  WaitingFor,
} from '../../domain/task/task.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { ResourceKind } from '../../domain/resource/kinds.js';
import type { RunwayRequest } from '../upstream/runway-api.js';
import type { LeasedTask } from './leased-task.js';

/** What Runway will make of a submission and keep for its tenant. */
export interface Creation {
  readonly kind: ResourceKind;
  /** A router's slug as the tenant knows it, and as Runway does; null for everything else. */
  readonly alias: string | null;
  readonly runwaySlug: string | null;
  /** The own avatar that a live session is with; null for everything else. */
  readonly avatarId: string | null;
}

/** A checked request that a viewer wants done. */
export interface NewTask {
  readonly id: string;
  readonly tenantId: string;
  /** Viewer.subject of the creator. */
  readonly createdBy: string;
  readonly operation: string;
  readonly sdkMethod: SdkMethod;
  readonly runwayTaskKind: RunwayTaskKind;
  readonly runwayAccount: string;
  readonly model: string | null;
  readonly label: string | null;
  /** The original GraphQL input; stored, and shown from then on, without its data URIs. */
  readonly input: JsonValue;
  /** Stored whole until it has been sent or will not be, then without data URIs and secrets. */
  readonly request: RunwayRequest;
  readonly estimate: Estimate;
  /** Null for what stays nowhere but in the task, as media do. */
  readonly creates: Creation | null;
  /** Null when the caller gave no idempotency key. */
  readonly idempotency: {
    readonly key: string;
    /** SHA-256 (hex) of operation, normalised input and label. */
    readonly fingerprint: string;
    readonly expiresAt: Date;
  } | null;
  /** More tasks that are QUEUED or live than this are not accepted; without it any number is. */
  readonly liveTasksMax?: number;
  /**
   * Nor is it when requests of the tenant that wait or are being sent take more bytes than this.
   */
  readonly storedBytesMax?: number;
  /** A task that would have to wait beside so many queued ones is not accepted. */
  readonly queuedTasksMax?: number;
  /** The token with a budget of its own that it is made with; absent for all others. */
  readonly tokenBudget?: TokenBudget;
  /** Whose record is written with it. */
  readonly audit?: AuditedMutation | undefined;
}

/** What all tasks of one token may cost together, counted like any budget. */
export interface TokenBudget {
  readonly tokenId: string;
  readonly creditsMax: number;
  /** When the token ends: what is counted for it need not be kept after that. */
  readonly expiresAt: Date;
}

/** The outcome of a request. */
export interface Acceptance {
  readonly task: Task;
  /** Whether it is the first task of the idempotency key, and nothing was written. */
  readonly replayed: boolean;
  /** To be sent by the caller, under the rules that it gave; undefined: it is not. */
  readonly lease: SubmissionLease | undefined;
}

/** The right to send one submission once. A write under a stale fence changes nothing. */
export interface SubmissionLease {
  readonly submissionId: string;
  readonly taskId: string;
  readonly tenantId: string;
  readonly operation: string;
  readonly sdkMethod: SdkMethod;
  readonly runwayAccount: string;
  readonly model: string | null;
  readonly request: RunwayRequest;
  /** NewTask.input, without its data URIs. */
  readonly input: JsonValue;
  /** What it was accepted with. */
  readonly estimate: Estimate;
  /** NewTask.creates. */
  readonly creates: Creation | null;
  readonly fence: number;
  /** When it ends: nothing may be sent that could still be open then. */
  readonly until: Date;
  /** Times this submission was taken before; 0 on the first. */
  readonly attempt: number;
  /**
   * 429s in a row that its pool has met, where it goes first to see whether they are over; null:
   * its pool is not held. See PoolHoldStore.
   */
  readonly poolRefusals: number | null;
  /** Absent where the store has not written the task. */
  readonly leased?: LeasedTask;
}

/** Tasks that share concurrency slots at Runway: those of one account and model. */
export interface SlotPool {
  readonly runwayAccount: string;
  /** Null where Runway chooses it: such tasks are in no model's slots until it has. */
  readonly model: string | null;
}

/** Under what rules a submission is taken for sending. */
export interface TakeRules {
  readonly now: Date;
  readonly until: Date;
  /**
   * How many tasks of a pool may be on their way to Runway or live there; null: no limit is known;
   * 0: nothing may be sent just now. Without it nothing is limited. Called with locks held, so it
   * answers from memory.
   */
  readonly slotsOf?: (pool: SlotPool) => number | null;
  /**
   * Nothing is taken whose request, as JSON in UTF-8, is larger, and nothing larger than
   * SMALL_REQUEST_BYTES; without it anything is.
   */
  readonly requestBytesMax?: number;
  /** The sender has as much under way as it may: a new task waits for its TURN. */
  readonly isSenderFull?: boolean;
  /**
   * Told of a lease before it is committed. It counts when the call resolves with it; when the call
   * rejects with STORE_UNAVAILABLE it may have been given all the same.
   */
  readonly onLease?: (lease: SubmissionLease) => void;
  /** Told of pools with due submissions that Runway takes nothing more of for a while. */
  readonly onHeld?: (pool: SlotPool, waitingFor: WaitingFor) => void;
}

/** How far a pool's queue has been gone through, in the order in which it is due. */
export interface QueuePlace {
  readonly dueAt: Date;
  readonly submissionId: string;
}

/** The right to read one live task upstream once. */
export interface PollLease {
  readonly task: Task;
  readonly fence: number;
  readonly until: Date;
  /** When the read was due. */
  readonly dueAt: Date;
  /** Consecutive reads that found nothing. */
  readonly missingCount: number;
  /** What reads so far have left open. */
  readonly doubt: Doubt;
  readonly leased?: LeasedTask;
}

/** A read after which a viewer sees the same task as before. */
export interface UnchangedRead {
  readonly lease: PollLease;
  readonly missingCount: number;
  readonly nextPollAt: Date;
}

export interface TaskFilter {
  /** At most a few dozen; they are looked at one by one. */
  readonly ids?: readonly string[];
  readonly statuses?: readonly TaskStatus[];
  readonly operations?: readonly string[];
  readonly models?: readonly string[];
  readonly labels?: readonly string[];
  readonly createdFrom?: Date;
  readonly createdBefore?: Date;
}

/** Newest first: (createdAt, id) descending. */
export interface TaskPage {
  readonly tasks: readonly Task[];
  readonly hasNextPage: boolean;
}

export interface StoredEvent {
  /**
   * Per tenant from 1, in commit order: taken in the event's own transaction. Numbers are missing
   * only where a task was discarded or deleted, whose events go with it.
   */
  readonly number: number;
  /** The task as it was at the event. */
  readonly task: Task;
}

/**
 * The life of tasks, durable. Every method that says nothing else is one transaction. A state
 * change writes the row and its event together and wakes listeners; methods that can lose a race
 * return undefined and then have changed nothing. `now` comes from the caller's clock everywhere.
 */
export interface TaskStore {
  /**
   * Writes idempotency row, task QUEUED, submission, reservation and event. With `rules` the
   * submission is taken in the same transaction (see `takeNextSubmission`), unless no slot is free
   * (SLOT), another task has waited longer (TURN), Runway is not being called
   * (RUNWAY_UNREACHABLE) or its pool is held (the hold's reason): then the task says so and waits.
   * Without them it waits for its turn.
   *
   * The same key with the same fingerprint returns the first task as replayed; another fingerprint
   * throws IDEMPOTENCY_KEY_REUSED, and a key whose task was deleted CONFLICT: a key buys once.
   * Throws BUDGET_EXCEEDED, TENANT_STOPPED, TOO_MANY_LIVE_TASKS, TOO_MANY_QUEUED_TASKS and
   * TOO_MANY_STORED_BYTES; then nothing was written, the key included. Text that cannot be stored
   * (NUL, half a surrogate pair) throws BAD_USER_INPUT.
   */
  accept(task: NewTask, now: Date, rules?: TakeRules): Promise<Acceptance>;

  /**
   * queued → sending under a new fence, committed on return: the next due submission whose pool has
   * a free slot and is not held, tenants in turn (the one served longest ago first). Over all nodes
   * no pool is ever given more slots than `slotsOf` says.
   */
  takeNextSubmission(rules: TakeRules): Promise<SubmissionLease | undefined>;
  /**
   * Looks at the next `limit` tasks of a pool that are due, in that order, and lets them say why
   * they wait where they do not yet; not those of tenants that are stopped. Commits tenant by
   * tenant.
   */
  noteWaiting(
    pool: SlotPool,
    waitingFor: WaitingFor,
    batch: {
      readonly now: Date;
      /** Only what has been due since then. */
      readonly dueUntil: Date;
      readonly limit: number;
      /** Where the last batch has come to; null: at the front. */
      readonly after: QueuePlace | null;
    },
  ): Promise<{
    readonly told: number;
    readonly reached: QueuePlace | null;
    /** Whether nothing more is due. */
    readonly isEnd: boolean;
  }>;
  /**
   * At most `limit` due tasks of tenants that are stopped say so, and as many of tenants that are
   * no longer wait for their TURN. Returns how many were told. Commits tenant by tenant.
   */
  noteStopped(batch: {
    readonly now: Date;
    readonly limit: number;
  }): Promise<{ readonly stopped: number; readonly resumed: number }>;
  /**
   * Moves what is queued for the operator to this account of the operator's: Runway has none of it
   * yet. What is queued for a tenant's own account stays.
   * What another client holds at this moment stays.
   * Returns how many there were.
   */
  moveQueued(runwayAccount: string): Promise<number>;
  /**
   * Whether a new task would have to wait as things stand: the pool is held, of its slots (null: no
   * limit) none is free, or another task waits for one.
   */
  isPoolTaken(pool: SlotPool, slots: number | null, now: Date): Promise<boolean>;
  /**
   * sending → submitted: the task takes `state`. A live one is first read at `pollDueAt`; a settled
   * one is settled in the same transaction, with `cost`. What it has made (`resource`, where Runway
   * gave it an id) belongs to the task's tenant and creator from the same transaction on; what
   * has an owner already keeps that owner. Also out of unconfirmed under the same fence: an
   * answer that comes after the lease ran out still names the task. So it does where an operator
   * has decided the outcome of the request meanwhile (SettlementStore): a settled task is live
   * again, with a new event, and one that was followed under another id is followed under its own.
   * Of a task that is deleted by now, the charge is booked, and undefined returned.
   */
  recordAccepted(
    lease: SubmissionLease,
    answer: {
      readonly runwayTaskId: string | null;
      readonly estimate: Estimate | null;
      readonly model: string | null;
      readonly state: RunwayTaskState;
      /** Credits of a settled task; null while it is live, and when unknowable. */
      readonly cost: number | null;
      /** Null when the state is settled. */
      readonly pollDueAt: Date | null;
      readonly resource: Creation | null;
    },
    now: Date,
  ): Promise<Task | undefined>;
  /**
   * sending → queued again: provably not accepted. Due at `waitingFor.until`. A task that is wished
   * to be cancelled is CANCELLED instead; one that is unconfirmed by now, under the same fence, is
   * FAILED at no cost, because its owner may have bought it again.
   */
  recordDeferred(
    lease: SubmissionLease,
    waitingFor: WaitingFor & { readonly until: string },
    now: Date,
  ): Promise<Task | undefined>;
  /**
   * sending → refused: task FAILED at no cost. Also out of unconfirmed under the same fence, and
   * where an operator has said meanwhile that it has an id.
   */
  recordRefused(lease: SubmissionLease, failure: Failure, now: Date): Promise<Task | undefined>;
  /**
   * sending → gone: the caller gets an error instead of a task, and the idempotency key is free
   * again. A task that a caller has been given, or that is unconfirmed by now, stays: FAILED with
   * `failure` at no cost. False when the fence was stale. The audit log tells of the refusal in the
   * same transaction, where `audit` is the mutation that was accepted.
   */
  discard(
    lease: SubmissionLease,
    failure: Failure,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<boolean>;
  /**
   * The task, for one who may not lose it again: from now on `discard` keeps it. A replay and
   * `findReplay` do the same. Undefined when there is no such task.
   */
  giveOut(tenantId: string, id: string): Promise<Task | undefined>;
  /** sending → unconfirmed: never sent again by itself. */
  recordUnconfirmed(lease: SubmissionLease, detail: string, now: Date): Promise<Task | undefined>;
  /**
   * Every submission whose sender's lease has run out before `leaseEndedBefore` (without it, `now`)
   * becomes unconfirmed, each in a transaction of its own. Returns those tasks.
   */
  expireSending(now: Date, leaseEndedBefore?: Date): Promise<readonly Task[]>;

  /**
   * Live tasks whose read is due, leased until `until`; no other node gets them meanwhile. Of each
   * Runway account those that are due longest, `limit` less what `open` counts for it.
   */
  takeDuePolls(lease: {
    readonly now: Date;
    readonly until: Date;
    readonly limit: number;
    /** Reads that the caller has open, by account; an account that is absent has none. */
    readonly open?: ReadonlyMap<string, number>;
  }): Promise<readonly PollLease[]>;
  /**
   * Ends the poll leases of reads that changed nothing, in one statement. Returns the ids of the
   * tasks that it wrote; a row that is locked, has settled or has another fence is left out.
   */
  recordUnchangedReads(reads: readonly UnchangedRead[], now: Date): Promise<ReadonlySet<string>>;
  /**
   * Ends a poll lease: writes the state if it goes forward (a settled task never changes, a status
   * never goes back) and sets the next read. Returns the task as it now stands, undefined when the
   * fence was stale.
   */
  recordRead(
    lease: PollLease,
    read: {
      readonly state: TaskState | null;
      readonly estimate: Estimate | null;
      readonly cost: number | null;
      readonly missingCount: number;
      /** Without it there is none. */
      readonly doubt?: Doubt;
      /** Whether `state` is what the gateway has decided for want of an answer that makes sense. */
      readonly isGuess?: boolean;
      readonly nextPollAt: Date;
    },
    now: Date,
  ): Promise<Task | undefined>;
  /**
   * Ends every poll lease: the holders are known to be dead. The tasks are due as soon as Runway
   * lets them be read again. Returns how many there were.
   */
  endPollLeases(now: Date): Promise<number>;
  /**
   * Takes the right to read a settled task's outputs again; false while the last read of the task,
   * by whichever node, is less than 5 s old.
   */
  takeOutputRead(taskId: string, now: Date): Promise<boolean>;
  /** New addresses of a SUCCEEDED task's files: no event, because nothing happened to the task. */
  recordOutputs(taskId: string, output: readonly Output[]): Promise<Task | undefined>;
  /** When the next poll or submission of any tenant is due; null when none waits. */
  nextDueAt(kind: 'poll' | 'submission'): Promise<Date | null>;

  findTask(tenantId: string, id: string): Promise<Task | undefined>;
  findTaskByKey(tenantId: string, idempotencyKey: string): Promise<Task | undefined>;
  /** The task that `accept` would replay for this key and fingerprint. */
  findReplay(
    tenantId: string,
    idempotencyKey: string,
    fingerprint: string,
  ): Promise<Task | undefined>;
  listTasks(
    tenantId: string,
    filter: TaskFilter,
    page: {
      readonly first: number;
      readonly after: { readonly createdAt: Date; readonly id: string } | null;
    },
  ): Promise<TaskPage>;
  /**
   * Records the wish to cancel. A queued task is CANCELLED at once and never sent; a live one is
   * read once more by the poller and then cancelled upstream. A settled or unconfirmed one is
   * returned unchanged. Undefined when there is no such task.
   */
  requestCancel(
    tenantId: string,
    id: string,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<Task | undefined>;
  /**
   * Hides a settled task for ever and forgets its input, output and events. Returns it as it was;
   * undefined when there is none or it is not settled.
   */
  deleteTask(
    tenantId: string,
    id: string,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<Task | undefined>;

  /** Events after `after` in order, at most `limit`, of one task or of all the tenant's. */
  listEvents(
    tenantId: string,
    query: { readonly after: number; readonly limit: number; readonly taskId?: string },
  ): Promise<readonly StoredEvent[]>;
  /**
   * Those of these tasks that the tenant has and that have not settled. `listEvents` finds every
   * event that there will be of the others, when it is asked after this.
   */
  listUnsettled(tenantId: string, ids: readonly string[]): Promise<readonly string[]>;
  /**
   * The tenant's newest event number, and the oldest number after which nothing is lost: a cursor
   * is good when it is at least `oldest`. Both are 0 for a tenant without events.
   */
  eventRange(tenantId: string): Promise<{ readonly newest: number; readonly oldest: number }>;
}
