/**
 * `npm run soak -- --minutes <n>` loads one gateway for a long time and shows what it has left
 * behind: a steady load of mixed requests at 70 % of what it can do, beside 2,000 streams; then five
 * times as many requests as it can answer; then one tenant that floods it beside one that does not.
 * `npm run check` runs 10 s of each. Flags, with their defaults:
 *
 *   --minutes 10    of the steady load; the other phases take 30 s
 *   --seconds <n>   of each phase instead
 *   --streams 2000
 *
 * It fails when memory grows, when sockets, timers or listeners stay behind, and when an answer is
 * neither good nor a refusal for now. Latencies are printed beside their aims. The store is a new
 * Postgres database where TEST_DATABASE_URL names a server, else PGlite.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmulator } from '../../src/emulator/server/start-emulator.js';
import { killStartedWithThisProcess } from '../config/started-processes.cjs';
import { buildGateway } from '../support/gateway/build-gateway.js';
import { createPostgresDatabase } from '../support/store/database.js';
import { Clients, isGood, isRefused, type Call, type Tally } from './clients.js';
import { SoakedGateway, type Holding } from './soaked-gateway.js';

killStartedWithThisProcess();

const OPERATOR_KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
/** So many that an overload of all takes every place before any of them has its share. */
const TENANTS = 12;
const TASKS_PER_TENANT = 10;
const CAPACITY_CLIENTS = 32;
const SUBSCRIPTIONS_PER_SOCKET = 100;
/** Streams that are event streams; the others share sockets. */
const EVENT_STREAM_SHARE = 1 / 4;
const STEADY_LOAD = 0.7;
const OVERLOAD = 5;
/** The steady phase begins after this part of its time. */
const WARM_UP = 1 / 4;
const MB = 1_048_576;
/** 5 MB for a million requests, and what the heap of a short run differs by from one look to the next. */
const GROWTH_BYTES_PER_REQUEST_MAX = (5 * MB) / 1e6;
const GROWTH_BYTES_MAX_AT_LEAST = 5 * MB;
const LEFT_WITHIN_MS = 20_000;
/** Loops of the gateway sleep by timers; how many do at one moment differs. */
const TIMERS_SLACK = 10;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seconds: { type: 'string' },
    streams: { type: 'string', default: '2000' },
  },
});
const steadyMs = Number(values.seconds ?? Number(values.minutes) * 60) * 1_000;
const phaseMs = values.seconds === undefined ? 30_000 : steadyMs;
const streams = Number(values.streams);

const problems: string[] = [];
const rows: Record<string, string | number>[] = [];
const row = (what: string, figure: string | number, aim = ''): void => {
  rows.push({ what, figure, aim });
};
const round = (value: number): number => Math.round(value * 10) / 10;

function judge(phase: string, tally: Tally): void {
  const bad = tally.bad.join(', ');
  if (bad !== '') problems.push(`${phase}: answers with status ${bad}`);
  if (tally.lost.length > 0) {
    const why = [...new Set(tally.lost)].join(', ');
    problems.push(`${phase}: ${String(tally.lost.length)} requests without an answer: ${why}`);
  }
}

interface Tenant {
  readonly key: string;
  readonly taskIds: readonly string[];
}

async function makeTenant(clients: Clients, id: string): Promise<Tenant> {
  await clients.ask(
    OPERATOR_KEY,
    'mutation ($id: ID!) { createTenant(input: { id: $id, name: "soak" }) { __typename } }',
    { id },
  );
  const { createApiKey } = await clients.ask<{ createApiKey: { credential: string } }>(
    OPERATOR_KEY,
    'mutation ($id: ID!) { createApiKey(input: { tenant: $id, scopes: [GENERATE_VIDEO, TASK_READ] }) { credential } }',
    { id },
  );
  const key = createApiKey.credential;
  const taskIds: string[] = [];
  for (let index = 0; index < TASKS_PER_TENANT; index += 1) {
    const { createTextToVideo } = await clients.ask<{
      createTextToVideo: { task: { id: string } };
    }>(key, BUY);
    taskIds.push(createTextToVideo.task.id);
  }
  return { key, taskIds };
}

const BUY =
  'mutation { createTextToVideo(input: { gen4_5: { promptText: "A lighthouse", ratio: RATIO_1280_720, duration: 5 } }) { task { id } } }';
const TASK = 'query ($id: ID!) { task(id: $id) { id status progress output { url } } }';
const TASKS = '{ tasks(first: 20) { nodes { id status } pageInfo { hasNextPage } } }';
const VIEWER = '{ viewer { subject scopes } }';
const FOLLOW = 'subscription { tasksUpdated { cursor task { id status } } }';

