import { sql } from 'kysely';

import type { Database } from '../../../src/adapters/postgres/connection/database.js';

/** Tasks that wait, of so many tenants (t0 …) and models (model0 …). */
export interface LongQueue {
  readonly queued: number;
  readonly tenants: number;
  readonly models: number;
  /** When the first of them was due; the others came each a ms later. */
  readonly dueAt: Date;
}

const STATES = {
  queued: { status: 'QUEUED', waitingFor: { reason: 'SLOT', until: null } },
  submitted: { status: 'RUNNING', progress: 0.5, output: [] },
} as const;

/** Fills an empty database with tasks at no cost, `live` of which Runway works on. */
export async function fillQueue(
  database: Database,
  { queued, tenants, models, dueAt }: LongQueue,
  live = 0,
): Promise<void> {
  const { kysely: db } = database;
  await sql`
    insert into tenants (id, name, created_at)
    select 't' || number, 'a tenant', ${dueAt}::timestamptz
    from generate_series(0, ${tenants - 1}::integer) as number`.execute(db);
  for (const [status, count] of [
    ['queued', queued],
    ['submitted', live],
  ] as const) {
    await sql`
      with made as (
        select number, gen_random_uuid() as id, 'model' || number % ${models}::integer as model,
          't' || number / ${models}::integer % ${tenants}::integer as tenant_id,
          ${dueAt}::timestamptz + number * interval '1 ms' as at
        from generate_series(0, ${count - 1}::integer) as number
      ), task as (
        insert into tasks (
          id, tenant_id, created_by, operation, model, runway_account, runway_task_kind, input,
          state, estimate_credits, estimate_source, reserved_credits, created_at
        )
        select id, tenant_id, 'key:abcd', 'createTextToVideo', model, 'default', 'task', '{}',
          ${JSON.stringify(STATES[status])}::jsonb, 0, 'PRICES', 0, at
        from made
      ), submission as (
        insert into submissions (
          id, tenant_id, task_id, kind, operation, sdk_method, runway_account, model, request,
          status, due_at, waiting_reason, created_at
        )
        select gen_random_uuid(), tenant_id, id, 'task', 'createTextToVideo', 'textToVideo.create',
          'default', model, '{"pathIds":[],"body":{}}', ${status}, at,
          case ${status} when 'queued' then 'SLOT' end, at
        from made
      ), turn as (
        insert into queue_turns (tenant_id, runway_account, model, turn, is_due, due_at)
        select tenant_id, 'default', model, 0, true, min(at) from made
        where ${status} = 'queued' group by tenant_id, model
      )
      update tenants
      set tasks = tasks + count, live_tasks = live_tasks + count,
        queued_tasks = queued_tasks + case ${status} when 'queued' then count else 0 end
      from (select tenant_id, count(*) as count from made group by tenant_id) as counted
      where id = counted.tenant_id`.execute(db);
  }
  await sql`analyze`.execute(db);
}
