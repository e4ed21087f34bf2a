import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // Null for the tasks of before, of which it is not known.
  sql`alter table tasks add column set_aside_credits numeric`,
  sql`alter table budget_counters add column overrun numeric not null default 0`,
];

/** The credits that tasks take beyond what was set aside for them. */
export const overruns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
