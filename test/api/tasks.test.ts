import {
  CreateTextToImageDocument,
  TasksDocument,
  type TaskFilterInput,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, createVideo, untilStatus } from '../support/client/tasks.js';
import { ask } from '../support/client/wire.js';

const SECOND_MS = 1_000;

describe('tasks', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  /** Oldest first: two that succeed, one image, one that fails, one that stays live. */
  let ids: string[];
  let startedAt: string;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    gateway.emulator.settings.concurrency = null;
    startedAt = clock.now().toISOString();
    ids = [];
    const made = async (task: Promise<{ readonly id: string }>): Promise<void> => {
      ids.push((await task).id);
      await clock.advance(SECOND_MS);
    };
    await made(createVideo(gateway, { label: 'spring' }));
    await made(createVideo(gateway, { label: 'summer' }));
    await made(createImage());
    await made(createVideo(gateway, { input: aVeo('[bad-output]'), label: 'spring' }));
    await untilStatus(gateway, clock, ids[3] ?? '', 'FAILED');
    await untilStatus(gateway, clock, ids[2] ?? '', 'SUCCEEDED');
    await made(createVideo(gateway));
  });

  afterAll(() => gateway.stop());

  function aVeo(promptText: string) {
    return { veo3_1: { promptText, ratio: 'RATIO_1280_720' as const, duration: 8 } };
  }

  async function createImage(): Promise<{ readonly id: string }> {
    const input = { gen4Image: { promptText: 'A fox', ratio: 'RATIO_1280_720' as const } };
    const { createTextToImage } = await gateway.data(CreateTextToImageDocument, { input });
    return createTextToImage.task;
  }

  async function idsOf(filter: TaskFilterInput): Promise<string[]> {
    const { tasks } = await gateway.data(TasksDocument, { filter, first: 100 });
    return tasks.nodes.map(({ id }) => id);
  }

  /** The tasks with these places in `ids`, newest first as the list is. */
  function places(...indexes: number[]): string[] {
    return indexes.sort((a, b) => b - a).map((index) => ids[index] ?? '');
  }

  it('M1: lists all of the tenant’s own, newest first', async () => {
    expect(await idsOf({})).toEqual(places(0, 1, 2, 3, 4));
    const strangersKey = await gateway.keyOf('stranger', ['TASK_READ']);
    const theirs = await gateway.data(TasksDocument, { first: 100 }, strangersKey);
    expect(theirs.tasks).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('filters by status, operation, model and label, any value of a list', async () => {
    expect(await idsOf({ statuses: ['SUCCEEDED'] })).toEqual(places(0, 1, 2));
    expect(await idsOf({ statuses: ['FAILED', 'PENDING'] })).toEqual(places(3, 4));
    expect(await idsOf({ operations: ['CREATE_TEXT_TO_IMAGE'] })).toEqual(places(2));
    expect(await idsOf({ models: ['veo3.1', 'gen4_image'] })).toEqual(places(2, 3));
    expect(await idsOf({ labels: ['spring'] })).toEqual(places(0, 3));
    expect(await idsOf({ labels: ['autumn'] })).toEqual([]);
  });

  it('wants every given filter to fit', async () => {
    expect(await idsOf({ labels: ['spring'], statuses: ['FAILED'] })).toEqual(places(3));
    expect(await idsOf({ labels: ['summer'], models: ['veo3.1'] })).toEqual([]);
  });

  it('filters by time, the beginning included and the end not', async () => {
    const at = (seconds: number): string =>
      new Date(Date.parse(startedAt) + seconds * SECOND_MS).toISOString();
    expect(await idsOf({ createdFrom: at(1), createdBefore: at(3) })).toEqual(places(1, 2));
  });

  it('pages by cursor, and a task made meanwhile moves nothing', async () => {
    const first = await gateway.data(TasksDocument, { first: 2 });
    expect(first.tasks.nodes.map(({ id }) => id)).toEqual(places(3, 4));
    expect(first.tasks.pageInfo.hasNextPage).toBe(true);

    const newest = await createVideo(gateway);
    const second = await gateway.data(TasksDocument, {
      first: 2,
      after: first.tasks.pageInfo.endCursor,
    });
    expect(second.tasks.nodes.map(({ id }) => id)).toEqual(places(1, 2));
    const third = await gateway.data(TasksDocument, {
      first: 2,
      after: second.tasks.pageInfo.endCursor,
    });
    expect(third.tasks.nodes.map(({ id }) => id)).toEqual(places(0));
    expect(third.tasks.pageInfo.hasNextPage).toBe(false);
    expect((await idsOf({}))[0]).toBe(newest.id);
  });

  it('keeps the order of tasks made in the same millisecond from page to page', async () => {
    const label = 'same-time';
    await Promise.all(Array.from({ length: 7 }, () => createVideo(gateway, { label })));
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 7; page += 1) {
      const { tasks }: { tasks: { nodes: { id: string }[]; pageInfo: PageEnd } } =
        await gateway.data(TasksDocument, { filter: { labels: [label] }, first: 2, after });
      seen.push(...tasks.nodes.map(({ id }) => id));
      after = tasks.pageInfo.endCursor;
      if (!tasks.pageInfo.hasNextPage) break;
    }
    expect(seen).toHaveLength(7);
    expect(seen).toEqual(await idsOf({ labels: [label] }));
  });

  it('gives edges, nodes and the page’s ends as one list', async () => {
    const query =
      '{ tasks(first: 2) { edges { cursor node { id } } nodes { id } pageInfo { hasPreviousPage startCursor endCursor } } }';
    const { data } = await ask(gateway.url, gateway.operatorKey, { query });
    const { tasks } = data as unknown as { tasks: EdgesAndNodes };
    expect(tasks.edges.map(({ node }) => node)).toEqual(tasks.nodes);
    expect(tasks.pageInfo).toEqual({
      hasPreviousPage: false,
      startCursor: tasks.edges[0]?.cursor,
      endCursor: tasks.edges[1]?.cursor,
    });
  });

  it.each([0, -1, 101])('Q9: refuses first: %i', async (first) => {
    const answer = await gateway.ask(TasksDocument, { first });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'first', rule: 'range', allowed: ['1–100'] },
    ]);
  });

  it.each(['not a cursor', 'ZXZlbnQgMQ', ''])('refuses the cursor %j', async (after) => {
    const answer = await gateway.ask(TasksDocument, { after });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'after', rule: 'cursor' },
    ]);
  });

  it('takes an empty list of a filter for no filter', async () => {
    const all = await gateway.data(TasksDocument, { first: 100 });
    const filter = { statuses: [], operations: [], models: [], labels: [] };
    expect(await gateway.data(TasksDocument, { first: 100, filter })).toEqual(all);
    expect(all.tasks.nodes.length).toBeGreaterThan(0);
  });

  it.each([
    [{ labels: Array.from({ length: 51 }, () => 'a') }, 'filter.labels', 'maxItems'],
    [{ labels: ['a', 'b', ''] }, 'filter.labels.2', 'eachLength'],
    [{ models: ['m'.repeat(101)] }, 'filter.models.0', 'eachLength'],
    [{ createdFrom: null }, 'filter.createdFrom', 'notNull'],
  ] satisfies [TaskFilterInput, string, string][])(
    'refuses the filter %#',
    async (filter, path, rule) => {
      const answer = await gateway.ask(TasksDocument, { filter });
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path, rule }]);
    },
  );
});

interface PageEnd {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

interface EdgesAndNodes {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: object;
}
