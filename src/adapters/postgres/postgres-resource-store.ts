import { sql, type Selectable } from 'kysely';

import { GatewayError } from '../../errors.js';
import type { ResourceKind } from '../../operations/operation.js';
import type {
  Resource,
  ResourceFilter,
  ResourcePage,
  ResourceStore,
} from '../../ports/resource-store.js';
import type { Database } from './database.js';
import { isUniqueViolation } from './sql-errors.js';
import type { ResourcesTable } from './tables.js';

export class PostgresResourceStore implements ResourceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async record(resource: Resource): Promise<boolean> {
    try {
      const { numInsertedOrUpdatedRows = 0n } = await this.#database.kysely
        .insertInto('resources')
        .values({
          tenant_id: resource.tenantId,
          kind: resource.kind,
          runway_account: resource.runwayAccount,
          runway_id: resource.runwayId,
          alias: resource.alias,
          runway_slug: resource.runwaySlug,
          parent_id: resource.parentId,
          owner: resource.owner,
          created_at: resource.createdAt,
          granted_at: resource.grantedAt,
        })
        .onConflict((conflict) => conflict.columns(['kind', 'runway_id']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    } catch (error) {
      if (isUniqueViolation(error)) throw new GatewayError('CONFLICT', { cause: error });
      throw error;
    }
  }

  async findOwned(
    tenantId: string,
    kind: ResourceKind,
    runwayIds: readonly string[],
  ): Promise<readonly Resource[]> {
    if (runwayIds.length === 0) return [];
    const rows = await this.#database.kysely
      .selectFrom('resources')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('kind', '=', kind)
      .where('runway_id', 'in', runwayIds)
      .execute();
    return rows.map(toResource);
  }

  async findByAlias(
    tenantId: string,
    kind: ResourceKind,
    alias: string,
  ): Promise<Resource | undefined> {
    const row = await this.#database.kysely
      .selectFrom('resources')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('kind', '=', kind)
      .where('alias', '=', alias)
      .executeTakeFirst();
    return row === undefined ? undefined : toResource(row);
  }

  async findAny(kind: ResourceKind, runwayIds: readonly string[]): Promise<readonly Resource[]> {
    if (runwayIds.length === 0) return [];
    const rows = await this.#database.kysely
      .selectFrom('resources')
      .selectAll()
      .where('kind', '=', kind)
      .where('runway_id', 'in', runwayIds)
      .execute();
    return rows.map(toResource);
  }

  async list(
    tenantId: string,
    kind: ResourceKind,
    filter: ResourceFilter,
    { first, after }: Parameters<ResourceStore['list']>[3],
  ): Promise<ResourcePage> {
    const { parentId, createdFrom, createdBefore } = filter;
    const all = this.#database.kysely
      .selectFrom('resources')
      .where('tenant_id', '=', tenantId)
      .where('kind', '=', kind)
      .$if(parentId !== undefined, (query) => query.where('parent_id', '=', parentId ?? null))
      .$if(createdFrom !== undefined, (query) =>
        query.where('created_at', '>=', createdFrom ?? new Date(0)),
      )
      .$if(createdBefore !== undefined, (query) =>
        query.where('created_at', '<', createdBefore ?? new Date(0)),
      );
    const rows = await all
      .selectAll()
      .$if(after !== null, (query) =>
        query.where(
          sql<boolean>`(created_at, runway_id) < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null})`,
        ),
      )
      .orderBy('created_at', 'desc')
      .orderBy('runway_id', 'desc')
      .limit(first + 1)
      .execute();
    const { count } = await all
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return {
      resources: rows.slice(0, first).map(toResource),
      hasNextPage: rows.length > first,
      totalCount: Number(count),
    };
  }

  async remove(tenantId: string, kind: ResourceKind, runwayId: string): Promise<boolean> {
    const { numDeletedRows } = await this.#database.kysely
      .deleteFrom('resources')
      .where('tenant_id', '=', tenantId)
      .where('kind', '=', kind)
      .where('runway_id', '=', runwayId)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}

function toResource(row: Selectable<ResourcesTable>): Resource {
  return {
    tenantId: row.tenant_id,
    kind: row.kind,
    runwayAccount: row.runway_account,
    runwayId: row.runway_id,
    alias: row.alias,
    runwaySlug: row.runway_slug,
    parentId: row.parent_id,
    owner: row.owner,
    createdAt: row.created_at,
    grantedAt: row.granted_at,
  };
}
