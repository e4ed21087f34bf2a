import { type ListableKind, type ResourceKind, rowOf } from '../../domain/resource/kinds.js';
import { PAGE_SIZE_MAX } from '../../domain/page-size.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { ResourceFilter, ResourceStore } from '../../ports/resources/resource-store.js';
import type { RunwayResources } from '../../ports/resources/runway-resources.js';
import type { Ownership } from './ownership.js';

/** A place in a list: after a recorded resource, or a number of entries into a page of Runway. */
export type ResourceCursor =
  | { readonly createdAt: Date; readonly id: string }
  | {
      readonly runwayCursor: string | null;
      readonly skip: number;
      /** The parent of the listed resources; without it, the list is the account's. */
      readonly of?: string;
    };

/** The resources of a page. Each is read by its id, if the client selects it. */
export interface ListedPage {
  readonly entries: readonly { readonly cursor: ResourceCursor; readonly id: string }[];
  readonly hasNextPage: boolean;
  /** The beginning of the next page; null when no entry was read. */
  readonly endCursor: ResourceCursor | null;
  /**
   * Null for Runway's own pages, because Runway does not count, and for a filter that leaves too
   * many.
   */
  readonly totalCount: number | null;
}

const NOTHING: ListedPage = { entries: [], hasNextPage: false, endCursor: null, totalCount: 0 };

export interface ResourceListsOptions {
  readonly store: ResourceStore;
  readonly runway: RunwayResources;
  readonly ownership: Ownership;
  /** The account whose lists belong to the sole tenant. */
  readonly accounts: AccountRoutes;
}

/** The lists of tenants' resources: the gateway's own, or Runway's where there is one tenant. */
export class ResourceLists {
  readonly #options: ResourceListsOptions;

  constructor(options: ResourceListsOptions) {
    this.#options = options;
  }

  /** The tenant's resources, newest first. Some may be gone at Runway when they are read. */
  async list(
    viewer: Viewer,
    kind: ListableKind,
    filter: ResourceFilter,
    page: { readonly first: number; readonly after: ResourceCursor | null },
  ): Promise<ListedPage> {
    if (this.#options.ownership.isSoleTenant) {
      return await this.#listAtRunway(viewer, kind, filter, page);
    }
    const { store, ownership } = this.#options;
    const { first, after } = page;
    if (after !== null && 'skip' in after) throw badCursor();
    const { parentId } = filter;
    if (parentId !== undefined) {
      // Another tenant's parent gets the same answer as a missing one.
      const parentKind = rowOf(kind).parent?.kind as ResourceKind | undefined;
      if (parentKind === undefined) return NOTHING;
      const parents = await ownership.find(viewer.tenantId, parentKind, [parentId]);
      if (!parents.has(parentId)) return NOTHING;
    }
    const found = await store.list(viewer.tenantId, kind, filter, { first, after });
    const entries = found.resources.map(({ createdAt, runwayId: id }) => ({
      cursor: { createdAt, id },
      id,
    }));
    return {
      entries,
      hasNextPage: found.hasNextPage,
      endCursor: entries.at(-1)?.cursor ?? null,
      totalCount: found.totalCount,
    };
  }

  /** A sole tenant's list is Runway's own. */
  async #listAtRunway(
    { tenantId }: Viewer,
    kind: ListableKind,
    { parentId, createdFrom, createdBefore }: ResourceFilter,
    { first, after }: { readonly first: number; readonly after: ResourceCursor | null },
  ): Promise<ListedPage> {
    const { runway, accounts } = this.#options;
    if (after !== null && !('skip' in after)) throw badCursor();
    const { runwayCursor, skip } = after ?? { runwayCursor: null, skip: 0 };
    const { items, nextCursor } = await runway.list(
      accounts.of(tenantId),
      kind,
      { limit: Math.min(skip + first, PAGE_SIZE_MAX), cursor: runwayCursor },
      {
        ...(parentId !== undefined && { parentId }),
        ...(createdFrom !== undefined && { createdFrom }),
        ...(createdBefore !== undefined && { createdBefore }),
      },
    );
    const left = items.slice(skip);
    const next = nextCursor === null ? null : { runwayCursor: nextCursor, skip: 0 };
    const entries = left.map(({ id }, index) => ({
      cursor:
        index === left.length - 1 && next !== null
          ? next
          : { runwayCursor, skip: skip + index + 1 },
      id,
    }));
    return {
      entries,
      hasNextPage: nextCursor !== null,
      endCursor: next ?? entries.at(-1)?.cursor ?? null,
      totalCount: null,
    };
  }
}

function badCursor(): GatewayError {
  return new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'after', rule: 'cursor', message: 'Not a cursor of this list.' }],
  });
}
