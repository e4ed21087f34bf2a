import type { AuditedMutation } from '../../domain/audit.js';
import type { ResourceKind } from '../../domain/resource/kinds.js';

/** Something at Runway that belongs to a tenant. */
export interface Resource {
  readonly tenantId: string;
  readonly kind: ResourceKind;
  readonly runwayAccount: string;
  /** Runway's id; the `runway://` uri of an upload. */
  readonly runwayId: string;
  /** A router's slug as its tenant knows it, unique within the tenant; null for everything else. */
  readonly alias: string | null;
  /** The same slug as Runway knows it. */
  readonly runwaySlug: string | null;
  /** The avatar that a conversation was with; null for everything else. */
  readonly parentId: string | null;
  /** Viewer.subject of its maker, or `gateway`. */
  readonly owner: string;
  readonly createdAt: Date;
  /** Since when it is the tenant's, of what was made elsewhere; null: the tenant has made it. */
  readonly grantedAt: Date | null;
}

export interface ResourceFilter {
  readonly parentId?: string;
  readonly createdFrom?: Date;
  readonly createdBefore?: Date;
}

/** Newest first: (createdAt, runwayId) descending. */
export interface ResourcePage {
  readonly resources: readonly Resource[];
  readonly hasNextPage: boolean;
  /** Of all that pass the filter; null where there is one and more than 10,000 pass. */
  readonly totalCount: number | null;
}

/** Whose is what in the Runway accounts that all tenants share. */
export interface ResourceStore {
  /**
   * Notes the owner. What has an owner already keeps that owner: then false. Throws CONFLICT
   * when the tenant has another thing of that kind and alias.
   */
  record(resource: Resource, audit?: AuditedMutation): Promise<boolean>;
  /** Those of the ids that are the tenant's. */
  findOwned(
    tenantId: string,
    kind: ResourceKind,
    runwayIds: readonly string[],
  ): Promise<readonly Resource[]>;
  findByAlias(tenantId: string, kind: ResourceKind, alias: string): Promise<Resource | undefined>;
  /** Those of the ids that have an owner. */
  findAny(kind: ResourceKind, runwayIds: readonly string[]): Promise<readonly Resource[]>;
  list(
    tenantId: string,
    kind: ResourceKind,
    filter: ResourceFilter,
    page: {
      readonly first: number;
      readonly after: { readonly createdAt: Date; readonly id: string } | null;
    },
  ): Promise<ResourcePage>;
  /** Forgets that it is the tenant's; false when it was not. */
  remove(
    tenantId: string,
    kind: ResourceKind,
    runwayId: string,
    audit?: AuditedMutation,
  ): Promise<boolean>;
}
