import { sql, type Kysely, type Migration } from 'kysely';

/**
 * The span that made a task, so that work on the task on any node, and after a restart, goes on with
 * its trace. Null takes no space. The check keeps out everything but random numbers.
 */
export const traces: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table tasks add column traceparent text
      check (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-01$')`.execute(db);
  },
};
