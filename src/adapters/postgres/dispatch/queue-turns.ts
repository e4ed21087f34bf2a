import type { WaitingFor } from '../../../domain/task/task.js';
import { SMALL_REQUEST_BYTES } from '../../../domain/input/request-bytes.js';
import type { SlotPool } from '../../../ports/dispatch/slot-pool.js';
import { HOLD_STANDS } from './postgres-pool-hold-store.js';
import { Statement } from '../connection/statement.js';
import type { Db, Trx } from '../tasks/task-rows.js';

/*
 * A tenant with something queued in a pool has a row in `queue_turns`, so that finding out whose
 * turn it is reads one row a tenant at most and none of the queue.
 *
 * A row may promise too much, never too little: while a submission is queued, its tenant and pool
 * have a row that is due, or becomes due no later than the submission. What queues a submission
 * sees to that in its own statement (KEEP_TURN); what takes one moves the row on; all else leaves
 * it, and the next look finds it idle and tidies up (tidyTurn). A tenant that may not send has rows
 * that are due at infinity, until it is resumed.
 *
 * Locks: a turn comes after its tenant, and nothing comes after a turn.
 */

/** Pools looked at for one turn: there are about as many models. */
const POOLS_MAX = 200;

/** Turns that become due in one statement. */
const RIPEN_MAX = 500;

/** Tenants looked at for one turn: others may be taking the first ones' submissions at this moment. */
const CANDIDATES_MAX = 10;

/** Of `tenants`: whether what a tenant has queued may go out. */
const MAY_SEND =
  '(tenants.stopped_at is null and tenants.suspended_at is null and tenants.deleted_at is null)';

/** The submissions that wait for their turn in a row of `queue_turns`. */
const IN_TURN = `submissions.status = 'queued'
  and submissions.runway_account = queue_turns.runway_account
  and submissions.model = queue_turns.model
  and submissions.tenant_id = queue_turns.tenant_id`;

/** The row of `:tenant`, `:account` and `:model`. */
const TURN = `queue_turns.tenant_id = :tenant::text
  and queue_turns.runway_account = :account::text
  and queue_turns.model = coalesce(:model::text, '')`;

/** When the first of them is due; null: there is none. */
const firstDue = (but = ''): string => `(
    select due_at from submissions where ${IN_TURN} ${but}
    order by due_at, created_at, id limit 1
  )`;

/** Of a pool, `model` as `queue_turns` has it: whether a task waits for it and could be sent now. */
export function hasWaiting(account: string, model: string): string {
  return `exists (
    select from queue_turns
    where is_due and queue_turns.runway_account = ${account} and queue_turns.model = ${model}
      and (select ${MAY_SEND} from tenants where tenants.id = queue_turns.tenant_id)
      and ${firstDue()} <= :now::timestamptz
  )`;
}

/** The same of the pool of `:account` and `:model`. */
export const HAS_WAITING = hasWaiting(':account::text', `coalesce(:model::text, '')`);

/** A pool with a due submission, and why and until when it is held, if it is. */
export interface DuePool extends SlotPool {
  readonly hold: {
    readonly reason: WaitingFor['reason'];
    readonly until: Date;
    /** Until when the one that has gone first is waited for; null: none has. */
    readonly probeUntil: Date | null;
  } | null;
}

const RIPEN = new Statement(
  'ripen_turns',
  `with ripe as materialized (
    select ctid from queue_turns where not is_due and due_at <= :now::timestamptz
    order by due_at limit ${String(RIPEN_MAX)}
    for update skip locked
  )
  update queue_turns set is_due = true from ripe where queue_turns.ctid = ripe.ctid`,
);

/** One look-up a pool, whatever is queued in it. */
const DUE_POOLS = new Statement<{
  readonly runway_account: string;
  readonly model: string;
  readonly reason: WaitingFor['reason'] | null;
  readonly until: Date | null;
  readonly probe_until: Date | null;
}>(
  'due_pools',
  `with recursive pools as (
    (
      select runway_account, model, turn, due_at from queue_turns where is_due
      order by runway_account, model, turn, tenant_id limit 1
    )
    union all
    select next.* from pools cross join lateral (
      select runway_account, model, turn, due_at from queue_turns
      where is_due and (runway_account, model) > (pools.runway_account, pools.model)
      order by runway_account, model, turn, tenant_id limit 1
    ) as next
  )
  select pools.runway_account, pools.model, reason, until, probe_until
  from pools left join pool_holds
    on pool_holds.runway_account = pools.runway_account and pool_holds.model = pools.model
      and ${HOLD_STANDS}
  order by turn, due_at limit ${String(POOLS_MAX)}`,
);

/** Pools with a due submission; the one whose tenant was served longest ago first. */
export async function duePools(db: Db, now: Date): Promise<readonly DuePool[]> {
  await RIPEN.run(db, { now });
  const rows = await DUE_POOLS.run(db, { now });
  return rows.map(({ runway_account: runwayAccount, model, reason, until, probe_until }) => ({
    runwayAccount,
    model: model === '' ? null : model,
    hold: reason === null || until === null ? null : { reason, until, probeUntil: probe_until },
  }));
}

