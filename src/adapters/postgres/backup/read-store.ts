import { sql, type Kysely } from 'kysely';

import type { Tables } from '../tables.js';
import {
  DUMP_FORMAT,
  DUMP_VERSION,
  RowSums,
  type DumpedRow,
  type DumpedSequence,
  type DumpedTable,
  type DumpFooter,
  type DumpHeader,
  type PlacedRow,
  type StoreContents,
  type TableSum,
} from './dump-format.js';
import { hasUnheld } from './store-notes.js';
import { listMigrations, listSequences, listTables } from './table-catalog.js';

/** Read at once: rows with media may be tens of megabytes each. */
const BATCH_BYTES = 8_000_000;
const BATCH_ROWS_MAX = 2_000;

/**
 * The contents of the database as of one moment, given to `work`. `db` is one connection whose
 * session has our settings. Gateways may go on working on it. Throws when the schema holds no store.
 */
export async function withContents<Result>(
  db: Kysely<Tables>,
  kind: DumpHeader['store'],
  work: (contents: StoreContents) => Promise<Result>,
): Promise<Result> {
  return await withSnapshot(db, async () => {
    const migrations = await listMigrations(db);
    if (migrations === undefined)
      throw new Error(
        'There is no store to read: its tables are missing. Check DATABASE_URL, DATABASE_SCHEMA and DATA_DIR.',
      );
    const { rows } = await sql<{ version: string }>`
      select current_setting('server_version') as version`.execute(db);
    const tables = (await listTables(db)).map(({ name, columns }) => ({ name, columns }));
    const header: DumpHeader = {
      format: DUMP_FORMAT,
      version: DUMP_VERSION,
      madeAt: new Date().toISOString(),
      store: kind,
      postgres: rows[0]?.version ?? '',
      migrations,
      isUnheld: await hasUnheld(db),
      tables,
    };
    return await work(new DatabaseContents(db, header));
  });
}

class DatabaseContents implements StoreContents {
  #footer: DumpFooter | undefined;

  constructor(
    private readonly db: Kysely<Tables>,
    readonly header: DumpHeader,
  ) {}

  async *rows(): AsyncGenerator<PlacedRow, void, undefined> {
    const sums: TableSum[] = [];
    for (const [index, table] of this.header.tables.entries()) {
      const sum = new RowSums();
      for await (const row of readRows(this.db, table)) {
        sum.add(row);
        yield { table: index, row };
      }
      sums.push(sum.sum);
    }
    // After the rows: a sequence is never behind them, whatever was drawn meanwhile.
    this.#footer = { sequences: await readSequences(this.db), sums };
  }

  footer(): DumpFooter {
    if (this.#footer === undefined) throw new Error('The rows were not read to their end');
    return this.#footer;
  }
}

/** The tables of the database and their sums, as of one moment. `db` is one connection. */
export async function sumStore(
  db: Kysely<Tables>,
): Promise<{ readonly tables: readonly DumpedTable[]; readonly sums: readonly TableSum[] }> {
  return await withSnapshot(db, async () => {
    const tables = await listTables(db);
    return { tables, sums: await sumTables(db, tables) };
  });
}

async function withSnapshot<Result>(
  db: Kysely<Tables>,
  work: () => Promise<Result>,
): Promise<Result> {
  await sql`begin isolation level repeatable read read only`.execute(db);
  try {
    return await work();
  } finally {
    await sql`rollback`.execute(db);
  }
}

/** Number and digest of each table's rows as they are. In a transaction. */
export async function sumTables(
  db: Kysely<Tables>,
  tables: readonly DumpedTable[],
): Promise<readonly TableSum[]> {
  const sums: TableSum[] = [];
  for (const table of tables) {
    const sum = new RowSums();
    for await (const row of readRows(db, table)) sum.add(row);
    sums.push(sum.sum);
  }
  return sums;
}

/** Within a transaction, a batch at a time. */
async function* readRows(
  db: Kysely<Tables>,
  table: DumpedTable,
): AsyncGenerator<DumpedRow, void, undefined> {
  const { name, columns } = table;
  const values = sql.join(columns.map((column) => sql`${sql.ref(column)}::text`));
  const count = await batchRows(db, table);
  await sql`declare dumped no scroll cursor for
    select json_build_array(${values})::text as row from ${sql.table(name)}`.execute(db);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(count)} from dumped`.execute(db);
    for (const { row } of rows) yield JSON.parse(row) as DumpedRow;
    if (rows.length < count) break;
  }
  await sql`close dumped`.execute(db);
}

/** So many that a batch of the largest rows is not too large. */
async function batchRows(db: Kysely<Tables>, { name, columns }: DumpedTable): Promise<number> {
  const sizes = columns.map((column) => sql`coalesce(pg_column_size(${sql.ref(column)}), 0)`);
  const { rows } = await sql<{ bytes: number | null }>`
    select max(${sql.join(sizes, sql` + `)}) as bytes from ${sql.table(name)}`.execute(db);
  const largest = Math.max(1, rows[0]?.bytes ?? 1);
  return Math.min(BATCH_ROWS_MAX, Math.max(1, Math.floor(BATCH_BYTES / largest)));
}

async function readSequences(db: Kysely<Tables>): Promise<readonly DumpedSequence[]> {
  const sequences: DumpedSequence[] = [];
  for (const name of await listSequences(db)) {
    const { rows } = await sql<{ value: string; isCalled: boolean }>`
      select last_value::text as value, is_called as "isCalled" from ${sql.table(name)}`.execute(
      db,
    );
    for (const row of rows) sequences.push({ name, ...row });
  }
  return sequences;
}
