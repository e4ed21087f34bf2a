import { sql } from 'kysely';

import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { isSealed, type Cipher } from '../../../src/adapters/postgres/encryption/cipher.js';
import { PLACES } from '../../../src/adapters/postgres/encryption/places.js';
import {
  SEALED_COLUMNS,
  type SealedColumn,
} from '../../../src/adapters/postgres/encryption/sealed-columns.js';
import { openState, type Stored } from '../../../src/adapters/postgres/encryption/sealed-forms.js';
import type { TaskState } from '../../../src/domain/task/task.js';

/** The columns that were there before there were keys. */
export const ONCE_CLEAR = SEALED_COLUMNS.filter(
  ({ table, column }) =>
    table !== 'runway_credentials' &&
    table !== 'archived_outputs' &&
    ![table, column].some((name) => name.startsWith('webhook')),
);

/** A value of an encrypted column, as it is stored. */
export interface StoredValue {
  readonly key: string;
  readonly bound_to: string;
  readonly tenant_id: string | null;
  readonly value: unknown;
}

export async function valuesOf(
  { kysely }: Database,
  column: SealedColumn,
): Promise<readonly StoredValue[]> {
  const key = sql.join(column.key.map((name) => sql`${sql.ref(name)}::text`));
  const { rows } = await sql<StoredValue>`
    select concat_ws(' ', ${key}) as key, ${sql.ref(column.boundTo)}::text as bound_to, tenant_id,
      ${sql.ref(column.column)} as value
    from ${sql.table(column.table)}`.execute(kysely);
  return rows;
}

/** What the column would hold of the value without encryption. */
export function clearText(
  column: SealedColumn,
  value: unknown,
  cipher: Cipher,
  id: string,
): string {
  const family = `${column.table}.${column.column.replace(/^(?:reduced|old)_/, '')}`;
  if (column.form === 'whole') {
    return isSealed(value) ? cipher.open(value, { family, id }) : JSON.stringify(value);
  }
  const clearState = (state: unknown): TaskState =>
    openState(state as Stored<TaskState>, cipher, PLACES.taskState(id));
  if (column.column === 'state') return JSON.stringify(clearState(value));
  const snapshot = value as { readonly state: unknown };
  return JSON.stringify({ ...snapshot, state: clearState(snapshot.state) });
}

/** What reading every encrypted value of the store has found. */
export interface SealedFindings {
  /** Rows of tables with encrypted columns. */
  readonly rows: number;
  /** `table.column of id` of each value that does not open. */
  readonly unreadable: readonly string[];
  /** The same of values that are in clear, or under another data key than the tenant's current one. */
  readonly outdated: readonly string[];
}

/** Opens every value of every encrypted column. */
export async function readSealed(database: Database): Promise<SealedFindings> {
  const { ciphers, kysely } = database;
  const rows = new Set<string>();
  const unreadable: string[] = [];
  const outdated: string[] = [];
  for (const column of SEALED_COLUMNS) {
    for (const { key, bound_to: id, tenant_id: tenant, value } of await valuesOf(
      database,
      column,
    )) {
      rows.add(`${column.table} ${key}`);
      if (value === null) continue;
      const name = `${column.table}.${column.column} of ${key}`;
      const cipher = await ciphers.of(tenant, kysely);
      const keyId = column.dataKeyOf(value);
      if (keyId === undefined ? column.isClear(value) : keyId !== cipher.dataKeyId)
        outdated.push(name);
      try {
        clearText(column, value, cipher, id);
      } catch (error) {
        unreadable.push(`${name}: ${String(error)}`);
      }
    }
  }
  return { rows: rows.size, unreadable, outdated };
}

/** Writes another text in the place of every value of these columns. */
export async function rewriteValues(
  database: Database,
  columns: readonly SealedColumn[],
  change: (column: SealedColumn, value: unknown, cipher: Cipher, id: string) => string,
): Promise<void> {
  const { ciphers, kysely } = database;
  for (const column of columns) {
    for (const { key, bound_to: id, tenant_id: tenant, value } of await valuesOf(
      database,
      column,
    )) {
      if (value === null) continue;
      const text = change(column, value, await ciphers.of(tenant, kysely), id);
      const type = sql.raw(column.column === 'detail' ? 'text' : 'jsonb');
      const keys = sql.join(column.key.map((name) => sql`${sql.ref(name)}::text`));
      await sql`update ${sql.table(column.table)}
        set ${sql.ref(column.column)} = ${text}::${type}
        where concat_ws(' ', ${keys}) = ${key}`.execute(kysely);
    }
  }
}
