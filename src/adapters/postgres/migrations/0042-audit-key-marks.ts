import { sql, type Kysely, type Migration } from 'kysely';

/** The key that sealed each record; null for records of before, which any key of the file may verify. */
export const auditKeyMarks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table audit_events add column key_mark text`.execute(db);
  },
};
