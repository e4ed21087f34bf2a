import { sql } from 'kysely';

import type { Database } from '../../../src/adapters/postgres/connection/database.js';

/** Settled tasks that a tenant has had, without submissions and events. */
export interface History {
  readonly tenantId: string;
  readonly count: number;
  /** When the first was made; each of the next a second later, and settled at once. */
  readonly from: Date;
  /** Expressions over `i`, which counts from 1. */
  readonly operation?: string;
  readonly model?: string;
  readonly label?: string;
  readonly state?: string;
}

const SUCCEEDED = `'{"status":"SUCCEEDED","output":[]}'`;

/** Writes tasks in one statement, and counts them where tasks are counted. They cost nothing. */
export async function fillHistory({ kysely }: Database, history: History): Promise<void> {
  const { tenantId, count, from } = history;
  const { operation = `'createTextToImage'`, model = `'gen4_image'`, label = 'null' } = history;
  const state = history.state ?? SUCCEEDED;
  await sql`
    insert into tasks (id, tenant_id, created_by, operation, model, label, runway_account,
      runway_task_kind, input, state, estimate_credits, estimate_source, cost_credits,
      reserved_credits, created_at, settled_at)
    select gen_random_uuid(), ${tenantId}, 'key:k', ${sql.raw(operation)}, ${sql.raw(model)},
      ${sql.raw(label)}, 'default', 'task', '{}', (${sql.raw(state)})::jsonb, 0, 'PRICES', 0, 0,
      ${from}::timestamptz + i * interval '1 second', ${from}::timestamptz + i * interval '1 second'
    from generate_series(1, ${count}::integer) as i`.execute(kysely);
  await sql`update tenants set tasks = tasks + ${count} where id = ${tenantId}`.execute(kysely);
  await sql`
    insert into budget_counters
    select ${tenantId}, subject, period,
      date_trunc(period, created_at at time zone 'UTC') at time zone 'UTC' as start, 0, 0
    from tasks, (values (''), ('key:k')) as whose (subject), (values ('DAY'), ('MONTH')) as p (period)
    where tenant_id = ${tenantId} group by subject, period, start
    on conflict do nothing`.execute(kysely);
}

/** An event of each task that has none yet, at the time at which it settled. */
export async function fillEvents({ kysely }: Database, tenantId: string): Promise<void> {
  await sql`
    with numbered as (
      select tasks.id, state, settled_at,
        row_number() over (order by settled_at, tasks.id) + event_seq as number
      from tasks join tenants on tenants.id = tenant_id and tenant_id = ${tenantId}
      where not exists (select from task_events where task_id = tasks.id)
    ), written as (
      insert into task_events (tenant_id, number, task_id, at, snapshot)
      select ${tenantId}, number, id, settled_at, jsonb_build_object('state', state) from numbered
      returning number
    )
    update tenants set event_seq = (select max(number) from written) where id = ${tenantId}
  `.execute(kysely);
}
