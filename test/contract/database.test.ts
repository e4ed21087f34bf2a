import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';

import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { kyselyOver } from '../../src/adapters/postgres/connection/kysely-over.js';
import { startPglite } from '../../src/adapters/postgres/connection/start-pglite.js';
import { PglitePool } from '../../src/adapters/postgres/connection/pglite-pool.js';
import type { Tables } from '../../src/adapters/postgres/tables.js';
import {
  createPostgresDatabase,
  describePostgres,
  eachSetup,
  lentPglite,
  pgliteTemplate,
  silentLog,
} from '../support/store/database.js';
import { Statements } from '../support/store/statements.js';

eachSetup('A database', (get) => {
  it('gives the same JavaScript types whatever the driver', async () => {
    const at = new Date('2026-01-02T03:04:05.678Z');
    const { rows } = await sql`select
      9007199254740991::int8 as int8, 1.25::numeric as numeric, 7::int4 as int4,
      count(*) as count, sum(1.5) as sum, null::int8 as nothing, true as bool,
      ${Buffer.from('00ff', 'hex')}::bytea as bytea,
      ${at}::timestamptz as timestamptz,
      ${JSON.stringify({ a: [1, null] })}::jsonb as object,
      ${JSON.stringify('text')}::jsonb as text,
      ${['a', 'b,"c"']}::text[] as texts`.execute(get().database.kysely);

    expect(rows).toEqual([
      {
        int8: Number.MAX_SAFE_INTEGER,
        numeric: 1.25,
        int4: 7,
        count: 1,
        sum: 1.5,
        nothing: null,
        bool: true,
        bytea: Buffer.from('00ff', 'hex'),
        timestamptz: at,
        object: { a: [1, null] },
        text: 'text',
        texts: ['a', 'b,"c"'],
      },
    ]);
    const [row] = rows as { bytea: unknown; timestamptz: unknown }[];
    expect(row?.bytea).toBeInstanceOf(Buffer);
    expect(row?.timestamptz).toBeInstanceOf(Date);
  });

  it('refuses an int8 that no number holds', async () => {
    await expect(
      sql`select 9007199254740993::int8 as big`.execute(get().database.kysely),
    ).rejects.toThrow(RangeError);
  });

  it('rolls a failed transaction back and goes on', async () => {
    const { kysely } = get().database;
    const tenant = { id: 'acme', name: 'Acme', created_at: new Date(0) };
    await expect(
      kysely.transaction().execute(async (trx) => {
        await trx.insertInto('tenants').values(tenant).execute();
        await trx.insertInto('tenants').values(tenant).execute();
      }),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await kysely.selectFrom('tenants').selectAll().execute()).toEqual([]);
  });

  it('counts changed rows', async () => {
    const { kysely } = get().database;
    const tenant = { id: 'acme', name: 'Acme', created_at: new Date(0) };
    await kysely.insertInto('tenants').values(tenant).execute();
    const update = kysely.updateTable('tenants').set({ name: 'A' });
    expect((await update.executeTakeFirstOrThrow()).numUpdatedRows).toBe(1n);
    const none = update.where('id', '=', 'none');
    expect((await none.executeTakeFirstOrThrow()).numUpdatedRows).toBe(0n);
  });
});

describePostgres('Migrations', () => {
  it('are applied once when five processes start at once', async () => {
    const { url, drop } = await createPostgresDatabase();
    const databases = await Promise.all(
      Array.from({ length: 5 }, () => openDatabase({ url, log: silentLog, poolMax: 2 })),
    );
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select name from kysely_migration order by name');
    await client.end();
    const files = await readdir('src/adapters/postgres/migrations');
    expect(rows).toEqual(files.sort().map((file) => ({ name: file.replace('.ts', '') })));
    await Promise.all(databases.map((database) => database.close()));
    await drop();
  });
});

