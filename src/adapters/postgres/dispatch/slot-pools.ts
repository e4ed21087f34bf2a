import { sql } from 'kysely';

import type { SlotPool } from '../../../ports/dispatch/slot-pool.js';
import type { Database } from '../connection/database.js';
import { Statement } from '../connection/statement.js';
import { toArray } from '../connection/text-array.js';
import type { Db, Trx } from '../tasks/task-rows.js';

/**
 * Holds every other taker of a pool off, on all nodes, so that counting and taking are one. A lock that
 * is waited for is the first of its transaction, and the only one of its kind in it: so it cannot be
 * part of a deadlock.
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
    const name = lockName({ runwayAccount, model });
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

  /** The same of those pools that nothing else holds at this moment; `work` is given their names. */
  async holdFree<Result>(
    pools: readonly SlotPool[],
    work: (db: Db, held: readonly string[]) => Promise<Result>,
  ): Promise<Result> {
    const names = [...new Set(pools.map(lockName))];
    const { kysely } = this.#database;
    if (this.areImplied) return await work(kysely, names);
    return await kysely.transaction().execute(async (trx) => {
      const held = await LOCK_FREE.run(trx, { names: toArray(names) });
      return await work(
        trx,
        held.map(({ name }) => name),
      );
    });
  }
}

const LOCK_FREE = new Statement<{ readonly name: string }>(
  'lock_free_pools',
  `select name from unnest(:names::text[]) as name
  where pg_try_advisory_xact_lock(hashtextextended(name, 0))`,
);

function lockName({ runwayAccount, model }: SlotPool): string {
  return `slots ${runwayAccount} ${model ?? ''}`;
}

/** The same of a row with `account` and `model`. */
export const LOCK_NAME = `('slots ' || account || ' ' || model)`;

/**
 * Tasks of a pool that are on their way to Runway or live there, counted up to `slots`, a column of
 * the query around: more than that need not be known. Only a pool with a model has slots.
 */
export function busySlots(account: string, model: string): string {
  const inPool = `runway_account = ${account} and model = ${model}`;
  return `((
    select count(*) from (
      select from tasks
      where ${inPool} and status in ('PENDING', 'THROTTLED', 'RUNNING') limit slots
    ) as live
  ) + (
    select count(*) from (
      select from submissions where ${inPool} and status = 'sending' limit slots
    ) as sending
  ))`;
}

/** Of `Statement`s: the same of the pool of `:account` and `:model`. */
export const BUSY_SLOTS = busySlots(':account::text', ':model::text');

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
