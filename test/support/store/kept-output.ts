import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { storesOf } from '../../../src/adapters/postgres/stores.js';

/** A task's output as the archive has it: the row, with a key of its file. */
export async function keepOutput(
  database: Database,
  {
    tenantId,
    taskId,
    now,
  }: { readonly tenantId: string; readonly taskId: string; readonly now: Date },
): Promise<string> {
  const { archive } = storesOf(database);
  const id = `${taskId}.0`;
  await database.kysely
    .insertInto('archived_outputs')
    .values({ id, tenant_id: tenantId, task_id: taskId, position: 0, due_at: now, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const lease = await archive.takeCopy(now, new Date(now.getTime() + 60_000));
  if (lease?.id !== id) throw new Error('another output is due');
  await archive.fileKey({ id, tenantId });
  await archive.keepCopy(lease, { bytes: 5, sha256: 'a'.repeat(64), type: 'video/mp4' }, now);
  return id;
}