describe('A database that is up to date', () => {
  const openAfter = async (change: string): Promise<readonly string[]> => {
    const pglite = await startPglite(undefined, await pgliteTemplate());
    await pglite.exec(change);
    const { wrapPool, all } = new Statements();
    const database = await openDatabase({
      log: silentLog,
      startPglite: () => Promise.resolve(pglite),
      wrapPool,
    });
    await database.close();
    return all.map((statement) => statement.sql);
  };

  it('is opened without a look at all its tables', async () => {
    const texts = await openAfter('');
    expect(texts.filter((text) => text.includes('"kysely_migration"'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('pg_attribute'))).toEqual([]);
  });

  it.each([
    ['lacks a migration', `delete from kysely_migration where name = '0081-credential-changes'`],
    ['has one that is unknown', `insert into kysely_migration values ('9999-later', '')`],
  ])('is not taken for one that %s', async (_, change) => {
    await expect(openAfter(change)).rejects.toThrow('The database could not be migrated');
  });
});

describePostgres('A connection that does not answer', (get) => {
  it('is given up after its deadline, with its transaction, and not used again', async () => {
    const { url } = get();
    const database = await openDatabase({ url, log: silentLog, poolMax: 1, queryTimeoutMs: 200 });
    const { kysely } = database;
    const hung = kysely.transaction().execute(async (trx) => {
      await sql`select pg_sleep(20)`.execute(trx);
    });
    await expect(hung).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      cause: { message: 'Query read timeout' },
    });
    // On the same connection this would wait for the one before.
    expect((await sql`select 3 as three`.execute(kysely)).rows).toEqual([{ three: 3 }]);
    await database.close();
  });
});

describe('PGlite in a directory', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('keeps its rows, and is refused to a second opener while the first has it', async () => {
    const template = await pgliteTemplate();
    const first = await openDatabase({ dataDir, template, log: silentLog });
    const tenant = { id: 'acme', name: 'Acme', created_at: new Date(0) };
    await first.kysely.insertInto('tenants').values(tenant).execute();
    await expect(openDatabase({ dataDir, log: silentLog })).rejects.toThrow(`DATA_DIR ${dataDir}`);
    await first.close();

    const second = await openDatabase({ dataDir, template, log: silentLog });
    expect(await second.kysely.selectFrom('tenants').select('id').execute()).toEqual([
      { id: 'acme' },
    ]);
    await second.close();
  }, 60_000);

  it('begins with a gzipped template too, and only its owner can read its files', async () => {
    const template = new Blob([gzipSync(await (await pgliteTemplate()).arrayBuffer())]);
    const database = await openDatabase({ dataDir, template, log: silentLog });
    expect(await database.kysely.selectFrom('tenants').selectAll().execute()).toEqual([]);
    // No other one, which no vacuum would reach.
    const { rows } = await sql`select datname from pg_database`.execute(database.kysely);
    expect(rows).toEqual([{ datname: 'postgres' }]);
    await database.close();
    expect(await readdir(dataDir)).toEqual(['pglite']);
    for (const [name, mode] of [
      ['', 0o700],
      ['base', 0o700],
      ['PG_VERSION', 0o600],
    ] as const) {
      expect((await stat(join(dataDir, 'pglite', name))).mode & 0o777).toBe(mode);
    }
  }, 60_000);

  it('takes nothing that was unpacked in part for a database', async () => {
    const template = await pgliteTemplate();
    const half = template.slice(0, template.size / 2);
    await expect(openDatabase({ dataDir, template: half, log: silentLog })).rejects.toThrow(
      /cut short/,
    );
    expect(await readdir(dataDir)).toEqual(['unpacking']);
    // As a kill leaves it.
    await mkdir(join(dataDir, 'unpacking', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'unpacking', 'PG_VERSION'), '1');

    const database = await openDatabase({ dataDir, template, log: silentLog });
    expect(await database.kysely.selectFrom('tenants').selectAll().execute()).toEqual([]);
    await database.close();
    expect(await readdir(dataDir)).toEqual(['pglite']);
  }, 60_000);

  it('refuses a template with what no data directory has', async () => {
    const link = Buffer.alloc(1_024);
    link.write('base/elsewhere');
    link.write('2', 156);
    const template = new Blob([link]);
    await expect(openDatabase({ dataDir, template, log: silentLog })).rejects.toThrow(/type 2/);
    expect(await readdir(dataDir)).toEqual(['unpacking']);
  });
});

