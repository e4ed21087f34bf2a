import type { BudgetPeriod } from '../../../domain/pricing/credits.js';
import type { Defaulted } from '../connection/column-types.js';

export interface BudgetLimitsTable {
  tenant_id: string;
  /** Viewer.subject; empty: the whole tenant. */
  subject: string;
  period: BudgetPeriod;
  credits_max: number;
}

/** Sums over the tasks accepted in a period (see ledger.ts). */
export interface BudgetCountersTable {
  tenant_id: string;
  /** Viewer.subject; empty: the whole tenant. */
  subject: string;
  period: BudgetPeriod;
  period_start: Date;
  reserved: number;
  spent: number;
  /** `overrunOf` its tasks. */
  overrun: Defaulted<number>;
}

/** Sums over the tasks of a token with a budget of its own (see ledger.ts). */
export interface TokenCountersTable {
  tenant_id: string;
  token_id: string;
  reserved: number;
  spent: number;
  /** When the token ends. */
  expires_at: Date;
}
