import { READ_INTERVAL_MS } from '../../../domain/task/read-interval.js';
import type { Output, Task } from '../../../domain/task/task.js';
import type { OutputStore } from '../../../ports/tasks/output-store.js';
import type { Database } from '../connection/database.js';
import { PLACES } from '../encryption/places.js';
import { sealState } from '../encryption/sealed-forms.js';
import { toJsonLeniently } from '../connection/json-text.js';
import { lockTask, toTask } from './task-rows.js';

export class PostgresOutputStore implements OutputStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async takeOutputRead(taskId: string, now: Date): Promise<boolean> {
    const before = new Date(now.getTime() - READ_INTERVAL_MS);
    const { numUpdatedRows } = await this.#database.kysely
      .updateTable('tasks')
      .set({ last_read_at: now })
      .where('id', '=', taskId)
      .where('status', '=', 'SUCCEEDED')
      .where('deleted_at', 'is', null)
      .where(({ or, eb }) => or([eb('last_read_at', 'is', null), eb('last_read_at', '<=', before)]))
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  }

  async recordOutputs(taskId: string, output: readonly Output[]): Promise<Task | undefined> {
    const { kysely, ciphers } = this.#database;
    return await kysely.transaction().execute(async (trx) => {
      const row = await lockTask(trx, ciphers, taskId);
      if (row?.state.status !== 'SUCCEEDED') return undefined;
      const state = { ...row.state, output };
      const cipher = await ciphers.forSealing(row.tenant_id, trx);
      await trx
        .updateTable('tasks')
        .set({ state: toJsonLeniently(sealState(state, cipher, PLACES.taskState(taskId))) })
        .where('id', '=', taskId)
        .execute();
      return { ...toTask(row), state };
    });
  }
}