/** Mixed as clients do: most read one task; one in a hundred buys, or opens a stream and leaves. */
function mixed(clients: Clients, tenants: readonly Tenant[]): () => Call {
  let count = 0;
  return () => {
    count += 1;
    const tenant = tenants[count % tenants.length] ?? { key: '', taskIds: [] };
    const { key, taskIds } = tenant;
    if (count % 100 === 0) return { key, query: BUY };
    if (count % 100 === 50) setTimeout(clients.stream(key, FOLLOW), 500);
    if (count % 10 === 1) return { key, query: TASKS };
    if (count % 10 === 2) return { key, query: VIEWER };
    return { key, query: TASK, variables: { id: taskIds[count % taskIds.length] } };
  };
}

async function steady(
  gateway: SoakedGateway,
  clients: Clients,
  tenants: readonly Tenant[],
  perSecond: number,
): Promise<void> {
  const next = mixed(clients, tenants);
  judge('steady', await clients.openLoop(perSecond, steadyMs * WARM_UP, next));
  const before = await gateway.holding();
  const tally = await clients.openLoop(perSecond, steadyMs * (1 - WARM_UP), next);
  judge('steady', tally);
  const after = await gateway.holding();
  const growthBytes = after.heapBytes - before.heapBytes;
  const growthBytesMax = Math.max(
    GROWTH_BYTES_MAX_AT_LEAST,
    tally.size * GROWTH_BYTES_PER_REQUEST_MAX,
  );
  if (growthBytes > growthBytesMax) {
    problems.push(`steady: the heap grew by ${String(round(growthBytes / MB))} MB`);
  }
  row('steady: requests answered', tally.size);
  row('steady: requests a second', round(perSecond), '70 % of capacity');
  row('steady: p50 / p99, ms', percentiles(tally));
  row('steady: heap, start and end, MB', heaps(before, after), 'growth < 5 MB for 10⁶ requests');
  row('steady: resident, MB', round(after.residentBytes / MB));
  row('steady: event loop delay p99, ms', round(after.loopDelayMsP99), '< 50');
}

async function overload(clients: Clients, tenants: readonly Tenant[], capacity: number) {
  const next = mixed(clients, tenants);
  const tally = await clients.openLoop(capacity * OVERLOAD, phaseMs, next);
  judge('overload', tally);
  const goodput = tally.count(isGood) / tally.seconds;
  row('overload: requests sent and not sent', `${String(tally.size)}, ${String(tally.unsent)}`);
  row('overload: goodput / capacity', round((goodput / capacity) * 100) / 100, '≥ 0.9');
  row('overload: refused', tally.count(isRefused));
  row('overload: refusal p50 / p99, ms', percentiles(tally, isRefused), '< 20');
  const endedAt = performance.now();
  for (;;) {
    const calm = await clients.closedLoop(1, 500, next);
    if (calm.size > 0 && calm.count(isGood) === calm.size) break;
    if (performance.now() - endedAt > LEFT_WITHIN_MS) {
      problems.push('overload: no recovery');
      break;
    }
  }
  row('overload: recovered after, s', round((performance.now() - endedAt) / 1_000), '≤ 10');
}

async function noisyNeighbour(clients: Clients, quiet: Tenant, noisy: Tenant, capacity: number) {
  const own = mixed(clients, [quiet]);
  const perSecond = Math.max(2, capacity / 50);
  const alone = await clients.openLoop(perSecond, phaseMs / 2, own);
  const [beside, flood] = await Promise.all([
    clients.openLoop(perSecond, phaseMs / 2, own),
    clients.openLoop(perSecond * 50, phaseMs / 2, mixed(clients, [noisy])),
  ]);
  for (const tally of [alone, beside, flood]) judge('noisy neighbour', tally);
  const ratio = beside.percentileMs(99, isGood) / Math.max(alone.percentileMs(99, isGood), 0.1);
  row('noisy neighbour: own p50 / p99 alone, ms', percentiles(alone));
  row('noisy neighbour: own p50 / p99 beside it, ms', percentiles(beside));
  row('noisy neighbour: p99 beside / alone', round(ratio), '≤ 2');
  row('noisy neighbour: own requests refused', beside.count(isRefused), '0');
  if (beside.count(isRefused) > 0) problems.push('noisy neighbour: the quiet tenant was refused');
}

