import type { AuditedMutation } from '../../domain/audit.js';
import type { Budget, BudgetPeriod, Holding } from '../../domain/pricing/credits.js';

/** Whose credits a limit bounds, and over how long. */
export interface BudgetScope {
  readonly tenantId: string;
  /** Viewer.subject; null: the whole tenant. */
  readonly subject: string | null;
  readonly period: BudgetPeriod;
}

export const USAGE_DIMENSIONS = ['day', 'model', 'key', 'label'] as const;

/** What usage can be grouped by. */
export type UsageDimension = (typeof USAGE_DIMENSIONS)[number];

export interface UsagePeriod {
  /** UTC days, YYYY-MM-DD. */
  readonly from: string;
  readonly before: string;
}

/** The tasks of one group. A part by which nothing was grouped is null. */
export interface UsageRow {
  readonly day: string | null;
  readonly model: string | null;
  /** Viewer.subject. */
  readonly subject: string | null;
  readonly label: string | null;
  readonly tasks: number;
  readonly reserved: number;
  readonly spent: number;
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
  /** The usage of the tenant in a period, newest day and highest cost first, at most `limit` rows. */
  listUsage(
    tenantId: string,
    period: UsagePeriod,
    by: ReadonlySet<UsageDimension>,
    limit: number,
  ): Promise<readonly UsageRow[]>;
  /** Day and month of each tenant as a whole. */
  listTenantBudgets(tenantIds: readonly string[], now: Date): Promise<readonly Budget[]>;
}
