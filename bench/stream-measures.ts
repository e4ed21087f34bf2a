import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { GatewayUnderLoad, quantile, type Store } from './gateway-under-load.js';
import { fillWithLiveTasks, StandingRunway } from './live-tasks.js';
import { onPostgres } from './stores.js';
import type {
  ClientsAnswer,
  ClientsRequest,
  Opening,
  StreamTransport,
} from './stream-client-messages.js';

export interface StreamSizes {
  /** Subscriptions to `tasksUpdated` of one tenant, each on a connection of its own. */
  readonly subscribers: number;
  /** Tasks of that tenant: each of them changes once in 5 s. */
  readonly changing: number;
  readonly seconds: number;
  /** What a node holds while its memory is read: live tasks, and streams of tenants with 500 each. */
  readonly live: number;
  readonly streams: number;
}

/** A compiled gateway and bench, and Node's own flags for the gateway. */
export interface Compiled {
  readonly folder: string;
  readonly flags: readonly string[];
}

/** Of GatewayUnderLoad. */
const SECRET = 'key_bench';
const POLL_INTERVAL_MS = 5_000;
/** All tasks are read for the first time, and V8 compiles what is hot. */
const WARM_UP_MS = 10_000;
const RUNWAY_LATENCY_MS = 150;
/** Of one credential; see http-limits.ts. */
const STREAMS_PER_KEY = 500;

const CHANGES = 'subscription { tasksUpdated { cursor task { id status progress } } }';

export interface FanOut {
  readonly events: number;
  /** From Runway's answer to the last subscriber. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the gateway for each message to a subscriber, reads of the tasks included. */
  readonly cpuMs: number;
}

/** The same for each transport, on a store of its own. */
export async function fanOuts(
  compiled: Compiled,
  sizes: StreamSizes,
): Promise<ReadonlyMap<StreamTransport, FanOut>> {
  const fannedOut = new Map<StreamTransport, FanOut>();
  for (const transport of ['WebSocket', 'server-sent events'] as const) {
    const measured = await onPostgres((store) => fanOut(store, compiled, transport, sizes));
    fannedOut.set(transport, measured);
  }
  return fannedOut;
}

/** How long after Runway's answer to a read of a task all subscribers know what it says. */
async function fanOut(
  store: Store,
  compiled: Compiled,
  transport: StreamTransport,
  { subscribers, changing, seconds }: StreamSizes,
): Promise<FanOut> {
  const answeredAtMs = new Map<string, number>();
  let progress = 0.1;
  const runway = await StandingRunway.start(RUNWAY_LATENCY_MS, () => {
    progress = Number((progress + 0.000_01).toFixed(5));
    answeredAtMs.set(String(progress), performance.timeOrigin + performance.now());
    return { status: 'RUNNING', progress };
  });
  const { gateway, clients } = await start(store, compiled, runway);
  try {
    const [key = ''] = await gateway.tenants(1);
    await clients.open({ ...clientOf(gateway, key, 0), transport, count: subscribers });
    await fillWithLiveTasks(store.environment['DATABASE_URL'] ?? '', changing, SECRET, {
      tenants: ['tenant-0'],
      spreadMs: POLL_INTERVAL_MS,
    });
    await pause(WARM_UP_MS);
    await clients.ask({});
    answeredAtMs.clear();
    const cpuBefore = gateway.cpuMs ?? Number.NaN;
    await pause(seconds * 1_000);
    const cpuMs = (gateway.cpuMs ?? Number.NaN) - cpuBefore;
    const due = [...answeredAtMs];
    await pause(RUNWAY_LATENCY_MS + 1_000);
    const arrivals = new Map((await clients.ask({})).arrivals);
    const delays = due.map(([mark, at]) => {
      const { count = 0, lastAtMs = 0 } = arrivals.get(mark) ?? {};
      if (count !== subscribers) {
        throw new Error(`${String(count)} of ${String(subscribers)} subscribers got ${mark}`);
      }
      return lastAtMs - at;
    });
    return {
      events: delays.length,
      p50Ms: quantile(delays, 0.5),
      p99Ms: quantile(delays, 0.99),
      cpuMs: cpuMs / delays.length / subscribers,
    };
  } finally {
    await stop(gateway, clients, runway);
  }
}

