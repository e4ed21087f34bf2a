import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  type TaskQuery,
} from '../../client/src/generated/graphql.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { eventually } from '../support/time/eventually.js';
import { GatewayProcess, STOP_MS_MAX } from '../support/gateway/gateway-process.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

const VARIABLES = {
  input: { gen4_5: { promptText: 'A lighthouse at dawn', ratio: 'RATIO_1280_720', duration: 5 } },
};

// Guarantee: an orderly stop ends within 30 s whatever Runway does, loses nothing and pays nothing
// twice.
describe('a gateway that gets SIGTERM', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  let emulator: Emulator;
  let gateway: GatewayProcess;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-term-'));
    emulator = await startEmulator({ port: 0 });
    gateway = await start();
  }, 60_000);

  afterEach(async () => {
    await gateway.kill();
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<GatewayProcess> {
    const environment = {
      DATA_DIR: dataDir,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'warn',
    };
    return await GatewayProcess.start(environment, builtGateway());
  }

  async function ask(query: string, variables: object): Promise<{ data?: unknown }> {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data?: unknown };
  }

  const postsSeen = (): number =>
    emulator.requests().filter(({ path }) => path === '/v1/text_to_video').length;

  it('D8: waits 25 s for a submission that hangs, records it as UNCONFIRMED, and exits 0', async () => {
    emulator.setFault({ path: '/v1/text_to_video', hang: true });
    const key = 'open-at-the-end';
    const asked = ask(print(CreateTextToVideoDocument), { ...VARIABLES, idempotencyKey: key });
    const lost = asked.catch(() => 'cut off');
    await eventually(() => {
      expect(postsSeen()).toBe(1);
    });
    const startedAt = performance.now();
    const ended = gateway.terminate();
    // Two signals at once would be one: the first has to have been heard.
    await eventually(async () => {
      await expect(fetch(`${gateway.url}/readyz`)).rejects.toThrow();
    });
    // A second signal does not hurry, and harms nothing.
    const endedAgain = gateway.terminate();
    expect(await Promise.all([ended, endedAgain])).toEqual([0, 0]);
    const tookMs = performance.now() - startedAt;
    expect(tookMs).toBeGreaterThan(24_000);
    expect(tookMs).toBeLessThan(STOP_MS_MAX);
    await lost;

    emulator.clearFaults();
    gateway = await start();
    const { data } = await ask(print(TaskDocument), { idempotencyKey: key });
    expect((data as TaskQuery).task?.status).toBe('UNCONFIRMED');
    expect(postsSeen()).toBe(1);
  }, 180_000);

  it('D8: lets an open submission end, and answers its client', async () => {
    emulator.setFault({ path: '/v1/text_to_video', delayMs: 1_500 });
    const asked = ask(print(CreateTextToVideoDocument), VARIABLES);
    await eventually(() => {
      expect(postsSeen()).toBe(1);
    });
    expect(await gateway.terminate()).toBe(0);
    expect(JSON.stringify(await asked)).toContain('PENDING');
  }, 60_000);
});
