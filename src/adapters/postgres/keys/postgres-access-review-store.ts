import { sql, type RawBuilder, type SqlBool } from 'kysely';

import type { Scope } from '../../../domain/tenant/scope.js';
import type {
  AccessReviewStore,
  ReviewedKey,
  ReviewFinding,
} from '../../../ports/keys/access-review-store.js';
import type { ApiKey } from '../../../ports/keys/key-store.js';
import type { Tenant } from '../../../domain/tenant/tenant.js';
import type { TenantPage } from '../../../ports/tenants/tenant-store.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import { WHOLE_TENANT } from '../budgets/ledger.js';
import { KEY_COLUMNS, toKey } from './postgres-key-store.js';
import { toTenant } from '../tenants/postgres-tenant-store.js';
import type { Db } from '../tasks/task-rows.js';

/** Uses are written behind the requests: a key that was never used counts from when they are recorded. */
const LAST_USE = sql<Date>`coalesce(key_uses.last_at, api_keys.counted_since)`;

const UNUSED_SCOPES = sql<string[]>`array(
  select scope from unnest(api_keys.scopes) as own (scope)
  where not exists (
    select from key_scope_uses as used
    where used.key_id = api_keys.id and used.scope = own.scope
  )
)`;

export class PostgresAccessReviewStore implements AccessReviewStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  listReviewedKeys: AccessReviewStore['listReviewedKeys'] = async (review, { first, after }) => {
    const { now, unusedSince, finding } = review;
    const rows = await this.#database.kysely
      .selectFrom('api_keys')
      .innerJoin('tenants', 'tenants.id', 'api_keys.tenant_id')
      .leftJoin('key_uses', 'key_uses.key_id', 'api_keys.id')
      .select(KEY_COLUMNS)
      .select(['key_uses.last_at', LAST_USE.as('last_use'), UNUSED_SCOPES.as('unused_scopes')])
      .where('api_keys.revoked_at', 'is', null)
      .where('tenants.deleted_at', 'is', null)
      .where(sql<SqlBool>`(api_keys.expires_at is null or api_keys.expires_at > ${now})`)
      .$if(finding !== null, (query) => query.where(conditionOf(finding, unusedSince)))
      .$if(after !== null, (query) =>
        query.where(
          sql<SqlBool>`(api_keys.tenant_id, api_keys.id) > (${after?.tenantId}, ${after?.id})`,
        ),
      )
      .orderBy('api_keys.tenant_id')
      .orderBy('api_keys.id')
      .limit(pageLimit(first))
      .execute();
    const { shown, hasNextPage } = pageOf(rows, first);
    const tenants = await this.#tenants(shown.map(({ tenant_id: id }) => id));
    const keys = shown.flatMap((row): ReviewedKey[] => {
      const tenant = tenants.get(row.tenant_id);
      // One that is not there any more has just been removed, with its keys.
      if (tenant === undefined) return [];
      const key = toKey(row);
      const isOfKey = (scope: string): scope is Scope => key.scopes.some((own) => own === scope);
      return [
        {
          key,
          tenant,
          lastUsedAt: row.last_at,
          isUnused: row.last_use < unusedSince,
          unusedScopes: row.unused_scopes.filter(isOfKey),
        },
      ];
    });
    return { keys, hasNextPage };
  };

  async listTenantsWithoutBudget({
    first,
    after,
  }: Parameters<AccessReviewStore['listTenantsWithoutBudget']>[0]): Promise<TenantPage> {
    const rows = await this.#database.kysely
      .selectFrom('tenants')
      .selectAll()
      .where('deleted_at', 'is', null)
      .where(
        sql<SqlBool>`not exists (
          select from budget_limits where tenant_id = tenants.id and subject = ${WHOLE_TENANT}
        )`,
      )
      .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(pageLimit(first))
      .execute();
    const { shown, hasNextPage } = pageOf(rows, first);
    return { tenants: shown.map(toTenant), hasNextPage };
  }

  async revokeUnusedKeys({
    now,
    unusedSince,
    exceptKeyId,
    limit,
    audit,
  }: Parameters<AccessReviewStore['revokeUnusedKeys']>[0]): Promise<readonly ApiKey[]> {
    const revoke = (trx: Db) =>
      trx
        .updateTable('api_keys')
        .set({ revoked_at: now })
        .where('id', 'in', (db) =>
          db
            .selectFrom('api_keys')
            .leftJoin('key_uses', 'key_uses.key_id', 'api_keys.id')
            .select('api_keys.id')
            .where('api_keys.revoked_at', 'is', null)
            .where(sql<SqlBool>`${LAST_USE} < ${unusedSince}`)
            .$if(exceptKeyId !== null, (query) =>
              query.where('api_keys.id', '<>', exceptKeyId ?? ''),
            )
            .orderBy(LAST_USE)
            .orderBy('api_keys.id')
            .limit(sql.lit(limit)),
        )
        // It may have been revoked meanwhile.
        .where('revoked_at', 'is', null)
        .returning(KEY_COLUMNS)
        .execute();
    const rows = await audited(this.#database.kysely, audit, revoke, (revoked) =>
      revoked.length === 0 ? undefined : revoked.map(({ id }) => `key:${id}`),
    );
    return rows.map(toKey);
  }

  async #tenants(ids: readonly string[]): Promise<ReadonlyMap<string, Tenant>> {
    const rows = await this.#database.kysely
      .selectFrom('tenants')
      .selectAll()
      .where(sql<SqlBool>`id = any(${ids}::text[])`)
      .execute();
    return new Map(rows.map((row) => [row.id, toTenant(row)]));
  }
}

function conditionOf(finding: ReviewFinding | null, unusedSince: Date): RawBuilder<SqlBool> {
  switch (finding) {
    case 'UNUSED':
      return sql`${LAST_USE} < ${unusedSince}`;
    case 'ENDLESS':
      return sql`api_keys.expires_at is null`;
    case 'UNUSED_SCOPES':
      return sql`cardinality(${UNUSED_SCOPES}) > 0`;
    case null:
      return sql`true`;
  }
}
