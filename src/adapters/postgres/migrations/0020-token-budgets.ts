import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`create table token_counters (
    tenant_id text not null references tenants on delete cascade,
    token_id text not null,
    reserved numeric not null,
    spent numeric not null,
    expires_at timestamptz not null,
    primary key (tenant_id, token_id)
  )`,
  sql`create index token_counters_age on token_counters (expires_at, tenant_id, token_id)`,
  sql`alter table tasks add column token_id text`,
];

/** What the tasks of one token hold, where the token has a budget of its own. */
export const tokenBudgets: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