export interface StreamMemory {
  /** Resident bytes of the gateway with everything open, and before the streams. */
  readonly residentBytes: number;
  readonly withoutStreamsBytes: number;
  /** The latest read of a live task: D17 allows 7.5 s. */
  readonly lateMs: number;
}

/** What live tasks and streams take of a node; half of the streams are WebSockets. */
export async function streamMemory(
  store: Store,
  compiled: Compiled,
  { live, streams, seconds }: StreamSizes,
): Promise<StreamMemory> {
  const runway = await StandingRunway.start(RUNWAY_LATENCY_MS);
  const { gateway, clients } = await start(store, compiled, runway);
  try {
    const keys = await gateway.tenants(Math.ceil(streams / STREAMS_PER_KEY));
    const tenants = keys.map((_, at) => `tenant-${String(at)}`);
    await fillWithLiveTasks(store.environment['DATABASE_URL'] ?? '', live, SECRET, { tenants });
    await pause(WARM_UP_MS);
    const withoutStreamsBytes = gateway.residentBytes;
    for (const [at, key] of keys.entries()) {
      const left = Math.min(STREAMS_PER_KEY, streams - at * STREAMS_PER_KEY);
      const own = clientOf(gateway, key, at);
      const half = Math.floor(left / 2);
      await clients.open({ ...own, transport: 'WebSocket', count: half });
      await clients.open({ ...own, transport: 'server-sent events', count: left - half });
    }
    runway.reads.clear();
    await pause(seconds * 1_000);
    const lateMs = [...runway.reads.values()].flatMap((times) =>
      times
        .slice(1)
        .map((at, index) => at - (times[index] ?? 0) - POLL_INTERVAL_MS - RUNWAY_LATENCY_MS),
    );
    const { residentBytes } = gateway;
    return { residentBytes, withoutStreamsBytes, lateMs: lateMs.reduce((a, b) => Math.max(a, b)) };
  } finally {
    await stop(gateway, clients, runway);
  }
}

/** Subscribers in a process of their own. */
class Clients {
  readonly #child: ChildProcess;
  readonly #ended: Promise<never>;

  constructor({ folder }: Compiled) {
    this.#child = fork(join(folder, 'bench/stream-clients.js'));
    this.#ended = new Promise((_, reject) => {
      this.#child.once('exit', () => {
        reject(new Error('The clients have ended'));
      });
    });
    // It is told to each caller of `ask`.
    this.#ended.catch(() => undefined);
  }

  async open(opening: Opening): Promise<void> {
    await this.ask({ open: opening });
  }

  async ask(asked: ClientsRequest): Promise<ClientsAnswer> {
    const told = new Promise<ClientsAnswer>((resolve) => {
      this.#child.once('message', (answer) => {
        resolve(answer as ClientsAnswer);
      });
    });
    this.#child.send(asked);
    return await Promise.race([told, this.#ended]);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

async function start(store: Store, compiled: Compiled, runway: StandingRunway) {
  const gateway = await GatewayUnderLoad.start(store, {
    args: [...compiled.flags, join(compiled.folder, 'src/main.js')],
    clients: 1,
    settings: {},
    environment: {
      RUNWAYML_BASE_URL: runway.url,
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'warn',
    },
  });
  return { gateway, clients: new Clients(compiled) };
}

async function stop(
  gateway: GatewayUnderLoad,
  clients: Clients,
  runway: StandingRunway,
): Promise<void> {
  clients.kill();
  await gateway.stop();
  runway.close();
}

function clientOf({ url }: GatewayUnderLoad, key: string, at: number) {
  return { url, key, query: CHANGES, forwardedFor: `192.0.2.${String(at + 1)}` };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
