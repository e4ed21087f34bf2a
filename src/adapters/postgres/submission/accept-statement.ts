import type { WaitingFor } from '../../../domain/task/task.js';
import { AUDIT_INSERT, AUDIT_RECORD } from '../audit/audited-work.js';
import { COUNTERS } from '../budgets/ledger.js';
import { Statement } from '../connection/statement.js';
import { HOLD } from '../dispatch/postgres-pool-hold-store.js';
import { KEEP_TURN } from '../dispatch/keep-turn.js';
import { HAS_WAITING } from '../dispatch/queue-turns.js';
import { BUSY_SLOTS } from '../dispatch/slot-pools.js';
import { TASK_EVENTS_CHANNEL } from '../tasks/task-rows.js';
import { REFUSAL } from './admission.js';

/** A time as JavaScript writes it. */
const isoOf = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Everything that an accepted task is. Locks go key, tenant, counters and the turn of what waits.
 * Nothing is kept of it when the data key that it was sealed with has ended meanwhile.
 *
 * `offset 0` hides the number of slots from the planner. Where it is null, a plan for that alone
 * looks so much cheaper than one for any number that each execution would be planned anew, which
 * takes longer than to run it.
 */
export const ACCEPT = new Statement<{
  readonly verdict: 'SEND' | 'QUEUE' | 'LOCK' | WaitingFor['reason'];
  /** When the hold of the pool ends, ISO 8601; null where none is the verdict. */
  readonly until: string | null;
  /** Null when nothing was written. */
  readonly version: string | null;
}>(
  'accept_task',
  `with held as (
    select reason, case when until > :now::timestamptz then until end as held_until
    from pool_holds
    where ${HOLD} and :is_sent::boolean and :slots::integer is distinct from 0
  ), pool as (
    select coalesce(:input_until::timestamptz, held_until) as held_until, case
      when not :is_sent::boolean then 'QUEUE'
      when :input_until::timestamptz is not null then 'INPUT'
      when slots = 0 then 'RUNWAY_UNREACHABLE'
      when held_until is not null then held.reason
      when held.reason is not null or :is_sender_full::boolean then 'TURN'
      when slots is null then 'SEND'
      when ${BUSY_SLOTS} >= slots then 'SLOT'
      when ${HAS_WAITING} then 'TURN'
      when :is_locked::boolean then 'SEND'
      else 'LOCK'
    end as verdict
    from (select :slots::integer as slots offset 0) as pool left join held on true
  ), claim as (
    insert into idempotency_keys as held (tenant_id, key, fingerprint, task_id, expires_at)
    select :tenant::text, :key::text, :fingerprint::text, :id::uuid, :expires_at::timestamptz
    from pool where :key::text is not null and verdict <> 'LOCK'
    on conflict (tenant_id, key) do update
    set fingerprint = excluded.fingerprint, task_id = excluded.task_id,
      expires_at = excluded.expires_at
    where held.expires_at <= :now::timestamptz and (
      select settled_at is null from tasks where tasks.id = held.task_id) is not true
    returning key
  ), next as (
    update tenants
    set event_seq = event_seq + 1, live_tasks = live_tasks + 1, tasks = tasks + 1,
      stored_bytes = stored_bytes + :bytes::bigint,
      queued_tasks = queued_tasks + (verdict <> 'SEND')::integer,
      last_served_turn = case verdict when 'SEND' then nextval('turns') else last_served_turn end
    from pool
    where tenants.id = :tenant::text and verdict <> 'LOCK'
      and (:key::text is null or exists (select from claim))
    returning event_seq, live_tasks, live_tasks_max, stored_bytes, queued_tasks, last_served_turn,
      held_until as until,
      verdict = 'SEND' as is_sent,
      case when verdict in ('SEND', 'QUEUE') then null else verdict end as reason,
      stopped_at is not null or suspended_at is not null or deleted_at is not null as is_stopped
  ), born as (
    select *, jsonb_build_object('status', 'QUEUED', 'waitingFor', case
      when reason is not null then jsonb_build_object('reason', reason, 'until', ${isoOf('until')})
    end) as state from next
  ), task as (
    insert into tasks (
      id, tenant_id, created_by, operation, model, label, runway_account, runway_task_kind,
      input, state, estimate_credits, estimate_source, reserved_credits, set_aside_credits, created_at,
      token_id, traceparent, webhook_url
    )
    select :id::uuid, :tenant::text, :created_by::text, :operation::text, :model::text,
      :label::text, :account::text, :kind::text, :input::jsonb, state, :credits::numeric,
      :estimate_source::text, :credits::numeric, :credits::numeric, :now::timestamptz, :token::text,
      :traceparent::text, :webhook_url::text
    from born
    returning xmin::text as version
  ), submission as (
    insert into submissions (
      id, tenant_id, task_id, kind, operation, sdk_method, runway_account, model, request,
      reduced_request, held_bytes, creates, status, fence, attempts, lease_until, sent_at, due_at, waiting_reason, waiting_until,
      created_at
    )
    select :submission::uuid, :tenant::text, :id::uuid, 'task', :operation::text,
      :sdk_method::text, :account::text, coalesce(:model::text, ''), :request::jsonb,
      :reduced_request::jsonb, :bytes::integer, :creates::jsonb,
      case when is_sent then 'sending' else 'queued' end,
      0, is_sent::integer,
      case when is_sent then :until::timestamptz end,
      case when is_sent then :now::timestamptz end,
      coalesce(until, :now::timestamptz), reason, until, :now::timestamptz
    from born
  ), turn as (
    insert into queue_turns as kept (tenant_id, runway_account, model, turn, is_due, due_at)
    select :tenant::text, :account::text, coalesce(:model::text, ''), last_served_turn,
      coalesce(until <= :now::timestamptz, true), coalesce(until, :now::timestamptz)
    from born where not is_sent
    ${KEEP_TURN}
  ), event as (
    insert into task_events (tenant_id, number, task_id, at, snapshot)
    select :tenant::text, event_seq, :id::uuid, :now::timestamptz,
      :snapshot::jsonb || jsonb_build_object('state', state)
    from born
  ), counter as (
    insert into budget_counters as counter
    select :tenant::text, counted.*, :credits::numeric, 0 from next, ${COUNTERS}
    on conflict (tenant_id, subject, period, period_start)
    do update set reserved = counter.reserved + excluded.reserved
    returning *
  ), token_counter as (
    insert into token_counters as counter (tenant_id, token_id, reserved, spent, expires_at)
    select :tenant::text, :token::text, :credits::numeric, 0, :token_expires_at::timestamptz
    from next where :token::text is not null
    on conflict (tenant_id, token_id)
    do update set reserved = counter.reserved + excluded.reserved
    returning reserved, spent
  ), audited as (
    ${AUDIT_INSERT}
    select audit.* from next, ${AUDIT_RECORD} where :audit::jsonb is not null
  )
  select pool.verdict, ${isoOf('held_until')} as until,
    (select version from task) as version,
    case when refusal.reason is not null then refuse(refusal.reason) end as is_refused,
    case when :is_announced::boolean and next.event_seq is not null
      then pg_notify('${TASK_EVENTS_CHANNEL}', :tenant::text)::text end as notified
  from pool left join next on true cross join lateral (select ${REFUSAL} as reason) refusal`,
);
