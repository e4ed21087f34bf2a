import { sql, type Kysely, type PostgresPool } from 'kysely';

import type { Logger } from '../../../ports/logger.js';
import { listenOnPglite, listenOnPostgres, type Listening } from './channel-listening.js';
import { openPool, type PostgresAddress } from './connections.js';
import { isUnverified } from './database-tls.js';
import { Ciphers } from '../encryption/ciphers.js';
import { ToldCredentialChanges } from '../keys/told-credential-changes.js';
import type { KeyRing } from '../encryption/key-ring.js';
import { assertNotLeft } from '../backup/store-notes.js';
import { lockDataDir, type DataDirLock } from './data-dir-lock.js';
import { assertUsable } from './embedded-folder.js';
import { kyselyOver } from './kysely-over.js';
import { migrateToLatest } from './migrate.js';
import { assertOwnSessions } from './own-sessions.js';
import { PreparingPool } from './preparing-pool.js';
import { assertSound } from './server-durability.js';
import { SCHEMA_DEFAULT } from './session-settings.js';
import { startPglite, type StartPglite } from './start-pglite.js';
import { explainDataDir, explainPostgres, unfitDatabase } from './database-start-errors.js';
import type { Tables } from '../tables.js';
import { unpackTemplate } from './unpack-template.js';
import { Wakes } from '../dispatch/wakes.js';

/** Connections a process takes by default, one more for LISTEN apart. */
const POOL_MAX_DEFAULT = 10;

/** 30 s. A connection that does not answer even then is dead, e.g. open at one end alone. */
const QUERY_TIMEOUT_MS = 30_000;

export type WrapPool = (pool: PostgresPool) => PostgresPool;

export interface ConnectionCounts {
  readonly used: number;
  readonly idle: number;
  readonly waiting: number;
}

/** An open, migrated database: Postgres, or PGlite in this process. The same SQL serves both. */
export interface Database {
  readonly kind: 'postgres' | 'pglite';
  readonly kysely: Kysely<Tables>;
  /** For statements that commit by themselves; a transaction announces its events itself. */
  readonly wakes: Wakes;
  readonly log: Logger;
  /** Told by this database's own connections, and by the event bus that listens on it. */
  readonly credentialChanges: ToldCredentialChanges;
  /** Seal and open what is stored encrypted. */
  readonly ciphers: Ciphers;
  /** Connections now, and queries that wait for one. */
  connections(): ConnectionCounts;
  /** Rejects when the database does not answer. */
  check(): Promise<void>;
  /** Calls `onPayload` for every notification on `channel` from now on. */
  listen(channel: string, onPayload: (payload: string) => void): Promise<Listening>;
  /** Ends all connections; with PGlite the process can open the directory again afterwards. */
  close(): Promise<void>;
}

/**
 * Opens and migrates. `url` (postgres://…) wins over `dataDir`; without either, PGlite lives in
 * memory and ends with the process. `template` is a data directory to start PGlite from, where
 * there is none yet. Throws, naming the setting to change, when the database cannot be opened.
 */
export async function openDatabase(options: {
  readonly url?: string | undefined;
  /** Of Postgres: where the tables are, `public` by default; it is made where it is missing. */
  readonly schema?: string | undefined;
  readonly dataDir?: string | undefined;
  readonly template?: Blob | undefined;
  readonly log: Logger;
  /**
   * Asked for once it is open: without them nothing that is stored encrypted can be read or
   * written.
   */
  readonly keys?: (() => Promise<KeyRing>) | undefined;
  readonly poolMax?: number | undefined;
  /** How long a connection may leave a statement unanswered; only tests give another. */
  readonly queryTimeoutMs?: number | undefined;
  /** Puts a pool before the driver's own, which sees every statement; only tests give one. */
  readonly wrapPool?: WrapPool | undefined;
  /** Starts the embedded database; only tests give another. */
  readonly startPglite?: StartPglite | undefined;
}): Promise<Database> {
  const { url, schema = SCHEMA_DEFAULT, dataDir } = options;
  if (url !== undefined) {
    const address = { url, schema };
    try {
      if (isUnverified(url)) {
        options.log.warn(
          {},
          'DATABASE_URL: sslmode=no-verify: the certificate of the server is not checked',
        );
      }
      await migratePostgres(address, options.schema === undefined);
    } catch (error) {
      throw explainPostgres(error, address);
    }
    return await withCiphers(openPostgres(address, options), options.keys);
  }
  const database = await openPglite(options);
  try {
    await migrateToLatest(database.kysely, SCHEMA_DEFAULT);
  } catch (error) {
    await database.close();
    throw dataDir === undefined ? error : explainDataDir(error, dataDir);
  }
  return await withCiphers(database, options.keys);
}

/** What it takes to read what is encrypted. */
export type Encrypted = Pick<Database, 'kysely' | 'ciphers' | 'log'>;

