import { sql } from 'kysely';

import { NO_DOUBT } from '../../../domain/task/doubt.js';
import { advance } from '../../../domain/task/task-advance.js';
import { READ_INTERVAL_MS } from '../../../domain/task/read-interval.js';
import { isSettled, type Task } from '../../../domain/task/task.js';
import type { PollLease, PollStore, UnchangedRead } from '../../../ports/tasks/poll-store.js';
import { Statement } from '../connection/statement.js';
import { GATEWAY } from '../settlement/guesses.js';
import { changeLeased, LeasedRow, type ChangingDatabase } from './task-change.js';
import type { Change } from './write-change.js';
import { openTaskRow, toTask, type StoredTaskRow, type TaskRow } from './task-rows.js';

type DuePolls = Parameters<PollStore['takeDuePolls']>[0];
type Read = Parameters<PollStore['recordRead']>[1];

/**
 * The accounts that have live tasks, each found by one look into the index: a plain `distinct`
 * would read the whole queue of reads.
 */
const POLLED_ACCOUNTS = `with recursive account (name) as (
    (select runway_account from tasks where poll_due_at is not null order by runway_account limit 1)
    union all
    select (
      select runway_account from tasks
      where poll_due_at is not null and runway_account > account.name
      order by runway_account limit 1
    ) from account where account.name is not null
  )`;

/**
 * Of one take: written into the statement, so that its plan goes by the index for that many rows.
 */
const TAKEN_AT_ONCE_MAX = 256;

/** All of a row, by name: see `Statement`. */
const ROW_COLUMNS = Object.keys({
  id: true,
  tenant_id: true,
  created_by: true,
  operation: true,
  model: true,
  label: true,
  runway_account: true,
  runway_task_id: true,
  runway_task_kind: true,
  input: true,
  state: true,
  status: true,
  estimate_credits: true,
  estimate_source: true,
  cost_credits: true,
  reserved_credits: true,
  spent_credits: true,
  set_aside_credits: true,
  cancel_requested_at: true,
  created_at: true,
  settled_at: true,
  deleted_at: true,
  poll_due_at: true,
  poll_lease_until: true,
  poll_fence: true,
  poll_missing_count: true,
  poll_senseless_count: true,
  poll_unknown_count: true,
  poll_doubted_since: true,
  guessed_by: true,
  decisions: true,
  last_read_at: true,
  token_id: true,
  traceparent: true,
  webhook_url: true,
} satisfies Record<keyof StoredTaskRow, true>);

/** The planner does not know how few are due: told only to join them, it would read the whole table. */
const TAKE_DUE = new Statement<StoredTaskRow & { readonly version: string; was_due_at: Date }>(
  'take_due_polls',
  `${POLLED_ACCOUNTS}, due as (
    select oldest.id, oldest.poll_due_at as was_due_at
    from account cross join lateral (
      select id, poll_due_at from tasks
      where runway_account = account.name and poll_due_at <= :now::timestamptz
      order by poll_due_at
      limit greatest(0, :limit::integer
        - coalesce((:open::jsonb ->> account.name)::integer, 0))
      for update skip locked
    ) as oldest
    limit ${String(TAKEN_AT_ONCE_MAX)}
  )
  update tasks
  set poll_fence = poll_fence + 1, poll_due_at = :until::timestamptz,
    poll_lease_until = :until::timestamptz, last_read_at = :now::timestamptz
  from due
  where tasks.id = any(array(select id from due)) and tasks.id = due.id
  returning ${ROW_COLUMNS.map((name) => `tasks.${name}`).join(', ')},
    tasks.xmin::text as version, due.was_due_at`,
);

const RECORD_UNCHANGED = new Statement<{ readonly id: string }>(
  'record_unchanged_reads',
  `with held as (
    select tasks.id, given.*
    from unnest(:ids::uuid[], :fences::bigint[], :missing_counts::integer[],
      :next_polls::timestamptz[], :had_wishes::boolean[])
      as given (task_id, fence, missing_count, next_poll_at, had_wish)
    join tasks on tasks.id = given.task_id
    where tasks.poll_fence = given.fence and tasks.poll_lease_until is not null
      and tasks.settled_at is null and tasks.deleted_at is null
    for no key update of tasks skip locked
  )
  update tasks
  set poll_lease_until = null, poll_missing_count = held.missing_count,
    last_read_at = :now::timestamptz,
    poll_due_at = case when cancel_requested_at is not null and not held.had_wish
      then least(held.next_poll_at, :soon::timestamptz) else held.next_poll_at end
  from held where tasks.id = held.id
  returning tasks.id`,
);

const NEXT_POLL = new Statement<{ readonly due_at: Date | null }>(
  'next_poll_due',
  `${POLLED_ACCOUNTS}
  select min(first.poll_due_at) as due_at
  from account cross join lateral (
    select poll_due_at from tasks
    where runway_account = account.name and poll_due_at is not null
    order by poll_due_at limit 1
  ) as first`,
);

