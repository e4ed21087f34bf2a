import { sql, type RawBuilder } from 'kysely';

import { periodStart } from '../../../domain/pricing/credits.js';
import { SETTLED_STATUSES } from '../../../domain/task/task.js';
import type {
  AgeingKind,
  RetentionBatch,
  RetentionPlace,
  RetentionProgress,
  RetentionStore,
} from '../../../ports/tasks/retention-store.js';
import type { Database } from '../connection/database.js';
import type { Db } from './task-rows.js';

const DAY_MS = 86_400_000;

type Limits = Pick<RetentionBatch, 'before' | 'now'>;

type Column = readonly [name: string, type: string];

interface Ageing {
  readonly table: string;
  /** Columns with their types: the order of the rows, which an index has. */
  readonly order: readonly [Column, ...Column[]];
  readonly isOld: (limits: Limits) => RawBuilder<unknown>;
  /**
   * Common table expressions over `old`, of which `gone` has a row for each that was deleted. Rows
   * are locked with SKIP LOCKED only, those that a deletion cascades to as well: a statement that
   * never waits takes part in no deadlock.
   */
  readonly gone: (limits: Limits) => RawBuilder<unknown>;
}

/** Tenants of a batch whose rows are not locked. */
const FREE = sql`free as (
  select id from tenants where id = any(array(select tenant_id from old))
  for no key update skip locked
)`;

/** The tenant's floor rises in the same statement: no cursor is good that would miss an event. */
const events: Ageing = {
  table: 'task_events',
  order: [
    ['at', 'timestamptz'],
    ['tenant_id', 'text'],
    ['number', 'bigint'],
  ],
  isOld: ({ before }) => sql`at < ${before}`,
  gone: () => sql`${FREE}, held as (
    select tenant_id, number from task_events join old using (tenant_id, number)
    where tenant_id in (select id from free)
    for update of task_events skip locked
  ), gone as (
    delete from task_events using held
    where task_events.tenant_id = held.tenant_id and task_events.number = held.number
    returning task_events.tenant_id, task_events.number
  ), floors as (
    select tenant_id, max(number) as number from gone group by tenant_id
  ), raised as (
    update tenants set event_floor = greatest(event_floor, floors.number)
    from floors where tenants.id = floors.tenant_id
  )`,
};

/** A key whose task has not settled stays: a repetition would buy what may still be sent. */
const idempotencyKeys: Ageing = {
  table: 'idempotency_keys',
  order: [
    ['expires_at', 'timestamptz'],
    ['tenant_id', 'text'],
    ['key', 'text'],
  ],
  isOld: ({ now }) => sql`expires_at <= ${now}`,
  gone: ({ now }) => sql`held as (
    select tenant_id, key from idempotency_keys join old using (tenant_id, key)
    where idempotency_keys.expires_at <= ${now} and not exists (
      select from tasks where tasks.id = idempotency_keys.task_id and tasks.settled_at is null
    )
    for update of idempotency_keys skip locked
  ), gone as (
    delete from idempotency_keys using held
    where idempotency_keys.tenant_id = held.tenant_id and idempotency_keys.key = held.key
    returning held.key
  )`,
};

/** Only tasks whose events have gone before them: those raise the floor under the cursors. */
const tasks: Ageing = {
  table: 'tasks',
  order: [
    ['settled_at', 'timestamptz'],
    ['id', 'uuid'],
  ],
  isOld: ({ before }) => sql`settled_at < ${before}`,
  gone: ({ now }) => sql`ripe as (
    select tasks.id, tasks.tenant_id from tasks join old on old.id = tasks.id
    where tasks.status in (${sql.join(SETTLED_STATUSES.map((status) => sql.lit(status)))})
      and not exists (select from task_events where task_id = tasks.id)
      and not exists (
        select from idempotency_keys where task_id = tasks.id and expires_at > ${now}
      )
    for update of tasks skip locked
  ), posts as (
    select id, task_id from submissions where task_id in (select id from ripe)
    for update skip locked
  ), keys as (
    select tenant_id, key, task_id from idempotency_keys where task_id in (select id from ripe)
    for update skip locked
  ), free as (
    select id from tenants where id = any(array(select tenant_id from ripe))
    for no key update skip locked
  ), gone as (
    delete from tasks where id in (
      select id from ripe
      where tenant_id in (select id from free)
        and not exists (
          select from submissions
          where task_id = ripe.id and submissions.id not in (select id from posts)
        )
        and not exists (
          select from idempotency_keys
          where task_id = ripe.id and (tenant_id, key) not in (select tenant_id, key from keys)
        )
    )
    returning tenant_id, deleted_at
  ), counts as (
    select tenant_id, count(*) as tasks from gone where deleted_at is null group by tenant_id
  ), counted as (
    update tenants set tasks = tenants.tasks - counts.tasks
    from counts where tenants.id = counts.tenant_id
  )`,
};

/**
 * Counters of periods before the last month, of which no task is left: not even one that is hidden
 * or UNCONFIRMED, whose cost may still be set.
 */
