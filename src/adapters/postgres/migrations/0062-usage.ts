import { sql, type Kysely, type Migration } from 'kysely';

/** All that `usage` reads of a task, so that it need not read the rows themselves, which are large. */
export const usage: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index tasks_usage on tasks (tenant_id, created_at)
      include (model, created_by, label, reserved_credits, spent_credits)`.execute(db);
  },
};
