/**
 * `npm run bench:usage` measures `usage` for a tenant with few tasks and one with many: both in one run,
 * step by step in turn, on databases of their own, which are dropped at the end. The tasks are spread
 * over 90 days, the longest period. Flags, with their defaults:
 *
 *   --tasks 1000000    tasks of the tenant that has many; the other has 10,000
 *   --runs 5           how often each step is measured; the median counts
 *
 * It ends with 1 where an answer takes more than a second.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { openDatabase } from '../src/adapters/postgres/connection/database.js';
import { storesOf, type Stores } from '../src/adapters/postgres/stores.js';
import type { Tables } from '../src/adapters/postgres/tables.js';
import { USAGE_DIMENSIONS, type UsageDimension } from '../src/ports/budgets/budget-store.js';
import { USAGE_ROWS_MAX } from '../src/services/budgets/budgets.js';
import { createPostgresDatabase, silentLog } from '../test/support/store/database.js';
import { dropIndexes } from '../test/support/store/filled-store.js';
import { testKeys } from '../test/support/store/key-ring.js';
import { quantile } from './gateway-under-load.js';

const FEW = 10_000;
const CHUNK = 100_000;
const MS_MAX = 1_000;
const DAYS = 90;
const DAY_MS = 86_400_000;
const TENANT = 'acme';

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '5' },
  },
});

interface Step {
  readonly name: string;
  readonly days: number;
  readonly by: readonly UsageDimension[];
}

const STEPS: readonly Step[] = [
  { name: '90 days by day and model', days: DAYS, by: ['day', 'model'] },
  { name: '90 days by key', days: DAYS, by: ['key'] },
  { name: '90 days by label', days: DAYS, by: ['label'] },
  { name: '90 days by all four', days: DAYS, by: USAGE_DIMENSIONS },
  { name: '90 days as one group', days: DAYS, by: [] },
  { name: '30 days by day and model', days: 30, by: ['day', 'model'] },
  { name: '1 day by all four', days: 1, by: USAGE_DIMENSIONS },
];

interface UsageStore {
  readonly stores: Stores;
  close(): Promise<void>;
}

const startedAt = performance.now();
const tell = (text: string): void => {
  console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s  ${text}`);
};

/** A new database in which one tenant has so many tasks. */
async function openStore(tasks: number, now: Date): Promise<UsageStore> {
  const made = await createPostgresDatabase();
  const { url } = made;
  try {
    await (await openDatabase({ url, log: silentLog })).close();
    // The gateway's connections give a statement up after some seconds.
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    await fill(db, tasks, now).finally(() => db.destroy());
    const database = await openDatabase({ url, log: silentLog, keys: testKeys });
    const close = async (): Promise<void> => {
      await database.close();
      await made.drop();
    };
    return { stores: storesOf(database), close };
  } catch (error) {
    await made.drop();
    throw error;
  }
}

async function fill(db: Kysely<Tables>, tasks: number, now: Date): Promise<void> {
  await sql`set session_replication_role = replica`.execute(db);
  const indexes = await dropIndexes(db);
  await sql`insert into tenants (id, name, created_at) values (${TENANT}, ${TENANT}, ${now})`.execute(
    db,
  );
  for (let from = 0; from < tasks; from += CHUNK) {
    await insertTasks(db, { from, to: Math.min(from + CHUNK, tasks) - 1 }, tasks, now);
    tell(`${String(Math.min(from + CHUNK, tasks))} of ${String(tasks)} tasks`);
  }
  for (const index of indexes) await sql.raw(index).execute(db);
  await sql`set session_replication_role = origin`.execute(db);
  await sql`vacuum analyze`.execute(db);
}

/** Ten models, five keys, 97 labels on a tenth of the tasks, and all but the last thousand settled. */
async function insertTasks(
  db: Kysely<Tables>,
  { from, to }: { readonly from: number; readonly to: number },
  tasks: number,
  now: Date,
): Promise<void> {
  const at = sql`${now}::timestamptz - (${tasks}::integer - number) * interval '90 days' / ${tasks}::integer`;
  await sql`
    insert into tasks (
      id, tenant_id, created_by, operation, model, label, runway_account, runway_task_id,
      runway_task_kind, input, state, estimate_credits, estimate_source, cost_credits,
      reserved_credits, spent_credits, created_at, settled_at
    )
    select md5('task' || number)::uuid, ${TENANT}, 'key:key' || number % 5, 'createTextToVideo',
      'model' || number / 17 % 10, case when number % 10 = 7 then 'label' || number % 97 end, 'main',
      md5('runway' || number)::uuid::text, 'task',
      jsonb_build_object('gen4_5', jsonb_build_object('promptText', repeat('a fox ', 30))),
      jsonb_build_object('status', 'SUCCEEDED', 'output', jsonb_build_array(jsonb_build_object(
        'url', 'https://example.com/' || number || '.mp4', 'mimeType', 'video/mp4'))),
      10, 'PRICES', 10, 0, 10, ${at}, ${at} + interval '1 minute'
    from generate_series(${from}::integer, ${to}::integer) as number`.execute(db);
}

async function measure({ stores }: UsageStore, { days, by }: Step, now: Date): Promise<number> {
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const before = now.getTime() + DAY_MS;
  const period = { from: dayOf(before - days * DAY_MS), before: dayOf(before) };
  const begunAt = performance.now();
  await stores.budgets.listUsage(TENANT, period, new Set(by), USAGE_ROWS_MAX + 1);
  return performance.now() - begunAt;
}

const now = new Date();
const stores: UsageStore[] = [];
try {
  stores.push(await openStore(FEW, now), await openStore(Number(values.tasks), now));
  const samples = STEPS.map(() => stores.map((): number[] => []));
  // Once before it counts: caches are filled.
  for (let run = 0; run <= Number(values.runs); run += 1) {
    for (const [place, step] of STEPS.entries()) {
      for (const [which, store] of stores.entries()) {
        const ms = await measure(store, step, now);
        if (run > 0) samples[place]?.[which]?.push(ms);
      }
    }
    tell(`run ${String(run)} of ${values.runs}`);
  }
  const [cpu] = cpus();
  console.log(`\n${String(cpus().length)} cores of ${cpu?.model ?? 'an unknown model'}, shared.`);
  console.log(`\n| usage, ms | ${String(FEW)} tasks | ${values.tasks} tasks | ratio | |`);
  console.log('| --- | ---: | ---: | ---: | --- |');
  for (const [place, { name }] of STEPS.entries()) {
    const [few = NaN, many = NaN] = (samples[place] ?? []).map((each) => quantile(each, 0.5));
    const isSlow = many > MS_MAX;
    if (isSlow) process.exitCode = 1;
    console.log(
      `| ${name} | ${few.toFixed(1)} | ${many.toFixed(1)} | ${(many / few).toFixed(1)} | ${isSlow ? '✗' : ''} |`,
    );
  }
} finally {
  for (const store of stores) await store.close();
}
