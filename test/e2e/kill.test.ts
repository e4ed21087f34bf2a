import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  TaskUpdatedDocument,
  type CreateTextToVideoMutation,
  type TaskQuery,
} from '../../client/src/generated/graphql.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { drain, openStream } from '../support/client/streams.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { eventually } from '../support/time/eventually.js';
import { answered, type AnsweredData } from '../support/client/answered.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

const VARIABLES = {
  input: { gen4_5: { promptText: 'A lighthouse at dawn', ratio: 'RATIO_1280_720', duration: 5 } },
};

// Guarantee: whatever instant the process dies at, an accepted task is not lost, its settlement is
// told exactly once, and no request is paid twice.
describe('a gateway that is killed with SIGKILL', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  let emulator: Emulator;
  let gateway: GatewayProcess | undefined;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-kill-'));
    emulator = await startEmulator({ port: 0, settings: { taskSeconds: 1 } });
  });

  afterAll(async () => {
    await gateway?.kill();
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** The one that runs. It is the one that has gone on with the work of the one that died before. */
  async function running(): Promise<GatewayProcess> {
    const environment = {
      DATA_DIR: dataDir,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'warn',
    };
    gateway ??= await GatewayProcess.start(environment, builtGateway());
    return gateway;
  }

  async function kill(node: GatewayProcess): Promise<void> {
    gateway = undefined;
    await node.kill();
  }

  async function ask<Data>(
    url: string,
    query: string,
    variables: object,
  ): Promise<AnsweredData<Data>> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query, variables }),
    });
    return answered((await response.json()) as { data?: Data; errors?: [] });
  }

  const postsSeen = (): number =>
    emulator.requests().filter(({ path }) => path === '/v1/text_to_video').length;

  it('D1: tells a returning subscriber the settlement once', async () => {
    const first = await running();
    const { createTextToVideo } = await ask<CreateTextToVideoMutation>(
      first.url,
      print(CreateTextToVideoDocument),
      VARIABLES,
    );
    const id = createTextToVideo.task.id;
    const before = openStream(first.url, KEY, TaskUpdatedDocument, { id });
    const snapshot = await before.next();
    const cursor = snapshot?.taskUpdated.cursor ?? '';
    await kill(first);
    await before.close();

    const second = await running();
    const after = openStream(second.url, KEY, TaskUpdatedDocument, { id, after: cursor });
    const events = (await drain(after)).map(({ taskUpdated }) => taskUpdated);
    await after.close();
    expect(events.filter(({ task }) => task.status === 'SUCCEEDED')).toHaveLength(1);
    expect(events.at(-1)?.task.output).toHaveLength(1);

    const last = events.at(-1)?.cursor ?? '';
    const again = openStream(second.url, KEY, TaskUpdatedDocument, { id, after: last });
    expect(await drain(again)).toEqual([]);
    await again.close();
    expect(postsSeen()).toBe(1);
  }, 180_000);

  it('D1: makes a task UNCONFIRMED that was being sent, and sends it no second time', async () => {
    const first = await running();
    emulator.clearRequests();
    emulator.setFault({ path: '/v1/text_to_video', hang: true });
    const key = 'sent-while-dying';
    const lost = ask(first.url, print(CreateTextToVideoDocument), {
      ...VARIABLES,
      idempotencyKey: key,
    }).catch(() => 'lost');
    await eventually(() => {
      expect(postsSeen()).toBe(1);
    });
    await kill(first);
    expect(await lost).toBe('lost');
    emulator.clearFaults();

    const second = await running();
    const { task } = await ask<TaskQuery>(second.url, print(TaskDocument), { idempotencyKey: key });
    expect(task.status).toBe('UNCONFIRMED');
    const { createTextToVideo: replay } = await ask<CreateTextToVideoMutation>(
      second.url,
      print(CreateTextToVideoDocument),
      { ...VARIABLES, idempotencyKey: key },
    );
    expect(replay).toMatchObject({ replayed: true, task: { id: task.id, status: 'UNCONFIRMED' } });
    expect(postsSeen()).toBe(1);
  }, 180_000);
});
