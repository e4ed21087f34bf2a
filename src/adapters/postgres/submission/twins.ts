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

/** Everything that is sent has a time at which it was. */
interface SentPlace {
  readonly sent_at: Date | string | null;
  readonly id: string;
}

/** Before everything that was ever sent. */
const FIRST: SentPlace = { sent_at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

interface Sent extends Request, SentPlace {
  /** Whether it is another request for the same kind of thing. */
  readonly is_of_kind: boolean | null;
}

/** SettlementStore.hasTwin. Names are encrypted: they are compared here. */
export async function hasTwin(db: Db, ciphers: Ciphers, taskId: string): Promise<boolean> {
  const lost = await requests(db).where('task_id', '=', taskId).executeTakeFirst();
  if (lost === undefined) return false;
  const name = await ciphers.openedOne(db, lost, nameOf);
  let after: SentPlace = FIRST;
  for (;;) {
    const page = await listSent(db, taskId, after);
    for (const request of page.filter(({ is_of_kind }) => is_of_kind === true)) {
      if ((await ciphers.openedOne(db, request, nameOf)) === name) return true;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return false;
    after = last;
  }
}

function requests(db: Db) {
  return db
    .selectFrom('submissions')
    .select(['submissions.id', 'submissions.tenant_id'])
    .select(reducedRequest('submissions').as('request'));
}

/**
 * Requests that may have been accepted, in the order in which they were sent. Only a page of them is
 * joined with their tasks, so that the planner has no reason to read all that were ever sent.
 */
async function listSent(db: Db, taskId: string, after: SentPlace): Promise<readonly Sent[]> {
  const page = db
    .selectFrom('submissions')
    .selectAll()
    .where(IS_SENT)
    .where(
      sql<SqlBool>`(submissions.sent_at, submissions.id) > (${after.sent_at}::timestamptz, ${after.id}::uuid)`,
    )
    .orderBy('submissions.sent_at')
    .orderBy('submissions.id')
    .limit(sql.lit(PAGE));
  return await db
    .selectFrom(page.as('submissions'))
    .leftJoin('tasks', 'tasks.id', 'submissions.task_id')
    .innerJoin('tasks as lost', (join) => join.on('lost.id', '=', taskId))
    .select(['submissions.id', 'submissions.tenant_id', 'submissions.sent_at'])
    .select(reducedRequest('submissions').as('request'))
    .select(
      sql<
        boolean | null
      >`tasks.id <> lost.id and tasks.runway_task_kind = lost.runway_task_kind`.as('is_of_kind'),
    )
    .orderBy('submissions.sent_at')
    .orderBy('submissions.id')
    .execute();
}

/** What a request makes is called after it. */
function nameOf({ id, request }: Request, cipher: Cipher): unknown {
  const { body } = openJson(request, cipher, PLACES.submissionRequest(id));
  return body['slug'] ?? body['name'] ?? null;
}
