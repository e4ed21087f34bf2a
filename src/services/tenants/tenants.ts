import type { AuditedMutation } from '../../domain/audit.js';
import type { PolicyChange } from '../../domain/tenant/access-policy.js';
import type { Budget } from '../../domain/pricing/credits.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { BudgetStore } from '../../ports/budgets/budget-store.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type {
  TenantHoldings,
  TenantPage,
  TenantStore,
  TenantLimits,
} from '../../ports/tenants/tenant-store.js';

/** `single`: one tenant has the gateway, and the Runway account, to itself. */
export type Tenancy = 'many' | 'single';

export interface TenantsOptions {
  readonly store: TenantStore;
  readonly budgets: Pick<BudgetStore, 'listTenantBudgets'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tenancy: Tenancy;
  /** Called when a tenant's removal has begun. */
  readonly onRemoval?: () => void;
  /** Limits of a tenant have changed. */
  readonly onLimits?: () => void;
}

/**
 * The use cases of tenants, for operators. Methods that take an id throw NOT_FOUND for an unknown
 * id.
 */
export class Tenants {
  readonly #options: TenantsOptions;

  constructor(options: TenantsOptions) {
    this.#options = options;
  }

  /** Throws an Error that says so when the store holds more tenants than the configuration allows. */
  async checkTenancy(): Promise<void> {
    const { store, tenancy } = this.#options;
    if (tenancy === 'many') return;
    const count = await store.count();
    if (count <= 1) return;
    throw new Error(
      `TENANCY=single, but the store holds ${String(count)} tenants. Set TENANCY=many, or delete the others there first.`,
    );
  }

  /** Throws CONFLICT when the id is taken, and where there may be one tenant only. */
  async create(
    { id, name }: { readonly id: string; readonly name: string },
    audit?: AuditedMutation,
  ): Promise<Tenant> {
    const { store, clock, tenancy } = this.#options;
    if (tenancy === 'single') throw new GatewayError('CONFLICT', { detail: 'TENANCY=single' });
    const tenant = await store.create({ id, name, createdAt: clock.now() }, audit);
    if (tenant === undefined) throw new GatewayError('CONFLICT');
    return tenant;
  }

  /** Throws NOT_FOUND. */
  async get(id: string): Promise<Tenant> {
    const tenant = await this.#options.store.find(id);
    if (tenant === undefined) throw new GatewayError('NOT_FOUND');
    return tenant;
  }

  async list(page: Parameters<TenantStore['list']>[0]): Promise<TenantPage> {
    return await this.#options.store.list(page);
  }

  async holdings(ids: readonly string[]): Promise<ReadonlyMap<string, TenantHoldings>> {
    return await this.#options.store.holdings(ids);
  }

  /** Day and month of each tenant as a whole. */
  async budgets(ids: readonly string[]): Promise<readonly Budget[]> {
    const { budgets, clock } = this.#options;
    return await budgets.listTenantBudgets(ids, clock.now());
  }

  /** Null: as the configuration says. Throws CONFLICT when the tenant is DELETING. */
  async setLimits(id: string, limits: TenantLimits, audit?: AuditedMutation): Promise<Tenant> {
    const { store, log, onLimits } = this.#options;
    const tenant = await this.#changed(id, await store.setLimits(id, limits, audit));
    log.info({ tenantId: id, ...limits }, 'an operator set the limits of a tenant');
    onLimits?.();
    return tenant;
  }

  /** Throws CONFLICT when the tenant is DELETING. */
  async setPolicy(id: string, change: PolicyChange, audit?: AuditedMutation): Promise<Tenant> {
    const { store, log } = this.#options;
    const tenant = await this.#changed(id, await store.setPolicy(id, change, audit));
    log.info({ tenantId: id }, 'an operator set the policy of a tenant');
    return tenant;
  }

  /** Throws CONFLICT when the tenant is the viewer's own, or DELETING. */
  async suspend(viewer: Viewer, id: string): Promise<Tenant> {
    const { store, clock, log } = this.#options;
    mustBeAnother(viewer, id);
    const tenant = await this.#changed(id, await store.suspend(id, clock.now(), viewer.audit));
    log.warn({ tenantId: id }, 'an operator suspended a tenant');
    return tenant;
  }

  /**
   * Lifts a suspension and a moderation stop. Earlier moderated requests no longer count. Throws
   * CONFLICT when the tenant is DELETING.
   */
  async resume(id: string, audit?: AuditedMutation): Promise<Tenant> {
    const { store, clock, log } = this.#options;
    const tenant = await this.#changed(id, await store.resume(id, clock.now(), audit));
    log.info({ tenantId: id }, 'an operator resumed a tenant');
    return tenant;
  }

  /**
   * Begins to delete a tenant with everything that it owns (see TenantRemoval). A second call
   * changes nothing. Throws CONFLICT when the tenant is the viewer's own.
   */
  async delete(viewer: Viewer, id: string): Promise<Tenant> {
    const { store, clock, log, onRemoval } = this.#options;
    mustBeAnother(viewer, id);
    const tenant = await store.startRemoval(id, clock.now(), viewer.audit);
    if (tenant === undefined) throw new GatewayError('NOT_FOUND');
    log.warn({ tenantId: id }, 'an operator is deleting a tenant');
    onRemoval?.();
    return tenant;
  }

  async #changed(id: string, tenant: Tenant | undefined): Promise<Tenant> {
    if (tenant !== undefined) return tenant;
    const isThere = (await this.#options.store.find(id)) !== undefined;
    throw new GatewayError(isThere ? 'CONFLICT' : 'NOT_FOUND');
  }
}

/** A viewer that suspends or deletes its own tenant could not reverse it. */
function mustBeAnother(viewer: Viewer, id: string): void {
  if (viewer.tenantId === id) throw new GatewayError('CONFLICT', { detail: 'the own tenant' });
}
