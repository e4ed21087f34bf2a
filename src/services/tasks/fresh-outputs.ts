import { isBackward } from '../../domain/task/task-advance.js';
import type { Output, Task } from '../../domain/task/task.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { RunwayApi } from '../../ports/upstream/runway-api.js';
import type { OutputStore } from '../../ports/tasks/output-store.js';
import type { Breakers } from '../upstream/breakers.js';
import { BoundedWork } from '../../concurrency/bounded-work.js';
import { LATE, within } from '../../concurrency/within.js';

/** 10 min: the least validity of an address that is used, if Runway can be reached. */
const GOOD_FOR_MS_MIN = 600_000;

/** Reads that one node has open at the same time. */
const CONCURRENCY = 8;

/** 3 s: the longest wait of a caller. A slower read serves the next caller. */
const WAIT_MS_MAX = 3_000;

/** 30 s: every caller has its answer long before. */
const PLACE_WAIT_MS_MAX = 30_000;

export interface FreshOutputsOptions {
  readonly store: OutputStore;
  readonly runway: RunwayApi;
  readonly breakers: Breakers;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Runway signs the addresses of outputs for 24–48 h and gives new ones when the task is read again.
 * Each task is read by one caller at a time and at most once in 5 s; a caller that cannot get new
 * addresses gets the stored ones, which say when they expire.
 */
export class FreshOutputs {
  readonly #options: FreshOutputsOptions;
  readonly #reading = new Map<string, Promise<Task>>();
  readonly #reads: BoundedWork;

  constructor(options: FreshOutputsOptions) {
    const { clock } = options;
    this.#options = options;
    this.#reads = new BoundedWork({ max: CONCURRENCY, clock, waitMsMax: PLACE_WAIT_MS_MAX });
  }

  /**
   * The task with addresses that stay valid for a while. Never rejects for anything Runway does.
   */
  async of(task: Task): Promise<Task> {
    const { clock } = this.#options;
    if (!isStale(task, clock.now().getTime() + GOOD_FOR_MS_MIN)) return task;
    const fresh = await within(WAIT_MS_MAX, clock, this.#freshOnce(task));
    return fresh === LATE ? task : fresh;
  }

  async #freshOnce(task: Task): Promise<Task> {
    const known = this.#reading.get(task.id);
    if (known !== undefined) return await known;
    const reading = this.#fresh(task).finally(() => this.#reading.delete(task.id));
    this.#reading.set(task.id, reading);
    return await reading;
  }

  async #fresh(task: Task): Promise<Task> {
    try {
      return await this.#reads.run(() => this.#read(task));
    } catch (error) {
      this.#options.log.warn({ taskId: task.id, error }, 'outputs could not be read again');
      return task;
    }
  }

  async #read(task: Task): Promise<Task> {
    const { store, runway, breakers, clock, log } = this.#options;
    const { runwayAccount, runwayTaskKind, runwayTaskId, id } = task;
    if (runwayTaskId === null || breakers.readWaitMs(runwayAccount) > 0) return task;
    if (!(await store.takeOutputRead(id, clock.now()))) return task;
    const read = await breakers.read({ runwayAccount, taskId: id }, () =>
      runway.readTask(runwayAccount, runwayTaskKind, runwayTaskId),
    );
    if (read?.kind !== 'state' || read.state === undefined) return task;
    if (isBackward(task.state, read.state)) {
      const { upstreamStatus } = read;
      log.error({ taskId: id, upstreamStatus }, 'a status went backwards and is ignored');
    }
    if (read.state.status !== 'SUCCEEDED') return task;
    return (await store.recordOutputs(id, read.state.output)) ?? task;
  }
}

function isStale({ state }: Task, goodUntil: number): boolean {
  return state.status === 'SUCCEEDED' && state.output.some((output) => endsBy(output, goodUntil));
}

function endsBy({ expiresAt }: Output, time: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) < time;
}
