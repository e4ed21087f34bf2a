import { sql, type Selectable } from 'kysely';

import type { AuditedMutation } from '../../../domain/audit.js';
import { GatewayError } from '../../../errors.js';
import type { ResourceKind } from '../../../domain/resource/kinds.js';
import type {
  Resource,
  ResourceFilter,
  ResourcePage,
  ResourceStore,
} from '../../../ports/resources/resource-store.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import { isUniqueViolation } from '../connection/sql-errors.js';
import type { ResourcesTable } from './resource-tables.js';
import type { Db } from '../tasks/task-rows.js';

type Place = NonNullable<Parameters<ResourceStore['list']>[3]['after']>;

/** Things that are counted for one list: it takes about 2 ms. */
const COUNT_MAX = 10_000;

export class PostgresResourceStore implements ResourceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async record(resource: Resource, audit?: AuditedMutation): Promise<boolean> {
    const insert = async (db: Db): Promise<boolean> => {
      const { numInsertedOrUpdatedRows = 0n } = await db
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
    };
    try {
      return await audited(this.#database.kysely, audit, insert, namesOf(resource));
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
    const rows = await this.#listed(tenantId, kind, filter, after)
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('runway_id', 'desc')
      .limit(pageLimit(first))
      .execute();
    const { shown, hasNextPage } = pageOf(rows, first);
    return {
      resources: shown.map(toResource),
      hasNextPage,
      totalCount:
        after === null && !hasNextPage ? rows.length : await this.#count(tenantId, kind, filter),
    };
  }

  #listed(
    tenantId: string,
    kind: ResourceKind,
    { parentId, createdFrom, createdBefore }: ResourceFilter,
    after: Place | null,
  ) {
    // One comparison: of two, the database might take the later one for the start of its search.
    const isAfterNearer = after !== null && !(createdBefore && createdBefore <= after.createdAt);
    const end = isAfterNearer ? after : createdBefore && { createdAt: createdBefore, id: '' };
    return (
      this.#database.kysely
        .selectFrom('resources')
        .where('tenant_id', '=', tenantId)
        // What has a parent is of one kind. Without it here, no plan can walk through all things of
        // the kind to find those few.
        .$if(parentId === undefined, (query) => query.where('kind', '=', kind))
        .$if(parentId !== undefined, (query) => query.where('parent_id', '=', parentId ?? null))
        .$if(createdFrom !== undefined, (query) =>
          query.where('created_at', '>=', createdFrom ?? new Date(0)),
        )
        .$if(end !== undefined, (query) =>
          query.where(
            sql<boolean>`(created_at, runway_id) < (${end?.createdAt}::timestamptz, ${end?.id})`,
          ),
        )
    );
  }

  /** All of a kind are counted as they come and go; of a part, no more are counted than may be. */
  async #count(
    tenantId: string,
    kind: ResourceKind,
    filter: ResourceFilter,
  ): Promise<number | null> {
    if (Object.values(filter).every((value) => value === undefined)) {
      const row = await this.#database.kysely
        .selectFrom('tenant_holdings')
        .select('count')
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .executeTakeFirst();
      return row?.count ?? 0;
    }
    const { count } = await this.#database.kysely
      .selectFrom(
        this.#listed(tenantId, kind, filter, null)
          .select('kind')
          .limit(sql.lit(COUNT_MAX + 1))
          .as('found'),
      )
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count > COUNT_MAX ? null : count;
  }

  async remove(
    tenantId: string,
    kind: ResourceKind,
    runwayId: string,
    audit?: AuditedMutation,
  ): Promise<boolean> {
    const remove = async (db: Db): Promise<boolean> => {
      const { numDeletedRows } = await db
        .deleteFrom('resources')
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .where('runway_id', '=', runwayId)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    };
    const changed = namesOf({ tenantId, kind, runwayId });
    return await audited(this.#database.kysely, audit, remove, changed);
  }
}

/** An upload's address opens it: it is named by nothing but its tenant. */
function namesOf({
  tenantId,
  kind,
  runwayId,
}: Pick<Resource, 'tenantId' | 'kind' | 'runwayId'>): (
  isChanged: boolean,
) => readonly string[] | undefined {
  const name = kind === 'upload' ? [] : [`${kind}:${runwayId}`];
  return (isChanged) => (isChanged ? [...name, `tenant:${tenantId}`] : undefined);
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
