import { sql, type SqlBool } from 'kysely';

import type { RunwayRequest } from '../../../ports/upstream/runway-api.js';
import type { Cipher } from '../encryption/cipher.js';
import type { Ciphers } from '../encryption/ciphers.js';
import { PLACES } from '../encryption/places.js';
import { openJson, type Stored } from '../encryption/sealed-forms.js';
import type { Db } from '../tasks/task-rows.js';

/** Requests that are looked at in one go. */
const PAGE = 100;

/** The condition of the partial index submissions_open: what it makes may be at Runway. */
export const IS_SENT = sql<SqlBool>`submissions.status in ('sending', 'unconfirmed')`;

/** The request of a row of `submissions` without media, whether or not it has been sent. */
export const reducedRequest = (submission: string) => {
  const columns = [sql.ref(`${submission}.reduced_request`), sql.ref(`${submission}.request`)];
  return sql<Stored<RunwayRequest>>`coalesce(${sql.join(columns)})`;
};

interface Request {
  readonly id: string;
  readonly tenant_id: string;
  readonly request: Stored<RunwayRequest>;
}

/** SettlementStore.hasTwin. Names are encrypted: they are compared here. */
export async function hasTwin(db: Db, ciphers: Ciphers, taskId: string): Promise<boolean> {
  const lost = await requests(db).where('task_id', '=', taskId).executeTakeFirst();
  if (lost === undefined) return false;
  const name = await ciphers.openedOne(db, lost, nameOf);
  let after = FIRST_ID;
  for (;;) {
    const page = await listSent(db, taskId, after);
    for (const request of page) {
      if ((await ciphers.openedOne(db, request, nameOf)) === name) return true;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return false;
    after = last.id;
  }
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

function requests(db: Db) {
  return db
    .selectFrom('submissions')
    .select(['submissions.id', 'submissions.tenant_id'])
    .select(reducedRequest('submissions').as('request'));
}

/** Other requests of the kind of a task's own that may have been accepted. */
async function listSent(db: Db, taskId: string, after: string): Promise<readonly Request[]> {
  return await requests(db)
    .innerJoin('tasks', 'tasks.id', 'submissions.task_id')
    .innerJoin('tasks as lost', (join) => join.on('lost.id', '=', taskId))
    .where(IS_SENT)
    .where('tasks.id', '!=', taskId)
    .whereRef('tasks.runway_task_kind', '=', 'lost.runway_task_kind')
    .where('submissions.id', '>', after)
    .orderBy('submissions.id')
    .limit(sql.lit(PAGE))
    .execute();
}

/** What a request makes is called after it. */
function nameOf({ id, request }: Request, cipher: Cipher): unknown {
  const { body } = openJson(request, cipher, PLACES.submissionRequest(id));
  return body['slug'] ?? body['name'] ?? null;
}
