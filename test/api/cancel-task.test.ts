import { CancelTaskDocument, RunWorkflowDocument } from '../../client/src/generated/graphql.js';
import { SEEDED } from '../../src/emulator/resources/seeded.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import {
  codesOf,
  createVideo,
  postsTo,
  readTask,
  untilStatus,
  withoutRequestIds,
} from '../support/client/tasks.js';

describe('cancelTask', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterAll(() => gateway.stop());
  afterEach(() => {
    gateway.emulator.clearFaults();
    gateway.emulator.clearRequests();
  });

  const deletesSeen = (): number =>
    gateway.emulator.requests().filter(({ method }) => method === 'DELETE').length;

  it('ends a queued task at once, and it is never sent', async () => {
    gateway.emulator.setFault({ path: '/v1/text_to_video', status: 429, body: { error: 'later' } });
    const { id, status } = await createVideo(gateway);
    expect(status).toBe('QUEUED');
    const { cancelTask } = await gateway.data(CancelTaskDocument, { id });
    expect(cancelTask.task).toMatchObject({ status: 'CANCELLED', cost: 0 });
    gateway.emulator.clearFaults();
    await clock.stride(600_000);
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(1);
    expect((await readTask(gateway, id)).status).toBe('CANCELLED');
  });

  it('reads a live task once more before it deletes it at Runway', async () => {
    const { id } = await createVideo(gateway);
    const { cancelTask } = await gateway.data(CancelTaskDocument, { id });
    expect(cancelTask.task.status).toBe('PENDING');
    expect(cancelTask.task.cancelRequestedAt).not.toBeNull();
    const task = await untilStatus(gateway, clock, id, 'CANCELLED');
    expect(task.settledAt).not.toBeNull();
    const calls = gateway.emulator
      .requests()
      .filter(({ path }) => !path.startsWith('/v1/organization'))
      .map(({ method }) => method);
    expect(calls).toEqual(['POST', 'GET', 'DELETE']);
  });

  it('keeps the output of a task that succeeded before the next read', async () => {
    const { id } = await createVideo(gateway);
    gateway.emulator.settings.taskSeconds = 0;
    await gateway.data(CancelTaskDocument, { id });
    const task = await untilStatus(gateway, clock, id, 'SUCCEEDED');
    gateway.emulator.settings.taskSeconds = 8;
    expect(task.output).toHaveLength(1);
    expect(deletesSeen()).toBe(0);
  });

  it('refuses a settled task', async () => {
    const { id } = await createVideo(gateway);
    await untilStatus(gateway, clock, id, 'SUCCEEDED');
    expect(codesOf(await gateway.ask(CancelTaskDocument, { id }))).toEqual(['CONFLICT']);
  });

  it('takes the same wish twice, keeps the first one’s time and deletes once', async () => {
    const { id } = await createVideo(gateway);
    const first = await gateway.data(CancelTaskDocument, { id });
    const second = await gateway.data(CancelTaskDocument, { id });
    expect(second.cancelTask.task.cancelRequestedAt).toBe(first.cancelTask.task.cancelRequestedAt);
    await untilStatus(gateway, clock, id, 'CANCELLED');
    expect(deletesSeen()).toBe(1);
  });

  it('refuses a task whose submission is unconfirmed', async () => {
    gateway.emulator.setFault({ path: '/v1/text_to_video', times: 1, status: 500 });
    const { id, status } = await createVideo(gateway);
    expect(status).toBe('UNCONFIRMED');
    expect(codesOf(await gateway.ask(CancelTaskDocument, { id }))).toEqual(['CONFLICT']);
  });

  it('refuses a workflow run that Runway knows: it cannot be cancelled there', async () => {
    const { runWorkflow } = await gateway.data(RunWorkflowDocument, {
      input: { workflowId: SEEDED.workflowId },
    });
    const id = runWorkflow.task.id;
    expect(codesOf(await gateway.ask(CancelTaskDocument, { id }))).toEqual(['CONFLICT']);
  });

  it('answers alike for another tenant’s task and a missing one', async () => {
    const { id } = await createVideo(gateway);
    const key = await gateway.keyOf('stranger', ['TASK_CANCEL']);
    const theirs = await gateway.ask(CancelTaskDocument, { id }, key);
    const missing = await gateway.ask(
      CancelTaskDocument,
      { id: '00000000-0000-4000-8000-000000000000' },
      key,
    );
    expect(codesOf(theirs)).toEqual(['NOT_FOUND']);
    expect(withoutRequestIds(theirs)).toEqual(withoutRequestIds(missing));
    expect((await readTask(gateway, id)).cancelRequestedAt).toBeNull();
  });
});