type Unencrypted = Omit<Database, 'ciphers'>;

/** Throws, naming the setting, when the keys are not those that the database was encrypted with. */
async function withCiphers(
  database: Unencrypted,
  keys: (() => Promise<KeyRing>) | undefined,
): Promise<Database> {
  try {
    const ciphers = new Ciphers(await keys?.());
    if (keys !== undefined) await ciphers.checkRing(database.kysely);
    const close = async (): Promise<void> => {
      ciphers.forgetAll();
      await database.close();
    };
    return { ...database, ciphers, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Over a connection without our deadlines: a migration may take long, or wait for another node's.
 */
async function migratePostgres(address: PostgresAddress, isSchemaImplied: boolean): Promise<void> {
  const pool = openPool(address, 'unbounded', { max: 1 });
  const kysely = kyselyOver(new PreparingPool(pool));
  try {
    await assertSound(kysely);
    await assertOwnSessions(address);
    if (isSchemaImplied) await assertNotElsewhere(kysely, address.schema);
    await migrateToLatest(kysely, address.schema);
    await assertNotLeft(kysely);
  } finally {
    await pool.end();
  }
}

/** Beginning anew beside a schema with live tasks would follow none of them. */
async function assertNotElsewhere(kysely: Kysely<Tables>, schema: string): Promise<void> {
  const { rows } = await sql<{ schema: string }>`
    select relnamespace::regnamespace::text as schema from pg_catalog.pg_class
    where relname = 'submissions' and relkind = 'r'
      and relnamespace in (select relnamespace from pg_class where relname = 'task_events')
  `.execute(kysely);
  const [first] = rows;
  if (first === undefined || rows.some((row) => row.schema === schema)) return;
  throw unfitDatabase(
    `The gateway's tables are in the schema ${first.schema} of the database. Set DATABASE_SCHEMA=${first.schema}, or DATABASE_SCHEMA=${schema} to begin anew.`,
  );
}

function openPostgres(
  address: PostgresAddress,
  {
    log,
    poolMax: max = POOL_MAX_DEFAULT,
    queryTimeoutMs: query_timeout = QUERY_TIMEOUT_MS,
    wrapPool = (unwrapped) => unwrapped,
  }: {
    readonly log: Logger;
    readonly poolMax?: number | undefined;
    readonly queryTimeoutMs?: number | undefined;
    readonly wrapPool?: WrapPool | undefined;
  },
): Unencrypted {
  const pool = openPool(address, 'requests', { max, query_timeout });
  pool.on('error', (error) => {
    log.warn({ err: error }, 'an idle database connection was lost');
  });
  const credentialChanges = new ToldCredentialChanges();
  const kysely = kyselyOver(wrapPool(new PreparingPool(pool, credentialChanges)));
  const wakes = new Wakes(kysely, log);
  return {
    kind: 'postgres',
    kysely,
    wakes,
    log,
    credentialChanges,
    connections: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    check: () => check(kysely),
    listen: (channel, onPayload) => listenOnPostgres(address, channel, onPayload),
    // Not kysely.destroy(): it leaves a pool alone that has not been used yet.
    close: async () => {
      await wakes.stop();
      await pool.end();
    },
  };
}

async function openPglite({
  dataDir,
  log,
  template,
  wrapPool = (pool) => pool,
  startPglite: start = startPglite,
}: {
  readonly dataDir?: string | undefined;
  readonly log: Logger;
  readonly template?: Blob | undefined;
  readonly wrapPool?: WrapPool | undefined;
  readonly startPglite?: StartPglite | undefined;
}): Promise<Unencrypted> {
  let lock: DataDirLock | undefined;
  try {
    if (dataDir !== undefined) {
      lock = await lockDataDir(dataDir);
      await assertUsable(dataDir);
      if (template !== undefined) await unpackTemplate(template, dataDir);
    }
    const pglite = await start(dataDir, dataDir === undefined ? template : undefined);
    const { PglitePool } = await import('./pglite-pool.js');
    const pool = new PglitePool(pglite, (error) => {
      log.warn({ err: error }, 'the database could not be vacuumed');
    });
    const kysely = kyselyOver(wrapPool(pool));
    const wakes = new Wakes(kysely, log);
    return {
      kind: 'pglite',
      kysely,
      wakes,
      log,
      // The one session listens to itself: a change is told with the answer of its commit.
      credentialChanges: new ToldCredentialChanges(),
      connections: () => pool.counts,
      check: () => check(kysely),
      listen: (channel, onPayload) => listenOnPglite(pglite, pool, channel, onPayload),
      close: async () => {
        await wakes.stop();
        await pool.end();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw dataDir === undefined ? error : explainDataDir(error, dataDir);
  }
}

async function check(kysely: Kysely<Tables>): Promise<void> {
  await sql`select 1`.execute(kysely);
}
