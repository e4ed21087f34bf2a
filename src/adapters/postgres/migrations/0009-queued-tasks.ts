import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`alter table tenants add column queued_tasks bigint not null default 0`,
  sql`update tenants set queued_tasks = queued.count
    from (
      select tenant_id, count(*) as count from submissions where status = 'queued' group by tenant_id
    ) as queued
    where tenants.id = queued.tenant_id`,
];

/** How many tasks of a tenant wait to be sent, so that none has more than its share of the queue. */
export const queuedTasks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
