import { sql, type Kysely } from 'kysely';

import { openConnection, openPool } from '../../src/adapters/postgres/connection/connections.js';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { assertDurable } from '../../src/adapters/postgres/connection/server-durability.js';
import {
  sessionSettings,
  type SessionUse,
} from '../../src/adapters/postgres/connection/session-settings.js';
import type { Tables } from '../../src/adapters/postgres/tables.js';
import type { Logger } from '../../src/ports/logger.js';
import {
  createHostileDatabase,
  createPostgresDatabase,
  eachSetup,
  describePostgres,
  describeServer,
  silentLog,
  type ServerDatabase,
} from '../support/store/database.js';
import { testKeys } from '../support/store/key-ring.js';
import { sessionStateOf } from '../support/store/session-state.js';

/** As `pg_settings` spells them. */
const SPELLED: Readonly<Record<string, string>> = {
  datestyle: 'DateStyle',
  intervalstyle: 'IntervalStyle',
  timezone: 'TimeZone',
};

const expected = (use: SessionUse, schema: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sessionSettings(use, schema)).map(([name, setting]) => [
      SPELLED[name] ?? name,
      setting,
    ]),
  );

const SETTINGS = 'select name, setting from pg_catalog.pg_settings';

type Settings = readonly { readonly name: string; readonly setting: string }[];

/** Of all settings those that we set. */
const ours = (rows: Settings, wanted: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    rows.filter(({ name }) => name in wanted).map(({ name, setting }) => [name, setting]),
  );

