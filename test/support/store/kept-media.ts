import { sql } from 'kysely';

import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { PLACES } from '../../../src/adapters/postgres/encryption/places.js';
import { openJson } from '../../../src/adapters/postgres/encryption/sealed-forms.js';

const MEDIA = '"data:[a-z]+/[a-z0-9.+-]+;base64,';

/** Tasks whose input, or whose request when it is over, still holds media. */
export async function findKeptMedia({ kysely, ciphers }: Database): Promise<unknown[]> {
  const { rows: clear } = await sql`
    select tasks.id, submissions.status from tasks
      left join submissions on submissions.task_id = tasks.id
    where tasks.input::text ~ ${MEDIA}
      or submissions.status not in ('queued', 'sending') and (
        held_bytes <> 0 or reduced_request is not null or request::text ~ ${MEDIA}
      )`.execute(kysely);
  const isSealed = (column: string) => sql<boolean>`jsonb_typeof(${sql.ref(column)}) = 'string'`;
  const inputs = await kysely
    .selectFrom('tasks')
    .select(['id', 'tenant_id', 'input'])
    .where(isSealed('input'))
    .execute();
  const requests = await kysely
    .selectFrom('submissions')
    .select(['id', 'tenant_id', 'request'])
    .where('status', 'not in', ['queued', 'sending'])
    .where(isSealed('request'))
    .execute();
  const holdsMedia = (value: unknown): boolean => new RegExp(MEDIA).test(JSON.stringify(value));
  const sealed = [
    ...(await ciphers.opened(kysely, inputs, ({ id, input }, cipher) => ({
      id,
      isKept: holdsMedia(openJson(input, cipher, PLACES.taskInput(id))),
    }))),
    ...(await ciphers.opened(kysely, requests, ({ id, request }, cipher) => ({
      id,
      isKept: holdsMedia(openJson(request, cipher, PLACES.submissionRequest(id))),
    }))),
  ];
  return [...clear, ...sealed.filter(({ isKept }) => isKept)];
}
