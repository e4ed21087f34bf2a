import { createSecretKey, hkdfSync, randomBytes } from 'node:crypto';

import { sql, type Kysely, type Selectable } from 'kysely';

import { GatewayError } from '../../../errors.js';
import type { Tables } from '../tables.js';
import type { DataKeysTable } from './encryption-tables.js';
import type { CipherKeys } from './cipher.js';
import { DATA_KEY_PURPOSES, type DataKeyPurpose } from './data-key-purposes.js';
import type { KeyRing } from './key-ring.js';

const KEY_BYTES = 32;

type Db = Kysely<Tables>;

type DataKeyRow = Selectable<DataKeysTable>;

/** The keys of a tenant (null: the gateway itself), unwrapped. Throws when one cannot be unwrapped. */
export async function loadKeys(
  db: Db,
  ring: KeyRing,
  tenantId: string | null,
): Promise<CipherKeys> {
  const rows = await db
    .selectFrom('data_keys')
    .selectAll()
    .where('tenant_id', tenantId === null ? 'is' : '=', tenantId)
    .execute();
  const ofPurpose = (purpose: DataKeyPurpose) => rows.filter((row) => row.purpose === purpose);
  const [fingerprint] = ofPurpose('fingerprint');
  return {
    tenantId,
    dataKeys: new Map(ofPurpose('seal').map((row) => [row.id, unwrapRow(ring, row)])),
    currentId: ofPurpose('seal').find((row) => row.is_current)?.id,
    fingerprintKey: fingerprint && unwrapRow(ring, fingerprint),
  };
}

/**
 * Makes what the tenant does not have of keys that are in use; of several nodes that do so, one does.
 * Nothing is made for a tenant that does not exist.
 */
export async function makeKeys(db: Db, ring: KeyRing, tenantId: string | null): Promise<void> {
  const made = DATA_KEY_PURPOSES.map((purpose) => ({
    purpose,
    ...newDataKey(ring, { tenantId, purpose }),
  }));
  // One statement: a tenant has either all of its keys or none.
  await sql`
    insert into data_keys (id, tenant_id, purpose, wrapped, kek_id, is_current, created_at)
    select id, ${tenantId}::text, purpose, wrapped, "kekId", true, now()
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
      as made (id text, purpose text, wrapped text, "kekId" text)
    where ${tenantId}::text is null or exists (select from tenants where tenants.id = ${tenantId})
    on conflict do nothing`.execute(db);
}

/** A new data key, wrapped by the ring's first key. */
export function newDataKey(
  ring: KeyRing,
  { tenantId, purpose }: { readonly tenantId: string | null; readonly purpose: DataKeyPurpose },
) {
  const id = randomBytes(9).toString('base64url');
  const identity = identityOf({ id, tenant_id: tenantId, purpose });
  return { id, ...ring.wrap(randomBytes(KEY_BYTES), identity) };
}

/** The same data key, wrapped by the ring's first key. */
export function rewrapped(ring: KeyRing, row: DataKeyRow): ReturnType<KeyRing['wrap']> {
  const identity = identityOf(row);
  return ring.wrap(unwrapped(ring, row), identity);
}

/** A key for one purpose is derived from what is wrapped, so that no other use meets it. */
function unwrapRow(ring: KeyRing, row: DataKeyRow) {
  const key = unwrapped(ring, row);
  const info = `runway-gateway ${row.purpose}`;
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, '', info, KEY_BYTES)));
}

function unwrapped(ring: KeyRing, row: DataKeyRow): Buffer {
  try {
    return ring.unwrap({ wrapped: row.wrapped, kekId: row.kek_id }, identityOf(row));
  } catch (cause) {
    const detail = `the data key ${row.id} of tenant ${row.tenant_id ?? '-'} does not open with the key-encryption key ${row.kek_id}, or it is missing`;
    throw new GatewayError('STORED_DATA_UNREADABLE', { detail, cause });
  }
}

function identityOf({ id, tenant_id, purpose }: Pick<DataKeyRow, 'id' | 'tenant_id' | 'purpose'>) {
  return JSON.stringify(['data key', tenant_id, purpose, id]);
}

/**
 * Throws, naming the setting and the ids of keys, unless every key-encryption key that the store
 * needs is in the ring and unwraps.
 */
export async function checkRing(db: Db, ring: KeyRing): Promise<void> {
  const own = await db.selectFrom('data_keys').select('id').limit(1).executeTakeFirst();
  // Of nodes with keys of their own that begin a database at once, all but one end here.
  if (own === undefined) await makeKeys(db, ring, null);
  const { rows } = await sql<DataKeyRow>`
    select distinct on (kek_id) * from data_keys order by kek_id, id`.execute(db);
  const missing = rows.map((row) => row.kek_id).filter((id) => !ring.ids.includes(id));
  if (missing.length > 0) {
    throw new Error(
      `${ring.setting}: what is stored was encrypted with ${namesOf(missing)}, given is ${namesOf(ring.ids)}. Every node needs all keys that were ever first, until they are rotated out; what a lost key has encrypted cannot be read.`,
    );
  }
  for (const row of rows) {
    try {
      unwrapRow(ring, row);
    } catch (cause) {
      const text = `${ring.setting}: the data key ${row.id} does not open with the key-encryption key ${row.kek_id}: the store was changed by another hand.`;
      throw new Error(text, { cause });
    }
  }
}

function namesOf(ids: readonly string[]): string {
  return `${ids.length === 1 ? 'the key' : 'the keys'} ${ids.join(', ')}`;
}
