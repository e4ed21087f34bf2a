import type { WaitingFor } from '../../../domain/task/task.js';
import type { Defaulted } from '../connection/column-types.js';

/** Tenants with queued submissions, by pool; see queue-turns.ts. */
export interface QueueTurnsTable {
  tenant_id: string;
  runway_account: string;
  /** Empty where Runway chooses it. */
  model: string;
  /** `TenantsTable.last_served_turn`, when the tenant was last served in this pool. */
  turn: number;
  /** Whether a submission may be due, by some node's clock. */
  is_due: boolean;
  /** Not later than any of them is due; infinity while the tenant may not send. */
  due_at: Date;
}

/** Pools of submissions that Runway takes no more of for a while; see PoolHoldStore. */
export interface PoolHoldsTable {
  runway_account: string;
  /** Empty where Runway chooses it. */
  model: string;
  reason: WaitingFor['reason'];
  until: Date;
  /** 429s in a row, of those that went first. */
  refusals: Defaulted<number>;
  /** The submission that goes first, and until when others wait for its outcome. */
  probe: Defaulted<string | null>;
  probe_until: Defaulted<Date | null>;
}
