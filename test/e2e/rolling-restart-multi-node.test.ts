import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  TasksUpdatedDocument,
  type CreateTextToVideoMutation,
  type TasksUpdatedSubscription,
} from '../../client/src/generated/graphql.js';
import { describePostgres } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { GatewayProcess, STOP_MS_MAX } from '../support/gateway/gateway-process.js';
import { openStream, type Stream } from '../support/client/streams.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const RESTARTS = 4;
/** Requests that clients have open at the same time. */
const CLIENTS = 10;
/** Between an answer and the next request of the same client. */
const PACE_MS = 250;
const TRIES_MAX = 500;
/** The codes with which a server says that it goes: away, or to come back (RFC 6455, 7.4.1; IANA). */
const GOING_AWAY = [1001, 1012];

const VARIABLES = {
  input: { gen4_5: { promptText: 'A lighthouse at dawn', ratio: 'RATIO_1280_720', duration: 5 } },
};

// Guarantee: a rolling restart under load loses no request and no event, and pays nothing twice.
describePostgres('a rolling restart of two nodes', (get) => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  let emulator: Emulator;
  let nodes: GatewayProcess[];
  let started: GatewayProcess[];
  /** Requests that are open, by the node that they were sent to. */
  let open: Map<string, number>;
  /** Called when a request begins. */
  let onRequest: (url: string) => void;

  beforeEach(async () => {
    open = new Map();
    started = [];
    onRequest = () => undefined;
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-rolling-'));
    emulator = await startEmulator({ port: 0, settings: { taskSeconds: 1, concurrency: null } });
    nodes = [await start(), await start()];
  }, 180_000);

  afterEach(async () => {
    await Promise.all(started.map((node) => node.kill()));
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<GatewayProcess> {
    const node = await GatewayProcess.start(
      {
        DATA_DIR: dataDir,
        DATABASE_URL: get().url ?? '',
        RUNWAYML_API_SECRET: 'key_test',
        RUNWAYML_BASE_URL: emulator.url,
        BOOTSTRAP_API_KEY: KEY,
        LIVE_TASKS_PER_TENANT_MAX: '1000000',
        QUEUED_TASKS_PER_TENANT_MAX: '1000000',
        LOG_LEVEL: 'warn',
      },
      builtGateway(),
    );
    started.push(node);
    return node;
  }

  /** The task's id. Tried again, with the same key, only where nothing was answered but 503. */
  async function buy(number: number): Promise<string> {
    const idempotencyKey = `key-${String(number)}`;
    for (let attempt = 0; attempt < TRIES_MAX; attempt += 1) {
      const url = nodes[(number + attempt) % nodes.length]?.url ?? '';
      open.set(url, (open.get(url) ?? 0) + 1);
      onRequest(url);
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
        body: JSON.stringify({
          query: print(CreateTextToVideoDocument),
          variables: { ...VARIABLES, idempotencyKey },
        }),
      }).catch((error: unknown) => {
        const { syscall } = (error as { cause?: { syscall?: string } }).cause ?? {};
        // There was no connection. Anything else would be a request that was cut off. (ECONNREFUSED, or
        // ECONNRESET: the system resets what connects in the moment in which a node stops listening.)
        if (syscall !== 'connect') throw error;
        return undefined;
      });
      open.set(url, (open.get(url) ?? 0) - 1);
      if (response !== undefined && response.status !== 503) {
        const { data, errors } = (await response.json()) as {
          data?: CreateTextToVideoMutation | null;
          errors?: readonly { readonly extensions: { readonly code: string } }[];
        };
        const id = data?.createTextToVideo?.task.id;
        if (id !== undefined) return id;
        if (errors?.[0]?.extensions.code !== 'SHUTTING_DOWN')
          throw new Error(JSON.stringify(errors));
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('No node has answered');
  }

  /** Stops it as soon as a request is open on it. Its exit code, how long it took, and what was open. */
  async function stopUnderLoad(node: GatewayProcess) {
    await new Promise<void>((resolve) => {
      onRequest = (url) => {
        if (url === node.url) resolve();
      };
    });
    onRequest = () => undefined;
    const openAtSignal = open.get(node.url) ?? 0;
    const startedAt = performance.now();
    const exitCode = await node.terminate();
    return { exitCode, tookMs: performance.now() - startedAt, openAtSignal };
  }

  /** Follows all tasks until `isDone`, from node to node, by the last cursor. */
  async function follow(
    seen: Map<string, string>,
    settled: Map<string, number>,
    closeCodes: number[],
    isDone: () => boolean,
  ): Promise<void> {
    let after: string | null = null;
    for (let attempt = 0; attempt < TRIES_MAX && !isDone(); attempt += 1) {
      const url = nodes[attempt % nodes.length]?.url ?? '';
      const stream: Stream<TasksUpdatedSubscription> = openStream(url, KEY, TasksUpdatedDocument, {
        after,
      });
      try {
        for (let event = await stream.next(); event !== undefined; event = await stream.next()) {
          const { cursor, task } = event.tasksUpdated;
          if (seen.has(cursor)) throw new Error(`The event ${cursor} was told twice`);
          seen.set(cursor, task.id);
          after = cursor;
          if (task.status === 'SUCCEEDED') settled.set(task.id, (settled.get(task.id) ?? 0) + 1);
          if (isDone()) break;
        }
      } catch (error) {
        if (String(error).includes('told twice')) throw error;
      }
      if (isDone()) {
        await stream.close();
        return;
      }
      closeCodes.push(await stream.closed);
      await stream.close();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('D8: loses no request and no event', async () => {
    const seen = new Map<string, string>();
    const settled = new Map<string, number>();
    const closeCodes: number[] = [];
    let bought = 0;
    let isOver = false;
    const isDone = (): boolean => isOver && settled.size >= bought;
    const following = follow(seen, settled, closeCodes, isDone);
    // One task is bought before a client follows: it gives the stream a place to begin.
    await eventually(async () => {
      await buy(0);
      expect(seen.size).toBeGreaterThan(0);
    });
    bought = 1;

    const ids = new Set<string>();
    let isStopping = false;
    const client = async (): Promise<void> => {
      while (!isStopping) {
        const number = bought;
        bought += 1;
        ids.add(await buy(number));
        await new Promise((resolve) => setTimeout(resolve, PACE_MS));
      }
    };
    const load = Promise.all(Array.from({ length: CLIENTS }, client));
    const stops: Awaited<ReturnType<typeof stopUnderLoad>>[] = [];
    const restart = async (): Promise<void> => {
      for (let count = 0; count < RESTARTS; count += 1) {
        const index = count % nodes.length;
        const fresh = await start();
        const old = nodes[index];
        // Clients go on to the old one until it refuses them.
        if (old !== undefined) stops.push(await stopUnderLoad(old));
        nodes[index] = fresh;
      }
    };
    // A client that fails ends the test, and a restart that fails ends the clients.
    await Promise.race([load, restart()]).finally(() => {
      isStopping = true;
    });
    await load;
    isOver = true;
    // An event that shows the end of all, also where the last settled before the load was over.
    await buy(bought);
    bought += 1;
    await following;

    for (const { exitCode, tookMs, openAtSignal } of stops) {
      expect(exitCode).toBe(0);
      expect(tookMs).toBeLessThan(STOP_MS_MAX);
      expect(openAtSignal).toBeGreaterThan(0);
    }
    expect(stops).toHaveLength(RESTARTS);
    expect(closeCodes.length).toBeGreaterThan(0);
    expect(closeCodes.filter((code) => !GOING_AWAY.includes(code))).toEqual([]);
    // But for the first and the last.
    expect(ids.size).toBe(bought - 2);
    for (const id of ids) expect(settled.get(id)).toBe(1);
    const posts = emulator.requests().filter(({ path }) => path === '/v1/text_to_video');
    expect(posts).toHaveLength(bought);
  }, 300_000);
});
