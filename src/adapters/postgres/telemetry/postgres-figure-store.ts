import { sql } from 'kysely';

import { periodStart } from '../../../domain/pricing/credits.js';
import type { TaskStatus } from '../../../domain/task/task.js';
import type {
  FigureStore,
  PeriodCredits,
  StoreFigures,
  TenantFigures,
} from '../../../ports/telemetry/figure-store.js';
import { WHOLE_TENANT } from '../budgets/ledger.js';
import type { Database } from '../connection/database.js';
import type { Db } from '../tasks/task-rows.js';

interface TaskCount {
  readonly status: TaskStatus;
  readonly tasks: number;
}

interface Ages {
  readonly queued: Date | null;
  readonly unconfirmed: Date | null;
  readonly unsealed: Date | null;
}

/** Every statement reads counters, live rows or the head of an index: history makes none slower. */
export class PostgresFigureStore implements FigureStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async read(now: Date): Promise<StoreFigures> {
    const tasks = await this.#countTasks();
    const { queued, unconfirmed, unsealed } = await this.#readAges();
    return {
      tasks: Object.fromEntries(tasks.map((row) => [row.status, row.tasks])),
      oldestQueuedAt: queued,
      oldestUnconfirmedAt: unconfirmed,
      oldestUnsealedAt: unsealed,
      heldAccounts: await this.#listHeldAccounts(now),
      credits: await this.#sumCredits(now),
    };
  }

  async readTenants(now: Date, limit: number): Promise<readonly TenantFigures[]> {
    const { rows } = await sql<{
      readonly id: string;
      readonly live_tasks: number;
      readonly credits: readonly PeriodCredits[] | null;
    }>`
      select id, live_tasks, credits from tenants left join lateral (
        select sum(reserved + spent) filter (where period = 'MONTH') as held,
          jsonb_agg(
            jsonb_build_object('period', period, 'reserved', reserved, 'spent', spent)
          ) as credits
        from budget_counters
        where tenant_id = tenants.id and subject = ${WHOLE_TENANT} and ${isCurrent(now)}
      ) as counted on true
      where deleted_at is null
      order by live_tasks desc, held desc nulls last, id limit ${limit}
    `.execute(this.#db);
    return rows.map(({ id, live_tasks, credits }) => ({
      tenantId: id,
      liveTasks: live_tasks,
      credits: credits ?? [],
    }));
  }

  /** A task that is being sent is QUEUED, as one that waits. */
  async #countTasks(): Promise<readonly TaskCount[]> {
    const { rows } = await sql<TaskCount>`/* all live rows */
      select status, count(*)::integer as tasks from tasks
      where status in ('PENDING', 'THROTTLED', 'RUNNING') group by status
      union all
      select 'UNCONFIRMED', count(*)::integer from tasks
      where status = 'UNCONFIRMED' and deleted_at is null
      union all
      select 'QUEUED', coalesce(sum(queued_tasks), 0)::integer
        + (select count(*)::integer from submissions where status = 'sending')
      from tenants
    `.execute(this.#db);
    return rows;
  }

  /** Of the queue it reads one submission for each tenant and pool, however long the queue is. */
  async #readAges(): Promise<Ages> {
    const { rows } = await sql<Ages>`
      select (
        select min(next.created_at) from queue_turns
          join tenants on tenants.id = queue_turns.tenant_id
          cross join lateral (
            select created_at from submissions
            where status = 'queued' and runway_account = queue_turns.runway_account
              and model = queue_turns.model and tenant_id = queue_turns.tenant_id
            order by due_at, created_at, id limit 1
          ) as next
        where stopped_at is null and suspended_at is null and deleted_at is null
      ) as queued, (
        select created_at from tasks where status = 'UNCONFIRMED' and deleted_at is null
        order by created_at, id limit 1
      ) as unconfirmed, (
        select at from audit_events where position is null order by seq limit 1
      ) as unsealed
    `.execute(this.#db);
    return rows[0] ?? { queued: null, unconfirmed: null, unsealed: null };
  }

  async #listHeldAccounts(now: Date): Promise<readonly string[]> {
    const held = await this.#db
      .selectFrom('pool_holds')
      .select('runway_account')
      .where('until', '>', now)
      .execute();
    return held.map(({ runway_account }) => runway_account);
  }

  async #sumCredits(now: Date): Promise<readonly PeriodCredits[]> {
    const { rows } = await sql<PeriodCredits>`
      select period, sum(reserved) as reserved, sum(spent) as spent from budget_counters
      where subject = ${WHOLE_TENANT} and ${isCurrent(now)} group by period
    `.execute(this.#db);
    return rows;
  }
}

/** Of the counters: those of the day and of the month of `now`. */
function isCurrent(now: Date) {
  const day = periodStart('DAY', now);
  const month = periodStart('MONTH', now);
  return sql`period_start in (${day}::timestamptz, ${month}::timestamptz)
    and period_start = case period
      when 'DAY' then ${day}::timestamptz else ${month}::timestamptz end`;
}
