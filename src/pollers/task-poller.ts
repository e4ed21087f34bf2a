import { isDeepStrictEqual } from 'node:util';

import { advance } from '../domain/task/task-advance.js';
import type { Task } from '../domain/task/task.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import { tracedLog } from '../ports/telemetry/traced-log.js';
import type { Tracer } from '../ports/telemetry/tracer.js';
import type { Metrics } from '../ports/telemetry/metrics.js';
import type { PollLease, PollStore } from '../ports/tasks/poll-store.js';
import type { RunwayApi } from '../ports/upstream/runway-api.js';
import { tellSettled } from '../services/tasks/task-log.js';
import type { Breakers } from '../services/upstream/breakers.js';
import { Lateness } from './lateness.js';
import { Loop } from '../concurrency/loop.js';
import { OpenWork } from '../concurrency/open-work.js';
import { TaskReader, type Finding } from './task-reader.js';
import { UnchangedReads } from './unchanged-reads.js';
import { unawaited } from '../concurrency/unawaited.js';

/**
 * Reads that one node has open at the same time with one account. How many it needs follows from
 * the due reads and Runway's latency: 10,000 live tasks and 150 ms take 300.
 */
const OPEN_PER_ACCOUNT_MAX = 512;

/** Longer than one read and one delete with their deadlines of 10 s each, and the write after. */
const LEASE_MS = 60_000;

/** Open reads of all accounts together: each holds a connection. */
const OPEN_MAX = 2_048;

/** Between two takes: what becomes due meanwhile is taken together. */
const TAKE_INTERVAL_MS = 50;

export interface TaskPollerOptions {
  readonly store: PollStore;
  readonly runway: RunwayApi;
  readonly breakers: Breakers;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tracer: Tracer;
  readonly metrics?: Metrics | undefined;
  /** Open reads of one account. */
  readonly openMax?: number;
  /** Called when a read has settled its task: a slot has become free. */
  readonly onSettled?: (task: Task) => Promise<void>;
  /** In [0, 1); only tests give another than Math.random. */
  readonly random?: () => number;
}

/** Whether the task stays as it is for every viewer, and no more in doubt than before. */
function changesNothing(lease: PollLease, { state, estimate, cost, doubt }: Finding): boolean {
  const { task } = lease;
  return (
    isDeepStrictEqual(doubt, lease.doubt) &&
    (state === null || isDeepStrictEqual(advance(task.state, state), task.state)) &&
    (estimate === null || isDeepStrictEqual(estimate, task.estimate)) &&
    (cost === null || cost === task.cost)
  );
}

/** Reads live tasks at Runway, each at most once in 5 s, and writes down what they have come to. */
export class TaskPoller {
  readonly #options: TaskPollerOptions;
  readonly #openMax: number;
  readonly #reader: TaskReader;
  readonly #loop: Loop;
  readonly #reads = new OpenWork<PollLease>();
  readonly #unchanged: UnchangedReads;
  #lateness: Lateness | undefined;

  constructor(options: TaskPollerOptions) {
    this.#options = options;
    this.#openMax = options.openMax ?? OPEN_PER_ACCOUNT_MAX;
    this.#unchanged = new UnchangedReads(options);
    this.#reader = new TaskReader({ ...options, random: options.random ?? Math.random });
    this.#loop = new Loop({
      name: 'task-poller',
      clock: options.clock,
      log: options.log,
      round: () => this.#takeDue(),
    });
  }

  get isRunning(): boolean {
    return this.#loop.isRunning;
  }

  start(): void {
    this.#lateness ??= new Lateness(this.#options);
    this.#loop.start();
  }

  /** Resolves after the last write. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    await this.#reads.settled();
  }

  /**
   * For the embedded store, which has one process: every lease to read at start belongs to a process
   * that is dead. Call before the start.
   */
  async recoverAfterCrash(): Promise<void> {
    const { store, clock } = this.#options;
    await store.endPollLeases(clock.now());
  }

  /** A read may have become due. */
  wake(): void {
    this.#loop.wake();
  }

  async #takeDue(): Promise<Date | null> {
    const { store, clock } = this.#options;
    const now = clock.now();
    const soon = new Date(now.getTime() + TAKE_INTERVAL_MS);
    if (this.#reads.size >= Math.max(OPEN_MAX, this.#openMax)) return soon;
    const dueAt = await store.nextDueAt();
    if (dueAt === null || dueAt > now) return dueAt;
    const until = new Date(now.getTime() + LEASE_MS);
    const open = this.#openByAccount();
    const leases = await store.takeDuePolls({ now, until, limit: this.#openMax, open });
    if (leases.length === 0) return soon;
    this.#lateness?.judge(
      leases.map((lease) => lease.dueAt),
      this.#reads.size,
    );
    for (const lease of leases) {
      const read = this.#reads.run(lease, () => this.#work(lease));
      unawaited(read, { name: 'a read of a task', log: this.#options.log });
    }
    return soon;
  }

  /** How many reads are open, by account. */
  #openByAccount(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { task } of this.#reads.items()) {
      counts.set(task.runwayAccount, (counts.get(task.runwayAccount) ?? 0) + 1);
    }
    return counts;
  }

  /** Never rejects: a read that fails here is taken up again when its lease has run out. */
  async #work(lease: PollLease): Promise<void> {
    const { clock, tracer, onSettled } = this.#options;
    const { id, runwayTaskKind, traceparent: parent } = lease.task;
    const log = tracedLog(this.#options.log, parent);
    const attributes = { 'gateway.task_id': id };
    const span = tracer.begin('read', `read ${runwayTaskKind}`, { parent, attributes });
    try {
      const finding = await this.#reader.read(lease);
      span.set({ 'gateway.task_status': finding.state?.status });
      const nextPollAt = new Date(clock.now().getTime() + finding.waitMs);
      if (await this.#isRecordedAsUnchanged(lease, finding, nextPollAt)) return;
      const task = await this.#record(lease, finding, nextPollAt);
      if (task === undefined) log.warn({ taskId: id }, 'a read came after its lease');
      else if (task.settledAt !== null) {
        tellSettled(this.#options, task);
        await onSettled?.(task);
      }
    } catch (error) {
      log.error({ taskId: id, error }, 'a task could not be read');
      span.end('INTERNAL');
    } finally {
      span.end();
    }
  }

  async #isRecordedAsUnchanged(
    lease: PollLease,
    finding: Finding,
    nextPollAt: Date,
  ): Promise<boolean> {
    if (!changesNothing(lease, finding)) return false;
    return await this.#unchanged.record({ lease, missingCount: finding.missingCount, nextPollAt });
  }

  async #record(
    lease: PollLease,
    { waitMs: _waitMs, ...found }: Finding,
    nextPollAt: Date,
  ): Promise<Task | undefined> {
    const { store, clock } = this.#options;
    return await store.recordRead(lease, { ...found, nextPollAt }, clock.now());
  }
}
