import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`alter table tenants add column live_tasks bigint not null default 0`,
  sql`update tenants set live_tasks = (
    select count(*) from tasks
    where tenant_id = tenants.id and deleted_at is null
      and status in ('QUEUED', 'PENDING', 'THROTTLED', 'RUNNING')
  )`,
];

/** How many live tasks a tenant has: counting them reads what the last ones have left behind. */
export const liveTasks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
