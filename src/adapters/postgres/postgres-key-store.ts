import type { Selectable } from 'kysely';

import { isScope } from '../../domain/scope.js';
import { GatewayError } from '../../errors.js';
import type { ApiKey, KeyStore } from '../../ports/key-store.js';
import type { Database } from './database.js';
import { isForeignKeyViolation } from './sql-errors.js';
import { Statement } from './statement.js';
import type { ApiKeysTable } from './tables.js';

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

const CREDENTIALS = `
  select api_keys.id, tenant_id, secret_hash, scopes, label, api_keys.created_at, expires_at,
    revoked_at
  from api_keys join tenants on tenants.id = api_keys.tenant_id
  where suspended_at is null and deleted_at is null`;

/** Every request begins with it. */
const FIND_CREDENTIAL = new Statement<Selectable<ApiKeysTable>>(
  'find_credential',
  `${CREDENTIALS} and api_keys.id = :id::text`,
);

/** Ids are written in letters and digits alone, so that a list of them is a text with commas. */
const LIST_CREDENTIALS = new Statement<Selectable<ApiKeysTable>>(
  'list_credentials',
  `${CREDENTIALS} and api_keys.id = any(string_to_array(:ids::text, ','))`,
);

/** Every request with a token of an external issuer begins with it. */
const LIST_ACTIVE_TENANTS = new Statement<{ readonly id: string }>(
  'list_active_tenants',
  `select id from tenants
  where suspended_at is null and deleted_at is null
    and id = any(string_to_array(:ids::text, ','))`,
);

export class PostgresKeyStore implements KeyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
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

  async findCredential(id: string): Promise<ApiKey | undefined> {
    const [row] = await FIND_CREDENTIAL.run(this.#database.kysely, { id });
    return row && toKey(row);
  }

  async listCredentials(ids: readonly string[]): Promise<readonly ApiKey[]> {
    const rows = await LIST_CREDENTIALS.run(this.#database.kysely, { ids: ids.join(',') });
    return rows.map(toKey);
  }

  async listActiveTenants(ids: readonly string[]): Promise<readonly string[]> {
    const rows = await LIST_ACTIVE_TENANTS.run(this.#database.kysely, { ids: ids.join(',') });
    return rows.map(({ id }) => id);
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
