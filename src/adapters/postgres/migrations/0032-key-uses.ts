import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // Apart from the keys themselves, which every request reads and which change seldom.
  sql`create table key_uses (
    key_id text primary key references api_keys on delete cascade,
    requests bigint not null,
    last_at timestamptz not null,
    last_address text
  ) with (fillfactor = 50)`,
  sql`create table key_scope_uses (
    key_id text not null references api_keys on delete cascade,
    scope text not null,
    last_at timestamptz not null,
    primary key (key_id, scope)
  ) with (fillfactor = 50)`,
  // The keys of an access review, by tenant.
  sql`create index api_keys_in_review on api_keys (tenant_id, id) where revoked_at is null`,
];

/** When, from where and for what each key was used. */
export const keyUses: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
