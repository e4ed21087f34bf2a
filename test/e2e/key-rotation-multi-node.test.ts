// Guarantee: keys are rotated by a command that is killed again and again, beside two nodes that are
// under load and killed, too. No request fails, nothing is bought twice, no row becomes unreadable, and
// everything ends under the newest keys.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { print } from 'graphql';
import { openDatabase, type Database } from '../../src/adapters/postgres/connection/database.js';
import { KeyRing } from '../../src/adapters/postgres/encryption/key-ring.js';
import { countWrapped } from '../../src/adapters/postgres/encryption/replace-keys.js';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateApiKeyDocument,
  CreateTenantDocument,
  TasksDocument,
  type CreateApiKeyMutation,
  type Scope,
  type TasksQuery,
} from '../../client/src/generated/graphql.js';
import { seededRandom } from '../chaos/seeded-random.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import {
  createPostgresDatabase,
  describeServer,
  silentLog,
  type ServerDatabase,
} from '../support/store/database.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { TEST_KEY } from '../support/store/key-ring.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import {
  ROTATION_CLIENTS as CLIENTS,
  ROTATION_KILLS as KILLS,
  ROTATION_SEED as SEED,
} from '../support/load/load-size.js';
import { RestartedNodes } from '../support/gateway/restarted-nodes.js';
import { RotationLoad } from '../support/load/rotation-load.js';
import { RotationProcess } from '../support/load/rotation-process.js';
import { readSealed } from '../support/store/sealed-values.js';
import { WIDE_LIMITS } from '../support/gateway/wide-limits.js';
import { ask } from '../support/client/wire.js';
import { answered, type AnsweredData } from '../support/client/answered.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const NEW_KEY = Buffer.alloc(32, 'new').toString('base64');
const SCOPES: readonly Scope[] = ['GENERATE_VIDEO', 'TASK_READ'];

/** Tasks that are there when the first rotation begins. */
const TASKS = 20 * CLIENTS;

/** A node is killed beside every second kill of a rotation. */
const ROTATION_KILLS_PER_NODE_KILL = 2;

/** Of the rotations that are killed, those that are killed between two of their steps. */
const EARLY_SHARE = 0.2;

/** Of the rows that were there, those by which the pace of a rotation is measured: the rest may be held. */
const MEASURED_SHARE = 0.95;

/** The command asks to be run again when a client holds a row in each of its walks. */
const RUNS_MAX = 5;

const ringOf = (...keys: readonly string[]) => new KeyRing(keys.join(' '), 'ENCRYPTION_KEY');

