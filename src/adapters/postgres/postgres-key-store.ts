import type { Selectable } from 'kysely';

import { isScope } from '../../domain/scope.js';
import { GatewayError } from '../../errors.js';
import type { ApiKey, KeyStore, Tenant } from '../../ports/key-store.js';
import type { Database } from './database.js';
import { isForeignKeyViolation } from './sql-errors.js';
import type { ApiKeysTable, TenantsTable } from './tables.js';

function toTenant(row: Selectable<TenantsTable>): Tenant {
  return { id: row.id, name: row.name, createdAt: row.created_at };
}

/** A scope that this version does not know grants nothing. */
function toKey(row: Selectable<ApiKeysTable>): ApiKey {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    secretHash: row.secret_hash,
    scopes: row.scopes.filter(isScope),
    label: row.label,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

export class PostgresKeyStore implements KeyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async createTenant(tenant: Tenant): Promise<Tenant | undefined> {
    const row = await this.#database.kysely
      .insertInto('tenants')
      .values({ id: tenant.id, name: tenant.name, created_at: tenant.createdAt })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returningAll()
      .executeTakeFirst();
    return row && toTenant(row);
  }

  async findTenant(id: string): Promise<Tenant | undefined> {
    const row = await this.#database.kysely
      .selectFrom('tenants')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toTenant(row);
  }

  async createKey(key: ApiKey): Promise<ApiKey | undefined> {
    try {
      const row = await this.#database.kysely
        .insertInto('api_keys')
        .values({
          id: key.id,
          tenant_id: key.tenantId,
          secret_hash: key.secretHash,
          scopes: [...key.scopes],
          label: key.label,
          created_at: key.createdAt,
          expires_at: key.expiresAt,
          revoked_at: key.revokedAt,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && toKey(row);
    } catch (error) {
      if (!isForeignKeyViolation(error)) throw error;
      throw new GatewayError('NOT_FOUND', { detail: `tenant ${key.tenantId}`, cause: error });
    }
  }

  async findKey(id: string): Promise<ApiKey | undefined> {
    const row = await this.#database.kysely
      .selectFrom('api_keys')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toKey(row);
  }

  async hasKeys(): Promise<boolean> {
    const row = await this.#database.kysely
      .selectFrom('api_keys')
      .select('id')
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  async revokeKey(id: string, at: Date): Promise<ApiKey | undefined> {
    const row = await this.#database.kysely
      .updateTable('api_keys')
      .set(({ fn, val }) => ({ revoked_at: fn.coalesce('revoked_at', val(at)) }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    return row && toKey(row);
  }
}
