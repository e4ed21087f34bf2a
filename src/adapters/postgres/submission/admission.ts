import { sql } from 'kysely';

import { nextPeriodStart, type BudgetPeriod } from '../../../domain/pricing/credits.js';
import { GatewayError, type InputIssue } from '../../../errors.js';
import type { NewTask, TokenBudget } from '../../../ports/submission/new-task.js';
import { countersAt, WHOLE_TENANT } from '../budgets/ledger.js';
import type { Db } from '../tasks/task-rows.js';

/** 10 s: when a tenant with too much under way may look again. A short task takes about as long. */
const LOOK_AGAIN_MS = 10_000;

/** The data key that a task was encrypted with is not there: its tenant is another one by now. */
export const DATA_KEY_GONE = 'DATA_KEY_GONE';

/**
 * Why the statement that writes a task must not have done so, as the function `refuse` is told it;
 * null where it may. `next` is the tenant's row, locked and with the task in it, null where nothing
 * is written; `counter` and `token_counter` hold the new reservation.
 */
export const REFUSAL = `case
  when next.is_stopped then 'TENANT_STOPPED'
  when next.live_tasks > coalesce(next.live_tasks_max, :live_max::bigint)
    then 'TOO_MANY_LIVE_TASKS'
  when next.stored_bytes > :stored_bytes_max::bigint then 'TOO_MANY_STORED_BYTES'
  when :credits::numeric > 0 and exists (
    select from counter join budget_limits using (tenant_id, subject, period)
    where counter.reserved + counter.spent > credits_max
  ) then 'BUDGET_EXCEEDED'
  when :credits::numeric > 0 and exists (
    select from token_counter where reserved + spent > :token_credits_max::numeric
  ) then 'BUDGET_EXCEEDED'
  when :is_unpriced::boolean and (exists (select from token_counter) or exists (
    select from counter join budget_limits using (tenant_id, subject, period)
  )) then 'PRICE_UNKNOWN'
  when not next.is_sent and next.queued_tasks > :queued_max::bigint then 'TOO_MANY_QUEUED_TASKS'
  when not exists (select from data_keys where id = :data_key::text) then '${DATA_KEY_GONE}'
end`;

/**
 * Throws UNAUTHENTICATED, TENANT_STOPPED, TOO_MANY_LIVE_TASKS, TOO_MANY_STORED_BYTES,
 * BUDGET_EXCEEDED, PRICE_UNKNOWN and TOO_MANY_QUEUED_TASKS, as things stand. `bytes` is what the
 * request takes in the store.
 */
export async function mustBeAdmitted(
  db: Db,
  task: NewTask,
  bytes: number,
  now: Date,
): Promise<void> {
  const { tenantId, liveTasksMax, queuedTasksMax, storedBytesMax, estimate } = task;
  const { rows: tenants } = await sql<{
    is_shut: boolean;
    is_stopped: boolean;
    is_full: boolean | null;
    is_overfull: boolean | null;
    is_queue_full: boolean | null;
  }>`
    select suspended_at is not null or deleted_at is not null as is_shut,
      stopped_at is not null as is_stopped,
      live_tasks >= coalesce(live_tasks_max, ${liveTasksMax ?? null}::bigint) as is_full,
      stored_bytes + ${bytes}::bigint > ${storedBytesMax ?? null}::bigint as is_overfull,
      queued_tasks >= ${queuedTasksMax ?? null}::bigint as is_queue_full
    from tenants where id = ${tenantId}`.execute(db);
  // The request came in just before: it is refused like the ones that come after.
  if (tenants[0]?.is_shut === true) throw new GatewayError('UNAUTHENTICATED');
  if (tenants[0]?.is_stopped === true) throw new GatewayError('TENANT_STOPPED');
  if (tenants[0]?.is_full === true) throw tooManyLiveTasks();
  if (tenants[0]?.is_overfull === true) {
    throw new GatewayError('TOO_MANY_STORED_BYTES', { retryAfterMs: LOOK_AGAIN_MS });
  }
  if (estimate.credits > 0) await mustBeAffordable(db, task, now);
  if (task.isRefusedByBudgets === true && (await isLimited(db, task))) {
    throw new GatewayError('PRICE_UNKNOWN');
  }
  // Last, because a task is not refused for it that could be sent at once.
  if (tenants[0]?.is_queue_full === true) {
    throw new GatewayError('TOO_MANY_QUEUED_TASKS', { retryAfterMs: LOOK_AGAIN_MS });
  }
}

