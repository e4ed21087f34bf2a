import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pinoLogger } from './adapters/pino-logger.js';
import { openDatabase } from './adapters/postgres/database.js';
import { PostgresKeyStore } from './adapters/postgres/postgres-key-store.js';
import { PostgresTenantStore } from './adapters/postgres/postgres-tenant-store.js';
import { systemClock } from './adapters/system-clock.js';
import type { Config } from './config.js';
import { isScope, SCOPES, type Scope } from './domain/scope.js';
import { Keys, type IssuedKey } from './services/keys.js';

/** In DATA_DIR: the first operator key, where no terminal was there to show it. */
export const OPERATOR_KEY_FILE = 'operator.key';

/** Writes the operator key where only its owner can read it, and returns the file's path. */
export async function writeOperatorKey(config: Config, key: string): Promise<string> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const file = join(config.dataDir, OPERATOR_KEY_FILE);
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}

/** `npm run key:create`: beside a running gateway on Postgres, on a stopped one with PGlite. */
export async function createKey(
  config: Config,
  wanted: {
    readonly tenant: string;
    readonly scopes: readonly string[];
    readonly label: string | null;
  },
): Promise<IssuedKey> {
  const scopes = wanted.scopes.filter((scope): scope is Scope => isScope(scope));
  const unknown = wanted.scopes.filter((scope) => !isScope(scope));
  if (unknown.length > 0 || scopes.length === 0) {
    throw new Error(
      `--scopes takes some of ${SCOPES.join(', ')}, comma-separated${unknown.length > 0 ? `; not ${unknown.join(', ')}` : ''}.`,
    );
  }
  const log = pinoLogger('error');
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log });
  try {
    const tenants = new PostgresTenantStore(database);
    if ((await tenants.find(wanted.tenant)) === undefined) {
      throw new Error(`There is no tenant ${wanted.tenant}.`);
    }
    const keys = new Keys({ store: new PostgresKeyStore(database), tenants, clock: systemClock });
    return await keys.createApiKey({
      tenantId: wanted.tenant,
      scopes,
      label: wanted.label,
      expiresAt: null,
    });
  } finally {
    await database.close();
  }
}
