import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // The model of the request, '' where Runway chooses it. Only open submissions need theirs.
  sql`alter table submissions add column model text not null default ''`,
  sql`update submissions set model = tasks.model from tasks
    where tasks.id = submissions.task_id and tasks.model is not null
      and submissions.status in ('queued', 'sending')`,
  sql`create table queue_turns (
    tenant_id text not null references tenants on delete cascade,
    runway_account text not null,
    model text not null,
    turn bigint not null,
    is_due boolean not null,
    due_at timestamptz not null,
    primary key (tenant_id, runway_account, model)
  ) with (fillfactor = 50)`,
  sql`insert into queue_turns
    select tenant_id, runway_account, model, last_served_turn, false, min(due_at)
    from submissions join tenants on tenants.id = tenant_id
    where status = 'queued'
    group by tenant_id, runway_account, model, last_served_turn`,
  sql`create index queue_turns_next on queue_turns (runway_account, model, turn, tenant_id)
    where is_due`,
  sql`create index queue_turns_later on queue_turns (due_at) where not is_due`,
  // The next of a tenant in a pool (while memory is short, the next small one: see
  // domain/input/request-bytes.ts), all of a pool in the order in which they are due, and slots.
  sql`create index submissions_in_turn on submissions
    (runway_account, model, tenant_id, due_at, created_at, id) where status = 'queued'`,
  sql`create index submissions_in_turn_small on submissions
    (runway_account, model, tenant_id, due_at, created_at, id)
    where status = 'queued' and held_bytes <= 65536`,
  sql`create index submissions_in_pool on submissions (runway_account, model, due_at, id)
    where status = 'queued'`,
  sql`create index submissions_in_slots on submissions (runway_account, model)
    where status = 'sending'`,
  // Tenants that are stopped or were, and which of their tasks say so.
  sql`create index tenants_stopped on tenants (id) where stopped_at is not null`,
  sql`create index submissions_by_reason on submissions (waiting_reason, tenant_id, due_at)
    where status = 'queued'`,
  sql`drop index submissions_due`,
  sql`drop index submissions_turn`,
];

/** Whose turn it is in a pool, without a look at the queue. Nodes of an earlier version must be stopped. */
export const queueTurns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
