import type { Task } from '../../domain/task/task.js';
import { OpenWork } from '../../concurrency/open-work.js';
import { within } from '../../concurrency/within.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { OutcomeStore } from '../../ports/submission/outcome-store.js';
import type { SubmissionLease } from '../../ports/submission/submission-lease.js';
import type { SubmissionStore } from '../../ports/submission/submission-store.js';

/** Later than any lease ends. */
const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

/** Paid requests that one node has open at the same time; a new one beyond that is QUEUED. */
const OPEN_MAX = 256;

/** Work that a stop waits for. */
export interface OpenSubmission {
  /** Set from the moment when a request may have been sent. */
  lease?: SubmissionLease;
  /** Whether it is an open call to Runway, or may become one. */
  maySend: boolean;
}

/** The submissions that this process has open: their bound, and their end when the process stops. */
export class OpenSubmissions {
  readonly #stores: { readonly submissions: SubmissionStore; readonly outcomes: OutcomeStore };
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #open = new OpenWork<OpenSubmission>();
  readonly #stopped = new AbortController();
  #isStopping = false;

  constructor(options: {
    readonly stores: { readonly submissions: SubmissionStore; readonly outcomes: OutcomeStore };
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#stores = options.stores;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /** Whether nothing new may be accepted or sent. */
  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Aborted when nothing more can be written. */
  get stopped(): AbortSignal {
    return this.#stopped.signal;
  }

  /** Submissions that wait for Runway, or for their outcome to be written. */
  get count(): number {
    return this.#open.size;
  }

  /** Whether a new request has to wait in the queue. */
  get isFull(): boolean {
    return this.#open.items().filter(({ maySend }) => maySend).length >= OPEN_MAX;
  }

  /** Runs `work`, which a stop then waits for. */
  async run<Result>(
    maySend: boolean,
    work: (open: OpenSubmission) => Promise<Result>,
  ): Promise<Result> {
    const open: OpenSubmission = { maySend };
    return await this.#open.run(open, () => work(open));
  }

  /**
   * For the embedded store, which has one process: everything found "sending" at start belongs to
   * a process that is dead. Call before the first submission.
   */
  async recoverAfterCrash(): Promise<readonly Task[]> {
    const now = this.#clock.now();
    const tasks = await this.#stores.submissions.expireSending(now, END_OF_TIME);
    for (const { id } of tasks)
      this.#log.error({ taskId: id }, 'a submission outlived its process');
    return tasks;
  }

  /**
   * Accepts nothing more, waits up to `deadlineMs` for open submissions and records the rest as
   * UNCONFIRMED. Resolves after the last write.
   */
  async drain(deadlineMs: number): Promise<void> {
    this.#isStopping = true;
    await within(deadlineMs, this.#clock, this.#open.settled());
    const leases = this.#open.items().flatMap(({ lease }) => lease ?? []);
    const writes = leases.map((lease) => this.#giveUp(lease));
    // What cannot be written now becomes UNCONFIRMED when its lease runs out, or at the next start.
    for (const write of await Promise.allSettled(writes)) {
      if (write.status === 'fulfilled') continue;
      const error: unknown = write.reason;
      this.#log.error({ error }, 'an open submission was not recorded');
    }
    this.#stopped.abort();
  }

  async #giveUp(lease: SubmissionLease): Promise<void> {
    this.#log.error({ taskId: lease.taskId }, 'stopped while a submission was open');
    const { outcomes } = this.#stores;
    await outcomes.recordUnconfirmed(lease, 'the gateway stopped', this.#clock.now());
  }
}
