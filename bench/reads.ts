/**
 * `npm run bench:reads` compares what reading tasks costs the gateway, with everything on, and GraphQL
 * servers that do nothing else: Apollo Server on express, graphql-yoga and mercurius. All of them read
 * the same rows of the same Postgres by the same driver and answer the same data, which is compared
 * first. The sides are asked in turn, in rounds whose order changes. Flags, with their defaults:
 *
 *   --rounds 3 --seconds 5    each side has so many seconds in each round
 *   --clients 32              that ask at once
 *   --profile <folder>        writes a CPU profile of the gateway, without the other sides
 *
 * Medians of the rounds. Clients run in this process, each server in its own. Postgres only.
 */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool, request } from 'undici';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { createPostgresDatabase } from '../test/support/store/database.js';
import { BareServer } from './bare-reads/bare-server.js';
import { byClients, GatewayUnderLoad, quantile } from './gateway-under-load.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '32' },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const clients = Number(values.clients);

/** More than one page of tasks. */
const TASKS = 60;

const FIELDS = 'id operation model status label createdAt';

const REQUESTS = {
  'task(id)': {
    query: `query ($id: ID!) { task(id: $id) { ${FIELDS} } }`,
  },
  'tasks(first: 20)': {
    query: `query { tasks(first: 20) { nodes { ${FIELDS} } pageInfo { hasNextPage } } }`,
  },
} as const;

type Kind = keyof typeof REQUESTS;

interface Side {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Processor time so far, in ms. */
  readonly cpuMs: () => number;
}

interface Figures {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly p99Ms: number;
}

function bodyOf(kind: Kind, id: string): string {
  const { query } = REQUESTS[kind];
  return JSON.stringify({ query, ...(kind === 'task(id)' && { variables: { id } }) });
}

/** The `data` of an answer, as text. */
async function dataOf(side: Side, kind: Kind, id: string): Promise<string> {
  const { statusCode, body } = await request(`${side.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...side.headers },
    body: bodyOf(kind, id),
  });
  const text = await body.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (statusCode !== 200 || errors !== undefined) throw new Error(`${side.name}: ${text}`);
  return JSON.stringify(data);
}

async function requireSameAnswers(sides: readonly Side[], id: string): Promise<void> {
  for (const kind of Object.keys(REQUESTS) as Kind[]) {
    const answers = await Promise.all(sides.map((side) => dataOf(side, kind, id)));
    if (new Set(answers).size !== 1) throw new Error(`They differ:\n${answers.join('\n')}`);
  }
}

async function measure(side: Side, kind: Kind, id: string): Promise<Figures> {
  const pool = new Pool(side.url, { connections: clients, pipelining: 1 });
  const body = bodyOf(kind, id);
  const headers = { 'content-type': 'application/json', ...side.headers };
  const latencies: number[] = [];
  const cpuBefore = side.cpuMs();
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  await byClients(clients, async () => {
    const askedAt = performance.now();
    if (askedAt >= until) return false;
    const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body });
    if (answer.statusCode !== 200) throw new Error(`${side.name}: ${await answer.body.text()}`);
    await answer.body.dump();
    latencies.push(performance.now() - askedAt);
    return true;
  });
  const perSecond = (latencies.length * 1_000) / (performance.now() - startedAt);
  const cpuMs = (side.cpuMs() - cpuBefore) / latencies.length;
  await pool.close();
  return { perSecond, cpuMs, p99Ms: quantile(latencies, 0.99) };
}

function median(all: readonly Figures[], of: (figures: Figures) => number): number {
  return quantile(all.map(of), 0.5);
}

function report(kind: Kind, figures: ReadonlyMap<Side, readonly Figures[]>): void {
  const [gateway = []] = figures.values();
  const own = median(gateway, ({ perSecond }) => perSecond);
  console.log(`\n| ${kind} | requests/s | processor, ms each | p99, ms | gateway / this |`);
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const [{ name }, all] of figures) {
    const perSecond = median(all, (one) => one.perSecond);
    const cells = [
      perSecond.toFixed(0),
      median(all, ({ cpuMs }) => cpuMs).toFixed(2),
      median(all, ({ p99Ms }) => p99Ms).toFixed(0),
      (own / perSecond).toFixed(2),
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

/** Each side is warmed up by a round that is not counted. */
async function compare(sides: readonly Side[], kind: Kind, id: string): Promise<void> {
  const figures = new Map<Side, Figures[]>(sides.map((side) => [side, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const inOrder = round % 2 === 0 ? sides : sides.toReversed();
    for (const side of inOrder) {
      const measured = await measure(side, kind, id);
      if (round > 0) figures.get(side)?.push(measured);
    }
  }
  report(kind, figures);
}

const { profile } = values;
const profiled = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
const built = await buildGateway('src', 'bench', 'test/support');
const database = await createPostgresDatabase();
const gateway = await GatewayUnderLoad.start(
  { name: 'Postgres', environment: { DATABASE_URL: database.url } },
  { args: [...profiled, join(built, 'src/main.js')], clients, settings: { taskSeconds: 0 } },
);
const bare: BareServer[] = [];
try {
  const [key = ''] = await gateway.tenants(1);
  let id = '';
  for (let count = 0; count < TASKS; count += 1) {
    ({ id } = await gateway.buy(key, `video ${String(count)}`));
  }
  const own: Side = {
    name: 'gateway, everything on',
    url: gateway.url,
    headers: { authorization: `Bearer ${key}` },
    cpuMs: () => gateway.cpuMs ?? Number.NaN,
  };
  const sides = [own];
  const start = async (name: string, environment: Record<string, string>): Promise<void> => {
    const server = await BareServer.start(built, environment);
    bare.push(server);
    sides.push({ name, url: server.url, headers: {}, cpuMs: () => server.cpuMs });
  };
  await gateway.settled(key, TASKS);
  const page = JSON.parse(await dataOf(own, 'tasks(first: 20)', id)) as {
    readonly tasks: { readonly nodes: readonly object[] };
  };
  const rows = { DATABASE_URL: database.url, TENANT_ID: 'tenant-0' };
  const fixed = { TASKS: JSON.stringify(page.tasks.nodes) };
  if (profile === undefined) {
    await start('Apollo, the same rows', { SERVER: 'apollo', ...rows });
    await start('Apollo, no store', { SERVER: 'apollo', ...fixed });
    await start('yoga, the same rows', { SERVER: 'yoga', ...rows });
    await start('mercurius with jit, the same rows', { SERVER: 'mercurius', ...rows });
  }
  await requireSameAnswers(sides, id);
  const [core] = cpus();
  console.log(
    `${String(cpus().length)} cores of ${core?.model ?? 'an unknown model'}, shared by all; Node ${process.version}; load ${loadavg()[0]?.toFixed(1) ?? ''}; ${String(clients)} clients; medians of ${String(rounds)} rounds of ${String(seconds)} s.`,
  );
  for (const kind of Object.keys(REQUESTS) as Kind[]) await compare(sides, kind, id);
} finally {
  for (const server of bare) await server.stop();
  await gateway.stop();
  await database.drop();
}
