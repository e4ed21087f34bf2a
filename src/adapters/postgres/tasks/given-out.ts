import { sql } from 'kysely';

import type { Task } from '../../../domain/task/task.js';
import { isUuid } from '../../../domain/uuid.js';
import type { Database } from '../connection/database.js';
import { isFingerprintOf } from '../encryption/fingerprints.js';
import { findTask, taskWithKey } from './task-reads.js';
import { storable } from '../connection/json-text.js';
import { openTaskRow, toTask, type Db } from './task-rows.js';

/*
 * What is being sent may be discarded until it is marked here. The mark comes before the task is
 * looked up, and `discard` looks at it with the submission locked: so either the task is found and
 * stays, or it is gone before a caller sees it.
 */

/** TaskStore.giveOut. */
export async function giveOut(
  database: Database,
  tenantId: string,
  id: string,
): Promise<Task | undefined> {
  if (!isUuid(id)) return undefined;
  await database.kysely
    .updateTable('submissions')
    .set({ is_given_out: true })
    .where('task_id', '=', id)
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'sending')
    .where('is_given_out', '=', false)
    .execute();
  return await findTask(database, tenantId, id);
}

/** TaskStore.findReplay. */
export async function findReplay(
  { kysely, ciphers }: Database,
  tenantId: string,
  key: string,
  fingerprint: string,
): Promise<Task | undefined> {
  await giveOutByKey(kysely, tenantId, storable(key));
  const row = await taskWithKey(kysely, tenantId, key)
    .select('idempotency_keys.fingerprint')
    .where('tasks.deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const cipher = await ciphers.forSealing(tenantId, kysely);
  if (!isFingerprintOf(cipher, fingerprint, row.fingerprint)) return undefined;
  return toTask(await ciphers.openedOne(kysely, row, openTaskRow));
}

/** The same for whatever task the idempotency key has. */
export async function giveOutByKey(db: Db, tenantId: string, key: string): Promise<void> {
  await sql`
    update submissions set is_given_out = true from idempotency_keys as held
    where held.tenant_id = ${tenantId} and held.key = ${key}
      and submissions.task_id = held.task_id
      and submissions.status = 'sending' and not submissions.is_given_out`.execute(db);
}
