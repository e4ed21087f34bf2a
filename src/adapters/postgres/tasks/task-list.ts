import { TASK_STATUSES } from '../../../domain/task/task.js';
import { isUuid } from '../../../domain/uuid.js';
import type { TaskExtent, TaskFilter, TaskStore } from '../../../ports/tasks/task-store.js';
import { toArray } from '../connection/text-array.js';
import { byExtent, type ReadRow } from './read-columns.js';
import type { NewestReads } from './task-reads.js';
import type { Db } from './task-rows.js';

export type PageRequest = Parameters<TaskStore['listTasks']>[2];

/*
 * A list with filters is merged from facets: the tasks of one operation, model and status (and
 * label), which an index has in the order of the list. Which facets a tenant has is found by
 * jumping from one to the next. So the cost depends on the number of facets, of which there are a
 * few dozen, and on the size of the page; not on how many tasks there are, or how rare those are
 * that pass the filter.
 */

/** The condition of tasks_by_facet and tasks_by_label: deleted_at is null, as only they say it. */
const VISIBLE = `coalesce(deleted_at, 'infinity') = 'infinity'`;

/**
 * What is asked, by name. As values of a table they are hidden from the planner: plans for a tenant
 * or for any cost the same to it, so that it does not make one anew for each execution, which takes
 * longer than to run it.
 */
const ASKED = `asked as materialized (
    select :tenant::text as tenant, :labels::text[] as labels, :operations::text[] as operations,
      :models::text[] as models, :statuses::text[] as statuses, :from::timestamptz as since,
      :before::timestamptz as before, :before_id::uuid as before_id, :limit::bigint as size
  )`;

const asked = (name: string): string => `(select ${name} from asked)`;

/** Whether a column is in a list of the filter; null: there is none. */
const passes = (list: string, column: string): string =>
  `(${asked(list)} is null or ${column} = any(${asked(list)}::text[]))`;

/** The statuses, of which the planner so knows that they are few. */
const STATUSES = `(values ${TASK_STATUSES.map((status) => `('${status}')`).join(', ')})`;

/** Tasks of a facet that stand on this page or a later one. */
const rowsOf = (facet: string, isLabelled: boolean): string => `
    select created_at, id from tasks
    where tenant_id = ${asked('tenant')}${isLabelled ? ` and label = ${facet}.label` : ''}
      and operation = ${facet}.operation and coalesce(model, '') = ${facet}.model
      and status = ${facet}.status and ${VISIBLE}
      and created_at >= ${asked('since')}
      and (created_at, id) < (${asked('before')}, ${asked('before_id')})
    order by created_at desc, id desc`;

/** The first operation and model of a tenant (and label), or the first after those of `pair`. */
const nextPair = (where: string): string => `
    select operation, coalesce(model, '') as model from tasks
    where tenant_id = ${asked('tenant')} and ${where} and ${VISIBLE}
    order by operation, coalesce(model, '') limit 1`;

const IS_LATER = `(operation, coalesce(model, '')) > (pair.operation, pair.model)`;

const PAIRS = `pair as (
    (${nextPair('true')})
    union all
    select next.* from pair, lateral (${nextPair(IS_LATER)}) as next
  )`;

const LABELLED_PAIRS = `wanted as (
    select distinct label from unnest(${asked('labels')}) as given (label)
  ), pair as (
    select wanted.label, first.*
    from wanted, lateral (${nextPair('label = wanted.label')}) as first
    union all
    select pair.label, next.*
    from pair, lateral (${nextPair(`label = pair.label and ${IS_LATER}`)}) as next
  )`;

/**
 * Only facets whose newest task is among the first of the page can have any on it, and the one in
 * the third place two fewer than the one in the first.
 */
const merged = (name: string, pairs: string, isLabelled: boolean) =>
  byExtent(
    name,
    (columns) => `with recursive ${ASKED}, ${pairs}, facet as (
    select pair.*, status from pair, ${STATUSES} as known (status)
    where ${passes('operations', 'operation')} and ${passes('models', 'model')}
      and ${passes('statuses', 'status')}
  ), head as (
    select facet.*, row_number() over (order by newest.created_at desc, newest.id desc) as place
    from facet, lateral (${rowsOf('facet', isLabelled)} limit 1) as newest
  ), page as (
    select found.id
    from head, lateral (${rowsOf('head', isLabelled)} limit ${asked('size')} - place + 1) as found
    where place <= ${asked('size')}
    order by found.created_at desc, found.id desc limit ${asked('size')}
  )
  select 1, ${columns} from tasks
  where id = any(array(select id from page))
  order by created_at desc, id desc`,
  );

