import type { AccessPolicy } from './access-policy.js';

/**
 * How a tenant stands; what is further to the right hides what is to its left. STOPPED: too many of
 * its requests were moderated, so it may not spend. SUSPENDED: its credentials are refused.
 * DELETING: the same, and everything that it owns is being deleted.
 */
export const TENANT_STATUSES = ['ACTIVE', 'STOPPED', 'SUSPENDED', 'DELETING'] as const;

export type TenantStatus = (typeof TENANT_STATUSES)[number];

export const TENANT_ID = /^[a-z][a-z0-9-]{0,31}$/;

/** A party whose tasks, things and keys no other party can see. */
export interface Tenant {
  /** TENANT_ID, chosen by the operator. */
  readonly id: string;
  readonly name: string;
  readonly status: TenantStatus;
  /** Tasks that may be QUEUED or live at once; null: as many as the configuration says. */
  readonly liveTasksMax: number | null;
  /** Share of the configured limits of operations; null: all of them, as with 100. */
  readonly ratePercent: number | null;
  /** What it may submit; null: everything. */
  readonly policy: AccessPolicy | null;
  readonly createdAt: Date;
}

/** Whether a value may be the id of a tenant. */
export function isTenantId(value: unknown): value is string {
  return typeof value === 'string' && TENANT_ID.test(value);
}

/** Resource.owner of what an operator gave: it was made elsewhere and outlives its tenant. */
export const GRANTED = 'operator';
