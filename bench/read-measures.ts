import { join } from 'node:path';
import { Pool, request } from 'undici';
import { createPostgresDatabase } from '../test/support/store/database.js';
import { BareServer } from './bare-reads/bare-server.js';
import { byClients, GatewayUnderLoad, quantile } from './gateway-under-load.js';

export interface ReadSizes {
  /** Each side is asked for so many seconds in each round. */
  readonly rounds: number;
  readonly seconds: number;
  readonly clients: number;
}

const FIELDS = 'id operation model status label createdAt';

const REQUESTS = {
  'task(id)': `query ($id: ID!) { task(id: $id) { ${FIELDS} } }`,
  'tasks(first: 20)': `query { tasks(first: 20) { nodes { ${FIELDS} } pageInfo { hasNextPage } } }`,
} as const;

export type ReadKind = keyof typeof REQUESTS;

export const READ_KINDS = Object.keys(REQUESTS) as ReadKind[];

/** Requests of one moment are those of different tenants, for different tasks. */
const TENANTS = 8;
/** More than one page of tasks, for each tenant. */
const TASKS = 40;

/** What the gateway is compared with. */
const BARE_SIDES = [
  { name: 'Apollo, the same rows', server: 'apollo', hasStore: true },
  { name: 'Apollo, no store', server: 'apollo', hasStore: false },
  { name: 'yoga, the same rows', server: 'yoga', hasStore: true },
  { name: 'mercurius with jit, the same rows', server: 'mercurius', hasStore: true },
] as const;

export type BareSide = (typeof BARE_SIDES)[number]['name'];

interface Tenant {
  readonly id: string;
  readonly key: string;
  readonly taskIds: readonly string[];
}

interface Side {
  readonly name: BareSide | 'gateway, everything on';
  readonly url: string;
  /** Of a request of this tenant. */
  readonly headersOf: (tenant: Tenant) => Readonly<Record<string, string>>;
  /** Processor time so far, in ms. */
  readonly cpuMs: () => number;
}

export interface ReadFigures {
  readonly perSecond: number;
  /** Of the server's process, for each request. */
  readonly cpuMs: number;
  readonly p99Ms: number;
}

/** Medians of the rounds. */
export type ReadsOfKind = ReadonlyMap<Side['name'], ReadFigures>;

export type ComparedReads = ReadonlyMap<ReadKind, ReadsOfKind>;

/**
 * Asks the gateway, with everything on, and servers that do nothing else for the same tasks of the same
 * Postgres, in turn, after they have been found to answer the same. `profileFolder`: the gateway alone,
 * which writes a CPU profile there.
 */
export async function compareReads(
  built: string,
  sizes: ReadSizes,
  profileFolder?: string,
): Promise<ComparedReads> {
  const profiled =
    profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  const database = await createPostgresDatabase();
  const gateway = await GatewayUnderLoad.start(
    { name: 'Postgres', environment: { DATABASE_URL: database.url } },
    {
      args: [...profiled, join(built, 'src/main.js')],
      clients: sizes.clients,
      // No task waits for another.
      settings: { taskSeconds: 0, concurrency: null },
      environment: { RUNWAY_CONCURRENCY_MAX: '10000' },
    },
  );
  const bare: BareServer[] = [];
  try {
    const tenants = await seedTenants(gateway);
    const own: Side = {
      name: 'gateway, everything on',
      url: gateway.url,
      headersOf: ({ key }) => ({ authorization: `Bearer ${key}` }),
      cpuMs: () => gateway.cpuMs ?? Number.NaN,
    };
    const sides = [own];
    const page = JSON.parse(await dataOf(own, 'tasks(first: 20)', first(tenants))) as {
      readonly tasks: { readonly nodes: readonly object[] };
    };
    const rows = { DATABASE_URL: database.url };
    const fixed = { TASKS: JSON.stringify(page.tasks.nodes) };
    for (const { name, server, hasStore } of profileFolder === undefined ? BARE_SIDES : []) {
      const environment = { SERVER: server, ...(hasStore ? rows : fixed) };
      const started = await BareServer.start(built, environment);
      bare.push(started);
      sides.push({
        name,
        url: started.url,
        headersOf: ({ id }) => ({ 'x-tenant': id }),
        cpuMs: () => started.cpuMs,
      });
    }
    await requireSameAnswers(sides, first(tenants));
    const compared = new Map<ReadKind, ReadsOfKind>();
    for (const kind of READ_KINDS) compared.set(kind, await compare(sides, kind, tenants, sizes));
    return compared;
  } finally {
    for (const server of bare) await server.stop();
    await gateway.stop();
    await database.drop();
  }
}