describeServer('a rotation of keys beside two nodes on Postgres', () => {
  const builtGateway = useBuiltGateway();
  const random = seededRandom(SEED);
  let dataDir: string;
  let server: ServerDatabase;
  let emulator: Emulator;
  let apiKeys: readonly string[];
  const opened: Database[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
    server = await createPostgresDatabase();
    emulator = await startEmulator({
      port: 0,
      settings: { taskSeconds: 1, concurrency: null, credits: 1_000_000_000 },
    });
    await nodes.start();
    apiKeys = await Promise.all(Array.from({ length: CLIENTS }, (_, at) => apiKeyOf(at)));
  }, 600_000);

  afterAll(async () => {
    await nodes.terminate();
    await Promise.all(opened.map((database) => database.close()));
    await emulator.close();
    await server.drop();
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  const environment = (...keys: readonly string[]) => ({
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    DATA_DIR: dataDir,
    DATABASE_URL: server.url,
    ENCRYPTION_KEY: keys.join(' '),
    BOOTSTRAP_API_KEY: KEY,
    LIVE_TASKS_PER_TENANT_MAX: '1000000',
    QUEUED_TASKS_PER_TENANT_MAX: '1000000',
    RUNWAYML_BASE_URL: emulator.url,
    RUNWAYML_API_SECRET: 'key_test',
    ...WIDE_LIMITS,
  });

  const startNode = (...keys: readonly string[]) =>
    GatewayProcess.start(environment(...keys), builtGateway());

  /** As in the middle of a roll-out: the first key differs. */
  const nodes = new RestartedNodes(
    () => startNode(TEST_KEY, NEW_KEY),
    () => startNode(NEW_KEY, TEST_KEY),
  );

  async function open(...keys: readonly string[]): Promise<Database> {
    const ring = ringOf(...keys);
    const database = await openDatabase({
      url: server.url,
      log: silentLog,
      keys: () => Promise.resolve(ring),
    });
    opened.push(database);
    return database;
  }

  /** An API key of a tenant of its own, whose data keys are its own, too. */
  async function apiKeyOf(client: number): Promise<string> {
    const { url } = nodes.at(client);
    const id = `tenant-${String(client)}`;
    await ask(url, KEY, {
      query: print(CreateTenantDocument),
      variables: { input: { id, name: id } },
    });
    const answer = await ask(url, KEY, {
      query: print(CreateApiKeyDocument),
      variables: { input: { tenant: id, scopes: SCOPES } },
    });
    const { createApiKey } = answered(answer) as unknown as AnsweredData<CreateApiKeyMutation>;
    return createApiKey.credential;
  }

  /** Without a time: data keys are replaced once more. */
  function rotate(began: string | undefined, ...keys: readonly string[]): RotationProcess {
    const args = began === undefined ? ['--data-keys'] : ['--data-keys-before', began];
    return new RotationProcess(builtGateway(), environment(...keys), ...args);
  }

  /** Kills rotations at random points of their work, and a node beside some of them. Returns how many. */
  async function killOften(load: RotationLoad, database: Database): Promise<number> {
    let restarting = Promise.resolve();
    let began: string | undefined;
    let kills = 0;
    while (kills < KILLS && load.failures.length === 0) {
      const keys = random() < 0.5 ? [TEST_KEY, NEW_KEY] : [NEW_KEY, TEST_KEY];
      const point = random();
      const { all } = await countSealed(database);
      const rotation = rotate(random() < 0.5 ? undefined : began, ...keys);
      await rotation.printed(/ wrapped by /);
      if (nodes.killCount * ROTATION_KILLS_PER_NODE_KILL <= kills) {
        await restarting;
        const node = nodes.at(Math.floor(random() * 2));
        await load.untilOpenAt(node);
        restarting = nodes.restart(node);
        restarting.catch(() => undefined); // It is awaited later.
      }
      if (point > EARLY_SHARE) {
        const share = (point - EARLY_SHARE) / (1 - EARLY_SHARE);
        await untilSealed(rotation, database, share * all);
      }
      if (await rotation.kill()) kills += 1;
      began = rotation.began ?? began;
    }
    await restarting;
    return kills;
  }

  /** A rotation from beginning to end, under load. */
  async function rotateAll(database: Database) {
    const { all, rows } = await countSealed(database);
    let rotation = rotate(undefined, NEW_KEY, TEST_KEY);
    await rotation.printed(REPLACED);
    const since = performance.now();
    await untilSealed(rotation, database, MEASURED_SHARE * all);
    const seconds = (performance.now() - since) / 1_000;
    const rowsPerSecond = rotation.hasEnded ? undefined : (MEASURED_SHARE * rows) / seconds;
    const { began } = rotation;
    let code = await rotation.ended();
    for (let run = 1; code === 1 && began !== undefined && run < RUNS_MAX; run += 1) {
      rotation = rotate(began, NEW_KEY, TEST_KEY);
      code = await rotation.ended();
    }
    return { code, output: rotation.output, rowsPerSecond };
  }

  it('S2: fails no request, loses no row, and ends with everything under the newest keys', async () => {
    process.stdout.write(`ROTATION_SEED=${String(SEED)} repeats this rotation of keys.\n`);
    const database = await open(NEW_KEY, TEST_KEY);
    const load = new RotationLoad(nodes, emulator, apiKeys);
    const { kills, code, output, rowsPerSecond } = await load.during(async () => {
      await load.untilBought(TASKS);
      const kills = await killOften(load, database);
      return { kills, ...(await rotateAll(database)) };
    });
    expect(await nodes.terminate()).toEqual([0, 0]);

    // The old key is taken out.
    const alone = await open(NEW_KEY);
    const { rows, unreadable, outdated } = await readSealed(alone);
    process.stdout.write(
      [
        `${String(load.requestCount)} requests, ${String(load.repeatedCount)} sent again, ${String(load.failures.length)} failed, ${String(load.eventCount)} events`,
        `${String(kills)} kills of rotations, ${String(nodes.killCount)} of nodes`,
        `${String(rows)} rows, ${String(unreadable.length)} unreadable, ${rowsPerSecond?.toFixed(0) ?? 'no'} rows/s beside the load`,
        ...load.failures,
        output,
      ].join('\n'),
    );
    expect(load.failures).toEqual([]);
    expect(kills).toBe(KILLS);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain(`${ringOf(TEST_KEY).currentId} wraps nothing`);
    expect(load.eventCount).toBeGreaterThan(0);
    expect([...load.posts].filter(([, count]) => count > 1)).toEqual([]);
    expect({ unreadable, outdated }).toEqual({ unreadable: [], outdated: [] });
    expect([...(await countWrapped(alone.kysely)).keys()]).toEqual(ringOf(NEW_KEY).ids);
    await expectLedgerHolds(alone);

    const last = await startNode(NEW_KEY);
    for (const [apiKey, bought] of load.bought) {
      expect(await listPrompts(last.url, apiKey)).toEqual(bought);
    }
    expect(await last.terminate()).toBe(0);
  }, 1_800_000);
});

const REPLACED = /\d+ data keys? replaced/;

/** Rows with encrypted columns, and of the first and the last table of a rotation all and those under the newest keys. */
async function countSealed({ kysely }: Database) {
  const { rows } = await sql<{ all: number; newest: number; rows: number }>`
    with
      newest as (select id from data_keys where is_current and purpose = 'seal'),
      sealed as (
        select split_part(input #>> '{}', '.', 2) as key from tasks
        union all select split_part(request #>> '{}', '.', 2) from submissions
      )
    select count(*)::int as all,
      (count(*) filter (where key in (select id from newest)))::int as newest,
      (count(*) + (select count(*) from task_events))::int as rows
    from sealed`.execute(kysely);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate has a row');
  return row;
}

/** Resolves when the rotation has so much under the newest keys, or has ended. The query is the pause. */
async function untilSealed(
  rotation: RotationProcess,
  database: Database,
  count: number,
): Promise<void> {
  await rotation.printed(REPLACED);
  while (!rotation.hasEnded && (await countSealed(database)).newest < count);
}

/** The prompts of all tasks of a tenant, by id. */
async function listPrompts(url: string, apiKey: string): Promise<ReadonlyMap<string, string>> {
  const prompts = new Map<string, string>();
  for (let after: string | null = null; ;) {
    const answer = await ask(url, apiKey, {
      query: print(TasksDocument),
      variables: { first: 100, after },
    });
    const { nodes, pageInfo } = (answered(answer) as unknown as AnsweredData<TasksQuery>).tasks;
    for (const { id, input } of nodes) {
      prompts.set(id, /"promptText":"([^"]*)"/.exec(JSON.stringify(input))?.[1] ?? '');
    }
    if (!pageInfo.hasNextPage) return prompts;
    after = pageInfo.endCursor ?? null;
  }
}
