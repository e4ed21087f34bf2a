import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import {
  describeServer,
  openTestDatabase,
  silentLog,
  type TestDatabase,
} from '../support/store/database.js';
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

/** Two gateways, which reach their database over a line, and a dozen clients. */
class Stage {
  answered = 0;
  failed = 0;

  private constructor(
    readonly store: TestDatabase,
    readonly line: Line,
    private readonly emulator: Emulator,
    private readonly gateways: readonly App[],
  ) {}

  static async with(work: (stage: Stage) => Promise<void>): Promise<void> {
    const dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
    const store = await openTestDatabase('postgres');
    const emulator = await startEmulator({
      port: 0,
      settings: { taskSeconds: 1, concurrency: null },
    });
    const { line, url } = await lineTo(store.url ?? '');
    const config = readConfig({
      NODE_ENV: 'test',
      ENCRYPTION_KEY: TEST_KEY,
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      RUNWAY_TIMEOUT_MS: '10000',
      BOOTSTRAP_API_KEY: KEY,
      ...WIDE_LIMITS,
    });
    const gateways: App[] = [];
    try {
      for (let index = 0; index < NODES; index += 1) {
        gateways.push(await startApp(config, { log: silentLog }));
      }
      await work(new Stage(store, line, emulator, gateways));
    } finally {
      await line.mend();
      await Promise.all(gateways.map((gateway) => gateway.stop()));
      await line.cut();
      await emulator.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  }

  /** A dozen clients, each with one request at a time; the tasks by request. */
  async load(): Promise<ReadonlyMap<number, string>> {
    const tasks = new Map<number, string>();
    let next = 0;
    const client = async (): Promise<void> => {
      while (next < REQUESTS) {
        const at = next;
        next += 1;
        tasks.set(at, await this.#buy(at));
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    return tasks;
  }

  /** Every request has one task; it has been sent once, or is marked as perhaps not sent. */
  async expectNothingLost(tasks: ReadonlyMap<number, string>): Promise<void> {
    const { kysely } = this.store.database;
    await eventually(async () => {
      const rows = await kysely.selectFrom('tasks').select(['id', 'status']).execute();
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(tasks.values()));
      const status = new Map(rows.map((row) => [row.id, row.status]));
      for (const [at, id] of tasks) {
        expect(status.get(id)).toMatch(/^(SUCCEEDED|UNCONFIRMED)$/);
        expect(this.#postsOf(at)).toBeLessThanOrEqual(1);
        if (status.get(id) === 'SUCCEEDED') expect(this.#postsOf(at)).toBe(1);
      }
    }, PATIENCE_MS);
    await expectLedgerHolds(this.store.database);
    for (const { url } of this.gateways) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  }

  /** Asks again with the same key until it gets a task, as a client does that was promised one. */
  async #buy(at: number): Promise<string> {
    const idempotencyKey = `key ${String(at)}`;
    for (let attempt = at; ; attempt += 1) {
      const response = await fetch(`${this.gateways[attempt % NODES]?.url ?? ''}/graphql`, {
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
        this.answered += 1;
        return id;
      }
      this.failed += 1;
      await systemClock.sleep(AGAIN_MS);
    }
  }

  #postsOf(at: number): number {
    return this.emulator
      .requests()
      .filter(
        ({ method, body }) =>
          method === 'POST' && JSON.stringify(body).includes(`"key ${String(at)}"`),
      ).length;
  }
}

/** A line to a database's server, and the database's URL over it. */
async function lineTo(database: string): Promise<{ readonly line: Line; readonly url: string }> {
  const direct = new URL(database);
  const line = await Line.open(`http://127.0.0.1:${direct.port === '' ? '5432' : direct.port}`);
  const through = new URL(direct);
  through.host = new URL(line.url).host;
  return { line, url: through.href };
}

// Guarantee: whatever becomes of the connections to the database, an accepted request is not lost
// and none is paid twice, and the gateways recover by themselves.
// All at once, each with a database of its own: most of the time they wait for leases and deadlines.
describeServer('gateways that lose their database under load', () => {
  const builtGateway = useBuiltGateway();

  it.concurrent(
    'D2: by a line that is cut for a while',
    () =>
      Stage.with(async (stage) => {
        const all = stage.load();
        await eventually(() => {
          expect(stage.answered).toBeGreaterThan(CLIENTS);
        }, PATIENCE_MS);
        await stage.line.cut();
        await eventually(() => {
          expect(stage.failed).toBeGreaterThan(5 * CLIENTS);
        }, PATIENCE_MS);
        await stage.line.mend();
        await stage.expectNothingLost(await all);
      }),
    300_000,
  );

  // Guarantee: a stop ends within 30 s whatever hangs.
  it.concurrent(
    'stop in time though their connections stand still',
    async () => {
      const store = await openTestDatabase('postgres');
      const { line, url } = await lineTo(store.url ?? '');
      const environment = {
        DATABASE_URL: url,
        EMULATOR_PORT: '0',
        BOOTSTRAP_API_KEY: KEY,
        LOG_LEVEL: 'warn',
      };
      const gateway = await GatewayProcess.start(environment, builtGateway());
      line.stall();
      const startedAt = performance.now();
      await gateway.terminate();
      expect(performance.now() - startedAt).toBeLessThan(STOP_MS_MAX);
      await line.cut();
      await store.close();
    },
    180_000,
  );

  it.concurrent(
    'D2: by sessions that the server ends, again and again',
    () =>
      Stage.with(async (stage) => {
        const all = stage.load();
        for (let times = 1; times <= 4; times += 1) {
          await eventually(() => {
            expect(stage.answered).toBeGreaterThan(times * 10);
          }, PATIENCE_MS);
          await sql`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`.execute(
            stage.store.database.kysely,
          );
        }
        await stage.expectNothingLost(await all);
      }),
    300_000,
  );
});
