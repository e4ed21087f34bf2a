import { readFile } from 'node:fs/promises';
import type { Database } from '../../src/adapters/postgres/connection/database.js';
import { isLiveUpstream, isSettled, type TaskStatus } from '../../src/domain/task/task.js';
import type { RecordedRequest } from '../../src/emulator/control/recorded-requests.js';
import { findLedgerFaults } from '../support/store/ledger.js';
import type { Life } from './chaos-node.js';
import type { KillPoint } from './kill-points.js';
import { shortestGapMs } from './read-gaps.js';
import type { TroubleTime } from './troubles.js';
import { waysOfAcceptance, type WaysOfAcceptance } from './ways-of-acceptance.js';

/** Answers that say: not accepted, ask again. */
const NOT_ACCEPTED = new Set([429, 503]);

/** What clients buy by. */
const BUYING_PATH = '/v1/text_to_video';

/** From the time of "sending" until a slow commit is answered and could be written down. */
const UNTRACED_MS_MAX = 5_000;

/** Between a process's word that it is about to take a submission and the time that it gives it. */
const TAKING_MS_MAX = 1_000;

export interface Findings {
  readonly accepted: number;
  /** Accepted tasks that are not in the store under their key, or were never sent, or (where that was waited for) never settled. */
  readonly lost: readonly string[];
  /** Keys with more than one POST that Runway may have accepted. */
  readonly paidTwice: readonly string[];
  readonly unconfirmed: number;
  /** UNCONFIRMED, though no process died while it sent them and neither store nor Runway was in trouble. */
  readonly unconfirmedOutside: readonly string[];
  /** Credits that Runway charged and the gateway does not hold, or the reverse. */
  readonly ledgerDifference: number;
  /** From the death of the sender to UNCONFIRMED, at most. */
  readonly flaggedAfterMsMax: number;
  /** Counters of budgets that are not the sum of their tasks, and tasks that hold what they may not. */
  readonly ledgerFaults: readonly unknown[];
  /** Between two reads of one task, by whatever nodes; Infinity when none was read twice. */
  readonly readGapMsMin: number;
  readonly ways: WaysOfAcceptance;
}

interface StoredTask {
  readonly id: string;
  readonly key: string;
  readonly status: TaskStatus;
  readonly spent: number;
  readonly reserved: number;
  readonly sentAtMs: number;
}

/** Compares what clients were told, what the store holds and what Runway saw. */
export async function audit(run: {
  readonly database: Database;
  readonly accepted: ReadonlyMap<string, ReadonlySet<string>>;
  readonly requests: readonly RecordedRequest[];
  readonly creditsCharged: number;
  readonly creditsPerTask: number;
  readonly lives: readonly Life[];
  readonly troubles: readonly TroubleTime[];
  /** The deadline of a POST. */
  readonly runwayTimeoutMs: number;
  readonly untilSettled: boolean;
}): Promise<Findings> {
  const tasks = await storedTasks(run.database);
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const lost = [...run.accepted].filter(([key, ids]) => {
    const task = byKey.get(key);
    if (task === undefined) return true;
    const isEnded = isSettled(task.status) || isOpen(task);
    const mayLive = !run.untilSettled && isLiveUpstream(task.status);
    return !(isEnded || mayLive) || ids.size !== 1 || !ids.has(task.id);
  });

  const paid = new Map<string, number>();
  for (const { method, path, status, body } of run.requests) {
    if (method !== 'POST' || path !== BUYING_PATH) continue;
    if (status !== null && NOT_ACCEPTED.has(status)) continue;
    // Its sender died before the body was whole, so Runway has not had it.
    if (status === null && body === null) continue;
    const { promptText } = (body ?? {}) as { readonly promptText?: string };
    const key = promptText ?? 'a POST without a prompt';
    paid.set(key, (paid.get(key) ?? 0) + 1);
  }
  const sending = await sendingAtDeath(run.lives);
  const unconfirmed = tasks.filter(isOpen);
  const deathOf = (task: StoredTask): number | undefined => sending.deaths.get(task.id);
  /** Whether something was cut, slow or away while the task was sent or its outcome was written. */
  const wasInTrouble = ({ sentAtMs }: StoredTask): boolean =>
    run.troubles.some(
      ({ fromMs, untilMs }) =>
        sentAtMs <= untilMs + UNTRACED_MS_MAX &&
        sentAtMs >= fromMs - run.runwayTimeoutMs - UNTRACED_MS_MAX,
    );
  const outside = unconfirmed.filter((task) => {
    if (deathOf(task) !== undefined || wasInTrouble(task)) return false;
    const wasTraced = (sending.lastTracedMs.get(task.id) ?? 0) >= task.sentAtMs;
    const diedAtOnce = sending.takes.some(
      ({ tookMs, diedMs }) =>
        Math.abs(tookMs - task.sentAtMs) <= TAKING_MS_MAX &&
        diedMs >= task.sentAtMs &&
        diedMs - task.sentAtMs <= UNTRACED_MS_MAX,
    );
    return wasTraced || !diedAtOnce;
  });
  const flaggedAt = await lastEventTimes(run.database);
  // Where the store itself was away nothing could be flagged.
  const wasFree = (fromMs: number, untilMs: number): boolean =>
    run.troubles.every((trouble) => trouble.untilMs < fromMs || trouble.fromMs > untilMs);
  const flaggedAfterMs = unconfirmed.flatMap((task) => {
    const fromMs = deathOf(task) ?? task.sentAtMs;
    const untilMs = flaggedAt.get(task.id) ?? Infinity;
    return untilMs === Infinity || wasFree(fromMs, untilMs) ? [untilMs - fromMs] : [];
  });

  const charge = (key: string): number => (paid.get(key) ?? 0) * run.creditsPerTask;
  const differences = tasks.map((task) =>
    isOpen(task)
      ? Math.max(0, charge(task.key) - task.reserved)
      : Math.abs(charge(task.key) - task.spent - task.reserved),
  );
  const charged = [...paid.keys()].map(charge).reduce(sum, 0);
  const unknown = [...paid.keys()].filter((key) => !byKey.has(key)).map(charge);
  return {
    accepted: run.accepted.size,
    lost: lost.map(([key]) => `${key} (${byKey.get(key)?.status ?? 'not in the store'})`),
    paidTwice: [...paid].filter(([, posts]) => posts > 1).map(([key]) => key),
    unconfirmed: unconfirmed.length,
    unconfirmedOutside: outside.map(({ key }) => key),
    ledgerDifference:
      [...differences, ...unknown].reduce(sum, 0) + Math.abs(charged - run.creditsCharged),
    flaggedAfterMsMax: Math.max(0, ...flaggedAfterMs),
    ledgerFaults: await findLedgerFaults(run.database),
    readGapMsMin: shortestGapMs(run.requests),
    ways: await waysOfAcceptance(run.database),
  };
}

