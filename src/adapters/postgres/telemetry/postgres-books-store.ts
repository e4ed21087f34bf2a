import { sql, type RawBuilder } from 'kysely';

import { nextPeriodStart } from '../../../domain/pricing/credits.js';
import { submittedOperations } from '../../../operations/submitted-operations.js';
import type { BookDifferences, BooksStore } from '../../../ports/telemetry/books-store.js';
import { WHOLE_TENANT } from '../budgets/ledger.js';
import type { Database } from '../connection/database.js';
import type { Db } from '../tasks/task-rows.js';

/** A task that only follows a resource had no submission, and shares the resource's id with others. */
const SUBMITTED = Object.keys(submittedOperations);

interface SettledIn {
  readonly from: Date;
  readonly to: Date;
}

/** Tasks of a day are read from the index tasks_usage alone. Tenants that are being deleted do not count. */
export class PostgresBooksStore implements BooksStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async checkDay(day: Date, isWhole: boolean): Promise<BookDifferences> {
    const { rows } = await sql<Required<Pick<BookDifferences, 'reserved' | 'spent' | 'counters'>>>`
      select
        count(*) filter (where noted.reserved <> held.reserved)::integer as reserved,
        count(*) filter (
          where noted.spent < held.spent or (${isWhole}::boolean and noted.spent > held.spent)
        )::integer as spent,
        count(*) filter (
          where (noted.reserved, noted.spent) <> (parts.reserved, parts.spent)
        )::integer as counters
      from tenants
        cross join lateral (${sumOfDay(day, sql`subject = ${WHOLE_TENANT}`)}) as noted
        cross join lateral (${sumOfDay(day, sql`subject <> ${WHOLE_TENANT}`)}) as parts
        cross join lateral (
          select coalesce(sum(reserved_credits), 0) as reserved,
            coalesce(sum(spent_credits), 0) as spent
          from tasks
          where tenant_id = tenants.id and created_at >= ${day}::timestamptz
            and created_at < ${nextPeriodStart('DAY', day)}::timestamptz
        ) as held
      where deleted_at is null
    `.execute(this.#db);
    return rows[0] ?? {};
  }

  /** Retention deletes a month's counter before those of its days. */
  async checkMonth(month: Date): Promise<BookDifferences> {
    const { rows } = await sql<Required<Pick<BookDifferences, 'counters'>>>`
      select count(*)::integer as counters
      from budget_counters as noted
        join tenants on tenants.id = noted.tenant_id
        cross join lateral (
          select coalesce(sum(reserved), 0) as reserved, coalesce(sum(spent), 0) as spent
          from budget_counters
          where tenant_id = noted.tenant_id and subject = ${WHOLE_TENANT} and period = 'DAY'
            and period_start >= ${month}::timestamptz
            and period_start < ${nextPeriodStart('MONTH', month)}::timestamptz
        ) as days
      where noted.subject = ${WHOLE_TENANT} and noted.period = 'MONTH'
        and noted.period_start = ${month}::timestamptz and deleted_at is null
        and (noted.reserved, noted.spent) <> (days.reserved, days.spent)
    `.execute(this.#db);
    return rows[0] ?? {};
  }

  async checkTasks(settled: SettledIn): Promise<BookDifferences> {
    const queued = await sql<Required<Pick<BookDifferences, 'task_counts'>>>`/* all live rows */
      select count(*)::integer as task_counts
      from tenants left join (
        select tenant_id, count(*) as submissions from submissions
        where status = 'queued' group by tenant_id
      ) as queued on queued.tenant_id = tenants.id
      where deleted_at is null and queued_tasks <> coalesce(submissions, 0)
    `.execute(this.#db);
    return { ...queued.rows[0], ...(await this.#checkAmounts(settled)) };
  }

  async #checkAmounts({ from, to }: SettledIn): Promise<BookDifferences> {
    const columns = sql`id, status, operation, runway_task_kind, runway_task_id, settled_at, estimate_credits,
      cost_credits, reserved_credits, spent_credits`;
    const { rows } = await sql<
      Required<Pick<BookDifferences, 'task_amounts' | 'submissions' | 'runway_tasks'>>
    >`/* all live rows */
      with looked_at as (
        select ${columns} from tasks where status in ('PENDING', 'THROTTLED', 'RUNNING')
        union all
        select ${columns} from tasks where status = 'UNCONFIRMED' and deleted_at is null
        union all
        select ${columns} from tasks
        where settled_at >= ${from}::timestamptz and settled_at <= ${to}::timestamptz
      )
      select
        count(*) filter (where (reserved_credits, spent_credits) is distinct from case
          when settled_at is null then row (estimate_credits, 0::numeric)
          else row (0::numeric, coalesce(cost_credits, estimate_credits))
        end)::integer as task_amounts,
        count(*) filter (where is_submitted and settled_at is null and status <> 'UNCONFIRMED'
          and not exists (
            select from submissions where task_id = looked_at.id and status = 'submitted'
          ))::integer as submissions,
        count(*) filter (where is_submitted and runway_task_id is not null and exists (
          select from tasks as other
          where other.runway_task_id = looked_at.runway_task_id and other.id <> looked_at.id
            and other.runway_task_kind = looked_at.runway_task_kind
            and other.operation = any(${SUBMITTED}::text[])
        ))::integer as runway_tasks
      from looked_at
        cross join lateral (select operation = any(${SUBMITTED}::text[]) as is_submitted) as judged
    `.execute(this.#db);
    return rows[0] ?? {};
  }
}

/** What a tenant's counters of one day hold, those of some subjects together. */
function sumOfDay(day: Date, subjects: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select coalesce(sum(reserved), 0) as reserved, coalesce(sum(spent), 0) as spent
    from budget_counters
    where tenant_id = tenants.id and ${subjects} and period = 'DAY'
      and period_start = ${day}::timestamptz`;
}
