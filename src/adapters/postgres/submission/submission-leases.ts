import { sql, type Selectable } from 'kysely';

import type { SubmissionLease } from '../../../ports/submission/submission-lease.js';
import type { TakeRules } from '../../../ports/submission/submission-store.js';
import type { Database } from '../connection/database.js';
import { UnreadableValue } from '../encryption/cipher.js';
import type { Ciphers } from '../encryption/ciphers.js';
import { PLACES } from '../encryption/places.js';
import { openJson } from '../encryption/sealed-forms.js';
import { goFirst } from '../dispatch/postgres-pool-hold-store.js';
import {
  IS_SMALL,
  MOVE_TURN_ON,
  serve,
  tidyTurn,
  turnCandidates,
  type DuePool,
} from '../dispatch/queue-turns.js';
import { isPoolFull, type PoolLocks } from '../dispatch/slot-pools.js';
import { Statement } from '../connection/statement.js';
import type { SubmissionsTable } from './submission-tables.js';
import type { StoredTaskRow, Trx } from '../tasks/task-rows.js';

/** Times that one taker goes on with those who come after idle ones. */
const ATTEMPTS_MAX = 20;

/** 1 s: what a taker waits for a tenant that another client of the database holds. */
const TENANT_WAIT = sql`set local lock_timeout = '1s'`;

/** The pool's next submission that may go, taken in a transaction. */
export async function takeFromPool(
  database: Database,
  locks: PoolLocks,
  pool: DuePool,
  rules: TakeRules,
  waits: boolean,
): Promise<Pick<Turn, 'lease' | 'isLocked'>> {
  const nothing = { lease: undefined, isLocked: false };
  const slots = rules.slotsOf?.(pool) ?? null;
  if (slots === 0) return nothing;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const turn = await takeTurn(database, locks, pool, slots, rules, waits).catch(
      (error: unknown) => putOff(database, error, rules),
    );
    if (turn === undefined) return nothing;
    if (turn === 'PUT_OFF') continue;
    // In transactions of their own: those who hold a turn wait for nothing more.
    for (const tenant of turn.idle) await tidyTurn(database.kysely, pool, tenant, rules.now);
    if (turn.lease !== undefined || turn.idle.length === 0) return turn;
  }
  return nothing;
}

/** The outcome of a turn. */
interface Turn {
  readonly lease: SubmissionLease | undefined;
  /** Tenants that came first and had nothing to send. */
  readonly idle: readonly string[];
  /** Whether a tenant was passed over because another transaction holds it. */
  readonly isLocked: boolean;
}

/** Undefined where all slots are taken. The lock of a limited pool makes its turns exact. */
async function takeTurn(
  { kysely: db, ciphers }: Database,
  locks: PoolLocks,
  pool: DuePool,
  slots: number | null,
  rules: TakeRules,
  waits: boolean,
): Promise<Turn | undefined> {
  if (slots === null) {
    return await db
      .transaction()
      .execute((trx) => takeFirstInTurn(trx, ciphers, pool, rules, waits));
  }
  // Looked at without the lock first: where all slots are taken, no request waits for the lock only
  // to learn it.
  if (await isPoolFull(db, pool, slots)) return undefined;
  return await locks.hold(pool, async (trx) =>
    (await isPoolFull(trx, pool, slots))
      ? undefined
      : takeFirstInTurn(trx, ciphers, pool, rules, waits),
  );
}

/**
 * Turns are numbers of a sequence, not times: clocks of several nodes differ, and one tick serves
 * many.
 */
async function takeFirstInTurn(
  trx: Trx,
  ciphers: Ciphers,
  pool: DuePool,
  rules: TakeRules,
  waits: boolean,
): Promise<Turn> {
  if (waits) await TENANT_WAIT.execute(trx);
  let isLocked = false;
  const candidates = await turnCandidates(trx, pool, rules.now, rules.requestBytesMax ?? null);
  const idle = candidates.filter((one) => one.is_idle).map(({ tenant }) => tenant);
  for (const { tenant, is_idle: isIdle } of candidates) {
    if (isIdle) continue;
    const submissionId = await lockFirst(trx, pool, tenant, rules);
    if (submissionId === undefined) continue;
    const served = await serve(trx, pool, tenant, waits);
    isLocked ||= served === 'LOCKED';
    if (served !== 'SERVED') continue;
    const poolRefusals =
      pool.hold === null ? null : await goFirst(trx, pool, submissionId, rules.now);
    // Another one has gone first: its outcome is awaited.
    if (poolRefusals === undefined) return { lease: undefined, idle, isLocked };
    const lease = await take(trx, ciphers, pool, tenant, submissionId, poolRefusals, rules);
    return { lease, idle, isLocked };
  }
  return { lease: undefined, idle, isLocked };
}

