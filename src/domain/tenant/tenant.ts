import type { AccessPolicy } from './access-policy.js';

/**
 * The state of a tenant. If several hold, the one furthest to the right is shown. STOPPED: too many
 * of its requests were moderated, so it may not spend. SUSPENDED: its credentials are refused.
 * DELETING: its credentials are refused, and everything that it owns is being deleted.
 */
export const TENANT_STATUSES = ['ACTIVE', 'STOPPED', 'SUSPENDED', 'DELETING'] as const;

export type TenantStatus = (typeof TENANT_STATUSES)[number];

export const TENANT_ID = /^[a-z][a-z0-9-]{0,31}$/;

/** A party whose tasks, resources and keys no other party can see. */
export interface Tenant {
  /** TENANT_ID, chosen by the operator. */
  readonly id: string;
  readonly name: string;
  readonly status: TenantStatus;
  /** Tasks that may be QUEUED or live at once; null: as many as the configuration says. */
  readonly liveTasksMax: number | null;
  /** Share of the configured limits of operations; null: all of them, as with 100. */
  readonly ratePercent: number | null;
  /** Limits on its requests; null: none. */
  readonly policy: AccessPolicy | null;
  readonly createdAt: Date;
}

/** Whether a value may be the id of a tenant. */
export function isTenantId(value: unknown): value is string {
  return typeof value === 'string' && TENANT_ID.test(value);
}

/**
 * Resource.owner of a resource that an operator granted: it was made elsewhere and outlives its
 * tenant.
 */
export const GRANTED = 'operator';
