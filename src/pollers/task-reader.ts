import { backOffMs, READ_BACK_OFF } from '../domain/back-off.js';
import type { JsonValue } from '../domain/input/json.js';
import type { ReadOutcome } from '../domain/runway-answer.js';
import type { RunwayWords } from '../domain/runway-words.js';
import { doubtWaitMs, namesAnEnd, NO_DOUBT } from '../domain/task/doubt.js';
import type { Doubt, DoubtKind } from '../domain/task/doubt.js';
import { UNINTELLIGIBLE_FAILURE } from '../domain/task/failure.js';
import { READ_INTERVAL_MS } from '../domain/task/read-interval.js';
import { isBackward } from '../domain/task/task-advance.js';
import {
  isCancellable,
  isLiveUpstream,
  type CancellableKind,
  type Estimate,
  type Task,
  type TaskState,
} from '../domain/task/task.js';
import { UnreachableCase } from '../domain/unreachable-case.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import { tracedLog } from '../ports/telemetry/traced-log.js';
import type { PollLease } from '../ports/tasks/poll-store.js';
import type { RunwayApi } from '../ports/upstream/runway-api.js';
import type { Breakers } from '../services/upstream/breakers.js';
import { knownNames } from '../services/upstream/known-names.js';
import { Doubts } from './doubts.js';

/** Spreads reads that were started together; small, because subscribers wait for it. */
const JITTER_MS = 50;

/** A task that Runway has shown before is believed gone after so many reads in a row. */
const MISSING_READS_MAX = 3;

/** What a DELETE may take, and its answer's way: it must have ended when its lease does. */
const CANCEL_MS = 15_000;

/** Odd statuses that a node has told of; more than that is one line too many. */
const TOLD_MAX = 100;

export interface TaskReaderOptions {
  readonly runway: RunwayApi;
  readonly breakers: Breakers;
  readonly clock: Clock;
  readonly log: Logger;
  /** In [0, 1). */
  readonly random: () => number;
}

/** What one read is written down as. */
export interface Finding {
  readonly state: TaskState | null;
  readonly estimate: Estimate | null;
  readonly cost: number | null;
  readonly missingCount: number;
  readonly doubt: Doubt;
  readonly isGuess?: true;
  /** Until the next read at the earliest; it is measured from the end of this one. */
  readonly waitMs: number;
}

/** Reads one live task at Runway, cancels it there where that is wished, and says what was found. */
export class TaskReader {
  readonly #options: TaskReaderOptions;
  readonly #told = new Set<string>();
  readonly #doubts = new Doubts();
  /** Reads in a row that told nothing, by account: an outage is Runway's, not a task's. */
  readonly #unavailable = new Map<string, number>();

  constructor(options: TaskReaderOptions) {
    this.#options = options;
  }

  /** What Runway says of the task now. Rejects where that cannot be found out: nothing is recorded. */
  async read(lease: PollLease): Promise<Finding> {
    const { runwayAccount, runwayTaskKind, runwayTaskId, id } = lease.task;
    if (runwayTaskId === null) throw new Error(`The live task ${id} has no Runway id.`);
    const { runway, breakers } = this.#options;
    const read = await breakers.read({ runwayAccount, taskId: id }, () =>
      runway.readTask(runwayAccount, runwayTaskKind, runwayTaskId),
    );
    if (read === undefined) return this.#nothing(lease, this.#heldMs(runwayAccount));
    if (read.kind !== 'unavailable') this.#unavailable.delete(runwayAccount);
    switch (read.kind) {
      case 'state':
        return await this.#found(lease, runwayTaskId, read);
      case 'missing':
        return this.#missing(lease);
      case 'unavailable':
        return this.#failed(lease, read);
      default:
        throw new UnreachableCase(read);
    }
  }

