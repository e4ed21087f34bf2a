import { sql, type SqlBool } from 'kysely';

import { MODERATED } from '../../../domain/task/failure.js';
import type { ModerationStore } from '../../../ports/tenants/moderation-store.js';
import type { Database } from '../connection/database.js';

/** The condition of the partial index tasks_moderated. */
const IS_MODERATED = sql<SqlBool>`tasks.status = 'FAILED'
  and tasks.state #>> '{failure,code}' ~ ${sql.lit(MODERATED.source)}`;

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
        // No more than `max` are looked at, however many there are.
        sql<SqlBool>`(
          select count(*) from (
            select from tasks
            where tasks.tenant_id = tenants.id and ${IS_MODERATED}
              and tasks.settled_at > greatest(${since}::timestamptz, tenants.resumed_at)
            limit ${sql.lit(max)}
          ) as moderated
        ) >= ${max}`,
      )
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };
}
