import { sql } from 'kysely';

import type { Db } from '../../../src/adapters/postgres/tasks/task-rows.js';

/** What the tasks are, that are alike but for their words and their time. */
export interface ManyTasks {
  readonly tenant: string;
  readonly count: number;
  /** When the newest was made; the others are a minute apart from each other. */
  readonly now: Date;
  /** Addresses of pictures, which the tasks have in turn; none: tasks without outputs. */
  readonly pictures: readonly string[];
}

/** Puts settled tasks into a store as a gateway would have: they cost nothing, so no counter moves. */
export async function insertManyTasks(db: Db, { tenant, count, now, pictures }: ManyTasks) {
  const numbers = sql`generate_series(1, ${count}::integer) as number`;
  const id = sql`md5(${tenant} || 'task' || number)::uuid`;
  const runwayId = sql`md5(${tenant} || 'runway' || number)::uuid::text`;
  const at = sql`date_trunc('milliseconds', ${now}::timestamptz) - number * interval '1 minute'`;
  const output =
    pictures.length === 0
      ? sql`jsonb_build_array()`
      : sql`jsonb_build_array(jsonb_build_object(
          'url', (${[...pictures]}::text[])[1 + number % ${pictures.length}::integer],
          'mimeType', 'image/png', 'expiresAt', null, 'nodeId', null))`;
  await sql`
    insert into tasks (
      id, tenant_id, created_by, operation, model, label, runway_account, runway_task_id,
      runway_task_kind, input, state, estimate_credits, estimate_source, cost_credits,
      reserved_credits, spent_credits, set_aside_credits, created_at, settled_at, last_read_at
    )
    select ${id}, ${tenant}, 'key:many', 'createTextToImage', 'gen4_image',
      case when number % 10 = 7 then 'label' || number % 7 end, 'main', ${runwayId}, 'task',
      jsonb_build_object('gen4Image', jsonb_build_object('promptText', 'Picture ' || number)),
      jsonb_build_object('status', 'SUCCEEDED', 'output', ${output}), 0, 'PRICES', 0, 0, 0, 0,
      ${at}, ${at}, ${at}
    from ${numbers}`.execute(db);
  await sql`
    insert into submissions (
      id, tenant_id, task_id, kind, operation, sdk_method, runway_account, model, request,
      held_bytes, status, fence, sent_at, attempts, due_at, runway_id, created_at
    )
    select md5(${tenant} || 'submission' || number)::uuid, ${tenant}, ${id}, 'task',
      'createTextToImage', 'textToImage.create', 'main', 'gen4_image',
      jsonb_build_object('pathIds', jsonb_build_array(), 'body', jsonb_build_object()), 0,
      'submitted', 1, ${at}, 1, ${at}, ${runwayId}, ${at}
    from ${numbers}`.execute(db);
  await sql`update tenants set tasks = tasks + ${count}::integer where id = ${tenant}`.execute(db);
  await sql`analyze tasks`.execute(db);
}
