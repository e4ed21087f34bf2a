import { sql, type Kysely } from 'kysely';

import type { Tables } from '../tables.js';
import type { DumpedTable } from './dump-format.js';

/** Kysely's own: written by the migrations themselves. */
const MIGRATION_TABLES = ['kysely_migration', 'kysely_migration_lock'];

/** Notes about the store as a whole are not part of its contents; see store-notes.ts. */
const NOTES = 'store_notes';

/** Not `current_schema()::regnamespace`, which fails for a name that has to be quoted. */
const SCHEMA = sql`(select oid from pg_catalog.pg_namespace where nspname = current_schema())`;

export interface StoredTable extends DumpedTable {
  /** Types of the columns, as SQL writes them. */
  readonly types: readonly string[];
}

/** The tables of the session's schema, referenced ones first. */
export async function listTables(db: Kysely<Tables>): Promise<readonly StoredTable[]> {
  const { rows } = await sql<StoredTable>`
    select relname as name, array_agg(attname::text order by attnum) as columns,
      array_agg(format_type(atttypid, atttypmod) order by attnum) as types
    from pg_catalog.pg_class join pg_catalog.pg_attribute on attrelid = pg_class.oid
    where relnamespace = ${SCHEMA} and relkind in ('r', 'p')
      and not relispartition and attnum > 0 and not attisdropped and attgenerated = ''
      and relname <> all(${[...MIGRATION_TABLES, NOTES]}::text[])
    group by relname order by relname`.execute(db);
  return inOrderOfReferences(rows, await listReferences(db));
}

/** Whether the schema of the session is there and holds anything of the gateway's, or of others. */
export async function holdsTables(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`
    select from pg_catalog.pg_class
    where relnamespace = ${SCHEMA} and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
    limit 1`.execute(db);
  return rows.length > 0;
}

/** In order; undefined where the schema was never migrated. */
export async function listMigrations(db: Kysely<Tables>): Promise<readonly string[] | undefined> {
  const { rows: tables } = await sql`
    select from pg_catalog.pg_class
    where relname = 'kysely_migration' and relnamespace = ${SCHEMA}`.execute(db);
  if (tables.length === 0) return undefined;
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

export async function listSequences(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_catalog.pg_class
    where relkind = 'S' and relnamespace = ${SCHEMA}
    order by relname`.execute(db);
  return rows.map(({ name }) => name);
}

interface Reference {
  readonly from: string;
  readonly to: string;
}

async function listReferences(db: Kysely<Tables>): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select source.relname as from, target.relname as to
    from pg_catalog.pg_constraint
      join pg_catalog.pg_class as source on source.oid = conrelid
      join pg_catalog.pg_class as target on target.oid = confrelid
    where contype = 'f' and conrelid <> confrelid
      and source.relnamespace = ${SCHEMA}`.execute(db);
  return rows;
}

function inOrderOfReferences(
  tables: readonly StoredTable[],
  references: readonly Reference[],
): readonly StoredTable[] {
  const ordered: StoredTable[] = [];
  const placed = new Set<string>();
  let left = [...tables];
  while (left.length > 0) {
    const isFree = ({ name }: StoredTable): boolean =>
      references.every(({ from, to }) => from !== name || placed.has(to));
    const free = left.filter(isFree);
    if (free.length === 0) {
      throw new Error(`Tables refer to each other: ${left.map(({ name }) => name).join(', ')}`);
    }
    for (const table of free) placed.add(table.name);
    ordered.push(...free);
    left = left.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}
