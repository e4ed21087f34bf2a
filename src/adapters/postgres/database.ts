import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql, type PostgresPool } from 'kysely';
import { Client, Pool, types, type PoolConfig } from 'pg';

import type { Logger } from '../../ports/logger.js';
import { lockDataDir } from './data-dir-lock.js';
import { migrateToLatest } from './migrate.js';
import { PglitePool } from './pglite-pool.js';
import { PreparingPool } from './preparing-pool.js';
import type { Tables } from './tables.js';
import { VALUE_PARSERS } from './value-parsers.js';
import { Wakes } from './wakes.js';

/** Connections a process takes by default, one more for LISTEN apart. */
const POOL_MAX_DEFAULT = 10;

/** 5 s to get a connection, or to be answered where nothing but a heartbeat is asked. */
const CONNECT_TIMEOUT_MS = 5_000;

/** 60 s. A node that dies within a transaction must not keep its row locks for ever. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;

/** 25 s. No statement takes as long by itself: the server ends one that waits for ever. */
const STATEMENT_TIMEOUT_MS = 25_000;

/** 30 s. A connection that does not answer even then is dead, e.g. open at one end alone. */
const QUERY_TIMEOUT_MS = 30_000;

export type WrapPool = (pool: PostgresPool) => PostgresPool;

/** Notifications of one channel over one connection. */
export interface Listening {
  /** Resolves when the connection has ended, by loss or by `stop`. Never with PGlite before `stop`. */
  readonly lost: Promise<void>;
  /** Rejects when the connection does not answer. */
  probe(): Promise<void>;
  stop(): Promise<void>;
}

/** An open, migrated database: Postgres, or PGlite in this process. The same SQL serves both. */
export interface Database {
  readonly kind: 'postgres' | 'pglite';
  readonly kysely: Kysely<Tables>;
  /** For statements that commit by themselves; a transaction announces its events itself. */
  readonly wakes: Wakes;
  readonly log: Logger;
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
 * there is none yet. Throws when the database cannot be reached or another process uses `dataDir`.
 */
export async function openDatabase(options: {
  readonly url?: string | undefined;
  readonly dataDir?: string | undefined;
  readonly template?: Blob | undefined;
  readonly log: Logger;
  readonly poolMax?: number | undefined;
  /** How long a connection may leave a statement unanswered; only tests give another. */
  readonly queryTimeoutMs?: number | undefined;
  /** Puts a pool before the driver's own, which sees every statement; only tests give one. */
  readonly wrapPool?: WrapPool | undefined;
}): Promise<Database> {
  if (options.url !== undefined) {
    await migratePostgres(options.url);
    return openPostgres({ ...options, url: options.url });
  }
  const database = await openPglite(options);
  try {
    await migrateToLatest(database.kysely);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Kysely over a pool of either driver. */
export function kyselyOver(pool: PostgresPool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Over a connection without our deadlines: a migration may take long, or wait for another node's. */
async function migratePostgres(url: string): Promise<void> {
  const pool = poolOf({ connectionString: url, max: 1 });
  try {
    await migrateToLatest(kyselyOver(new PreparingPool(pool)));
  } finally {
    await pool.end();
  }
}

function openPostgres({
  url,
  log,
  poolMax = POOL_MAX_DEFAULT,
  queryTimeoutMs = QUERY_TIMEOUT_MS,
  wrapPool = (pool) => pool,
}: {
  readonly url: string;
  readonly log: Logger;
  readonly poolMax?: number | undefined;
  readonly queryTimeoutMs?: number | undefined;
  readonly wrapPool?: WrapPool | undefined;
}): Database {
  const pool = poolOf({
    connectionString: url,
    max: poolMax,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: queryTimeoutMs,
    types: {
      getTypeParser: (oid, format) =>
        VALUE_PARSERS[oid] ?? (types.getTypeParser(oid, format) as (text: string) => unknown),
    },
  });
  pool.on('error', (error) => {
    log.warn({ err: error }, 'an idle database connection was lost');
  });
  const kysely = kyselyOver(wrapPool(new PreparingPool(pool)));
  const wakes = new Wakes(kysely, log);
  return {
    kind: 'postgres',
    kysely,
    wakes,
    log,
    check: () => check(kysely),
    listen: (channel, onPayload) => listenOnPostgres(url, channel, onPayload),
    // Not kysely.destroy(): it leaves a pool alone that has not been used yet.
    close: async () => {
      await wakes.stop();
      await pool.end();
    },
  };
}

/** The loss of a connection is told to whoever uses it, and must not end the process besides. */
function poolOf(config: PoolConfig): Pool {
  const pool = new Pool({
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...config,
  });
  // Without a listener of its own, a lost connection that is in use would throw.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  // One that is not in use tells the pool.
  pool.on('error', () => undefined);
  return pool;
}

async function listenOnPostgres(
  url: string,
  channel: string,
  onPayload: (payload: string) => void,
): Promise<Listening> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    // An error is always followed by `end`, but without a listener it would end the process.
    client.on('error', () => {
      resolve();
    });
    client.on('end', () => {
      resolve();
    });
  });
  client.on('notification', ({ payload }) => {
    onPayload(payload ?? '');
  });
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    lost,
    probe: async () => {
      await client.query('select 1');
    },
    stop: () => client.end(),
  };
}

async function openPglite({
  dataDir,
  log,
  template,
  wrapPool = (pool) => pool,
}: {
  readonly dataDir?: string | undefined;
  readonly log: Logger;
  readonly template?: Blob | undefined;
  readonly wrapPool?: WrapPool | undefined;
}): Promise<Database> {
  const lock = dataDir === undefined ? undefined : await lockDataDir(dataDir);
  try {
    const pglite = await startPglite(dataDir, template);
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
    throw error;
  }
}

/** PGlite with our value parsers, in `<dataDir>/pglite` or in memory, ready. */
export async function startPglite(dataDir?: string, template?: Blob): Promise<PGlite> {
  const directory = dataDir === undefined ? undefined : join(dataDir, 'pglite');
  if (directory !== undefined) await mkdir(directory, { recursive: true, mode: 0o700 });
  const isNew = directory === undefined || !existsSync(join(directory, 'PG_VERSION'));
  const pglite = new PGlite({
    parsers: { ...VALUE_PARSERS },
    ...(directory !== undefined && { dataDir: directory }),
    ...(template !== undefined && isNew && { loadDataDir: template }),
  });
  await pglite.waitReady;
  return pglite;
}

/** LISTEN is a statement of the one session: it must not fall into somebody's transaction. */
async function listenOnPglite(
  pglite: PGlite,
  pool: PglitePool,
  channel: string,
  onPayload: (payload: string) => void,
): Promise<Listening> {
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      return await work();
    } finally {
      client.release();
    }
  };
  const unlisten = await alone(() => pglite.listen(channel, onPayload));
  let end: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    lost,
    probe: () => Promise.resolve(),
    stop: async () => {
      await alone(() => unlisten());
      end();
    },
  };
}

async function check(kysely: Kysely<Tables>): Promise<void> {
  await sql`select 1`.execute(kysely);
}