/** How often processes were killed, by point. */
export function killsByPoint(lives: readonly Life[]): Map<KillPoint | 'random', number> {
  const kills = new Map<KillPoint | 'random', number>();
  for (const { killed } of lives) {
    if (killed !== undefined) kills.set(killed.by, (kills.get(killed.by) ?? 0) + 1);
  }
  return kills;
}

function isOpen({ status }: StoredTask): boolean {
  return status === 'UNCONFIRMED';
}

function sum(a: number, b: number): number {
  return a + b;
}

async function storedTasks({ kysely }: Database): Promise<StoredTask[]> {
  const rows = await kysely
    .selectFrom('tasks')
    .innerJoin('idempotency_keys', 'idempotency_keys.task_id', 'tasks.id')
    .innerJoin('submissions', 'submissions.task_id', 'tasks.id')
    .select(['tasks.id', 'idempotency_keys.key', 'tasks.status', 'submissions.sent_at'])
    .select(['tasks.spent_credits', 'tasks.reserved_credits'])
    .execute();
  return rows.map(({ id, key, status, sent_at, spent_credits, reserved_credits }) => ({
    id,
    key,
    status,
    spent: spent_credits,
    reserved: reserved_credits,
    sentAtMs: sent_at?.getTime() ?? 0,
  }));
}

async function lastEventTimes({ kysely }: Database): Promise<Map<string, number>> {
  const rows = await kysely
    .selectFrom('task_events')
    .select(({ fn }) => ['task_id', fn.max('at').as('at')])
    .groupBy('task_id')
    .execute();
  return new Map(rows.map(({ task_id, at }) => [task_id, at.getTime()]));
}

/** Which tasks were being sent when their process died, by the processes' own traces. */
async function sendingAtDeath(lives: readonly Life[]): Promise<{
  /** By task: when the process died that was sending it. */
  readonly deaths: ReadonlyMap<string, number>;
  /** By task: when "sending" was last known to be committed. */
  readonly lastTracedMs: ReadonlyMap<string, number>;
  /** When processes that died were about to take a submission, of which the task is not known yet. */
  readonly takes: readonly { readonly tookMs: number; readonly diedMs: number }[];
}> {
  const takes: { tookMs: number; diedMs: number }[] = [];
  const deaths = new Map<string, number>();
  const lastTracedMs = new Map<string, number>();
  for (const { trace, killed } of lives) {
    const open = new Set<string>();
    const text = await readFile(trace, 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
      const [at, point, taskId = ''] = line.split(' ');
      if (point === 'beforeSendingCommit' && killed !== undefined) {
        takes.push({ tookMs: Number(at), diedMs: killed.atMs });
      } else if (point === 'afterSendingCommit') {
        open.add(taskId);
        lastTracedMs.set(taskId, Math.max(Number(at), lastTracedMs.get(taskId) ?? 0));
      } else if (point === 'afterSubmittedCommit') {
        open.delete(taskId);
      }
    }
    if (killed !== undefined) for (const taskId of open) deaths.set(taskId, killed.atMs);
  }
  return { deaths, lastTracedMs, takes };
}