eachSetup('D20, D31: a session of the gateway', (get) => {
  it('D20, D31: commits to disk, whatever the server, the role or the URL says', async () => {
    const show = sql<{ synchronous_commit: string }>`show synchronous_commit`;
    expect((await show.execute(get().database.kysely)).rows).toEqual([
      { synchronous_commit: 'on' },
    ]);
    // A transaction has no setting of its own.
    const { rows } = await get()
      .database.kysely.transaction()
      .execute((trx) => show.execute(trx));
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('D31: reads and writes what it reads and writes everywhere else', async () => {
    const { kysely } = get().database;
    const at = new Date('2026-02-03T04:05:06.789Z');
    const { rows } = await sql`select ${at}::timestamptz as at, 0.1::float8 + 0.2::float8 as float,
      '\\x00ff'::bytea as bytes, 'ü€' as text, array[null, 'a']::text[] as texts,
      null = null as unknown, current_setting('transaction_isolation') as isolation,
      current_setting('transaction_read_only') as read_only`.execute(kysely);
    expect(rows).toEqual([
      {
        at,
        float: 0.1 + 0.2,
        bytes: Buffer.from('00ff', 'hex'),
        text: 'ü€',
        texts: [null, 'a'],
        unknown: null,
        isolation: 'read committed',
        read_only: 'off',
      },
    ]);
  });
});

describePostgres('M17: a connection that comes back to its pool', (get) => {
  it('carries nothing of the transaction before, committed, rolled back or broken off', async () => {
    const { url } = get();
    const database = await openDatabase({ url, log: silentLog, poolMax: 1 });
    const { kysely } = database;
    const before = await sessionStateOf(kysely);
    const pid = sql<{ pid: number }>`select pg_backend_pid() as pid`;
    const { rows: first } = await pid.execute(kysely);
    const work = (end: 'commit' | 'throw' | 'fail') =>
      kysely.transaction().execute(async (trx) => {
        await sql`select set_config('app.tenant', 'acme', true)`.execute(trx);
        await sql`select pg_advisory_xact_lock(7)`.execute(trx);
        if (end === 'throw') throw new Error('broken off');
        if (end === 'fail') await sql`select 1 / 0`.execute(trx);
      });
    for (const end of ['commit', 'throw', 'fail'] as const) {
      const failed = await work(end).then(
        () => false,
        () => true,
      );
      expect([end, failed]).toEqual([end, end !== 'commit']);
      const { settings, ...others } = await sessionStateOf(kysely);
      // The name stays known, and has no value.
      const left = settings.filter((setting) => setting !== 'app.tenant=');
      expect({ settings: left, ...others }).toEqual(before);
      const { rows } = await sql<{ tenant: string | null }>`
        select nullif(current_setting('app.tenant', true), '') as tenant`.execute(kysely);
      expect(rows).toEqual([{ tenant: null }]);
    }
    expect((await pid.execute(kysely)).rows).toEqual(first);
    await database.close();
  });
});

describeServer('D20, D31: every connection to a hostile Postgres', () => {
  let server: ServerDatabase;
  beforeAll(async () => {
    server = await createHostileDatabase();
  }, 60_000);
  afterAll(() => server.drop());

  const address = () => ({ url: server.url, schema: server.schema ?? '' });

  it.each(['requests', 'unbounded'] as const)(
    'of the pool for %s has our settings',
    async (use) => {
      const pool = openPool(address(), use, { max: 3 });
      const clients = await Promise.all([1, 2, 3].map(() => pool.connect()));
      const wanted = expected(use, address().schema);
      for (const client of clients) {
        const { rows } = await client.query<Settings[number]>(SETTINGS);
        expect(ours(rows, wanted)).toEqual(wanted);
        client.release();
      }
      await pool.end();
    },
  );

  it('apart from the pool has them too', async () => {
    const { client } = await openConnection(address());
    const wanted = expected('requests', address().schema);
    const { rows } = await client.query<Settings[number]>(SETTINGS);
    expect(ours(rows, wanted)).toEqual(wanted);
    await client.end();
  });

  it('D31: stays ours though its database has a search path that leads elsewhere', async () => {
    const database = await openDatabase({ ...server, log: silentLog, keys: testKeys });
    const { rows } = await sql<{ schema: string }>`
      select distinct schemaname as schema from pg_catalog.pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(database.kysely);
    expect(rows).toEqual([{ schema: server.schema }]);
    await database.close();
  });
});

describeServer('D31: tables that are in another schema than the default one', () => {
  it('are named instead of being begun anew', async () => {
    const { url, drop } = await createPostgresDatabase();
    await (await openDatabase({ url, schema: 'mine', log: silentLog })).close();
    await expect(openDatabase({ url, log: silentLog })).rejects.toThrow('DATABASE_SCHEMA=mine');
    await (await openDatabase({ url, schema: 'mine', log: silentLog })).close();
    await (await openDatabase({ url, schema: 'public', log: silentLog })).close();
    await drop();
  });
});

describe('D20: a server that cannot keep what it commits', () => {
  let kysely: Kysely<Tables>;
  let close: () => Promise<void>;
  const warnings: string[] = [];
  const log: Logger = { ...silentLog, warn: (_fields, message) => warnings.push(message) };

  // PGlite runs with fsync=off: it stands for a Postgres that does.
  beforeAll(async () => {
    const database = await openDatabase({ log: silentLog, keys: testKeys });
    ({ kysely, close } = database);
  }, 60_000);
  beforeEach(() => {
    warnings.length = 0;
  });
  afterAll(() => close());

  it('is a configuration error in production', async () => {
    await expect(
      assertDurable({ kind: 'postgres', kysely }, { production: true, log }),
    ).rejects.toThrow(/DATABASE_URL has fsync=off/);
  });

  it('is warned of elsewhere', async () => {
    await assertDurable({ kind: 'postgres', kysely }, { production: false, log });
    expect(warnings).toEqual([expect.stringContaining('fsync=off')]);
  });

  it('is warned of in production where it is the embedded one', async () => {
    await assertDurable({ kind: 'pglite', kysely }, { production: false, log });
    expect(warnings).toEqual([]);
    await assertDurable({ kind: 'pglite', kysely }, { production: true, log });
    expect(warnings).toEqual([expect.stringContaining('DATABASE_URL')]);
  });
});
