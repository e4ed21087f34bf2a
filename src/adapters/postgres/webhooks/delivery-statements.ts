import { sql, type RawBuilder } from 'kysely';

import { OUTCOME_EVENTS } from '../../../domain/webhooks/webhook-event.js';
import { Statement } from '../connection/statement.js';
import { HELD_UNTIL } from './webhook-rows.js';

/** Events of one look. */
const PAGE = 500;

/** Whether there is anything to make or to send, of any tenant. It locks nothing. */
export const LOOK = new Statement<{ readonly has_events: boolean; readonly has_open: boolean }>(
  'look_for_deliveries',
  `select exists (
    select from webhook_tenants as hooked join tenants on tenants.id = hooked.tenant_id
    where tenants.event_seq > hooked.number and tenants.deleted_at is null
  ) as has_events,
  exists (select from webhook_deliveries where ended_at is null) as has_open`,
);

/**
 * The page of events is what the statement's own snapshot shows. Numbers are in the order of commits,
 * so none is missing below the newest of them; the cursor moves in the same statement, under its lock.
 */
export const MAKE_DELIVERIES = new Statement<{ readonly looked: number }>(
  'make_deliveries',
  `with held as (
    select hooked.tenant_id, hooked.number, tenants.event_seq
    from webhook_tenants as hooked join tenants on tenants.id = hooked.tenant_id
    where tenants.event_seq > hooked.number and tenants.deleted_at is null
    order by hooked.number - tenants.event_seq
    limit 1
    for update of hooked skip locked
  ), page as (
    select event.tenant_id, event.number, event.task_id, event.at, event.snapshot,
      event.snapshot #>> '{state,status}' as status
    from held join task_events as event
      on event.tenant_id = held.tenant_id and event.number > held.number
    order by event.number
    limit ${String(PAGE)}
  ), told as (
    select page.*, 'task.' || lower(page.status) as type, tasks.operation, tasks.label,
      tasks.webhook_url is not null as has_address
    from page join tasks on tasks.id = page.task_id and tasks.deleted_at is null
    where page.status is distinct from (
      select before.snapshot #>> '{state,status}' from task_events as before
      where before.task_id = page.task_id and before.number < page.number
      order by before.number desc limit 1
    )
  ), receivers as (
    select told.*, webhooks.id as webhook_id, webhooks.paused_at
    from told join webhooks on webhooks.tenant_id = told.tenant_id
    where told.number > webhooks.since_number and webhooks.disabled_at is null
      and told.type = any(webhooks.events)
      and (webhooks.operations is null or told.operation = any(webhooks.operations))
      and (webhooks.labels is null or told.label = any(webhooks.labels))
    union all
    select told.*, null, null
    from told where has_address and type = any('{${OUTCOME_EVENTS.join(',')}}'::text[])
  ), made as (
    insert into webhook_deliveries (
      id, tenant_id, webhook_id, task_id, number, type, event_at, snapshot, status, created_at,
      due_at, retry_until
    )
    select gen_random_uuid(), tenant_id, webhook_id, task_id, number, type, at, snapshot,
      'PENDING', :now::timestamptz,
      case when paused_at is null then :now::timestamptz
        else '${HELD_UNTIL.toISOString()}'::timestamptz end,
      :retry_until::timestamptz
    from receivers
    on conflict do nothing
    returning id
  ), moved as (
    update webhook_tenants as hooked
    set number = greatest(hooked.number,
      coalesce((select max(number) from page), (select event_seq from held)))
    from held where hooked.tenant_id = held.tenant_id
    returning hooked.tenant_id
  )
  select (select count(*)::integer from moved)
      * greatest((select count(*)::integer from page), 1) as looked`,
);

/** Of `due`: the delivery is due, and no node has it. */
const MAY_GO = `due.ended_at is null and due.due_at <= :now::timestamptz
  and (due.lease_until is null or due.lease_until <= :now::timestamptz)`;

/**
 * One lock a tenant: what is counted and what is taken belong together. A row that another node has
 * taken since the statement began fails the last condition, which is judged by its newest version.
 */
