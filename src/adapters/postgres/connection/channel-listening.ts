import type { PGlite } from '@electric-sql/pglite';

import { openConnection, type PostgresAddress } from './connections.js';
import type { PglitePool } from './pglite-pool.js';

/** Notifications of one channel over one connection. */
export interface Listening {
  /**
   * Resolves when the connection has ended, by loss or by `stop`. Never with PGlite before `stop`.
   */
  readonly lost: Promise<void>;
  /** Rejects when the connection does not answer. */
  probe(): Promise<void>;
  stop(): Promise<void>;
}

export async function listenOnPostgres(
  address: PostgresAddress,
  channel: string,
  onPayload: (payload: string) => void,
): Promise<Listening> {
  const { client, lost } = await openConnection(address);
  client.on('notification', ({ payload }) => {
    onPayload(payload ?? '');
  });
  try {
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

/** LISTEN is a statement of the one session: it must not fall into an open transaction. */
export async function listenOnPglite(
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
