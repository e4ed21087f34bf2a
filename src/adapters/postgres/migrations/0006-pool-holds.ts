import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // The model is '' where Runway chooses it: a primary key takes no null.
  sql`create table pool_holds (
    runway_account text not null,
    model text not null,
    reason text not null,
    until timestamptz not null,
    refusals integer not null default 1,
    probe uuid,
    probe_until timestamptz,
    primary key (runway_account, model)
  )`,
];

/** Pools of submissions that Runway takes no more of for a while. */
export const poolHolds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
