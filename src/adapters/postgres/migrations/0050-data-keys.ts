import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`create table data_keys (
    id text primary key,
    -- Null: the gateway itself.
    tenant_id text references tenants on delete cascade,
    purpose text not null check (purpose in ('seal', 'fingerprint')),
    wrapped text not null,
    kek_id text not null,
    is_current boolean not null,
    created_at timestamptz not null
  )`,
  sql`create unique index data_keys_current on data_keys (coalesce(tenant_id, ''), purpose)
    where is_current`,
  sql`create index data_keys_tenant on data_keys (tenant_id)`,
  sql`create index data_keys_by_kek on data_keys (kek_id, id)`,
];

/** The keys that what is stored is encrypted with, a set for each tenant. */
export const dataKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
