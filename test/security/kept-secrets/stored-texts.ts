import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { Redis } from 'ioredis';
import type { Database } from '../../../src/adapters/postgres/connection/database.js';

/** Texts by the column that they stand in: `tasks.input`. */
export type StoredTexts = ReadonlyMap<string, readonly string[]>;

/** Every value of every column of every table, as text. */
export async function textsBySql({ kysely }: Database): Promise<StoredTexts> {
  const { rows } = await sql<{ readonly table: string; readonly column: string }>`
    select table_name as "table", column_name as "column"
    from information_schema.columns
    where table_schema = 'public'`.execute(kysely);
  const texts = new Map<string, string[]>();
  for (const { table, column } of rows) {
    const values = await sql<{ readonly text: string | null }>`
      select ${sql.ref(column)}::text as text from ${sql.table(table)}`.execute(kysely);
    texts.set(
      `${table}.${column}`,
      values.rows.flatMap(({ text }) => text ?? []),
    );
  }
  return texts;
}

/** The same from `pg_dump`. Undefined where the machine has none that fits the server. */
export async function textsByDump(url: string): Promise<StoredTexts | undefined> {
  const run = promisify(execFile);
  try {
    const { stdout } = await run('pg_dump', ['--data-only', url], { maxBuffer: 1e9 });
    return copiedTexts(stdout);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function copiedTexts(dump: string): StoredTexts {
  const texts = new Map<string, string[]>();
  let columns: readonly string[] = [];
  for (const line of dump.split('\n')) {
    const head = /^COPY \w+\.(\w+) \(([^)]*)\) FROM stdin;$/.exec(line);
    if (head !== null) {
      const [, table = '', names = ''] = head;
      columns = names.split(', ').map((name) => `${table}.${name.replaceAll('"', '')}`);
      for (const column of columns) texts.set(column, []);
    } else if (line === '\\.') columns = [];
    else if (columns.length > 0) {
      for (const [index, value] of line.split('\t').entries()) {
        texts.get(columns[index] ?? '')?.push(value);
      }
    }
  }
  return texts;
}

/** The bytes of every file below a folder, each byte a character. */
export async function textsOfFiles(folder: string): Promise<StoredTexts> {
  const texts = new Map<string, string[]>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    texts.set(path.slice(folder.length + 1), [await readFile(path, 'latin1')]);
  }
  return texts;
}

/** Every key of a Redis database with all that it holds, of whatever type. */
export async function redisTexts(client: Redis): Promise<StoredTexts> {
  const texts = new Map<string, string[]>();
  for (const key of await client.keys('*')) {
    const held: unknown[] = [key];
    switch (await client.type(key)) {
      case 'string':
        held.push(await client.get(key));
        break;
      case 'hash':
        held.push(await client.hgetall(key));
        break;
      case 'list':
        held.push(await client.lrange(key, 0, -1));
        break;
      case 'set':
        held.push(await client.smembers(key));
        break;
      case 'zset':
        held.push(await client.zrange(key, '0', '-1'));
        break;
      // Gone meanwhile: its time was over.
      case 'none':
        break;
      default:
        throw new Error(`${key} is of a type that this search does not read`);
    }
    texts.set(key, [JSON.stringify(held)]);
  }
  return texts;
}
