import {
  CancelTaskDocument,
  CreateTextToImageDocument,
  TasksDocument,
  TaskUpdatedDocument,
  UnconfirmedTasksDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { Statements } from '../support/store/statements.js';
import { openStream } from '../support/client/streams.js';
import { codesOf, readTask, untilStatus } from '../support/client/tasks.js';

/** A file of 45 kB. */
const DATA_URI = `data:image/png;base64,${'A'.repeat(60_000)}`;
const TASKS = 8;
/** Well below one file, and above what that many tasks take without any. */
const SMALL = 30_000;
/** Of a tenant, in bytes: less than the setting takes, so that a few files fill it. */
const SHARE = 2_000_000;

// Guarantee: media that wait in the store cost nothing to those who look at tasks, and a tenant can
// fill the store with no more of them than its share.
describe('stored media', () => {
  const statements = new Statements();
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway(
      { RUNWAY_CONCURRENCY_MAX: '1' },
      { clock, wrapPool: statements.wrapPool },
      { storedBytesPerTenantMax: SHARE },
    );
  }, 60_000);
  beforeEach(takeTheSlot);
  afterAll(() => gateway.stop());

  const image = { promptText: 'A fox', ratio: 'RATIO_1280_720' as const };
  const create = (uri: string, key?: string) => {
    const referenceImages = ['one', 'two', 'three'].map((tag) => ({ uri, tag }));
    const input = { gen4Image: { ...image, referenceImages } };
    return gateway.ask(CreateTextToImageDocument, { input }, key);
  };

  async function takeTheSlot(): Promise<void> {
    const { createTextToImage } = await gateway.data(CreateTextToImageDocument, {
      input: { gen4Image: image },
    });
    expect(createTextToImage.task.status).toBe('PENDING');
  }

  async function queued(): Promise<string> {
    const { data, errors } = await create(DATA_URI);
    const task = data?.createTextToImage?.task;
    if (task?.status !== 'QUEUED') throw new Error(JSON.stringify(errors));
    return task.id;
  }

  it('Q14: lists, streams and wishes neither read nor show media', async () => {
    const ids = [];
    for (let made = 0; made < TASKS; made += 1) ids.push(await queued());
    const [first = '', ...others] = ids;

    const ran = await statements.during(async () => {
      const bare = await gateway.post({ query: '{ tasks(first: 100) { nodes { id } } }' });
      expect((await bare.text()).length).toBeLessThan(2_000);
      const shown = await gateway.post({ query: '{ tasks(first: 100) { nodes { id input } } }' });
      expect((await shown.text()).length).toBeLessThan(SMALL);
      const { tasks } = await gateway.data(TasksDocument, { first: 100 });
      const file = { tag: 'one', uri: { omitted: 'data URI', bytes: 45_000 } };
      const queuedOnes = tasks.nodes.filter(({ status }) => status === 'QUEUED');
      expect(queuedOnes).toHaveLength(TASKS);
      for (const { input } of queuedOnes) {
        expect(input).toMatchObject({ gen4Image: { referenceImages: { 0: file } } });
      }
      await gateway.data(UnconfirmedTasksDocument, { first: 100 });
      for (const id of others) {
        const { cancelTask } = await gateway.data(CancelTaskDocument, { id });
        expect(cancelTask.task.status).toBe('CANCELLED');
      }
      const stream = openStream(gateway.url, gateway.operatorKey, TaskUpdatedDocument, {
        id: first,
      });
      expect(JSON.stringify(await stream.next()).length).toBeLessThan(SMALL);
      await stream.close();
    });
    expect(ran.length).toBeGreaterThan(TASKS);
    const heavy = ran.filter((one) => Math.max(one.charactersRead, one.charactersSent) > SMALL);
    expect(heavy).toEqual([]);

    // It is sent whole all the same.
    const { input } = await untilStatus(gateway, clock, first, 'SUCCEEDED');
    expect(JSON.stringify(input).length).toBeLessThan(1_000);
    const sent = gateway.emulator.requests().filter(({ method }) => method === 'POST');
    const uris = sent.flatMap(({ body }) =>
      ((body as { referenceImages?: { uri: string }[] }).referenceImages ?? []).map(
        ({ uri }) => uri === DATA_URI,
      ),
    );
    expect(uris).toEqual([true, true, true]);
  });

  it('Q14: refuses a request for whose bytes the tenant’s share has no room', async () => {
    // Three of them are more than half of the share.
    const large = `data:image/png;base64,${'A'.repeat(400_000)}`;
    const kept = (await create(large)).data?.createTextToImage?.task.id ?? '';
    expect(await readTask(gateway, kept)).toMatchObject({ status: 'QUEUED' });
    const refused = await create(large);
    expect(codesOf(refused)).toEqual(['TOO_MANY_STORED_BYTES']);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      retryable: true,
      retryAfterMs: 10_000,
    });
    const bob = await gateway.keyOf('bob', ['GENERATE_IMAGE']);
    expect(codesOf(await create(large, bob))).toEqual([]);

    await gateway.data(CancelTaskDocument, { id: kept });
    expect(codesOf(await create(large))).toEqual([]);
  });
});
