import { sql } from 'kysely';
import type { Database } from '../../src/adapters/postgres/connection/database.js';

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
