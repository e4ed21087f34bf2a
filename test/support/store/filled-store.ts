import { sql, type RawBuilder } from 'kysely';

import type { Db } from '../../../src/adapters/postgres/tasks/task-rows.js';

/** How much a store holds. Counts of rows. */
export interface StoreSize {
  /** Named t0 …; the first has three tenths of all tasks. */
  readonly tenants: number;
  readonly settled: number;
  readonly live: number;
  readonly queued: number;
  readonly unconfirmed: number;
  readonly eventsPerTask: number;
  readonly resources: number;
  /** Of what is queued and live; settled tasks have as many, and a rare one. */
  readonly models: number;
}

/** One tenant in ten has no more than a few rows. */
export const SMALL_STORE: StoreSize = {
  tenants: 20,
  settled: 200,
  live: 20,
  queued: 20,
  unconfirmed: 5,
  eventsPerTask: 3,
  resources: 50,
  models: 10,
};

/** The proportions of the large one, for so many tasks. */
export function storeOf(tasks: number): StoreSize {
  const share = (part: number) => Math.max(1, Math.round((tasks * part) / 1_000_000));
  return {
    tenants: Math.max(20, share(2_000)),
    settled: tasks,
    live: share(20_000),
    queued: share(50_000),
    unconfirmed: share(5_000),
    eventsPerTask: 3,
    resources: share(100_000),
    models: 10,
  };
}

/** Rows of one statement. */
const CHUNK = 100_000;

/** From so many tasks on, indexes are dropped first and made at the end. */
const MANY = 10_000;

const OPERATIONS = `(array['createTextToVideo', 'createImageToVideo', 'createTextToImage',
  'createTextToSpeech', 'generateVideo', 'runWorkflow'])`;
const KINDS = `(array['avatar', 'voice', 'document', 'upload', 'avatarConversation',
  'realtimeSession'])`;

/** What a number is a task of. Primes keep tenant, operation, model and status apart. */
const TENANT = (tenants: number) =>
  sql.raw(`case when number % 10 < 3 then 't0'
    else 't' || (1 + (number::bigint * 7919 / 10) % ${String(tenants - 1)}) end`);
const OPERATION = sql.raw(`${OPERATIONS}[1 + number / 13 % 6]`);
const MODEL = (models: number) =>
  sql.raw(`case when number % 9973 = 0 then 'rare'
    else 'model' || number / 17 % ${String(models)} end`);
const TASK_ID = sql.raw(`md5('task' || number)::uuid`);

const FAILURE = (code: string) =>
  `jsonb_build_object('status', 'FAILED', 'failure', jsonb_build_object(
    'code', '${code}', 'message', 'It failed.', 'retryable', false))`;
const SETTLED_STATE = sql.raw(`case
  when number / 19 % 20 < 16 then jsonb_build_object('status', 'SUCCEEDED', 'output',
    jsonb_build_array(jsonb_build_object('url', 'https://example.com/' || number || '.mp4',
      'mimeType', 'video/mp4', 'expiresAt', null, 'nodeId', null)))
  when number / 19 % 20 < 18 then ${FAILURE('INTERNAL.BAD_OUTPUT.01')}
  when number / 19 % 200 < 185 then ${FAILURE('SAFETY.INPUT.TEXT')}
  else jsonb_build_object('status', 'CANCELLED') end`);
const WAITING_STATE = `jsonb_build_object('status', 'QUEUED', 'waitingFor',
  jsonb_build_object('reason', 'SLOT', 'until', null))`;

/** A kind of task, and what its submission is. */
interface Part {
  readonly count: number;
  readonly state: RawBuilder<unknown>;
  readonly submission: 'submitted' | 'queued' | 'sending' | 'unconfirmed';
  readonly isSettled: boolean;
  readonly isLive: boolean;
}

function partsOf({ settled, live, queued, unconfirmed }: StoreSize): readonly Part[] {
  const part = (
    count: number,
    state: RawBuilder<unknown>,
    submission: Part['submission'],
    { isSettled = false, isLive = false } = {},
  ): Part => ({ count, state, submission, isSettled, isLive });
  const running = sql.raw(
    `jsonb_build_object('status', 'RUNNING', 'progress', 0.5, 'output', jsonb_build_array())`,
  );
  const lost = sql.raw(`jsonb_build_object('status', 'UNCONFIRMED')`);
  // A node sends a few at a time, however many wait.
  const sending = Math.min(8, queued);
  return [
    part(settled, SETTLED_STATE, 'submitted', { isSettled: true }),
    part(live, running, 'submitted', { isLive: true }),
    part(queued - sending, sql.raw(WAITING_STATE), 'queued'),
    part(sending, sql.raw(WAITING_STATE), 'sending'),
    part(unconfirmed, lost, 'unconfirmed'),
  ];
}

/**
 * Fills an empty, migrated database as a gateway would have by `now`, counters included, and tells
 * how far it is. `db` must be one connection of a superuser, without a time limit.
 */