/** A tenant whose turn comes in a pool. */
export interface TurnCandidate {
  readonly tenant: string;
  /** Nothing of it may be taken just now. */
  readonly is_idle: boolean;
}

/** Of submissions: those that may be taken while memory is short. */
export const IS_SMALL = `and submissions.held_bytes <= ${String(SMALL_REQUEST_BYTES)}
  and submissions.held_bytes <= :bytes_max::bigint`;

const IS_IDLE = `not coalesce(
  (select ${MAY_SEND} from tenants where tenants.id = queue_turns.tenant_id)
    and ${firstDue()} <= :now::timestamptz,
  false)`;

const candidates = (fits: string): string => `
  select queue_turns.tenant_id as tenant, ${IS_IDLE} as is_idle
  from queue_turns
  where is_due and runway_account = :account::text and model = coalesce(:model::text, '') ${fits}
  order by turn, tenant_id limit ${String(CANDIDATES_MAX)}`;

const CANDIDATES = new Statement<TurnCandidate>('turn_candidates', candidates(''));

/** Tenants with nothing small are passed over. */
const SMALL_CANDIDATES = new Statement<TurnCandidate>(
  'small_turn_candidates',
  candidates(`and (${firstDue(IS_SMALL)} <= :now::timestamptz or ${IS_IDLE})`),
);

/** The first tenants with something due in the pool, the one served longest ago first. */
export function turnCandidates(
  db: Db,
  { runwayAccount: account, model }: SlotPool,
  now: Date,
  bytesMax: number | null,
): Promise<readonly TurnCandidate[]> {
  const pool = { account, model, now };
  return bytesMax === null
    ? CANDIDATES.run(db, pool)
    : SMALL_CANDIDATES.run(db, { ...pool, bytes_max: bytesMax });
}

type Served = 'SERVED' | 'MAY_NOT_SEND' | 'LOCKED';

const serving = (wait: string): string => `
  with free as (
    select id from tenants where id = :tenant::text and ${MAY_SEND} for no key update ${wait}
  ), served as (
    update tenants set last_served_turn = nextval('turns')
    from free where tenants.id = free.id
    returning last_served_turn
  ), moved as (
    update queue_turns set turn = last_served_turn from served where ${TURN}
  )
  select case
    when exists (select from served) then 'SERVED'
    when exists (select from tenants where id = :tenant::text and ${MAY_SEND}) then 'LOCKED'
    else 'MAY_NOT_SEND'
  end as result`;

const SERVE = new Statement<{ readonly result: Served }>('serve_tenant', serving(''));

const SERVE_FREE = new Statement<{ readonly result: Served }>(
  'serve_free_tenant',
  serving('skip locked'),
);

/**
 * Gives a tenant its turn, which stays locked. `waits`: for another transaction that holds the
 * tenant; else that is LOCKED.
 */
export async function serve(
  trx: Trx,
  { runwayAccount: account, model }: SlotPool,
  tenant: string,
  waits: boolean,
): Promise<Served> {
  const statement = waits ? SERVE : SERVE_FREE;
  const [row] = await statement.run(trx, { tenant, account, model });
  return row?.result ?? 'MAY_NOT_SEND';
}

/** Of a turn that is locked since an earlier statement: so no other one queues anything meanwhile. */
const movedOn = (mayStay: string, but = ''): string => `
  first as (
    select case when first_due_at is not null and not ${mayStay}
      then 'infinity' else first_due_at end as first_due_at
    from (select ${firstDue(but)} as first_due_at from queue_turns where ${TURN}) as found
  ), emptied as (
    delete from queue_turns using first where ${TURN} and first_due_at is null
  ), postponed as (
    update queue_turns set is_due = false, due_at = first_due_at
    from first where ${TURN} and first_due_at > :now::timestamptz
  )`;

/** For the statement that takes `:submission`: its tenant's turn without it. */
export const MOVE_TURN_ON = movedOn('true', 'and submissions.id <> :submission::uuid');

const LOCK_TURN = new Statement(
  'lock_turn',
  `select from queue_turns where ${TURN} for update skip locked`,
);

/** A tenant that is changed at this moment, as a resumption would, is looked at another time. */
const TIDY_TURN = new Statement(
  'tidy_turn',
  `with tenant as (
    select ${MAY_SEND} as may_send from tenants where id = :tenant::text for share skip locked
  ), ${movedOn('coalesce((select may_send from tenant), true)')}
  select from first`,
);

/** Takes a turn out of line that was found idle, for as long as it is. */
export async function tidyTurn(
  db: Db,
  { runwayAccount: account, model }: SlotPool,
  tenant: string,
  now: Date,
): Promise<void> {
  const turn = { tenant, account, model };
  await db.transaction().execute(async (trx) => {
    if ((await LOCK_TURN.run(trx, turn)).length === 0) return;
    await TIDY_TURN.run(trx, { ...turn, now });
  });
}

const WAKE_TURNS = new Statement(
  'wake_turns',
  `update queue_turns set is_due = true, due_at = least(due_at, :now::timestamptz)
  where tenant_id = :tenant::text`,
);

/** The tenant may send again, by this transaction. */
export async function wakeTurns(trx: Trx, tenant: string, now: Date): Promise<void> {
  await WAKE_TURNS.run(trx, { tenant, now });
}
