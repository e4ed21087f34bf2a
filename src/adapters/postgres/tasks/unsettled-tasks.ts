import { SETTLED_STATUSES } from '../../../domain/task/task.js';
import { isUuid } from '../../../domain/uuid.js';
import type { Db } from './task-rows.js';

/** TaskStore.listUnsettled. One look by primary key an id. */
export async function listUnsettled(
  db: Db,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('tasks')
    .select('id')
    .where(({ eb, fn, val }) => eb('id', '=', fn.any(val(ids.filter(isUuid)))))
    .where('tenant_id', '=', tenantId)
    .where('deleted_at', 'is', null)
    .where('status', 'not in', SETTLED_STATUSES)
    .execute();
  return rows.map(({ id }) => id);
}
