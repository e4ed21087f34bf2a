import { sql, type Kysely, type Migration } from 'kysely';

import { omitDataUris } from '../../../domain/input/data-uris.js';
import type { JsonValue } from '../../../domain/input/json.js';
import type { RunwayRequest } from '../../../ports/upstream/runway-api.js';
import { reduceRequest } from '../submission/stored-form.js';

const COLUMNS = [
  sql`alter table submissions
    add column reduced_request jsonb,
    add column held_bytes integer not null default 0`,
  sql`alter table tenants add column stored_bytes bigint not null default 0`,
  sql`update submissions set held_bytes = octet_length(request::text)
    where status in ('queued', 'sending')`,
  sql`update tenants set stored_bytes = waiting.bytes
    from (select tenant_id, sum(held_bytes) as bytes from submissions group by tenant_id) as waiting
    where tenants.id = waiting.tenant_id`,
];

/** Members that `reduceRequest` may find something in. */
const MAY_HOLD_MORE = sql`request::text ~ '"data:|"token"|"signedUrl"'`;

/** One row at a time: each may hold many megabytes. Rows that have ended were reduced then. */
async function reduceWaiting(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string; task_id: string | null }>`
    select id, task_id from submissions
    where status in ('queued', 'sending') and ${MAY_HOLD_MORE}`.execute(db);
  for (const { id, task_id: taskId } of rows) {
    const { rows: submissions } = await sql<{ request: RunwayRequest }>`
      select request from submissions where id = ${id}`.execute(db);
    for (const { request } of submissions) {
      const reduced = reduceRequest(request);
      if (reduced === request) continue;
      await sql`update submissions set reduced_request = ${JSON.stringify(reduced)}::jsonb
        where id = ${id}`.execute(db);
    }
    const { rows: tasks } = await sql<{ input: JsonValue }>`
      select input from tasks where id = ${taskId}`.execute(db);
    for (const { input } of tasks) {
      await sql`update tasks set input = ${JSON.stringify(omitDataUris(input))}::jsonb
        where id = ${taskId}`.execute(db);
    }
  }
}

/** Media are stored once, until they are sent, and counted: see submission/stored-form.ts. */
export const storedMedia: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of COLUMNS) await statement.execute(db);
    await reduceWaiting(db);
  },
};
