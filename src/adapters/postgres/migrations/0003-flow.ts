import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`alter table tenants add column stopped_at timestamptz, add column resumed_at timestamptz`,
  // The statuses that hold a slot at Runway.
  sql`create index tasks_in_slots on tasks (runway_account, model)
    where status in ('PENDING', 'THROTTLED', 'RUNNING')`,
  sql`create index tasks_failed on tasks (tenant_id, settled_at) where status = 'FAILED'`,
  sql`create index tasks_settled on tasks (settled_at) where settled_at is not null`,
  sql`create index task_events_oldest on task_events (at)`,
];

/** Slots, the moderation stop, and retention. */
export const flow: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
