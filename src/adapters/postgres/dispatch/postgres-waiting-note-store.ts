import { WAITING_REASONS, type WaitingFor } from '../../../domain/task/task.js';
import type { QueuePlace, WaitingNoteStore } from '../../../ports/dispatch/waiting-note-store.js';
import type { Database } from '../connection/database.js';
import { Statement } from '../connection/statement.js';
import { toJson } from '../connection/json-text.js';

type Method<Name extends keyof WaitingNoteStore> = WaitingNoteStore[Name];

/** A queued submission and its task. */
interface QueuedRow {
  readonly task_id: string;
  readonly tenant_id: string;
}

/** Where the queue begins. */
const FRONT = { dueAt: '-infinity', submissionId: '00000000-0000-0000-0000-000000000000' };

const STOPPED: WaitingFor = { reason: 'TENANT_STOPPED', until: null };

const RESUMED: WaitingFor = { reason: 'TURN', until: null };

const DUE_IN_POOL = new Statement<
  QueuedRow & { readonly id: string; readonly due_at: Date; readonly is_news: boolean }
>(
  'due_in_pool',
  `select id, task_id, tenant_id, due_at,
    (waiting_reason, waiting_until) is distinct from (:reason::text, :until::timestamptz) as is_news
  from submissions
  where status = 'queued' and runway_account = :account::text
    and model = coalesce(:model::text, '') and due_at <= :due_until::timestamptz
    and (due_at, id) > (:after_due_at::timestamptz, :after_id::uuid)
  order by due_at, id limit :limit::integer`,
);

/** Each by itself, because an index has what is equal to something, and not what is not. */
const OTHER_REASONS = [
  ...WAITING_REASONS.filter((reason) => reason !== STOPPED.reason).map((text) => `= '${text}'`),
  'is null',
];

/** Mostly nothing waits, and then the two that follow need not be asked. */
const ANY_QUEUED = new Statement<{ readonly is_any: boolean }>(
  'any_queued',
  `select (
    select id from submissions where status = 'queued'
    order by waiting_reason, tenant_id, due_at limit 1
  ) is not null as is_any`,
);

/** Of tenants that are stopped: what does not say so yet. */
const NOT_TOLD_STOPPED = new Statement<QueuedRow>(
  'not_told_stopped',
  `select queued.task_id, tenants.id as tenant_id
  from tenants cross join lateral (
    ${OTHER_REASONS.map(
      (isReason) => `(
      select task_id from submissions
      where status = 'queued' and waiting_reason ${isReason} and tenant_id = tenants.id
        and due_at <= :now::timestamptz
      limit :limit::integer
    )`,
    ).join(' union all ')}
  ) as queued
  where stopped_at is not null and deleted_at is null
  limit :limit::integer`,
);

/** Of tenants that are no longer: what still says so. One look-up a tenant. */
const TOLD_STOPPED = new Statement<QueuedRow>(
  'told_stopped',
  `with recursive told as (
    (
      select tenant_id from submissions
      where status = 'queued' and waiting_reason = 'TENANT_STOPPED'
      order by tenant_id limit 1
    )
    union all
    select next.tenant_id from told cross join lateral (
      select tenant_id from submissions
      where status = 'queued' and waiting_reason = 'TENANT_STOPPED'
        and tenant_id > told.tenant_id
      order by tenant_id limit 1
    ) as next
  )
  select queued.task_id, told.tenant_id
  from told cross join lateral (
    select task_id from submissions
    where status = 'queued' and waiting_reason = 'TENANT_STOPPED' and tenant_id = told.tenant_id
    limit :limit::integer
  ) as queued
  where (select stopped_at is null from tenants where tenants.id = told.tenant_id)
  limit :limit::integer`,
);

/**
 * Says why tasks of one tenant are not sent yet, with an event for each. Locks go task (in the order
 * of their ids), submission, tenant, as everywhere, and are held for this one statement; what another transaction has locked is about to change by itself.
 */
