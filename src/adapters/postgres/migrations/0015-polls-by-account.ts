import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`drop index tasks_poll_due`,
  sql`create index tasks_poll_due on tasks (runway_account, poll_due_at)
    where poll_due_at is not null`,
];

/** Due reads are taken by account, because each account has a bound on open reads. */
export const pollsByAccount: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
