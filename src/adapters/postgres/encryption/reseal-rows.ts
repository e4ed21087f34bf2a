import { sql, type Kysely, type RawBuilder } from 'kysely';

import type { Logger } from '../../../ports/logger.js';
import type { Encrypted } from '../connection/database.js';
import type { Tables } from '../tables.js';
import { UnknownDataKey, UnreadableValue, type Cipher } from './cipher.js';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.js';

/** Keys that are listed at once. */
const PAGE = 500;

/** Of one transaction: so many rows are held, for some milliseconds, and so much is in memory. */
const BATCH_ROWS = 50;
const BATCH_BYTES = 4_194_304;

/** What one walk over all encrypted columns did and found. */
export interface ResealOutcome {
  /** Values by column, `tasks.input`, that were under an older data key, or in clear. */
  readonly again: ReadonlyMap<string, number>;
  readonly first: ReadonlyMap<string, number>;
  /** Rows that another client held, or whose key was not known yet. */
  readonly left: number;
  /** Values that open with no key; each is in the log. */
  readonly unreadable: number;
  /** Rows that were looked at. */
  readonly rows: number;
}

type Key = readonly unknown[];

type Row = Readonly<Record<string, unknown>> & { readonly tenant_id: string | null };

interface SealedTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly SealedColumn[];
}

/** In the order of `SEALED_COLUMNS`: what is copied from comes before what it is copied to. */
function sealedTables(): SealedTable[] {
  const names = [...new Set(SEALED_COLUMNS.map(({ table }) => table))];
  return names.map((name) => {
    const columns = SEALED_COLUMNS.filter(({ table }) => table === name);
    const [first] = columns;
    if (first === undefined) throw new Error(`${name} has no column`);
    return { name, key: first.key, columns };
  });
}

/** Encrypts by the tenants' current data keys what stands in the store in another way. */
export class RowResealer {
  readonly #again = new Map<string, number>();
  readonly #first = new Map<string, number>();
  #left = 0;
  #unreadable = 0;
  #rows = 0;

  constructor(
    private readonly database: Encrypted,
    private readonly log: Logger,
    /** Told after every transaction. */
    private readonly onBatch: () => void = () => undefined,
  ) {}

  /**
   * One walk over every table by its primary key, in transactions of some rows each. No transaction
   * waits for a lock, so that none takes part in a deadlock. It may be ended at any point, and beside
   * gateways and other walks.
   */
  async walk(): Promise<ResealOutcome> {
    for (const table of sealedTables()) await this.#walkTable(table);
    const counts = { again: this.#again, first: this.#first };
    return { ...counts, left: this.#left, unreadable: this.#unreadable, rows: this.#rows };
  }

  async #walkTable(table: SealedTable): Promise<void> {
    let after: Key | undefined;
    for (;;) {
      const page = await this.#listKeys(table, after);
      for (const keys of batchesOf(page)) await this.#sealBatch(table, keys);
      this.#rows += page.length;
      if (page.length < PAGE) return;
      after = page.at(-1)?.key;
    }
  }

  /** The next keys with the bytes of their rows, without reading the values. */
  async #listKeys(
    { name, key, columns }: SealedTable,
    after: Key | undefined,
  ): Promise<readonly SizedKey[]> {
    const order = sql.join(key.map((column) => sql.ref(column)));
    const sizes = columns.map(({ column }) => sql`coalesce(pg_column_size(${sql.ref(column)}), 0)`);
    const { rows } = await sql<Row & { readonly bytes: number }>`
      select ${order}, (${sql.join(sizes, sql` + `)})::int as bytes from ${sql.table(name)}
      where ${after === undefined ? sql`true` : sql`(${order}) > (${sql.join(after)})`}
      order by ${order} limit ${sql.lit(PAGE)}`.execute(this.database.kysely);
    return rows.map((row) => ({ key: key.map((column) => row[column]), bytes: row.bytes }));
  }

