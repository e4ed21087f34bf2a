import { IS_COUNTED, OVERRUN_ADDED } from '../budgets/ledger.js';
import { Statement } from '../connection/statement.js';
import { KEEP_TURN } from '../dispatch/queue-turns.js';
import { TASK_EVENTS_CHANNEL } from './task-rows.js';

/** Whether the submission is to be sent again: only then its media are still needed. */
const IS_WAITING = `:submission_status::text = 'queued'`;

/** A change of a task with all that goes with it: submission, resources, event and bookings. */
export const CHANGE = new Statement<{
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
  ), archived as (
    insert into archived_outputs (id, tenant_id, task_id, position, due_at, created_at)
    select changed.id::text || '.' || at, :tenant::text, changed.id, at, :now::timestamptz,
      :now::timestamptz
    from changed, generate_series(0, :outputs::integer - 1) as at
    on conflict do nothing
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
      spent = counter.spent + :spent::numeric - :was_spent::numeric,
      overrun = counter.overrun + ${OVERRUN_ADDED}
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
