import { isOwnAccount } from '../../../domain/account/runway-account.js';
import type { QueueStore } from '../../../ports/dispatch/queue-store.js';
import type { SlotPool } from '../../../ports/dispatch/slot-pool.js';
import type { Database } from '../connection/database.js';
import { Statement } from '../connection/statement.js';
import type { Db } from '../tasks/task-rows.js';
import { HOLD } from './postgres-pool-hold-store.js';
import { KEEP_TURN } from './keep-turn.js';
import { HAS_WAITING } from './queue-turns.js';
import { BUSY_SLOTS } from './slot-pools.js';

/** Submissions that one transaction moves. */
const BATCH = 500;

interface QueuedPool {
  readonly account: string;
  readonly model: string;
}

/** The next pool of another account than `:to`, of those with something queued. */
const NEXT_POOL = new Statement<QueuedPool>(
  'next_foreign_pool',
  ['<', '>']
    .map(
      (side) => `(
      select runway_account as account, model from submissions
      where status = 'queued' and runway_account ${side} :to::text
        and (runway_account, model) > (:account::text, :model::text)
      order by runway_account, model limit 1
    )`,
    )
    .join(' union all '),
);

/** Tasks are locked before their submissions, as everywhere; turns come last, in one order. */
const MOVE = new Statement<{
  readonly moved: number;
  /** The last one looked at; null: there was none. */
  readonly due_at: Date | null;
  readonly id: string | null;
}>(
  'move_queued',
  `with batch as (
    select id, task_id, due_at from submissions
    where status = 'queued' and runway_account = :account::text and model = :model::text
      and (due_at, id) > (:after_due_at::timestamptz, :after_id::uuid)
    order by due_at, id limit ${String(BATCH)}
  ), last as (
    select id, due_at from batch order by due_at desc, id desc limit 1
  ), held as (
    select tasks.id from batch
      join tasks on tasks.id = batch.task_id
      join submissions on submissions.id = batch.id
    order by tasks.id
    for update of tasks, submissions skip locked
  ), moved as (
    update submissions set runway_account = :to::text from held
    where submissions.task_id = held.id and submissions.status = 'queued'
    returning submissions.task_id, submissions.tenant_id, submissions.due_at
  ), task as (
    update tasks set runway_account = :to::text from moved where tasks.id = moved.task_id
  ), turn as (
    insert into queue_turns as kept (tenant_id, runway_account, model, turn, is_due, due_at)
    select tenant_id, :to::text, :model::text, last_served_turn, false, min(due_at)
    from moved join tenants on tenants.id = tenant_id
    group by tenant_id, last_served_turn order by tenant_id
    ${KEEP_TURN}
  )
  select count(*)::integer as moved, (select due_at from last) as due_at, (select id from last) as id
  from moved`,
);

const IS_TAKEN = new Statement<{ readonly is_taken: boolean }>(
  'is_pool_taken',
  `select exists (select from pool_holds where ${HOLD}) or case
    when slots is null then false
    else ${BUSY_SLOTS} >= slots or ${HAS_WAITING}
  end as is_taken
  from (select :slots::integer as slots offset 0) as pool`,
);

const NEXT_DUE = new Statement<{ readonly due_at: Date | null }>(
  'next_submission_due',
  `select coalesce(
    (
      select due_at from queue_turns where is_due
      order by runway_account, model, turn, tenant_id limit 1
    ),
    (
      select due_at from queue_turns where not is_due and due_at < 'infinity'
      order by due_at limit 1
    )
  ) as due_at`,
);

export class PostgresQueueStore implements QueueStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What another client holds stays where it is: a start does not wait for it. */
  async moveQueued(to: string): Promise<number> {
    const { kysely: db } = this.#database;
    let count = 0;
    let last: QueuedPool = { account: '', model: '' };
    for (;;) {
      const [pool] = await NEXT_POOL.run(db, { ...last, to });
      if (pool === undefined) return count;
      // A tenant's own account pays for what was accepted for it, and no other.
      if (!isOwnAccount(pool.account)) count += await movePool(db, pool, to);
      last = pool;
    }
  }

  async isPoolTaken(
    { runwayAccount: account, model }: SlotPool,
    slots: number | null,
    now: Date,
  ): Promise<boolean> {
    const [row] = await IS_TAKEN.run(this.#database.kysely, { account, model, slots, now });
    return row?.is_taken === true;
  }

  async nextDueAt(): Promise<Date | null> {
    const [row] = await NEXT_DUE.run(this.#database.kysely, {});
    return row?.due_at ?? null;
  }
}

async function movePool(db: Db, pool: QueuedPool, to: string): Promise<number> {
  let count = 0;
  let after: { after_due_at: Date | string; after_id: string } = {
    after_due_at: '-infinity',
    after_id: '00000000-0000-0000-0000-000000000000',
  };
  for (;;) {
    const [batch] = await MOVE.run(db, { ...pool, ...after, to });
    if (batch?.due_at == null || batch.id === null) return count;
    count += batch.moved;
    after = { after_due_at: batch.due_at, after_id: batch.id };
  }
}
