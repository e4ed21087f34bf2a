import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

import type { Client } from 'pg';

import { openConnection, targetOf, type PostgresAddress } from './connections.js';
import { unfitDatabase } from './database-start-errors.js';
import { sharedSessions } from './pooler-words.js';

/** 3 s for a notification to come back: a start that cannot go on ends within 5 s. */
const ECHO_MS_MAX = 3_000;

/**
 * Throws where a connection is no session of its own, as behind a pooler that gives the session of
 * Postgres away between transactions. Known by behaviour: two connections that are open at once have
 * the same session, or one that listens is not told what the other sends.
 */
export async function assertOwnSessions(address: PostgresAddress): Promise<void> {
  const { client: listener } = await openConnection(address);
  try {
    const { client: sender } = await openConnection(address);
    try {
      if (await areOwn(listener, sender)) return;
    } finally {
      await sender.end();
    }
  } finally {
    await listener.end();
  }
  const { host, port } = targetOf(address.url);
  throw unfitDatabase(`DATABASE_URL: ${sharedSessions(`${host}:${String(port)}`)}`);
}

async function areOwn(listener: Client, sender: Client): Promise<boolean> {
  const channel = `sessions_${randomUUID()}`;
  await listener.query(`listen ${listener.escapeIdentifier(channel)}`);
  if ((await sessionOf(listener)) === (await sessionOf(sender))) return false;
  const signal = AbortSignal.timeout(ECHO_MS_MAX);
  const echoed = once(listener, 'notification', { signal }).then(
    () => true,
    () => false,
  );
  await sender.query('select pg_catalog.pg_notify($1, $2)', [channel, '']);
  return await echoed;
}

async function sessionOf(client: Client): Promise<unknown> {
  const { rows } = await client.query<{ readonly session: unknown }>(
    'select pg_catalog.pg_backend_pid() as session',
  );
  return rows[0]?.session;
}
