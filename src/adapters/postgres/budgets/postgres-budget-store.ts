import { sql } from 'kysely';

import {
  nextPeriodStart,
  type Budget,
  type BudgetPeriod,
  type Holding,
} from '../../../domain/pricing/credits.js';
import type { AuditedMutation } from '../../../domain/audit.js';
import { GatewayError } from '../../../errors.js';
import type { BudgetScope, BudgetStore, UsageRow } from '../../../ports/budgets/budget-store.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import { countersAt, WHOLE_TENANT } from './ledger.js';
import { isForeignKeyViolation } from '../connection/sql-errors.js';
import type { Db } from '../tasks/task-rows.js';
import { listUsageRows } from './usage-rows.js';

export class PostgresBudgetStore implements BudgetStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async setLimit(
    scope: BudgetScope,
    creditsMax: number | null,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<Budget> {
    const { tenantId, period } = scope;
    const subject = scope.subject ?? WHOLE_TENANT;
    const set = async (db: Db): Promise<void> => {
      if (creditsMax === null) {
        await db
          .deleteFrom('budget_limits')
          .where('tenant_id', '=', tenantId)
          .where('subject', '=', subject)
          .where('period', '=', period)
          .execute();
      } else {
        await upsert(db, { tenant_id: tenantId, subject, period, credits_max: creditsMax });
      }
    };
    await audited(this.#db, audit, set, () => [
      `tenant:${tenantId}`,
      ...(scope.subject === null ? [] : [scope.subject]),
    ]);
    const budgets = await readBudgets(this.#db, [tenantId], [subject], now);
    const budget = budgets.find((one) => one.period === period);
    if (budget === undefined) throw new GatewayError('INTERNAL', { detail: `no period ${period}` });
    return budget;
  }

  listBudgets(tenantId: string, subject: string, now: Date): Promise<readonly Budget[]> {
    return readBudgets(this.#db, [tenantId], [WHOLE_TENANT, subject], now);
  }

  async holdingOfToken(tenantId: string, tokenId: string): Promise<Holding> {
    const row = await this.#db
      .selectFrom('token_counters')
      .select(['reserved', 'spent'])
      .where('tenant_id', '=', tenantId)
      .where('token_id', '=', tokenId)
      .executeTakeFirst();
    return row ?? { reserved: 0, spent: 0 };
  }

  listUsage(...asked: Parameters<BudgetStore['listUsage']>): Promise<readonly UsageRow[]> {
    return listUsageRows(this.#db, ...asked);
  }

  listTenantBudgets(tenantIds: readonly string[], now: Date): Promise<readonly Budget[]> {
    return readBudgets(this.#db, tenantIds, [WHOLE_TENANT], now);
  }
}

/** Throws NOT_FOUND when there is no such tenant. */
async function upsert(
  db: Db,
  limit: {
    readonly tenant_id: string;
    readonly subject: string;
    readonly period: BudgetPeriod;
    readonly credits_max: number;
  },
): Promise<void> {
  try {
    await db
      .insertInto('budget_limits')
      .values(limit)
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'subject', 'period'])
          .doUpdateSet({ credits_max: limit.credits_max }),
      )
      .execute();
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new GatewayError('NOT_FOUND', { detail: `tenant ${limit.tenant_id}`, cause: error });
  }
}

/** A limit without a counter has not been drawn on, and the other way round there is no limit. */
async function readBudgets(
  db: Db,
  tenantIds: readonly string[],
  subjects: readonly string[],
  now: Date,
): Promise<readonly Budget[]> {
  const { rows } = await sql<BudgetRow>`
    select tenant_id, subject, period, credits_max, coalesce(reserved, 0) as reserved,
      coalesce(spent, 0) as spent, coalesce(overrun, 0) as overrun,
      greatest(credits_max - coalesce(reserved, 0) - coalesce(spent, 0), 0) as remaining
    from unnest(${tenantIds}::text[]) as drawing (tenant_id) cross join ${countersAt(subjects, now)}
      left join budget_counters using (tenant_id, subject, period, period_start)
      left join budget_limits using (tenant_id, subject, period)
    order by tenant_id, subject, period
  `.execute(db);
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    subject: row.subject === WHOLE_TENANT ? null : row.subject,
    period: row.period,
    limit: row.credits_max,
    reserved: row.reserved,
    spent: row.spent,
    overrun: row.overrun,
    // GREATEST passes over nulls, so that no limit would read as nothing left.
    remaining: row.credits_max === null ? null : row.remaining,
    resetsAt: nextPeriodStart(row.period, now),
  }));
}

interface BudgetRow {
  readonly tenant_id: string;
  readonly subject: string;
  readonly period: BudgetPeriod;
  readonly credits_max: number | null;
  readonly reserved: number;
  readonly spent: number;
  readonly overrun: number;
  readonly remaining: number;
}
