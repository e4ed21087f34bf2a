import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // An output as an upload at Runway: one for a tenant, an account and an output.
  sql`create table output_uploads (
    tenant_id text not null references tenants on delete cascade,
    runway_account text not null,
    output_task_id uuid not null,
    position integer not null,
    status text not null check (status in ('WAITING', 'DONE', 'FAILED')),
    runway_uri text,
    problem text,
    -- When Runway forgets a DONE one, and a FAILED one may be tried again.
    ends_at timestamptz,
    attempts integer not null default 0,
    fence bigint not null default 0,
    lease_until timestamptz,
    due_at timestamptz not null,
    wanted_at timestamptz not null,
    primary key (tenant_id, runway_account, output_task_id, position)
  ) with (fillfactor = 50)`,
  sql`create index output_uploads_due on output_uploads (due_at) where status = 'WAITING'`,
  sql`create index output_uploads_ended on output_uploads (ends_at) where status <> 'WAITING'`,
  // What a task is made from. No reference to the other task: it may be gone.
  sql`create table task_inputs (
    task_id uuid not null references tasks on delete cascade,
    output_task_id uuid not null,
    position integer not null,
    tenant_id text not null,
    -- Of the task, so that lists of what was made from an output are read in their order.
    created_at timestamptz not null,
    -- The upload that it was sent with; null: it was not sent yet.
    runway_uri text,
    primary key (task_id, output_task_id, position)
  )`,
  sql`create index task_inputs_of_output on task_inputs
    (tenant_id, output_task_id, created_at desc, task_id desc)`,
];

/**
 * Outputs as inputs: their uploads, and which tasks were made from which. Runs beside the version
 * before. That one sends the name of an output as it stands, which Runway refuses at no cost.
 */
export const lineage: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
