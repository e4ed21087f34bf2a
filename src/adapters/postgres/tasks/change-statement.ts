import { WHOLE_TENANT } from '../budgets/ledger.js';
import { Statement } from '../connection/statement.js';
import { KEEP_TURN } from '../dispatch/keep-turn.js';
import { TASK_EVENTS_CHANNEL } from './task-rows.js';

/**
 * Changes in one statement. The planner takes a range of places for a single row, and reads each task by
 * its index; for the 24 rows that it makes of a limit it would read all tasks of a young store.
 */
export const CHANGES_MAX = 32;

/** Whether the submission is to be sent again: only then its media are still needed. */
const IS_WAITING = `going.submission_status = 'queued'`;

/** The values of a change, as `changeValues` names them. */
const GIVEN = `
    place integer, id uuid, version text, tenant text, now timestamptz,
    state text, model text, runway_id text, estimate numeric, estimate_source text, cost numeric,
    cancel_requested_at timestamptz, settled_at timestamptz, snapshot text,
    reserved numeric, spent numeric, was_reserved numeric, was_spent numeric, set_aside numeric,
    is_moved boolean, poll_due_at timestamptz, poll_lease_until timestamptz,
    poll_missing_count integer, poll_senseless_count integer, poll_unknown_count integer,
    poll_doubted_since timestamptz, last_read_at timestamptz, guessed_by text, decision text,
    is_visible boolean, live integer, subject text, day timestamptz, month timestamptz, token text,
    submission uuid, fence bigint, submission_from text, submission_status text,
    submission_runway_id text, detail text, due_at timestamptz, waiting_reason text,
    lease_ended_before timestamptz, account text, outputs integer, resources text`;

/** What a change adds to the overrun; GREATEST passes over the null of an unknown amount. */
const OVERRUN_ADDED = `greatest(reserved + spent - set_aside, 0)
        - greatest(was_reserved + was_spent - set_aside, 0)`;

export interface ChangeOutcome {
  /** Of the change among those that were given. */
  readonly place: number;
  /** Whether the task's row was as given, and free. */
  readonly is_current: boolean;
  /** Whether the tenant's row, and the submission's, could be had. */
  readonly is_free: boolean;
  readonly is_changed: boolean;
  /** How many things of what was made are the tenant's since. */
  readonly resources: number;
}

/**
 * Changes of tasks with all that goes with them: submissions, resources, events and bookings. A
 * change is made as a whole or not at all, whatever becomes of the others; no two may be of one
 * task. `locked` is what happens where another client holds a tenant or a submission.
 */
