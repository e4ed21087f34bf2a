import type { ArchiveStore } from '../../../ports/archive/archive-store.js';
import type { Database } from '../connection/database.js';

export class PostgresArchiveStore implements ArchiveStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async findServedTenant(taskId: string): Promise<string | undefined> {
    const row = await this.#database.kysely
      .selectFrom('tasks')
      .innerJoin('tenants', 'tenants.id', 'tasks.tenant_id')
      .select('tasks.tenant_id')
      .where('tasks.id', '=', taskId)
      .where('tasks.deleted_at', 'is', null)
      .where('tenants.deleted_at', 'is', null)
      .where('tenants.suspended_at', 'is', null)
      .executeTakeFirst();
    return row?.tenant_id;
  }
}
