import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  sql`alter table tasks
    add column poll_senseless_count integer not null default 0,
    add column poll_unknown_count integer not null default 0,
    add column poll_doubted_since timestamptz,
    add column guessed_by text,
    add column decisions jsonb`,
  sql`create index tasks_doubted on tasks (created_at desc, id desc)
    where poll_doubted_since is not null and settled_at is null and deleted_at is null`,
  // A deleted task whose cost is unknown still counts: an operator must find it.
  sql`drop index tasks_without_cost`,
  sql`create index tasks_without_cost on tasks (created_at desc, id desc)
    where settled_at is not null and cost_credits is null`,
];

/** Tasks whose reads make no sense, and decisions about tasks without proof. */
export const doubtsAndDecisions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
