/** A process that uses an embedded database and then has nothing to do, for the test that it ends. */
import { readFile } from 'node:fs/promises';
import { startPglite } from '../../../src/adapters/postgres/connection/start-pglite.js';

const template = await readFile(new URL('../../../src/database-template.tar.gz', import.meta.url));
const pglite = await startPglite(undefined, new Blob([template]));
await pglite.query('select 1');
process.stdout.write('used');
