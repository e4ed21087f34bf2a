import { sql } from 'kysely';

import type { Task } from '../../../domain/task/task.js';
import type { RestoredStore } from '../../../ports/submission/restored-store.js';
import { hasUnheld } from '../backup/store-notes.js';
import type { Database } from '../connection/database.js';
import { LOCKED, rowByRow } from '../connection/row-by-row.js';
import { UnreadableValue } from '../encryption/cipher.js';
import { changeTask } from '../tasks/task-change.js';
import { lockFreeTask, type Db, type Trx } from '../tasks/task-rows.js';

const PAGE = 500;

/** A request with this time is never due. */
const NEVER = new Date('9999-12-31T00:00:00Z');

const DETAIL =
  'restored from a backup: the request was queued then, and may have been sent since the backup was made';

interface QueuedRow {
  readonly submissionId: string;
  readonly taskId: string;
  readonly tenantId: string;
}

const IS_UNHELD = sql`status = 'queued' and due_at < ${NEVER}::timestamptz`;

export class PostgresRestoredStore implements RestoredStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  isUnheld(): Promise<boolean> {
    return hasUnheld(this.#database.kysely);
  }

  async holdQueued(now: Date): Promise<readonly Task[]> {
    const held: Task[] = [];
    let after = '';
    for (;;) {
      const page = await listQueued(this.#database.kysely, after);
      const { done } = await rowByRow(
        this.#database,
        page,
        (trx, row) => this.#hold(trx, row, now),
        ({ taskId }) => ({ taskId }),
      );
      held.push(...done);
      after = page.at(-1)?.submissionId ?? '';
      if (page.length < PAGE) return held;
    }
  }

  async noteHeld(now: Date): Promise<boolean> {
    await sql`/* all live rows */
      update store_notes set done_at = ${now}::timestamptz
      where kind = 'restored' and done_at is null
        and not exists (select from submissions where ${IS_UNHELD})
    `.execute(this.#database.kysely);
    return !(await this.isUnheld());
  }

  async #hold(trx: Trx, row: QueuedRow, now: Date): Promise<Task | typeof LOCKED | undefined> {
    // Another node may have noted meanwhile that all is held, and have accepted this one since.
    if (!(await isStillUnheld(trx))) return undefined;
    const { ciphers, log } = this.#database;
    const { submissionId: id, taskId } = row;
    const task = await lockFreeTask(trx, ciphers, taskId).catch((error: unknown) => {
      if (error instanceof UnreadableValue) return error;
      throw error;
    });
    if (task === undefined) return await leaveDeleted(trx, row);
    if (task instanceof UnreadableValue) {
      log.error({ taskId, detail: task.detail }, 'a restored request cannot be decrypted');
      await putOffForEver(trx, id);
      return undefined;
    }
    const submission = await trx
      .selectFrom('submissions')
      .select('fence')
      .where('id', '=', id)
      .where('status', '=', 'queued')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (submission === undefined) return LOCKED;
    const change = {
      task: { state: { status: 'UNCONFIRMED' } },
      submission: {
        id,
        fence: submission.fence,
        from: ['queued'],
        status: 'unconfirmed',
        detail: DETAIL,
      },
    } as const;
    return await changeTask(trx, ciphers, task, change, now);
  }
}

/** The whole queue is sorted: the order of ids would lead through all submissions. */
async function listQueued(db: Db, after: string): Promise<readonly QueuedRow[]> {
  const { rows } = await sql<QueuedRow>`/* all live rows */
    with queue as materialized (
      select id, task_id, tenant_id from submissions where ${IS_UNHELD}
    )
    select id as "submissionId", task_id as "taskId", tenant_id as "tenantId" from queue
    where ${after}::text = '' or id > nullif(${after}::text, '')::uuid
    order by id limit ${sql.lit(PAGE)}`.execute(db);
  return rows;
}

/** LOCKED, unless the task was deleted: its request is sent no more. */
async function leaveDeleted(
  trx: Trx,
  { submissionId, taskId }: QueuedRow,
): Promise<typeof LOCKED | undefined> {
  const task = await trx
    .selectFrom('tasks')
    .select('deleted_at')
    .where('id', '=', taskId)
    .executeTakeFirst();
  if (task?.deleted_at === null) return LOCKED;
  await putOffForEver(trx, submissionId);
  return undefined;
}

async function isStillUnheld(trx: Trx): Promise<boolean> {
  const note = await trx
    .selectFrom('store_notes')
    .select('id')
    .where('kind', '=', 'restored')
    .where('done_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return note !== undefined;
}

async function putOffForEver(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('submissions')
    .set({ due_at: NEVER })
    .where('id', '=', id)
    .where('status', '=', 'queued')
    .execute();
}
