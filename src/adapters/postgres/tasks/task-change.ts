import { sql } from 'kysely';

import { holdingOf, overrunOf } from '../../../domain/pricing/credits.js';
import type { Task } from '../../../domain/task/task.js';
import type { Logger } from '../../../ports/logger.js';
import type { LeasedTask } from '../../../ports/tasks/leased-task.js';
import { book } from '../budgets/ledger.js';
import type { Database } from '../connection/database.js';
import { toJson } from '../connection/json-text.js';
import type { Ciphers } from '../encryption/ciphers.js';
import type { TaskChanges } from './task-changes.js';
import { lockTask, toTask, type TaskRow, type Trx } from './task-rows.js';
import { decisionOf, resourcesOf, writeChanges } from './write-change.js';
import type { Change, WrittenChange } from './write-change.js';

/*
 * Locks are taken in one order everywhere: task, submission, tenant, and under the tenant its
 * counters (see ledger.ts) and turns (see queue-turns.ts). The tenant comes late because it is the
 * one that others wait for.
 */

/** A task's row as one statement has left it; `version` (its xmin) tells whether it still is so. */
export class LeasedRow implements LeasedTask {
  constructor(
    readonly row: TaskRow,
    readonly version: string,
  ) {}
}

/** A database, and what gathers the changes that are made to its tasks by leases. */
export interface ChangingDatabase extends Database {
  readonly changes: TaskChanges;
}

/**
 * Changes the task of a lease as `decide` says of its row (undefined: not at all). One statement
 * where the row is still as the lease's taker left it, else one more that locks it first. Returns
 * the task; undefined when it is gone or nothing was changed.
 */
export async function changeLeased(
  { kysely, ciphers, changes, log }: ChangingDatabase,
  { leased }: { readonly leased?: LeasedTask },
  taskId: string,
  decide: (row: TaskRow) => Change | undefined,
  now: Date,
): Promise<Task | undefined> {
  const known = leased instanceof LeasedRow ? leased : undefined;
  const change = known && decide(known.row);
  if (known !== undefined && change !== undefined) {
    const { row, version } = known;
    const written = await changes.write({ row, version, change, now });
    if (written.isCurrent) {
      alarmIfForeign(log, written, change);
      alarmIfOverrun(log, written, row);
      return written.task;
    }
  }
  return await kysely.transaction().execute(async (trx) => {
    const row = await lockTask(trx, ciphers, taskId);
    const change = row && decide(row);
    if (row === undefined || change === undefined) return undefined;
    const written = await writeLocked(trx, ciphers, row, change, now);
    alarmIfForeign(log, written, change);
    alarmIfOverrun(log, written, row);
    return written.task;
  });
}

/** Runway has just made it for this task, and yet it has an owner already: a person must look. */
function alarmIfForeign(log: Logger, { task, resources }: WrittenChange, { made }: Change): void {
  if (task === undefined || made === undefined || resources === resourcesOf(made).length) return;
  const { kind, runwayId } = made;
  const fields = { taskId: task.id, tenantId: task.tenantId, kind, runwayId };
  log.error(fields, 'what a task has made has an owner already');
}

/** A budget may be overrun by it: a person must look at the price. */
function alarmIfOverrun(log: Logger, { task }: WrittenChange, before: TaskRow): void {
  if (task === undefined) return;
  const { reserved_credits: reserved, spent_credits: spent, set_aside_credits: setAside } = before;
  const overrun = overrunOf(holdingOf(task), setAside);
  if (overrun <= overrunOf({ reserved, spent }, setAside)) return;
  const { id: taskId, tenantId, operation, model } = task;
  const fields = { taskId, tenantId, operation, model, setAside, overrun };
  log.error(fields, 'a task takes more credits than were set aside for it');
}

/** Changes a task that this transaction has locked. Nothing may follow in the transaction. */
export async function changeTask(
  trx: Trx,
  ciphers: Ciphers,
  row: TaskRow,
  change: Change,
  now: Date,
): Promise<Task | undefined> {
  return (await writeLocked(trx, ciphers, row, change, now)).task;
}

async function writeLocked(
  trx: Trx,
  ciphers: Ciphers,
  row: TaskRow,
  change: Change,
  now: Date,
): Promise<WrittenChange> {
  const [written] = await writeChanges(trx, ciphers, [{ row, version: null, change, now }], true);
  if (written === undefined) throw new Error('A change has no outcome.');
  return written;
}

/**
 * The same for a settled task that its owner has deleted: what it has cost counts, and may still
 * become known. It has no watcher: there is no event.
 */
export async function changeHidden(
  trx: Trx,
  row: TaskRow,
  { task: change, poll, decision }: Change,
  now: Date,
): Promise<Task> {
  const task: Task = { ...toTask(row), ...change };
  const to = holdingOf(task);
  const record = decision && toJson(decisionOf(row, change, decision, now));
  await sql`update tasks
    set cost_credits = ${task.cost}, spent_credits = ${to.spent}, runway_task_id = ${task.runwayTaskId},
      guessed_by = ${poll?.guessed_by === undefined ? row.guessed_by : poll.guessed_by},
      decisions = case when ${record ?? null}::jsonb is null then decisions
        else coalesce(decisions, '[]'::jsonb) || ${record ?? null}::jsonb end
    where id = ${row.id}::uuid`.execute(trx);
  await book(trx, { drawer: row, from: { reserved: 0, spent: row.spent_credits }, to });
  return task;
}
