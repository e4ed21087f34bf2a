import { isDeepStrictEqual } from 'node:util';

import { sql } from 'kysely';

import { holdingOf } from '../../../domain/pricing/credits.js';
import {
  isLive,
  isSettled,
  type Estimate,
  type Task,
  type TaskState,
} from '../../../domain/task/task.js';
import { withLastProgress } from '../../../domain/task/task-advance.js';
import type { Logger } from '../../../ports/logger.js';
import { RESOURCE_KINDS, rowOf } from '../../../domain/resource/kinds.js';
import type { Decision } from '../../../ports/settlement/settlement-store.js';
import type { LeasedTask } from '../../../ports/tasks/leased-task.js';
import type { Creation } from '../../../ports/tasks/task-store.js';
import type { Database } from '../connection/database.js';
import type { Cipher } from '../encryption/cipher.js';
import type { Ciphers } from '../encryption/ciphers.js';
import { PLACES } from '../encryption/places.js';
import { sealState } from '../encryption/sealed-forms.js';
import { book, counterValues, IS_COUNTED } from '../budgets/ledger.js';
import { KEEP_TURN } from '../dispatch/queue-turns.js';
import { Statement } from '../connection/statement.js';
import type { SubmissionsTable } from '../tables.js';
import { toJson, toJsonLeniently } from '../connection/json-text.js';
import {
  lockTask,
  sealSnapshot,
  snapshotOf,
  TASK_EVENTS_CHANNEL,
  toTask,
  type Db,
  type TaskRow,
  type Trx,
} from './task-rows.js';

/*
 * Locks are taken in one order everywhere: task, submission, tenant, and under the tenant its
 * counters (see ledger.ts) and turns (see queue-turns.ts). The tenant comes late because it is the
 * one that others wait for.
 */

/** What may change in a task; what is absent stays. */
export interface TaskChange {
  readonly state?: TaskState;
  readonly model?: string | null;
  readonly runwayTaskId?: string | null;
  readonly estimate?: Estimate;
  readonly cost?: number | null;
  readonly cancelRequestedAt?: Date;
}

/** Columns of a task that no viewer sees; what is absent stays. */
export type PollColumns = Partial<
  Pick<
    TaskRow,
    | 'poll_due_at'
    | 'poll_lease_until'
    | 'poll_missing_count'
    | 'poll_senseless_count'
    | 'poll_unknown_count'
    | 'poll_doubted_since'
    | 'last_read_at'
    | 'guessed_by'
  >
>;

type SubmissionStatus = SubmissionsTable['status'];

/** The change of the task's submission, if it is still as expected: its lease ends. */
export interface SubmissionChange {
  readonly id: string;
  readonly fence: number;
  readonly from: readonly SubmissionStatus[];
  readonly status: SubmissionStatus;
  readonly runwayId?: string | null;
  readonly detail?: string;
  /** For one that goes back into the queue. */
  readonly waiting?: { readonly reason: string; readonly until: Date };
  /** Only if its lease has ended before this. */
  readonly leaseEndedBefore?: Date;
}

/**
 * All that happens to a task in one statement, with the event and the bookings that are owed: the
 * tenant's row stays locked from there to the commit, which makes the order of numbers the order of
 * commits.
 */
export interface Change {
  readonly task: TaskChange;
  readonly poll?: PollColumns;
  readonly submission?: SubmissionChange;
  /** What Runway has made: the tenant's from now on, unless it has an owner already. */
  readonly made?: Creation & { readonly runwayId: string };
  /** Runway's id of what the task was thought to have made: no longer the tenant's. */
  readonly forget?: string;
  /** Kept in the task's row with what it has changed. */
  readonly decision?: Pick<Decision, 'by' | 'what'>;
}

/** The record of a decision that makes this of the task. */
export function decisionOf(
  row: TaskRow,
  change: TaskChange,
  { by, what }: Pick<Decision, 'by' | 'what'>,
  now: Date,
): Decision {
  const { state, runwayTaskId, cost } = toTask(row);
  const before = { status: state.status, runwayTaskId, cost };
  const after = {
    status: change.state?.status ?? before.status,
    runwayTaskId: change.runwayTaskId === undefined ? runwayTaskId : change.runwayTaskId,
    cost: change.cost === undefined ? cost : change.cost,
  };
  return { at: now.toISOString(), by, what, before, after };
}

/** A task's row as one statement has left it; `version` (its xmin) tells whether it still is so. */
export class LeasedRow implements LeasedTask {
  constructor(
    readonly row: TaskRow,
    readonly version: string,
  ) {}
}

