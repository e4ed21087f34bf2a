import type { ResourceKind } from '../../../domain/resource/kinds.js';
import type { Defaulted } from '../connection/column-types.js';

/** Whose is what in a Runway account that all tenants share. */
export interface ResourcesTable {
  tenant_id: string;
  kind: ResourceKind;
  runway_account: string;
  runway_id: string;
  /** The tenant's own name for it, where it differs from Runway's. */
  alias: string | null;
  /** A router's slug at Runway, which is unique in the account; null for everything else. */
  runway_slug: Defaulted<string | null>;
  /** The avatar that a conversation was with; null for everything else. */
  parent_id: Defaulted<string | null>;
  /** Viewer.subject of the creator. */
  owner: string;
  created_at: Date;
  /** Since when it is the tenant's, of what was made elsewhere; null: the tenant has made it. */
  granted_at: Defaulted<Date | null>;
}
