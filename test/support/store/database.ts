import { createHash, randomUUID } from 'node:crypto';
import { existsSync, openAsBlob } from 'node:fs';
import { link, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { Client } from 'pg';

import {
  openDatabase,
  type Database,
  type WrapPool,
} from '../../../src/adapters/postgres/connection/database.js';
import { databaseTemplate } from '../../../src/adapters/postgres/connection/database-template.js';
import type { Logger } from '../../../src/ports/logger.js';
import { lendPglite } from '../loaded-once/lent-pglite.js';
import { testKeys } from './key-ring.js';
import { expectLedgerHolds } from './ledger.js';

export type DatabaseKind = Database['kind'];

/** `hostile`: a Postgres whose defaults are all wrong, and a role that may do next to nothing. */
type Setup = DatabaseKind | 'hostile';

/** A Postgres server on which tests make and drop databases of their own. */
const SERVER_URL = process.env.TEST_DATABASE_URL;

/** Whether `createPostgresDatabase` can make one. */
export const HAS_POSTGRES = SERVER_URL !== undefined;

const MIGRATIONS = 'src/adapters/postgres/migrations';

/** Also for tests that move the temporary folder afterwards. */
const TEMPLATES = tmpdir();

/** The first PGlite of a machine starts from nothing, and several files start at once. */
const OPEN_TIMEOUT_MS = 180_000;

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

/** Also on a Postgres whose database and role have hostile defaults: for what a setting can break. */
export function eachSetup(subject: string, suite: (get: () => TestDatabase) => void): void {
  eachDatabase(subject, suite);
  onPostgres(subject, 'hostile', suite);
}

/** For what one connection cannot show: locks, NOTIFY between processes, a lost server. */
export function describePostgres(
  subject: string,
  suite: (get: () => TestDatabase) => void,
  wrapPool?: WrapPool,
): void {
  onPostgres(subject, 'postgres', suite, wrapPool);
}

/** For suites that make databases of their own. */
export function describeServer(subject: string, suite: () => void): void {
  if (SERVER_URL !== undefined) describe(subject, suite);
  else skipped(subject);
}

function skipped(subject: string): void {
  describe.skip(`${subject} (skipped: TEST_DATABASE_URL is not set)`, () => {
    it('needs a Postgres server', () => undefined);
  });
}

function onPostgres(
  subject: string,
  setup: Setup,
  suite: (get: () => TestDatabase) => void,
  wrapPool?: WrapPool,
): void {
  const where = setup === 'hostile' ? 'a hostile Postgres (D31)' : 'Postgres';
  if (SERVER_URL === undefined) {
    skipped(`${subject} on ${where}`);
    return;
  }
  describe(`${subject} on ${where}`, () => {
    withDatabase(setup, suite, wrapPool);
  });
}

function withDatabase(
  setup: Setup,
  suite: (get: () => TestDatabase) => void,
  wrapPool: WrapPool | undefined,
): void {
  let opened: TestDatabase | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase(setup, wrapPool);
  }, OPEN_TIMEOUT_MS);
  suite(() => {
    if (opened === undefined) throw new Error('The database opens in beforeAll');
    return opened;
  });
  // After the suite's own hooks: what it has running is to be stopped before.
  afterEach(() => opened?.clear());
  afterAll(() => opened?.close());
}

/** A migrated, empty database of its own. All but `pglite` need TEST_DATABASE_URL. */
export async function openTestDatabase(setup: Setup, wrapPool?: WrapPool): Promise<TestDatabase> {
  if (setup === 'pglite') return openOnPglite(wrapPool);
  return openOnPostgres(
    setup === 'hostile'
      ? await createHostileDatabase()
      : await createPostgresDatabase(process.env['TEST_DATABASE_TEMPLATE']),
    wrapPool,
  );
}

async function openOnPglite(wrapPool?: WrapPool): Promise<TestDatabase> {
  const database = await openDatabase({
    log: silentLog,
    keys: testKeys,
    startPglite: lentPglite,
    wrapPool,
  });
  return {
    kind: 'pglite',
    database,
    url: undefined,
    openAnother: () => Promise.reject(new Error('PGlite has one connection')),
    clear: () => clear(database),
    close: () => database.close(),
  };
}

