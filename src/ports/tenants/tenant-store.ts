import type { AuditedMutation } from '../../domain/audit.js';
import type { PolicyChange } from '../../domain/tenant/access-policy.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ResourceKind } from '../../domain/resource/kinds.js';

export type NewTenant = Pick<Tenant, 'id' | 'name' | 'createdAt'>;

/** Undefined: as it was. */
export interface TenantLimits {
  readonly liveTasksMax: Tenant['liveTasksMax'];
  readonly ratePercent?: Tenant['ratePercent'] | undefined;
}

/** By id. */
export interface TenantPage {
  readonly tenants: readonly Tenant[];
  readonly hasNextPage: boolean;
}

/** How much a tenant has. */
export interface TenantHoldings {
  /** Tasks that can be read; deleted ones are not counted. */
  readonly tasks: number;
  /** Those of them that are QUEUED, PENDING, THROTTLED or RUNNING. */
  readonly liveTasks: number;
  /** Keys that have not been revoked. */
  readonly apiKeys: number;
  /** What it has at Runway; a kind of which there is none may be absent. */
  readonly resources: Readonly<Partial<Record<ResourceKind, number>>>;
}

/**
 * Who the tenants are and how they stand. Methods that change one return undefined when it is not
 * there or DELETING, and then have changed nothing.
 */
export interface TenantStore {
  /** Undefined when the id is taken. */
  create(tenant: NewTenant, audit?: AuditedMutation): Promise<Tenant | undefined>;
  find(id: string): Promise<Tenant | undefined>;
  /** `after` is the id of the last tenant of the page before. */
  list(page: { readonly first: number; readonly after: string | null }): Promise<TenantPage>;
  count(): Promise<number>;
  /** Of tenants that are there, by id. */
  holdings(ids: readonly string[]): Promise<ReadonlyMap<string, TenantHoldings>>;
  /** Null: as the configuration says. Live tasks hold for every request that comes afterwards. */
  setLimits(id: string, limits: TenantLimits, audit?: AuditedMutation): Promise<Tenant | undefined>;
  /** Of all tenants that have one. */
  listRates(): Promise<ReadonlyMap<string, number>>;
  /** Holds for every request that comes afterwards. */
  setPolicy(id: string, change: PolicyChange, audit?: AuditedMutation): Promise<Tenant | undefined>;
  /**
   * From the commit on no credential of the tenant is accepted, none of its requests either, and
   * nothing that it has queued is taken for sending.
   */
  suspend(id: string, now: Date, audit?: AuditedMutation): Promise<Tenant | undefined>;
  /** Lifts the suspension and the moderation stop; failures before `now` count no longer. */
  resume(id: string, now: Date, audit?: AuditedMutation): Promise<Tenant | undefined>;
  /**
   * Suspends the tenant for ever: it is DELETING until TenantRemovalStore.finish. Cursors of its
   * events are void. One that is DELETING already is returned as it is.
   */
  startRemoval(id: string, now: Date, audit?: AuditedMutation): Promise<Tenant | undefined>;
}
