import { sql } from 'kysely';

import type { WaitingFor } from '../../../domain/task/task.js';
import type { PoolHoldStore } from '../../../ports/dispatch/pool-hold-store.js';
import type { SlotPool } from '../../../ports/dispatch/slot-pool.js';
import type { SubmissionLease } from '../../../ports/submission/submission-lease.js';
import type { Database } from '../connection/database.js';
import type { Db, Trx } from '../tasks/task-rows.js';

/**
 * 10 s. Where something waits, it goes first within a second of the hold's end: nothing has waited
 * for one that ended longer ago, and it holds no request any more.
 */
const FORGOTTEN_AFTER = `interval '10 seconds'`;

/**
 * 15 s. One that has gone first and tells nothing for longer is lost, or hangs: another one goes.
 */
const PROBE_MS = 15_000;

/** Of what waits: until when it does. */
const ENDS = 'greatest(pool_holds.until, pool_holds.probe_until)';

/** Of `Statement`s: whether a hold stands at `:now`. */
export const HOLD_STANDS = `${ENDS} > :now::timestamptz - ${FORGOTTEN_AFTER}`;

/** Of `Statement`s: the hold of the pool of `:account` and `:model` that stands at `:now`. */
export const HOLD = `(pool_holds.runway_account = :account::text
  and pool_holds.model = coalesce(:model::text, '')
  and ${HOLD_STANDS})`;

export class PostgresPoolHoldStore implements PoolHoldStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async hold(
    { runwayAccount, model, submissionId }: SubmissionLease,
    { reason, until }: WaitingFor & { readonly until: string },
    now: Date,
  ): Promise<void> {
    const isOld = sql`held.until < ${now}::timestamptz - ${sql.raw(FORGOTTEN_AFTER)}`;
    await sql`
      insert into pool_holds as held (runway_account, model, reason, until)
      values (${runwayAccount}, ${model ?? ''}, ${reason}, ${until}::timestamptz)
      on conflict (runway_account, model) do update set
        reason = case when excluded.until > held.until then excluded.reason else held.reason end,
        until = greatest(held.until, excluded.until),
        refusals = case
          when held.probe = ${submissionId}::uuid then held.refusals + 1
          when ${isOld} then 1
          else held.refusals
        end,
        probe = nullif(held.probe, ${submissionId}::uuid),
        probe_until = case when held.probe <> ${submissionId}::uuid then held.probe_until end
    `.execute(this.#db);
  }

  async endProbe({ submissionId }: SubmissionLease, isOver: boolean): Promise<void> {
    await (isOver
      ? this.#db.deleteFrom('pool_holds').where('probe', '=', submissionId).execute()
      : this.#db
          .updateTable('pool_holds')
          .set({ probe: null, probe_until: null })
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
  now: Date,
): Promise<number | undefined> {
  const row = await trx
    .updateTable('pool_holds')
    .set({ probe: submissionId, probe_until: new Date(now.getTime() + PROBE_MS) })
    .where('runway_account', '=', runwayAccount)
    .where('model', '=', model ?? '')
    .where('until', '<=', now)
    .where(({ or, eb }) => or([eb('probe', 'is', null), eb('probe_until', '<=', now)]))
    .returning('refusals')
    .executeTakeFirst();
  return row?.refusals;
}
