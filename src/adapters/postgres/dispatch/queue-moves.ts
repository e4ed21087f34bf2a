import { isOwnAccount } from '../../../domain/account/runway-account.js';
import { Statement } from '../connection/statement.js';
import type { Db } from '../tasks/task-rows.js';
import { KEEP_TURN } from './queue-turns.js';

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

/** TaskStore.moveQueued. What another client holds stays where it is: a start does not wait for it. */
export async function moveQueued(db: Db, to: string): Promise<number> {
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
