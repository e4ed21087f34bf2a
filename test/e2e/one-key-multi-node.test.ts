import { startApp, type App } from '../../src/app/start-app.js';
import { readConfig } from '../../src/config/config.js';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import { print } from 'graphql';
import {
  CreateTextToVideoDocument,
  type CreateTextToVideoMutation,
} from '../../client/src/generated/graphql.js';
import { describePostgres, silentLog } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import { aVideo } from '../support/client/inputs.js';
import { LOAD_KEYS } from '../support/load/load-size.js';
import { WIDE_LIMITS } from '../support/gateway/wide-limits.js';
import { TEST_KEY } from '../support/store/key-ring.js';
import { answered, type AnsweredData } from '../support/client/answered.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const NODES = 3;
const REQUESTS = 100;

/** More at once would only wait for each other. */
const KEYS_AT_ONCE = 20;

// Guarantee: an idempotency key buys once, however often and wherever it is used at the same time.
describePostgres('three gateways', (get) => {
  let emulator: Emulator;
  let urls: readonly string[];

  /** Within the test, because the suite empties the database before its own hooks are done. */
  async function withGateways(work: () => Promise<void>): Promise<void> {
    emulator = await startEmulator({ port: 0 });
    const config = readConfig({
      NODE_ENV: 'test',
      ENCRYPTION_KEY: TEST_KEY,
      PORT: '0',
      DATABASE_URL: get().url,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
      ...WIDE_LIMITS,
      LIVE_TASKS_PER_TENANT_MAX: '1000000',
      QUEUED_TASKS_PER_TENANT_MAX: '1000000',
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

  async function buy(
    url: string,
    idempotencyKey: string,
  ): Promise<AnsweredData<CreateTextToVideoMutation>> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({
        query: print(CreateTextToVideoDocument),
        variables: { input: aVideo(idempotencyKey), idempotencyKey },
      }),
    });
    return answered((await response.json()) as { data?: CreateTextToVideoMutation; errors?: [] });
  }

  const buyAtAll = (
    key: string,
    count: number,
  ): Promise<AnsweredData<CreateTextToVideoMutation>[]> =>
    Promise.all(Array.from({ length: count }, (_, at) => buy(urls[at % NODES] ?? '', key)));

  const postsOf = (key: string): number =>
    emulator
      .requests()
      .filter(({ method, body }) => method === 'POST' && JSON.stringify(body).includes(`"${key}"`))
      .length;

  it(`D3: answer ${String(REQUESTS)} requests with one key by one task and one POST`, async () => {
    await withGateways(async () => {
      const answers = await buyAtAll('one key', REQUESTS);
      const ids = new Set(answers.map(({ createTextToVideo }) => createTextToVideo.task.id));
      expect([...ids]).toEqual([expect.any(String)]);
      const first = answers.filter(({ createTextToVideo }) => !createTextToVideo.replayed);
      expect(first).toHaveLength(1);
      expect(postsOf('one key')).toBe(1);
    });
  }, 60_000);

  it(`D3: answer ten requests with each of ${String(LOAD_KEYS)} keys by as many tasks`, async () => {
    await withGateways(async () => {
      emulator.settings.concurrency = null;
      const posts = new Map<string, number>();
      // Time and again, because the emulator remembers the last requests only.
      const countPosts = (): void => {
        for (const { method, body } of emulator.requests()) {
          if (method !== 'POST') continue;
          const { promptText } = body as { readonly promptText: string };
          posts.set(promptText, (posts.get(promptText) ?? 0) + 1);
        }
        emulator.clearRequests();
      };
      const keys = Array.from({ length: LOAD_KEYS }, (_, at) => `key ${String(at)}`);
      const answers: CreateTextToVideoMutation[][] = [];
      for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
        const some = keys.slice(from, from + KEYS_AT_ONCE);
        answers.push(...(await Promise.all(some.map((key) => buyAtAll(key, 10)))));
        countPosts();
      }
      const ids = answers.map(
        (ofKey) => new Set(ofKey.map(({ createTextToVideo }) => createTextToVideo?.task.id)),
      );
      expect(ids.map(({ size }) => size)).toEqual(keys.map(() => 1));
      expect(new Set(ids.flatMap((ofKey) => [...ofKey])).size).toBe(keys.length);
      await eventually(() => {
        countPosts();
        expect(keys.map((key) => posts.get(key))).toEqual(keys.map(() => 1));
      });
    });
  }, 300_000);
});
