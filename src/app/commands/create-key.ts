import { pinoLogger } from '../../adapters/log/pino-logger.js';
import { openDatabase } from '../../adapters/postgres/connection/database.js';
import { PostgresKeyStore } from '../../adapters/postgres/keys/postgres-key-store.js';
import { PostgresTenantStore } from '../../adapters/postgres/tenants/postgres-tenant-store.js';
import { systemClock } from '../../adapters/system-clock.js';
import type { Config } from '../../config/config.js';
import { isScope, SCOPES, type Scope } from '../../domain/tenant/scope.js';
import { Keys, type IssuedKey } from '../../services/keys/keys.js';

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
