import {
  CancelTaskDocument,
  CreateTextToImageDocument,
  CreateTextToVideoDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

// Guarantee: a tenant has no more than its share of what waits, and no other tenant notices.
describe('A tenant’s share of the queue', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway(
      { RUNWAY_CONCURRENCY_MAX: '1', QUEUED_TASKS_PER_TENANT_MAX: '2' },
      { clock: new FakeClock() },
    );
  }, 60_000);
  afterAll(() => gateway.stop());

  const posts = () => gateway.emulator.requests().filter(({ method }) => method === 'POST').length;

  it('D14: refuses what would have to wait beyond it, and sends what need not wait', async () => {
    const scopes = ['GENERATE_VIDEO', 'GENERATE_IMAGE', 'TASK_READ', 'TASK_CANCEL'] as const;
    const ann = await gateway.keyOf('ann', [...scopes]);
    const bob = await gateway.keyOf('bob', [...scopes]);
    const video = (key: string) => gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, key);
    const image = { gen4Image: { promptText: 'A fox', ratio: 'RATIO_1280_720' as const } };
    expect((await video(ann)).data?.createTextToVideo?.task.status).toBe('PENDING');
    const waiting = [await video(ann), await video(ann)];
    for (const { data } of waiting) expect(data?.createTextToVideo?.task.status).toBe('QUEUED');

    const refused = await video(ann);
    expect(codesOf(refused)).toEqual(['TOO_MANY_QUEUED_TASKS']);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      retryable: true,
      retryAfterMs: 10_000,
    });
    expect((await video(bob)).data?.createTextToVideo?.task.status).toBe('QUEUED');
    const { createTextToImage } = await gateway.data(
      CreateTextToImageDocument,
      { input: image },
      ann,
    );
    expect(createTextToImage.task.status).toBe('PENDING');
    expect(posts()).toBe(2);

    const id = waiting[0]?.data?.createTextToVideo?.task.id ?? '';
    await gateway.data(CancelTaskDocument, { id }, ann);
    expect((await video(ann)).data?.createTextToVideo?.task.status).toBe('QUEUED');
    expect(codesOf(await video(ann))).toEqual(['TOO_MANY_QUEUED_TASKS']);
    expect(posts()).toBe(2);
  });
});
