import { sql } from 'kysely';
import type { Database } from '../../src/adapters/postgres/connection/database.js';
import { SLOT_MODEL } from './pools.js';

/** Tasks by the way in which they were accepted. */
export interface WaysOfAcceptance {
  /** Sent at once, of the model without slots. */
  readonly freely: number;
  /** Sent at once, of the model that has slots. */
  readonly intoSlots: number;
  /** They had to wait: for a slot, their turn, or Runway, which was to be left alone. */
  readonly queued: number;
}

/** By the first event of each task, which is as it was accepted. */
export async function waysOfAcceptance({ kysely }: Database): Promise<WaysOfAcceptance> {
  const { rows } = await sql<WaysOfAcceptance>`
    select
      count(*) filter (where not waits and model <> ${SLOT_MODEL})::integer as freely,
      count(*) filter (where not waits and model = ${SLOT_MODEL})::integer as "intoSlots",
      count(*) filter (where waits)::integer as queued
    from (
      select distinct on (task_id)
        snapshot ->> 'model' as model, snapshot #>> '{state,waitingFor}' is not null as waits
      from task_events order by task_id, number
    ) as accepted
  `.execute(kysely);
  const [ways] = rows;
  if (ways === undefined) throw new Error('A count has one row.');
  return ways;
}
