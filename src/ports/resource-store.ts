import type { ResourceKind } from '../operations/operation.js';

/** Something at Runway that belongs to a tenant, so that a reference to it can be checked. */
export interface Resource {
  readonly tenantId: string;
  readonly kind: ResourceKind | 'upload';
  readonly runwayAccount: string;
  /** Runway's id; the `runway://` uri of an upload. */
  readonly runwayId: string;
  /** A name by which the tenant knows it, e.g. a router's slug; null when it has none. */
  readonly alias: string | null;
  /** Viewer.subject of its maker, or `gateway`. */
  readonly owner: string;
  readonly createdAt: Date;
}

export interface ResourceStore {
  /** Notes whose it is. What belongs to somebody already stays theirs. */
  record(resource: Resource): Promise<void>;
}