async function mustBeAffordable(
  db: Db,
  { tenantId, createdBy, estimate, tokenBudget }: NewTask,
  now: Date,
): Promise<void> {
  if (tokenBudget !== undefined) await mustFitToken(db, tenantId, tokenBudget, estimate.credits);
  const { rows: exceeded } = await sql<ExceededRow>`
    select subject, period, credits_max - coalesce(reserved, 0) - coalesce(spent, 0) as remaining
    from ${countersAt([WHOLE_TENANT, createdBy], now)}
      join budget_limits using (subject, period)
      left join budget_counters using (tenant_id, subject, period, period_start)
    where tenant_id = ${tenantId}
      and coalesce(reserved, 0) + coalesce(spent, 0) + ${estimate.credits}::numeric > credits_max
    order by subject, period`.execute(db);
  if (exceeded.length > 0) {
    throw new GatewayError('BUDGET_EXCEEDED', { issues: exceeded.map((row) => toIssue(row, now)) });
  }
}

/** Whether any budget, of whatever size, counts for the task. */
async function isLimited(db: Db, { tenantId, createdBy, tokenBudget }: NewTask): Promise<boolean> {
  if (tokenBudget !== undefined) return true;
  const limits = await db
    .selectFrom('budget_limits')
    .select('period')
    .where('tenant_id', '=', tenantId)
    .where('subject', 'in', [WHOLE_TENANT, createdBy])
    .limit(1)
    .execute();
  return limits.length > 0;
}

async function mustFitToken(
  db: Db,
  tenantId: string,
  { tokenId, creditsMax }: TokenBudget,
  credits: number,
): Promise<void> {
  const { rows } = await sql<{ remaining: number }>`
    select ${creditsMax}::numeric - coalesce(sum(reserved + spent), 0) as remaining
    from token_counters where tenant_id = ${tenantId} and token_id = ${tokenId}
    having coalesce(sum(reserved + spent), 0) + ${credits}::numeric > ${creditsMax}::numeric
  `.execute(db);
  const [exceeded] = rows;
  if (exceeded === undefined) return;
  const issue = {
    path: 'input',
    rule: 'budget:TOKEN',
    message: 'Costs more than what is left of the token’s budget. Another token may have more.',
    allowed: [`at most ${String(Math.max(exceeded.remaining, 0))} credits`],
  };
  throw new GatewayError('BUDGET_EXCEEDED', { issues: [issue] });
}

export function tooManyLiveTasks(): GatewayError {
  return new GatewayError('TOO_MANY_LIVE_TASKS', { retryAfterMs: LOOK_AGAIN_MS });
}

/** A counter that the task does not fit into. */
interface ExceededRow {
  readonly subject: string;
  readonly period: BudgetPeriod;
  /** Credits that are left without the task. */
  readonly remaining: number;
}

function toIssue({ subject, period, remaining }: ExceededRow, now: Date): InputIssue {
  const [who, scope] = subject === WHOLE_TENANT ? ['tenant', 'TENANT'] : ['key', 'KEY'];
  const until = nextPeriodStart(period, now).toISOString();
  return {
    path: 'input',
    rule: `budget:${scope}:${period}`,
    message: `Costs more than what is left of the ${who}'s budget of the ${period.toLowerCase()}. The next one begins at ${until}.`,
    allowed: [`at most ${String(Math.max(remaining, 0))} credits`],
  };
}