export const LEASE_DELIVERIES = new Statement<{ readonly id: string }>(
  'lease_deliveries',
  `with recursive tenant (id) as (
    (select tenant_id from webhook_deliveries where ended_at is null order by tenant_id limit 1)
    union all
    select (
      select tenant_id from webhook_deliveries
      where ended_at is null and tenant_id > tenant.id order by tenant_id limit 1
    ) from tenant where tenant.id is not null
  ), held as (
    select hooked.tenant_id, least(:burst::double precision, hooked.tokens
      + :per_second::double precision
      * greatest(0, extract(epoch from :now::timestamptz - hooked.filled_at))) as tokens
    from webhook_tenants as hooked join tenants on tenants.id = hooked.tenant_id
    where hooked.tenant_id in (select id from tenant) and tenants.deleted_at is null
      and exists (
        select from webhook_deliveries as due
        where due.tenant_id = hooked.tenant_id and ${MAY_GO}
      )
    for update of hooked skip locked
  ), room as materialized (
    select held.tenant_id, held.tokens, greatest(0, least(
      floor(held.tokens)::integer,
      :per_tenant_max::integer - (
        select count(*)::integer from webhook_deliveries as busy
        where busy.tenant_id = held.tenant_id and busy.ended_at is null
          and busy.lease_until > :now::timestamptz
      )
    )) as places
    from held
  ), chosen as materialized (
    select picked.id, room.tenant_id
    from room cross join lateral (
      select due.id, due.due_at, row_number() over (order by due.due_at, due.number) as place
      from webhook_deliveries as due left join webhooks on webhooks.id = due.webhook_id
      where due.tenant_id = room.tenant_id and ${MAY_GO}
        and webhooks.paused_at is null and webhooks.disabled_at is null
        and not exists (
          select from webhook_deliveries as earlier
          where earlier.task_id = due.task_id and earlier.ended_at is null
            and earlier.webhook_id is not distinct from due.webhook_id
            and earlier.number < due.number
        )
      order by due.due_at, due.number
      limit room.places
    ) as picked
    order by picked.place, picked.due_at
    limit :limit::integer
  ), leased as (
    update webhook_deliveries as due
    set lease_until = :until::timestamptz, fence = due.fence + 1, attempts = due.attempts + 1
    from chosen
    where due.id = chosen.id and ${MAY_GO}
    returning due.id, due.tenant_id
  ), charged as (
    update webhook_tenants as hooked
    set tokens = room.tokens - taken.count, filled_at = :now::timestamptz
    from room join (
      select tenant_id, count(*) as count from leased group by tenant_id
    ) as taken on taken.tenant_id = room.tenant_id
    where hooked.tenant_id = room.tenant_id
  )
  select id from leased`,
);

/** An attempt as `recordAttempts` reads it. */
export interface AttemptRow {
  readonly id: string;
  readonly fence: number;
  readonly status: 'PENDING' | 'DELIVERED' | 'FAILED';
  readonly next_at: Date | null;
  readonly ended_at: Date | null;
  readonly at: Date;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly last_ms: number;
  readonly response: string | null;
}

export interface RecordedRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly webhook_id: string | null;
  readonly task_id: string | null;
  readonly status: AttemptRow['status'];
}

/** What follows for the same receiver about the same task is not looked at before its turn comes. */
export function recordAttempts(rows: readonly AttemptRow[]): RawBuilder<RecordedRow> {
  return sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
        id uuid, fence bigint, status text, next_at timestamptz, ended_at timestamptz,
        at timestamptz, last_status integer, last_error text, last_ms integer, response text
      )
    ), recorded as (
      update webhook_deliveries as sent
      set status = given.status, ended_at = given.ended_at, lease_until = null,
        due_at = coalesce(given.next_at, sent.due_at), attempted_at = given.at,
        last_status = given.last_status, last_error = given.last_error, last_ms = given.last_ms,
        response = given.response
      from given
      where sent.id = given.id and sent.fence = given.fence and sent.ended_at is null
      returning sent.id, sent.tenant_id, sent.webhook_id, sent.task_id, sent.number, sent.status,
        sent.due_at
    ), put_off as (
      update webhook_deliveries as later
      set due_at = greatest(later.due_at, recorded.due_at)
      from recorded
      where recorded.status = 'PENDING' and later.task_id = recorded.task_id
        and later.webhook_id is not distinct from recorded.webhook_id
        and later.ended_at is null and later.number > recorded.number
    )
    select id, tenant_id, webhook_id, task_id, status from recorded`;
}
