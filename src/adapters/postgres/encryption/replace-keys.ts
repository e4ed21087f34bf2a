import { sql, type Kysely } from 'kysely';

import type { Tables } from '../tables.js';
import { newDataKey, rewrapped } from './data-keys.js';
import type { KeyRing } from './key-ring.js';

type Db = Kysely<Tables>;

/** Keys of one transaction. */
const BATCH = 100;

/** Rounds over all keys; more are needed only where another client holds some of them. */
const ROUNDS_MAX = 5;

/**
 * Wraps every data key by the first key of the ring. Returns how many it wrapped. Rows are locked
 * with SKIP LOCKED alone, so that it waits for no lock.
 */
export async function rewrapKeys(db: Db, ring: KeyRing): Promise<number> {
  let count = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const done = await rewrapOnce(db, ring);
    if (done === 0) break;
    count += done;
  }
  return count;
}

async function rewrapOnce(db: Db, ring: KeyRing): Promise<number> {
  let count = 0;
  let after = '';
  for (;;) {
    const rows = await db.transaction().execute(async (trx) => {
      const page = await trx
        .selectFrom('data_keys')
        .selectAll()
        .where('kek_id', '!=', ring.currentId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(BATCH)
        .forNoKeyUpdate()
        .skipLocked()
        .execute();
      for (const row of page) {
        const { wrapped, kekId } = rewrapped(ring, row);
        await trx
          .updateTable('data_keys')
          .set({ wrapped, kek_id: kekId })
          .where('id', '=', row.id)
          .execute();
      }
      return page;
    });
    count += rows.length;
    const last = rows.at(-1);
    if (last === undefined) return count;
    after = last.id;
  }
}

/**
 * Gives every tenant, and the gateway itself, a new data key in the place of one that was made before
 * `before`. The old one still opens. Returns how many were replaced. Another command that does the
 * same replaces none of them again.
 */
export async function replaceDataKeys(db: Db, ring: KeyRing, before: Date): Promise<number> {
  const keys = await db
    .selectFrom('data_keys')
    .select(['id', 'tenant_id'])
    .where('purpose', '=', 'seal')
    .where('is_current', '=', true)
    .where('created_at', '<', before)
    .orderBy('id')
    .execute();
  let count = 0;
  for (const { id, tenant_id } of keys) {
    if (await replaceOne(db, ring, { id, tenantId: tenant_id })) count += 1;
  }
  return count;
}

/** The tenant's row is locked first, as by its deletion. */
async function replaceOne(
  db: Db,
  ring: KeyRing,
  { id, tenantId }: { readonly id: string; readonly tenantId: string | null },
): Promise<boolean> {
  const made = newDataKey(ring, { tenantId, purpose: 'seal' });
  return await db.transaction().execute(async (trx) => {
    if (tenantId !== null) {
      const { rows } = await sql`select from tenants where id = ${tenantId} for key share`.execute(
        trx,
      );
      if (rows.length === 0) return false;
    }
    const { rows } = await sql`
      with retired as (
        update data_keys set is_current = false, retired_at = now()
        where id = ${id} and is_current returning tenant_id
      )
      insert into data_keys (id, tenant_id, purpose, wrapped, kek_id, is_current, created_at)
      select ${made.id}, tenant_id, 'seal', ${made.wrapped}, ${made.kekId}, true, now()
      from retired returning id`.execute(trx);
    return rows.length > 0;
  });
}

/** How many data keys each key-encryption key wraps, by its id. */
export async function countWrapped(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly kek_id: string; readonly count: number }>`
    select kek_id, count(*)::int as count from data_keys group by kek_id`.execute(db);
  return new Map(rows.map((row) => [row.kek_id, row.count]));
}

/** Milliseconds since a data key was last replaced; undefined where none was. */
export async function msSinceReplacement(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ readonly ms: number | null }>`
    select (extract(epoch from now() - max(retired_at)) * 1000)::float8 as ms
    from data_keys`.execute(db);
  return rows[0]?.ms ?? undefined;
}
