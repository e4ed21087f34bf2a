import type { TaskStatus } from '../../domain/task/task.js';

/** Credits of one calendar period. */
export interface PeriodCredits {
  readonly period: 'DAY' | 'MONTH';
  readonly reserved: number;
  readonly spent: number;
}

/** A tenant's part of the figures. */
export interface TenantFigures {
  readonly tenantId: string;
  readonly liveTasks: number;
  readonly credits: readonly PeriodCredits[];
}

/** What the metrics say of the rows that all nodes share. */
export interface StoreFigures {
  /** Tasks that are live or UNCONFIRMED. A status without tasks may be missing. */
  readonly tasks: Readonly<Partial<Record<TaskStatus, number>>>;
  /** When the oldest of the submissions that are next in their lanes was accepted; null: none waits. */
  readonly oldestQueuedAt: Date | null;
  readonly oldestUnconfirmedAt: Date | null;
  /** When the oldest audit record without a seal was made. */
  readonly oldestUnsealedAt: Date | null;
  /** Accounts of the pools that wait because Runway limits them, one for each pool. */
  readonly heldAccounts: readonly string[];
  /** Of all tenants together. */
  readonly credits: readonly PeriodCredits[];
}

export interface FigureStore {
  /** Reads no row of history. */
  read(now: Date): Promise<StoreFigures>;
  /** The tenants with the most live tasks and credits of the month, `limit` at most. */
  readTenants(now: Date, limit: number): Promise<readonly TenantFigures[]>;
}
