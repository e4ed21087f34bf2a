import {
  type ListableKind,
  type ResourceByKind,
  type ResourceKind,
  rowOf,
} from '../../domain/resource/kinds.js';
import type { AuditedMutation } from '../../domain/audit.js';
import type { ResourceSummary } from '../../domain/resource/resource-summary.js';
import { GRANTED } from '../../domain/tenant/tenant.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Resource, ResourceStore } from '../../ports/resources/resource-store.js';
import type {
  PageRequest,
  RunwayPage,
  RunwayResources,
} from '../../ports/resources/runway-resources.js';
import type { TenantStore } from '../../ports/tenants/tenant-store.js';
import type { Following } from './following.js';

export interface GrantsOptions {
  readonly store: ResourceStore;
  readonly tenants: Pick<TenantStore, 'find'>;
  readonly runway: RunwayResources;
  readonly following: Following;
  readonly clock: Clock;
  readonly log: Logger;
  readonly accounts: AccountRoutes;
}

export interface Grant {
  readonly tenantId: string;
  readonly kind: ListableKind;
  readonly runwayId: string;
  /** A router's slug for the tenant; null: as Runway knows it. */
  readonly alias: string | null;
}

/**
 * For operators: a resource that was made in Runway's app has no owner until an operator grants it
 * to a tenant.
 */
export class Grants {
  readonly #options: GrantsOptions;

  constructor(options: GrantsOptions) {
    this.#options = options;
  }

  /**
   * A page of Runway's list, of the operator's account or of the account for new work of the
   * tenant. A resource that a tenant owns is undefined in the page. Throws NOT_FOUND when there is
   * no such tenant.
   */
  async listUnowned(
    kind: ListableKind,
    page: PageRequest,
    tenantId: string | null = null,
  ): Promise<RunwayPage<ResourceSummary | undefined>> {
    const { store, tenants, runway, accounts } = this.#options;
    if (tenantId !== null && (await tenants.find(tenantId)) === undefined) {
      throw new GatewayError('NOT_FOUND');
    }
    const account = tenantId === null ? accounts.operator : accounts.of(tenantId);
    const { items, nextCursor } = await runway.list(account, kind, page);
    const ids = items.map(({ id }) => id);
    const owned = new Set((await store.findAny(kind, ids)).map(({ runwayId }) => runwayId));
    return { items: items.map((item) => (owned.has(item.id) ? undefined : item)), nextCursor };
  }

  /**
   * Throws NOT_FOUND when there is no such tenant, or no such resource at Runway. Throws CONFLICT
   * when the tenant is DELETING, when the resource or one that it refers to belongs to another
   * tenant, or when the tenant has a router of that slug. A repeated grant does no harm.
   */
  async grant(viewer: Viewer, { tenantId, kind, runwayId, alias }: Grant): Promise<Resource> {
    const { store, tenants, following, clock, log } = this.#options;
    const tenant = await tenants.find(tenantId);
    if (tenant === undefined) throw new GatewayError('NOT_FOUND');
    if (tenant.status === 'DELETING') throw new GatewayError('CONFLICT');
    const { found, runwayAccount } = await this.#find(tenantId, kind, runwayId);
    const { references } = rowOf<ListableKind>(kind);
    if (references?.bindsGrant === true) {
      for (const [referenced, ids] of Object.entries(references.of(found))) {
        await this.#beNoOthers(tenantId, referenced as ResourceKind, ids);
      }
    }
    const resource: Resource = {
      tenantId,
      kind,
      runwayAccount,
      // The id as Runway writes it: ids that differ only in case name the same resource.
      runwayId: found.id,
      ...namesOf(kind, found, alias),
      owner: GRANTED,
      createdAt: new Date(found.createdAt),
      grantedAt: clock.now(),
    };
    if (!(await store.record(resource, viewer.audit))) {
      const [holder] = await store.findAny(kind, [found.id]);
      if (holder?.tenantId !== tenantId) throw new GatewayError('CONFLICT');
      return holder;
    }
    const recipient = { ...viewer, tenantId };
    await following.followIfProcessing(recipient, kind, resource, found, 'grantResource');
    log.info({ tenantId, kind, runwayId: found.id }, 'an operator granted a resource');
    return resource;
  }

  /** Looks in the account for new work of the tenant, and then in the operator's. */
  async #find<K extends ListableKind>(
    tenantId: string,
    kind: K,
    runwayId: string,
  ): Promise<{ readonly found: ResourceByKind[K]; readonly runwayAccount: string }> {
    const { runway, accounts } = this.#options;
    for (const runwayAccount of new Set([accounts.of(tenantId), accounts.operator])) {
      const found = await runway.retrieve(runwayAccount, kind, runwayId);
      if (found !== undefined) return { found, runwayAccount };
    }
    throw new GatewayError('NOT_FOUND');
  }

  /** Throws CONFLICT when one of these related resources is another tenant's. */
  async #beNoOthers(tenantId: string, kind: ResourceKind, ids: readonly string[]): Promise<void> {
    const holders = await this.#options.store.findAny(kind, ids);
    if (holders.some((holder) => holder.tenantId !== tenantId)) throw new GatewayError('CONFLICT');
  }

  /**
   * Takes the resource from its tenant. It stays at Runway, and its live tasks end. Throws
   * NOT_FOUND when it has no owner.
   */
  async revoke(kind: ListableKind, runwayId: string, audit?: AuditedMutation): Promise<Resource> {
    const { store, following, log } = this.#options;
    const [holder] = await store.findAny(kind, [runwayId]);
    if (holder === undefined) throw new GatewayError('NOT_FOUND');
    const isRemoved = await store.remove(holder.tenantId, kind, runwayId, audit);
    if (!isRemoved) throw new GatewayError('NOT_FOUND');
    await following.abandon(holder.tenantId, kind, runwayId);
    log.info({ tenantId: holder.tenantId, kind, runwayId }, 'an operator revoked a resource');
    return holder;
  }
}

function namesOf(
  kind: ListableKind,
  found: ResourceByKind[ListableKind],
  alias: string | null,
): Pick<Resource, 'alias' | 'runwaySlug' | 'parentId'> {
  const { slug, parent } = rowOf<ListableKind>(kind);
  const runwaySlug = slug?.of(found) ?? null;
  const parentId = parent?.of(found) ?? null;
  return { alias: runwaySlug === null ? null : (alias ?? runwaySlug), runwaySlug, parentId };
}
