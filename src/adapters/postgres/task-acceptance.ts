import { randomUUID } from 'node:crypto';

import { sql, type RawBuilder } from 'kysely';

import { nextPeriodStart, type BudgetPeriod } from '../../domain/credits.js';
import type { Task } from '../../domain/task.js';
import { GatewayError, type InputIssue } from '../../errors.js';
import type { NewTask } from '../../ports/task-store.js';
import { admit } from './admission.js';
import { countersAt, WHOLE_TENANT } from './ledger.js';
import { isUnstorableText } from './sql-errors.js';
import { insertEvent, TASK_EVENTS_CHANNEL, toJson, toTask } from './task-rows.js';
import type { Db, TaskRow, Trx } from './task-rows.js';

/** A key can change hands between our insert and our look at it, though hardly twice. */
const CLAIM_ATTEMPTS_MAX = 5;

/** TaskStore.accept. The limits are those that stood when it was called. */
export async function acceptTask(
  db: Db,
  task: NewTask,
  now: Date,
): Promise<{ readonly task: Task; readonly replayed: boolean }> {
  try {
    return await db.transaction().execute(async (trx) => {
      for (let attempt = 0; attempt < CLAIM_ATTEMPTS_MAX; attempt += 1) {
        const accepted = await insertTask(trx, task, now);
        if (accepted !== undefined) {
          await admit(trx, task);
          return { task: accepted, replayed: false };
        }
        const first = await findHolder(trx, task);
        if (first !== undefined) return { task: toTask(first), replayed: true };
      }
      throw new GatewayError('INTERNAL', { detail: 'the idempotency key keeps changing hands' });
    });
  } catch (error) {
    if (!isUnstorableText(error)) throw error;
    throw new GatewayError('BAD_USER_INPUT', {
      issues: [
        {
          path: 'input',
          message: 'Texts must not hold NUL characters or halves of surrogate pairs.',
          rule: 'storableText',
        },
      ],
      cause: error,
    });
  }
}

/** The task that has the idempotency key; undefined when the key has just become free. */
async function findHolder(trx: Trx, task: NewTask): Promise<TaskRow | undefined> {
  if (task.idempotency === null) {
    throw new GatewayError('INTERNAL', { detail: `no tenant ${task.tenantId}` });
  }
  const holder = await trx
    .selectFrom('idempotency_keys')
    .innerJoin('tasks', 'tasks.id', 'idempotency_keys.task_id')
    .selectAll('tasks')
    .select('idempotency_keys.fingerprint')
    .where('idempotency_keys.tenant_id', '=', task.tenantId)
    .where('idempotency_keys.key', '=', task.idempotency.key)
    .executeTakeFirst();
  if (holder === undefined) return undefined;
  if (holder.fingerprint !== task.idempotency.fingerprint) {
    throw new GatewayError('IDEMPOTENCY_KEY_REUSED');
  }
  if (holder.deleted_at !== null) {
    throw new GatewayError('CONFLICT', { detail: 'the key made a task that was deleted since' });
  }
  return holder;
}

/** One of the four counters as it stands with the new reservation in it. */
interface CountedRow {
  readonly subject: string;
  readonly period: BudgetPeriod;
  readonly is_exceeded: boolean | null;
  /** Credits that were left without the new reservation; null: no limit. */
  readonly remaining: number | null;
}

/**
 * Everything that an accepted task is, in one statement. Undefined when another task has the key:
 * twins wait for each other at the key, so that the second one sees the first's task.
 */
