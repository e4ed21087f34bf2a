import {
  type DeletableKind,
  type ListableKind,
  rowOf,
  REMOVAL_ORDER,
} from '../../domain/resource/kinds.js';
import { backOffMs, type BackOff } from '../../domain/back-off.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { ResourceStore } from '../../ports/resources/resource-store.js';
import type { RunwayApi } from '../../ports/upstream/runway-api.js';
import type { RunwayResources } from '../../ports/resources/runway-resources.js';
import type {
  ResourceToRemove,
  TaskToRemove,
  TenantRemovalStore,
} from '../../ports/tenants/tenant-removal-store.js';
import { isLookedFor } from '../settlement/lost-creations.js';
import { leaseEnd, PassOver, RemovalPass } from './removal-pass.js';

/** Resources that are deleted at the same time. A stop waits for these deletions. */
const BATCH = 8;

/**
 * Rows of resources that are gone at Runway, or were never there, which one transaction deletes.
 */
const ROWS_BATCH = 500;

/** Children of one page that Runway lists. */
const CHILDREN_PAGE = 100;

/** 1 s until the next look for requests that are on their way. */
const LOOK_AGAIN_MS = 1_000;

/** 30 s until the next look for resources of lost requests. */
const SEARCH_AGAIN_MS = 30_000;

/** A pass that met failures. */
const BACK_OFF: BackOff = { floorMs: 2_000, baseMs: 2_000, capMs: 300_000 };

export interface TenantRemovalOptions {
  readonly store: TenantRemovalStore;
  readonly runway: Pick<RunwayApi, 'deleteTask'>;
  readonly resources: Pick<RunwayResources, 'delete' | 'list' | 'retrieve'>;
  /** The owners of resources. */
  readonly owners: Pick<ResourceStore, 'findAny'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** In [0, 1); only tests give another than Math.random. */
  readonly random?: () => number;
}

/**
 * Removes tenants. It deletes each resource at Runway first, and then its row here. So a process
 * that dies leaves only work for the next one. A deleted row has no resource left, and a resource
 * that is gone at Runway counts as deleted.
 */
export class TenantRemoval {
  readonly #options: TenantRemovalOptions;
  readonly #random: () => number;
  /** Passes in a row that met failures, by tenant. */
  readonly #attempts = new Map<string, number>();

  constructor(options: TenantRemovalOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
  }

  /**
   * For the embedded store, which has one process: a removal that is under way at start belongs to
   * a dead process. Call before the first pass.
   */
  async recoverAfterCrash(): Promise<void> {
    await this.#options.store.releaseAll();
  }

  /** One pass over one tenant that is DELETING; false when there is none to be worked on. */
  async workOff(signal: AbortSignal): Promise<boolean> {
    const { store, clock, log } = this.#options;
    const now = clock.now();
    const lease = await store.take({ now, until: leaseEnd(now) });
    if (lease === undefined) return false;
    const { tenantId } = lease;
    const pass = new RemovalPass({ lease, signal, store, clock, log });
    try {
      if (await this.#run(pass)) {
        this.#attempts.delete(tenantId);
        log.info({ tenantId }, 'a tenant was deleted with everything that it owned');
        return true;
      }
    } catch (error) {
      if (!(error instanceof PassOver)) {
        pass.failures += 1;
        log.error({ tenantId, error }, 'the removal of a tenant was interrupted');
      }
    }
    await store.release(lease, new Date(clock.now().getTime() + this.#waitMs(pass)));
    return true;
  }

  /** True when the tenant is gone. */
  async #run(pass: RemovalPass): Promise<boolean> {
    const { store } = this.#options;
    await this.#removeTasks(pass);
    await this.#removeRows(pass, (limit) => store.giveBack(pass.lease, limit));
    for (const kind of REMOVAL_ORDER) await this.#removeResources(pass, kind);
    if (pass.failures > 0 || pass.sending > 0 || pass.searched > 0) return false;
    await this.#removeRows(pass, (limit) => store.removeHiddenTasks(pass.lease, limit));
    await this.#removeRows(pass, (limit) => store.removeAccess(pass.lease, limit));
    return await store.finish(pass.lease);
  }

  /** Each batch commits, so that no step takes longer than one, and another node can go on. */
  async #removeRows(
    pass: RemovalPass,
    removeBatch: (limit: number) => Promise<number>,
  ): Promise<void> {
    do {
      await pass.goOn();
    } while ((await removeBatch(ROWS_BATCH)) > 0);
  }

