import type { Resource, ResourceStore } from '../../ports/resource-store.js';
import type { Database } from './database.js';

export class PostgresResourceStore implements ResourceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async record(resource: Resource): Promise<void> {
    await this.#database.kysely
      .insertInto('resources')
      .values({
        tenant_id: resource.tenantId,
        kind: resource.kind,
        runway_account: resource.runwayAccount,
        runway_id: resource.runwayId,
        alias: resource.alias,
        owner: resource.owner,
        created_at: resource.createdAt,
      })
      .onConflict((conflict) =>
        conflict.columns(['runway_account', 'kind', 'runway_id']).doNothing(),
      )
      .execute();
  }
}
