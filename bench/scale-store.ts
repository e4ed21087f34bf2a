import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openDatabase, type Database } from '../src/adapters/postgres/connection/database.js';
import { storesOf, type Stores } from '../src/adapters/postgres/stores.js';
import type { Tables } from '../src/adapters/postgres/tables.js';
import { createPostgresDatabase, silentLog } from '../test/support/store/database.js';
import { testKeys } from '../test/support/store/key-ring.js';
import { fillStore, type StoreSize } from '../test/support/store/filled-store.js';
import { TimedStatements } from './timed-statements.js';

/** A filled store of one size, and a gateway's way to it. */
export interface ScaleStore {
  readonly database: Database;
  readonly stores: Stores;
  readonly timed: TimedStatements;
  close(): Promise<void>;
}

/** In a new database, which is dropped at the end. */
export async function openScaleStore(
  size: StoreSize,
  now: Date,
  tell: (progress: string) => void,
): Promise<ScaleStore> {
  const made = await createPostgresDatabase();
  const { url } = made;
  try {
    await (await openDatabase({ url, log: silentLog })).close();
    await fill(url, size, now, tell);
    const timed = new TimedStatements();
    const database = await openDatabase({
      url,
      log: silentLog,
      keys: testKeys,
      wrapPool: timed.wrapPool,
    });
    return {
      database,
      stores: storesOf(database),
      timed,
      close: async () => {
        await database.close();
        await made.drop();
      },
    };
  } catch (error) {
    await made.drop();
    throw error;
  }
}

/** Over a connection of its own: the gateway's give a statement up after some seconds. */
async function fill(
  url: string,
  size: StoreSize,
  now: Date,
  tell: (progress: string) => void,
): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await fillStore(db, size, now, tell);
  } finally {
    await db.destroy();
  }
}
