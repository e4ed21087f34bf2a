import {
  type ChangeableKind,
  type DeletableKind,
  type FollowedKind,
  type ListableKind,
  type ReadableKind,
  type ResourceByKind,
  type ResourceKind,
  rowOf,
} from '../../domain/resource/kinds.js';
import type { JsonObject, JsonValue } from '../../domain/input/json.js';
import type { RouterRequest } from '../../domain/resource/router.js';
import { PAGE_SIZE_MAX } from '../../domain/page-size.js';
import type { Task } from '../../domain/task/task.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { Clock } from '../../ports/clock.js';
import type { ResourceFilter, ResourceStore } from '../../ports/resources/resource-store.js';
import type {
  PageRequest,
  RunwayPage,
  RunwayResources,
} from '../../ports/resources/runway-resources.js';
import { concurrently } from '../concurrency/concurrently.js';
import type { Following } from './following.js';
import type { Ownership, Owned } from './ownership.js';
import { RunwayRefused } from '../upstream/runway-refused.js';
import { withoutForeign } from './without-foreign.js';

/** Reads that one request has open at Runway at the same time. */
const READS_MAX = 8;

/** 30 min: the longest session. Source: Runway's OpenAPI document, POST /v1/realtime_sessions. */
const SESSION_MS_MAX = 1_800_000;

/** 10 min in which Runway lists the conversation that a session has become. */
const CONVERSATION_LATE_MS = 600_000;

/** Something of a viewer's tenant, as Runway shows it just now. */
export interface Held<K extends ReadableKind> {
  readonly resource: ResourceByKind[K];
  /** A router's slug as its tenant knows it; null for everything else. */
  readonly alias: string | null;
  /** Whether the viewer's own credential made it. */
  readonly isCreator: boolean;
}

/** A place in a list: after a noted thing, or so many entries into a page of Runway's. */
export type ResourceCursor =
  | { readonly createdAt: Date; readonly id: string }
  | {
      readonly runwayCursor: string | null;
      readonly skip: number;
      /** The thing whose list it is a place in; without it, a list of the account. */
      readonly of?: string;
    };

/** Which things stand on a page: to be read, each by its id, if the client selects them. */
export interface ListedPage {
  readonly entries: readonly { readonly cursor: ResourceCursor; readonly id: string }[];
  readonly hasNextPage: boolean;
  /** Where the next page begins; null when nothing was looked at. */
  readonly endCursor: ResourceCursor | null;
  /**
   * Null where Runway, which does not count, is paged itself, and where a filter leaves too many.
   */
  readonly totalCount: number | null;
}

const NOTHING: ListedPage = { entries: [], hasNextPage: false, endCursor: null, totalCount: 0 };

/** A router's decision, with our own id of the task that came of it, where the tenant has it. */
export interface RoutedRequest {
  readonly request: RouterRequest;
  readonly taskId: string | null;
}

export interface ResourcesOptions {
  readonly store: ResourceStore;
  readonly runway: RunwayResources;
  readonly ownership: Ownership;
  readonly following: Following;
  readonly clock: Clock;
  /** Where a sole tenant's things are listed. */
  readonly accounts: AccountRoutes;
}

/**
 * What tenants keep at Runway. Whose a thing is, is asked before Runway is: another tenant's is
 * NOT_FOUND exactly as a missing one, without a call upstream.
 */
export class Resources {
  readonly #options: ResourcesOptions;

  constructor(options: ResourcesOptions) {
    this.#options = options;
  }

  /** Throws NOT_FOUND, and the RUNWAY_ errors of RunwayResources. */
  async get<K extends ReadableKind>(viewer: Viewer, kind: K, id: string): Promise<Held<K>> {
    const [held] = await this.getMany(viewer, kind, [id]);
    if (held === undefined) throw new GatewayError('NOT_FOUND');
    return held;
  }

  /**
   * In the order of the ids; undefined where the tenant has none. One look-up, one read an id, none
   * of them after `ended` has aborted.
   */
  async getMany<K extends ReadableKind>(
    viewer: Viewer,
    kind: K,
    ids: readonly string[],
    ended?: AbortSignal,
  ): Promise<readonly (Held<K> | undefined)[]> {
    const { ownership } = this.#options;
    const owned = await ownership.find(viewer.tenantId, kind, [...new Set(ids)]);
    const read = new Map<string, ResourceByKind[K]>();
    await concurrently([...owned.values()], READS_MAX, async (row) => {
      const resource = await this.#read(viewer, kind, row, ended);
      if (resource !== undefined) read.set(row.runwayId, resource);
    });
    const shown = await withoutForeign(ownership, viewer.tenantId, kind, read);
    return ids.map((id) => {
      const [row, resource] = [owned.get(id), shown.get(id)];
      if (row === undefined || resource === undefined) return undefined;
      return { resource, alias: row.alias, isCreator: row.owner === viewer.subject };
    });
  }

  /** The tenant's own, newest first, some of which may be gone at Runway when they are read. */
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
      // Another tenant's parent answers exactly as a missing one.
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

