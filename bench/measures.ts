import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { openDatabase, type Database } from '../src/adapters/postgres/connection/database.js';
import { silentLog } from '../test/support/store/database.js';
import { testKeys } from '../test/support/store/key-ring.js';
import { byClients, GatewayUnderLoad, quantile, type Store } from './gateway-under-load.js';

export interface Sizes {
  /** How long mutations are sent. */
  readonly seconds: number;
  readonly clients: number;
  /** Tasks whose settlement is timed. */
  readonly tasks: number;
  readonly queued: number;
  readonly live: number;
  readonly subscribers: number;
}

const TENANTS = 4;

/** 10 s, in which V8 compiles what is hot; before that its compiler takes a quarter of a core. */
const WARM_UP_MS = 10_000;

export interface Throughput {
  /** Answered with a task that the store holds. */
  readonly acceptedPerSecond: number;
  /** Sent to Runway meanwhile. */
  readonly sentPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the gateway's process, for each accepted one: submission, reads and settlement. */
  readonly cpuMs: number | null;
}

/** Between two looks at what the emulator was asked: it remembers the last 10,000 requests. */
const LOG_PROBE_MS = 500;

/** What the gateway does with the mutations that it takes. */
const OCCASIONS = {
  /** Runway has room for all: each is sent as it is accepted, read and settled. */
  sent: { settings: { taskSeconds: 1, concurrency: null }, environment: {} },
  /** One task has Runway's only slot for an hour: all others are accepted into the queue. */
  queued: {
    settings: { taskSeconds: 3_600, concurrency: 1 },
    environment: { RUNWAY_CONCURRENCY_MAX: '1' },
  },
} as const;

/** Paid mutations of several tenants, as many as the clients can have answered. */
export async function throughput(
  store: Store,
  args: readonly string[],
  { clients, seconds }: Pick<Sizes, 'clients' | 'seconds'>,
  occasion: keyof typeof OCCASIONS = 'sent',
  table: 'tasks' | 'bare_tasks' = 'tasks',
): Promise<Throughput> {
  const gateway = await GatewayUnderLoad.start(store, { args, clients, ...OCCASIONS[occasion] });
  const latencies: number[] = [];
  let asked = 0;
  let sent = 0;
  let cpuBeforeMs = null as number | null;
  let cpuMs: number | null = null;
  const takeLog = (): number => {
    const posts = gateway.emulator.requests().filter(({ method }) => method === 'POST').length;
    gateway.emulator.clearRequests();
    return posts;
  };
  const probe = setInterval(() => {
    sent += takeLog();
  }, LOG_PROBE_MS);
  try {
    const keys = await gateway.tenants(TENANTS);
    const from = performance.now() + WARM_UP_MS;
    const until = from + seconds * 1_000;
    setTimeout(() => {
      takeLog();
      sent = 0;
      cpuBeforeMs = gateway.cpuMs;
    }, WARM_UP_MS);
    await byClients(clients, async () => {
      const askedAt = performance.now();
      if (askedAt >= until) return false;
      asked += 1;
      await gateway.buy(keys[asked % TENANTS] ?? '', `video ${asked}`);
      const endedAt = performance.now();
      if (endedAt >= from && endedAt < until) latencies.push(endedAt - askedAt);
      return true;
    });
    sent += takeLog();
    const cpuAfterMs = gateway.cpuMs;
    if (cpuBeforeMs !== null && cpuAfterMs !== null) cpuMs = cpuAfterMs - cpuBeforeMs;
  } finally {
    clearInterval(probe);
    await gateway.stop();
  }
  const stored = await withDatabase(store, async ({ kysely }) => {
    const { rows } = await sql<{ tasks: number }>`
      select count(*) as tasks from ${sql.table(table)}`.execute(kysely);
    return rows[0]?.tasks;
  });
  if (stored !== asked) throw new Error(`${asked} tasks were answered, ${stored ?? 0} are stored.`);
  return {
    acceptedPerSecond: latencies.length / seconds,
    sentPerSecond: sent / seconds,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    cpuMs: cpuMs === null ? null : cpuMs / latencies.length,
  };
}

/** Slots at Runway and seconds in them: tasks settle in waves that have nothing to do with reads. */
const SLOTS = 20;
const SLOT_SECONDS = 1.3;

