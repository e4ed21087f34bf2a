import { Statement } from '../connection/statement.js';
import { toArray } from '../connection/text-array.js';
import { GatheredReads } from './gathered-reads.js';
import { SHOWN_COLUMNS, type StoredShownRow } from './shown-tasks.js';
import type { Db } from './task-rows.js';

interface AskedTask {
  readonly tenantId: string;
  /** A UUID. */
  readonly id: string;
}

const COLUMNS = SHOWN_COLUMNS.map((column) => `tasks.${column}`).join(', ');

/** Tenant and id together: a task of another tenant is not found. */
const FIND_TASKS = new Statement<StoredShownRow & { readonly place: number }>(
  'find_tasks',
  `select ${COLUMNS}, asked.place
  from unnest(:tenants::text[], :ids::uuid[]) with ordinality as asked (tenant_id, id, place)
  join tasks on tasks.id = asked.id and tasks.tenant_id = asked.tenant_id
  where tasks.deleted_at is null`,
);

/** A tenant's task by its id. */
export function taskReads(db: Db): GatheredReads<AskedTask, StoredShownRow | undefined> {
  return new GatheredReads(
    async (asked) => {
      const rows = await FIND_TASKS.run(db, {
        tenants: toArray(asked.map(({ tenantId }) => tenantId)),
        ids: toArray(asked.map(({ id }) => id)),
      });
      const found: (StoredShownRow | undefined)[] = asked.map(() => undefined);
      for (const row of rows) found[row.place - 1] = row;
      return found;
    },
    ({ tenantId, id }) => `${id} ${tenantId}`,
  );
}
