// Guarantee: an error that no code expects ends the request, round or stream that it is thrown in and
// nothing else. Where nothing catches it, the process ends with one line and exit code 1, and the
// process that a supervisor starts in its place loses no task and pays nothing twice.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import { CreateTextToVideoDocument, TaskDocument } from '../../client/src/generated/graphql.js';
import { aVideo } from '../support/client/inputs.js';
import { EventStreamReader, ProtocolSocket } from '../support/client/wire.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { eventually } from '../support/time/eventually.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const PATH = '/v1/text_to_video';
const LAST_WORDS = 'an error that nothing has caught ends the process';
/** A task takes a second, and a machine has others to serve too. */
const SETTLE_PATIENCE_MS = 60_000;

/** 5 s, from one read of a task to the next one. */
const POLL_MS = 5_000;

const UPDATES = 'subscription { tasksUpdated { cursor } }';

interface Told {
  readonly data?: {
    readonly task?: { readonly id: string; readonly status: string };
    readonly createTextToVideo?: {
      readonly replayed: boolean;
      readonly task: { readonly id: string; readonly status: string };
    };
  } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

describe('a gateway in which errors are thrown that no code expects', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  let emulator: Emulator;
  let gateway: GatewayProcess | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-faulty-'));
    emulator = await startEmulator({ port: 0, settings: { taskSeconds: 1, concurrency: null } });
  });

  afterEach(async () => {
    await gateway?.kill();
    gateway = undefined;
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<GatewayProcess> {
    const environment = {
      DATA_DIR: dataDir,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'error',
    };
    const main = builtGateway('test/support/gateway/faulty-main.ts');
    gateway = await GatewayProcess.start(environment, main);
    return gateway;
  }

  async function ask({ url }: GatewayProcess, query: string, variables: object): Promise<Told> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Told;
  }

  const buy = async (node: GatewayProcess, idempotencyKey: string): Promise<Told> =>
    await ask(node, print(CreateTextToVideoDocument), { input: aVideo(), idempotencyKey });

  const look = async (node: GatewayProcess, idempotencyKey: string): Promise<Told> =>
    await ask(node, print(TaskDocument), { idempotencyKey });

  async function untilSettled(node: GatewayProcess, keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await eventually(async () => {
        const { data } = await look(node, key);
        if (data?.task?.status !== 'SUCCEEDED') await node.leap(POLL_MS);
        expect(data?.task?.status).toBe('SUCCEEDED');
      }, SETTLE_PATIENCE_MS);
    }
  }

  const postsSeen = (): number => emulator.requests().filter(({ path }) => path === PATH).length;

  it('D13: lives through errors in resolvers, loops and streams, and goes on where it was', async () => {
    const node = await start();
    const socket = await ProtocolSocket.connect(node.url, KEY);
    socket.send({ id: '1', type: 'subscribe', payload: { query: UPDATES } });
    const events = await EventStreamReader.open(node.url, KEY, { query: UPDATES });
    await buy(node, 'first');
    await buy(node, 'second');

    for (const state of ['throw', 'reject']) {
      process.kill(node.pid, 'SIGUSR2');
      await eventually(() => {
        expect(node.output).toContain(`The stores ${state}.`);
      });
      // Resolvers, authentication, and messages of sockets new and old.
      expect((await look(node, 'first')).errors).toHaveLength(1);
      expect((await buy(node, 'third')).errors).toHaveLength(1);
      socket.send({ id: state, type: 'subscribe', payload: { query: UPDATES } });
      const other = await ProtocolSocket.open(node.url);
      other.send({ type: 'connection_init', payload: { authorization: `Bearer ${KEY}` } });
      other.send({ id: '1', type: 'subscribe', payload: { query: UPDATES } });
      await other.next();
      other.close();
      await eventually(() => {
        const [, rounds = ''] = node.output.split(`The stores ${state}.`);
        expect(rounds).toContain('a round of a background loop failed');
      });
    }
    process.kill(node.pid, 'SIGUSR2');
    await eventually(() => {
      expect(node.output).toContain('The stores work.');
    });

    expect((await buy(node, 'third')).errors).toBeUndefined();
    await untilSettled(node, ['first', 'second', 'third']);
    expect(postsSeen()).toBe(3);
    expect(node.output).not.toContain(LAST_WORDS);
    socket.close();
    events.close();
    expect(await node.terminate()).toBe(0);
  }, 400_000);

  it.each([
    ['a rejection that nothing waits for', 'SIGWINCH'],
    ['an exception that nothing catches', 'SIGHUP'],
  ] as const)(
    'D13: ends at %s with one line and exit code 1, and its successor loses and repeats nothing',
    async (_what, signal) => {
      const first = await start();
      const before = ['first', 'second', 'third'];
      for (const key of before) await buy(first, key);
      emulator.setFault({ path: PATH, hang: true });
      const open = buy(first, 'open').catch(() => 'cut off');
      await eventually(() => {
        expect(postsSeen()).toBe(4);
      });
      process.kill(first.pid, signal);
      expect(await first.ended()).toBe(1);
      expect(await open).toBe('cut off');
      const lines = first.output.split('\n').filter((line) => line.includes(LAST_WORDS));
      expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
        expect.objectContaining({
          level: 'fatal',
          error: expect.objectContaining({ type: 'TypeError' }),
        }),
      ]);
      emulator.clearFaults();

      // As a supervisor does.
      const second = await start();
      await untilSettled(second, before);
      for (const key of before) {
        expect((await buy(second, key)).data?.createTextToVideo?.replayed).toBe(true);
      }
      expect((await buy(second, 'open')).data?.createTextToVideo).toMatchObject({
        replayed: true,
        task: { status: 'UNCONFIRMED' },
      });
      expect(postsSeen()).toBe(4);
    },
    400_000,
  );
});
