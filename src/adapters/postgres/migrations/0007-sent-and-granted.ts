import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // Since when what was made elsewhere is its tenant's; null: its tenant has made it.
  sql`alter table resources add column granted_at timestamptz`,
  // The search for what a request has made looks at all that are open.
  sql`create index submissions_open on submissions (sent_at)
    where status in ('sending', 'unconfirmed')`,
];

/** What must be known to tell a tenant's own from what its neighbours have made. */
export const sentAndGranted: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
