/**
 * `npm run bench:polls` shows whether one gateway on Postgres reads many live tasks on time, and
 * what a read costs it. Runway is a bare server in this process that answers each read after a while
 * and never lets a task go on. Flags, with their defaults:
 *
 *   --live 10000 --seconds 40    live tasks, and how long their reads are watched
 *   --latency 150                ms until Runway answers
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../src/adapters/postgres/connection/database.js';
import { RunwayAccounts } from '../src/adapters/runway/accounts.js';
import { auditKeyFile } from '../test/support/audit/audit-key-file.js';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { TEST_KEY, testKeys } from '../test/support/store/key-ring.js';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { createPostgresDatabase, silentLog } from '../test/support/store/database.js';
import { GatewayProcess } from '../test/support/gateway/gateway-process.js';
import { quantile } from './gateway-under-load.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  options: {
    live: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '40' },
    latency: { type: 'string', default: '150' },
  },
});
const live = Number(values.live);
const watchedMs = Number(values.seconds) * 1_000;
const latencyMs = Number(values.latency);

const SECRET = 'key_bench';
/** All tasks are due at the start: until they are spread out, they wait for each other. */
const SPREAD_MS = 15_000;
const INTERVAL_MS = 5_000;
const CLOCK_TICK_MS = 10;

/** When each task was read, by its id at Runway. */
const reads = new Map<string, number[]>();

async function startRunway(): Promise<Server> {
  const server = createServer((request, response) => {
    const [, id = ''] = /^\/v1\/tasks\/([^/?]+)/.exec(request.url ?? '') ?? [];
    if (id !== '') reads.set(id, [...(reads.get(id) ?? []), performance.now()]);
    const body = JSON.stringify({ id, status: 'THROTTLED', createdAt: '2026-01-01T00:00:00.000Z' });
    setTimeout(() => {
      response.setHeader('content-type', 'application/json');
      response.end(body);
    }, latencyMs);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function fillWithLiveTasks(url: string): Promise<void> {
  const database = await openDatabase({ url, log: silentLog, keys: testKeys });
  const account = new RunwayAccounts([SECRET]).current;
  await sql`insert into tenants (id, name, created_at, live_tasks)
    values ('bench', 'bench', now(), ${live})`.execute(database.kysely);
  await sql`
    insert into tasks (id, tenant_id, created_by, operation, model, runway_account, runway_task_id,
      runway_task_kind, input, state, estimate_credits, estimate_source, reserved_credits,
      created_at, poll_due_at)
    select gen_random_uuid(), 'bench', 'key:bench', 'createTextToVideo', 'gen4.5', ${account},
      gen_random_uuid()::text, 'task', '{}', '{"status": "THROTTLED"}', 60, 'PRICES', 60, now(), now()
    from generate_series(1, ${live})`.execute(database.kysely);
  await sql`analyze tasks`.execute(database.kysely);
  await database.close();
}

function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const built = await buildGateway('src');
const database = await createPostgresDatabase();
const runway = await startRunway();
let gateway: GatewayProcess | undefined;
try {
  await fillWithLiveTasks(database.url);
  gateway = await GatewayProcess.start(
    {
      NODE_ENV: 'production',
      AUDIT_KEY_FILE: auditKeyFile(),
      ENCRYPTION_KEY: TEST_KEY,
      LOG_LEVEL: 'error',
      DATABASE_URL: database.url,
      RUNWAYML_API_SECRET: SECRET,
      RUNWAYML_BASE_URL: `http://127.0.0.1:${String((runway.address() as AddressInfo).port)}`,
      BOOTSTRAP_API_KEY: `rgk_bench_${randomUUID().replaceAll('-', '')}`,
    },
    [`${built}/src/main.js`],
  );
  await pause(SPREAD_MS);
  const cpuBefore = cpuMs(gateway.pid);
  reads.clear();
  await pause(watchedMs);
  const usedMs = cpuMs(gateway.pid) - cpuBefore;
  const times = [...reads.values()];
  const count = times.reduce((sum, ofTask) => sum + ofTask.length, 0);
  const gaps = times.flatMap((ofTask) =>
    ofTask.slice(1).map((at, index) => at - (ofTask[index] ?? 0)),
  );
  const lateMs = gaps.map((gap) => Math.max(0, gap - INTERVAL_MS - latencyMs));
  const seconds = (ms: number): number => Math.round(ms / 10) / 100;
  console.table({
    'live tasks': live,
    'tasks read at least twice': times.filter((ofTask) => ofTask.length > 1).length,
    'reads a second': Math.round(count / (watchedMs / 1_000)),
    'processor of the gateway, ms a read': Math.round((usedMs / count) * 1_000) / 1_000,
    'processors used': Math.round((usedMs / watchedMs) * 100) / 100,
    'late, s, p50': seconds(quantile(lateMs, 0.5)),
    'late, s, p99': seconds(quantile(lateMs, 0.99)),
    'late, s, at most (aim 7.5)': seconds(Math.max(...lateMs)),
    'between two reads of a task, s, at least': seconds(Math.min(...gaps)),
    'alarms of a late node': gateway.output.split('reads of live tasks are late').length - 1,
  });
} finally {
  await gateway?.terminate();
  runway.closeAllConnections();
  runway.close();
  await database.drop();
}