/**
 * Changes the task of a lease as `decide` says of its row (undefined: not at all). One statement
 * where the row is still as the lease's taker left it, else one more that locks it first. Returns
 * the task; undefined when it is gone or nothing was changed.
 */
export async function changeLeased(
  { kysely, ciphers, wakes, log }: Database,
  { leased }: { readonly leased?: LeasedTask },
  taskId: string,
  decide: (row: TaskRow) => Change | undefined,
  now: Date,
): Promise<Task | undefined> {
  const known = leased instanceof LeasedRow ? leased : undefined;
  const change = known && decide(known.row);
  if (known !== undefined && change !== undefined) {
    const written = await writeChange(kysely, ciphers, known, change, now);
    const { isCurrent, task, hasEvent } = written;
    if (hasEvent && task !== undefined) wakes.wake(task.tenantId);
    if (isCurrent) {
      alarmIfForeign(log, written, change);
      return task;
    }
  }
  return await kysely.transaction().execute(async (trx) => {
    const row = await lockTask(trx, ciphers, taskId);
    const change = row && decide(row);
    if (row === undefined || change === undefined) return undefined;
    const written = await writeChange(trx, ciphers, { row, version: null }, change, now);
    alarmIfForeign(log, written, change);
    return written.task;
  });
}

/** Runway has just made it for this task, and yet it has an owner already: a person must look. */
function alarmIfForeign(log: Logger, { task, resources }: Written, { made }: Change): void {
  if (task === undefined || made === undefined || resources === resourcesOf(made).length) return;
  const { kind, runwayId } = made;
  const fields = { taskId: task.id, tenantId: task.tenantId, kind, runwayId };
  log.error(fields, 'what a task has made has an owner already');
}

/** Changes a task that this transaction has locked. Nothing may follow in the transaction. */
export async function changeTask(
  trx: Trx,
  ciphers: Ciphers,
  row: TaskRow,
  change: Change,
  now: Date,
): Promise<Task | undefined> {
  return (await writeChange(trx, ciphers, { row, version: null }, change, now)).task;
}

/**
 * The same for a settled task that its owner has deleted: what it has cost counts, and may still
 * become known. It has no watcher: there is no event.
 */
export async function changeHidden(
  trx: Trx,
  row: TaskRow,
  { task: change, poll, decision }: Change,
  now: Date,
): Promise<Task> {
  const task: Task = { ...toTask(row), ...change };
  const to = holdingOf(task);
  const record = decision && toJson(decisionOf(row, change, decision, now));
  await sql`update tasks
    set cost_credits = ${task.cost}, spent_credits = ${to.spent}, runway_task_id = ${task.runwayTaskId},
      guessed_by = ${poll?.guessed_by === undefined ? row.guessed_by : poll.guessed_by},
      decisions = case when ${record ?? null}::jsonb is null then decisions
        else coalesce(decisions, '[]'::jsonb) || ${record ?? null}::jsonb end
    where id = ${row.id}::uuid`.execute(trx);
  await book(trx, { drawer: row, from: { reserved: 0, spent: row.spent_credits }, to });
  return task;
}

interface Written {
  /** Whether the row was as given. */
  readonly isCurrent: boolean;
  /** Undefined when the row or its submission was not as expected: then nothing was changed. */
  readonly task: Task | undefined;
  /** Whether a viewer can tell. */
  readonly hasEvent: boolean;
  /** How many things of what was made are the tenant's since. */
  readonly resources: number;
}

