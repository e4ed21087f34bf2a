/**
 * `npm run bench:nodes` shows what one, two and three gateways on one Postgres and one Redis do:
 * requests, reads of live tasks at Runway, and how fast a change reaches subscribers of all nodes.
 * All nodes, stores and clients share this machine, so a second node adds no processor: what carries
 * over to other machines is the cost of each request and read. Flags, with their defaults:
 *
 *   --nodes 1,2,3                  counts of gateways
 *   --seconds 10 --clients 24      of each kind of request
 *   --live 3000 --watched 20       live tasks, and how many seconds their reads are watched
 *   --subscribers 300 --events 20  streams over all nodes, and changes that they are told of
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { auditKeyFile } from '../test/support/audit/audit-key-file.js';
import { ProtocolSocket } from '../test/support/client/wire.js';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { GatewayProcess } from '../test/support/gateway/gateway-process.js';
import { createPostgresDatabase } from '../test/support/store/database.js';
import { TEST_KEY } from '../test/support/store/key-ring.js';
import { REDIS_SERVER_URL } from '../test/support/store/redis.js';
import { byClients, GatewayUnderLoad, quantile, type Store } from './gateway-under-load.js';
import { fillWithLiveTasks, processorMs, StandingRunway } from './live-tasks.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '1,2,3' },
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '24' },
    live: { type: 'string', default: '3000' },
    watched: { type: 'string', default: '20' },
    subscribers: { type: 'string', default: '300' },
    events: { type: 'string', default: '20' },
  },
});

const SECRET = 'key_bench';
const LATENCY_MS = 150;
const WARM_UP_MS = 8_000;
/** All tasks are due at the start: until they are spread out, they wait for each other. */
const SPREAD_MS = 15_000;
const INTERVAL_MS = 5_000;
const TASK = 'query ($id: ID!) { task(id: $id) { id status progress } }';
const CHANGES = 'subscription { tasksUpdated { task { id status } } }';

type Figures = Record<string, number>;

const built = await buildGateway('src');
const args = [join(built, 'src/main.js')];
const columns: Record<string, Figures> = {};
for (const count of values.nodes.split(',').map(Number)) {
  const name = count === 1 ? '1 node' : `${String(count)} nodes`;
  console.log(`${name} …`);
  columns[name] = {
    ...(await onStore((store) => underRequests(store, count))),
    ...(await onStore((store) => underLiveTasks(store, count))),
  };
}
report(columns);

/** A new database, and the Redis server under a name of its own. */
async function onStore(work: (store: Store) => Promise<Figures>): Promise<Figures> {
  if (REDIS_SERVER_URL === undefined) throw new Error('TEST_REDIS_URL is not set');
  const database = await createPostgresDatabase();
  try {
    return await work({
      name: 'Postgres',
      environment: { DATABASE_URL: database.url, REDIS_URL: REDIS_SERVER_URL },
    });
  } finally {
    await database.drop();
  }
}

async function underRequests(store: Store, count: number): Promise<Figures> {
  const nodes: GatewayUnderLoad[] = [];
  try {
    while (nodes.length < count) {
      const clients = Number(values.clients);
      const settings = { taskSeconds: 3_600 };
      nodes.push(
        await GatewayUnderLoad.start(store, { args, clients, settings, besides: nodes[0] }),
      );
    }
    const [first] = nodes;
    if (first === undefined) throw new Error('There is no node');
    const [key = ''] = await first.tenants(1);
    const { id } = await first.buy(key, 'a gull');
    const reads = await load(store, nodes, async (node) => {
      await node.ask(TASK, { id }, key);
    });
    const paid = await load(store, nodes, async (node) => {
      await node.buy(key, 'a gull at dawn');
    });
    const told = await fanOut(nodes, key);
    return {
      'task(id) a second': reads.perSecond,
      'task(id), processor of the gateways, ms each': reads.processorMs,
      'task(id), transactions of Postgres each': reads.transactions,
      'paid mutations a second': paid.perSecond,
      'paid mutation, processor of the gateways, ms each': paid.processorMs,
      'paid mutation, transactions of Postgres each': paid.transactions,
      'from a mutation to its subscribers, ms, p50 of the last one': quantile(told, 0.5),
      'from a mutation to its subscribers, ms, slowest': Math.max(...told),
    };
  } finally {
    for (const node of nodes.toReversed()) await node.stop();
  }
}

/** Clients ask the nodes in turn for so many seconds. */
async function load(
  store: Store,
  nodes: readonly GatewayUnderLoad[],
  ask: (node: GatewayUnderLoad) => Promise<void>,
) {
  const usedMs = () => nodes.reduce((sum, { cpuMs }) => sum + (cpuMs ?? 0), 0);
  const durationMs = Number(values.seconds) * 1_000;
  // Each process compiles its hot code anew.
  await run(nodes, ask, WARM_UP_MS * nodes.length);
  const before = { usedMs: usedMs(), commits: await commitsOf(store) };
  const { asked, seconds } = await run(nodes, ask, durationMs);
  return {
    perSecond: asked / seconds,
    processorMs: (usedMs() - before.usedMs) / asked,
    transactions: ((await commitsOf(store)) - before.commits) / asked,
  };
}

