import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`alter table tenants add column rate_percent integer check (rate_percent >= 1)`,
  sql`create index tenants_rates on tenants (id, rate_percent) where rate_percent is not null`,
];

/** How many percent of the configured rates a tenant may use. */
export const tenantRates: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