/** `version` null: the row is locked. Within a transaction the event is announced with it. */
async function writeChange(
  db: Db,
  ciphers: Ciphers,
  { row, version }: { readonly row: TaskRow; readonly version: string | null },
  { task: change, poll, submission, made, forget, decision }: Change,
  now: Date,
): Promise<Written> {
  const before = toTask(row);
  const state = withLastProgress(before.state, change.state ?? before.state);
  const changed: Task = { ...before, ...change, state };
  const isOver = isSettled(changed.state.status);
  const settles = isOver && before.settledAt === null;
  const task: Task = { ...changed, settledAt: isOver ? (before.settledAt ?? now) : null };
  const from = { reserved: row.reserved_credits, spent: row.spent_credits };
  const to = holdingOf(task);
  const columns = { ...row, ...(settles && { poll_due_at: null }), ...poll };
  const snapshot = snapshotOf(task);
  const hasEvent = !isDeepStrictEqual(snapshotOf(before), snapshot);
  const cipher = await ciphers.forSealing(task.tenantId, db);
  const [written] = await CHANGE.run(db, {
    id: task.id,
    version,
    tenant: task.tenantId,
    now,
    state: toJsonLeniently(sealState(task.state, cipher, PLACES.taskState(task.id))),
    model: task.model,
    runway_id: task.runwayTaskId,
    estimate: task.estimate.credits,
    estimate_source: task.estimate.source,
    cost: task.cost,
    reserved: to.reserved,
    spent: to.spent,
    was_reserved: from.reserved,
    was_spent: from.spent,
    is_moved: !isDeepStrictEqual(from, to),
    cancel_requested_at: task.cancelRequestedAt,
    settled_at: task.settledAt,
    poll_due_at: columns.poll_due_at,
    poll_lease_until: columns.poll_lease_until,
    poll_missing_count: columns.poll_missing_count,
    poll_senseless_count: columns.poll_senseless_count,
    poll_unknown_count: columns.poll_unknown_count,
    poll_doubted_since: columns.poll_doubted_since,
    guessed_by: columns.guessed_by,
    decision: decision === undefined ? null : toJson(decisionOf(row, change, decision, now)),
    last_read_at: columns.last_read_at,
    is_visible: hasEvent,
    live: Number(isLive(task.state.status)) - Number(isLive(before.state.status)),
    is_announced: db.isTransaction,
    snapshot: sealSnapshot(task, cipher),
    ...counterValues(row.created_by, row.created_at),
    token: row.token_id,
    ...submissionValues(submission, cipher),
    account: task.runwayAccount,
    resources: made === undefined ? null : toJson(resourcesOf(made)),
  });
  const isChanged = written?.is_changed === true;
  if (isChanged && forget !== undefined) await forgetMade(db, row, forget);
  return {
    isCurrent: written?.is_current === true,
    task: isChanged ? task : undefined,
    hasEvent,
    resources: written?.resources ?? 0,
  };
}

/** What an operator has handed out stays the tenant's, whichever task has made it. */
async function forgetMade(db: Db, row: TaskRow, runwayId: string): Promise<void> {
  await db
    .deleteFrom('resources')
    .where('runway_account', '=', row.runway_account)
    .where('kind', 'in', RESOURCE_KINDS)
    .where('runway_id', '=', runwayId)
    .where('tenant_id', '=', row.tenant_id)
    .where('granted_at', 'is', null)
    .execute();
}

/** What has been made, and what it turns into under the same id. */
function resourcesOf({ kind, runwayId, alias, runwaySlug, avatarId }: NonNullable<Change['made']>) {
  const resource = { kind, runway_id: runwayId, alias, runway_slug: runwaySlug, parent_id: null };
  const { becomes } = rowOf(kind);
  if (becomes === undefined) return [resource];
  return [resource, { ...resource, kind: becomes.kind, parent_id: avatarId }];
}

function submissionValues(submission: SubmissionChange | undefined, cipher: Cipher) {
  const { id, detail } = submission ?? {};
  const isTold = id !== undefined && detail !== undefined;
  return {
    submission: submission?.id ?? null,
    fence: submission?.fence ?? null,
    submission_from: `{${submission?.from.join(',') ?? ''}}`,
    submission_status: submission?.status ?? null,
    submission_runway_id: submission?.runwayId ?? null,
    detail: isTold ? cipher.seal(detail, PLACES.submissionDetail(id)) : null,
    due_at: submission?.waiting?.until ?? null,
    waiting_reason: submission?.waiting?.reason ?? null,
    lease_ended_before: submission?.leaseEndedBefore ?? null,
  };
}

/** Whether the submission is to be sent again: only then its media are still needed. */
const IS_WAITING = `:submission_status::text = 'queued'`;

