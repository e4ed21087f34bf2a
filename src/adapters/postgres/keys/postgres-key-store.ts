import { sql, type Selectable, type Updateable } from 'kysely';

import { isScope } from '../../../domain/tenant/scope.js';
import type { AuditedMutation } from '../../../domain/audit.js';
import { GatewayError } from '../../../errors.js';
import type {
  ApiKey,
  KeyChange,
  KeyCredential,
  KeyPage,
  KeyStore,
} from '../../../ports/keys/key-store.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import { isForeignKeyViolation } from '../connection/sql-errors.js';
import { Statement } from '../connection/statement.js';
import type { ApiKeysTable } from './key-tables.js';
import type { Db } from '../tasks/task-rows.js';

type KeyRow = Omit<Selectable<ApiKeysTable>, 'counted_since'>;

/** Keys that a list counts; more of them are not counted. */
const COUNTED_MAX = 10_000;

export const KEY_COLUMNS = [
  'api_keys.id',
  'api_keys.tenant_id',
  'api_keys.secret_hash',
  'api_keys.replaced_secret_hash',
  'api_keys.replaced_secret_until',
  'api_keys.scopes',
  'api_keys.name',
  'api_keys.created_at',
  'api_keys.created_by',
  'api_keys.expires_at',
  'api_keys.revoked_at',
  'api_keys.allowed_addresses',
  'api_keys.policy',
  'api_keys.suspended_at',
] as const;

/** A scope that this version does not know grants nothing. */
export function toKey(row: KeyRow): ApiKey {
  const { replaced_secret_hash: hash, replaced_secret_until: until } = row;
  return {
    id: row.id,
    tenantId: row.tenant_id,
    secretHash: row.secret_hash,
    replacedSecret: hash === null || until === null ? null : { hash, until },
    scopes: row.scopes.filter(isScope),
    name: row.name,
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    allowedAddresses: row.allowed_addresses,
    policy: row.policy,
    suspendedAt: row.suspended_at,
  };
}

/** Columns of what is written; those of what is absent are absent. */
function columnsOf(change: KeyChange): Updateable<ApiKeysTable> {
  const { replacedSecret: replaced, policy } = change;
  return {
    ...(change.secretHash && { secret_hash: change.secretHash }),
    ...(replaced !== undefined && {
      replaced_secret_hash: replaced?.hash ?? null,
      replaced_secret_until: replaced?.until ?? null,
    }),
    ...(change.scopes && { scopes: [...change.scopes] }),
    ...(change.name !== undefined && { name: change.name }),
    ...(change.expiresAt !== undefined && { expires_at: change.expiresAt }),
    ...(change.revokedAt !== undefined && { revoked_at: change.revokedAt }),
    ...(change.allowedAddresses && { allowed_addresses: [...change.allowedAddresses] }),
    ...(policy !== undefined && { policy: policy && JSON.stringify(policy) }),
  };
}

type CredentialRow = KeyRow & { readonly tenant_policy: KeyCredential['tenantPolicy'] };

function toCredential(row: CredentialRow): KeyCredential {
  return { ...toKey(row), tenantPolicy: row.tenant_policy };
}

const CREDENTIALS = `
  select ${KEY_COLUMNS.join(', ')}, tenants.policy as tenant_policy
  from api_keys join tenants on tenants.id = api_keys.tenant_id
  where tenants.suspended_at is null and deleted_at is null and api_keys.suspended_at is null`;

/** Every request begins with it. */
const FIND_CREDENTIAL = new Statement<CredentialRow>(
  'find_credential',
  `${CREDENTIALS} and api_keys.id = :id::text`,
);

/** Ids are written in letters and digits alone, so that a list of them is a text with commas. */
const LIST_CREDENTIALS = new Statement<CredentialRow>(
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

  async createKey(key: ApiKey, audit?: AuditedMutation): Promise<ApiKey | undefined> {
    const { kysely } = this.#database;
    return await audited(kysely, audit, (db) => insertKey(db, key), keyNames);
  }

  async findKey(id: string): Promise<ApiKey | undefined> {
    const row = await this.#database.kysely
      .selectFrom('api_keys')
      .select(KEY_COLUMNS)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toKey(row);
  }

  async findCredential(id: string): Promise<KeyCredential | undefined> {
    const [row] = await FIND_CREDENTIAL.run(this.#database.kysely, { id });
    return row && toCredential(row);
  }

  async listCredentials(ids: readonly string[]): Promise<readonly KeyCredential[]> {
    const rows = await LIST_CREDENTIALS.run(this.#database.kysely, { ids: ids.join(',') });
    return rows.map(toCredential);
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

  async listKeys(
    tenantId: string | null,
    { first, after }: Parameters<KeyStore['listKeys']>[1],
  ): Promise<KeyPage> {
    const all = this.#database.kysely
      .selectFrom('api_keys')
      .$if(tenantId !== null, (query) => query.where('tenant_id', '=', tenantId ?? ''));
    const rows = await all
      .select(KEY_COLUMNS)
      .$if(after !== null, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('created_at', 'id'),
            '<',
            tuple(after?.createdAt ?? new Date(0), after?.id ?? ''),
          ),
        ),
      )
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(pageLimit(first))
      .execute();
    const counted = await this.#database.kysely
      .selectFrom(
        all
          .select('id')
          .limit(sql.lit(COUNTED_MAX + 1))
          .as('counted'),
      )
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const { shown, hasNextPage } = pageOf(rows, first);
    return {
      keys: shown.map(toKey),
      hasNextPage,
      totalCount: counted.count > COUNTED_MAX ? null : counted.count,
    };
  }

  async changeKey(
    id: string,
    decide: (key: ApiKey) => KeyChange,
    audit?: AuditedMutation,
  ): Promise<ApiKey | undefined> {
    return await this.#database.kysely.transaction().execute(async (trx) => {
      const found = await trx
        .selectFrom('api_keys')
        .select(KEY_COLUMNS)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (found === undefined) return undefined;
      const key = toKey(found);
      const columns = columnsOf(decide(key));
      if (Object.keys(columns).length === 0) return key;
      const change = async (db: Db): Promise<ApiKey> => {
        const row = await db
          .updateTable('api_keys')
          .set(columns)
          .where('id', '=', id)
          .returning(KEY_COLUMNS)
          .executeTakeFirstOrThrow();
        return toKey(row);
      };
      return await audited(trx, audit, change, keyNames);
    });
  }
}

function keyNames(key: ApiKey | undefined): readonly string[] | undefined {
  return key && [`key:${key.id}`, `tenant:${key.tenantId}`];
}

async function insertKey(db: Db, key: ApiKey): Promise<ApiKey | undefined> {
  try {
    const row = await db
      .insertInto('api_keys')
      .values({
        id: key.id,
        tenant_id: key.tenantId,
        secret_hash: key.secretHash,
        replaced_secret_hash: key.replacedSecret?.hash ?? null,
        replaced_secret_until: key.replacedSecret?.until ?? null,
        scopes: [...key.scopes],
        name: key.name,
        created_at: key.createdAt,
        created_by: key.createdBy,
        expires_at: key.expiresAt,
        revoked_at: key.revokedAt,
        allowed_addresses: [...key.allowedAddresses],
        policy: key.policy && JSON.stringify(key.policy),
        counted_since: key.createdAt,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning(KEY_COLUMNS)
      .executeTakeFirst();
    return row && toKey(row);
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new GatewayError('NOT_FOUND', { detail: `tenant ${key.tenantId}`, cause: error });
  }
}
