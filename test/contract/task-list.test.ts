import { sql } from 'kysely';

import { PostgresTaskStore } from '../../src/adapters/postgres/tasks/postgres-task-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Task } from '../../src/domain/task/task.js';
import type { TaskFilter } from '../../src/ports/tasks/task-store.js';
import { eachDatabase } from '../support/store/database.js';
import { fillHistory } from '../support/store/history.js';
import { createTenants } from '../support/store/new-task.js';
import { PLAN_MODES, readsOf, type PlanMode } from '../support/store/rows-read.js';

const FROM = new Date('2026-01-01T00:00:00Z');
const at = (second: number) => new Date(FROM.getTime() + second * 1_000);

/** A tenant's tasks: what the others have must not be read either. */
const COUNT = 3_000;
const OTHERS = 1_000;

/** Entries of a page, and rows that may be read for it: there are 12 facets of 8 statuses each. */
const FIRST = 5;
const ROWS_MAX = 350;
const PAGES_MAX = 1_200;

/** Combinations of all filters that the schema offers, with values that are rare and common. */
const CHOICES: {
  readonly [Name in Exclude<keyof TaskFilter, 'ids' | 'madeFrom'>]-?: readonly TaskFilter[Name][];
} = {
  statuses: [undefined, ['SUCCEEDED'], ['CANCELLED', 'QUEUED']],
  operations: [undefined, ['op0', 'op1'], ['rare']],
  models: [undefined, ['model0'], ['rare']],
  labels: [undefined, ['common', 'label7'], ['rare "label", \\']],
  createdFrom: [undefined, at(100)],
  createdBefore: [undefined, at(2_000)],
};
const COMBINATIONS = combinations();
const WITH_OR_WITHOUT_WINDOW = COMBINATIONS.filter(
  ({ createdFrom, createdBefore }) => (createdFrom === undefined) === (createdBefore === undefined),
);

function combinations(): TaskFilter[] {
  let filters: TaskFilter[] = [{}];
  for (const [name, values] of Object.entries(CHOICES)) {
    filters = filters.flatMap((filter) =>
      values.map((value) => (value === undefined ? filter : { ...filter, [name]: value })),
    );
  }
  return filters;
}

function passes(task: Task, filter: TaskFilter): boolean {
  const { statuses, operations, models, labels, createdFrom, createdBefore } = filter;
  return (
    (statuses?.includes(task.state.status) ?? true) &&
    (operations?.includes(task.operation) ?? true) &&
    (models?.includes(task.model ?? '') ?? true) &&
    (labels?.includes(task.label ?? '') ?? true) &&
    (createdFrom === undefined || task.createdAt >= createdFrom) &&
    (createdBefore === undefined || task.createdAt < createdBefore)
  );
}

eachDatabase('TaskStore: filtered lists', (get) => {
  const idsOf = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

  async function analyze(): Promise<void> {
    await sql`vacuum analyze tasks`.execute(get().database.kysely);
  }

  async function fill(): Promise<Task[]> {
    const { database } = get();
    await createTenants(new PostgresTenantStore(database), 'acme', 'bolt');
    await fillHistory(database, {
      tenantId: 'acme',
      count: COUNT,
      from: FROM,
      operation: `case when i in (10, 11, 12) then 'rare' else 'op' || i % 3 end`,
      model: `case when i in (10, 13, 14) then 'rare' when i % 4 < 3 then 'model' || i % 4 end`,
      label: `case when i in (10, 15, 16) then 'rare "label", \\' when i % 10 < 6 then 'common'
        when i % 10 < 8 then 'label' || i % 10 end`,
      state: `case when i in (10, 17, 18) then '{"status":"CANCELLED"}'
        when i % 50 = 0 then '{"status":"FAILED","failure":{"code":null,"message":"","retryable":true}}'
        else '{"status":"SUCCEEDED","output":[]}' end`,
    });
    await fillHistory(database, { tenantId: 'bolt', count: OTHERS, from: FROM, label: `'common'` });
    await analyze();
    const page = { first: COUNT, after: null };
    return [...(await new PostgresTaskStore(database).listTasks('acme', {}, page)).tasks];
  }

  it('D18: lists by every combination of filters, newest first, page by page', async () => {
    const all = await fill();
    for (const filter of COMBINATIONS) {
      const expected = all.filter((task) => passes(task, filter));
      const first = await new PostgresTaskStore(get().database).listTasks('acme', filter, {
        first: FIRST,
        after: null,
      });
      expect([filter, idsOf(first.tasks)]).toEqual([filter, idsOf(expected.slice(0, FIRST))]);
      expect(first.hasNextPage).toBe(expected.length > FIRST);
      const middle = expected[Math.floor(expected.length / 2)];
      if (middle === undefined) continue;
      const next = await new PostgresTaskStore(get().database).listTasks('acme', filter, {
        first: FIRST,
        after: middle,
      });
      const rest = expected.slice(expected.indexOf(middle) + 1);
      expect([filter, idsOf(next.tasks)]).toEqual([filter, idsOf(rest.slice(0, FIRST))]);
      expect(next.hasNextPage).toBe(rest.length > FIRST);
    }
  }, 120_000);

  it.each(PLAN_MODES)(
    'D18: reads a bounded number of rows for every combination of filters (%s)',
    async (mode) => {
      await fill();
      expect(await worstReads(mode, WITH_OR_WITHOUT_WINDOW)).toEqual([]);
    },
    120_000,
  );

  it.each(PLAN_MODES)(
    'D18: finds what is rare where the planner knows one value alone (%s)',
    async (mode) => {
      const { database } = get();
      await createTenants(new PostgresTenantStore(database), 'acme');
      await fillHistory(database, { tenantId: 'acme', count: COUNT, from: FROM, label: `'one'` });
      await analyze();
      const rare = [{ statuses: ['FAILED'] }, { models: ['other'] }, { operations: ['other'] }];
      const filters = rare.flatMap((filter) => [filter, { ...filter, labels: ['one'] }]);
      expect(await worstReads(mode, filters as TaskFilter[])).toEqual([]);
    },
    60_000,
  );

  /** Of the filters that read more than they may: what they read. */
  async function worstReads(mode: PlanMode, filters: readonly TaskFilter[]): Promise<unknown[]> {
    const { database } = get();
    const places = [null, { createdAt: at(1_500), id: '88888888-8888-4888-8888-888888888888' }];
    const faults: unknown[] = [];
    for (const [index, filter] of filters.entries()) {
      const after = places[index % 2] ?? null;
      const { rows, pages, scanned } = await readsOf(database, mode, (kysely) =>
        new PostgresTaskStore({ ...database, kysely }).listTasks('acme', filter, {
          first: FIRST,
          after,
        }),
      );
      if (rows > ROWS_MAX || pages > PAGES_MAX || scanned.size > 0) {
        faults.push({ filter, after, rows, pages, scanned: [...scanned] });
      }
    }
    return faults;
  }
});
