import type { AuditedMutation } from '../../domain/audit.js';
import type { NewSecret } from './webhook-store.js';

export interface RotatedSecret {
  /** Until when the one before signs too; null: there was none. */
  readonly oldSecretUntil: Date | null;
}

/** The secrets of deliveries that no webhook makes: of addresses that are given with a task. */
export interface DefaultSecretStore {
  /** Makes one where there is none. Undefined: the tenant is gone. */
  rotate(
    tenantId: string,
    secret: NewSecret,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<RotatedSecret | undefined>;
  has(tenantId: string): Promise<boolean>;
  /** Those that sign for the tenant, the present one first; none where it has none. */
  inForce(tenantId: string, now: Date): Promise<readonly string[]>;
}