async function run(
  nodes: readonly GatewayUnderLoad[],
  ask: (node: GatewayUnderLoad) => Promise<void>,
  durationMs: number,
): Promise<{ readonly asked: number; readonly seconds: number }> {
  const begunAt = performance.now();
  let asked = 0;
  await byClients(Number(values.clients), async () => {
    const node = nodes[asked++ % nodes.length];
    if (node !== undefined) await ask(node);
    return performance.now() - begunAt < durationMs;
  });
  return { asked, seconds: (performance.now() - begunAt) / 1_000 };
}

/** Transactions of the database so far. Sessions report them with a delay of a second. */
async function commitsOf({ environment }: Store): Promise<number> {
  await pause(1_500);
  const client = new pg.Client({ connectionString: environment['DATABASE_URL'] });
  await client.connect();
  const { rows } = await client.query<{ count: string }>(
    'select xact_commit as count from pg_stat_database where datname = current_database()',
  );
  await client.end();
  return Number(rows[0]?.count);
}

/** Milliseconds from each mutation at the first node until the last subscriber of any node was told. */
async function fanOut(nodes: readonly GatewayUnderLoad[], key: string): Promise<number[]> {
  const sockets: ProtocolSocket[] = [];
  for (let index = 0; index < Number(values.subscribers); index += 1) {
    const socket = await ProtocolSocket.connect(nodes[index % nodes.length]?.url ?? '', key);
    socket.send({ id: '1', type: 'subscribe', payload: { query: CHANGES } });
    sockets.push(socket);
  }
  const delays: number[] = [];
  try {
    await pause(2_000);
    for (let event = 0; event < Number(values.events); event += 1) {
      const begunAt = performance.now();
      const bought = nodes[0]?.buy(key, `gull ${String(event)}`);
      const id = (await bought)?.id ?? '';
      await Promise.all(sockets.map((socket) => untilTold(socket, id)));
      delays.push(performance.now() - begunAt);
    }
  } finally {
    for (const socket of sockets) socket.close();
  }
  return delays;
}

async function untilTold(socket: ProtocolSocket, id: string): Promise<void> {
  for (;;) {
    const message = await socket.next();
    if (message.type === 'closed') throw new Error('A subscription has ended');
    if (JSON.stringify(message).includes(id)) return;
  }
}

async function underLiveTasks(store: Store, count: number): Promise<Figures> {
  const live = Number(values.live);
  const watchedMs = Number(values.watched) * 1_000;
  const runway = await StandingRunway.start(LATENCY_MS);
  const nodes: GatewayProcess[] = [];
  try {
    await fillWithLiveTasks(store.environment['DATABASE_URL'] ?? '', live, SECRET);
    while (nodes.length < count) {
      const environment = {
        ...store.environment,
        NODE_ENV: 'production',
        OUTPUTS_URL: 'https://outputs.example.com',
        AUDIT_KEY_FILE: auditKeyFile(),
        ENCRYPTION_KEY: TEST_KEY,
        LOG_LEVEL: 'error',
        RUNWAYML_API_SECRET: SECRET,
        RUNWAYML_BASE_URL: runway.url,
        BOOTSTRAP_API_KEY: 'rgk_bench_Abcdefghijklmnopqrstuvwxyz012345',
      };
      nodes.push(await GatewayProcess.start(environment, args));
    }
    await pause(SPREAD_MS);
    const usedMs = () => nodes.reduce((sum, { pid }) => sum + processorMs(pid), 0);
    const before = usedMs();
    runway.reads.clear();
    await pause(watchedMs);
    const usedMsOfAll = usedMs() - before;
    const times = [...runway.reads.values()];
    const reads = times.reduce((sum, ofTask) => sum + ofTask.length, 0);
    const gaps = times.flatMap((ofTask) =>
      ofTask.slice(1).map((at, index) => at - (ofTask[index] ?? 0)),
    );
    const late = gaps.map((gap) => Math.max(0, gap - INTERVAL_MS - LATENCY_MS));
    return {
      'reads of live tasks a second': reads / (watchedMs / 1_000),
      'read of a task, processor of the gateways, ms each': usedMsOfAll / reads,
      'reads, late by ms, p99': quantile(late, 0.99),
      'between two reads of a task, ms, at least': Math.min(...gaps),
    };
  } finally {
    await Promise.all(nodes.map((node) => node.terminate()));
    runway.close();
  }
}

function report(all: Readonly<Record<string, Figures>>): void {
  const names = Object.keys(all);
  const [first] = Object.values(all);
  console.log(`\n| | ${names.join(' | ')} |\n| --- |${' ---: |'.repeat(names.length)}`);
  for (const row of Object.keys(first ?? {})) {
    const cells = names.map((name) => (all[name]?.[row] ?? Number.NaN).toPrecision(3));
    console.log(`| ${row} | ${cells.map(Number).join(' | ')} |`);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
