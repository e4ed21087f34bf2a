import { sql, type SqlBool } from 'kysely';

import type { RunwayTaskKind } from '../../../domain/task/task.js';
import { isUuid } from '../../../domain/uuid.js';
import type {
  LostTask,
  OpenQuestion,
  OpenTaskPage,
  SettlementStore,
} from '../../../ports/settlement/settlement-store.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import type { Ciphers } from '../encryption/ciphers.js';
import { PLACES } from '../encryption/places.js';
import { openJson, openText } from '../encryption/sealed-forms.js';
import { IS_SENT, reducedRequest } from '../submission/twins.js';
import { openTaskRow, toTask, type Db } from '../tasks/task-rows.js';

/** What it takes to read tasks that wait for a settlement. */
export interface Reads {
  readonly db: Db;
  readonly ciphers: Ciphers;
}

/**
 * The conditions of the partial indexes tasks_unconfirmed, tasks_without_cost and tasks_doubted.
 */
const IS_OPEN = {
  SUBMISSION: sql<SqlBool>`tasks.status = 'UNCONFIRMED' and tasks.deleted_at is null`,
  COST: sql<SqlBool>`tasks.settled_at is not null and tasks.cost_credits is null`,
  STATE: sql<SqlBool>`tasks.poll_doubted_since is not null and tasks.settled_at is null
    and tasks.deleted_at is null`,
} satisfies Record<OpenQuestion, unknown>;

/** Newest first. */
export async function listOpen(
  { db, ciphers }: Reads,
  question: OpenQuestion,
  { first, after }: Parameters<SettlementStore['listOpen']>[1],
): Promise<OpenTaskPage> {
  if (after !== null && !isUuid(after.id)) return { tasks: [], hasNextPage: false };
  const rows = await db
    .selectFrom('tasks')
    .leftJoin('submissions', 'submissions.task_id', 'tasks.id')
    .selectAll('tasks')
    .select(['submissions.id as submission', 'submissions.sent_at', 'submissions.detail'])
    .where(IS_OPEN[question])
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(tasks.created_at, tasks.id) < (${after?.createdAt}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('tasks.created_at', 'desc')
    .orderBy('tasks.id', 'desc')
    .limit(pageLimit(first))
    .execute();
  const { shown, hasNextPage } = pageOf(rows, first);
  const tasks = await ciphers.opened(db, shown, (row, cipher) => ({
    task: toTask(openTaskRow(row, cipher)),
    sentAt: row.sent_at,
    detail:
      row.detail && openText(row.detail, cipher, PLACES.submissionDetail(row.submission ?? '')),
  }));
  return { tasks, hasNextPage };
}

/** Of all tenants, in the order in which they were sent. */
export async function listLost(
  { db, ciphers }: Reads,
  kinds: readonly RunwayTaskKind[],
  { sentFrom, first, after }: Parameters<SettlementStore['listLost']>[1],
): Promise<readonly LostTask[]> {
  const rows = await db
    .selectFrom('tasks')
    .innerJoin('submissions', 'submissions.task_id', 'tasks.id')
    .selectAll('tasks')
    .select(['submissions.id as submission', 'submissions.sent_at', 'submissions.request'])
    .where('tasks.runway_task_kind', 'in', kinds)
    .where(IS_SENT)
    .where('tasks.status', '=', 'UNCONFIRMED')
    .where('tasks.deleted_at', 'is', null)
    .where('submissions.sent_at', '>=', sentFrom)
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(submissions.sent_at, tasks.id) > (${after?.sentAt}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('submissions.sent_at')
    .orderBy('tasks.id')
    .limit(sql.lit(first))
    .execute();
  const tasks = await ciphers.opened(db, rows, (row, cipher) => {
    const place = PLACES.submissionRequest(row.submission);
    const { body } = openJson(row.request, cipher, place);
    return { task: toTask(openTaskRow(row, cipher)), sentAt: row.sent_at, body };
  });
  return tasks.flatMap(({ sentAt, ...task }) => (sentAt === null ? [] : [{ ...task, sentAt }]));
}

/** Undefined where the tenant has no such task. */
export async function findRequest(
  { db, ciphers }: Reads,
  tenantId: string,
  id: string,
): ReturnType<SettlementStore['findRequest']> {
  if (!isUuid(id)) return undefined;
  const row = await db
    .selectFrom('tasks')
    .innerJoin('submissions', 'submissions.task_id', 'tasks.id')
    .selectAll('tasks')
    .select(['submissions.id as submission', 'submissions.sdk_method'])
    .select(reducedRequest('submissions').as('request'))
    .where('tasks.id', '=', id)
    .where('tasks.tenant_id', '=', tenantId)
    .where('tasks.deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return await ciphers.openedOne(db, row, ({ submission, request }, cipher) => ({
    task: toTask(openTaskRow(row, cipher)),
    sdkMethod: row.sdk_method,
    request: openJson(request, cipher, PLACES.submissionRequest(submission)),
  }));
}
