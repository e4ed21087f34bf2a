import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresDatabase } from '../test/support/store/database.js';
import type { Store } from './gateway-under-load.js';

/** A new database, dropped afterwards. */
export async function onPostgres<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const database = await createPostgresDatabase();
  try {
    return await work({ name: 'Postgres', environment: { DATABASE_URL: database.url } });
  } finally {
    await database.drop();
  }
}

/** A new folder, removed afterwards. */
export async function onPglite<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gateway-bench-'));
  try {
    return await work({ name: 'PGlite', environment: { DATA_DIR: dataDir } });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
