import {
  DeleteTaskDocument,
  TaskDocument,
  TasksDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import {
  codesOf,
  createVideo,
  readTask,
  untilStatus,
  withoutRequestIds,
} from '../support/client/tasks.js';

describe('deleteTask', () => {
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

  it('refuses a live task and does not call Runway', async () => {
    const { id } = await createVideo(gateway);
    expect(codesOf(await gateway.ask(DeleteTaskDocument, { id }))).toEqual(['CONFLICT']);
    expect(deletesSeen()).toBe(0);
  });

  it('removes a settled task here and at Runway', async () => {
    const { id } = await createVideo(gateway, { label: 'gone', idempotencyKey: 'gone-key' });
    const settled = await untilStatus(gateway, clock, id, 'SUCCEEDED');
    const url = settled.output[0]?.url ?? '';
    expect((await fetch(url)).status).toBe(200);
    const { deleteTask } = await gateway.data(DeleteTaskDocument, { id });
    expect(deleteTask.id).toBe(id);
    expect(codesOf(await gateway.ask(TaskDocument, { id }))).toEqual(['NOT_FOUND']);
    const upstream = await fetch(`${gateway.emulator.url}/v1/tasks/${settled.runwayTaskId ?? ''}`, {
      headers: { authorization: 'Bearer key', 'x-runway-version': '2024-11-06' },
    });
    expect(upstream.status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
    expect(codesOf(await gateway.ask(TaskDocument, { idempotencyKey: 'gone-key' }))).toEqual([
      'NOT_FOUND',
    ]);
    const { tasks } = await gateway.data(TasksDocument, { filter: { labels: ['gone'] } });
    expect(tasks.nodes).toEqual([]);
    expect(codesOf(await gateway.ask(DeleteTaskDocument, { id }))).toEqual(['NOT_FOUND']);
  });

  it('keeps the task when Runway cannot be told', async () => {
    const { id } = await createVideo(gateway);
    await untilStatus(gateway, clock, id, 'SUCCEEDED');
    gateway.emulator.setFault({ path: '/v1/tasks/{id}', method: 'DELETE', status: 500 });
    expect(codesOf(await gateway.ask(DeleteTaskDocument, { id }))).toEqual(['RUNWAY_UNAVAILABLE']);
    expect((await readTask(gateway, id)).status).toBe('SUCCEEDED');
  });

  it('removes a task that Runway has forgotten already', async () => {
    const { id } = await createVideo(gateway);
    await untilStatus(gateway, clock, id, 'SUCCEEDED');
    const fault = { path: '/v1/tasks/{id}', method: 'DELETE', status: 404 };
    // A 404 of something in between says nothing of the task.
    gateway.emulator.setFault({
      ...fault,
      times: 1,
      rawBody: 'no route',
      contentType: 'text/plain',
    });
    expect(codesOf(await gateway.ask(DeleteTaskDocument, { id }))).toEqual(['RUNWAY_UNAVAILABLE']);
    gateway.emulator.setFault({ ...fault, body: { error: 'Could not find task' } });
    await gateway.data(DeleteTaskDocument, { id });
    expect(codesOf(await gateway.ask(TaskDocument, { id }))).toEqual(['NOT_FOUND']);
  });

  it('answers alike for another tenant’s task and a missing one', async () => {
    const { id } = await createVideo(gateway);
    await untilStatus(gateway, clock, id, 'SUCCEEDED');
    const key = await gateway.keyOf('stranger', ['TASK_DELETE']);
    const theirs = await gateway.ask(DeleteTaskDocument, { id }, key);
    const missing = await gateway.ask(
      DeleteTaskDocument,
      { id: '00000000-0000-4000-8000-000000000000' },
      key,
    );
    expect(codesOf(theirs)).toEqual(['NOT_FOUND']);
    expect(withoutRequestIds(theirs)).toEqual(withoutRequestIds(missing));
    expect(deletesSeen()).toBe(0);
  });
});
