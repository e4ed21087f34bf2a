// Guarantee: one idempotency key buys once, however often and however many at a time it is sent.
import {
  CreateTextToVideoDocument,
  TaskDocument,
  type CreateTextToVideoMutation,
  type CreateTextToVideoMutationVariables,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, postsTo } from '../support/client/tasks.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';
import { answered } from '../support/client/answered.js';

const PATH = '/v1/text_to_video';

const MINUTE_MS = 60_000;

describe('an idempotency key', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
    // Every request is sent at once: nothing waits for a slot.
    gateway.emulator.settings.concurrency = null;
    gateway.emulator.settings.concurrency = null;
  });

  beforeEach(() => {
    gateway.emulator.clearFaults();
    gateway.emulator.clearRequests();
  });

  afterAll(() => gateway.stop());

  const posts = (): number => postsTo(gateway, PATH);

  async function create(
    variables: Partial<CreateTextToVideoMutationVariables>,
    { key, header }: { readonly key?: string; readonly header?: string } = {},
  ): Promise<Answer<CreateTextToVideoMutation>> {
    const headers = header === undefined ? {} : { 'idempotency-key': header };
    const all = { input: aVideo(), ...variables };
    return await gateway.ask(CreateTextToVideoDocument, all, key, headers);
  }

  function payloadOf(answer: Answer<CreateTextToVideoMutation>) {
    return answered(answer).createTextToVideo;
  }

  it('D4: returns the first task to the same request, and sends nothing', async () => {
    const first = payloadOf(await create({ idempotencyKey: 'same', label: 'a' }));
    const second = payloadOf(await create({ idempotencyKey: 'same', label: 'a' }));
    expect([first.replayed, second.replayed]).toEqual([false, true]);
    expect(second.task).toEqual(first.task);
    expect(posts()).toBe(1);
  });

  it('D4: is refused with another input, label or mutation', async () => {
    payloadOf(await create({ idempotencyKey: 'other' }));
    const answers = [
      await create({ idempotencyKey: 'other', input: aVideo('Another lighthouse') }),
      await create({ idempotencyKey: 'other', label: 'x' }),
    ];
    for (const answer of answers) expect(codesOf(answer)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const image = await gateway.post(
      {
        query: `mutation { createTextToImage(idempotencyKey: "other", input: { gen4Image: {
          promptText: "A fox", ratio: RATIO_1280_720 } }) { task { id } } }`,
      },
      gateway.operatorKey,
    );
    expect(codesOf((await image.json()) as Answer)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(posts()).toBe(1);
    expect(postsTo(gateway, '/v1/text_to_image')).toBe(0);
  });

  it('D3: buys once when it comes twenty times at once', async () => {
    const payloads = (
      await Promise.all(Array.from({ length: 20 }, () => create({ idempotencyKey: 'storm' })))
    ).map(payloadOf);
    expect(new Set(payloads.map(({ task }) => task.id)).size).toBe(1);
    expect(payloads.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(posts()).toBe(1);
  });

  it('may come as a header, as the argument, or as both where they are the same', async () => {
    const ids = [
      payloadOf(await create({}, { header: 'header' })),
      payloadOf(await create({ idempotencyKey: 'header' })),
      payloadOf(await create({ idempotencyKey: 'header' }, { header: 'header' })),
    ].map(({ task }) => task.id);
    expect(new Set(ids).size).toBe(1);
    expect(posts()).toBe(1);
  });

  it('is refused when header and argument differ', async () => {
    const answer = await create({ idempotencyKey: 'one' }, { header: 'two' });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'idempotencyKey', rule: 'sameAsHeader' },
    ]);
    expect(posts()).toBe(0);
  });

  it.each(['', 'k'.repeat(256)])('is refused when it is empty or too long (%#)', async (key) => {
    const answer = await create({ idempotencyKey: key });
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'idempotencyKey', rule: 'length', allowed: ['1–255'] },
    ]);
    expect(posts()).toBe(0);
  });

  it('D4: is not used up by an input that the gateway refuses', async () => {
    expect(codesOf(await create({ idempotencyKey: 'ours', input: aVideo('') }))).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(payloadOf(await create({ idempotencyKey: 'ours' })).replayed).toBe(false);
  });

  it('D4: is not used up by an input that Runway refuses', async () => {
    gateway.emulator.setFault({ path: PATH, times: 1, status: 400, body: { error: 'No' } });
    expect(codesOf(await create({ idempotencyKey: 'runways' }))).toEqual(['RUNWAY_REFUSED']);
    expect(codesOf(await gateway.ask(TaskDocument, { idempotencyKey: 'runways' }))).toEqual([
      'NOT_FOUND',
    ]);
    const again = payloadOf(
      await create({ idempotencyKey: 'runways', input: aVideo('Another lighthouse') }),
    );
    expect(again.replayed).toBe(false);
  });

  it('D4, M12: is a tenant’s own', async () => {
    const key = await gateway.keyOf('neighbour', ['GENERATE_VIDEO', 'TASK_READ']);
    const ours = payloadOf(await create({ idempotencyKey: 'mine' }));
    const theirs = payloadOf(await create({ idempotencyKey: 'mine' }, { key }));
    expect(theirs.replayed).toBe(false);
    expect(theirs.task.id).not.toBe(ours.task.id);
  });
});

describe('the life of an idempotency key', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  afterEach(() => whileTimePasses(clock, gateway.stop()));

  const buy = async (promptText?: string) => {
    const variables = { input: aVideo(promptText), idempotencyKey: 'old' };
    return (await gateway.data(CreateTextToVideoDocument, variables)).createTextToVideo;
  };

  it.each([
    { name: '24 h where nothing else is set', hours: 24, environment: {} },
    { name: 'as many hours as are set', hours: 48, environment: { IDEMPOTENCY_HOURS: '48' } },
  ])('D4: is $name: then it buys again', async ({ hours, environment }) => {
    clock = new FakeClock();
    gateway = await startGateway(environment, { clock });
    const first = await buy();
    await clock.leap((hours * 60 - 1) * MINUTE_MS);
    const replay = await buy();
    expect(replay).toMatchObject({ replayed: true, task: { id: first.task.id } });
    const taken = { input: aVideo('Another lighthouse'), idempotencyKey: 'old' };
    expect(codesOf(await gateway.ask(CreateTextToVideoDocument, taken))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(postsTo(gateway, PATH)).toBe(1);

    await clock.leap(2 * MINUTE_MS);
    const next = await buy('Another lighthouse');
    expect(next.replayed).toBe(false);
    expect(next.task.id).not.toBe(first.task.id);
    expect(postsTo(gateway, PATH)).toBe(2);
    const { task } = await gateway.data(TaskDocument, { idempotencyKey: 'old' });
    expect(task.id).toBe(next.task.id);
    expect((await gateway.data(TaskDocument, { id: first.task.id })).task.id).toBe(first.task.id);
  });
});
