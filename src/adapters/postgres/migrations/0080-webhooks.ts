import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // Encrypted. Null: nothing is told of the task alone.
  sql`alter table tasks add column webhook_url text`,
  sql`create table webhooks (
    id uuid primary key,
    tenant_id text not null references tenants on delete cascade,
    url text not null,
    events text[] not null,
    operations text[],
    labels text[],
    -- Later events are told.
    since_number bigint not null,
    secret text not null,
    old_secret text,
    old_secret_until timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    paused_at timestamptz,
    disabled_at timestamptz,
    failing_since timestamptz,
    last_status integer,
    last_error text,
    lost_deliveries integer not null default 0
  )`,
  sql`create index webhooks_newest on webhooks (tenant_id, created_at desc, id desc)`,
  // A tenant that has, or had, a webhook or a secret for them. The node that makes its deliveries, or
  // takes some, holds the row.
  sql`create table webhook_tenants (
    tenant_id text primary key references tenants on delete cascade,
    -- Number of the last event of which deliveries were made.
    number bigint not null,
    secret text,
    old_secret text,
    old_secret_until timestamptz,
    tokens double precision not null default 1e9,
    filled_at timestamptz not null
  ) with (fillfactor = 50)`,
  sql`create table webhook_deliveries (
    id uuid primary key,
    tenant_id text not null references tenants on delete cascade,
    webhook_id uuid references webhooks on delete cascade,
    task_id uuid references tasks on delete cascade,
    number bigint,
    type text not null,
    event_at timestamptz not null,
    snapshot jsonb not null,
    status text not null,
    attempts integer not null default 0,
    created_at timestamptz not null,
    due_at timestamptz not null,
    retry_until timestamptz not null,
    lease_until timestamptz,
    fence bigint not null default 0,
    ended_at timestamptz,
    attempted_at timestamptz,
    last_status integer,
    last_error text,
    last_ms integer,
    response text
  ) with (fillfactor = 70)`,
  sql`create unique index webhook_deliveries_once
    on webhook_deliveries (tenant_id, number, webhook_id) nulls not distinct
    where number is not null`,
  sql`create index webhook_deliveries_due on webhook_deliveries (tenant_id, due_at)
    where ended_at is null`,
  sql`create index webhook_deliveries_in_turn on webhook_deliveries (task_id, webhook_id, number)
    where ended_at is null`,
  sql`create index webhook_deliveries_of_task on webhook_deliveries (task_id)`,
  sql`create index webhook_deliveries_of_webhook
    on webhook_deliveries (webhook_id, created_at desc, id desc)`,
  sql`create index webhook_deliveries_newest
    on webhook_deliveries (tenant_id, created_at desc, id desc)`,
  sql`create index webhook_deliveries_oldest on webhook_deliveries (created_at)`,
];

/** Webhooks of tenants, and what is delivered to them. Runs beside the version before. */
export const webhooks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
