import { randomUUID } from 'node:crypto';

import type { WaitingFor } from '../../../domain/task/task.js';
import { GatewayError } from '../../../errors.js';
import type {
  Acceptance,
  NewTask,
  SubmissionLease,
  TakeRules,
} from '../../../ports/tasks/task-store.js';
import { AUDIT_INSERT, AUDIT_RECORD, auditValue } from '../audit/audited-work.js';
import { DATA_KEY_GONE, mustBeAdmitted, REFUSAL, tooManyLiveTasks } from './admission.js';
import type { Database } from '../connection/database.js';
import { isFingerprintOf } from '../encryption/fingerprints.js';
import { giveOutByKey } from '../tasks/given-out.js';
import { COUNTERS, counterValues } from '../budgets/ledger.js';
import { HOLD } from '../dispatch/postgres-pool-hold-store.js';
import { HAS_WAITING, KEEP_TURN } from '../dispatch/queue-turns.js';
import { BUSY_SLOTS, type PoolLocks } from '../dispatch/slot-pools.js';
import { isUnstorableText, refusalReason } from '../connection/sql-errors.js';
import { Statement } from '../connection/statement.js';
import { sealForm, storedForm, type SealedForm, type StoredForm } from './stored-form.js';
import { LeasedRow } from '../tasks/task-change.js';
import { taskWithKey } from '../tasks/task-reads.js';
import { toJson } from '../connection/json-text.js';
import { openTaskRow, snapshotOf, TASK_EVENTS_CHANNEL, toTask } from '../tasks/task-rows.js';
import type { Db, TaskRow } from '../tasks/task-rows.js';

/** A key can change hands between two statements, though hardly so often in a row. */
const ATTEMPTS_MAX = 5;

interface Accepted {
  readonly task: NewTask;
  readonly submissionId: string;
  readonly form: StoredForm;
  readonly sealed: SealedForm;
}

/** TaskStore.accept. The limits are those that stood when it was called. */
export async function acceptTask(
  database: Database,
  locks: PoolLocks,
  task: NewTask,
  now: Date,
  rules?: TakeRules,
): Promise<Acceptance> {
  const { kysely: db, ciphers } = database;
  const form = storedForm(task);
  if (form.isUnstorable) throw unstorable();
  const submissionId = randomUUID();
  const seal = async () => {
    const cipher = await ciphers.forSealing(task.tenantId, db);
    return { task, submissionId, form, sealed: sealForm(form, cipher, { task, submissionId }) };
  };
  let sealed = await seal();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const accepted = await tryToAccept(database, locks, sealed, now, rules);
      if (accepted !== undefined) return accepted;
    } catch (error) {
      if (isUnstorableText(error)) throw unstorable(error);
      const reason = refusalReason(error);
      if (reason === undefined) throw error;
      // It says what is left of a budget, too.
      await mustBeAdmitted(db, task, form.bytes, now);
      if (reason === DATA_KEY_GONE) {
        ciphers.forget(task.tenantId);
        sealed = await seal();
      }
      // Others of the tenant were written meanwhile: whether it still fits is for a new look to say.
      if (attempt === ATTEMPTS_MAX) throw tooManyLiveTasks();
      continue;
    }
    const first = await giveOutHolder(database, task);
    if (first !== undefined) return { task: toTask(first), replayed: true, lease: undefined };
    if (attempt === ATTEMPTS_MAX) {
      throw new GatewayError('INTERNAL', { detail: 'the idempotency key keeps changing hands' });
    }
  }
}

/** Undefined when another task has the key. Locks the pool only where there seems to be a slot. */
async function tryToAccept(
  { kysely, wakes }: Database,
  locks: PoolLocks,
  accepted: Accepted,
  now: Date,
  rules: TakeRules | undefined,
): Promise<Acceptance | undefined> {
  const { runwayAccount, model, tenantId } = accepted.task;
  const outcome = await insertTask(kysely, accepted, now, rules, locks.areImplied);
  if (outcome === 'HELD') return undefined;
  if (outcome !== 'LOCK') {
    wakes.wake(tenantId);
    return outcome;
  }
  const locked = await locks.hold({ runwayAccount, model }, (trx) =>
    insertTask(trx, accepted, now, rules, true),
  );
  return typeof locked === 'object' ? locked : undefined;
}

function unstorable(cause?: unknown): GatewayError {
  return new GatewayError('BAD_USER_INPUT', {
    issues: [
      {
        path: 'input',
        message: 'Texts must not hold NUL characters or halves of surrogate pairs.',
        rule: 'storableText',
      },
    ],
    cause,
  });
}

/**
 * The task that has the idempotency key, given out to one more caller; undefined when the key has
 * just become free.
 */
async function giveOutHolder(
  { kysely: db, ciphers }: Database,
  task: NewTask,
): Promise<TaskRow | undefined> {
  if (task.idempotency === null) {
    throw new GatewayError('INTERNAL', { detail: `no tenant ${task.tenantId}` });
  }
  const { key } = task.idempotency;
  await giveOutByKey(db, task.tenantId, key);
  const holder = await taskWithKey(db, task.tenantId, key)
    .select('idempotency_keys.fingerprint')
    .executeTakeFirst();
  if (holder === undefined) return undefined;
  const cipher = await ciphers.forSealing(task.tenantId, db);
  if (!isFingerprintOf(cipher, task.idempotency.fingerprint, holder.fingerprint)) {
    throw new GatewayError('IDEMPOTENCY_KEY_REUSED');
  }
  if (holder.deleted_at !== null) {
    throw new GatewayError('CONFLICT', { detail: 'the key made a task that was deleted since' });
  }
  return await ciphers.openedOne(db, holder, openTaskRow);
}

