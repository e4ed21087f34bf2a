import { KEEP_TURN } from '../dispatch/keep-turn.js';
import { hasWaiting } from '../dispatch/queue-turns.js';
import { busySlots, LOCK_NAME } from '../dispatch/slot-pools.js';

/** The parts in which the statements of sets differ: what is sent at once, and what waits in the queue. */
export interface SetForm {
  readonly name: string;
  /** Columns of what is given, beside those of its JSON. */
  readonly given: string;
  /** Columns that `possible` has beside what was given, and where they come from. */
  readonly found: { readonly columns: string; readonly from: string };
  /** Whether the tenant's queue has no room for what is `asked`, and for what was written. */
  readonly isQueueFull: { readonly before: string; readonly after: string };
  /** Of the tenant, beside its other counts. */
  readonly counted: string;
  readonly state: string;
  readonly snapshot: string;
  readonly submission: { readonly columns: string; readonly values: string };
  /** More that is written. */
  readonly besides: string;
  /** Why it waits. */
  readonly answer: { readonly reason: string; readonly from: string };
}

/** Of pools whose slots are not known. */
export const SENT: SetForm = {
  name: 'accept_tasks',
  given: '',
  found: { columns: '', from: '' },
  isQueueFull: { before: 'false', after: 'false' },
  counted: `last_served_turn = nextval('turns')`,
  state: `'{"status": "QUEUED", "waitingFor": null}'`,
  snapshot: 'snapshot::jsonb',
  submission: {
    columns: 'status, fence, attempts, lease_until, sent_at, due_at',
    values: `'sending', 0, 1, until, now, now`,
  },
  besides: '',
  answer: { reason: 'null::text', from: '' },
};

/** The state of a task that waits in its pool. */
const WAITING_STATE = `jsonb_build_object('status', 'QUEUED', 'waitingFor',
      jsonb_build_object('reason', reason, 'until', null))`;

/** As many as there are free slots, of pools in which none waits. The pools of `:held` are locked. */
export const INTO_SLOTS: SetForm = {
  ...SENT,
  name: 'accept_tasks_into_slots',
  given: ', row_number() over (partition by account, model order by place) as place_in_pool',
  found: {
    columns: '',
    from: `join (
      select account, model, slots, case
        when ${hasWaiting('pool.account', 'pool.model')} then 0
        else slots - ${busySlots('pool.account', 'pool.model')}
      end as free
      from (
        select distinct account, model, slots from given
        where model is not null and slots > 0 and ${LOCK_NAME} = any(:held::text[]) offset 0
      ) as pool
    ) as pools on pools.account = given.account and pools.model = given.model
      and pools.slots = given.slots and given.place_in_pool <= pools.free`,
  },
};

/** Of pools that have no free slot, or in which others wait. */
export const QUEUED: SetForm = {
  name: 'queue_tasks',
  given: '',
  found: {
    columns: ', pools.reason',
    from: `join (
      select account, model, slots, case
        when ${busySlots('pool.account', 'pool.model')} >= slots then 'SLOT'
        when ${hasWaiting('pool.account', 'pool.model')} then 'TURN'
      end as reason
      from (
        select distinct account, model, slots from given
        where model is not null and slots > 0 offset 0
      ) as pool
    ) as pools on pools.account = given.account and pools.model = given.model
      and pools.slots = given.slots and pools.reason is not null`,
  },
  isQueueFull: {
    before: 'queued_tasks + asked.tasks > asked.queued_max',
    after: 'queued_tasks > sums.queued_max',
  },
  counted: 'queued_tasks = queued_tasks + sums.tasks',
  state: WAITING_STATE,
  snapshot: `snapshot::jsonb || jsonb_build_object('state', ${WAITING_STATE})`,
  submission: {
    columns: 'status, fence, attempts, due_at, waiting_reason',
    values: `'queued', 0, 0, now, reason`,
  },
  besides: `turn as (
    insert into queue_turns as kept (tenant_id, runway_account, model, turn, is_due, due_at)
    select tenant, account, model, last_served_turn, true, min(now)
    from going join next on next.id = tenant
    group by tenant, account, model, last_served_turn
    ${KEEP_TURN}
  ), `,
  answer: { reason: 'going.reason', from: 'left join going on going.id = given.id' },
};