export async function fillStore(
  db: Db,
  size: StoreSize,
  now: Date,
  tell: (progress: string) => void = () => undefined,
): Promise<void> {
  // Rows refer to each other as they should; looking it up for each takes longer than writing it.
  await sql`set session_replication_role = replica`.execute(db);
  const indexes = size.settled < MANY ? [] : await dropIndexes(db);
  await fillTenants(db, size, now);
  let from = 1;
  for (const part of partsOf(size)) {
    for (let done = 0; done < part.count; done += CHUNK) {
      const count = Math.min(CHUNK, part.count - done);
      await fillTasks(db, size, part, { from, to: from + count - 1 }, now);
      from += count;
      tell(`${String(from - 1)} tasks`);
    }
  }
  tell('events');
  await fillEvents(db, size);
  tell('resources and counters');
  await fillResources(db, size, now);
  await count(db);
  for (const [number, index] of indexes.entries()) {
    await sql.raw(index).execute(db);
    tell(`${String(number + 1)} of ${String(indexes.length)} indexes`);
  }
  await sql`set session_replication_role = origin`.execute(db);
  await sql`vacuum analyze`.execute(db);
}

/** The statements that make them again. */
export async function dropIndexes(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid in ('tasks'::regclass, 'submissions'::regclass,
        'task_events'::regclass, 'resources'::regclass)
      and not exists (select from pg_constraint where conindid = indexrelid)`.execute(db);
  for (const { name } of rows) await sql.raw(`drop index ${name}`).execute(db);
  return rows.map(({ definition }) => definition);
}

async function fillTenants(db: Db, { tenants }: StoreSize, now: Date): Promise<void> {
  await sql`
    insert into tenants (id, name, created_at)
    select 't' || number, 'tenant ' || number, ${now}::timestamptz - interval '60 days'
    from generate_series(0, ${tenants - 1}::integer) as number`.execute(db);
  await sql`
    insert into api_keys (id, tenant_id, secret_hash, scopes, created_at)
    select 'key' || number, 't' || number, sha256(number::text::bytea), array['task:read'],
      ${now}::timestamptz - interval '60 days'
    from generate_series(0, ${tenants - 1}::integer) as number`.execute(db);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

async function fillTasks(
  db: Db,
  { tenants, models, settled }: StoreSize,
  { state, submission, isSettled, isLive }: Part,
  { from, to }: Range,
  now: Date,
): Promise<void> {
  const numbers = sql`generate_series(${from}::integer, ${to}::integer) as number`;
  const tenant = TENANT(tenants);
  const model = MODEL(models);
  // Settled tasks are spread over the last 29 days, the others over the last hour.
  const at = isSettled
    ? sql`${now}::timestamptz - (${settled}::integer - number) * interval '29 days' / ${settled}::integer`
    : sql`${now}::timestamptz - number % 3600 * interval '1 second'`;
  const atMs = sql`date_trunc('milliseconds', ${at})`;
  await sql`
    insert into tasks (
      id, tenant_id, created_by, operation, model, label, runway_account, runway_task_id,
      runway_task_kind, input, state, estimate_credits, estimate_source, cost_credits,
      reserved_credits, spent_credits, created_at, settled_at, poll_due_at, last_read_at
    )
    select ${TASK_ID}, ${tenant}, 'key:key' || number % ${tenants}::integer, ${OPERATION}, ${model},
      case when number % 10 = 7 then 'label' || number % 97 end, 'main',
      ${submission === 'submitted' ? sql`md5('runway' || number)::uuid::text` : sql`null`},
      'task', jsonb_build_object('gen4_5', jsonb_build_object('promptText', repeat('a fox ', 30))),
      ${state}, 10, 'PRICES',
      ${isSettled ? sql`10` : sql`null::numeric`}, ${isSettled ? sql`0` : sql`10`},
      ${isSettled ? sql`10` : sql`0`}, ${atMs},
      ${isSettled ? sql`${atMs} + interval '1 minute'` : sql`null::timestamptz`},
      ${isLive ? sql`${now}::timestamptz + number % 5000 * interval '1 ms'` : sql`null::timestamptz`},
      ${submission === 'submitted' ? atMs : sql`null::timestamptz`}
    from ${numbers}`.execute(db);
  const request = sql`jsonb_build_object('pathIds', jsonb_build_array(), 'body',
    jsonb_build_object('promptText', repeat('a fox ', 30)))`;
  const isOpen = submission === 'queued' || submission === 'sending';
  await sql`
    insert into submissions (
      id, tenant_id, task_id, kind, operation, sdk_method, runway_account, model, request, held_bytes,
      status, fence, lease_until, sent_at, attempts, due_at, waiting_reason, runway_id, created_at
    )
    select md5('submission' || number)::uuid, ${tenant}, ${TASK_ID}, 'task', ${OPERATION},
      'textToVideo.create', 'main', ${model}, ${request},
      ${isOpen ? sql`octet_length(${request}::text)` : sql`0`}, ${submission},
      ${submission === 'queued' ? 0 : 1},
      ${submission === 'sending' ? sql`${now}::timestamptz + interval '1 minute'` : sql`null::timestamptz`},
      ${submission === 'queued' ? sql`null::timestamptz` : atMs}, ${submission === 'queued' ? 0 : 1},
      ${atMs}, ${submission === 'queued' ? 'SLOT' : null},
      ${submission === 'submitted' ? sql`md5('runway' || number)::uuid::text` : sql`null`}, ${atMs}
    from ${numbers}`.execute(db);
  await sql`
    insert into idempotency_keys (tenant_id, key, fingerprint, task_id, expires_at)
    select ${tenant}, 'key' || number, repeat('f', 64), ${TASK_ID},
      ${now}::timestamptz + number % 86400 * interval '1 second'
    from ${numbers} where number % 20 = 0`.execute(db);
}

/** Numbered in the order of the tasks. Each is told of as it is now, which costs as much to keep. */
async function fillEvents(db: Db, { tenants, eventsPerTask }: StoreSize): Promise<void> {
  const groups = Math.min(10, tenants - 1);
  for (let group = -1; group < groups; group += 1) {
    const whose =
      group === -1
        ? sql`tenant_id = 't0'`
        : sql`tenant_id <> 't0' and substr(tenant_id, 2)::integer % ${groups}::integer = ${group}`;
    await sql`
      insert into task_events (tenant_id, number, task_id, at, snapshot)
      select tenant_id, row_number() over (partition by tenant_id order by created_at, id, nth),
        id, created_at, jsonb_build_object('state', state, 'model', model,
          'runwayTaskId', runway_task_id,
          'estimate', jsonb_build_object('credits', 10, 'source', 'PRICES'),
          'cost', cost_credits, 'cancelRequestedAt', null, 'settledAt', settled_at)
      from tasks, generate_series(1, ${eventsPerTask}::integer) as nth
      where ${whose}`.execute(db);
  }
}

async function fillResources(db: Db, { tenants, resources }: StoreSize, now: Date): Promise<void> {
  await sql`
    insert into resources (
      tenant_id, kind, runway_account, runway_id, alias, runway_slug, parent_id, owner, created_at
    )
    select ${TENANT(tenants)}, ${sql.raw(KINDS)}[1 + number % 6], 'main',
      md5('resource' || number)::uuid::text, null, null,
      case when number % 6 = 4 then md5('resource' || number - 4)::uuid::text end,
      'key:key' || number % ${tenants}::integer,
      ${now}::timestamptz - number % 86400 * interval '1 second'
    from generate_series(0, ${resources - 1}::integer) as number`.execute(db);
  await sql`
    insert into resources (
      tenant_id, kind, runway_account, runway_id, alias, runway_slug, owner, created_at
    )
    select 't' || number, 'router', 'main', md5('router' || number)::uuid::text, 'fast',
      't' || number || '-fast', 'key:key' || number, ${now}::timestamptz
    from generate_series(0, ${tenants - 1}::integer) as number`.execute(db);
}

/** Every counter from the rows that it counts. */
async function count(db: Db): Promise<void> {
  await sql`
    update tenants set tasks = counted.tasks, live_tasks = counted.live
    from (
      select tenant_id, count(*) as tasks,
        count(*) filter (where status in ('QUEUED', 'PENDING', 'THROTTLED', 'RUNNING')) as live
      from tasks where deleted_at is null group by tenant_id
    ) as counted
    where tenants.id = counted.tenant_id`.execute(db);
  await sql`
    insert into queue_turns (tenant_id, runway_account, model, turn, is_due, due_at)
    select tenant_id, runway_account, model, 0, true, min(due_at) from submissions
    where status = 'queued' group by tenant_id, runway_account, model`.execute(db);
  await sql`
    insert into tenant_holdings (tenant_id, kind, count)
    select tenant_id, kind, count(*) from resources group by tenant_id, kind
    union all
    select tenant_id, 'apiKey', count(*) from api_keys group by tenant_id`.execute(db);
  await sql`
    update tenants set event_seq = counted.number
    from (
      select tenant_id, max(number) as number from task_events group by tenant_id
    ) as counted
    where tenants.id = counted.tenant_id`.execute(db);
  await sql`
    update tenants set stored_bytes = counted.bytes, queued_tasks = counted.queued
    from (
      select tenant_id, sum(held_bytes) as bytes, count(*) filter (where status = 'queued') as queued
      from submissions group by tenant_id
    ) as counted
    where tenants.id = counted.tenant_id`.execute(db);
  await sql`
    insert into budget_counters (tenant_id, subject, period, period_start, reserved, spent)
    select tenant_id, subject, period,
      date_trunc(period, created_at at time zone 'UTC') at time zone 'UTC' as period_start,
      sum(reserved_credits), sum(spent_credits)
    from tasks
      cross join lateral (values (''), (created_by)) as whose (subject)
      cross join (values ('DAY'), ('MONTH')) as length (period)
    group by tenant_id, subject, period, period_start`.execute(db);
}