/**
 * `HELD`: another task has the key; twins wait for each other at it, so that the second one sees
 * the first's task. `LOCK`: there seems to be a slot, which only the pool's lock can make sure of.
 * In either case nothing was written. What is not admitted ends in the error of `refuse`.
 */
async function insertTask(
  db: Db,
  { task, submissionId, form, sealed }: Accepted,
  now: Date,
  rules: TakeRules | undefined,
  isLocked: boolean,
): Promise<Acceptance | 'HELD' | 'LOCK'> {
  const { runwayAccount, model, estimate, idempotency } = task;
  const lease = newLease(task, form, submissionId, rules?.until ?? now);
  if (rules !== undefined) rules.onLease?.(lease);
  const [written] = await ACCEPT.run(db, {
    id: task.id,
    tenant: task.tenantId,
    created_by: task.createdBy,
    operation: task.operation,
    model,
    label: task.label,
    account: runwayAccount,
    kind: task.runwayTaskKind,
    input: sealed.input,
    credits: estimate.credits,
    estimate_source: estimate.source,
    now,
    snapshot: toJson(snapshotOf(toTask(newRow(task, form, now, null)))),
    submission: submissionId,
    sdk_method: task.sdkMethod,
    request: sealed.request,
    reduced_request: sealed.reducedRequest,
    data_key: sealed.dataKeyId,
    bytes: form.bytes,
    creates: task.creates === null ? null : toJson(task.creates),
    is_sent: rules !== undefined,
    is_sender_full: rules?.isSenderFull === true,
    slots: rules?.slotsOf?.({ runwayAccount, model }) ?? null,
    is_locked: isLocked,
    is_announced: db.isTransaction,
    until: rules?.until ?? null,
    key: idempotency?.key ?? null,
    fingerprint: sealed.fingerprint,
    expires_at: idempotency?.expiresAt ?? null,
    live_max: task.liveTasksMax ?? null,
    stored_bytes_max: task.storedBytesMax ?? null,
    queued_max: task.queuedTasksMax ?? null,
    ...counterValues(task.createdBy, now),
    token: task.tokenBudget?.tokenId ?? null,
    token_credits_max: task.tokenBudget?.creditsMax ?? null,
    token_expires_at: task.tokenBudget?.expiresAt ?? null,
    audit: auditValue(task.audit, [`task:${task.id}`]),
  });
  if (written === undefined || written.verdict === 'LOCK') return 'LOCK';
  const { verdict, until, version } = written;
  if (version === null) return 'HELD';
  if (task.audit !== undefined) task.audit.isWritten = true;
  const waits = verdict !== 'SEND' && verdict !== 'QUEUE';
  const row = newRow(task, form, now, waits ? { reason: verdict, until } : null);
  const accepted = { task: toTask(row), replayed: false } as const;
  if (verdict !== 'SEND') return { ...accepted, lease: undefined };
  return { ...accepted, lease: { ...lease, leased: new LeasedRow(row, version) } };
}

/** The task's row as `ACCEPT` writes it. */
function newRow(
  task: NewTask,
  { input }: StoredForm,
  now: Date,
  waitingFor: WaitingFor | null,
): TaskRow {
  return {
    id: task.id,
    tenant_id: task.tenantId,
    created_by: task.createdBy,
    operation: task.operation,
    model: task.model,
    label: task.label,
    runway_account: task.runwayAccount,
    runway_task_id: null,
    runway_task_kind: task.runwayTaskKind,
    input,
    state: { status: 'QUEUED', waitingFor },
    status: 'QUEUED',
    estimate_credits: task.estimate.credits,
    estimate_source: task.estimate.source,
    cost_credits: null,
    reserved_credits: task.estimate.credits,
    spent_credits: 0,
    cancel_requested_at: null,
    created_at: now,
    settled_at: null,
    deleted_at: null,
    poll_due_at: null,
    poll_lease_until: null,
    poll_fence: 0,
    poll_missing_count: 0,
    poll_senseless_count: 0,
    poll_unknown_count: 0,
    poll_doubted_since: null,
    guessed_by: null,
    decisions: null,
    last_read_at: null,
    token_id: task.tokenBudget?.tokenId ?? null,
  };
}

/**
 * The lease of a submission that `ACCEPT` has written as it is being sent. No other lease has the
 * fence 0, because a submission that is taken from the queue gets the next one.
 */
function newLease(
  task: NewTask,
  { input }: StoredForm,
  submissionId: string,
  until: Date,
): SubmissionLease {
  return {
    submissionId,
    taskId: task.id,
    tenantId: task.tenantId,
    operation: task.operation,
    sdkMethod: task.sdkMethod,
    runwayAccount: task.runwayAccount,
    model: task.model,
    request: task.request,
    input,
    estimate: task.estimate,
    creates: task.creates,
    fence: 0,
    until,
    attempt: 0,
    poolRefusals: null,
  };
}

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
const ACCEPT = new Statement<{
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
    select held_until, case
      when not :is_sent::boolean then 'QUEUE'
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
    where held.expires_at <= :now::timestamptz and not exists (
      select from tasks where tasks.id = held.task_id and tasks.settled_at is null)
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
      input, state, estimate_credits, estimate_source, reserved_credits, created_at, token_id
    )
    select :id::uuid, :tenant::text, :created_by::text, :operation::text, :model::text,
      :label::text, :account::text, :kind::text, :input::jsonb, state, :credits::numeric,
      :estimate_source::text, :credits::numeric, :now::timestamptz, :token::text
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
