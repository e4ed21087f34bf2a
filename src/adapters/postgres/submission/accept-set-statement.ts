import { AUDIT_COLUMNS, AUDIT_INSERT } from '../audit/audited-work.js';
import { WHOLE_TENANT } from '../budgets/ledger.js';
import { Statement } from '../connection/statement.js';
import { HOLD_STANDS } from '../dispatch/postgres-pool-hold-store.js';
import { INTO_SLOTS, QUEUED, SENT, type SetForm } from './accept-set-forms.js';

/** Requests in one statement: written into it, so that its plan goes by the indexes. */
export const ACCEPTED_AT_ONCE_MAX = 32;

/** The reason for which a set is given up. */
export const SET_BROKEN = 'SET_BROKEN';

/** The values of a request, as `setValues` names them. */
const GIVEN = `
    place integer, id uuid, tenant text, created_by text, operation text, model text, label text,
    account text, kind text, input text, credits numeric, estimate_source text, now timestamptz,
    snapshot text, submission uuid, sdk_method text, request text, reduced_request text,
    data_key text, bytes integer, creates text, until timestamptz, key text, fingerprint text,
    expires_at timestamptz, live_max bigint, stored_bytes_max bigint, subject text,
    day timestamptz, month timestamptz, token text, traceparent text, webhook_url text,
    token_credits_max numeric, is_unpriced boolean, token_expires_at timestamptz, audit text,
    slots integer, queued_max bigint`;

/** Of `tenants`: whether requests of the tenant are accepted at all. */
const MAY_BUY = '(stopped_at is null and suspended_at is null and deleted_at is null)';

/** What the requests of `from` add to the counters of budgets. */
const sumsOf = (from: string): string => `select tenant, counted.subject, counted.period,
      counted.period_start, sum(credits) as credits
    from ${from} as asked, lateral (values
      ('${WHOLE_TENANT}', 'DAY', day), ('${WHOLE_TENANT}', 'MONTH', month),
      (asked.subject, 'DAY', day), (asked.subject, 'MONTH', month)
    ) as counted (subject, period, period_start)
    group by tenant, counted.subject, counted.period, counted.period_start`;

export interface SetRow {
  /** Of the request among those that were given. */
  readonly place: number;
  /** Null when the request was left. */
  readonly version: string | null;
  /** What it waits for; null for one that is sent. */
  readonly reason: 'SLOT' | 'TURN' | null;
}

/**
 * Accepts requests of several tenants. A request is written as `ACCEPT` would write it, or left to
 * `ACCEPT`, which alone refuses: left are all requests of a tenant that together do not fit its limits
 * or whose row another client holds, and those whose pool is held or whose key is known.
 *
 * Locks go keys, tenants, counters, turns; no tenant is waited for. Limits are first looked at as they
 * were before the tenant was locked. What does not fit after all, and a key that was claimed for a
 * request that is left, end the whole statement by `refuse`.
 */