  async #sealBatch(table: SealedTable, keys: readonly Key[]): Promise<void> {
    const { kysely, ciphers } = this.database;
    const { rows: seen } = await select(table, keys).execute(kysely);
    const known = new Map<string | null, Cipher>();
    for (const { tenant_id: tenantId } of seen) {
      if (!known.has(tenantId)) known.set(tenantId, await ciphers.of(tenantId, kysely));
    }
    const due = seen.filter((row) =>
      table.columns.some((one) => isDue(one, row[one.column], known.get(row.tenant_id))),
    );
    if (due.length === 0) return;
    for (const tenantId of new Set(due.map((row) => row.tenant_id))) {
      const cipher = await this.#sealingCipher(tenantId);
      if (cipher === undefined) known.delete(tenantId);
      else known.set(tenantId, cipher);
    }
    const dueKeys = due.map((row) => table.key.map((column) => row[column]));
    const sealed = await kysely.transaction().execute(async (trx) => {
      const held = sql`${select(table, dueKeys)} for no key update skip locked`;
      const { rows } = await (held as RawBuilder<Row>).execute(trx);
      this.#left += due.length - rows.length;
      const changes = rows.map((row) => ({ row, change: this.#changeOf(table, row, known) }));
      for (const { row, change } of changes) await update(trx, table, row, change);
      return changes.flatMap(({ change }) => change);
    });
    for (const { name, wasClear } of sealed) {
      const counts = wasClear ? this.#first : this.#again;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    this.onBatch();
  }

  /** Keys are made where nothing was encrypted yet. Undefined: the tenant has been deleted meanwhile. */
  async #sealingCipher(tenantId: string | null): Promise<Cipher | undefined> {
    const { kysely, ciphers } = this.database;
    try {
      return await ciphers.forSealing(tenantId, kysely);
    } catch (error) {
      const tenant = kysely
        .selectFrom('tenants')
        .select('id')
        .where('id', '=', tenantId ?? '');
      if (tenantId === null || (await tenant.executeTakeFirst()) !== undefined) throw error;
      return undefined;
    }
  }

  /** What is to be written in a row; nothing of a value that cannot be opened. */
  #changeOf(
    table: SealedTable,
    row: Row,
    known: ReadonlyMap<string | null, Cipher>,
  ): readonly Change[] {
    const cipher = known.get(row.tenant_id);
    if (cipher === undefined) return [];
    return table.columns.flatMap((one) => {
      const { column, boundTo } = one;
      const stored = row[column];
      if (!isDue(one, stored, cipher)) return [];
      try {
        const text = one.reseal(stored, cipher, String(row[boundTo]));
        return [{ name: `${table.name}.${column}`, column, text, wasClear: one.isClear(stored) }];
      } catch (error) {
        this.#cannotOpen(error, row);
        return [];
      }
    });
  }

  /** A key that was made meanwhile is known to the next walk. */
  #cannotOpen(error: unknown, row: Row): void {
    if (!(error instanceof UnreadableValue)) throw error;
    if (error instanceof UnknownDataKey) {
      this.database.ciphers.forget(row.tenant_id);
      this.#left += 1;
      this.log.warn({ error }, 'a stored value names a data key that is not known yet');
    } else {
      this.#unreadable += 1;
      this.log.error({ error }, 'a stored value cannot be opened');
    }
  }
}

interface SizedKey {
  readonly key: Key;
  readonly bytes: number;
}

interface Change {
  readonly name: string;
  readonly column: string;
  readonly text: string;
  readonly wasClear: boolean;
}

function isDue(
  { isClear, dataKeyOf }: SealedColumn,
  stored: unknown,
  cipher: Cipher | undefined,
): boolean {
  const keyId = dataKeyOf(stored);
  return keyId === undefined ? isClear(stored) : keyId !== cipher?.dataKeyId;
}

function select({ name, key, columns }: SealedTable, keys: readonly Key[]) {
  const held = columns.flatMap(({ boundTo, column }) => [boundTo, column]);
  const wanted = [...new Set(['tenant_id', ...key, ...held])];
  const tuples = keys.map((values) => sql`(${sql.join(values)})`);
  return sql<Row>`
    select ${sql.join(wanted.map((column) => sql.ref(column)))} from ${sql.table(name)}
    where (${sql.join(key.map((column) => sql.ref(column)))}) in (${sql.join(tuples)})`;
}

async function update(
  trx: Kysely<Tables>,
  { name, key }: SealedTable,
  row: Row,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const set = changes.map(({ column, text }) => sql`${sql.ref(column)} = ${text}`);
  const where = key.map((column) => sql`${sql.ref(column)} = ${row[column]}`);
  await sql`
    update ${sql.table(name)} set ${sql.join(set)} where ${sql.join(where, sql` and `)}`.execute(
    trx,
  );
}

function batchesOf(page: readonly SizedKey[]): (readonly Key[])[] {
  const batches: Key[][] = [];
  let bytes = Infinity;
  for (const one of page) {
    const last = batches.at(-1);
    if (last === undefined || last.length >= BATCH_ROWS || bytes + one.bytes > BATCH_BYTES) {
      batches.push([one.key]);
      bytes = one.bytes;
    } else {
      last.push(one.key);
      bytes += one.bytes;
    }
  }
  return batches;
}