  async #found(
    lease: PollLease,
    runwayTaskId: string,
    read: Extract<ReadOutcome, { kind: 'state' }>,
  ): Promise<Finding> {
    const { task, until } = lease;
    const { upstreamStatus } = read;
    if (read.state === undefined) {
      this.#tellOnce('warn', { upstreamStatus }, 'Runway named a status that is not known');
      const isEnd = namesAnEnd(upstreamStatus);
      return this.#doubted(lease, isEnd ? 'senseless' : 'unknown', `status ${upstreamStatus}`);
    }
    this.#doubts.clear(task.runwayAccount);
    if (isBackward(task.state, read.state)) {
      const fields = { taskId: task.id, status: task.state.status, upstreamStatus };
      this.#tellOnce('error', fields, 'a status went backwards and is ignored');
    }
    const finding: Finding = {
      state: withReason(read.state, read.words, task.input),
      estimate:
        read.estimatedCost === null ? null : { credits: read.estimatedCost, source: 'RUNWAY' },
      cost: read.cost,
      missingCount: 0,
      doubt: NO_DOUBT,
      waitMs: READ_INTERVAL_MS + this.#options.random() * JITTER_MS,
    };
    if (task.cancelRequestedAt === null) return finding;
    const { runwayTaskKind: kind } = task;
    // Deleting a task that has just succeeded would destroy a paid output.
    if (!isLiveUpstream(read.state.status) || !isCancellable(kind)) return finding;
    // A process that slept since the read no longer knows what there is to delete.
    if (this.#options.clock.now().getTime() + CANCEL_MS > until.getTime()) return finding;
    return (await this.#cancel(task, kind, runwayTaskId))
      ? { ...finding, state: CANCELLED }
      : finding;
  }

  /** False when Runway could not be told; the wish stays for the next read. */
  async #cancel(task: Task, kind: CancellableKind, runwayTaskId: string): Promise<boolean> {
    const { runway } = this.#options;
    const log = this.#logOf(task);
    try {
      await runway.deleteTask(task.runwayAccount, kind, runwayTaskId);
    } catch (error) {
      log.warn({ taskId: task.id, error }, 'a task could not be cancelled yet');
      return false;
    }
    // Deleted tasks cannot be read again, so what was charged stays unknown here.
    log.warn({ taskId: task.id }, 'a cancelled task leaves its cost unknown');
    return true;
  }

  #missing({ task, missingCount: before, doubt }: PollLease): Finding {
    const missingCount = before + 1;
    const isGone = missingCount >= MISSING_READS_MAX;
    const gone = task.cancelRequestedAt === null ? NOT_FOUND : CANCELLED;
    if (isGone) this.#logOf(task).warn({ taskId: task.id }, 'Runway no longer knows a live task');
    const waitMs = READ_INTERVAL_MS + this.#options.random() * JITTER_MS;
    return { ...NOTHING, state: isGone ? gone : null, missingCount, doubt, waitMs };
  }

  /** A whole answer that tells nothing: after some of them, the task is given up. */
  #doubted(lease: PollLease, kind: DoubtKind, detail: string): Finding {
    const { task } = lease;
    const { clock } = this.#options;
    const log = this.#logOf(task);
    // A status of its own says that Runway knows the task.
    const missingCount = kind === 'unknown' ? 0 : lease.missingCount;
    const { doubt, isPastHope } = this.#doubts.doubt(lease, kind, clock.now());
    const waitMs = doubtWaitMs(doubt) + this.#options.random() * JITTER_MS;
    if (!isPastHope) return { ...NOTHING, missingCount, doubt, waitMs };
    log.error({ taskId: task.id, detail, ...doubt }, 'a live task is given up: see adjustCost');
    return { ...NOTHING, state: UNINTELLIGIBLE, isGuess: true, missingCount, doubt, waitMs };
  }

  #failed(lease: PollLease, read: Extract<ReadOutcome, { kind: 'unavailable' }>): Finding {
    const { task } = lease;
    if (read.isSenseless) {
      this.#logOf(task).warn({ taskId: task.id, detail: read.detail }, 'a read told nothing');
      return this.#doubted(lease, 'senseless', read.detail);
    }
    const attempt = this.#unavailable.get(task.runwayAccount) ?? 0;
    this.#unavailable.set(task.runwayAccount, attempt + 1);
    this.#logOf(task).warn({ taskId: task.id, detail: read.detail }, 'a read told nothing');
    const isHeld = this.#options.breakers.readWaitMs(task.runwayAccount) > 0;
    const ownMs = isHeld
      ? this.#heldMs(task.runwayAccount)
      : backOffMs(READ_BACK_OFF, attempt, this.#options.random());
    return this.#nothing(lease, ownMs + (read.retryAfterMs ?? 0));
  }

  #nothing({ missingCount, doubt }: PollLease, waitMs: number): Finding {
    return { ...NOTHING, missingCount, doubt, waitMs };
  }

  /** Until the breaker lets the next probe through. */
  #heldMs(runwayAccount: string): number {
    const heldMs = this.#options.breakers.readWaitMs(runwayAccount);
    return Math.max(heldMs, READ_INTERVAL_MS) + this.#options.random() * JITTER_MS;
  }

  #logOf({ traceparent }: Task): Logger {
    return tracedLog(this.#options.log, traceparent);
  }

  #tellOnce(level: 'warn' | 'error', fields: object, message: string): void {
    const told = JSON.stringify(fields);
    if (this.#told.has(told) || this.#told.size >= TOLD_MAX) return;
    this.#told.add(told);
    this.#options.log[level](fields, message);
  }
}

/** A failure with Runway's own reason, where a client may be shown it. */
function withReason(state: TaskState, words: RunwayWords | null, input: JsonValue): TaskState {
  const runwayMessage = words?.passedOn(knownNames(input)) ?? null;
  if (state.status !== 'FAILED' || runwayMessage === null) return state;
  return { ...state, failure: { ...state.failure, runwayMessage } };
}

const NOTHING = { state: null, estimate: null, cost: null } as const;

const CANCELLED: TaskState = { status: 'CANCELLED' };

const UNINTELLIGIBLE: TaskState = { status: 'FAILED', failure: UNINTELLIGIBLE_FAILURE };

const NOT_FOUND: TaskState = {
  status: 'FAILED',
  failure: {
    code: 'RUNWAY_NOT_FOUND',
    message: 'Runway no longer knows the task.',
    retryable: false,
  },
};