  /** The task that follows what is PROCESSING at Runway; undefined where nothing is. */
  async followIfProcessing<K extends FollowedKind>(
    viewer: Viewer,
    kind: K,
    id: string,
    resource: ResourceByKind[K],
  ): Promise<Task | undefined> {
    const row = await this.#owned(viewer, kind, id);
    return await this.#options.following.followIfProcessing(
      viewer,
      kind,
      row,
      resource,
      `${kind}Updated`,
    );
  }

  /**
   * Changes what the input names and leaves the rest. Throws NOT_FOUND, BAD_USER_INPUT for a
   * reference that is not the tenant's, CONFLICT while Runway processes it, and RunwayRefused.
   */
  async change<K extends ChangeableKind>(
    viewer: Viewer,
    kind: K,
    id: string,
    wanted: { readonly operation: string; readonly input: JsonValue; readonly body: JsonObject },
  ): Promise<Held<K>> {
    const { runway, ownership, store, following } = this.#options;
    const row = await this.#owned(viewer, kind, id);
    await ownership.checkInput(viewer.tenantId, wanted, row.runwayAccount);
    const outcome = await runway.change(row.runwayAccount, kind, id, wanted.body);
    switch (outcome.kind) {
      case 'conflict':
        throw new GatewayError('CONFLICT', { detail: 'Runway is processing it' });
      case 'refused':
        throw new RunwayRefused(outcome.refusal);
      case 'missing':
        await store.remove(viewer.tenantId, kind, id);
        throw new GatewayError('NOT_FOUND');
      case 'changed':
        await following.followIfProcessing(viewer, kind, row, outcome.resource, wanted.operation);
        return {
          resource: await this.#shown(viewer, kind, id, outcome.resource),
          alias: row.alias,
          isCreator: row.owner === viewer.subject,
        };
    }
  }

  /** At Runway first, for ever. Throws NOT_FOUND and the RUNWAY_ errors: then nothing changed. */
  async delete(viewer: Viewer, kind: DeletableKind, id: string): Promise<void> {
    const { runway, store, following } = this.#options;
    const row = await this.#owned(viewer, kind, id);
    const { comesFrom, staysReadable } = rowOf(kind);
    // Refused while it does not exist upstream yet: without our row it would have no owner then.
    if (comesFrom !== undefined) await this.get(viewer, kind, id);
    await runway.delete(row.runwayAccount, kind, id);
    await following.end(viewer.tenantId, kind, id);
    if (staysReadable === true) return;
    await store.remove(viewer.tenantId, kind, id, viewer.audit);
  }

  /**
   * What a router of the tenant has decided, newest first; undefined in the place of what it
   * decided for another tenant that has had it. Throws NOT_FOUND.
   */
  async routerRequests(
    viewer: Viewer,
    routerId: string,
    page: PageRequest,
  ): Promise<RunwayPage<RoutedRequest | undefined>> {
    const { runway, following, ownership } = this.#options;
    const row = await this.#owned(viewer, 'router', routerId);
    const found = await runway.routerRequests(row.runwayAccount, routerId, page);
    if (found === undefined) throw new GatewayError('NOT_FOUND');
    const runwayTaskIds = found.items.flatMap(({ runwayTaskId }) => runwayTaskId ?? []);
    const tasks = await following.tasksOf(runwayTaskIds);
    const items = found.items.map((request) => {
      if (isBefore(request, row.grantedAt)) return undefined;
      const task = tasks.get(request.runwayTaskId ?? '');
      if (task !== undefined && task.tenantId !== viewer.tenantId) return undefined;
      const isOwn = task !== undefined || ownership.isSoleTenant;
      const runwayTaskId = isOwn ? request.runwayTaskId : null;
      return { request: { ...request, runwayTaskId }, taskId: task?.id ?? null };
    });
    // Older ones are not the tenant's either: not even how many there are.
    const isLast = found.items.some((request) => isBefore(request, row.grantedAt));
    return { items, nextCursor: isLast ? null : found.nextCursor };
  }

  async #owned(viewer: Viewer, kind: ReadableKind, id: string): Promise<Owned> {
    const row = (await this.#options.ownership.find(viewer.tenantId, kind, [id])).get(id);
    if (row === undefined) throw new GatewayError('NOT_FOUND');
    return row;
  }

  /** Forgets the owner of what is gone at Runway, unless it may yet come. */
  async #read<K extends ReadableKind>(
    viewer: Viewer,
    kind: K,
    row: Owned,
    ended?: AbortSignal,
  ): Promise<ResourceByKind[K] | undefined> {
    const { runway, store } = this.#options;
    const resource = await runway.retrieve(row.runwayAccount, kind, row.runwayId, ended);
    if (resource !== undefined) return resource;
    const { comesFrom } = rowOf(kind);
    if (comesFrom === undefined || !(await this.#mayYetCome(viewer, row, comesFrom))) {
      await store.remove(viewer.tenantId, kind, row.runwayId);
    }
    return undefined;
  }

  /** Whether what turns into it is still on, or has just ended. */
  async #mayYetCome(
    { tenantId }: Viewer,
    { runwayId, createdAt }: Owned,
    comesFrom: string,
  ): Promise<boolean> {
    const { following, clock } = this.#options;
    const session = await following.find(tenantId, comesFrom as FollowedKind, runwayId);
    if (session !== undefined && session.settledAt === null) return true;
    const endedAt = session?.settledAt?.getTime() ?? createdAt.getTime() + SESSION_MS_MAX;
    return clock.now().getTime() <= endedAt + CONVERSATION_LATE_MS;
  }

  async #shown<K extends ReadableKind>(
    viewer: Viewer,
    kind: K,
    id: string,
    resource: ResourceByKind[K],
  ): Promise<ResourceByKind[K]> {
    const { ownership } = this.#options;
    const read = new Map([[id, resource]]);
    const shown = await withoutForeign(ownership, viewer.tenantId, kind, read);
    return shown.get(id) ?? resource;
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

function isBefore({ createdAt }: RouterRequest, time: Date | null): boolean {
  return time !== null && Date.parse(createdAt) < time.getTime();
}

function badCursor(): GatewayError {
  return new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'after', rule: 'cursor', message: 'Not a cursor of this list.' }],
  });
}
