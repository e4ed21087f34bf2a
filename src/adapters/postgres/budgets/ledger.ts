import { sql, type RawBuilder, type Transaction } from 'kysely';

import { BUDGET_PERIODS, periodStart, type Holding } from '../../../domain/pricing/credits.js';
import type { Tables } from '../tables.js';

/*
 * A task counts in four counters: those of its tenant and of its creator, each for the day and for
 * the month in which it was accepted; and in that of its token, where the token has a budget of its
 * own. Counters change only in transactions that hold the row of
 * their tenant, which is therefore the lock of them all: idempotency key, task, submission, tenant,
 * counters is the order everywhere.
 */

/** The subject under which a whole tenant is counted. */
export const WHOLE_TENANT = '';

/** Columns of a task that say which budgets it draws on. */
export interface Drawer {
  readonly tenant_id: string;
  readonly created_by: string;
  readonly created_at: Date;
  readonly token_id: string | null;
  readonly set_aside_credits: number | null;
}

/** Credits that go from one holding to another, for the counters of one task. */
export interface Movement {
  readonly drawer: Drawer;
  readonly from: Holding;
  readonly to: Holding;
}

/** `(values …) as counted (subject, period, period_start)`: the counters of these at that time. */
export function countersAt(subjects: readonly string[], at: Date): RawBuilder<unknown> {
  const rows = subjects.flatMap((subject) =>
    BUDGET_PERIODS.map(
      (period) => sql`(${subject}::text, ${period}::text, ${periodStart(period, at)}::timestamptz)`,
    ),
  );
  return sql`(values ${sql.join(rows)}) as counted (subject, period, period_start)`;
}

/** The same for a `Statement`, of a tenant and one subject in it; the values are `counterValues`. */
export const COUNTERS = `(values
  ('${WHOLE_TENANT}'::text, 'DAY'::text, :day::timestamptz),
  ('${WHOLE_TENANT}', 'MONTH', :month::timestamptz),
  (:subject::text, 'DAY', :day::timestamptz),
  (:subject::text, 'MONTH', :month::timestamptz)
) as counted (subject, period, period_start)`;

/**
 * Whether a row of `counter` is one of these. All columns of the key are compared with lists, so
 * that no other counter of the tenant is read, however many there are.
 */
export const IS_COUNTED = `counter.tenant_id = :tenant::text
  and counter.subject in ('${WHOLE_TENANT}', :subject::text)
  and counter.period in ('DAY', 'MONTH')
  and counter.period_start in (:day::timestamptz, :month::timestamptz)
  and counter.period_start
    = case counter.period when 'DAY' then :day::timestamptz else :month::timestamptz end`;

export function counterValues(subject: string, at: Date) {
  return { subject, day: periodStart('DAY', at), month: periodStart('MONTH', at) };
}

/** What a movement adds to the overrun; GREATEST passes over the null of an unknown amount. */
export const OVERRUN_ADDED = `greatest(:reserved::numeric + :spent::numeric - :set_aside::numeric, 0)
  - greatest(:was_reserved::numeric + :was_spent::numeric - :set_aside::numeric, 0)`;

/** Books a movement that no event tells of. Sums are made in the database: credits are decimals. */
export async function book(
  trx: Transaction<Tables>,
  { drawer, from, to }: Movement,
): Promise<void> {
  const over = ({ reserved, spent }: Holding): RawBuilder<unknown> =>
    sql`greatest(${reserved}::numeric + ${spent}::numeric - ${drawer.set_aside_credits}::numeric, 0)`;
  await sql`
    with held as (
      select id from tenants where id = ${drawer.tenant_id} for no key update
    ), of_token as (
      update token_counters as counter
      set reserved = counter.reserved + ${to.reserved}::numeric - ${from.reserved}::numeric,
        spent = counter.spent + ${to.spent}::numeric - ${from.spent}::numeric
      from held
      where counter.tenant_id = held.id and counter.token_id = ${drawer.token_id}::text
    )
    update budget_counters as counter
    set reserved = counter.reserved + ${to.reserved}::numeric - ${from.reserved}::numeric,
      spent = counter.spent + ${to.spent}::numeric - ${from.spent}::numeric,
      overrun = counter.overrun + ${over(to)} - ${over(from)}
    from held, ${countersAt([WHOLE_TENANT, drawer.created_by], drawer.created_at)}
    where counter.tenant_id = held.id
      and (counter.subject, counter.period, counter.period_start)
        = (counted.subject, counted.period, counted.period_start)
  `.execute(trx);
}