  async #removeTasks(pass: RemovalPass): Promise<void> {
    const { store, clock, log } = this.#options;
    const { lease } = pass;
    let after: TaskToRemove | null = null;
    for (;;) {
      await pass.goOn();
      const tasks: readonly TaskToRemove[] = await store.listTasks(lease.tenantId, {
        first: BATCH,
        after,
      });
      after = tasks.at(-1) ?? null;
      if (after === null) return;
      const now = clock.now();
      const searched = tasks.filter(
        (task) => task.status === 'UNCONFIRMED' && isLookedFor(task, now),
      );
      const sending = tasks.filter(({ isSending }) => isSending);
      pass.searched += searched.length;
      pass.sending += sending.length;
      const ended = tasks.filter((task) => !sending.includes(task) && !searched.includes(task));
      const gone = await pass.each(ended, (task) => this.#deleteTask(task));
      const unconfirmed = gone.filter(({ status }) => status === 'UNCONFIRMED');
      if (unconfirmed.length > 0) {
        const taskIds = unconfirmed.map(({ id }) => id);
        const fields = { tenantId: lease.tenantId, tasks: taskIds.length, taskIds };
        log.error(fields, 'unconfirmed tasks of a deleted tenant may be left at Runway');
      }
      if (gone.length > 0) pass.failures += await store.removeTasks(lease, gone);
    }
  }

  /** Other results of tasks are separate resources. A workflow's run cannot be deleted. */
  async #deleteTask({ runwayAccount, runwayTaskKind, runwayTaskId }: TaskToRemove): Promise<void> {
    if (runwayTaskKind !== 'task' || runwayTaskId === null) return;
    await this.#options.runway.deleteTask(runwayAccount, 'task', runwayTaskId);
  }

  async #removeResources(pass: RemovalPass, kind: DeletableKind): Promise<void> {
    const { store } = this.#options;
    const { lease } = pass;
    const children = rowOf(kind).removal?.children;
    let after: string | null = null;
    for (;;) {
      await pass.goOn();
      const page: readonly ResourceToRemove[] = await store.listResources(lease.tenantId, kind, {
        first: children === undefined ? BATCH : 1,
        after,
      });
      after = page.at(-1)?.runwayId ?? null;
      if (after === null) return;
      await pass.each(page, async (resource) => {
        if (children !== undefined) {
          await this.#deleteChildren(pass, resource, children as ListableKind & DeletableKind);
        }
        await this.#deleteResource(kind, resource);
        await store.removeResource(lease, resource);
      });
    }
  }

  /** One that has ended already is left as it is. */
  async #deleteResource(
    kind: DeletableKind,
    { runwayAccount, runwayId }: ResourceToRemove,
  ): Promise<void> {
    const { resources } = this.#options;
    const { endedStatuses } = rowOf(kind);
    if (endedStatuses !== undefined) {
      const found = await resources.retrieve(runwayAccount, kind, runwayId);
      if (found === undefined) return;
      if ('status' in found && endedStatuses.includes(found.status)) return;
    }
    await resources.delete(runwayAccount, kind, runwayId);
  }

  /**
   * The children that Runway lists for a parent, with or without a row here, but none of another
   * tenant.
   */
  async #deleteChildren(
    pass: RemovalPass,
    parent: ResourceToRemove,
    kind: ListableKind & DeletableKind,
  ): Promise<void> {
    const { resources, owners } = this.#options;
    const { tenantId } = pass.lease;
    const { runwayAccount, runwayId: parentId } = parent;
    let cursor: string | null = null;
    do {
      const page = { limit: CHILDREN_PAGE, cursor };
      const listed: Awaited<ReturnType<RunwayResources['list']>> = await resources.list(
        runwayAccount,
        kind,
        page,
        { parentId },
      );
      for (let start = 0; start < listed.items.length; start += BATCH) {
        await pass.goOn();
        const ids = listed.items.slice(start, start + BATCH).map(({ id }) => id);
        const noted = await owners.findAny(kind, ids);
        const foreign = new Set(
          noted.flatMap((one) => (one.tenantId === tenantId ? [] : [one.runwayId])),
        );
        await Promise.all(
          ids
            .filter((id) => !foreign.has(id))
            .map((id) => resources.delete(runwayAccount, kind, id)),
        );
      }
      cursor = listed.nextCursor;
    } while (cursor !== null);
  }

  /** Until the next pass. */
  #waitMs({ lease: { tenantId }, failures, sending, searched, signal }: RemovalPass): number {
    if (failures === 0) {
      this.#attempts.delete(tenantId);
      if (signal.aborted) return 0;
      return sending === 0 && searched > 0 ? SEARCH_AGAIN_MS : LOOK_AGAIN_MS;
    }
    const attempt = this.#attempts.get(tenantId) ?? 0;
    this.#attempts.set(tenantId, attempt + 1);
    return backOffMs(BACK_OFF, attempt, this.#random());
  }
}
