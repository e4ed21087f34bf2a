import { sql } from 'kysely';

import { SETTLED_STATUSES } from '../../domain/task.js';
import { isUuid } from '../../domain/uuid.js';
import type { Db } from './task-rows.js';

/** TaskStore.listEnded. One look by primary key an id. */
export async function listEnded(
  db: Db,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const known = ids.filter(isUuid);
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${known}::uuid[]) as asked (id)
    where not exists (
      select from tasks
      where tasks.id = asked.id and tenant_id = ${tenantId} and deleted_at is null
        and status <> all(${[...SETTLED_STATUSES]}::text[])
    )`.execute(db);
  return [...ids.filter((id) => !isUuid(id)), ...rows.map(({ id }) => id)];
}