async function insertTask(trx: Trx, task: NewTask, now: Date): Promise<Task | undefined> {
  const accepted: Task = {
    id: task.id,
    tenantId: task.tenantId,
    operation: task.operation,
    model: task.model,
    label: task.label,
    state: { status: 'QUEUED', waitingFor: null },
    runwayAccount: task.runwayAccount,
    runwayTaskId: null,
    runwayTaskKind: task.runwayTaskKind,
    input: task.input,
    estimate: task.estimate,
    cost: null,
    cancelRequestedAt: null,
    createdAt: now,
    settledAt: null,
  };
  const { credits, source } = task.estimate;
  const counters = countersAt([WHOLE_TENANT, task.createdBy], now);
  const { rows } = await sql<CountedRow>`
    with ${claim(task, now)}
    next as (
      update tenants set event_seq = event_seq + 1
      where id = ${task.tenantId} and ${isClaimed(task)}
      returning event_seq
    ), task as (
      insert into tasks (
        id, tenant_id, created_by, operation, model, label, runway_account, runway_task_kind,
        input, state, estimate_credits, estimate_source, reserved_credits, created_at
      )
      select ${task.id}::uuid, ${task.tenantId}, ${task.createdBy}, ${task.operation},
        ${task.model}, ${task.label}, ${task.runwayAccount}, ${task.runwayTaskKind},
        ${toJson(task.input)}::jsonb, ${toJson(accepted.state)}::jsonb, ${credits}::numeric,
        ${source}, ${credits}::numeric, ${now}::timestamptz
      from next
    ), submission as (
      insert into submissions (
        id, tenant_id, task_id, kind, operation, sdk_method, runway_account, request, status,
        due_at, created_at
      )
      select ${randomUUID()}::uuid, ${task.tenantId}, ${task.id}::uuid, 'task', ${task.operation},
        ${task.sdkMethod}, ${task.runwayAccount}, ${toJson(task.request)}::jsonb, 'queued',
        ${task.backgroundFrom ?? now}::timestamptz, ${now}::timestamptz
      from next
    ), event as (${insertEvent(accepted, now, 'next')}
    ), counter as (
      insert into budget_counters as counter
      select ${task.tenantId}, counted.*, ${credits}::numeric, 0 from next, ${counters}
      on conflict (tenant_id, subject, period, period_start)
      do update set reserved = counter.reserved + excluded.reserved
      returning *
    )
    select counter.subject, counter.period,
      counter.reserved + counter.spent > credits_max as is_exceeded,
      credits_max - counter.reserved - counter.spent + ${credits}::numeric as remaining,
      (select pg_notify(${TASK_EVENTS_CHANNEL}, ${task.tenantId}) from next)::text as notified
    from counter left join budget_limits using (tenant_id, subject, period)
  `.execute(trx);
  if (rows.length === 0) return undefined;
  // Thrown inside the transaction: nothing is kept, and the idempotency key stays free.
  const exceeded = rows.filter((row) => row.is_exceeded === true);
  if (exceeded.length > 0) {
    throw new GatewayError('BUDGET_EXCEEDED', { issues: exceeded.map((row) => toIssue(row, now)) });
  }
  return accepted;
}

/** Takes the key where it is free or has expired: the first lock of all. */
function claim({ id, tenantId, idempotency }: NewTask, now: Date): RawBuilder<unknown> {
  if (idempotency === null) return sql``;
  const { key, fingerprint, expiresAt } = idempotency;
  return sql`
    claim as (
      insert into idempotency_keys as held (tenant_id, key, fingerprint, task_id, expires_at)
      values (${tenantId}, ${key}, ${fingerprint}, ${id}, ${expiresAt})
      on conflict (tenant_id, key) do update
      set fingerprint = excluded.fingerprint, task_id = excluded.task_id,
        expires_at = excluded.expires_at
      where held.expires_at <= ${now}
      returning key
    ),`;
}

function isClaimed({ idempotency }: NewTask): RawBuilder<unknown> {
  return idempotency === null ? sql`true` : sql`exists (select from claim)`;
}

function toIssue({ subject, period, remaining }: CountedRow, now: Date): InputIssue {
  const [who, scope] = subject === WHOLE_TENANT ? ['tenant', 'TENANT'] : ['key', 'KEY'];
  const until = nextPeriodStart(period, now).toISOString();
  return {
    path: 'input',
    rule: `budget:${scope}:${period}`,
    message: `Costs more than what is left of the ${who}'s budget of the ${period.toLowerCase()}. The next one begins at ${until}.`,
    allowed: [`at most ${String(Math.max(remaining ?? 0, 0))} credits`],
  };
}
