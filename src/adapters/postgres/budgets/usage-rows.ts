import { sql } from 'kysely';
import type { UsageDimension, UsagePeriod, UsageRow } from '../../../ports/budgets/budget-store.js';
import type { Db } from '../tasks/task-rows.js';

/**
 * BudgetStore.listUsage, deleted tasks included. It reads the index tasks_usage alone, a day at a time
 * where days are told apart: so no day is computed for a task, and few groups are open at once.
 */
export async function listUsageRows(
  db: Db,
  tenantId: string,
  { from, before }: UsagePeriod,
  by: ReadonlySet<UsageDimension>,
  limit: number,
): Promise<readonly UsageRow[]> {
  const text = (dimension: UsageDimension, column: string) =>
    by.has(dimension) ? sql.raw<string | null>(column) : sql.raw<null>('null::text');
  const first = sql`${from}::date::timestamp`;
  const end = sql`${before}::date::timestamp`;
  const spans = by.has('day')
    ? sql`select day, day as first, day + interval '1 day' as next
        from generate_series(${first}, ${end} - interval '1 day', '1 day') as day`
    : sql`select null::timestamp as day, ${first} as first, ${end} as next`;
  const { rows } = await sql<UsageRow>`
    select to_char(day, 'YYYY-MM-DD') as day, model, subject, label, tasks, reserved, spent
    from (${spans}) as span cross join lateral (
      select ${text('model', 'model')} as model, ${text('key', 'created_by')} as subject,
        ${text('label', 'label')} as label, count(*)::integer as tasks,
        sum(reserved_credits) as reserved, sum(spent_credits) as spent
      from tasks
      where tenant_id = ${tenantId} and created_at >= span.first at time zone 'UTC'
        and created_at < span.next at time zone 'UTC'
      group by 1, 2, 3
    ) as groups
    order by span.day desc nulls last, spent desc, reserved desc, model, subject, label
    limit ${limit}
  `.execute(db);
  return rows;
}
