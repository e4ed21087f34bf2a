/**
 * How a tenant stands; what is further to the right hides what is to its left. STOPPED: too many of
 * its requests were moderated, so it may not spend. SUSPENDED: its credentials are refused.
 * DELETING: the same, and everything that it owns is being deleted.
 */
export const TENANT_STATUSES = ['ACTIVE', 'STOPPED', 'SUSPENDED', 'DELETING'] as const;

export type TenantStatus = (typeof TENANT_STATUSES)[number];

/** A party whose tasks, things and keys no other party can see. */
export interface Tenant {
  /** `[a-z][a-z0-9-]{0,31}`, chosen by the operator. */
  readonly id: string;
  readonly name: string;
  readonly status: TenantStatus;
  /** Tasks that may be QUEUED or live at once; null: as many as the configuration says. */
  readonly liveTasksMax: number | null;
  readonly createdAt: Date;
}

/** Resource.owner of what an operator gave: it was made elsewhere and outlives its tenant. */
export const GRANTED = 'operator';
