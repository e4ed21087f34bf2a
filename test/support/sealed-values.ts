import { sql } from 'kysely';

import type { Database } from '../../src/adapters/postgres/connection/database.js';
import { isSealed, type Cipher } from '../../src/adapters/postgres/encryption/cipher.js';
import { PLACES } from '../../src/adapters/postgres/encryption/places.js';
import type { SealedColumn } from '../../src/adapters/postgres/encryption/sealed-columns.js';
import { openState, type Stored } from '../../src/adapters/postgres/encryption/sealed-forms.js';
import type { TaskState } from '../../src/domain/task/task.js';

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
  const family = `${column.table}.${column.column.replace('reduced_', '')}`;
  if (column.form === 'whole') {
    return isSealed(value) ? cipher.open(value, { family, id }) : JSON.stringify(value);
  }
  const clearState = (state: unknown): TaskState =>
    openState(state as Stored<TaskState>, cipher, PLACES.taskState(id));
  if (column.column === 'state') return JSON.stringify(clearState(value));
  const snapshot = value as { readonly state: unknown };
  return JSON.stringify({ ...snapshot, state: clearState(snapshot.state) });
}