const CHANGE = new Statement<{
  readonly is_current: boolean;
  readonly is_changed: boolean;
  readonly resources: number;
}>(
  'change_task',
  `with held as (
    select id from tasks
    where id = :id::uuid and deleted_at is null
      and (:version::xid is null or xmin = :version::xid)
    for no key update
  ), expected as (
    select submissions.id, submissions.held_bytes, submissions.status from submissions, held
    where submissions.id = :submission::uuid and submissions.fence = :fence::bigint
      and submissions.status = any(:submission_from::text[])
      and (:lease_ended_before::timestamptz is null
        or submissions.lease_until < :lease_ended_before::timestamptz)
    for no key update of submissions
  ), submission as (
    update submissions
    set status = :submission_status::text, lease_until = null, detail = :detail::text,
      runway_id = coalesce(:submission_runway_id::text, runway_id),
      request = case when ${IS_WAITING} then request else coalesce(reduced_request, request) end,
      reduced_request = case when ${IS_WAITING} then reduced_request end,
      held_bytes = case when ${IS_WAITING} then submissions.held_bytes else 0 end,
      due_at = coalesce(:due_at::timestamptz, due_at),
      waiting_reason = :waiting_reason::text, waiting_until = :due_at::timestamptz
    from expected
    where submissions.id = expected.id
    returning expected.held_bytes - submissions.held_bytes as freed_bytes,
      (submissions.status = 'queued')::integer - (expected.status = 'queued')::integer as queued,
      submissions.status, submissions.runway_account, submissions.model, submissions.due_at
  ), changed as (
    update tasks
    set state = :state::jsonb, model = :model::text, runway_task_id = :runway_id::text,
      estimate_credits = :estimate::numeric, estimate_source = :estimate_source::text,
      cost_credits = :cost::numeric, reserved_credits = :reserved::numeric,
      spent_credits = :spent::numeric, cancel_requested_at = :cancel_requested_at::timestamptz,
      settled_at = :settled_at::timestamptz, poll_due_at = :poll_due_at::timestamptz, poll_lease_until = :poll_lease_until::timestamptz,
      poll_missing_count = :poll_missing_count::integer, last_read_at = :last_read_at::timestamptz,
      poll_senseless_count = :poll_senseless_count::integer,
      poll_unknown_count = :poll_unknown_count::integer,
      poll_doubted_since = :poll_doubted_since::timestamptz, guessed_by = :guessed_by::text,
      decisions = case when :decision::jsonb is null then decisions
        else coalesce(decisions, '[]'::jsonb) || :decision::jsonb end
    from held
    where tasks.id = held.id
      and (:submission::uuid is null or exists (select from submission))
    returning tasks.id, tasks.created_by
  ), resource as (
    insert into resources
      (tenant_id, kind, runway_account, runway_id, alias, runway_slug, parent_id, owner, created_at)
    select :tenant::text, made.kind, :account::text, made.runway_id, made.alias, made.runway_slug,
      made.parent_id, changed.created_by, :now::timestamptz
    from changed, jsonb_to_recordset(:resources::jsonb)
      as made (kind text, runway_id text, alias text, runway_slug text, parent_id text)
    on conflict do nothing
    returning runway_id
  ), next as (
    update tenants
    set event_seq = event_seq + :is_visible::boolean::integer,
      live_tasks = live_tasks + :live::integer,
      stored_bytes = stored_bytes - coalesce(freed_bytes, 0),
      queued_tasks = queued_tasks + coalesce(queued, 0)
    from changed left join submission on true
    where tenants.id = :tenant::text and (:is_visible::boolean or freed_bytes > 0 or queued <> 0)
    returning event_seq
  ), turn as (
    insert into queue_turns as kept (tenant_id, runway_account, model, turn, is_due, due_at)
    select :tenant::text, submission.runway_account, submission.model, last_served_turn,
      due_at <= :now::timestamptz, due_at
    from submission
      join tenants on tenants.id = :tenant::text
      cross join (select count(*) from next) as after_next
    where submission.status = 'queued'
    ${KEEP_TURN}
  ), event as (
    insert into task_events (tenant_id, number, task_id, at, snapshot)
    select :tenant::text, event_seq, :id::uuid, :now::timestamptz, :snapshot::jsonb from next
    where :is_visible::boolean
  ), booked as (
    update budget_counters as counter
    set reserved = counter.reserved + :reserved::numeric - :was_reserved::numeric,
      spent = counter.spent + :spent::numeric - :was_spent::numeric
    from next where :is_moved::boolean and ${IS_COUNTED}
  ), booked_to_token as (
    update token_counters as counter
    set reserved = counter.reserved + :reserved::numeric - :was_reserved::numeric,
      spent = counter.spent + :spent::numeric - :was_spent::numeric
    from next
    where :is_moved::boolean and counter.tenant_id = :tenant::text
      and counter.token_id = :token::text
  )
  select exists (select from held) as is_current, exists (select from changed) as is_changed,
    (select count(*)::integer from resource) as resources,
    (select pg_notify('${TASK_EVENTS_CHANNEL}', :tenant::text) from next
      where :is_announced::boolean and :is_visible::boolean)::text
      as notified`,
);
