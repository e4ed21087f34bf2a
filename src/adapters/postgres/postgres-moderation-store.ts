import { sql, type SqlBool } from 'kysely';

import { MODERATED } from '../../domain/failure.js';
import type { ModerationStore } from '../../ports/moderation-store.js';
import type { Database } from './database.js';

export class PostgresModerationStore implements ModerationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  stopIfModerated: ModerationStore['stopIfModerated'] = async (tenantId, { since, max }, now) => {
    const { numUpdatedRows } = await this.#database.kysely
      .updateTable('tenants')
      .set({ stopped_at: now })
      .where('id', '=', tenantId)
      .where('stopped_at', 'is', null)
      .where(
        sql<SqlBool>`(
          select count(*) from tasks
          where tasks.tenant_id = tenants.id and tasks.status = 'FAILED'
            and tasks.settled_at > greatest(${since}::timestamptz, tenants.resumed_at)
            and tasks.state #>> '{failure,code}' ~ ${MODERATED.source}
        ) >= ${max}`,
      )
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };
}