const first = (which: string): string => `
  select id from submissions
  where status = 'queued' and runway_account = :account::text
    and model = coalesce(:model::text, '') and tenant_id = :tenant::text
    and due_at <= :now::timestamptz ${which}
  order by due_at, created_at, id limit 1
  for update skip locked`;

const LOCK_FIRST = new Statement<{ readonly id: string }>('lock_first_submission', first(''));

const LOCK_FIRST_SMALL = new Statement<{ readonly id: string }>(
  'lock_first_small_submission',
  first(IS_SMALL),
);

/** The tenant's next due submission in the pool, locked. */
async function lockFirst(
  trx: Trx,
  { runwayAccount: account, model }: DuePool,
  tenant: string,
  { now, requestBytesMax: bytesMax }: TakeRules,
): Promise<string | undefined> {
  const turn = { account, model, tenant, now };
  const [row] = await (bytesMax === undefined
    ? LOCK_FIRST.run(trx, turn)
    : LOCK_FIRST_SMALL.run(trx, { ...turn, bytes_max: bytesMax }));
  return row?.id;
}

type SubmissionRow = Selectable<SubmissionsTable>;

const TAKE = new Statement<
  Pick<
    SubmissionRow,
    'tenant_id' | 'operation' | 'sdk_method' | 'runway_account' | 'fence' | 'attempts'
  > &
    Pick<SubmissionRow, 'request' | 'creates'> &
    Pick<
      StoredTaskRow,
      'model' | 'input' | 'estimate_credits' | 'estimate_source' | 'traceparent'
    > & {
      readonly task_id: string;
    }
>(
  'take_submission',
  `with taken as (
    update submissions
    set status = 'sending', fence = fence + 1, attempts = attempts + 1,
      lease_until = :until::timestamptz, sent_at = :now::timestamptz
    from tasks
    where tasks.id = submissions.task_id and submissions.id = :submission::uuid
    returning submissions.tenant_id, submissions.operation, submissions.sdk_method,
      submissions.runway_account, submissions.request, submissions.creates, submissions.fence,
      submissions.attempts, tasks.id as task_id, tasks.model, tasks.input,
      tasks.estimate_credits, tasks.estimate_source, tasks.traceparent
  ), counted as (
    update tenants set queued_tasks = queued_tasks - 1 from taken where tenants.id = taken.tenant_id
  ), ${MOVE_TURN_ON}
  select * from taken`,
);

/** A queued request that cannot be decrypted: it was not taken. */
class UnreadableRequest extends Error {
  constructor(
    readonly submissionId: string,
    override readonly cause: UnreadableValue,
  ) {
    super('a queued request cannot be decrypted');
  }
}

/**
 * 5 min: after which a request that could not be decrypted is tried again, and the log says so
 * anew.
 */
const PUT_OFF_MS = 300_000;

/**
 * It is never sent, nor given up: it stays queued until its key is back, and others go before it.
 */
async function putOff(
  { kysely, log }: Database,
  error: unknown,
  { now }: TakeRules,
): Promise<'PUT_OFF'> {
  if (!(error instanceof UnreadableRequest)) throw error;
  const { submissionId, cause } = error;
  log.error({ submissionId, detail: cause.detail }, 'a queued request cannot be decrypted');
  await kysely
    .updateTable('submissions')
    .set({ due_at: new Date(now.getTime() + PUT_OFF_MS) })
    .where('id', '=', submissionId)
    .where('status', '=', 'queued')
    .execute();
  return 'PUT_OFF';
}

/** queued → sending of a submission that this transaction has locked. */
async function take(
  trx: Trx,
  ciphers: Ciphers,
  { runwayAccount: account, model }: DuePool,
  tenant: string,
  submissionId: string,
  poolRefusals: number | null,
  { now, until, onLease }: TakeRules,
): Promise<SubmissionLease | undefined> {
  const values = { account, model, tenant, submission: submissionId, now, until };
  const [row] = await TAKE.run(trx, values);
  if (row === undefined) return undefined;
  const { request, input } = await ciphers
    .openedOne(trx, row, (stored, cipher) => ({
      request: openJson(stored.request, cipher, PLACES.submissionRequest(submissionId)),
      input: openJson(stored.input, cipher, PLACES.taskInput(stored.task_id)),
    }))
    .catch((cause: unknown) => {
      throw cause instanceof UnreadableValue ? new UnreadableRequest(submissionId, cause) : cause;
    });
  const lease = {
    submissionId,
    taskId: row.task_id,
    tenantId: row.tenant_id,
    operation: row.operation,
    sdkMethod: row.sdk_method,
    runwayAccount: row.runway_account,
    model: row.model,
    request,
    input,
    estimate: { credits: row.estimate_credits, source: row.estimate_source },
    creates: row.creates,
    fence: row.fence,
    until,
    attempt: row.attempts - 1,
    poolRefusals,
    traceparent: row.traceparent,
  };
  onLease?.(lease);
  return lease;
}
