import type { AuditedMutation } from '../../../domain/audit.js';
import { isLiveUpstream, isSettled, type Task, type TaskState } from '../../../domain/task/task.js';
import { isUuid } from '../../../domain/uuid.js';
import type {
  TaskExtent,
  TaskFilter,
  TaskPage,
  TaskStore,
} from '../../../ports/tasks/task-store.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import { pageOf } from '../connection/page-rows.js';
import { storable, toJson } from '../connection/json-text.js';
import { isFingerprintOf } from '../encryption/fingerprints.js';
import { PLACES } from '../encryption/places.js';
import { sealState } from '../encryption/sealed-forms.js';
import { CANCELLED } from './cancelled-task.js';
import { earliestRead } from './earliest-read.js';
import { changeTask } from './task-change.js';
import type { SubmissionChange } from './write-change.js';
import { listedRows, type PageRequest } from './task-list.js';
import { forgetLineage } from '../lineage/forget-lineage.js';
import { ListedTask } from './listed-task.js';
import { toShownTask } from './shown-tasks.js';
import { newestReads, taskReads, type NewestReads } from './task-reads.js';
import { lockTask, openTaskRow, toTask, type Trx } from './task-rows.js';
import { giveOutByKey, taskWithKey } from './tasks-by-key.js';

/*
 * What is being sent may be discarded until `giveOut` or `findReplay` marks it. The mark comes before
 * the task is looked up, and `discard` looks at it with the submission locked: so either the task is
 * found and stays, or it is gone before a caller sees it.
 */

export class PostgresTaskStore implements TaskStore {
  readonly #database: Database;
  readonly #reads: ReturnType<typeof taskReads>;
  readonly #newest: NewestReads;

  constructor(database: Database) {
    this.#database = database;
    this.#reads = taskReads(database.kysely);
    this.#newest = newestReads(database.kysely);
  }

  async findTask(
    tenantId: string,
    id: string,
    extent: TaskExtent = 'whole',
  ): Promise<Task | undefined> {
    if (!isUuid(id)) return undefined;
    const { kysely, ciphers } = this.#database;
    const row = await this.#reads.load({ tenantId, id, extent });
    if (row !== undefined && extent !== 'whole') return new ListedTask(row);
    return row && (await ciphers.openedOne(kysely, row, toShownTask));
  }

  async findTaskByKey(tenantId: string, key: string): Promise<Task | undefined> {
    const { kysely, ciphers } = this.#database;
    const row = await taskWithKey(kysely, tenantId, key)
      .where('tasks.deleted_at', 'is', null)
      .executeTakeFirst();
    return row && toTask(await ciphers.openedOne(kysely, row, openTaskRow));
  }

  async giveOut(tenantId: string, id: string): Promise<Task | undefined> {
    if (!isUuid(id)) return undefined;
    await this.#database.kysely
      .updateTable('submissions')
      .set({ is_given_out: true })
      .where('task_id', '=', id)
      .where('tenant_id', '=', tenantId)
      .where('status', '=', 'sending')
      .where('is_given_out', '=', false)
      .execute();
    return await this.findTask(tenantId, id);
  }

