import { isSettled, type Task } from '../task/task.js';

export const BUDGET_PERIODS = ['DAY', 'MONTH'] as const;

/** A UTC day or a UTC month. */
export type BudgetPeriod = (typeof BUDGET_PERIODS)[number];

/** Start of the period that holds `at`. */
export function periodStart(period: BudgetPeriod, at: Date): Date {
  const day = period === 'DAY' ? at.getUTCDate() : 1;
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), day));
}

/** Start of the period after the one that holds `at`. */
export function nextPeriodStart(period: BudgetPeriod, at: Date): Date {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  return period === 'DAY'
    ? new Date(Date.UTC(year, month, at.getUTCDate() + 1))
    : new Date(Date.UTC(year, month + 1));
}

/** Credits of one task, or of many together. */
export interface Holding {
  /** Reserved for tasks that have not settled. */
  readonly reserved: number;
  readonly spent: number;
}

/**
 * The credits that a task uses of its budgets: its estimate until it settles (UNCONFIRMED
 * included), then its cost. A settled task whose cost could not be read counts with its estimate:
 * it may have been paid.
 */
export function holdingOf(task: Pick<Task, 'state' | 'estimate' | 'cost'>): Holding {
  const { credits } = task.estimate;
  return isSettled(task.state.status)
    ? { reserved: 0, spent: task.cost ?? credits }
    : { reserved: credits, spent: 0 };
}

/** Credits of a task beyond those that were set aside when it was accepted; null: it is not known. */
export function overrunOf({ reserved, spent }: Holding, setAside: number | null): number {
  return setAside === null ? 0 : Math.max(reserved + spent - setAside, 0);
}

/** The used credits of a period, for a tenant or for one of its credentials. */
export interface Budget extends Holding {
  readonly tenantId: string;
  /** Viewer.subject; null: the whole tenant. */
  readonly subject: string | null;
  readonly period: BudgetPeriod;
  /** Credits of `reserved` and `spent` beyond those that were set aside. */
  readonly overrun: number;
  /** Credits; null: no limit. */
  readonly limit: number | null;
  /** Credits, from 0; null: no limit. */
  readonly remaining: number | null;
  /** When the next period begins. */
  readonly resetsAt: Date;
}

/** The tightest of the budgets; null when none has a limit. */
export function leastRemaining(budgets: readonly Pick<Budget, 'remaining'>[]): number | null {
  const limited = budgets.flatMap(({ remaining }) => remaining ?? []);
  return limited.length === 0 ? null : Math.min(...limited);
}
