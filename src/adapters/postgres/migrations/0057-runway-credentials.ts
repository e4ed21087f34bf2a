import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`create table runway_credentials (
    account text primary key,
    -- Null: the operator's.
    tenant_id text references tenants on delete cascade,
    secret text not null,
    mark text not null,
    version bigint not null default 1,
    set_at timestamptz not null,
    set_by text not null,
    retired_at timestamptz
  )`,
  sql`create unique index runway_credentials_current on runway_credentials
    (coalesce(tenant_id, '')) where retired_at is null`,
  sql`create index runway_credentials_of_tenant on runway_credentials (tenant_id)`,
  // One row, so that a node sees by one number whether it has to read the others again.
  sql`create table runway_credential_changes (
    is_only boolean primary key default true check (is_only),
    number bigint not null
  ) with (fillfactor = 50)`,
  sql`insert into runway_credential_changes (number) values (0)`,
  sql`create function count_credential_change() returns trigger language plpgsql as $$
    begin
      update runway_credential_changes set number = number + 1;
      return null;
    end $$`,
  sql`create trigger count_credential_change after insert or update or delete
    on runway_credentials for each statement execute function count_credential_change()`,
];

/** Runway secrets of tenants and of the operator, encrypted. */
export const runwayCredentials: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
