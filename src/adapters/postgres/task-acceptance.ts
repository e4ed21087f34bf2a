import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Task } from '../../domain/task.js';
import { GatewayError } from '../../errors.js';
import type { NewTask } from '../../ports/task-store.js';
import { isUnstorableText } from './sql-errors.js';
import { toJson, toTask, writeEvent, type Db, type TaskRow, type Trx } from './task-rows.js';

/** A key can change hands between our insert and our look at it, though hardly twice. */
const CLAIM_ATTEMPTS_MAX = 5;

/** TaskStore.accept. Throws BAD_USER_INPUT for text that PostgreSQL cannot store (NUL). */
export async function acceptTask(
  db: Db,
  task: NewTask,
  now: Date,
): Promise<{ readonly task: Task; readonly replayed: boolean }> {
  try {
    return await db.transaction().execute(async (trx) => {
      const first = await claimKey(trx, task, now);
      if (first !== undefined) return { task: toTask(first), replayed: true };
      return { task: await insertTask(trx, task, now), replayed: false };
    });
  } catch (error) {
    if (!isUnstorableText(error)) throw error;
    throw new GatewayError('BAD_USER_INPUT', {
      issues: [
        {
          path: 'input',
          message: 'Texts must not hold NUL characters or halves of surrogate pairs.',
          rule: 'storableText',
        },
      ],
      cause: error,
    });
  }
}

/**
 * Takes the task's idempotency key; returns the task that holds it when it is taken. Twins wait
 * here for each other's transaction, so that the second one sees the first's task.
 */
async function claimKey(trx: Trx, task: NewTask, now: Date): Promise<TaskRow | undefined> {
  const { idempotency } = task;
  if (idempotency === null) return undefined;
  for (let attempt = 0; attempt < CLAIM_ATTEMPTS_MAX; attempt += 1) {
    const columns = {
      fingerprint: idempotency.fingerprint,
      task_id: task.id,
      expires_at: idempotency.expiresAt,
    };
    const claimed = await trx
      .insertInto('idempotency_keys')
      .values({ tenant_id: task.tenantId, key: idempotency.key, ...columns })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'key'])
          .doUpdateSet(columns)
          .where('idempotency_keys.expires_at', '<=', now),
      )
      .returning('key')
      .executeTakeFirst();
    if (claimed !== undefined) return undefined;

    const holder = await trx
      .selectFrom('idempotency_keys')
      .innerJoin('tasks', 'tasks.id', 'idempotency_keys.task_id')
      .selectAll('tasks')
      .select('idempotency_keys.fingerprint')
      .where('idempotency_keys.tenant_id', '=', task.tenantId)
      .where('idempotency_keys.key', '=', idempotency.key)
      .executeTakeFirst();
    if (holder === undefined) continue;
    if (holder.fingerprint !== idempotency.fingerprint) {
      throw new GatewayError('IDEMPOTENCY_KEY_REUSED');
    }
    if (holder.deleted_at !== null) {
      throw new GatewayError('CONFLICT', { detail: 'the key made a task that was deleted since' });
    }
    return holder;
  }
  throw new GatewayError('INTERNAL', { detail: 'the idempotency key keeps changing hands' });
}

async function insertTask(trx: Trx, task: NewTask, now: Date): Promise<Task> {
  const row = await trx
    .insertInto('tasks')
    .values({
      id: task.id,
      tenant_id: task.tenantId,
      created_by: task.createdBy,
      operation: task.operation,
      model: task.model,
      label: task.label,
      runway_account: task.runwayAccount,
      runway_task_id: null,
      runway_task_kind: task.runwayTaskKind,
      input: toJson(task.input),
      state: toJson({ status: 'QUEUED', waitingFor: null }),
      estimate_credits: task.estimate.credits,
      estimate_source: task.estimate.source,
      cost_credits: null,
      reserved_credits: task.estimate.credits,
      created_at: now,
    })
    .returning(sql<string>`id`.as('id'))
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('submissions')
    .values({
      id: randomUUID(),
      tenant_id: task.tenantId,
      task_id: row.id,
      kind: 'task',
      operation: task.operation,
      sdk_method: task.sdkMethod,
      runway_account: task.runwayAccount,
      request: toJson(task.request),
      status: 'queued',
      due_at: now,
      created_at: now,
    })
    .execute();
  const accepted: Task = {
    id: row.id,
    tenantId: task.tenantId,
    operation: task.operation,
    model: task.model,
    label: task.label,
    state: { status: 'QUEUED', waitingFor: null },
    runwayAccount: task.runwayAccount,
    runwayTaskId: null,
    runwayTaskKind: task.runwayTaskKind,
    input: task.input,
    estimate: task.estimate,
    cost: null,
    cancelRequestedAt: null,
    createdAt: now,
    settledAt: null,
  };
  await writeEvent(trx, accepted, now);
  return accepted;
}
