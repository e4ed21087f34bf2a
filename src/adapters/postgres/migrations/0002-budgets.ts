import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`alter table tasks add column spent_credits numeric not null default 0`,
  sql`update tasks
    set reserved_credits = 0, spent_credits = coalesce(cost_credits, estimate_credits)
    where settled_at is not null`,
  // The subject is '' for the whole tenant: a primary key takes no null.
  sql`create table budget_limits (
    tenant_id text not null references tenants on delete cascade,
    subject text not null,
    period text not null check (period in ('DAY', 'MONTH')),
    credits_max numeric not null check (credits_max >= 0),
    primary key (tenant_id, subject, period)
  )`,
  sql`create table budget_counters (
    tenant_id text not null references tenants on delete cascade,
    subject text not null,
    period text not null check (period in ('DAY', 'MONTH')),
    period_start timestamptz not null,
    reserved numeric not null,
    spent numeric not null,
    primary key (tenant_id, subject, period, period_start)
  ) with (fillfactor = 50)`,
  sql`insert into budget_counters
    select tenant_id, subject, period,
      date_trunc(period, created_at at time zone 'UTC') at time zone 'UTC' as period_start,
      sum(reserved_credits), sum(spent_credits)
    from tasks
      cross join lateral (values (''), (created_by)) as whose (subject)
      cross join (values ('DAY'), ('MONTH')) as length (period)
    group by tenant_id, subject, period, period_start`,
  sql`create index tasks_unconfirmed on tasks (created_at desc, id desc)
    where status = 'UNCONFIRMED' and deleted_at is null`,
  sql`create index tasks_without_cost on tasks (created_at desc, id desc)
    where settled_at is not null and cost_credits is null and deleted_at is null`,
  sql`create index tasks_runway_id on tasks (runway_task_id) where runway_task_id is not null`,
];

/** Limits on credits, what has been reserved and spent of them, and the tasks that people settle. */
export const budgets: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
