import { sql } from 'kysely';

import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { findKeptMedia } from './kept-media.js';

/**
 * The ledger's invariant: every counter, those of tokens too, is the sum of what its tasks hold, and what a task holds
 * follows from its state, estimate and cost; a tenant has as many tasks, live ones among them,
 * resources, keys, queued tasks (D14) and waiting bytes as it says (D19), unless it is being deleted; media are stored
 * only until they are sent; and what is queued comes up for a turn no later than it is due (D14).
 * Where retention has begun to delete a tenant's settled tasks, their cost stays in the counters.
 */
export async function expectLedgerHolds(database: Database): Promise<void> {
  expect(await findLedgerFaults(database)).toEqual([]);
}

/** Counters, tasks, tenants and submissions that break the invariant. */
export async function findLedgerFaults(database: Database): Promise<unknown[]> {
  const { kysely } = database;
  const { rows: wrongCounters } = await sql`
    with sums as (
      select tenant_id, subject, period,
        date_trunc(period, created_at at time zone 'UTC') at time zone 'UTC' as period_start,
        sum(reserved_credits) as held, sum(spent_credits) as paid,
        sum(greatest(reserved_credits + spent_credits - set_aside_credits, 0)) as beyond
      from tasks
        cross join lateral (values (''), (created_by)) as whose (subject)
        cross join (values ('DAY'), ('MONTH')) as length (period)
      group by tenant_id, subject, period, period_start
    ), compared as (
      select tenant_id, subject, period, period_start, coalesce(reserved, 0) as reserved,
        coalesce(spent, 0) as spent, coalesce(held, 0) as held, coalesce(paid, 0) as paid,
        coalesce(overrun, 0) as overrun, coalesce(beyond, 0) as beyond
      from budget_counters full join sums using (tenant_id, subject, period, period_start)
    )
    select compared.* from compared join tenants on tenants.id = tenant_id
    where reserved <> held or spent < paid or overrun < beyond
      or ((spent > paid or overrun > beyond) and event_floor = 0)
  `.execute(kysely);

  const { rows: wrongTokens } = await sql`
    with sums as (
      select tenant_id, token_id, sum(reserved_credits) as held, sum(spent_credits) as paid
      from tasks where token_id is not null group by tenant_id, token_id
    )
    select tenant_id, token_id, reserved, spent, held, paid
    from token_counters left join sums using (tenant_id, token_id)
      join tenants on tenants.id = tenant_id
    where reserved <> coalesce(held, 0) or spent < coalesce(paid, 0)
      or (spent > coalesce(paid, 0) and event_floor = 0)`.execute(kysely);

  const { rows: wrongTasks } = await sql`
    select id, state, estimate_credits, cost_credits, reserved_credits, spent_credits from tasks
    where (reserved_credits, spent_credits) is distinct from case
      when settled_at is null then row (estimate_credits, 0::numeric)
      else row (0::numeric, coalesce(cost_credits, estimate_credits))
    end`.execute(kysely);

  const { rows: wrongTenants } = await sql`
    select id, tasks, live_tasks, kept, live from tenants, lateral (
      select count(*) as kept,
        count(*) filter (where status in ('QUEUED', 'PENDING', 'THROTTLED', 'RUNNING')) as live
      from tasks where tenant_id = tenants.id and deleted_at is null
    ) as counted
    where (tasks, live_tasks) <> (kept, live)`.execute(kysely);

  const { rows: wrongHoldings } = await sql`
    with counted as (
      select tenant_id, kind, count(*) from resources group by tenant_id, kind
      union all
      select tenant_id, 'apiKey', count(*) from api_keys where revoked_at is null
      group by tenant_id
    )
    select tenant_id, kind, coalesce(held.count, 0) as noted, coalesce(counted.count, 0) as counted
    from tenant_holdings as held full join counted using (tenant_id, kind)
    where coalesce(held.count, 0) <> coalesce(counted.count, 0)`.execute(kysely);

  const { rows: wrongBytes } = await sql`
    select * from (
      select id, stored_bytes, (
        select coalesce(sum(held_bytes), 0) from submissions
        where tenant_id = tenants.id and status in ('queued', 'sending')
      ) as counted, queued_tasks, (
        select count(*) from submissions where tenant_id = tenants.id and status = 'queued'
      ) as queued
      from tenants
    ) as compared where (stored_bytes, queued_tasks) <> (counted, queued)`.execute(kysely);

  const keptMedia = await findKeptMedia(database);

  const { rows: lostTurns } = await sql`
    select submissions.id, submissions.model, tasks.model as of_task, turns.due_at
    from submissions
      join tasks on tasks.id = submissions.task_id
      join tenants on tenants.id = submissions.tenant_id
      left join queue_turns as turns on turns.tenant_id = submissions.tenant_id
        and turns.runway_account = submissions.runway_account and turns.model = submissions.model
    where submissions.status in ('queued', 'sending')
      and (
        (submissions.runway_account, submissions.model)
          <> (tasks.runway_account, coalesce(tasks.model, ''))
        or submissions.status = 'queued'
          and not coalesce(turns.is_due or turns.due_at <= submissions.due_at, false)
          and coalesce(stopped_at, suspended_at, tenants.deleted_at) is null
      )`.execute(kysely);
  const faults = [
    wrongCounters,
    wrongTokens,
    wrongTasks,
    wrongTenants,
    wrongHoldings,
    wrongBytes,
    keptMedia,
    lostTurns,
  ];
  return faults.flat();
}