  async findReplay(tenantId: string, key: string, fingerprint: string): Promise<Task | undefined> {
    const { kysely, ciphers } = this.#database;
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

  async listTasks(
    tenantId: string,
    filter: TaskFilter,
    page: PageRequest,
    extent: TaskExtent = 'whole',
  ): Promise<TaskPage> {
    const { kysely: db, ciphers } = this.#database;
    const read = { db, newest: this.#newest };
    const rows = await listedRows(read, tenantId, filter, { ...page, extent });
    const { shown, hasNextPage } = pageOf(rows, page.first);
    if (extent !== 'whole') return { tasks: shown.map((row) => new ListedTask(row)), hasNextPage };
    const tasks = await ciphers.opened(db, shown, toShownTask);
    return { tasks, hasNextPage };
  }

  async requestCancel(
    tenantId: string,
    id: string,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<Task | undefined> {
    if (!isUuid(id)) return undefined;
    const { kysely, ciphers } = this.#database;
    return await kysely.transaction().execute(async (trx) => {
      const row = await lockTask(trx, ciphers, id);
      if (row?.tenant_id !== tenantId) return undefined;
      const { status } = row.state;
      const wish = { cancelRequestedAt: row.cancel_requested_at ?? now };
      if (status === 'QUEUED') {
        const submission = await lockQueued(trx, id);
        const change =
          submission === undefined
            ? { task: wish }
            : { task: { ...CANCELLED, ...wish }, submission: cancelled(submission) };
        return await audited(trx, audit, () => changeTask(trx, ciphers, row, change, now), names);
      }
      if (isLiveUpstream(status)) {
        const poll = { poll_due_at: earliestRead(row, now) };
        const record = () => changeTask(trx, ciphers, row, { task: wish, poll }, now);
        return await audited(trx, audit, record, names);
      }
      return toTask(row);
    });
  }

  /**
   * Input, output, label, request, events and what Runway said go; the bare row stays for the
   * accounts, and so that its idempotency key buys nothing again. Every node is woken: a follower that
   * has not read the settlement finds no event of it any more.
   */
  async deleteTask(
    tenantId: string,
    id: string,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<Task | undefined> {
    if (!isUuid(id)) return undefined;
    const { kysely, ciphers, wakes } = this.#database;
    const remove = async (trx: Trx): Promise<Task | undefined> => {
      const row = await lockTask(trx, ciphers, id);
      if (row?.tenant_id !== tenantId || !isSettled(row.state.status)) return undefined;
      const cipher = await ciphers.forSealing(tenantId, trx);
      const state = sealState(bareState(row.state), cipher, PLACES.taskState(id));
      await trx
        .updateTable('submissions')
        .set({ request: toJson({ pathIds: [], body: {} }) })
        .where('task_id', '=', id)
        .execute();
      await trx.deleteFrom('task_events').where('task_id', '=', id).execute();
      await forgetLineage(trx, tenantId, id);
      await trx
        .updateTable('tasks')
        .set({
          deleted_at: now,
          input: toJson(null),
          label: null,
          state: toJson(state),
        })
        .where('id', '=', id)
        .execute();
      await trx
        .updateTable('tenants')
        .set(({ eb }) => ({ tasks: eb('tasks', '-', 1) }))
        .where('id', '=', tenantId)
        .execute();
      return toTask(row);
    };
    const deleted = await kysely
      .transaction()
      .execute((trx) => audited(trx, audit, () => remove(trx), names));
    if (deleted !== undefined) wakes.wake(tenantId);
    return deleted;
  }
}

/** Without what Runway has made or said. */
function bareState(state: TaskState): TaskState {
  if (state.status === 'SUCCEEDED') return { ...state, output: [] };
  if (state.status !== 'FAILED') return state;
  const { runwayMessage: _said, ...failure } = state.failure;
  return { ...state, failure };
}

function names(task: Task | undefined): readonly string[] | undefined {
  return task && [`task:${task.id}`];
}

type Queued = Pick<SubmissionChange, 'id' | 'fence'>;

function cancelled(queued: Queued): SubmissionChange {
  return { ...queued, from: ['queued'], status: 'cancelled' };
}

/**
 * The task's submission, locked. Undefined when it is not queued: it is on its way, and the wish
 * waits for Runway's answer. Then the task stays, whatever Runway says, because its owner has been
 * shown it.
 */
async function lockQueued(trx: Trx, taskId: string): Promise<Queued | undefined> {
  const queued = await trx
    .selectFrom('submissions')
    .select(['id', 'fence'])
    .where('task_id', '=', taskId)
    .where('status', '=', 'queued')
    .forUpdate()
    .executeTakeFirst();
  if (queued !== undefined) return queued;
  await trx
    .updateTable('submissions')
    .set({ is_given_out: true })
    .where('task_id', '=', taskId)
    .where('status', '=', 'sending')
    .execute();
  return undefined;
}