const BY_FACET = merged('list_tasks_by_facet', PAIRS, false);
const BY_LABEL = merged('list_tasks_by_label', LABELLED_PAIRS, true);

/** Some few by their ids: each is found first, and then looked at. */
const named = (ids: string, columns: string): string => `
  select 1, ${columns} from tasks
  where id = any(${ids}) and tenant_id = :tenant::text and deleted_at is null
    and (:labels::text[] is null or label = any(:labels::text[]))
    and (:operations::text[] is null or operation = any(:operations::text[]))
    and (:models::text[] is null or model = any(:models::text[]))
    and (:statuses::text[] is null or status = any(:statuses::text[]))
    and created_at >= :from::timestamptz
    and (created_at, id) < (:before::timestamptz, :before_id::uuid)
  order by created_at desc, id desc limit :limit::bigint`;

const NAMED = byExtent('list_named_tasks', (columns) => named(':ids::uuid[]', columns));

/** Of more than these, a list with other filters shows the newest alone, so that its work is bounded. */
const MADE_FROM_MAX = 1_000;

/** Those that were made from one task. `ids` null: all of them. */
const MADE_FROM_IDS = `array(
    select distinct task_id from (
      select task_id from task_inputs
      where task_inputs.tenant_id = :tenant::text and output_task_id = :made_from::uuid
        and (task_inputs.created_at, task_id) < (:before::timestamptz, :before_id::uuid)
        and (:ids::uuid[] is null or task_id = any(:ids::uuid[]))
      order by task_inputs.created_at desc, task_id desc limit ${String(MADE_FROM_MAX)}
    ) as newest
  )`;

const MADE_FROM = byExtent('list_tasks_made_from', (columns) => named(MADE_FROM_IDS, columns));

/** Rows of the page and, where there is one, the first row after it. Times are stored in whole milliseconds, so a Date compares exactly. */
export async function listedRows(
  { db, newest }: { readonly db: Db; readonly newest: NewestReads },
  tenantId: string,
  filter: TaskFilter,
  { first, after, extent }: PageRequest & { readonly extent: TaskExtent },
): Promise<readonly ReadRow[]> {
  if (after !== null && !isUuid(after.id)) return [];
  const { operations, models, labels, createdFrom, madeFrom } = filter;
  if (madeFrom !== undefined && !isUuid(madeFrom)) return [];
  // A list of all statuses is no filter.
  const isAny = TASK_STATUSES.every((status) => filter.statuses?.includes(status));
  const statuses = isAny ? undefined : filter.statuses;
  const common = {
    tenant: tenantId,
    from: createdFrom === undefined ? '-infinity' : toTime(createdFrom),
    ...endOf(filter, after),
    limit: first + 1,
  };
  const facets = {
    ...common,
    statuses: arrayOrNull(statuses),
    operations: arrayOrNull(operations),
    models: arrayOrNull(models),
    labels: arrayOrNull(labels),
  };
  const ids = arrayOrNull(filter.ids?.filter(isUuid));
  const read = async (
    statements: ReturnType<typeof byExtent>,
    values: Readonly<Record<string, string | number | null>>,
  ): Promise<readonly ReadRow[]> => {
    const rows = await statements[extent].run(db, values);
    return rows.map((texts) => ({ tenant_id: tenantId, texts }));
  };
  if (madeFrom !== undefined) return await read(MADE_FROM, { ...facets, ids, made_from: madeFrom });
  if (ids !== null) return await read(NAMED, { ...facets, ids });
  if (labels !== undefined) return await read(BY_LABEL, facets);
  const isFiltered = statuses !== undefined || operations !== undefined || models !== undefined;
  return isFiltered ? await read(BY_FACET, facets) : await newest.load({ ...common, extent });
}

/**
 * The place before which the page ends, as one comparison: of two, the database might take the
 * later one for the start of its search.
 */
function endOf({ createdBefore }: TaskFilter, after: PageRequest['after']) {
  if (after !== null && !(createdBefore !== undefined && createdBefore <= after.createdAt)) {
    return { before: toTime(after.createdAt), before_id: after.id };
  }
  const before = createdBefore === undefined ? 'infinity' : toTime(createdBefore);
  return { before, before_id: FIRST_ID };
}

/** Of all ids the first: before it is before everything of the same time. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Years before 1 and after 9999 are written otherwise in PostgreSQL: no task is of such a time. */
function toTime(at: Date): string {
  const year = at.getUTCFullYear();
  if (year < 1) return '-infinity';
  return year > 9999 ? 'infinity' : at.toISOString();
}

function arrayOrNull(values: readonly string[] | undefined): string | null {
  return values === undefined ? null : toArray(values);
}