const changes = (locked: 'skip locked' | ''): string => `with given as materialized (
    select * from json_to_recordset(:changes::json) as given (${GIVEN})
    where place between 0 and ${String(CHANGES_MAX - 1)}
  ), held as materialized (
    select given.place from given cross join lateral (
      select from tasks
      where tasks.id = given.id and deleted_at is null
        and (given.version is null or xmin = given.version::xid)
      for no key update skip locked
    ) as task
  ), expected as materialized (
    select given.place, submission.held_bytes, submission.status
    from held join given on given.place = held.place cross join lateral (
      select held_bytes, status from submissions
      where submissions.id = given.submission and submissions.fence = given.fence
        and submissions.status = any(given.submission_from::text[])
        and (given.lease_ended_before is null
          or submissions.lease_until < given.lease_ended_before)
      for no key update ${locked}
    ) as submission
  ), ready as materialized (
    select given.*, expected.held_bytes as had_bytes, expected.status as was_status,
      is_visible or given.submission is not null as takes_tenant
    from held
      join given on given.place = held.place
      left join expected on expected.place = held.place
    where given.submission is null or expected.place is not null
  ), tenant as materialized (
    select id from tenants
    where id = any(array(select distinct tenant from ready where takes_tenant))
    for no key update ${locked}
  ), going as materialized (
    select * from ready where not takes_tenant or tenant in (select id from tenant)
  ), submission as (
    update submissions
    set status = going.submission_status, lease_until = null, detail = going.detail,
      runway_id = coalesce(going.submission_runway_id, submissions.runway_id),
      request = case when ${IS_WAITING} then request else coalesce(reduced_request, request) end,
      reduced_request = case when ${IS_WAITING} then reduced_request end,
      held_bytes = case when ${IS_WAITING} then submissions.held_bytes else 0 end,
      due_at = coalesce(going.due_at, submissions.due_at),
      waiting_reason = going.waiting_reason, waiting_until = going.due_at
    from going
    where submissions.id = going.submission
    returning going.place, going.had_bytes - submissions.held_bytes as freed_bytes,
      (submissions.status = 'queued')::integer - (going.was_status = 'queued')::integer as queued,
      submissions.status, submissions.tenant_id, submissions.runway_account, submissions.model,
      submissions.due_at, submissions.due_at <= going.now as is_due
  ), changed as (
    update tasks
    set state = going.state::jsonb, model = going.model, runway_task_id = going.runway_id,
      estimate_credits = going.estimate, estimate_source = going.estimate_source,
      cost_credits = going.cost, reserved_credits = going.reserved, spent_credits = going.spent,
      cancel_requested_at = going.cancel_requested_at, settled_at = going.settled_at,
      poll_due_at = going.poll_due_at, poll_lease_until = going.poll_lease_until,
      poll_missing_count = going.poll_missing_count, last_read_at = going.last_read_at,
      poll_senseless_count = going.poll_senseless_count,
      poll_unknown_count = going.poll_unknown_count,
      poll_doubted_since = going.poll_doubted_since, guessed_by = going.guessed_by,
      decisions = case when going.decision is null then decisions
        else coalesce(decisions, '[]'::jsonb) || going.decision::jsonb end
    from going
    where tasks.id = going.id
    returning going.place, tasks.created_by
  ), archived as (
    insert into archived_outputs (id, tenant_id, task_id, position, due_at, created_at)
    select going.id::text || '.' || at, tenant, going.id, at, now, now
    from going, generate_series(0, outputs - 1) as at
    on conflict do nothing
  ), made as materialized (
    select going.place, going.tenant, made.kind, going.account, made.runway_id, made.alias,
      made.runway_slug, made.parent_id, changed.created_by, going.now
    from going join changed on changed.place = going.place, jsonb_to_recordset(resources::jsonb)
      as made (kind text, runway_id text, alias text, runway_slug text, parent_id text)
    where resources is not null
  ), resource as (
    insert into resources
      (tenant_id, kind, runway_account, runway_id, alias, runway_slug, parent_id, owner, created_at)
    select tenant, kind, account, runway_id, alias, runway_slug, parent_id, created_by, now
    from made
    on conflict do nothing
    returning kind, runway_id
  ), next as (
    update tenants
    set event_seq = event_seq + events, live_tasks = live_tasks + live,
      stored_bytes = stored_bytes - freed_bytes, queued_tasks = queued_tasks + queued
    from (
      select tenant, sum(is_visible::integer) as events, sum(live) as live,
        coalesce(sum(freed_bytes), 0) as freed_bytes, coalesce(sum(queued), 0) as queued
      from going left join submission on submission.place = going.place
      where is_visible or freed_bytes > 0 or queued <> 0
      group by tenant
    ) as sums
    where tenants.id = sums.tenant
    returning tenants.id, event_seq - events as last_number
  ), turn as (
    insert into queue_turns as kept (tenant_id, runway_account, model, turn, is_due, due_at)
    select tenant_id, runway_account, model, last_served_turn, bool_or(is_due), min(due_at)
    from submission
      join tenants on tenants.id = tenant_id
      cross join (select count(*) from next) as after_next
    where submission.status = 'queued'
    group by tenant_id, runway_account, model, last_served_turn
    ${KEEP_TURN}
  ), event as (
    insert into task_events (tenant_id, number, task_id, at, snapshot)
    select tenant, last_number + row_number() over (partition by tenant order by place), going.id,
      now, snapshot::jsonb
    from going join next on next.id = tenant
    where is_visible
  ), booked as (
    update budget_counters as counter
    set reserved = counter.reserved + sums.reserved, spent = counter.spent + sums.spent,
      overrun = counter.overrun + sums.overrun
    from (
      select tenant, counted.subject, counted.period, counted.period_start,
        sum(reserved - was_reserved) as reserved, sum(spent - was_spent) as spent,
        sum(${OVERRUN_ADDED}) as overrun
      from going join next on next.id = tenant, lateral (values
        ('${WHOLE_TENANT}', 'DAY', day), ('${WHOLE_TENANT}', 'MONTH', month),
        (going.subject, 'DAY', day), (going.subject, 'MONTH', month)
      ) as counted (subject, period, period_start)
      where is_moved
      group by tenant, counted.subject, counted.period, counted.period_start
    ) as sums
    where counter.tenant_id = sums.tenant and counter.subject = sums.subject
      and counter.period = sums.period and counter.period_start = sums.period_start
  ), booked_to_token as (
    update token_counters as counter
    set reserved = counter.reserved + sums.reserved, spent = counter.spent + sums.spent
    from (
      select tenant, token, sum(reserved - was_reserved) as reserved,
        sum(spent - was_spent) as spent
      from going join next on next.id = tenant
      where is_moved and token is not null
      group by tenant, token
    ) as sums
    where counter.tenant_id = sums.tenant and counter.token_id = sums.token
  )
  select given.place, held.place is not null as is_current, going.place is not null as is_free,
    changed.place is not null as is_changed,
    (select count(*)::integer from made
      join resource on resource.kind = made.kind and resource.runway_id = made.runway_id
      where made.place = given.place) as resources,
    case when :is_announced::boolean and given.is_visible and changed.place is not null
      then pg_notify('${TASK_EVENTS_CHANNEL}', given.tenant)::text end as notified
  from given
    left join held on held.place = given.place
    left join going on going.place = given.place
    left join changed on changed.place = given.place`;

/** Waits for no other client: a change whose rows are held is not made. */
export const CHANGE_FREE = new Statement<ChangeOutcome>(
  'change_free_tasks',
  changes('skip locked'),
);

/** Waits for tenants and submissions: for changes of one tenant. */
export const CHANGE = new Statement<ChangeOutcome>('change_tasks', changes(''));
