import { sql, type Kysely, type Migration } from 'kysely';

/** Tables before their indexes, in the order of their references. Times come from the gateway, in ms. */
const STATEMENTS = [
  sql`create sequence turns`,
  sql`create table tenants (
    id text primary key,
    name text not null,
    event_seq bigint not null default 0,
    event_floor bigint not null default 0,
    last_served_turn bigint not null default 0,
    created_at timestamptz not null
  )`,
  sql`create table api_keys (
    id text primary key,
    tenant_id text not null references tenants,
    secret_hash bytea not null,
    scopes text[] not null,
    label text,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
  )`,
  sql`create table tasks (
    id uuid primary key,
    tenant_id text not null references tenants,
    created_by text not null,
    operation text not null,
    model text,
    label text,
    runway_account text not null,
    runway_task_id text,
    runway_task_kind text not null,
    input jsonb not null,
    state jsonb not null,
    status text not null generated always as (state ->> 'status') stored,
    estimate_credits numeric not null,
    estimate_source text not null,
    cost_credits numeric,
    reserved_credits numeric not null,
    cancel_requested_at timestamptz,
    created_at timestamptz not null,
    settled_at timestamptz,
    deleted_at timestamptz,
    poll_due_at timestamptz,
    poll_lease_until timestamptz,
    poll_fence bigint not null default 0,
    poll_missing_count integer not null default 0,
    last_read_at timestamptz
  )`,
  sql`create index tasks_newest on tasks (tenant_id, created_at desc, id desc)
    where deleted_at is null`,
  sql`create index tasks_newest_by_status on tasks (tenant_id, status, created_at desc, id desc)
    where deleted_at is null`,
  sql`create index tasks_newest_by_label on tasks (tenant_id, label, created_at desc, id desc)
    where deleted_at is null and label is not null`,
  sql`create index tasks_poll_due on tasks (poll_due_at) where poll_due_at is not null`,
  sql`create table submissions (
    id uuid primary key,
    tenant_id text not null references tenants,
    task_id uuid unique references tasks on delete cascade,
    kind text not null,
    operation text not null,
    sdk_method text not null,
    runway_account text not null,
    request jsonb not null,
    status text not null check
      (status in ('queued', 'sending', 'submitted', 'refused', 'unconfirmed', 'cancelled')),
    fence bigint not null default 0,
    lease_until timestamptz,
    sent_at timestamptz,
    attempts integer not null default 0,
    due_at timestamptz not null,
    waiting_reason text,
    waiting_until timestamptz,
    detail text,
    runway_id text,
    created_at timestamptz not null
  )`,
  sql`create index submissions_due on submissions (due_at) where status = 'queued'`,
  sql`create index submissions_turn on submissions (tenant_id, due_at, created_at, id)
    where status = 'queued'`,
  sql`create index submissions_sending on submissions (lease_until) where status = 'sending'`,
  // Checked at commit: the row goes in before its task, so that twins queue up on it early.
  sql`create table idempotency_keys (
    tenant_id text not null references tenants,
    key text not null,
    fingerprint text not null,
    task_id uuid not null references tasks on delete cascade deferrable initially deferred,
    expires_at timestamptz not null,
    primary key (tenant_id, key)
  )`,
  sql`create index idempotency_keys_task on idempotency_keys (task_id)`,
  sql`create index idempotency_keys_expiry on idempotency_keys (expires_at)`,
  sql`create table task_events (
    tenant_id text not null references tenants,
    number bigint not null,
    task_id uuid not null references tasks on delete cascade,
    at timestamptz not null,
    snapshot jsonb not null,
    primary key (tenant_id, number)
  )`,
  sql`create index task_events_of_task on task_events (task_id, number)`,
  sql`create table resources (
    tenant_id text not null references tenants,
    kind text not null,
    runway_account text not null,
    runway_id text not null,
    alias text,
    owner text not null,
    created_at timestamptz not null,
    primary key (runway_account, kind, runway_id)
  )`,
  sql`create index resources_newest on resources (tenant_id, kind, created_at desc)`,
  sql`create unique index resources_alias on resources (tenant_id, kind, alias)
    where alias is not null`,
];

/** Tenants, keys, and the life of tasks. */
export const spine: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