async function openOnPostgres(
  { url, schema, drop }: ServerDatabase,
  wrapPool?: WrapPool,
): Promise<TestDatabase> {
  const opened: Database[] = [];
  const openAnother = async (): Promise<Database> => {
    const database = await openDatabase({
      url,
      schema,
      log: silentLog,
      keys: testKeys,
      wrapPool,
    });
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

export interface ServerDatabase {
  readonly url: string;
  /** Undefined: the default one. */
  readonly schema?: string;
  drop(): Promise<void>;
}

/** Defaults of a database or a role; each of them has broken a gateway that trusted it. */
const HOSTILE_SETTINGS = {
  synchronous_commit: 'off',
  client_min_messages: 'error',
  bytea_output: 'escape',
  client_encoding: 'LATIN1',
  datestyle: 'SQL, DMY',
  extra_float_digits: '-15',
  intervalstyle: 'iso_8601',
  timezone: 'Asia/Kolkata',
  array_nulls: 'off',
  standard_conforming_strings: 'off',
  transform_null_equals: 'on',
  default_transaction_deferrable: 'on',
  default_transaction_isolation: 'serializable',
  default_transaction_read_only: 'on',
  idle_session_timeout: '2s',
  idle_in_transaction_session_timeout: '1ms',
  lock_timeout: '1ms',
  search_path: 'elsewhere',
  jit_above_cost: '0',
  plan_cache_mode: 'force_generic_plan',
  enable_indexscan: 'off',
  enable_hashjoin: 'off',
};

/**
 * A database with these defaults, in which a role of its own owns one schema and may do nothing
 * else. What its superusers may not set for others is the role's default.
 */
export async function createHostileDatabase(): Promise<ServerDatabase> {
  const { url: there, drop } = await createPostgresDatabase();
  const url = new URL(there);
  const database = url.pathname.slice(1);
  const role = `role_${database}`;
  const schema = 'gateway of its own';
  const settings = Object.entries(HOSTILE_SETTINGS);
  await onServer(
    [
      'begin',
      `create role ${role} login password '${role}'`,
      'revoke all on schema public from public',
      `revoke all on database ${database} from public`,
      `grant connect on database ${database} to ${role}`,
      `create schema "${schema}" authorization ${role}`,
      `create schema elsewhere`,
      // Half of them on each: a role's win over a database's.
      ...settings.map(([name, value], index) => {
        const whose = index % 2 === 0 ? `database ${database}` : `role ${role}`;
        return `alter ${whose} set ${name} to ${name === 'search_path' ? value : `'${value}'`}`;
      }),
      'commit',
    ].join(';\n'),
    there,
  );
  url.username = role;
  url.password = role;
  // What a URL says comes after the defaults, and is no more to be trusted.
  url.searchParams.set('options', '-c synchronous_commit=off');
  return {
    url: url.href,
    schema,
    drop: async () => {
      await drop();
      await onServer(`drop role ${role}`);
    },
  };
}

/** A database on the test server: empty, without our tables, or a copy of `template`. */
export async function createPostgresDatabase(template = 'template1'): Promise<ServerDatabase> {
  if (SERVER_URL === undefined) throw new Error('TEST_DATABASE_URL is not set');
  const name = `gateway_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name} template ${template}`);
  const url = new URL(SERVER_URL);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

async function onServer(statement: string, at = SERVER_URL): Promise<void> {
  const url = new URL(at ?? '');
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

async function empty({ kysely, ciphers }: Database): Promise<void> {
  await sql`
    with
      events as (delete from task_events),
      keys as (delete from idempotency_keys),
      posts as (delete from submissions),
      holds as (delete from pool_holds),
      audit as (delete from audit_events),
      heads as (delete from audit_head),
      beginnings as (delete from audit_beginning),
      alerts as (delete from security_alerts),
      rounds as (delete from alert_state),
      things as (delete from resources),
      notes as (delete from store_notes),
      credentials as (delete from api_keys)
    select 1`.execute(kysely);
  await sql`delete from tasks`.execute(kysely);
  await sql`delete from erased_outputs`.execute(kysely);
  await sql`delete from tenants`.execute(kysely);
  ciphers.forgetAll();
}

/** The embedded database of this worker process, or another one where the suite has that already. */
export const lentPglite = (): Promise<PGlite> => lendPglite(pgliteTemplate);

/** A migrated data directory, kept between runs: PGlite starts from it in a quarter of the time. */
export async function pgliteTemplate(): Promise<Blob> {
  const path = join(TEMPLATES, `runway-gateway-test-${await templateHash()}.tar`);
  if (!existsSync(path)) await makePgliteTemplate(path);
  // It has 25 MB, which a start on a folder that is there does not read.
  return await openAsBlob(path);
}

async function makePgliteTemplate(path: string): Promise<void> {
  const template = await databaseTemplate('none');
  // Other test files make the same template at the same time: the first one stays, because a blob whose
  // file is replaced cannot be read any more.
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, Buffer.from(await template.arrayBuffer()));
  await link(draft, path).catch(unlessThere);
  await rm(draft);
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** What the template comes from, beside the migrations. */
const MADE_BY = ['package-lock.json', 'src/adapters/postgres/connection/database-template.ts'];

async function templateHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of MADE_BY) hash.update(await readFile(file));
  for (const file of (await readdir(MIGRATIONS)).sort()) {
    hash.update(await readFile(join(MIGRATIONS, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
