import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';

import { GatewayError } from '../../../errors.js';
import type { Tables } from '../tables.js';
import { Cipher, UnknownDataKey, UnreadableValue } from './cipher.js';
import { checkRing, loadKeys, makeKeys } from './data-keys.js';
import type { KeyRing } from './key-ring.js';

type Db = Kysely<Tables>;

/** 10 s: so long a node goes on with the keys that it has read, and holds those of a deleted tenant. */
export const KNOWN_MS = 10_000;

/** Tenants whose keys are held in memory. */
const KNOWN_MAX = 10_000;

/**
 * The ciphers of all tenants. Inside a transaction give its own handle: what is read or made there is
 * not remembered, because it may be rolled back.
 */
export class Ciphers {
  readonly #ring: KeyRing | undefined;
  readonly #known = new LRUCache<string, Cipher>({
    max: KNOWN_MAX,
    ttl: KNOWN_MS,
    ttlAutopurge: true,
  });

  /** Without a ring nothing can be sealed or opened. */
  constructor(ring: KeyRing | undefined) {
    this.#ring = ring;
  }

  /** Throws, naming the setting, when the ring is not the store's. */
  async checkRing(db: Db): Promise<void> {
    await checkRing(db, this.#given);
  }

  /** For opening: as the keys are known. Null: of the gateway itself. */
  async of(tenantId: string | null, db: Db): Promise<Cipher> {
    return this.#known.get(tenantId ?? '') ?? (await this.reload(tenantId, db));
  }

  /** For sealing: keys are made where there are none. */
  async forSealing(tenantId: string | null, db: Db): Promise<Cipher> {
    const cipher = await this.of(tenantId, db);
    if (cipher.dataKeyId !== undefined) return cipher;
    await makeKeys(db, this.#given, tenantId);
    const made = await this.reload(tenantId, db);
    if (made.dataKeyId !== undefined) return made;
    throw new GatewayError('INTERNAL', { detail: `no tenant ${tenantId ?? ''}` });
  }

  /** As the keys are in the store. */
  async reload(tenantId: string | null, db: Db): Promise<Cipher> {
    const cipher = new Cipher(await loadKeys(db, this.#given, tenantId));
    if (!db.isTransaction) this.#known.set(tenantId ?? '', cipher);
    return cipher;
  }

  /** The rows as `open` makes them. Keys that another node has made meanwhile are looked up. */
  async opened<Row extends { readonly tenant_id: string | null }, Opened>(
    db: Db,
    rows: readonly Row[],
    open: (row: Row, cipher: Cipher) => Opened,
  ): Promise<readonly Opened[]> {
    const opened: Opened[] = [];
    for (const row of rows) {
      const one = this.#openedNow(row, open) ?? { value: await this.openedOne(db, row, open) };
      opened.push(one.value);
    }
    return opened;
  }

  /** The rows that can be opened; each of the others is told of. */
  async readable<Row extends { readonly tenant_id: string | null }, Opened>(
    db: Db,
    rows: readonly Row[],
    open: (row: Row, cipher: Cipher) => Opened,
    onUnreadable: (row: Row, error: UnreadableValue) => void,
  ): Promise<readonly Opened[]> {
    const opened: Opened[] = [];
    for (const row of rows) {
      try {
        opened.push(await this.openedOne(db, row, open));
      } catch (error) {
        if (!(error instanceof UnreadableValue)) throw error;
        onUnreadable(row, error);
      }
    }
    return opened;
  }

  async openedOne<Row extends { readonly tenant_id: string | null }, Opened>(
    db: Db,
    row: Row,
    open: (row: Row, cipher: Cipher) => Opened,
  ): Promise<Opened> {
    try {
      return open(row, await this.of(row.tenant_id, db));
    } catch (error) {
      if (!(error instanceof UnknownDataKey)) throw error;
      this.forget(row.tenant_id);
      return open(row, await this.reload(row.tenant_id, db));
    }
  }

  /** Undefined where keys have to be read first. */
  #openedNow<Row extends { readonly tenant_id: string | null }, Opened>(
    row: Row,
    open: (row: Row, cipher: Cipher) => Opened,
  ): { readonly value: Opened } | undefined {
    const known = this.#known.get(row.tenant_id ?? '');
    if (known === undefined) return undefined;
    try {
      return { value: open(row, known) };
    } catch (error) {
      if (error instanceof UnknownDataKey) return undefined;
      throw error;
    }
  }

  forget(tenantId: string | null): void {
    this.#known.delete(tenantId ?? '');
  }

  forgetAll(): void {
    this.#known.clear();
  }

  get #given(): KeyRing {
    if (this.#ring === undefined) throw new Error('The database was opened without keys');
    return this.#ring;
  }
}
