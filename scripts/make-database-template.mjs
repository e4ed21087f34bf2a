// Rule: a first start takes less than 5 seconds. Making a database from nothing takes three of them,
// so the build makes one, migrated and empty, and a first start unpacks it into DATA_DIR.
import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { kyselyOver, startPglite } from '../dist/adapters/postgres/connection/database.js';
import { migrateToLatest } from '../dist/adapters/postgres/connection/migrate.js';
import { PglitePool } from '../dist/adapters/postgres/connection/pglite-pool.js';

const pglite = await startPglite();
await migrateToLatest(kyselyOver(new PglitePool(pglite)));
const template = await pglite.dumpDataDir('gzip');
writeFileSync('dist/database-template.tar.gz', Buffer.from(await template.arrayBuffer()));
await pglite.close();
