import { sql, type Kysely, type Migration } from 'kysely';

/** Ends a statement that may not have done what it did, and says why. See connection/sql-errors.ts. */
export const refusals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create function refuse(reason text) returns boolean language plpgsql as $$
      begin
        raise exception using errcode = 'GW001', message = reason;
      end $$`.execute(db);
  },
};
