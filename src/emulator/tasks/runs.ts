import { randomUUID } from 'node:crypto';
import { DOC_URL, refuse } from '../server/handler.js';
import type { Clock } from '../server/emulator-clock.js';
import type { Credits } from '../organization/account-credits.js';
import type { MediaKind } from './output-plan.js';
import type { Output } from '../media/outputs.js';
import { concurrencyOf, dailyCapOf, type Settings } from '../control/emulator-settings.js';

/** Everything that takes time: a task, or a workflow's invocation. */
export type RunKind = 'task' | 'workflowInvocation';

export interface RunFailure {
  readonly code: string;
  readonly text: string;
  /** Whether the credits come back. */
  readonly isRefunded: boolean;
}

export interface RunPlan {
  readonly kind: RunKind;
  readonly model: string;
  /** Credits, taken when the run is accepted. */
  readonly estimate: number;
  /** Credits that it costs in the end when it succeeds; never more than the estimate. */
  readonly cost: number;
  /** Set when it will fail. */
  readonly failure: RunFailure | undefined;
  /** The files it will make; a workflow's are grouped by node. */
  readonly outputs: readonly { readonly nodeId: string | null; readonly media: MediaKind }[];
}

export interface RunOutput extends Output {
  readonly nodeId: string | null;
}

export interface Run {
  readonly id: string;
  readonly plan: RunPlan;
  readonly createdAtMs: number;
  readonly outputs: readonly RunOutput[];
  /** When it got a slot; undefined while it is throttled. */
  startedAtMs: number | undefined;
  settledAtMs: number | undefined;
}

export type RunView =
  | { readonly status: 'PENDING' | 'THROTTLED' }
  | { readonly status: 'RUNNING'; readonly progress: number }
  | { readonly status: 'SUCCEEDED' | 'FAILED'; readonly cost: number };

/** A run that has a slot is PENDING for this part of its time, then RUNNING. */
const PENDING_SHARE = 0.1;
const DAY_MS = 86_400_000;
/** Settled runs beyond this are forgotten, oldest first. */
const SETTLED_MAX = 20_000;

/** The runs of one model, which share its slots. Both sets are in order of arrival. */
interface Lane {
  readonly running: Set<Run>;
  readonly waiting: Set<Run>;
  /** When runs were accepted, oldest first, as far as the daily cap needs them. */
  acceptedAtMs: number[];
}

/**
 * The runs and their life. Nothing happens by a timer: every look first brings the runs up to the
 * clock's present, in the order in which things would have happened.
 */