export interface Settlement {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** From the moment at which a task settles at Runway until its watcher is told. */
export async function settlement(
  store: Store,
  args: readonly string[],
  { clients, tasks: count }: Sizes,
): Promise<Settlement> {
  const gateway = await GatewayUnderLoad.start(store, {
    args,
    clients,
    settings: { taskSeconds: SLOT_SECONDS, concurrency: SLOTS },
    // Tasks are to wait for their slots at Runway, where it is known when they get them.
    environment: { RUNWAY_CONCURRENCY_MAX: '10000' },
  });
  try {
    const [key = ''] = await gateway.tenants(1);
    const toldAt = new Map<string, number>();
    const watcher = createClient({
      url: webSocketUrl(gateway),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${key}` },
    });
    const allTold = new Promise<void>((resolve, reject) => {
      watcher.subscribe<{ tasksUpdated: { task: { id: string; status: string } } }>(
        { query: 'subscription { tasksUpdated { task { id status } } }' },
        {
          next: ({ data }) => {
            const task = data?.tasksUpdated.task;
            if (task?.status === 'SUCCEEDED') toldAt.set(task.id, Date.now());
            if (toldAt.size === count) resolve();
          },
          error: reject,
          complete: resolve,
        },
      );
    });
    const promptOf = new Map<string, string>();
    let bought = 0;
    await byClients(clients, async () => {
      if (bought === count) return false;
      bought += 1;
      const prompt = randomUUID();
      promptOf.set(prompt, (await gateway.buy(key, prompt)).id);
      return true;
    });
    await allTold;
    await watcher.dispose();
    const settledAt = settledTimes(gateway);
    const delays = [...settledAt].map(([prompt, at]) => {
      const told = toldAt.get(promptOf.get(prompt) ?? '');
      if (told === undefined) throw new Error(`The settlement of ${prompt} was not told.`);
      return told - at;
    });
    return { p50Ms: quantile(delays, 0.5), p99Ms: quantile(delays, 0.99) };
  } finally {
    await gateway.stop();
  }
}

/** When each prompt's task settled: slots are given in order of arrival, for the same time each. */
function settledTimes({ emulator }: GatewayUnderLoad): Map<string, number> {
  const arrivals = emulator
    .requests()
    .filter(({ method }) => method === 'POST')
    .map(({ at, body }) => ({
      atMs: Date.parse(at),
      prompt: (body as { readonly promptText: string }).promptText,
    }));
  const ends: number[] = [];
  for (const [index, { atMs }] of arrivals.entries()) {
    ends.push(Math.max(atMs, ends[index - SLOTS] ?? 0) + SLOT_SECONDS * 1_000);
  }
  return new Map(arrivals.map(({ prompt }, index) => [prompt, ends[index] ?? Number.NaN]));
}

/** Of the gateway's own limit of 100. */
const SUBSCRIPTIONS_PER_SOCKET = 100;

/** Two reads of every live task, and what they leave behind. */
const SETTLE_DOWN_MS = 12_000;

/** Resident bytes of a gateway with much that waits, lives and is watched. */
export async function memory(store: Store, args: readonly string[], sizes: Sizes): Promise<number> {
  const { clients, live } = sizes;
  await seedQueued(store, args, sizes.queued);
  const settings = { taskSeconds: 3_600, concurrency: null };
  const gateway = await GatewayUnderLoad.start(store, { args, clients, settings });
  const sockets: ReturnType<typeof createClient>[] = [];
  try {
    const [key = ''] = await gateway.tenants(1);
    const ids: string[] = [];
    let bought = 0;
    await byClients(clients, async () => {
      if (bought === live) return false;
      bought += 1;
      ids.push((await gateway.buy(key, `live ${bought}`)).id);
      return true;
    });
    let told = 0;
    for (let from = 0; from < sizes.subscribers; from += SUBSCRIPTIONS_PER_SOCKET) {
      const socket = createClient({
        url: webSocketUrl(gateway),
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${key}` },
      });
      sockets.push(socket);
      const end = Math.min(sizes.subscribers, from + SUBSCRIPTIONS_PER_SOCKET);
      const opened: Promise<void>[] = [];
      for (let index = from; index < end; index += 1) {
        opened.push(
          new Promise((resolve, reject) => {
            socket.subscribe(
              {
                query: 'subscription ($id: ID!) { taskUpdated(id: $id) { task { id status } } }',
                variables: { id: ids[index % ids.length] },
              },
              {
                next: () => {
                  told += 1;
                  resolve();
                },
                error: reject,
                complete: resolve,
              },
            );
          }),
        );
      }
      await Promise.all(opened);
    }
    if (told < sizes.subscribers) throw new Error(`Only ${told} subscribers were told anything.`);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_DOWN_MS));
    return gateway.residentBytes;
  } finally {
    for (const socket of sockets) await socket.dispose();
    await gateway.stop();
  }
}

/** Lets Runway put one task off for an hour, and copies it. */
async function seedQueued(store: Store, args: readonly string[], count: number): Promise<void> {
  const gateway = await GatewayUnderLoad.start(store, { args, clients: 1, settings: {} });
  let id: string;
  try {
    gateway.emulator.setFault({
      method: 'POST',
      path: '/v1/text_to_video',
      status: 429,
      headers: { 'retry-after': '3600' },
      body: { error: 'Too many requests.' },
    });
    const { createTextToVideo } = await gateway.ask<{
      createTextToVideo: { task: { id: string } };
    }>(
      `mutation { createTextToVideo(input: { gen4_5: { promptText: "${'A lighthouse at dawn. '.repeat(20)}", ratio: RATIO_1280_720, duration: 5 } }) { task { id } } }`,
      {},
    );
    id = createTextToVideo.task.id;
  } finally {
    await gateway.stop();
  }
  await withDatabase(store, async (database) => {
    await copyRows(database, 'tasks', sql`id = ${id}`, count, { id: sql`gen_random_uuid()` });
    await copyRows(database, 'submissions', sql`task_id = ${id}`, count, {
      id: sql`gen_random_uuid()`,
      task_id: sql`copies.id`,
    });
  });
}

/** Copies one row `count` times; submissions are given the tasks that have none yet. */
async function copyRows(
  { kysely }: Database,
  table: 'tasks' | 'submissions',
  which: ReturnType<typeof sql>,
  count: number,
  changed: Readonly<Record<string, ReturnType<typeof sql>>>,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_name = ${table} and table_schema = current_schema() and is_generated = 'NEVER'`.execute(
    kysely,
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => changed[name] ?? sql`${sql.ref(`original.${name}`)}`);
  const copies =
    table === 'tasks'
      ? sql`generate_series(1, ${count}::int)`
      : sql`(select id from tasks where id not in (select task_id from submissions where task_id is not null))`;
  await sql`
    insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)}
    from (select * from ${sql.table(table)} where ${which}) as original, ${copies} as copies`.execute(
    kysely,
  );
}

async function withDatabase<T>(
  { environment }: Store,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({
    url: environment['DATABASE_URL'],
    dataDir: environment['DATA_DIR'],
    log: silentLog,
    keys: testKeys,
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function webSocketUrl({ url }: GatewayUnderLoad): string {
  return `${url.replace(/^http/, 'ws')}/graphql`;
}
