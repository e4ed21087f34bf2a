import type { Trx } from '../tasks/task-rows.js';

/** What a deleted task was made from, and the uploads of its outputs. What was made from it stays. */
export async function forgetLineage(trx: Trx, tenantId: string, taskId: string): Promise<void> {
  await trx.deleteFrom('task_inputs').where('task_id', '=', taskId).execute();
  await trx
    .deleteFrom('output_uploads')
    .where('tenant_id', '=', tenantId)
    .where('output_task_id', '=', taskId)
    .execute();
}
