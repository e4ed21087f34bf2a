import { readFileSync } from 'node:fs';

import { sql } from 'kysely';

import { SEALED_COLUMNS } from '../../../src/adapters/postgres/encryption/sealed-columns.js';
import { eachDatabase } from '../../support/store/database.js';

/** `table.column`, under the heading of docs/operating/encryption.md that it stands under. */
function listed(): ReadonlyMap<string, readonly string[]> {
  const page = readFileSync('docs/operating/encryption.md', 'utf8');
  const [, ...sections] = page.slice(page.indexOf('## Columns')).split('\n### ');
  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      const columns = lines.flatMap((line) => {
        const [, table = '', names = ''] = line.split('|').map((cell) => cell.trim());
        const namesOf = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name);
        const [tableName] = namesOf(table);
        if (tableName === undefined) return [];
        return namesOf(names).map((name) => `${tableName}.${name ?? ''}`);
      });
      return [title, columns];
    }),
  );
}

eachDatabase('The list of columns', (get) => {
  it('S2: says of each column of the database, once, whether it is encrypted', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = current_schema()`.execute(get().database.kysely);
    const all = [...listed().values()].flat();
    expect([...all].sort()).toEqual(rows.map(({ name }) => name).sort());
    expect(new Set(all).size).toBe(all.length);
  });

  it('S2: has those as encrypted which the store encrypts', () => {
    const sealed = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    expect([...(listed().get('Encrypted') ?? [])].sort()).toEqual(sealed.sort());
  });
});
