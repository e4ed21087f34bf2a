import { sql } from 'kysely';

import type { WaitingFor } from '../../domain/task.js';
import type { PoolHoldStore } from '../../ports/pool-hold-store.js';
import type { SlotPool, SubmissionLease } from '../../ports/task-store.js';
import type { Database } from './database.js';
import type { Db, Trx } from './task-rows.js';

/** Of `Statement`s: the hold of the pool of `:account` and `:model`. */
export const HOLD = `(pool_holds.runway_account = :account::text
  and pool_holds.model = coalesce(:model::text, ''))`;

export class PostgresPoolHoldStore implements PoolHoldStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async hold(
    { runwayAccount, model, submissionId }: SubmissionLease,
    { reason, until }: WaitingFor & { readonly until: string },
  ): Promise<void> {
    await sql`
      insert into pool_holds as held (runway_account, model, reason, until)
      values (${runwayAccount}, ${model ?? ''}, ${reason}, ${until}::timestamptz)
      on conflict (runway_account, model) do update set
        reason = case when excluded.until > held.until then excluded.reason else held.reason end,
        until = greatest(held.until, excluded.until),
        refusals = held.refusals + (held.probe is not distinct from ${submissionId}::uuid)::integer,
        probe = nullif(held.probe, ${submissionId}::uuid)`.execute(this.#db);
  }

  async endProbe({ submissionId }: SubmissionLease, isOver: boolean): Promise<void> {
    await (isOver
      ? this.#db.deleteFrom('pool_holds').where('probe', '=', submissionId).execute()
      : this.#db
          .updateTable('pool_holds')
          .set({ probe: null })
          .where('probe', '=', submissionId)
          .execute());
  }
}

/**
 * Lets a submission go first in its pool, whose hold is over: the 429s in a row so far. Undefined
 * when another one has gone, or the hold has been prolonged.
 */
export async function goFirst(
  trx: Trx,
  { runwayAccount, model }: SlotPool,
  submissionId: string,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<number | undefined> {
  const row = await trx
    .updateTable('pool_holds')
    .set({ probe: submissionId, probe_until: until })
    .where('runway_account', '=', runwayAccount)
    .where('model', '=', model ?? '')
    .where('until', '<=', now)
    .where(({ or, eb }) => or([eb('probe', 'is', null), eb('probe_until', '<=', now)]))
    .returning('refusals')
    .executeTakeFirst();
  return row?.refusals;
}