/** All tasks have settled. */
async function seedTenants(gateway: GatewayUnderLoad): Promise<Tenant[]> {
  const tenants: Tenant[] = [];
  for (const [index, key] of (await gateway.tenants(TENANTS)).entries()) {
    const taskIds: string[] = [];
    for (let count = 0; count < TASKS; count += 1) {
      taskIds.push((await gateway.buy(key, `video ${String(count)}`)).id);
    }
    tenants.push({ id: `tenant-${String(index)}`, key, taskIds });
  }
  for (const { key } of tenants) await gateway.settled(key, TASKS);
  return tenants;
}

function first<T>(values: readonly T[]): T {
  return at(values, 0);
}

/** From the beginning again after the last one. */
function at<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('There is none.');
  return value;
}

function bodyOf(kind: ReadKind, id: string): string {
  const query = REQUESTS[kind];
  return JSON.stringify({ query, ...(kind === 'task(id)' && { variables: { id } }) });
}

/** The `data` of an answer, as text. */
async function dataOf(side: Side, kind: ReadKind, tenant: Tenant): Promise<string> {
  const { statusCode, body } = await request(`${side.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...side.headersOf(tenant) },
    // The newest, which is the first of the page.
    body: bodyOf(kind, first(tenant.taskIds.toReversed())),
  });
  const text = await body.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (statusCode !== 200 || errors !== undefined) throw new Error(`${side.name}: ${text}`);
  return JSON.stringify(data);
}

async function requireSameAnswers(sides: readonly Side[], tenant: Tenant): Promise<void> {
  for (const kind of READ_KINDS) {
    const answers = await Promise.all(sides.map((side) => dataOf(side, kind, tenant)));
    if (new Set(answers).size !== 1) throw new Error(`They differ:\n${answers.join('\n')}`);
  }
}

/** In rounds whose order changes; the first warms the sides up, and is not counted. */
async function compare(
  sides: readonly Side[],
  kind: ReadKind,
  tenants: readonly Tenant[],
  sizes: ReadSizes,
): Promise<ReadsOfKind> {
  const figures = new Map<Side, ReadFigures[]>(sides.map((side) => [side, []]));
  for (let round = 0; round <= sizes.rounds; round += 1) {
    const inOrder = round % 2 === 0 ? sides : sides.toReversed();
    for (const side of inOrder) {
      const measured = await measure(side, requestsOf(side, kind, tenants), sizes);
      if (round > 0) figures.get(side)?.push(measured);
    }
  }
  return new Map([...figures].map(([{ name }, all]) => [name, medians(all)]));
}

interface ReadRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Of one tenant after the other, so that no two of a moment ask for the same. */
function requestsOf(side: Side, kind: ReadKind, tenants: readonly Tenant[]): ReadRequest[] {
  return Array.from({ length: TASKS }, (_, index) => index).flatMap((index) =>
    tenants.map((tenant) => ({
      headers: { 'content-type': 'application/json', ...side.headersOf(tenant) },
      body: bodyOf(kind, tenant.taskIds[index] ?? ''),
    })),
  );
}

async function measure(
  side: Side,
  requests: readonly ReadRequest[],
  { clients, seconds }: ReadSizes,
): Promise<ReadFigures> {
  const pool = new Pool(side.url, { connections: clients, pipelining: 1 });
  const latencies: number[] = [];
  let sent = 0;
  const cpuBefore = side.cpuMs();
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  await byClients(clients, async () => {
    const askedAt = performance.now();
    if (askedAt >= until) return false;
    const { headers, body } = at(requests, sent);
    sent += 1;
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

function medians(all: readonly ReadFigures[]): ReadFigures {
  const median = (of: (figures: ReadFigures) => number): number => quantile(all.map(of), 0.5);
  return {
    perSecond: median(({ perSecond }) => perSecond),
    cpuMs: median(({ cpuMs }) => cpuMs),
    p99Ms: median(({ p99Ms }) => p99Ms),
  };
}