describe("PGlite's one connection", () => {
  const fail = (error: unknown): never => {
    throw error;
  };

  afterEach(() => {
    jest.useRealTimers();
  });

  it('ends a wait for oneself with POOL_EXHAUSTED, naming what its holder has run', async () => {
    const pool = new PglitePool(await lentPglite(), fail, 50);
    const kysely = kyselyOver(pool);

    async function forgetfulCaller(): Promise<void> {
      await kysely.transaction().execute(async (trx) => {
        await sql`select ${1}::int as held`.execute(trx);
        await sql`select 2`.execute(kysely);
      });
    }
    await expect(forgetfulCaller()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      cause: {
        code: 'POOL_EXHAUSTED',
        message: expect.stringContaining('select $1::int as held') as string,
      },
    });
    // The transaction was rolled back and the connection is free again.
    expect((await sql`select 3 as three`.execute(kysely)).rows).toEqual([{ three: 3 }]);
    await pool.end();
  });

  it('lets a line that moves wait for as long as it takes', async () => {
    const pool = new PglitePool(await lentPglite(), fail, 50);
    jest.useFakeTimers();
    const first = await pool.connect();
    const second = pool.connect();
    const third = pool.connect();

    jest.advanceTimersByTime(40);
    first.release();
    jest.advanceTimersByTime(40);
    (await second).release();
    (await third).release();
    await pool.end();
  });

  it('refuses the clients that still wait when it closes', async () => {
    const pool = new PglitePool(await lentPglite(), fail);
    const holder = await pool.connect();
    const waiting = expect(pool.connect()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await pool.end();
    await waiting;
    holder.release();
  });

  /** Leaves rows behind that are dead, and uses the connection so often that it is vacuumed. */
  async function wearOut(kysely: Kysely<Tables>): Promise<void> {
    await sql`create table worn as select id from generate_series(1, 3000) as id`.execute(kysely);
    await sql`update worn set id = -id`.execute(kysely);
    for (let uses = 0; uses < 1_000; uses += 1) {
      await sql`select pg_stat_force_next_flush()`.execute(kysely);
    }
  }

  it('is vacuumed between its users, since PGlite does not by itself', async () => {
    const pool = new PglitePool(await lentPglite(), fail);
    const kysely = kyselyOver(pool);
    await wearOut(kysely);
    const { rows } = await sql`
      select n_live_tup::integer as live, n_dead_tup::integer as dead, vacuum_count::integer as vacuums,
        analyze_count::integer as analyses
      from pg_stat_user_tables where relname = 'worn'`.execute(kysely);
    expect(rows).toEqual([{ live: 3_000, dead: 0, vacuums: 1, analyses: 1 }]);
    await sql`drop table worn`.execute(kysely);
    await pool.end();
  });

  it('goes on when a vacuum fails, and says why', async () => {
    const pglite = await startPglite(undefined, await pgliteTemplate());
    const errors: unknown[] = [];
    const pool = new PglitePool(pglite, (error) => errors.push(error));
    const broken = new Error('no space left');
    jest.spyOn(pglite, 'exec').mockRejectedValue(broken);
    await wearOut(kyselyOver(pool));
    expect((await sql`select 3 as three`.execute(kyselyOver(pool))).rows).toEqual([{ three: 3 }]);
    expect(errors).toEqual([broken]);
    await pool.end();
  });
});
