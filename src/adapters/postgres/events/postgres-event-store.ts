import { sql } from 'kysely';

import { SETTLED_STATUSES } from '../../../domain/task/task.js';
import { isUuid } from '../../../domain/uuid.js';
import type { EventStore, StatusChange, StoredEvent } from '../../../ports/events/event-store.js';
import type { Encrypted } from '../connection/database.js';
import { openTaskRow, taskAt, type StoredTaskRow, type TaskRow } from '../tasks/task-rows.js';

type EventQuery = Parameters<EventStore['listEvents']>[1];

const TASK_COLUMNS_BUT_INPUT = [
  'tasks.id',
  'tasks.tenant_id',
  'tasks.created_by',
  'tasks.operation',
  'tasks.model',
  'tasks.label',
  'tasks.runway_account',
  'tasks.runway_task_id',
  'tasks.runway_task_kind',
  'tasks.state',
  'tasks.status',
  'tasks.estimate_credits',
  'tasks.estimate_source',
  'tasks.cost_credits',
  'tasks.reserved_credits',
  'tasks.spent_credits',
  'tasks.set_aside_credits',
  'tasks.cancel_requested_at',
  'tasks.created_at',
  'tasks.settled_at',
  'tasks.deleted_at',
  'tasks.poll_due_at',
  'tasks.poll_lease_until',
  'tasks.poll_fence',
  'tasks.poll_missing_count',
  'tasks.poll_senseless_count',
  'tasks.poll_unknown_count',
  'tasks.poll_doubted_since',
  'tasks.guessed_by',
  'tasks.decisions',
  'tasks.last_read_at',
  'tasks.token_id',
  'tasks.traceparent',
  'tasks.webhook_url',
] as const;

export class PostgresEventStore implements EventStore {
  readonly #database: Encrypted;

  constructor(database: Encrypted) {
    this.#database = database;
  }

  /**
   * One statement, so that a task deleted meanwhile cannot leave a hole in the
   * page. Each task's input, which may be large, travels with the first of its events only. Events of a
   * task that cannot be decrypted are left out.
   */
  async listEvents(
    tenantId: string,
    { after, limit, taskId }: EventQuery,
  ): Promise<readonly StoredEvent[]> {
    if (taskId !== undefined && !isUuid(taskId)) return [];
    const { kysely, ciphers, log } = this.#database;
    const rows = await kysely
      .with('page', (cte) =>
        cte
          .selectFrom('task_events')
          .innerJoin('tasks', 'tasks.id', 'task_events.task_id')
          .select(['task_events.number', 'task_events.task_id', 'task_events.snapshot'])
          .where('task_events.number', '>', after)
          .where('tasks.deleted_at', 'is', null)
          // The tenant of one task's events is that of the task: no plan walks through all others'.
          .$if(taskId === undefined, (query) => query.where('task_events.tenant_id', '=', tenantId))
          .$if(taskId !== undefined, (query) =>
            query
              .where('task_events.task_id', '=', taskId ?? '')
              .where('tasks.tenant_id', '=', tenantId),
          )
          .orderBy('task_events.number')
          .limit(sql.lit(limit)),
      )
      .selectFrom('page')
      .innerJoin('tasks', 'tasks.id', 'page.task_id')
      .select(['page.number', 'page.snapshot'])
      .select(TASK_COLUMNS_BUT_INPUT)
      .select(
        sql<StoredTaskRow['input'] | null>`case when row_number() over
          (partition by page.task_id order by page.number) = 1 then tasks.input end`.as('input'),
      )
      .orderBy('page.number')
      .execute();
    const known = new Map<string, TaskRow>();
    const unreadable = new Set<string>();
    const events = await ciphers.readable(
      kysely,
      rows,
      ({ number, snapshot, input, ...row }, cipher) => {
        if (unreadable.has(row.id)) return undefined;
        const opened = known.get(row.id) ?? (input && openTaskRow({ ...row, input }, cipher));
        if (opened === null) throw new Error('The first event of a task comes with its input');
        known.set(row.id, opened);
        return { number, task: taskAt(opened, snapshot, cipher) };
      },
      ({ id }, { detail }) => {
        // Watchers of other tasks do not wait for it.
        log.error({ taskId: id, detail }, 'the events of a task cannot be decrypted');
        unreadable.add(id);
      },
    );
    return events.filter((event) => event !== undefined);
  }

  /** The status of a snapshot is clear: nothing is decrypted. */
  async listStatusChanges(
    tenantId: string,
    taskIds: readonly string[],
    limit: number,
  ): Promise<readonly StatusChange[]> {
    const { rows } = await sql<StatusChange>`
      with statuses as (
        select task_events.task_id, task_events.number, task_events.at,
          task_events.snapshot #>> '{state,status}' as status
        from task_events join tasks on tasks.id = task_events.task_id
        where task_events.task_id = any(${taskIds.filter(isUuid)}::uuid[])
          and tasks.tenant_id = ${tenantId} and tasks.deleted_at is null
      ), compared as (
        select *, lag(status) over (partition by task_id order by number) as before
        from statuses
      ), counted as (
        select *, row_number() over (partition by task_id order by number desc) as place
        from compared where status is distinct from before
      )
      select task_id as "taskId", status, at from counted
      where place <= ${limit} order by task_id, number
    `.execute(this.#database.kysely);
    return rows;
  }

  /** One look by primary key an id. */
  async listUnsettled(tenantId: string, ids: readonly string[]): Promise<readonly string[]> {
    const rows = await this.#database.kysely
      .selectFrom('tasks')
      .select('id')
      .where(({ eb, fn, val }) => eb('id', '=', fn.any(val(ids.filter(isUuid)))))
      .where('tenant_id', '=', tenantId)
      .where('deleted_at', 'is', null)
      .where('status', 'not in', SETTLED_STATUSES)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Both are 0 for a tenant that does not exist. */
  async eventRange(
    tenantId: string,
  ): Promise<{ readonly newest: number; readonly oldest: number }> {
    const row = await this.#database.kysely
      .selectFrom('tenants')
      .select(['event_seq', 'event_floor'])
      .where('id', '=', tenantId)
      .executeTakeFirst();
    return { newest: row?.event_seq ?? 0, oldest: row?.event_floor ?? 0 };
  }
}
