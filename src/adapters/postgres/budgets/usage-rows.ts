import { sql } from 'kysely';
import type { UsageDimension, UsagePeriod, UsageRow } from '../../../ports/budgets/budget-store.js';
import type { Db } from '../tasks/task-rows.js';

/** BudgetStore.listUsage. Both values of the index's second column: deleted tasks count too. */
export async function listUsageRows(
  db: Db,
  tenantId: string,
  { from, before }: UsagePeriod,
  by: ReadonlySet<UsageDimension>,
  limit: number,
): Promise<readonly UsageRow[]> {
  const part = (dimension: UsageDimension, column: string) =>
    by.has(dimension) ? sql.raw<string | null>(column) : sql.raw<null>('null::text');
  const { rows } = await sql<UsageRow>`
    select ${part('day', `to_char(created_at at time zone 'UTC', 'YYYY-MM-DD')`)} as day,
      ${part('model', 'model')} as model,
      ${part('key', 'created_by')} as subject,
      ${part('label', 'label')} as label,
      count(*)::integer as tasks, sum(reserved_credits) as reserved, sum(spent_credits) as spent
    from tasks
    where tenant_id = ${tenantId} and (deleted_at is null) = any(array[true, false])
      and created_at >= ${`${from}T00:00:00Z`}::timestamptz
      and created_at < ${`${before}T00:00:00Z`}::timestamptz
    group by 1, 2, 3, 4
    order by day desc nulls last, spent desc, reserved desc, model, subject, label
    limit ${limit}
  `.execute(db);
  return rows;
}
