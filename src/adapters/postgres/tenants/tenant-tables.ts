import type { ResourceKind } from '../../../domain/resource/kinds.js';
import type { AccessPolicy } from '../../../domain/tenant/access-policy.js';
import type { Defaulted, NullableJson } from '../connection/column-types.js';

export interface TenantsTable {
  id: string;
  name: string;
  /** Number of the tenant's newest event. */
  event_seq: Defaulted<number>;
  /** Events with a number up to this one are no longer kept. */
  event_floor: Defaulted<number>;
  /** From the sequence `turns`: the smaller, the longer ago the tenant was served. */
  last_served_turn: Defaulted<number>;
  /** Since when the tenant may not spend; null: it may. */
  stopped_at: Defaulted<Date | null>;
  /** Failures before this no longer count against the tenant. */
  resumed_at: Defaulted<Date | null>;
  /** Since when no credential of the tenant is accepted; null: they are. */
  suspended_at: Defaulted<Date | null>;
  /** Since when everything of the tenant is being deleted; null: it stays. */
  deleted_at: Defaulted<Date | null>;
  /** Tasks that may be QUEUED or live at once; null: as many as the configuration says. */
  live_tasks_max: Defaulted<number | null>;
  /** Share of the configured limits of operations; null: all of them, as with 100. */
  rate_percent: Defaulted<number | null>;
  /** Tasks that are: moved with each event that makes or ends one, under the lock of this row. */
  live_tasks: Defaulted<number>;
  /** Tasks that can be read: moved with each row that comes, is hidden or goes, under its lock. */
  tasks: Defaulted<number>;
  /** Sum of `submissions.held_bytes`, moved with them under the lock of this row. */
  stored_bytes: Defaulted<number>;
  /** Submissions that are queued: moved where they are, under the lock of this row. */
  queued_tasks: Defaulted<number>;
  /** Until when one node has the tenant's deletion to itself. */
  removal_lease_until: Defaulted<Date | null>;
  removal_fence: Defaulted<number>;
  /** What the tenant may submit; null: everything. */
  policy: NullableJson<AccessPolicy>;
  created_at: Date;
}

/**
 * How much a tenant has: written by triggers on `resources` and `api_keys`, and by nothing else.
 */
export interface TenantHoldingsTable {
  tenant_id: string;
  /** `apiKey`: keys that have not been revoked. */
  kind: ResourceKind | 'apiKey';
  count: number;
}
