import { sql } from 'kysely';

import type { Logger } from '../../../ports/logger.js';
import { unfitDatabase } from './database-start-errors.js';
import type { Db } from '../tasks/task-rows.js';

/** Of a server without them a crash can take what it has committed. No session can set them. */
const DURABLE = { fsync: 'on', full_page_writes: 'on' } as const;

/** Of a database or a role: without them rows cannot be stored, or references are not kept. */
const SOUND = { server_encoding: 'UTF8', session_replication_role: 'origin' } as const;

/** Throws when the database can keep no rows of ours. */
export async function assertSound(db: Db): Promise<void> {
  const [fault] = await deviations(db, SOUND);
  if (fault !== undefined) {
    throw unfitDatabase(`The database of DATABASE_URL has ${fault}. Name another database.`);
  }
}

/**
 * Throws in production when the server cannot keep what it commits, and warns elsewhere. The
 * embedded store, which has no fsync, is chosen knowingly: of it production is warned.
 */
export async function assertDurable(
  { kind, kysely }: { readonly kind: 'postgres' | 'pglite'; readonly kysely: Db },
  { production, log }: { readonly production: boolean; readonly log: Logger },
): Promise<void> {
  if (kind === 'pglite') {
    const told = 'the embedded database survives no power cut: set DATABASE_URL to a Postgres';
    if (production) log.warn({}, told);
    return;
  }
  const faults = await deviations(kysely, DURABLE);
  if (faults.length === 0) return;
  const text = `The server of DATABASE_URL has ${faults.join(' and ')}: a crash would lose accepted tasks.`;
  if (production) throw unfitDatabase(`Bad configuration:\n  ${text}`);
  log.warn({ settings: faults }, text);
}

/** Settings that are not as they must be, e.g. `fsync=off`. */
async function deviations(
  db: Db,
  wanted: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const names = Object.keys(wanted);
  const { rows } = await sql<{ name: string; value: string }>`
    select name, pg_catalog.current_setting(name) as value from unnest(${names}::text[]) as name
  `.execute(db);
  return rows.flatMap(({ name, value }) =>
    value === wanted[name] ? [] : [`${name}=${value} (not ${String(wanted[name])})`],
  );
}