const acceptSet = (form: SetForm) =>
  new Statement<SetRow>(
    form.name,
    `with given as materialized (
    select *${form.given} from json_to_recordset(:tasks::json) as given (${GIVEN})
    limit ${String(ACCEPTED_AT_ONCE_MAX)}
  ), possible as materialized (
    select given.*${form.found.columns} from given ${form.found.from}
    where exists (select from data_keys where data_keys.id = given.data_key)
      and not exists (
        select from pool_holds
        where pool_holds.runway_account = given.account
          and pool_holds.model = coalesce(given.model, '') and ${HOLD_STANDS}
      )
      and not (is_unpriced and (token is not null or exists (
        select from budget_limits
        where budget_limits.tenant_id = given.tenant
          and budget_limits.subject in ('${WHOLE_TENANT}', given.subject)
      )))
  ), fitting as materialized (
    select tenants.id
    from tenants join (
      select tenant, count(*) as tasks, sum(bytes) as bytes, min(live_max) as live_max,
        min(stored_bytes_max) as stored_bytes_max, min(queued_max) as queued_max
      from possible group by tenant
    ) as asked on asked.tenant = tenants.id
    where ${MAY_BUY}
      and (live_tasks + asked.tasks > coalesce(live_tasks_max, live_max)) is not true
      and (stored_bytes + asked.bytes > asked.stored_bytes_max) is not true
      and (${form.isQueueFull.before}) is not true
      and not exists (
        select from (${sumsOf('possible')}) as sums
          join budget_limits on budget_limits.tenant_id = sums.tenant
            and budget_limits.subject = sums.subject and budget_limits.period = sums.period
          left join budget_counters as counter on counter.tenant_id = sums.tenant
            and counter.subject = sums.subject and counter.period = sums.period
            and counter.period_start = sums.period_start
        where sums.tenant = tenants.id and sums.credits > 0
          and coalesce(reserved + spent, 0) + sums.credits > credits_max
      )
      and not exists (
        select from (
          select tenant, token, sum(credits) as credits, min(token_credits_max) as credits_max
          from possible where token is not null
          group by tenant, token
        ) as sums left join token_counters as counter
          on counter.tenant_id = sums.tenant and counter.token_id = sums.token
        where sums.tenant = tenants.id and sums.credits > 0
          and coalesce(reserved + spent, 0) + sums.credits > credits_max
      )
  ), claim as (
    insert into idempotency_keys (tenant_id, key, fingerprint, task_id, expires_at)
    select tenant, key, fingerprint, possible.id, expires_at
    from possible join fitting on fitting.id = tenant
    where key is not null
    order by tenant, key
    on conflict do nothing
    returning task_id
  ), able as materialized (
    select possible.* from possible join fitting on fitting.id = tenant
    where key is null or possible.id in (select task_id from claim)
  ), tenant as materialized (
    select id from tenants
    where id = any(array(select distinct tenant from able)) and ${MAY_BUY}
    for no key update skip locked
  ), going as materialized (
    select able.* from able join tenant on tenant.id = able.tenant
  ), next as (
    update tenants
    set event_seq = event_seq + sums.tasks, live_tasks = live_tasks + sums.tasks,
      tasks = tenants.tasks + sums.tasks, stored_bytes = stored_bytes + sums.bytes,
      ${form.counted}
    from (
      select tenant, count(*) as tasks, sum(bytes) as bytes, min(live_max) as live_max,
        min(stored_bytes_max) as stored_bytes_max, min(queued_max) as queued_max
      from going group by tenant
    ) as sums
    where tenants.id = sums.tenant
    returning tenants.id, event_seq - sums.tasks as last_number, last_served_turn,
      live_tasks > coalesce(live_tasks_max, live_max) or stored_bytes > sums.stored_bytes_max
        or ${form.isQueueFull.after} as is_full
  ), task as (
    insert into tasks (
      id, tenant_id, created_by, operation, model, label, runway_account, runway_task_kind,
      input, state, estimate_credits, estimate_source, reserved_credits, set_aside_credits, created_at,
      token_id, traceparent, webhook_url
    )
    select going.id, tenant, created_by, operation, model, label, account, kind, input::jsonb,
      ${form.state}, credits, estimate_source, credits, credits, now,
      token, traceparent, webhook_url
    from going join next on next.id = tenant
    returning id, xmin::text as version
  ), submission as (
    insert into submissions (
      id, tenant_id, task_id, kind, operation, sdk_method, runway_account, model, request,
      reduced_request, held_bytes, creates, created_at, ${form.submission.columns}
    )
    select submission, tenant, going.id, 'task', operation, sdk_method, account,
      coalesce(model, ''), request::jsonb, reduced_request::jsonb, bytes, creates::jsonb, now,
      ${form.submission.values}
    from going join next on next.id = tenant
  ), event as (
    insert into task_events (tenant_id, number, task_id, at, snapshot)
    select tenant, last_number + row_number() over (partition by tenant order by place), going.id,
      now, ${form.snapshot}
    from going join next on next.id = tenant
  ), counter as (
    insert into budget_counters as counter
    select tenant, subject, period, period_start, credits, 0
    from (${sumsOf('going')}) as sums
    on conflict (tenant_id, subject, period, period_start)
    do update set reserved = counter.reserved + excluded.reserved
    returning *
  ), token_counter as (
    insert into token_counters as counter (tenant_id, token_id, reserved, spent, expires_at)
    select tenant, token, sum(credits), 0, max(token_expires_at)
    from going where token is not null
    group by tenant, token
    on conflict (tenant_id, token_id)
    do update set reserved = counter.reserved + excluded.reserved
    returning *
  ), ${form.besides}audited as (
    ${AUDIT_INSERT}
    select record.* from going, jsonb_to_record(going.audit::jsonb) as record (${AUDIT_COLUMNS})
    where going.audit is not null
  ), broken as materialized (
    select exists (
      select from claim where task_id not in (select id from going)
    ) or exists (
      select from next where is_full
    ) or exists (
      select from counter join budget_limits using (tenant_id, subject, period)
      where counter.reserved + counter.spent > credits_max
        and exists (select from going where tenant = counter.tenant_id and credits > 0)
    ) or exists (
      select from token_counter join going
        on tenant = token_counter.tenant_id and token = token_counter.token_id
      where credits > 0 and reserved + spent > token_credits_max
    ) as is_broken
  )
  select given.place, task.version, ${form.answer.reason} as reason,
    case when (select is_broken from broken) then refuse('${SET_BROKEN}') end as is_refused
  from given left join task on task.id = given.id ${form.answer.from}`,
  );

/** Of requests that can all be sent at once, in pools whose slots are not known. */
export const ACCEPT_SET = acceptSet(SENT);

/** Of requests that can all be sent at once, in pools that this transaction has locked. */
export const ACCEPT_SET_INTO_SLOTS = acceptSet(INTO_SLOTS);

/** Of requests in pools that have no free slot, or in which others wait. What seems to have one is left. */
export const QUEUE_SET = acceptSet(QUEUED);
