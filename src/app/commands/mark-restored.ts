import { pinoLogger } from '../../adapters/log/pino-logger.js';
import { noteRestored } from '../../adapters/postgres/backup/store-notes.js';
import { openDatabase } from '../../adapters/postgres/connection/database.js';
import type { Config } from '../../config/config.js';

/**
 * For a store that other tools have put back to an earlier time: `npm run store:restored`, while no
 * gateway runs. Returns how many tasks the next gateway makes UNCONFIRMED.
 */
export async function markRestored(config: Config): Promise<number> {
  const { log } = pinoLogger({ level: 'error', format: 'auto' });
  const { databaseUrl: url, databaseSchema: schema, dataDir } = config;
  const database = await openDatabase({ url, schema, dataDir, log });
  try {
    return await database.kysely.transaction().execute((trx) => noteRestored(trx, new Date()));
  } finally {
    await database.close();
  }
}
