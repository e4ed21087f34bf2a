import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`alter table submissions add column is_given_out boolean not null default false`,
];

/** A task that a caller has been given outlives its refusal. */
export const givenOut: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
