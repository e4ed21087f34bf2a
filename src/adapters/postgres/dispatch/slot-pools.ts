import { sql } from 'kysely';

import type { SlotPool } from '../../../ports/dispatch/slot-pool.js';
import type { Database } from '../connection/database.js';
import { Statement } from '../connection/statement.js';
import type { Db, Trx } from '../tasks/task-rows.js';

/**
 * Holds every other taker of a pool off, on all nodes, so that counting and taking are one. The
 * lock is the first of its transaction, and the only one of its kind in it: so it cannot be part of
 * a deadlock.
 */
export class PoolLocks {
  readonly #database: Database;
  /** By pool: the end of the line of this process, which waits without a connection. */
  readonly #lines = new Map<string, Promise<unknown>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** PGlite has one connection in one process: each of its statements has all to itself. */
  get areImplied(): boolean {
    return this.#database.kind === 'pglite';
  }

  async hold<Result>(
    { runwayAccount, model }: SlotPool,
    work: (trx: Trx) => Promise<Result>,
  ): Promise<Result> {
    const name = `slots ${runwayAccount} ${model ?? ''}`;
    const held = (this.#lines.get(name) ?? Promise.resolve()).then(() =>
      this.#database.kysely.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
        return await work(trx);
      }),
    );
    const line: Promise<unknown> = held
      .catch(() => undefined)
      .finally(() => {
        if (this.#lines.get(name) === line) this.#lines.delete(name);
      });
    this.#lines.set(name, line);
    return await held;
  }
}

/** Of `Statement`s: rows of the pool of `:account` and `:model`. Only one with a model has slots. */
const IN_POOL = `runway_account = :account::text and model = :model::text`;

/**
 * Tasks that are on their way to Runway or live there, counted up to `slots`, a column of the query
 * around: more than that need not be known.
 */
export const BUSY_SLOTS = `((
    select count(*) from (
      select from tasks
      where ${IN_POOL} and status in ('PENDING', 'THROTTLED', 'RUNNING') limit slots
    ) as live
  ) + (
    select count(*) from (
      select from submissions where ${IN_POOL} and status = 'sending' limit slots
    ) as sending
  ))`;

const IS_FULL = new Statement<{ readonly is_full: boolean }>(
  'is_pool_full',
  `select ${BUSY_SLOTS} >= slots as is_full
  from (select :slots::integer as slots offset 0) as pool`,
);

/** Whether so many slots of the pool are in use. */
export async function isPoolFull(
  db: Db,
  { runwayAccount: account, model }: SlotPool,
  slots: number,
): Promise<boolean> {
  const [row] = await IS_FULL.run(db, { account, model, slots });
  return row?.is_full === true;
}
