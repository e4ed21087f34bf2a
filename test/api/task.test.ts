import { TaskDocument } from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import {
  codesOf,
  createVideo,
  readTask,
  untilStatus,
  withoutRequestIds,
} from '../support/client/tasks.js';

const MISSING_ID = '00000000-0000-4000-8000-000000000000';

describe('task', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let strangersKey: string;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    gateway.emulator.settings.concurrency = null;
    strangersKey = await gateway.keyOf('stranger', ['TASK_READ']);
  });

  afterAll(() => gateway.stop());

  it('tells what Runway accepted', async () => {
    const created = await createVideo(gateway, { label: 'spring' });
    const task = await readTask(gateway, created.id);
    expect(task).toEqual(created);
    expect(task).toMatchObject({
      operation: 'CREATE_TEXT_TO_VIDEO',
      model: 'gen4.5',
      label: 'spring',
      status: 'PENDING',
      progress: 0,
      waitingFor: null,
      createdAt: clock.now().toISOString(),
      settledAt: null,
      estimate: { credits: 60, source: 'RUNWAY' },
      cost: null,
      output: [],
      failure: null,
      input: {
        gen4_5: { promptText: 'A lighthouse at dawn', ratio: 'RATIO_1280_720', duration: 5 },
      },
    });
    expect(task.runwayTaskId).not.toBeNull();
  });

  it('tells cost, output and the time of settlement once it has succeeded', async () => {
    const { id } = await createVideo(gateway);
    const task = await untilStatus(gateway, clock, id, 'SUCCEEDED');
    expect(task).toMatchObject({ progress: 1, cost: 60, failure: null, cancelRequestedAt: null });
    expect(task.settledAt).not.toBeNull();
    expect(task.output).toEqual([
      {
        id: `${id}.0`,
        url: expect.stringMatching(/^http:\/\/localhost:\d+\/outputs\//) as string,
        mimeType: 'video/mp4',
        expiresAt: expect.any(String) as string,
        nodeId: null,
        archive: null,
      },
    ]);
  });

  it('tells why it failed', async () => {
    const input = {
      gen4_5: { promptText: 'A fox [moderated]', ratio: 'RATIO_1280_720' as const, duration: 5 },
    };
    const { id } = await createVideo(gateway, { input });
    const task = await untilStatus(gateway, clock, id, 'FAILED');
    expect(task.failure).toMatchObject({ code: 'SAFETY.INPUT', retryable: false });
    expect(task.output).toEqual([]);
    expect(task.cost).toBe(60);
  });

  it('finds a task by its idempotency key, its own tenant’s only', async () => {
    const { id } = await createVideo(gateway, { idempotencyKey: 'lost-answer' });
    const { task } = await gateway.data(TaskDocument, { idempotencyKey: 'lost-answer' });
    expect(task.id).toBe(id);
    const theirs = await gateway.ask(TaskDocument, { idempotencyKey: 'lost-answer' }, strangersKey);
    expect(codesOf(theirs)).toEqual(['NOT_FOUND']);
  });

  // Guarantee: a caller without access cannot learn which task ids exist.
  it('answers alike for another tenant’s task, a missing one and an id of another form', async () => {
    const { id } = await createVideo(gateway);
    const [theirs, missing, malformed] = await Promise.all(
      [id, MISSING_ID, 'never-existed'].map((taskId) =>
        gateway.ask(TaskDocument, { id: taskId }, strangersKey),
      ),
    );
    expect(codesOf(theirs ?? {})).toEqual(['NOT_FOUND']);
    expect(withoutRequestIds(theirs ?? {})).toEqual(withoutRequestIds(missing ?? {}));
    expect(withoutRequestIds(theirs ?? {})).toEqual(withoutRequestIds(malformed ?? {}));
  });

  it('wants exactly one of id and idempotencyKey', async () => {
    for (const variables of [{}, { id: MISSING_ID, idempotencyKey: 'k' }, { id: null }]) {
      const answer = await gateway.ask(TaskDocument, variables);
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path: 'id', rule: 'oneOf' }]);
    }
  });

  it.each(['', 'k'.repeat(256)])('refuses the idempotency key %#', async (idempotencyKey) => {
    const answer = await gateway.ask(TaskDocument, { idempotencyKey });
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'idempotencyKey', rule: 'length', allowed: ['1–255'] },
    ]);
  });

  it('asks Runway for nothing', async () => {
    const { id } = await createVideo(gateway);
    const before = gateway.emulator.requests().length;
    await readTask(gateway, id);
    expect(gateway.emulator.requests()).toHaveLength(before);
  });
});
