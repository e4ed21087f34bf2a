import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pinoLogger } from './adapters/log/pino-logger.js';
import { openDatabase } from './adapters/postgres/connection/database.js';
import { PostgresKeyStore } from './adapters/postgres/keys/postgres-key-store.js';
import { PostgresTenantStore } from './adapters/postgres/tenants/postgres-tenant-store.js';
import { systemClock } from './adapters/system-clock.js';
import type { Config } from './config/config.js';
import { isScope, SCOPES, type Scope } from './domain/tenant/scope.js';
import { Keys, type IssuedKey, type OperatorKeyFile } from './services/keys/keys.js';

/** Path of the first operator key. */
export function operatorKeyPath(config: Config): string {
  return join(config.dataDir, 'operator.key');
}

/** The file of the first operator key, which only its owner can read. */
export function operatorKeyFile(config: Config): OperatorKeyFile {
  const path = operatorKeyPath(config);
  return {
    read: async () => {
      try {
        return (await readFile(path, 'utf8')).trim();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw new Error(`DATA_DIR: ${path} cannot be read.`, { cause: error });
      }
    },
    // A new file that is moved into place: an existing one might be readable by others.
    write: async (text) => {
      const draft = `${path}.${String(process.pid)}`;
      try {
        await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
        await rm(draft, { force: true });
        await writeFile(draft, `${text}\n`, { mode: 0o600, flag: 'wx' });
        await rename(draft, path);
      } catch (error) {
        throw new Error(`DATA_DIR: the operator key cannot be written to ${path}.`, {
          cause: error,
        });
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** `npm run key:create`: beside a running gateway on Postgres, on a stopped one with PGlite. */
export async function createKey(
  config: Config,
  wanted: {
    readonly tenant: string;
    readonly scopes: readonly string[];
    readonly name: string | null;
  },
): Promise<IssuedKey> {
  const scopes = wanted.scopes.filter((scope): scope is Scope => isScope(scope));
  const unknown = wanted.scopes.filter((scope) => !isScope(scope));
  if (unknown.length > 0 || scopes.length === 0) {
    throw new Error(
      `--scopes takes some of ${SCOPES.join(', ')}, comma-separated${unknown.length > 0 ? `; not ${unknown.join(', ')}` : ''}.`,
    );
  }
  const { log } = pinoLogger({ level: 'error', format: 'auto' });
  const { databaseUrl: url, databaseSchema: schema, dataDir } = config;
  const database = await openDatabase({ url, schema, dataDir, log });
  try {
    const tenants = new PostgresTenantStore(database);
    if ((await tenants.find(wanted.tenant)) === undefined) {
      throw new Error(`There is no tenant ${wanted.tenant}.`);
    }
    const keys = new Keys({ store: new PostgresKeyStore(database), tenants, clock: systemClock });
    return await keys.createApiKey({
      tenantId: wanted.tenant,
      scopes,
      name: wanted.name,
      expiresAt: null,
      allowedAddresses: [],
      createdBy: null,
    });
  } finally {
    await database.close();
  }
}