const TELL = new Statement<{ readonly told: number }>(
  'tell_waiting',
  `with held as (
    select tasks.id from tasks join submissions on submissions.task_id = tasks.id
    where tasks.id = any(:tasks::uuid[]) and tasks.status = 'QUEUED' and tasks.deleted_at is null
      and (
        select deleted_at is null and (stopped_at is not null) = :is_stopped::boolean
        from tenants where tenants.id = :tenant::text
      )
    order by tasks.id
    for no key update of tasks, submissions skip locked
  ), submission as (
    update submissions
    set waiting_reason = :reason::text, waiting_until = :until::timestamptz
    from held
    where submissions.task_id = held.id and submissions.status = 'queued'
      and (waiting_reason, waiting_until) is distinct from (:reason::text, :until::timestamptz)
    returning submissions.task_id
  ), changed as (
    update tasks set state = :state::jsonb
    from submission where tasks.id = submission.task_id
    returning tasks.id, jsonb_build_object(
      'state', state, 'model', model, 'runwayTaskId', runway_task_id,
      'estimate', jsonb_build_object('credits', estimate_credits, 'source', estimate_source),
      'cost', cost_credits,
      'cancelRequestedAt',
      to_char(cancel_requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'settledAt', null
    ) as snapshot
  ), counted as (
    select count(*)::integer as told from changed
  ), next as (
    update tenants set event_seq = event_seq + told
    from counted where tenants.id = :tenant::text and told > 0
    returning event_seq - told as event_seq
  ), event as (
    insert into task_events (tenant_id, number, task_id, at, snapshot)
    select :tenant::text, event_seq + row_number() over (order by id), id, :now::timestamptz,
      snapshot
    from changed, next
  )
  select told from counted`,
);

export class PostgresWaitingNoteStore implements WaitingNoteStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async noteWaiting(
    ...[pool, waitingFor, { now, dueUntil, limit, after }]: Parameters<Method<'noteWaiting'>>
  ): ReturnType<Method<'noteWaiting'>> {
    const { dueAt, submissionId } = after ?? FRONT;
    const rows = await DUE_IN_POOL.run(this.#database.kysely, {
      account: pool.runwayAccount,
      model: pool.model,
      ...waitingFor,
      due_until: dueUntil,
      after_due_at: dueAt,
      after_id: submissionId,
      limit,
    });
    const news = rows.filter(({ is_news: isNews }) => isNews);
    const told = await tell(this.#database, news, waitingFor, now);
    const last = rows.at(-1);
    const reached: QueuePlace | null =
      last === undefined ? after : { dueAt: last.due_at, submissionId: last.id };
    return { told, reached, isEnd: rows.length < limit };
  }

  async noteStopped(
    ...[{ now, limit }]: Parameters<Method<'noteStopped'>>
  ): ReturnType<Method<'noteStopped'>> {
    const { kysely: db } = this.#database;
    const [queue] = await ANY_QUEUED.run(db, {});
    if (queue?.is_any !== true) return { stopped: 0, resumed: 0 };
    const resumed = await TOLD_STOPPED.run(db, { limit });
    const stopped = await NOT_TOLD_STOPPED.run(db, { now, limit });
    return {
      resumed: await tell(this.#database, resumed, RESUMED, now),
      stopped: await tell(this.#database, stopped, STOPPED, now),
    };
  }
}

/**
 * Tenant by tenant, each in a statement that commits by itself: one that cannot be told stops none
 * of the others. Returns how many were told.
 */
async function tell(
  { kysely, wakes, log }: Database,
  rows: readonly QueuedRow[],
  waitingFor: WaitingFor,
  now: Date,
): Promise<number> {
  const tasks = new Map<string, string[]>();
  for (const { tenant_id: tenant, task_id: task } of rows) {
    tasks.set(tenant, [...(tasks.get(tenant) ?? []), task]);
  }
  let count = 0;
  for (const [tenant, ids] of tasks) {
    try {
      const [row] = await TELL.run(kysely, {
        tenant,
        tasks: `{${ids.join(',')}}`,
        ...waitingFor,
        state: toJson({ status: 'QUEUED', waitingFor }),
        is_stopped: waitingFor.reason === 'TENANT_STOPPED',
        now,
      });
      const told = row?.told ?? 0;
      if (told > 0) wakes.wake(tenant);
      count += told;
    } catch (error) {
      log.warn({ tenantId: tenant, error }, 'queued tasks could not be told why they wait');
    }
  }
  return count;
}
