import { sql, type Kysely, type Migration } from 'kysely';

/**
 * How much a tenant has of what is seldom written, by kind. Triggers keep the counts, because
 * several statements write the rows.
 */
const HOLDINGS = [
  sql`create table tenant_holdings (
    tenant_id text not null references tenants on delete cascade,
    kind text not null,
    count bigint not null,
    primary key (tenant_id, kind)
  ) with (fillfactor = 50)`,
  sql`create function add_to_holdings(whose text, what text, difference integer) returns void
    language sql as $$
      insert into tenant_holdings as held values (whose, what, difference)
      on conflict (tenant_id, kind) do update set count = held.count + excluded.count
    $$`,
  sql`create function count_resource() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then perform add_to_holdings(old.tenant_id, old.kind, -1); end if;
      if tg_op <> 'DELETE' then perform add_to_holdings(new.tenant_id, new.kind, 1); end if;
      return null;
    end $$`,
  sql`create trigger count_resource after insert or delete or update of tenant_id, kind
    on resources for each row execute function count_resource()`,
  sql`create function count_api_key() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' and old.revoked_at is null then
        perform add_to_holdings(old.tenant_id, 'apiKey', -1);
      end if;
      if tg_op <> 'DELETE' and new.revoked_at is null then
        perform add_to_holdings(new.tenant_id, 'apiKey', 1);
      end if;
      return null;
    end $$`,
  sql`create trigger count_api_key after insert or delete or update of tenant_id, revoked_at
    on api_keys for each row execute function count_api_key()`,
  sql`insert into tenant_holdings
    select tenant_id, kind, count(*) from resources group by tenant_id, kind
    union all
    select tenant_id, 'apiKey', count(*) from api_keys where revoked_at is null
    group by tenant_id`,
];

const TASK_COUNTS = [
  sql`alter table tenants add column tasks bigint not null default 0`,
  sql`update tenants set tasks = counted.tasks, live_tasks = counted.live_tasks
    from (
      select tenant_id, count(*) as tasks,
        count(*) filter (where status in ('QUEUED', 'PENDING', 'THROTTLED', 'RUNNING'))
          as live_tasks
      from tasks where deleted_at is null group by tenant_id
    ) as counted
    where counted.tenant_id = tenants.id`,
];

const INDEXES = [
  // Every combination of a list's filters. Their condition is not written as `deleted_at is null`:
  // so no plan takes tasks_newest for theirs and walks a tenant's history to find three tasks.
  sql`drop index tasks_newest_by_status`,
  sql`drop index tasks_newest_by_label`,
  sql`create index tasks_by_facet on tasks
    (tenant_id, operation, coalesce(model, ''), status, created_at desc, id desc)
    where coalesce(deleted_at, 'infinity') = 'infinity'`,
  sql`create index tasks_by_label on tasks
    (tenant_id, label, operation, coalesce(model, ''), status, created_at desc, id desc)
    where coalesce(deleted_at, 'infinity') = 'infinity' and label is not null`,
  // Deleted tasks too: a tenant's last task, and a period's, must be found whichever it is.
  sql`drop index tasks_newest`,
  sql`drop index tasks_hidden`,
  sql`create index tasks_newest on tasks
    (tenant_id, (deleted_at is null), created_at desc, id desc)`,
  // The condition is that of domain/task/failure.ts MODERATED.
  sql`drop index tasks_failed`,
  sql`create index tasks_moderated on tasks (tenant_id, settled_at)
    where status = 'FAILED'
      and state #>> '{failure,code}' ~ '^(SAFETY|INPUT_PREPROCESSING[.]SAFETY)([.]|$)'`,
  sql`create index budget_counters_oldest on budget_counters (period_start)`,
  sql`drop index resources_of_parent`,
  sql`create index resources_of_parent on resources
    (tenant_id, parent_id, created_at desc, runway_id desc) where parent_id is not null`,
  sql`create index api_keys_of_tenant on api_keys (tenant_id)`,
  sql`create index tenants_deleting on tenants (deleted_at, id) where deleted_at is not null`,
  // Every submission is a task's, whose row refers to the tenant: without an index of its own, the
  // end of a tenant would read all submissions.
  sql`alter table submissions drop constraint submissions_tenant_id_fkey`,
];

/** History that costs the present nothing: indexes for what is asked, counts that move with rows. */
export const history: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...HOLDINGS, ...TASK_COUNTS, ...INDEXES]) {
      await statement.execute(db);
    }
  },
};
