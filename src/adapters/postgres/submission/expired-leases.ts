import { sql, type SqlBool } from 'kysely';

import type { Task } from '../../../domain/task/task.js';
import type { Ciphers } from '../encryption/ciphers.js';
import { LOCKED } from '../connection/row-by-row.js';
import { changeTask } from '../tasks/task-change.js';
import { lockFreeTask, type Db, type Trx } from '../tasks/task-rows.js';

/** Submissions looked at in one go. */
export const EXPIRED_PAGE = 500;

/** A submission whose lease has run out. */
export interface ExpiredLease {
  readonly submissionId: string;
  readonly taskId: string;
  readonly tenantId: string;
  readonly fence: number;
  readonly leaseUntil: Date;
}

/** The next page of them, those that ended first. */
export async function listExpired(
  db: Db,
  leaseEndedBefore: Date,
  after: ExpiredLease | undefined,
): Promise<readonly ExpiredLease[]> {
  return await db
    .selectFrom('submissions')
    .select([
      'id as submissionId',
      sql<string>`task_id`.as('taskId'),
      'tenant_id as tenantId',
      'fence',
      sql<Date>`lease_until`.as('leaseUntil'),
    ])
    .where(sql<SqlBool>`status = 'sending'`)
    .where('task_id', 'is not', null)
    .where('lease_until', '<', leaseEndedBefore)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(lease_until, id) > (${after?.leaseUntil}::timestamptz, ${after?.submissionId}::uuid)`,
      ),
    )
    .orderBy('lease_until')
    .orderBy('id')
    .limit(EXPIRED_PAGE)
    .execute();
}

/** sending → unconfirmed. */
export async function expireLease(
  trx: Trx,
  ciphers: Ciphers,
  { submissionId: id, taskId, fence }: ExpiredLease,
  now: Date,
  leaseEndedBefore: Date,
): Promise<Task | typeof LOCKED | undefined> {
  const row = await lockFreeTask(trx, ciphers, taskId);
  if (row === undefined) return LOCKED;
  const submission = await trx
    .selectFrom('submissions')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (submission === undefined) return LOCKED;
  const change = {
    task: { state: { status: 'UNCONFIRMED' } },
    submission: {
      id,
      fence,
      from: ['sending'],
      status: 'unconfirmed',
      detail: 'the sender was lost',
      leaseEndedBefore,
    },
  } as const;
  return await changeTask(trx, ciphers, row, change, now);
}
