import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`create table security_alerts (
    id uuid primary key,
    -- Taken under the lock of alert_state, so that their order is that of commits.
    number bigint not null unique,
    rule text not null,
    severity text not null,
    subject text not null,
    detail text,
    -- No references: an alert outlives the tenant and the key.
    tenant_id text,
    key_id text,
    address text,
    count double precision not null,
    threshold double precision not null,
    raised_at timestamptz not null,
    last_seen_at timestamptz not null,
    told_at timestamptz,
    answer text,
    answer_ends_at timestamptz,
    lifted_at timestamptz,
    lifted_by text
  )`,
  sql`create index security_alerts_of_subject on security_alerts (rule, subject, raised_at)`,
  sql`create index security_alerts_of_tenant on security_alerts (tenant_id, number)`,
  sql`create index security_alerts_oldest on security_alerts (raised_at)`,
  sql`create index security_alerts_untold on security_alerts (number) where told_at is null`,
  sql`create index security_alerts_throttled on security_alerts (answer_ends_at)
    where answer = 'THROTTLE' and lifted_at is null`,
  // One row. The node that evaluates the rules holds it.
  sql`create table alert_state (
    is_only boolean primary key default true check (is_only),
    number bigint not null,
    floor bigint not null,
    evaluated_at timestamptz
  )`,
  // What the rules look for.
  sql`create index audit_events_refused on audit_events (code, at) where code is not null`,
  sql`create index audit_events_reused on audit_events (at) where event = 'authn_token_reuse'`,
  // The condition is that of domain/task/failure.ts MODERATED.
  sql`create index tasks_moderated_newest on tasks (settled_at)
    where status = 'FAILED'
      and state #>> '{failure,code}' ~ '^(SAFETY|INPUT_PREPROCESSING[.]SAFETY)([.]|$)'`,
  sql`create table key_networks (
    key_id text not null references api_keys on delete cascade,
    network text not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (key_id, network)
  ) with (fillfactor = 50)`,
  sql`create index key_networks_newest on key_networks (first_at)`,
  sql`create index key_networks_unused on key_networks (last_at)`,
  // Null: its key works. Lifted by an operator.
  sql`alter table api_keys add column suspended_at timestamptz`,
];

/** Alerts of suspicious patterns, the networks of keys, and keys that an alert has suspended. */
export const securityAlerts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
