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

/** A gateway, which may be started again on its folder, and the Runway that it asks. */
class Stage {
  private constructor(
    readonly emulator: Emulator,
    private readonly start: () => Promise<GatewayProcess>,
    public gateway: GatewayProcess,
  ) {}

  static async with(main: readonly string[], work: (stage: Stage) => Promise<void>): Promise<void> {
    const dataDir = await mkdtemp(join(tmpdir(), 'gateway-term-'));
    const emulator = await startEmulator({ port: 0 });
    const environment = {
      DATA_DIR: dataDir,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'warn',
    };
    const start = () => GatewayProcess.start(environment, main);
    const stage = new Stage(emulator, start, await start());
    try {
      await work(stage);
    } finally {
      await stage.gateway.kill();
      await emulator.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  }

  async startAgain(): Promise<void> {
    this.gateway = await this.start();
  }

  async ask(query: string, variables: object): Promise<{ data?: unknown }> {
    const response = await fetch(`${this.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data?: unknown };
  }

  postsSeen(): number {
    return this.emulator.requests().filter(({ path }) => path === '/v1/text_to_video').length;
  }
}

// Guarantee: an orderly stop ends within 30 s whatever Runway does, loses nothing and pays nothing
// twice.
// Both at once, each with a folder of its own: most of the time the first one waits.
describe('a gateway that gets SIGTERM', () => {
  const builtGateway = useBuiltGateway();

  it.concurrent(
    'D8: waits 25 s for a submission that hangs, records it as UNCONFIRMED, and exits 0',
    () =>
      Stage.with(builtGateway(), async (stage) => {
        const { emulator, gateway } = stage;
        emulator.setFault({ path: '/v1/text_to_video', hang: true });
        const key = 'open-at-the-end';
        const variables = { ...VARIABLES, idempotencyKey: key };
        const asked = stage.ask(print(CreateTextToVideoDocument), variables);
        const lost = asked.catch(() => 'cut off');
        await eventually(() => {
          expect(stage.postsSeen()).toBe(1);
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
        await stage.startAgain();
        const { data } = await stage.ask(print(TaskDocument), { idempotencyKey: key });
        expect((data as TaskQuery).task?.status).toBe('UNCONFIRMED');
        expect(stage.postsSeen()).toBe(1);
      }),
    180_000,
  );

  it.concurrent(
    'D8: lets an open submission end, and answers its client',
    () =>
      Stage.with(builtGateway(), async (stage) => {
        stage.emulator.setFault({ path: '/v1/text_to_video', delayMs: 1_500 });
        const asked = stage.ask(print(CreateTextToVideoDocument), VARIABLES);
        await eventually(() => {
          expect(stage.postsSeen()).toBe(1);
        });
        expect(await stage.gateway.terminate()).toBe(0);
        expect(JSON.stringify(await asked)).toContain('PENDING');
      }),
    180_000,
  );
});
