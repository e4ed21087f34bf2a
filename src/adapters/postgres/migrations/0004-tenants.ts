import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // What a router is called at Runway, and the avatar that a conversation was with.
  sql`alter table resources add column runway_slug text, add column parent_id text`,
  sql`update resources set runway_slug = alias where kind = 'router'`,
  sql`update resources set owner = 'operator' where owner = 'gateway'`,
  // Runway's ids are unique whichever secret they are read with, and secrets are replaced.
  sql`delete from resources later using resources first
    where later.kind = first.kind and later.runway_id = first.runway_id
      and (later.created_at, later.runway_account) > (first.created_at, first.runway_account)`,
  sql`alter table resources drop constraint resources_pkey, add primary key (kind, runway_id)`,
  sql`drop index resources_newest`,
  sql`create index resources_newest on resources
    (tenant_id, kind, created_at desc, runway_id desc)`,
  sql`create index resources_of_parent on resources (parent_id) where parent_id is not null`,
  sql`create index resources_ended on resources (created_at)
    where kind in ('upload', 'realtimeSession')`,
  // What an accepted submission makes: it survives the process that accepted it.
  sql`alter table submissions add column creates jsonb`,
  sql`create index tasks_of_runway_kind on tasks (runway_task_kind, runway_task_id)
    where runway_task_kind not in ('task', 'workflowInvocation')`,
  sql`alter table tenants
    add column suspended_at timestamptz,
    add column deleted_at timestamptz,
    add column live_tasks_max integer check (live_tasks_max >= 0),
    add column removal_lease_until timestamptz,
    add column removal_fence bigint not null default 0`,
  sql`create index tasks_hidden on tasks (tenant_id) where deleted_at is not null`,
];

/** The wall between tenants: what is whose, and tenants that are suspended or on their way out. */
export const tenants: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
