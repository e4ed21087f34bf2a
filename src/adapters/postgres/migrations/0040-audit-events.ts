import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`create table audit_events (
    id uuid primary key,
    -- The order in which they came, which is not quite that in which they were committed.
    seq bigint generated always as identity,
    at timestamptz not null,
    event text not null,
    verdict text not null,
    code text,
    -- No reference: what a tenant did is kept when the tenant is gone.
    tenant_id text,
    subject text,
    credential_kind text,
    credential_id text,
    key_id text,
    operation text,
    objects jsonb not null,
    request_id text,
    address text,
    count integer,
    -- The seal; null until there is one.
    position bigint,
    mac text
  )`,
  sql`create index audit_events_unsealed on audit_events (seq) where position is null`,
  sql`create unique index audit_events_chain on audit_events (position)
    where position is not null`,
  sql`create index audit_events_newest on audit_events (at, id)`,
  sql`create index audit_events_of_tenant on audit_events (tenant_id, at, id)`,
  sql`create function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      raise exception 'a sealed audit record cannot be changed' using errcode = '55000';
    end $$`,
  // Of whatever role: who wants to change one has to change the table first.
  sql`create trigger audit_events_sealed before update on audit_events
    for each row when (old.position is not null) execute function refuse_audit_change()`,
  // The last seal. The node that seals holds the row.
  sql`create table audit_head (
    is_only boolean primary key default true check (is_only),
    position bigint not null,
    mac text not null,
    sealed_at timestamptz,
    key_mark text
  )`,
  // There is one when records were deleted that had grown old.
  sql`create table audit_beginning (
    is_only boolean primary key default true check (is_only),
    position bigint not null,
    mac text not null,
    proof text not null
  )`,
];

/** Security events, spending and changes, chained by seals. */
export const auditEvents: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