/** Everything that clients held is given back. */
async function leftBehind(gateway: SoakedGateway, before: Holding): Promise<void> {
  const endAt = performance.now() + LEFT_WITHIN_MS;
  let left = await gateway.holding();
  const isClean = (): boolean =>
    left.clientSockets === 0 && left.timers <= before.timers + TIMERS_SLACK;
  while (!isClean() && performance.now() < endAt) {
    await new Promise((done) => setTimeout(done, 500));
    left = await gateway.holding();
  }
  row('left behind: sockets', left.clientSockets, '0');
  row(
    'left behind: timers more than before',
    left.timers - before.timers,
    '0, less the loops’ own',
  );
  row('left behind: warnings of too many listeners', left.warnings, '0');
  if (!isClean()) problems.push('sockets or timers were left behind');
  if (left.warnings > 0) problems.push('Node warned, as of too many listeners');
}

function percentiles(tally: Tally, isCounted = isGood): string {
  const at = (percent: number): string => round(tally.percentileMs(percent, isCounted)).toFixed(1);
  return `${at(50)} / ${at(99)}`;
}

function heaps(before: Holding, after: Holding): string {
  return `${String(round(before.heapBytes / MB))}, ${String(round(after.heapBytes / MB))}`;
}

async function soak(gateway: SoakedGateway, clients: Clients): Promise<void> {
  const tenants: Tenant[] = [];
  for (let index = 0; index < TENANTS; index += 1) {
    tenants.push(await makeTenant(clients, `tenant-${String(index)}`));
  }
  const [quiet, noisy] = tenants;
  if (quiet === undefined || noisy === undefined) throw new Error('There are no tenants.');
  const before = await gateway.holding();
  const eventStreams = Math.floor(streams * EVENT_STREAM_SHARE);
  for (let index = 0; index < eventStreams; index += 1) {
    clients.stream(tenants[index % tenants.length]?.key ?? '', FOLLOW);
  }
  for (let rest = streams - eventStreams, at = 0; rest > 0; at += 1) {
    const count = Math.min(rest, SUBSCRIPTIONS_PER_SOCKET);
    clients.subscribe(tenants[at % tenants.length]?.key ?? '', count, FOLLOW);
    rest -= count;
  }
  // With the streams open: they get what the requests buy, which costs too.
  const capacityTally = await clients.closedLoop(
    CAPACITY_CLIENTS,
    phaseMs,
    mixed(clients, tenants),
  );
  judge('capacity', capacityTally);
  const capacity = capacityTally.count(isGood) / capacityTally.seconds;
  row('capacity: requests a second', round(capacity));
  await steady(gateway, clients, tenants, capacity * STEADY_LOAD);
  await overload(clients, tenants, capacity);
  await noisyNeighbour(clients, quiet, noisy, capacity);
  await clients.close();
  await leftBehind(gateway, before);
}

const workDir = await mkdtemp(join(tmpdir(), 'gateway-soak-'));
const built = await buildGateway('src', 'test/soak');
const database =
  process.env['TEST_DATABASE_URL'] === undefined ? undefined : await createPostgresDatabase();
const emulator = await startEmulator({
  port: 0,
  settings: { taskSeconds: 5, concurrency: null, credits: 1_000_000_000 },
});
let gateway: SoakedGateway | undefined;
try {
  gateway = await SoakedGateway.start(resolve(built, 'test/soak/gateway-main.js'), {
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    PORT: '0',
    DATA_DIR: join(workDir, 'data'),
    ...(database === undefined ? {} : { DATABASE_URL: database.url }),
    RUNWAYML_API_SECRET: 'key_soak',
    RUNWAYML_BASE_URL: emulator.url,
    LIVE_TASKS_PER_TENANT_MAX: '1000000',
    QUEUED_TASKS_PER_TENANT_MAX: '1000000',
    RUNWAY_CONCURRENCY_MAX: '10000',
    BOOTSTRAP_API_KEY: OPERATOR_KEY,
  });
  const clients = new Clients(gateway.url);
  try {
    await soak(gateway, clients);
  } finally {
    await clients.close();
  }
  const code = await gateway.stop();
  if (code !== 0) problems.push(`The gateway ended with code ${String(code)}`);
} finally {
  await gateway?.stop();
  await emulator.close();
  await database?.drop();
  await rm(workDir, { recursive: true, force: true });
}
const store = database === undefined ? 'PGlite' : 'Postgres';
console.log(
  `${store}, ${String(streams)} streams, Node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}`,
);
console.table(rows);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
