import { sql, type Kysely } from 'kysely';

import { migrateTo, migrateToLatest, MIGRATION_NAMES } from '../connection/migrate.js';
import type { Tables } from '../tables.js';
import {
  differingTables,
  type DumpedSequence,
  type DumpHeader,
  type StoreContents,
  type TableSum,
} from './dump-format.js';
import { sumTables } from './read-store.js';
import { holdsTables, listTables, type StoredTable } from './table-catalog.js';

/** Characters of JSON that one statement inserts; a row that is larger goes alone. */
const BATCH_CHARACTERS = 2_000_000;
const BATCH_ROWS_MAX = 2_000;

/**
 * Fills the empty `schema` of the session with `contents`, at the schema of the program, in one
 * transaction, and compares what is there then with what was read. `finish` runs last in it, with the
 * sums of the tables. Throws, having written nothing, when the schema holds anything, when the
 * contents are newer than the program, or when anything differs.
 */
export async function fillStore(
  db: Kysely<Tables>,
  schema: string,
  contents: StoreContents,
  finish: (db: Kysely<Tables>) => Promise<void>,
): Promise<readonly TableSum[]> {
  const { header } = contents;
  assertKnown(header);
  await sql`begin`.execute(db);
  try {
    if (await holdsTables(db)) {
      throw new Error(
        `The schema ${schema} of the database is not empty. Name an empty database, or another DATABASE_SCHEMA.`,
      );
    }
    await migrateTo(db, schema, header.migrations.at(-1) ?? '');
    const tables = matchTables(header, await listTables(db));
    await emptyTables(db, tables);
    await insertAll(db, tables, contents);
    const { sums, sequences } = contents.footer();
    await setSequences(db, sequences);
    const differing = differingTables(header.tables, sums, await sumTables(db, header.tables));
    if (differing.length > 0) {
      throw new Error(`The copies of ${differing.join(', ')} differ: nothing was kept.`);
    }
    for (const table of [...tables].reverse()) await setTriggers(db, table, 'enable');
    await migrateToLatest(db, schema, { inTransaction: true });
    await finish(db);
    await sql`commit`.execute(db);
    return sums;
  } catch (error) {
    await sql`rollback`.execute(db).catch(() => undefined);
    throw error;
  }
}

/** Only the first migrations of this program may have been run: it would not know what others did. */
function assertKnown({ migrations }: DumpHeader): void {
  const unknown = migrations.find((name, index) => name !== MIGRATION_NAMES[index]);
  if (unknown === undefined && migrations.length > 0) return;
  throw new Error(
    `The data was written by a newer version of the gateway: this version does not know its migration ${unknown ?? ''}. Use that version, or a newer one.`,
  );
}

/** The tables of the target, in the order of the dump. */
function matchTables(header: DumpHeader, found: readonly StoredTable[]): readonly StoredTable[] {
  const tables = header.tables.map(({ name, columns }) => {
    const table = found.find((one) => one.name === name);
    const isSame = table !== undefined && isSameSet(table.columns, columns);
    if (!isSame) throw new Error(`The data has a table ${name} that this version does not know.`);
    const typeOf = (column: string): string => table.types[table.columns.indexOf(column)] ?? '';
    return { name, columns, types: columns.map(typeOf) };
  });
  const missing = found.find(({ name }) => tables.every((table) => table.name !== name));
  if (missing !== undefined) throw new Error(`The data lacks the table ${missing.name}.`);
  return tables;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}

/** Migrations put rows into some; and no trigger is to count rows that were counted before. */
async function emptyTables(db: Kysely<Tables>, tables: readonly StoredTable[]): Promise<void> {
  for (const table of [...tables].reverse()) {
    await setTriggers(db, table, 'disable');
    await sql`delete from ${sql.table(table.name)}`.execute(db);
  }
}

async function setTriggers(
  db: Kysely<Tables>,
  { name }: StoredTable,
  to: 'enable' | 'disable',
): Promise<void> {
  // A table with checks that wait for the commit cannot be altered.
  await sql`set constraints all immediate`.execute(db);
  await sql`alter table ${sql.table(name)} ${sql.raw(to)} trigger user`.execute(db);
  await sql`set constraints all deferred`.execute(db);
}

async function insertAll(
  db: Kysely<Tables>,
  tables: readonly StoredTable[],
  contents: StoreContents,
): Promise<void> {
  let current = -1;
  let batch: string[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    const table = tables[current];
    if (table !== undefined && batch.length > 0) await insertRows(db, table, batch);
    batch = [];
    characters = 0;
  };
  for await (const { table, row } of contents.rows()) {
    const text = JSON.stringify(Object.fromEntries(row.entries()));
    const isFull = characters + text.length > BATCH_CHARACTERS || batch.length === BATCH_ROWS_MAX;
    if (table !== current || isFull) await flush();
    current = table;
    batch.push(text);
    characters += text.length;
  }
  await flush();
}

/**
 * `rows`: each a `DumpedRow` as JSON, an object by place. As a record set each is parsed once, and not
 * for each of its columns.
 */
async function insertRows(
  db: Kysely<Tables>,
  { name, columns, types }: StoredTable,
  rows: readonly string[],
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const places = types.map((_type, index) => sql.id(String(index)));
  const texts = sql.join(places.map((place) => sql`${place} text`));
  const values = sql.join(types.map((type, index) => sql`${places[index]}::${sql.raw(type)}`));
  // By text: the drivers write values of other types in ways of their own.
  await sql`insert into ${sql.table(name)} (${names}) overriding system value
    select ${values} from json_to_recordset(${`[${rows.join(',')}]`}::json) as given (${texts})
  `.execute(db);
}

async function setSequences(
  db: Kysely<Tables>,
  sequences: readonly DumpedSequence[],
): Promise<void> {
  for (const { name, value, isCalled } of sequences) {
    await sql`select setval(quote_ident(${name})::regclass, ${value}::bigint, ${isCalled})`.execute(
      db,
    );
  }
}
