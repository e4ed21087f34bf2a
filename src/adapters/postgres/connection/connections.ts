import { Client, Pool, types, type ClientBase, type PoolConfig } from 'pg';

import { connectionTo } from './database-tls.js';
import { sessionStatements, type SessionUse } from './session-settings.js';
import { VALUE_PARSERS } from './value-parsers.js';

/** 5 s to get a connection, or to be answered where nothing but a heartbeat is asked. */
const CONNECT_TIMEOUT_MS = 5_000;

/** 3 s at a start, which is to end within 5 s when it cannot go on. */
const START_CONNECT_TIMEOUT_MS = 3_000;

/** A database on a server, and the schema in it that holds the gateway's tables. */
export interface PostgresAddress {
  readonly url: string;
  readonly schema: string;
}

/*
 * The one place that connects to Postgres: every connection has our session settings before it is
 * used. They are set by statements, because parameters of the URL win over those of the driver, and
 * poolers refuse start-up parameters that they do not know.
 */

/** Where a URL leads, as the driver reads it. Throws what the driver throws. */
export function targetOf(
  url: string,
): Pick<Client, 'host' | 'port' | 'user' | 'database' | 'password'> {
  return new Client(connectionTo(url));
}

/** A pool's loss of a connection is an error of the connection's user, and does not end the process. */
export function openPool(
  { url, schema }: PostgresAddress,
  use: SessionUse,
  config: Pick<PoolConfig, 'max' | 'query_timeout'>,
): Pool {
  const pool = new Pool({
    connectionTimeoutMillis: use === 'requests' ? CONNECT_TIMEOUT_MS : START_CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...connectionTo(url),
    types: {
      getTypeParser: (oid, format) =>
        VALUE_PARSERS[oid] ?? (types.getTypeParser(oid, format) as (text: string) => unknown),
    },
    ...config,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- pg-pool awaits it; its types lack that
    onConnect: async (client) => {
      // Without a listener of its own, a lost connection that is in use would throw.
      client.on('error', () => undefined);
      await begin(client, use, schema);
    },
  });
  // One that is not in use tells the pool.
  pool.on('error', () => undefined);
  return pool;
}

/** A connection apart from the pool. Resolves `lost` when it has ended, by loss or by `end`. */
export async function openConnection({
  url,
  schema,
}: PostgresAddress): Promise<{ readonly client: Client; readonly lost: Promise<void> }> {
  const client = new Client({
    ...connectionTo(url),
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
  try {
    await client.connect();
    await begin(client, 'requests', schema);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return { client, lost };
}

async function begin(client: ClientBase, use: SessionUse, schema: string): Promise<void> {
  const query = { text: sessionStatements(use, schema), query_timeout: CONNECT_TIMEOUT_MS };
  await client.query(query);
}
