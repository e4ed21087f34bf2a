import { createHash, randomUUID } from 'node:crypto';
import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sql } from 'kysely';
import { Client } from 'pg';

import {
  kyselyOver,
  openDatabase,
  startPglite,
  type Database,
  type WrapPool,
} from '../../src/adapters/postgres/database.js';
import { migrateToLatest } from '../../src/adapters/postgres/migrate.js';
import { PglitePool } from '../../src/adapters/postgres/pglite-pool.js';
import type { Logger } from '../../src/ports/logger.js';
import { expectLedgerHolds } from './ledger.js';

export type DatabaseKind = Database['kind'];

/** A Postgres server on which tests make and drop databases of their own. */
const SERVER_URL = process.env.TEST_DATABASE_URL;

/** Whether `createPostgresDatabase` can make one. */
export const HAS_POSTGRES = SERVER_URL !== undefined;

const MIGRATIONS = 'src/adapters/postgres/migrations';

/** The first PGlite of a machine starts from nothing, and several files start at once. */
const OPEN_TIMEOUT_MS = 60_000;

export const silentLog: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface TestDatabase {
  readonly kind: DatabaseKind;
  readonly database: Database;
  /** A second gateway's handle on the same database; Postgres only. */
  openAnother(): Promise<Database>;
  /** Where it is; Postgres only. */
  readonly url: string | undefined;
  /** Empties all tables. Throws when the ledger did not hold. */
  clear(): Promise<void>;
  /** Closes everything that was opened here, and drops the database. */
  close(): Promise<void>;
}

/**
 * Runs the suite on PGlite and, where TEST_DATABASE_URL is set, on Postgres: one database a suite,
 * which is emptied after every test.
 */
export function eachDatabase(
  subject: string,
  suite: (get: () => TestDatabase) => void,
  wrapPool?: WrapPool,
): void {
  describe(`${subject} on PGlite`, () => {
    withDatabase('pglite', suite, wrapPool);
  });
  describePostgres(subject, suite, wrapPool);
}

/** For what one connection cannot show: locks, NOTIFY between processes, a lost server. */
export function describePostgres(
  subject: string,
  suite: (get: () => TestDatabase) => void,
  wrapPool?: WrapPool,
): void {
  if (SERVER_URL === undefined) {
    describe.skip(`${subject} on Postgres (skipped: TEST_DATABASE_URL is not set)`, () => {
      it('needs a Postgres server', () => undefined);
    });
    return;
  }
  describe(`${subject} on Postgres`, () => {
    withDatabase('postgres', suite, wrapPool);
  });
}

function withDatabase(
  kind: DatabaseKind,
  suite: (get: () => TestDatabase) => void,
  wrapPool: WrapPool | undefined,
): void {
  let opened: TestDatabase | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase(kind, wrapPool);
  }, OPEN_TIMEOUT_MS);
  suite(() => {
    if (opened === undefined) throw new Error('The database opens in beforeAll');
    return opened;
  });
  // After the suite's own hooks: what it has running is to be stopped before.
  afterEach(() => opened?.clear());
  afterAll(() => opened?.close());
}

/** A migrated, empty database of its own. `postgres` needs TEST_DATABASE_URL. */
export async function openTestDatabase(
  kind: DatabaseKind,
  wrapPool?: WrapPool,
): Promise<TestDatabase> {
  return kind === 'pglite' ? openOnPglite(wrapPool) : openOnPostgres(wrapPool);
}

async function openOnPglite(wrapPool?: WrapPool): Promise<TestDatabase> {
  const template = await pgliteTemplate();
  const database = await openDatabase({ log: silentLog, template, wrapPool });
  return {
    kind: 'pglite',
    database,
    url: undefined,
    openAnother: () => Promise.reject(new Error('PGlite has one connection')),
    clear: () => clear(database),
    close: () => database.close(),
  };
}

async function openOnPostgres(wrapPool?: WrapPool): Promise<TestDatabase> {
  const { url, drop } = await createPostgresDatabase();
  const opened: Database[] = [];
  const openAnother = async (): Promise<Database> => {
    const database = await openDatabase({ url, log: silentLog, wrapPool });
    opened.push(database);
    return database;
  };
  const database = await openAnother();
  return {
    kind: 'postgres',
    database,
    url,
    openAnother,
    clear: () => clear(database),
    close: async () => {
      await Promise.all(opened.map((one) => one.close()));
      await drop();
    },
  };
}

/** An empty database on the test server, without our tables. */
export async function createPostgresDatabase(): Promise<{
  readonly url: string;
  drop(): Promise<void>;
}> {
  if (SERVER_URL === undefined) throw new Error('TEST_DATABASE_URL is not set');
  const name = `gateway_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(SERVER_URL);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

async function onServer(statement: string): Promise<void> {
  const url = new URL(SERVER_URL ?? '');
  if (url.pathname.length <= 1) url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Deleting is quicker than TRUNCATE where tables are this small. */
async function clear(database: Database): Promise<void> {
  try {
    await expectLedgerHolds(database);
  } finally {
    await empty(database);
  }
}

async function empty({ kysely }: Database): Promise<void> {
  await sql`
    with
      events as (delete from task_events),
      keys as (delete from idempotency_keys),
      posts as (delete from submissions),
      holds as (delete from pool_holds),
      things as (delete from resources),
      credentials as (delete from api_keys)
    select 1`.execute(kysely);
  await sql`delete from tasks`.execute(kysely);
  await sql`delete from tenants`.execute(kysely);
}

/** A migrated data directory, kept between runs: PGlite starts from it in a quarter of the time. */
export async function pgliteTemplate(): Promise<Blob> {
  const path = join(tmpdir(), `runway-gateway-test-${await templateHash()}.tar`);
  try {
    return new Blob([await readFile(path)]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const pglite = await startPglite();
  await migrateToLatest(kyselyOver(new PglitePool(pglite, () => undefined)));
  const template = await pglite.dumpDataDir('none');
  await pglite.close();
  // Renamed into place, because other test files make the same template at the same time.
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, Buffer.from(await template.arrayBuffer()));
  await rename(draft, path);
  return template;
}

async function templateHash(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile('package-lock.json'));
  for (const file of (await readdir(MIGRATIONS)).sort()) {
    hash.update(await readFile(join(MIGRATIONS, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
