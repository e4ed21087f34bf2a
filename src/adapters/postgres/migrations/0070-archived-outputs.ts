import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`create table archived_outputs (
    id text primary key,
    tenant_id text not null,
    task_id uuid not null references tasks (id) on delete cascade,
    position integer not null check (position >= 0),
    status text not null default 'WAITING' check (status in (
      'WAITING', 'COPYING', 'KEPT', 'LOST', 'TOO_LARGE', 'OVER_QUOTA', 'ERASED')),
    due_at timestamptz,
    fence bigint not null default 0,
    lease_until timestamptz,
    attempts integer not null default 0,
    source_tag text,
    file_key text,
    bytes bigint check (bytes >= 0),
    sha256 text,
    media_type text,
    created_at timestamptz not null,
    kept_at timestamptz
  )`,
  sql`create index archived_outputs_task on archived_outputs (task_id)`,
  sql`create index archived_outputs_due on archived_outputs (due_at) where due_at is not null`,
  sql`create index archived_outputs_kept on archived_outputs (kept_at) where status = 'KEPT'`,
  sql`create index archived_outputs_bytes on archived_outputs (tenant_id, bytes)
    where status = 'KEPT'`,
  sql`create table erased_outputs (
    id text primary key,
    due_at timestamptz not null
  )`,
  sql`create index erased_outputs_due on erased_outputs (due_at)`,
  // Whatever deletes an output owes the deletion of its file, in the same transaction.
  sql`create function owe_erasure() returns trigger language plpgsql as $$
    begin
      insert into erased_outputs (id, due_at) values (old.id, to_timestamp(0)) on conflict do nothing;
      return null;
    end $$`,
  sql`create trigger archived_outputs_erased after delete on archived_outputs
    for each row when (old.fence > 0) execute function owe_erasure()`,
  sql`create function delete_archived_outputs() returns trigger language plpgsql as $$
    begin
      delete from archived_outputs where task_id = new.id;
      return null;
    end $$`,
  sql`create trigger tasks_hidden after update of deleted_at on tasks
    for each row when (old.deleted_at is null and new.deleted_at is not null)
    execute function delete_archived_outputs()`,
];

/**
 * Copies of outputs, and files that are still to be erased.
 *
 * Runs beside the version before: its settlements make no rows, and those outputs are not copied.
 */
export const archivedOutputs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
