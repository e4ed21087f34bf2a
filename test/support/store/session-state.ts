import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../../src/adapters/postgres/tables.js';

/** What a session keeps from one statement to the next, beside statements that are prepared. */
export interface SessionState {
  /** Settings that are not the server's, as `name=value`. */
  readonly settings: readonly string[];
  readonly temporaryTables: readonly string[];
  /** Kinds of locks that are held by the session and not by a transaction. */
  readonly locks: readonly string[];
  readonly cursors: readonly string[];
}

/** Of a database with one connection. */
export async function sessionStateOf(kysely: Kysely<Tables>): Promise<SessionState> {
  const names = async (statement: string): Promise<readonly string[]> => {
    const { rows } = await sql<{ name: string }>`${sql.raw(statement)}`.execute(kysely);
    return rows.map(({ name }) => name);
  };
  return {
    settings: await names(`select name || '=' || setting as name from pg_catalog.pg_settings
      where source = 'session' or name like '%.%' order by name`),
    temporaryTables: await names(`select relname as name from pg_catalog.pg_class
      where relpersistence = 't' order by relname`),
    locks: await names(`select mode as name from pg_catalog.pg_locks
      where locktype = 'advisory' and pid = pg_backend_pid()`),
    cursors: await names(`select name from pg_catalog.pg_cursors`),
  };
}
