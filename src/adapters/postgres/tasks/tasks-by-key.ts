import { sql } from 'kysely';

import { storable } from '../connection/json-text.js';
import type { Db } from './task-rows.js';

/** The query for the task, deleted or not, that has the idempotency key. */
export function taskWithKey(db: Db, tenantId: string, key: string) {
  return db
    .selectFrom('tasks')
    .innerJoin('idempotency_keys', 'idempotency_keys.task_id', 'tasks.id')
    .selectAll('tasks')
    .where('idempotency_keys.tenant_id', '=', tenantId)
    .where('idempotency_keys.key', '=', storable(key));
}

/** Marks the task that the idempotency key has: from now on `discard` keeps it. */
export async function giveOutByKey(db: Db, tenantId: string, key: string): Promise<void> {
  await sql`
    update submissions set is_given_out = true from idempotency_keys as held
    where held.tenant_id = ${tenantId} and held.key = ${key}
      and submissions.task_id = held.task_id
      and submissions.status = 'sending' and not submissions.is_given_out`.execute(db);
}
