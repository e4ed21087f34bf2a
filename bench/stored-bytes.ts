/**
 * `npm run bench:stored` buys tasks over a gateway, waits until they have settled, and prints how many bytes of
 * Postgres each takes, indexes included: what docs/operating/sizing.md reckons with. Flags, with their defaults:
 *
 *   --tasks 3000 --clients 16    how many are bought, and by how many clients
 *   --prompt 200                 characters of each prompt
 */
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../src/adapters/postgres/connection/database.js';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { createPostgresDatabase, silentLog } from '../test/support/store/database.js';
import { testKeys } from '../test/support/store/key-ring.js';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { byClients, GatewayUnderLoad } from './gateway-under-load.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '3000' },
    clients: { type: 'string', default: '16' },
    prompt: { type: 'string', default: '200' },
  },
});
const [tasks, clients, promptLength] = [values.tasks, values.clients, values.prompt].map(
  Number,
) as [number, number, number];

/** Of a table: others have a row a tenant or a key, and do not grow with the tasks. */
const COUNTED_BYTES_MIN = 50;

/** 200 ms between two looks whether all have settled. */
const PROBE_MS = 200;

interface Size {
  readonly name: string;
  readonly bytes: number;
}

const server = await createPostgresDatabase();
const database = await openDatabase({ url: server.url, log: silentLog, keys: testKeys });
try {
  const before = await sizes();
  const gateway = await GatewayUnderLoad.start(
    { name: 'Postgres', environment: { DATABASE_URL: server.url } },
    {
      args: [`${await buildGateway('src')}/src/main.js`],
      clients,
      settings: { taskSeconds: 1, concurrency: null },
    },
  );
  const idleBytes = gateway.residentBytes;
  const [key = ''] = await gateway.tenants(1);
  let left = tasks;
  await byClients(clients, async () => {
    left -= 1;
    if (left < 0) return false;
    await gateway.buy(key, 'p'.repeat(promptLength));
    return true;
  });
  while ((await unsettled()) > 0) await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
  await gateway.stop();
  await sql`vacuum (full, analyze)`.execute(database.kysely);
  const after = await sizes();
  const grown = [...after].map(([name, bytes]) => [name, bytes - (before.get(name) ?? 0)] as const);
  const rows = grown.filter(([, bytes]) => bytes / tasks >= COUNTED_BYTES_MIN);
  console.log(`${String(tasks)} settled tasks, prompts of ${String(promptLength)} characters:`);
  for (const [name, bytes] of rows) console.log(`  ${name.padEnd(20)} ${each(bytes)} bytes a task`);
  const sum = rows.reduce((total, [, bytes]) => total + bytes, 0);
  console.log(`  ${'together'.padEnd(20)} ${each(sum)} bytes a task`);
  console.log(
    `Memory of the gateway after its start: ${String(Math.round(idleBytes / 1_048_576))} MB`,
  );
} finally {
  await database.close();
  await server.drop();
}

function each(bytes: number): string {
  return String(Math.round(bytes / tasks)).padStart(6);
}

async function unsettled(): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from tasks where settled_at is null`.execute(database.kysely);
  return rows[0]?.left ?? 0;
}

/** Bytes by table, with indexes and what is stored beside it. */
async function sizes(): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<Size>`
    select relname as name, pg_total_relation_size(oid)::float8 as bytes from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace
    order by relname`.execute(database.kysely);
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}
