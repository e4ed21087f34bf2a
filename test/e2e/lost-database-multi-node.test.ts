import { print } from 'graphql';
import { sql } from 'kysely';
import { systemClock } from '../../src/adapters/system-clock.js';
import { startApp, type App } from '../../src/app/start-app.js';
import { readConfig } from '../../src/config/config.js';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  type CreateTextToVideoMutation,
} from '../../client/src/generated/graphql.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { describePostgres, silentLog } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import { aVideo } from '../support/client/inputs.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import { GatewayProcess, STOP_MS_MAX } from '../support/gateway/gateway-process.js';
import { Line } from '../support/store/line.js';
import { WIDE_LIMITS } from '../support/gateway/wide-limits.js';
import { TEST_KEY } from '../support/store/key-ring.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const NODES = 2;
const REQUESTS = 60;
const CLIENTS = 12;

/** What is left UNCONFIRMED has waited for its lease of 40 s, and for the sweep after. */
const PATIENCE_MS = 120_000;

/** A client whose request has failed waits before it asks again. */
const AGAIN_MS = 50;

// Guarantee: whatever becomes of the connections to the database, an accepted request is not lost
// and none is paid twice, and the gateways recover by themselves.
describePostgres('gateways that lose their database under load', (get) => {
  const builtGateway = useBuiltGateway();
  let emulator: Emulator;
  let line: Line;
  let urls: readonly string[];
  let answered: number;
  let failed: number;

  /** Within the test, because the suite empties the database before its own hooks are done. */
  async function withGateways(work: () => Promise<void>): Promise<void> {
    const direct = new URL(get().url ?? '');
    emulator = await startEmulator({ port: 0, settings: { taskSeconds: 1, concurrency: null } });
    line = await Line.open(`http://127.0.0.1:${direct.port === '' ? '5432' : direct.port}`);
    const through = new URL(direct);
    through.host = new URL(line.url).host;
    const config = readConfig({
      NODE_ENV: 'test',
      ENCRYPTION_KEY: TEST_KEY,
      PORT: '0',
      DATABASE_URL: through.href,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      RUNWAY_TIMEOUT_MS: '10000',
      BOOTSTRAP_API_KEY: KEY,
      ...WIDE_LIMITS,
    });
    const gateways: App[] = [];
    [answered, failed] = [0, 0];
    try {
      for (let index = 0; index < NODES; index += 1) {
        gateways.push(await startApp(config, { log: silentLog }));
      }
      urls = gateways.map(({ url }) => url);
      await work();
    } finally {
      await line.mend();
      await Promise.all(gateways.map((gateway) => gateway.stop()));
      await line.cut();
      await emulator.close();
    }
  }

  /** Asks again with the same key until it gets a task, as a client does that was promised one. */
  async function buy(at: number): Promise<string> {
    const idempotencyKey = `key ${String(at)}`;
    for (let attempt = at; ; attempt += 1) {
      const response = await fetch(`${urls[attempt % NODES] ?? ''}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
        body: JSON.stringify({
          query: print(CreateTextToVideoDocument),
          variables: { input: aVideo(idempotencyKey), idempotencyKey },
        }),
      });
      const { data } = (await response.json()) as { data?: CreateTextToVideoMutation | null };
      const id = data?.createTextToVideo?.task.id;
      if (id !== undefined) {
        answered += 1;
        return id;
      }
      failed += 1;
      await systemClock.sleep(AGAIN_MS);
    }
  }

  /** A dozen clients, each with one request at a time; the tasks by request. */
  async function load(): Promise<ReadonlyMap<number, string>> {
    const tasks = new Map<number, string>();
    let next = 0;
    const client = async (): Promise<void> => {
      while (next < REQUESTS) {
        const at = next;
        next += 1;
        tasks.set(at, await buy(at));
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    return tasks;
  }

  const postsOf = (at: number): number =>
    emulator
      .requests()
      .filter(
        ({ method, body }) =>
          method === 'POST' && JSON.stringify(body).includes(`"key ${String(at)}"`),
      ).length;

  /** Every request has one task; it has been sent once, or is marked as perhaps not sent. */
  async function expectNothingLost(tasks: ReadonlyMap<number, string>): Promise<void> {
    const { kysely } = get().database;
    await eventually(async () => {
      const rows = await kysely.selectFrom('tasks').select(['id', 'status']).execute();
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(tasks.values()));
      const status = new Map(rows.map((row) => [row.id, row.status]));
      for (const [at, id] of tasks) {
        expect(status.get(id)).toMatch(/^(SUCCEEDED|UNCONFIRMED)$/);
        expect(postsOf(at)).toBeLessThanOrEqual(1);
        if (status.get(id) === 'SUCCEEDED') expect(postsOf(at)).toBe(1);
      }
    }, PATIENCE_MS);
    await expectLedgerHolds(get().database);
    for (const url of urls) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  }

  it('D2: by a line that is cut for a while', async () => {
    await withGateways(async () => {
      const all = load();
      await eventually(() => {
        expect(answered).toBeGreaterThan(CLIENTS);
      }, PATIENCE_MS);
      await line.cut();
      await eventually(() => {
        expect(failed).toBeGreaterThan(5 * CLIENTS);
      }, PATIENCE_MS);
      await line.mend();
      await expectNothingLost(await all);
    });
  }, 300_000);

  // Guarantee: a stop ends within 30 s whatever hangs.
  it('stop in time though their connections stand still', async () => {
    const direct = new URL(get().url ?? '');
    const other = await Line.open(`http://127.0.0.1:${direct.port === '' ? '5432' : direct.port}`);
    const through = new URL(direct);
    through.host = new URL(other.url).host;
    const environment = {
      DATABASE_URL: through.href,
      EMULATOR_PORT: '0',
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'warn',
    };
    const gateway = await GatewayProcess.start(environment, builtGateway());
    other.stall();
    const startedAt = performance.now();
    await gateway.terminate();
    expect(performance.now() - startedAt).toBeLessThan(STOP_MS_MAX);
    await other.cut();
  }, 180_000);

  it('D2: by sessions that the server ends, again and again', async () => {
    await withGateways(async () => {
      const all = load();
      for (let times = 1; times <= 4; times += 1) {
        await eventually(() => {
          expect(answered).toBeGreaterThan(times * 10);
        }, PATIENCE_MS);
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`.execute(
          get().database.kysely,
        );
      }
      await expectNothingLost(await all);
    });
  }, 300_000);
});
