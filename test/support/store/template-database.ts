import { openDatabase } from '../../../src/adapters/postgres/connection/database.js';
import {
  createPostgresDatabase,
  HAS_POSTGRES,
  silentLog,
  type ServerDatabase,
} from './database.js';
import { testKeys } from './key-ring.js';

/**
 * Makes the migrated database of which suites get copies (TEST_DATABASE_TEMPLATE), because migrations
 * take longer than most suites. Call it before the suites. Undefined without a Postgres server.
 */
export async function makeTemplateDatabase(): Promise<ServerDatabase | undefined> {
  if (!HAS_POSTGRES) return undefined;
  const made = await createPostgresDatabase();
  // A database can be copied while it has no session.
  const database = await openDatabase({ url: made.url, log: silentLog, keys: testKeys });
  await database.close();
  process.env['TEST_DATABASE_TEMPLATE'] = new URL(made.url).pathname.slice(1);
  return made;
}