export class PostgresPollStore implements PollStore {
  readonly #database: ChangingDatabase;

  constructor(database: ChangingDatabase) {
    this.#database = database;
  }

  /** The end of the lease is when the next read is due if no report comes. */
  async takeDuePolls({
    now,
    until,
    limit,
    open = new Map(),
  }: DuePolls): Promise<readonly PollLease[]> {
    const { kysely: db, ciphers, log } = this.#database;
    const rows = await TAKE_DUE.run(db, {
      now,
      until,
      limit,
      open: JSON.stringify(Object.fromEntries(open)),
    });
    const readable = await ciphers.readable(db, rows, openTaskRow, ({ id }, { detail }) => {
      // Its lease ends, and it is looked at again: no other task waits for it.
      log.error({ taskId: id, detail }, 'a live task cannot be decrypted');
    });
    return readable.map(({ version, was_due_at: dueAt, ...row }) => ({
      task: toTask(row),
      fence: row.poll_fence,
      until,
      dueAt,
      missingCount: row.poll_missing_count,
      doubt: {
        senselessReads: row.poll_senseless_count,
        unknownReads: row.poll_unknown_count,
        since: row.poll_doubted_since,
      },
      leased: new LeasedRow(row, version),
    }));
  }

  async recordUnchangedReads(
    reads: readonly UnchangedRead[],
    now: Date,
  ): Promise<ReadonlySet<string>> {
    const column = (value: (read: UnchangedRead) => string | number | boolean): string =>
      `{${reads.map(value).join(',')}}`;
    const rows = await RECORD_UNCHANGED.run(this.#database.kysely, {
      ids: column(({ lease }) => lease.task.id),
      fences: column(({ lease }) => lease.fence),
      missing_counts: column(({ missingCount }) => missingCount),
      next_polls: column(({ nextPollAt }) => nextPollAt.toISOString()),
      had_wishes: column(({ lease }) => lease.task.cancelRequestedAt !== null),
      now,
      soon: new Date(now.getTime() + READ_INTERVAL_MS),
    });
    return new Set(rows.map(({ id }) => id));
  }

  async recordRead(lease: PollLease, read: Read, now: Date): Promise<Task | undefined> {
    const decide = (row: TaskRow) => changeOf(row, lease, read, now);
    return await changeLeased(this.#database, lease, lease.task.id, decide, now);
  }

  /** A lease may have been used: its task was read when it was taken. */
  async endPollLeases(now: Date): Promise<number> {
    const { numUpdatedRows } = await this.#database.kysely
      .updateTable('tasks')
      .set(({ eb }) => ({
        poll_fence: eb('poll_fence', '+', 1),
        poll_lease_until: null,
        poll_due_at: sql<Date>`greatest(${now}::timestamptz,
          last_read_at + ${READ_INTERVAL_MS}::integer * interval '1 millisecond')`,
      }))
      .where('poll_due_at', 'is not', null)
      .where('poll_lease_until', 'is not', null)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  }

  async nextDueAt(): Promise<Date | null> {
    const [row] = await NEXT_POLL.run(this.#database.kysely, {});
    return row?.due_at ?? null;
  }
}

/** What a read makes of the task's row; undefined where the lease's fence is stale. */
function changeOf(row: TaskRow, lease: PollLease, read: Read, now: Date): Change | undefined {
  if (row.poll_fence !== lease.fence || row.poll_lease_until === null) return undefined;
  const isOver = isSettled(row.state.status);
  const { senselessReads, unknownReads, since } = read.doubt ?? NO_DOUBT;
  const soon = new Date(now.getTime() + READ_INTERVAL_MS);
  const wishIsNew = row.cancel_requested_at !== null && lease.task.cancelRequestedAt === null;
  const nextPollAt = wishIsNew && read.nextPollAt > soon ? soon : read.nextPollAt;
  const state = read.state === null || isOver ? row.state : advance(row.state, read.state);
  const givesUp = read.isGuess === true && !isOver && isSettled(state.status);
  const found = {
    state,
    ...(read.estimate !== null && { estimate: read.estimate }),
    ...(read.cost !== null && { cost: read.cost }),
  };
  return {
    task: isOver ? {} : found,
    poll: {
      poll_due_at: isSettled(state.status) ? null : nextPollAt,
      poll_lease_until: null,
      poll_missing_count: read.missingCount,
      poll_senseless_count: senselessReads,
      poll_unknown_count: unknownReads,
      poll_doubted_since: since,
      last_read_at: now,
      ...(givesUp && { guessed_by: row.guessed_by ?? GATEWAY }),
    },
    ...(givesUp && { decision: { by: GATEWAY, what: 'givenUp' } as const }),
  };
}
