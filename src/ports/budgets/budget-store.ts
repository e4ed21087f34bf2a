import type { AuditedMutation } from '../../domain/audit.js';
import type { Budget, BudgetPeriod, Holding } from '../../domain/pricing/credits.js';

/** Whose credits a limit bounds, and over how long. */
export interface BudgetScope {
  readonly tenantId: string;
  /** Viewer.subject; null: the whole tenant. */
  readonly subject: string | null;
  readonly period: BudgetPeriod;
}

/**
 * Limits, and what has been reserved and spent. The counters are kept by TaskStore in the very
 * transactions that move tasks, whether there is a limit or not.
 */
export interface BudgetStore {
  /**
   * Sets the limit (credits; null lifts it) for every request that is accepted afterwards, and
   * returns the budget as it stands. Throws NOT_FOUND when the tenant does not exist.
   */
  setLimit(
    scope: BudgetScope,
    creditsMax: number | null,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<Budget>;
  /** Day and month of the tenant, then day and month of the subject. */
  listBudgets(tenantId: string, subject: string, now: Date): Promise<readonly Budget[]>;
  /** What the tasks of a token with a budget of its own hold: nothing where it has made none. */
  holdingOfToken(tenantId: string, tokenId: string): Promise<Holding>;
  /** Day and month of each tenant as a whole. */
  listTenantBudgets(tenantIds: readonly string[], now: Date): Promise<readonly Budget[]>;
}
