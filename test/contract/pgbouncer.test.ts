// Guarantee: behind a pooler the gateway works, or it refuses to start and says which mode works; it never
// runs on sessions that others have between its transactions.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { withPostgres } from '../../src/adapters/postgres/connection/open-unmigrated.js';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { CreateTextToVideoDocument, TaskDocument } from '../../client/src/generated/graphql.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway } from '../support/gateway/start-gateway.js';
import {
  createPostgresDatabase,
  silentLog,
  type ServerDatabase,
} from '../support/store/database.js';
import { testKeys } from '../support/store/key-ring.js';
import { describePgbouncer, Pgbouncer } from '../support/store/pgbouncer.js';
import { refusal, startRefusingPostgres } from '../support/store/refusing-postgres.js';
import { FakeClock } from '../support/time/fake-clock.js';

const SHARED =
  /^DATABASE_URL: a pooler at 127\.0\.0\.1:\d+ gives one session.*pool_mode=session.*or name Postgres itself/;

async function messageOf(start: () => Promise<unknown>): Promise<string> {
  const reason: unknown = await start().then(
    () => new Error('It has opened'),
    (error: unknown) => error,
  );
  return reason instanceof Error ? reason.message : '';
}

const open = (url: string) => openDatabase({ url, log: silentLog, keys: testKeys });

describePgbouncer('A start behind PgBouncer', () => {
  let database: ServerDatabase;
  let pooler: Pgbouncer | undefined;

  beforeEach(async () => {
    database = await createPostgresDatabase();
  });

  afterEach(async () => {
    await pooler?.stop();
    pooler = undefined;
    await database.drop();
  });

  async function behind(settings: Readonly<Record<string, string>>): Promise<string> {
    pooler = await Pgbouncer.start(database.url, settings);
    return pooler.url;
  }

  it.each([
    ['with transactions', { pool_mode: 'transaction' }],
    ['with statements', { pool_mode: 'statement' }],
    // Two sessions that are free at once: the same one is not given twice in a row.
    [
      'with transactions in turn',
      { pool_mode: 'transaction', server_round_robin: '1', min_pool_size: '4' },
    ],
    [
      'that ignores the parameters of a start',
      { pool_mode: 'transaction', ignore_startup_parameters: 'options' },
    ],
  ])(
    'that pools %s is refused, and makes no table',
    async (_how, settings) => {
      const url = await behind(settings);
      expect(await messageOf(() => open(url))).toMatch(SHARED);
      expect(
        await messageOf(() => withPostgres({ url, schema: 'public' }, () => Promise.resolve())),
      ).toMatch(SHARED);
      const tables = await withPostgres(
        { url: database.url, schema: 'public' },
        async ({ db }) => await db.introspection.getTables(),
      );
      expect(tables).toEqual([]);
    },
    60_000,
  );

  it('of a gateway ends with these words', async () => {
    const url = await behind({ pool_mode: 'transaction' });
    expect(await messageOf(() => startGateway({ DATABASE_URL: url }))).toMatch(SHARED);
  }, 60_000);

  it('that refuses a parameter of the address says so, in each mode', async () => {
    for (const pool_mode of ['transaction', 'session']) {
      const url = new URL(await behind({ pool_mode }));
      url.searchParams.set('options', '-c synchronous_commit=off');
      expect(await messageOf(() => open(url.href))).toMatch(
        /^DATABASE_URL: a pooler at \S+ refuses a parameter.*unsupported startup parameter.*pool_mode=session/,
      );
      await pooler?.stop();
    }
  }, 60_000);

  it('with sessions works: notifications, prepared statements, a task from request to output', async () => {
    const url = await behind({ pool_mode: 'session' });
    const dataDir = await mkdtemp(join(tmpdir(), 'gateway-pooler-'));
    const clock = new FakeClock();
    const gateway = await startGateway({ DATABASE_URL: url, DATA_DIR: dataDir }, { clock });
    const other = await open(url);
    let onHeard: (payload: string) => void = () => undefined;
    const heard = new Promise<string>((resolve) => {
      onHeard = resolve;
    });
    const listening = await other.listen('pooler_test', onHeard);
    await sql`select pg_notify('pooler_test', 'here')`.execute(other.kysely);
    expect(await heard).toBe('here');
    await listening.stop();
    // The second one meets statements that are prepared.
    for (const promptText of ['one', 'two']) {
      const { createTextToVideo } = await gateway.data(CreateTextToVideoDocument, {
        input: aVideo(promptText),
      });
      const id = createTextToVideo.task.id;
      const settled = await clock.until(
        async () => {
          const { task } = await gateway.data(TaskDocument, { id });
          return task.settledAt !== null && task;
        },
        { stepMs: 1_000, steps: 100 },
      );
      expect(settled).toMatchObject({ status: 'SUCCEEDED' });
    }
    await other.close();
    await gateway.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 120_000);
});

describe('A start behind another pooler', () => {
  it.each([
    ['42P05', 'prepared statement "accept" already exists', SHARED],
    ['26000', 'prepared statement "accept" does not exist', SHARED],
    ['08P01', 'transaction blocks not allowed in statement pooling mode', SHARED],
    ['08P01', 'unsupported startup parameter: options', /refuses a parameter.*pool_mode=session/],
    [
      '08P01',
      'unsupported startup parameter in options: jit',
      /refuses a parameter.*pool_mode=session/,
    ],
  ])('is told by %s, %s', async (code, message, words) => {
    const server = await startRefusingPostgres(refusal(code, message));
    const url = `postgres://ann@127.0.0.1:${String(server.port)}/shop`;
    expect(await messageOf(() => open(url))).toMatch(words);
    await server.close();
  });
});
