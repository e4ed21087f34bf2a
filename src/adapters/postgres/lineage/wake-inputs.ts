import { Statement } from '../connection/statement.js';
import { KEEP_TURN } from '../dispatch/keep-turn.js';
import type { Db } from '../tasks/task-rows.js';

/** Of `task_inputs as input` and `submissions`: an upload that stands for the input. */
const UPLOAD = `output_uploads.tenant_id = submissions.tenant_id
  and output_uploads.runway_account = submissions.runway_account
  and output_uploads.output_task_id = other.output_task_id
  and output_uploads.position = other.position`;

const some = (status: string): string => `exists (
    select from task_inputs as other join output_uploads on ${UPLOAD}
    where other.task_id = submissions.task_id and output_uploads.status = '${status}'
  )`;

/**
 * Makes due what waits for its inputs and has nothing to wait for. Submissions are locked before
 * turns, as everywhere. One that another transaction holds is looked at again by that one's
 * service, which calls `wake`.
 */
const waking = (which: string): string => `
  with ready as (
    select submissions.id from task_inputs as input
      join submissions on submissions.task_id = input.task_id
    where ${which} and submissions.status = 'queued' and submissions.waiting_reason = 'INPUT'
      and (${some('FAILED')} or not ${some('WAITING')})
    order by submissions.id
    for update of submissions skip locked
  ), woken as (
    update submissions set due_at = :now::timestamptz from ready
    where submissions.id = ready.id and due_at > :now::timestamptz
    returning submissions.tenant_id, submissions.runway_account, submissions.model
  ), turn as (
    insert into queue_turns as kept (tenant_id, runway_account, model, turn, is_due, due_at)
    select tenant_id, runway_account, model, last_served_turn, true, :now::timestamptz
    from woken join tenants on tenants.id = tenant_id
    group by tenant_id, runway_account, model, last_served_turn
    order by tenant_id, runway_account, model
    ${KEEP_TURN}
  )
  select count(*)::integer as woken from woken`;

const WAKE_TASK = new Statement('wake_task_inputs', waking('input.task_id = :task::uuid'));

const WAKE_USERS = new Statement(
  'wake_output_users',
  waking(`input.tenant_id = :tenant::text and input.output_task_id = :output_task::uuid
      and input.position = :position::integer and submissions.runway_account = :account::text`),
);

export async function wakeTask(db: Db, task: string, now: Date): Promise<void> {
  await WAKE_TASK.run(db, { task, now });
}

/** Everything that waits for the upload of this output. */
export async function wakeUsers(
  db: Db,
  output: {
    readonly tenantId: string;
    readonly runwayAccount: string;
    readonly taskId: string;
    readonly position: number;
  },
  now: Date,
): Promise<void> {
  const { tenantId: tenant, runwayAccount: account, taskId, position } = output;
  await WAKE_USERS.run(db, { tenant, account, output_task: taskId, position, now });
}
