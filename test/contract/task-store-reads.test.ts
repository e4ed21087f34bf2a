import { randomUUID } from 'node:crypto';

import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Task } from '../../src/domain/task/task.js';
import type { NewTask } from '../../src/ports/submission/new-task.js';
import type { TaskExtent, TaskFilter } from '../../src/ports/tasks/task-store.js';
import { eachSetup } from '../support/store/database.js';
import { aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);

eachSetup('TaskStore: lists and events', (get) => {
  let stores: Stores;

  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  async function accepted(overrides: Partial<NewTask> = {}, at = NOW): Promise<Task> {
    return (await stores.submissions.accept(aNewTask(overrides), at)).task;
  }

  const cursorOf = (task: Task) => ({ createdAt: task.createdAt, id: task.id });

  it('D24: knows which tasks may have events to come: no settled, deleted, foreign or unknown ones', async () => {
    const [live, settled, deleted] = [await accepted(), await accepted(), await accepted()];
    const foreign = await accepted({ tenantId: 'bolt' });
    for (const { id } of [settled, deleted]) await stores.tasks.requestCancel('acme', id, NOW);
    await stores.tasks.deleteTask('acme', deleted.id, NOW);
    const unknown = [randomUUID(), 'no id'];
    const ended = [settled.id, deleted.id, foreign.id, ...unknown];
    expect(await stores.events.listUnsettled('acme', [live.id, ...ended])).toEqual([live.id]);
    expect(await stores.events.listUnsettled('acme', [])).toEqual([]);
  });

  it('reads as much of a task as is asked for, and says so where more is looked at', async () => {
    const task = await accepted({ label: 'a' });
    const list = async (extent: TaskExtent, filter: TaskFilter = {}) =>
      (await stores.tasks.listTasks('acme', filter, { first: 9, after: null }, extent)).tasks;
    const read = async (extent: TaskExtent): Promise<readonly (Task | undefined)[]> => [
      await stores.tasks.findTask('acme', task.id, extent),
      ...(await list(extent)),
      ...(await list(extent, { ids: [task.id] })),
      ...(await list(extent, { labels: ['a'] })),
      ...(await list(extent, { statuses: ['QUEUED'] })),
    ];
    const heading = ({ id, tenantId, operation, model, label, state, createdAt }: Task) => {
      const { status } = state;
      return { id, tenantId, operation, model, label, status, createdAt };
    };
    const course = (one: Task) => {
      const { estimate, cost, settledAt, cancelRequestedAt, runwayTaskId, state } = one;
      const { waitingFor } = state as { waitingFor: unknown };
      return { ...{ estimate, cost, settledAt, cancelRequestedAt, runwayTaskId }, waitingFor };
    };
    for (const one of await read('heading')) {
      expect(heading(one as Task)).toEqual(heading(task));
      expect(() => course(one as Task)).toThrow('was read without its');
    }
    for (const one of await read('course')) {
      expect(heading(one as Task)).toEqual(heading(task));
      expect(course(one as Task)).toEqual(course(task));
      expect(() => one?.input).toThrow('was read without its input');
      expect(() => (one?.state as { output: unknown }).output).toThrow('without its output');
    }
    for (const one of await read('whole')) expect(one).toEqual(task);
    // Also those that are read in one statement.
    const together = ['heading', 'whole', 'course'] as const;
    const all = await Promise.all(
      together.map((extent) => stores.tasks.findTask('acme', task.id, extent)),
    );
    expect(all.map((one) => one?.id)).toEqual([task.id, task.id, task.id]);
    expect(all[1]).toEqual(task);
  });

  describe('listTasks', () => {
    it('finds some by their ids alone, of one tenant, with every other filter', async () => {
      const [one, two] = [
        await accepted({ label: 'a' }, after(1)),
        await accepted({ model: 'other' }, after(2)),
        await accepted({}, after(3)),
      ];
      const foreign = await accepted({ tenantId: 'bolt' });
      const ids = [one.id.toUpperCase(), two.id, foreign.id, randomUUID(), 'no id'];
      const found = async (filter: TaskFilter) =>
        (
          await stores.tasks.listTasks('acme', { ids, ...filter }, { first: 9, after: null })
        ).tasks.map(({ id }) => id);
      expect(await found({})).toEqual([two.id, one.id]);
      expect(await found({ labels: ['a'] })).toEqual([one.id]);
      expect(await found({ models: ['other'] })).toEqual([two.id]);
      expect(await found({ statuses: ['SUCCEEDED'] })).toEqual([]);
      expect(await found({ operations: [one.operation] })).toEqual([two.id, one.id]);
      expect(await found({ createdFrom: after(2) })).toEqual([two.id]);
      expect(await found({ createdBefore: after(2) })).toEqual([one.id]);
      expect(await found({ ids: [] })).toEqual([]);
      const first = await stores.tasks.listTasks('acme', { ids }, { first: 1, after: null });
      expect([first.tasks.map(({ id }) => id), first.hasNextPage]).toEqual([[two.id], true]);
      const rest = await stores.tasks.listTasks(
        'acme',
        { ids },
        { first: 1, after: cursorOf(two) },
      );
      expect([rest.tasks.map(({ id }) => id), rest.hasNextPage]).toEqual([[one.id], false]);
    });

    it('pages newest first without a gap or a repeat while tasks are added', async () => {
      const tasks: Task[] = [];
      // Three of one millisecond: the id decides among them.
      for (const ms of [0, 0, 0, 1, 2, 3, 4]) tasks.push(await accepted({}, after(ms)));
      const expected = tasks
        .toSorted((a, b) =>
          a.createdAt < b.createdAt ||
          (a.createdAt.getTime() === b.createdAt.getTime() && a.id < b.id)
            ? 1
            : -1,
        )
        .map(({ id }) => id);

      const seen: string[] = [];
      let cursor: ReturnType<typeof cursorOf> | null = null;
      for (let pages = 0; pages < 9; pages += 1) {
        const page = await stores.tasks.listTasks('acme', {}, { first: 2, after: cursor });
        seen.push(...page.tasks.map(({ id }) => id));
        const last = page.tasks.at(-1);
        if (!page.hasNextPage || last === undefined) break;
        cursor = cursorOf(last);
        await accepted({}, after(100 + pages));
      }
      expect(seen).toEqual(expected);
    });

    it('ends a page that is exactly full without a next one', async () => {
      await accepted();
      await accepted();
      const page = await stores.tasks.listTasks('acme', {}, { first: 2, after: null });
      expect(page).toMatchObject({ hasNextPage: false });
      expect(page.tasks).toHaveLength(2);
    });

    it.each<[string, TaskFilter, readonly string[]]>([
      ['nothing', {}, ['c', 'b', 'a']],
      ['statuses', { statuses: ['CANCELLED', 'FAILED'] }, ['a']],
      ['operations', { operations: ['createSoundEffect'] }, ['b']],
      ['models', { models: ['gen4.5', 'gen4_turbo'] }, ['c', 'a']],
      ['labels', { labels: ['a', 'c', 'nul\0'] }, ['c', 'a']],
      ['createdFrom, inclusive', { createdFrom: after(1) }, ['c', 'b']],
      ['createdBefore, exclusive', { createdBefore: after(1) }, ['a']],
      ['two at once', { models: ['gen4.5'], statuses: ['QUEUED'] }, ['c']],
      ['an empty list', { labels: [] }, []],
    ])('filters by %s', async (_name, filter, labels) => {
      const first = await accepted({ label: 'a' }, after(0));
      await accepted({ label: 'b', operation: 'createSoundEffect', model: null }, after(1));
      await accepted({ label: 'c' }, after(2));
      await accepted({ label: 'a', tenantId: 'bolt' }, after(2));
      await stores.tasks.requestCancel('acme', first.id, after(3));

      const page = await stores.tasks.listTasks('acme', filter, { first: 9, after: null });
      expect(page.tasks.map(({ label }) => label)).toEqual(labels);
    });
  });

  describe('findTask', () => {
    it("finds neither another tenant's task nor a malformed id", async () => {
      const task = await accepted();
      expect(await stores.tasks.findTask('bolt', task.id)).toBeUndefined();
      expect(await stores.tasks.findTask('acme', randomUUID())).toBeUndefined();
      expect(await stores.tasks.findTask('acme', 'not a uuid')).toBeUndefined();
      expect(await stores.tasks.findTaskByKey('acme', 'nul\0')).toBeUndefined();
    });
  });

  describe('listStatusChanges', () => {
    it('tells when each task entered its statuses, of one tenant, without what came between', async () => {
      const ended = await accepted();
      const lease = await stores.submissions.takeNextSubmission({ now: NOW, until: after(60_000) });
      if (lease === undefined) throw new Error('not taken');
      const waiting = { reason: 'RUNWAY_UNREACHABLE', until: after(9).toISOString() } as const;
      await stores.outcomes.recordDeferred(lease, waiting, after(2));
      const live = await accepted({}, after(1));
      const foreign = await accepted({ tenantId: 'bolt' });
      await stores.tasks.requestCancel('acme', ended.id, after(3));
      const ids = [live.id, ended.id, foreign.id, randomUUID(), 'no id'];
      expect(await stores.events.listStatusChanges('acme', ids, 9)).toHaveLength(3);
      expect(await stores.events.listStatusChanges('acme', [ended.id], 9)).toEqual([
        { taskId: ended.id, status: 'QUEUED', at: NOW },
        { taskId: ended.id, status: 'CANCELLED', at: after(3) },
      ]);
      expect(await stores.events.listStatusChanges('acme', [ended.id], 1)).toEqual([
        { taskId: ended.id, status: 'CANCELLED', at: after(3) },
      ]);
      expect(await stores.events.listStatusChanges('acme', [live.id], 9)).toEqual([
        { taskId: live.id, status: 'QUEUED', at: after(1) },
      ]);
      await stores.tasks.deleteTask('acme', ended.id, NOW);
      expect(await stores.events.listStatusChanges('acme', [ended.id], 9)).toEqual([]);
    });
  });

  describe('events', () => {
    it('are numbered per tenant from 1 without a gap, in order', async () => {
      await Promise.all(Array.from({ length: 10 }, () => accepted()));
      await accepted({ tenantId: 'bolt' });

      const numbers = (await stores.events.listEvents('acme', { after: 0, limit: 99 })).map(
        (event) => event.number,
      );
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(await stores.events.eventRange('acme')).toEqual({ newest: 10, oldest: 0 });
      expect(await stores.events.eventRange('bolt')).toEqual({ newest: 1, oldest: 0 });
      expect(await stores.events.eventRange('missing')).toEqual({ newest: 0, oldest: 0 });
    });

    it('hold the task as it was at each', async () => {
      const asked = await accepted({ label: 'x' });
      const lease = await stores.submissions.takeNextSubmission({ now: NOW, until: after(60_000) });
      if (lease === undefined) throw new Error('not taken');
      const waiting = { reason: 'RUNWAY_UNREACHABLE', until: after(9).toISOString() } as const;
      const deferred = await stores.outcomes.recordDeferred(lease, waiting, NOW);
      const cancelled = await stores.tasks.requestCancel('acme', asked.id, after(5));

      expect(await stores.events.listEvents('acme', { after: 0, limit: 9 })).toEqual([
        { number: 1, task: asked },
        { number: 2, task: deferred },
        { number: 3, task: cancelled },
      ]);
    });

    it('are listed after a number, up to a limit, of one task or of all', async () => {
      const first = await accepted();
      const second = await accepted();
      await stores.tasks.requestCancel('acme', first.id, NOW);

      const list = async (query: { after: number; limit: number; taskId?: string }) =>
        (await stores.events.listEvents('acme', query)).map(({ number }) => number);
      expect(await list({ after: 1, limit: 9 })).toEqual([2, 3]);
      expect(await list({ after: 0, limit: 2 })).toEqual([1, 2]);
      expect(await list({ after: 0, limit: 9, taskId: first.id })).toEqual([1, 3]);
      expect(await list({ after: 0, limit: 9, taskId: second.id })).toEqual([2]);
      expect(await list({ after: 0, limit: 9, taskId: 'no uuid' })).toEqual([]);
      expect(
        await stores.events.listEvents('bolt', { after: 0, limit: 9, taskId: first.id }),
      ).toEqual([]);
    });
  });
});
