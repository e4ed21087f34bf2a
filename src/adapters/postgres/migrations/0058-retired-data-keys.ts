import { sql, type Kysely, type Migration } from 'kysely';

/** When a data key was replaced; null: it was not. */
export const retiredDataKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table data_keys add column retired_at timestamptz`.execute(db);
  },
};
