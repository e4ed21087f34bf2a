import type { Kysely } from 'kysely';

import type { Tables } from '../tables.js';
import { openPool } from './connections.js';
import { assertUsable } from './embedded-folder.js';
import { kyselyOver } from './kysely-over.js';
import { startPglite, type StartPglite } from './start-pglite.js';
import { explainDataDir, explainPostgres } from './database-start-errors.js';
import { lockDataDir } from './data-dir-lock.js';
import { assertOwnSessions } from './own-sessions.js';
import { PglitePool } from './pglite-pool.js';
import { PreparingPool } from './preparing-pool.js';

/** A database as it lies there, with whatever schema it has: for copies of the whole. */
export interface UnmigratedDatabase {
  readonly kind: 'postgres' | 'pglite';
  /** One connection, whose session has our settings and no deadlines. */
  readonly db: Kysely<Tables>;
}

/** Opens a Postgres for `work`, and closes it. */
export async function withPostgres<Result>(
  address: { readonly url: string; readonly schema: string },
  work: (database: UnmigratedDatabase) => Promise<Result>,
): Promise<Result> {
  const pool = openPool(address, 'unbounded', { max: 1 });
  try {
    try {
      const client = await pool.connect();
      client.release();
      await assertOwnSessions(address);
    } catch (error) {
      throw explainPostgres(error, address);
    }
    return await kyselyOver(new PreparingPool(pool))
      .connection()
      .execute((db) => work({ kind: 'postgres', db }));
  } finally {
    await pool.end();
  }
}

/**
 * Opens the embedded database of `dataDir`, which no gateway may have open meanwhile, for `work`, and
 * closes it. `check` sees the folder when it is locked, before it is opened.
 */
export async function withEmbedded<Result>(
  {
    dataDir,
    check = assertUsable,
    startPglite: start = startPglite,
  }: {
    readonly dataDir: string;
    readonly check?: ((dataDir: string) => Promise<void>) | undefined;
    readonly startPglite?: StartPglite | undefined;
  },
  work: (database: UnmigratedDatabase) => Promise<Result>,
): Promise<Result> {
  const lock = await lockDataDir(dataDir).catch((error: unknown) => {
    throw explainDataDir(error, dataDir);
  });
  try {
    await check(dataDir);
    const pglite = await start(dataDir).catch((error: unknown) => {
      throw explainDataDir(error, dataDir);
    });
    const pool = new PglitePool(pglite, () => undefined);
    try {
      return await kyselyOver(pool)
        .connection()
        .execute((db) => work({ kind: 'pglite', db }));
    } finally {
      await pool.end();
    }
  } finally {
    await lock.release();
  }
}
