import { kyselyOver } from '../../adapters/postgres/connection/kysely-over.js';
import { startPglite } from '../../adapters/postgres/connection/start-pglite.js';
import { migrateToLatest } from '../../adapters/postgres/connection/migrate.js';
import { PglitePool } from '../../adapters/postgres/connection/pglite-pool.js';

/** The data directory of an embedded database, migrated and empty, as a compressed archive. */
export async function databaseTemplate(): Promise<Blob> {
  const pglite = await startPglite();
  const pool = new PglitePool(pglite, (error) => {
    throw error;
  });
  await migrateToLatest(kyselyOver(pool));
  const template = await pglite.dumpDataDir('gzip');
  await pool.end();
  return template;
}
