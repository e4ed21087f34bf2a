import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // What has happened to the store as a whole. Until `done_at`, the note is in force.
  sql`create table store_notes (
    id uuid primary key,
    kind text not null check (kind in ('restored', 'moved', 'left')),
    at timestamptz not null,
    done_at timestamptz
  )`,
];

/**
 * Whether the store is a copy, and whether gateways may work on it. Runs beside the version before,
 * which knows no copies.
 */
export const storeNotes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
