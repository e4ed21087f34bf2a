import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`alter table api_keys rename column label to name`,
  sql`alter table api_keys
    add column created_by text,
    add column allowed_addresses text[] not null default '{}',
    add column replaced_secret_hash bytea,
    add column replaced_secret_until timestamptz,
    add column counted_since timestamptz not null default now()`,
  // Operators keep what they could do before: manage keys, and read the schema.
  sql`update api_keys set scopes = scopes || array['schema:read', 'key:read', 'key:write']
    where 'operator' = any(scopes)`,
  sql`drop index api_keys_of_tenant`,
  sql`create index api_keys_of_tenant on api_keys (tenant_id, created_at desc, id desc)`,
  sql`create index api_keys_newest on api_keys (created_at desc, id desc)`,
];

/**
 * Keys that are managed: who made them, from where they may be used, and a secret that replaces
 * another. Nodes of an earlier version must be stopped.
 */
export const managedKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
