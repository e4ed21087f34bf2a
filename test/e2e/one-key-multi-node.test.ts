import { startApp, type App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { startEmulator, type Emulator } from '../../src/emulator/start-emulator.js';
import { print } from 'graphql';
import { CreateTextToVideoDocument, type CreateTextToVideoMutation } from '../generated/graphql.js';
import { describePostgres, silentLog } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { aVideo } from '../support/inputs.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const NODES = 3;
const REQUESTS = 100;

// Guarantee: an idempotency key buys once, however often and wherever it is used at the same time.
describePostgres('three gateways', (get) => {
  let emulator: Emulator;
  let urls: readonly string[];

  /** Within the test, because the suite empties the database before its own hooks are done. */
  async function withGateways(work: () => Promise<void>): Promise<void> {
    emulator = await startEmulator({ port: 0 });
    const config = readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      DATABASE_URL: get().url,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
    });
    const gateways: App[] = [];
    try {
      for (let index = 0; index < NODES; index += 1) {
        gateways.push(await startApp(config, { log: silentLog }));
      }
      urls = gateways.map(({ url }) => url);
      await work();
    } finally {
      await Promise.all(gateways.map((gateway) => gateway.stop()));
      await emulator.close();
    }
  }

  async function buy(url: string, idempotencyKey: string): Promise<CreateTextToVideoMutation> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({
        query: print(CreateTextToVideoDocument),
        variables: { input: aVideo(idempotencyKey), idempotencyKey },
      }),
    });
    const { data, errors } = (await response.json()) as {
      data?: CreateTextToVideoMutation;
      errors?: unknown;
    };
    if (data === undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  const buyAtAll = (key: string, count: number): Promise<CreateTextToVideoMutation[]> =>
    Promise.all(Array.from({ length: count }, (_, at) => buy(urls[at % NODES] ?? '', key)));

  const postsOf = (key: string): number =>
    emulator
      .requests()
      .filter(({ method, body }) => method === 'POST' && JSON.stringify(body).includes(`"${key}"`))
      .length;

  it(`answer ${String(REQUESTS)} requests with one key by one task and one POST`, async () => {
    await withGateways(async () => {
      const answers = await buyAtAll('one key', REQUESTS);
      const ids = new Set(answers.map(({ createTextToVideo }) => createTextToVideo.task?.id));
      expect([...ids]).toEqual([expect.any(String)]);
      const first = answers.filter(({ createTextToVideo }) => !createTextToVideo.replayed);
      expect(first).toHaveLength(1);
      expect(postsOf('one key')).toBe(1);
    });
  }, 60_000);

  it('answer ten requests with each of twenty keys by twenty tasks', async () => {
    await withGateways(async () => {
      emulator.settings.concurrency = null;
      const keys = Array.from({ length: 20 }, (_, at) => `key ${String(at)}`);
      const answers = await Promise.all(keys.map((key) => buyAtAll(key, 10)));
      const ids = answers.map(
        (ofKey) => new Set(ofKey.map(({ createTextToVideo }) => createTextToVideo.task?.id)),
      );
      expect(ids.map(({ size }) => size)).toEqual(keys.map(() => 1));
      expect(new Set(ids.flatMap((ofKey) => [...ofKey])).size).toBe(keys.length);
      await eventually(() => {
        expect(keys.map(postsOf)).toEqual(keys.map(() => 1));
      });
    });
  }, 60_000);
});
