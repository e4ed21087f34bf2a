import { sql } from 'kysely';

import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { SEALED_COLUMNS } from '../../../src/adapters/postgres/encryption/sealed-columns.js';
import { clearText, valuesOf } from './sealed-values.js';

/** Where the text stands in our tables: `table.column`, of every column that can hold any text. */
export async function columnsWith({ kysely }: Database, text: string): Promise<string[]> {
  const { rows } = await sql<{ readonly table: string; readonly column: string }>`
    select table_name as "table", column_name as "column"
    from information_schema.columns
    where table_schema = 'public'`.execute(kysely);
  const found: string[] = [];
  for (const { table, column } of rows) {
    const { rows: hits } = await sql`
      select 1 from ${sql.table(table)}
      where position(${text} in ${sql.ref(column)}::text) > 0 limit 1`.execute(kysely);
    if (hits.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

/** The same of what is encrypted, when it is decrypted. */
export async function sealedColumnsWith(database: Database, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const column of SEALED_COLUMNS) {
    for (const { tenant_id: tenant, bound_to: id, value } of await valuesOf(database, column)) {
      const cipher = await database.ciphers.of(tenant, database.kysely);
      if (value === null || !clearText(column, value, cipher, id).includes(text)) continue;
      found.push(`${column.table}.${column.column}`);
      break;
    }
  }
  return found;
}