export class Runs {
  readonly #byId = new Map<string, Run>();
  readonly #outputById = new Map<string, RunOutput>();
  readonly #settled = new Set<Run>();
  readonly #lanes = new Map<string, Lane>();

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly credits: Credits,
  ) {}

  /** Accepts a run. Refused with 429 over the daily cap, with 400 when the credits do not suffice. */
  start(plan: RunPlan): Run {
    const nowMs = this.#catchUp();
    const lane = this.#lane(plan.model);
    const cap = dailyCapOf(this.settings, plan.model);
    if (cap !== null && this.acceptedInLastDay(plan.model) >= cap) {
      throw refuse(429, 'Your daily task limit has been reached.', { docUrl: DOC_URL });
    }
    if (!this.credits.take(plan.model, plan.estimate)) {
      throw refuse(400, 'You do not have enough credits to run this task.', { docUrl: DOC_URL });
    }
    const run: Run = {
      id: randomUUID(),
      plan,
      createdAtMs: nowMs,
      outputs: plan.outputs.map(({ nodeId, media }) => ({ id: randomUUID(), kind: media, nodeId })),
      startedAtMs: undefined,
      settledAtMs: undefined,
    };
    this.#byId.set(run.id, run);
    for (const output of run.outputs) this.#outputById.set(output.id, output);
    lane.acceptedAtMs.push(nowMs);
    lane.waiting.add(run);
    this.#fill(plan.model, lane, nowMs);
    return run;
  }

  find(kind: RunKind, id: string): Run | undefined {
    this.#catchUp();
    const run = this.#byId.get(id);
    return run?.plan.kind === kind ? run : undefined;
  }

  /** The file that a run made, unless the run was deleted. */
  findOutput(outputId: string): MediaKind | undefined {
    return this.#outputById.get(outputId)?.kind;
  }

  view(run: Run): RunView {
    if (run.settledAtMs !== undefined) {
      const { failure, cost, estimate } = run.plan;
      if (failure === undefined) return { status: 'SUCCEEDED', cost };
      return { status: 'FAILED', cost: failure.isRefunded ? 0 : estimate };
    }
    if (run.startedAtMs === undefined) return { status: 'THROTTLED' };
    const share = (this.clock.now().getTime() - run.startedAtMs) / this.#durationMs();
    if (share < PENDING_SHARE) return { status: 'PENDING' };
    const progress = Math.min(1, (share - PENDING_SHARE) / (1 - PENDING_SHARE));
    return { status: 'RUNNING', progress: Math.round(progress * 1_000) / 1_000 };
  }

  /**
   * Cancels a live run, or deletes a settled one; either is gone afterwards. One that has not begun
   * gives its credits back, a running one does not: whether Runway refunds those is not known.
   */
  remove(run: Run): void {
    const nowMs = this.#catchUp();
    const { plan } = run;
    const lane = this.#lane(plan.model);
    if (run.settledAtMs === undefined && this.view(run).status !== 'RUNNING') {
      this.credits.giveBack(plan.model, plan.estimate);
    }
    lane.waiting.delete(run);
    lane.running.delete(run);
    this.#forget(run);
    this.#fill(plan.model, lane, nowMs);
  }

  /** Whether a run of this model would start at once. */
  hasFreeSlot(model: string): boolean {
    this.#catchUp();
    const { running, waiting } = this.#lane(model);
    return running.size + waiting.size < (concurrencyOf(this.settings, model) ?? Infinity);
  }

  acceptedInLastDay(model: string): number {
    const lane = this.#lane(model);
    const since = this.clock.now().getTime() - DAY_MS;
    const first = lane.acceptedAtMs.findIndex((atMs) => atMs > since);
    if (first !== 0) lane.acceptedAtMs = first < 0 ? [] : lane.acceptedAtMs.slice(first);
    return lane.acceptedAtMs.length;
  }

  /** Settles what is due and starts what waits, each at its own moment; returns the present. */
  #catchUp(): number {
    const nowMs = this.clock.now().getTime();
    const durationMs = this.#durationMs();
    for (const [model, lane] of this.#lanes) {
      // All runs take equally long, so the one that started first ends first.
      for (let first = firstOf(lane.running); first; first = firstOf(lane.running)) {
        const dueMs = (first.startedAtMs ?? nowMs) + durationMs;
        if (dueMs > nowMs) break;
        lane.running.delete(first);
        this.#settle(first, dueMs);
        this.#fill(model, lane, dueMs);
      }
      this.#fill(model, lane, nowMs);
    }
    return nowMs;
  }

  #fill(model: string, lane: Lane, atMs: number): void {
    const slots = concurrencyOf(this.settings, model) ?? Infinity;
    for (const run of lane.waiting) {
      if (lane.running.size >= slots) return;
      lane.waiting.delete(run);
      run.startedAtMs = atMs;
      lane.running.add(run);
    }
  }

  #settle(run: Run, atMs: number): void {
    run.settledAtMs = atMs;
    const { cost, estimate, failure, model } = run.plan;
    const charged = failure === undefined ? cost : failure.isRefunded ? 0 : estimate;
    this.credits.giveBack(model, estimate - charged);
    this.#settled.add(run);
    const oldest = firstOf(this.#settled);
    if (this.#settled.size > SETTLED_MAX && oldest) this.#forget(oldest);
  }

  #forget(run: Run): void {
    this.#settled.delete(run);
    this.#byId.delete(run.id);
    for (const output of run.outputs) this.#outputById.delete(output.id);
  }

  #durationMs(): number {
    return this.settings.taskSeconds * 1_000;
  }

  #lane(model: string): Lane {
    const known = this.#lanes.get(model);
    if (known) return known;
    const lane: Lane = { running: new Set(), waiting: new Set(), acceptedAtMs: [] };
    this.#lanes.set(model, lane);
    return lane;
  }
}

function firstOf<Item>(items: ReadonlySet<Item>): Item | undefined {
  return items.values().next().value;
}
