import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`alter table tenants add column policy jsonb`,
  sql`alter table api_keys add column policy jsonb`,
];

/** What tenants and keys may submit; null: everything. */
export const accessPolicies: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
