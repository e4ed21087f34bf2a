import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/start-emulator.js';
import {
  CreateTextToVideoDocument,
  TasksUpdatedDocument,
  type CreateTextToVideoMutation,
  type TasksUpdatedSubscription,
} from '../generated/graphql.js';
import { describePostgres } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { GatewayProcess } from '../support/gateway-process.js';
import { openStream, type Stream } from '../support/streams.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const MUTATIONS = 200;
const RESTARTS = 5;
/** Requests that clients have open at the same time. */
const CLIENTS = 10;
const TRIES_MAX = 200;

const VARIABLES = {
  input: { gen4_5: { promptText: 'A lighthouse at dawn', ratio: 'RATIO_1280_720', duration: 5 } },
};

// Guarantee: a rolling restart under load loses no request and no event, and pays nothing twice.
describePostgres('a rolling restart of two nodes', (get) => {
  let dataDir: string;
  let emulator: Emulator;
  let nodes: GatewayProcess[];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-rolling-'));
    emulator = await startEmulator({ port: 0, settings: { taskSeconds: 1, concurrency: null } });
    nodes = [await start(), await start()];
  }, 60_000);

  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<GatewayProcess> {
    return await GatewayProcess.start({
      DATA_DIR: dataDir,
      DATABASE_URL: get().url ?? '',
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'warn',
    });
  }

  /** The task's id. Tried again, with the same key, only where nothing was answered but 503. */
  async function buy(idempotencyKey: string): Promise<string> {
    for (let attempt = 0; attempt < TRIES_MAX; attempt += 1) {
      const node = nodes[attempt % nodes.length];
      const response = await fetch(`${node?.url ?? ''}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
        body: JSON.stringify({
          query: print(CreateTextToVideoDocument),
          variables: { ...VARIABLES, idempotencyKey },
        }),
      }).catch((error: unknown) => {
        const { code } = (error as { cause?: { code?: string } }).cause ?? {};
        // Anything else would be a request that was cut off.
        if (code !== 'ECONNREFUSED') throw error;
        return undefined;
      });
      if (response !== undefined && response.status !== 503) {
        const { data, errors } = (await response.json()) as {
          data?: CreateTextToVideoMutation | null;
          errors?: readonly { readonly extensions: { readonly code: string } }[];
        };
        const id = data?.createTextToVideo.task?.id;
        if (id !== undefined) return id;
        if (errors?.[0]?.extensions.code !== 'SHUTTING_DOWN')
          throw new Error(JSON.stringify(errors));
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('No node has answered');
  }

  /** Follows all tasks until `isDone`, from node to node, by the last cursor. */
  async function follow(
    seen: Map<string, string>,
    settled: Map<string, number>,
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
      await stream.close();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('loses no request and no event', async () => {
    const seen = new Map<string, string>();
    const settled = new Map<string, number>();
    // One bought before anybody follows gives the stream a place to begin.
    const following = follow(seen, settled, () => settled.size >= MUTATIONS + 1);
    await eventually(async () => {
      await buy('first');
      expect(seen.size).toBeGreaterThan(0);
    });

    const ids = new Set<string>();
    let next = 0;
    const client = async (): Promise<void> => {
      while (next < MUTATIONS) {
        const number = next;
        next += 1;
        ids.add(await buy(`key-${String(number)}`));
      }
    };
    const load = Promise.all(Array.from({ length: CLIENTS }, client));
    const exits: (number | null)[] = [];
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      const index = restart % nodes.length;
      const fresh = await start();
      const old = nodes[index];
      nodes[index] = fresh;
      exits.push((await old?.terminate()) ?? null);
    }
    await load;
    await following;

    expect(exits).toEqual(Array.from({ length: RESTARTS }, () => 0));
    expect(ids.size).toBe(MUTATIONS);
    expect(settled.size).toBe(MUTATIONS + 1);
    expect(new Set(settled.values())).toEqual(new Set([1]));
    const posts = emulator.requests().filter(({ path }) => path === '/v1/text_to_video');
    expect(posts).toHaveLength(MUTATIONS + 1);
  }, 240_000);
});
