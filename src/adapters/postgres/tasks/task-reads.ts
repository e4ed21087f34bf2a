import type { TaskExtent } from '../../../ports/tasks/task-store.js';
import { toArray } from '../connection/text-array.js';
import { GatheredReads } from './gathered-reads.js';
import { byExtent, widest, type ReadRow } from './read-columns.js';
import type { Db } from './task-rows.js';

interface AskedTask {
  readonly tenantId: string;
  /** A UUID. */
  readonly id: string;
  readonly extent: TaskExtent;
}

/** Tasks in one statement: its text and its rows stay small. */
const TASKS_MAX = 100;

/** Tenant and id together: a task of another tenant is not found. */
const FIND_TASKS = byExtent(
  'find_tasks',
  (columns) => `select asked.place, ${columns}
  from unnest(:tenants::text[], :ids::uuid[]) with ordinality as asked (tenant_id, id, place)
  join tasks on tasks.id = asked.id and tasks.tenant_id = asked.tenant_id
  where tasks.deleted_at is null`,
);

/** Tasks of a tenant from one time on and before one place in the list; times as PostgreSQL reads them. */
interface AskedPage {
  readonly tenant: string;
  readonly from: string;
  readonly before: string;
  readonly before_id: string;
  readonly limit: number;
  readonly extent: TaskExtent;
}

export type NewestReads = GatheredReads<AskedPage, readonly ReadRow[]>;

/** Pages in one statement: as many rows as a page of the largest size has ten times over. */
const PAGES_MAX = 10;

const LIST_NEWEST_TASKS = byExtent(
  'list_newest_tasks',
  (columns) => `select asked.place, ${columns}
  from unnest(:tenants::text[], :froms::timestamptz[], :befores::timestamptz[], :before_ids::uuid[],
      :limits::bigint[])
    with ordinality as asked (tenant_id, since, before, before_id, size, place),
  lateral (
    select * from tasks
    where tenant_id = asked.tenant_id and deleted_at is null and created_at >= asked.since
      and (created_at, id) < (asked.before, asked.before_id)
    order by created_at desc, id desc limit asked.size
  ) as tasks
  order by asked.place, tasks.created_at desc, tasks.id desc`,
);

/** A tenant's newest tasks. */
export function newestReads(db: Db): NewestReads {
  return new GatheredReads(
    async (asked) => {
      const rows = await LIST_NEWEST_TASKS[widest(asked)].run(db, {
        tenants: toArray(asked.map(({ tenant }) => tenant)),
        froms: toArray(asked.map(({ from }) => from)),
        befores: toArray(asked.map(({ before }) => before)),
        before_ids: toArray(asked.map(({ before_id: id }) => id)),
        limits: toArray(asked.map(({ limit }) => String(limit))),
      });
      const pages: ReadRow[][] = asked.map(() => []);
      for (const texts of rows) {
        const place = Number(texts[0]) - 1;
        pages[place]?.push({ tenant_id: asked[place]?.tenant ?? '', texts });
      }
      return pages;
    },
    { keyOf: (page) => JSON.stringify(page), max: PAGES_MAX },
  );
}

/** A tenant's task by its id. */
export function taskReads(db: Db): GatheredReads<AskedTask, ReadRow | undefined> {
  return new GatheredReads(
    async (asked) => {
      const rows = await FIND_TASKS[widest(asked)].run(db, {
        tenants: toArray(asked.map(({ tenantId }) => tenantId)),
        ids: toArray(asked.map(({ id }) => id)),
      });
      const found: (ReadRow | undefined)[] = asked.map(() => undefined);
      for (const texts of rows) {
        const place = Number(texts[0]) - 1;
        found[place] = { tenant_id: asked[place]?.tenantId ?? '', texts };
      }
      return found;
    },
    { keyOf: ({ tenantId, id, extent }) => `${extent} ${id} ${tenantId}`, max: TASKS_MAX },
  );
}
