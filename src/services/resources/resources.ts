import {
  type CreatableKind,
  type ChangeableKind,
  type DeletableKind,
  type FollowedKind,
  type ReadableKind,
  type ResourceByKind,
  rowOf,
} from '../../domain/resource/kinds.js';
import type { JsonObject } from '../../domain/input/json.js';
import type { Task } from '../../domain/task/task.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { ResourceStore } from '../../ports/resources/resource-store.js';
import type { RunwayResources } from '../../ports/resources/runway-resources.js';
import { concurrently } from '../../concurrency/concurrently.js';
import type { AwaitedInputs } from '../lineage/awaited-inputs.js';
import type { CheckedInput } from '../lineage/input-outputs.js';
import type { Following } from './following.js';
import type { Ownership, Owned } from './ownership.js';
import { RunwayRefused } from '../upstream/runway-refused.js';
import { withoutForeign } from './without-foreign.js';

/** Reads that one request has open at Runway at the same time. */
const READS_MAX = 8;

/** 30 min: the longest session. Source: Runway's OpenAPI document, POST /v1/realtime_sessions. */
const SESSION_MS_MAX = 1_800_000;

/** 10 min: by then Runway lists the conversation of an ended session. */
const CONVERSATION_LATE_MS = 600_000;

/** A resource of the viewer's tenant, as Runway shows it now. */
export interface Held<K extends ReadableKind> {
  readonly resource: ResourceByKind[K];
  /** A router's slug as its tenant knows it; null for everything else. */
  readonly alias: string | null;
  /** Whether the viewer's own credential made it. */
  readonly isCreator: boolean;
}

export interface ResourcesOptions {
  readonly store: ResourceStore;
  readonly runway: RunwayResources;
  readonly ownership: Ownership;
  readonly inputs: AwaitedInputs;
  readonly following: Following;
  readonly clock: Clock;
}

/**
 * The tenants' resources at Runway. The gateway checks the owner before it calls Runway. Another
 * tenant's resource is NOT_FOUND like a missing one, without a call upstream.
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

  /** The task that follows a resource which is PROCESSING at Runway; undefined if it is not. */
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
   * Changes the members that the input names. Throws NOT_FOUND, BAD_USER_INPUT for a reference that
   * is not the tenant's, CONFLICT while Runway processes it, and RunwayRefused.
   */
  async change<K extends ChangeableKind>(
    viewer: Viewer,
    kind: K,
    id: string,
    wanted: CheckedInput & { readonly body: JsonObject },
  ): Promise<Held<K>> {
    const { runway, ownership, inputs, store, following } = this.#options;
    const row = await this.#owned(viewer, kind, id);
    await ownership.checkInput(viewer.tenantId, wanted, row.runwayAccount);
    const body = await inputs.prepare(viewer.tenantId, row.runwayAccount, wanted);
    const outcome = await runway.change(row.runwayAccount, kind, id, body);
    switch (outcome.kind) {
      case 'conflict':
        throw new GatewayError('CONFLICT', { detail: 'Runway is processing it' });
      case 'refused':
        throw new RunwayRefused(outcome.refusal, wanted);
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

  /**
   * Deletes the resource for ever, first at Runway. Throws NOT_FOUND and the RUNWAY_ errors: then
   * nothing changed.
   */
  async delete(viewer: Viewer, kind: DeletableKind, id: string): Promise<void> {
    const { runway, store, following } = this.#options;
    const row = await this.#owned(viewer, kind, id);
    const { comesFrom, staysReadable } = rowOf(kind);
    // Refuse while the resource does not exist upstream yet: deleting our row now would leave it
    // without an owner.
    if (comesFrom !== undefined) await this.get(viewer, kind, id);
    await runway.delete(row.runwayAccount, kind, id);
    await following.end(viewer.tenantId, kind, id);
    if (staysReadable === true) return;
    await store.remove(viewer.tenantId, kind, id, viewer.audit);
  }

  /** The tasks that made these resources, in their order; undefined where there is none to show. */
  async makers(
    viewer: Viewer,
    kind: CreatableKind,
    ids: readonly string[],
  ): Promise<readonly (Task | undefined)[]> {
    const found = await this.#options.following.makersOf(viewer.tenantId, kind, ids);
    return ids.map((id) => found.get(id));
  }

  async #owned(viewer: Viewer, kind: ReadableKind, id: string): Promise<Owned> {
    const row = (await this.#options.ownership.find(viewer.tenantId, kind, [id])).get(id);
    if (row === undefined) throw new GatewayError('NOT_FOUND');
    return row;
  }

  /** Forgets the owner of a resource that is gone at Runway, unless it may still appear there. */
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

  /** Whether the session that becomes this conversation is live, or has just ended. */
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
}
