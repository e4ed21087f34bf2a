import { randomUUID } from 'node:crypto';

import { sql, type Kysely, type SqlBool } from 'kysely';

import { unfitDatabase } from '../connection/database-start-errors.js';
import type { Tables } from '../tables.js';

/**
 * By so much the numbers of events go on after those of the copy: more than a tenant has had since
 * the copy was made. Else a client's cursor of before the restore would pass over new events.
 */
const EVENTS_PASSED_OVER = 1_000_000;

/**
 * Notes that the store is a copy, and that gateways may have worked on the original since: the next
 * gateway sends nothing that was queued. In a transaction. Returns how many tasks that concerns.
 */
export async function noteRestored(db: Kysely<Tables>, now: Date): Promise<number> {
  await db
    .insertInto('store_notes')
    .values({ id: randomUUID(), kind: 'restored', at: now })
    .execute();
  await db
    .updateTable('tenants')
    .set(({ eb }) => ({ event_seq: eb('event_seq', '+', EVENTS_PASSED_OVER) }))
    .execute();
  const { count } = await db
    .selectFrom('submissions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(sql<SqlBool>`status = 'queued'`)
    .executeTakeFirstOrThrow();
  return count;
}

/** Notes that the contents came from an embedded store, whose mark has this id. In a transaction. */
export async function noteMoved(db: Kysely<Tables>, id: string, now: Date): Promise<void> {
  await db.insertInto('store_notes').values({ id, kind: 'moved', at: now, done_at: now }).execute();
}

/** Whether the contents came from the embedded store whose mark has this id. */
export async function isMovedHere(db: Kysely<Tables>, id: string): Promise<boolean> {
  if (!(await hasNotes(db))) return false;
  const { rows } = await sql`
    select from store_notes where kind = 'moved' and id::text = ${id}`.execute(db);
  return rows.length > 0;
}

/** No gateway may work on the store from now on. */
export async function noteLeft(db: Kysely<Tables>, now: Date): Promise<void> {
  await db.insertInto('store_notes').values({ id: randomUUID(), kind: 'left', at: now }).execute();
}

/** Throws when the store was left for another one that has the same tasks. */
export async function assertNotLeft(db: Kysely<Tables>): Promise<void> {
  const note = await db
    .selectFrom('store_notes')
    .select('at')
    .where('kind', '=', 'left')
    .where('done_at', 'is', null)
    .executeTakeFirst();
  if (note === undefined) return;
  throw unfitDatabase(
    `DATABASE_URL: this database was left at ${note.at.toISOString()}, when npm run store:move -- --undo went back to the embedded one. Two gateways must not work on the same tasks: unset DATABASE_URL, or name another database.`,
  );
}

/** Whether the store is a copy of which no gateway has held the queued tasks yet. */
export async function hasUnheld(db: Kysely<Tables>): Promise<boolean> {
  if (!(await hasNotes(db))) return false;
  const { rows } = await sql`
    select from store_notes where kind = 'restored' and done_at is null limit 1`.execute(db);
  return rows.length > 0;
}

/** Schemas of before the notes have none. */
async function hasNotes(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select to_regclass('store_notes') is not null as has`.execute(db);
  return rows[0]?.has === true;
}