const budgetCounters: Ageing = {
  table: 'budget_counters',
  order: [
    ['period_start', 'timestamptz'],
    ['tenant_id', 'text'],
    ['subject', 'text'],
    ['period', 'text'],
  ],
  isOld: ({ now }) => {
    const month = periodStart('MONTH', now);
    return sql`period_start < ${periodStart('MONTH', new Date(month.getTime() - 1))}`;
  },
  gone: () => sql`held as (
    select tenant_id, subject, period, period_start
    from budget_counters as counter join old using (tenant_id, subject, period, period_start)
      cross join lateral (
        select (period_start at time zone 'UTC'
          + case period when 'DAY' then interval '1 day' else interval '1 month' end)
          at time zone 'UTC' as ended_at
      ) as length
    where ${sql.join(
      [sql`deleted_at is null`, sql`(deleted_at is null) is false`].map(
        (isHidden) => sql`not exists (
          select from tasks
          where tasks.tenant_id = counter.tenant_id and ${isHidden}
            and tasks.created_at >= counter.period_start and tasks.created_at < length.ended_at
        )`,
      ),
      sql` and `,
    )}
    for update of counter skip locked
  ), gone as (
    delete from budget_counters as counter using held
    where (counter.tenant_id, counter.subject, counter.period, counter.period_start)
      = (held.tenant_id, held.subject, held.period, held.period_start)
    returning held.subject
  )`,
};

/** Of tokens that have ended: nothing is refused for them any more. */
const tokenCounters: Ageing = {
  table: 'token_counters',
  order: [
    ['expires_at', 'timestamptz'],
    ['tenant_id', 'text'],
    ['token_id', 'text'],
  ],
  isOld: ({ now }) => sql`expires_at < ${new Date(now.getTime() - DAY_MS)}`,
  gone: () => sql`held as (
    select tenant_id, token_id from token_counters join old using (tenant_id, token_id)
    for update of token_counters skip locked
  ), gone as (
    delete from token_counters using held
    where token_counters.tenant_id = held.tenant_id and token_counters.token_id = held.token_id
    returning held.token_id
  )`,
};

/**
 * Uploads end at Runway after a day, live sessions after half an hour; what stays of them is
 * elsewhere.
 */
const resources: Ageing = {
  table: 'resources',
  order: [
    ['created_at', 'timestamptz'],
    ['kind', 'text'],
    ['runway_id', 'text'],
  ],
  isOld: ({ before }) => sql`kind in ('upload', 'realtimeSession') and created_at < ${before}`,
  gone: () => sql`held as (
    select kind, runway_id from resources join old using (kind, runway_id)
    for update of resources skip locked
  ), gone as (
    delete from resources using held
    where resources.kind = held.kind and resources.runway_id = held.runway_id
    returning held.kind
  )`,
};

const AGEING: Readonly<Record<AgeingKind, Ageing>> = {
  events,
  idempotencyKeys,
  tasks,
  budgetCounters,
  tokenCounters,
  resources,
};

/** Retention in PostgreSQL: one statement a batch, one node at a time. */
export class PostgresRetentionStore implements RetentionStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async deleteOld(batch: RetentionBatch): Promise<RetentionProgress | undefined> {
    const { gone } = AGEING[batch.kind];
    const { rows } = await sql<{
      is_alone: boolean;
      deleted: number;
      next: RetentionPlace | null;
    }>`
      with alone as materialized (
        select pg_try_advisory_xact_lock(hashtextextended('retention', 0)) as is_alone
      ), old as materialized (${oldRows(batch, sql`(select is_alone from alone)`)}),
      ${gone(batch)}
      select is_alone, (select count(*) from gone) as deleted, (${lastPlace(batch)}) as next
      from alone`.execute(this.#db);
    const [row] = rows;
    return row?.is_alone === true ? { deleted: row.deleted, next: row.next } : undefined;
  }

  async placeAfter(batch: RetentionBatch): Promise<RetentionPlace | null> {
    const { rows } = await sql<{ next: RetentionPlace | null }>`
      with old as (${oldRows(batch, sql`true`)}) select (${lastPlace(batch)}) as next`.execute(
      this.#db,
    );
    return rows[0]?.next ?? null;
  }

  async estimateOld({ kind, after, ...limits }: Omit<RetentionBatch, 'limit'>): Promise<number> {
    const { table, order, isOld } = AGEING[kind];
    const [first] = order;
    const [from] = after ?? [];
    const isLeft =
      from === undefined ? sql`true` : sql`${sql.ref(first[0])} >= ${from}::${sql.raw(first[1])}`;
    const { rows } = await sql<{ readonly 'QUERY PLAN': readonly [QueryPlan] }>`
      explain (format json) select from ${sql.table(table)} where ${isOld(limits)} and ${isLeft}
    `.execute(this.#db);
    return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
  }
}

interface QueryPlan {
  readonly Plan: { readonly 'Plan Rows': number };
}

/** The limit stands in the text: a plan that is made for any limit reads the whole table. */
function oldRows(batch: RetentionBatch, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const { table, order, isOld } = AGEING[batch.kind];
  const columns = sql.join(order.map(([column]) => sql.ref(column)));
  const { after } = batch;
  const place = order.map(([, type], index) => sql`${after?.[index] ?? null}::${sql.raw(type)}`);
  return sql`
    select ${columns} from ${sql.table(table)}
    where ${condition} and ${isOld(batch)}
      ${after === null ? sql`` : sql`and (${columns}) > (${sql.join(place)})`}
    order by ${columns} limit ${sql.lit(batch.limit)}`;
}

function lastPlace({ kind }: RetentionBatch): RawBuilder<unknown> {
  const { order } = AGEING[kind];
  const texts = sql.join(order.map(([column]) => sql`${sql.ref(column)}::text`));
  const descending = sql.join(order.map(([column]) => sql`${sql.ref(column)} desc`));
  return sql`select array[${texts}] from old order by ${descending} limit 1`;
}
