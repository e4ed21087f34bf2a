/**
 * `npm run bench:polls` shows whether one gateway on Postgres reads many live tasks on time, and
 * what a read costs it. Runway is a bare server in this process that answers each read after a while
 * and never lets a task go on. Flags, with their defaults:
 *
 *   --live 10000 --seconds 40    live tasks, and how long their reads are watched
 *   --latency 150                ms until Runway answers
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { auditKeyFile } from '../test/support/audit/audit-key-file.js';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { TEST_KEY } from '../test/support/store/key-ring.js';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { createPostgresDatabase } from '../test/support/store/database.js';
import { GatewayProcess } from '../test/support/gateway/gateway-process.js';
import { quantile } from './gateway-under-load.js';
import { fillWithLiveTasks, processorMs, StandingRunway } from './live-tasks.js';

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

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const built = await buildGateway('src');
const database = await createPostgresDatabase();
const runway = await StandingRunway.start(latencyMs);
let gateway: GatewayProcess | undefined;
try {
  await fillWithLiveTasks(database.url, live, SECRET);
  gateway = await GatewayProcess.start(
    {
      NODE_ENV: 'production',
      OUTPUTS_URL: 'https://outputs.example.com',
      AUDIT_KEY_FILE: auditKeyFile(),
      ENCRYPTION_KEY: TEST_KEY,
      LOG_LEVEL: 'error',
      DATABASE_URL: database.url,
      RUNWAYML_API_SECRET: SECRET,
      RUNWAYML_BASE_URL: runway.url,
      BOOTSTRAP_API_KEY: `rgk_bench_${randomUUID().replaceAll('-', '')}`,
    },
    [`${built}/src/main.js`],
  );
  await pause(SPREAD_MS);
  const cpuBefore = processorMs(gateway.pid);
  runway.reads.clear();
  await pause(watchedMs);
  const usedMs = processorMs(gateway.pid) - cpuBefore;
  const times = [...runway.reads.values()];
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
  runway.close();
  await database.drop();
}
