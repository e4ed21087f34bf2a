import type { PGlite } from '@electric-sql/pglite';

import { kyselyOver } from './kysely-over.js';
import { startPglite } from './start-pglite.js';
import { migrateToLatest } from './migrate.js';
import { PglitePool } from './pglite-pool.js';

/**
 * Databases from which `create database` copies. PGlite never opens another than its own: they would be
 * two thirds of the files of a store, and no vacuum would reach them.
 */
const TEMPLATES_OF_POSTGRES = ['template0', 'template1'];

/** The data directory of an embedded database, migrated and empty, as an archive. */
export async function databaseTemplate(compression: 'gzip' | 'none' = 'gzip'): Promise<Blob> {
  const pglite = await startPglite();
  const pool = new PglitePool(pglite, (error) => {
    throw error;
  });
  await migrateToLatest(kyselyOver(pool));
  await dropTemplates(pglite);
  const template = await pglite.dumpDataDir(compression);
  await pool.end();
  return template;
}

async function dropTemplates(pglite: PGlite): Promise<void> {
  for (const name of TEMPLATES_OF_POSTGRES) {
    await pglite.exec(`update pg_database set datistemplate = false where datname = '${name}'`);
    await pglite.exec(`drop database ${name}`);
  }
}
