import type { Task } from '../../../src/domain/task/task.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const READ = { method: 'GET', path: '/v1/tasks/{id}' } as const;
const ann = viewerOf('ann');

describe('TaskPoller', () => {
  let db: TestDatabase;
  let node: Services;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database);
    node.poller.start();
  });
  afterEach(async () => {
    await node.stop();
    await db.clear();
    expect(node.clock.sleeperCount).toBe(0);
  });
  afterAll(() => db.close());

  const submitted = async (): Promise<Task> => {
    const { task } = await node.submissions.submit(ann, aRequest());
    return task;
  };
  const settled = (task: Task): Promise<Task> =>
    node.clock.until(
      async () => {
        const found = await node.tasks.get(ann, task.id);
        return found.settledAt !== null && found;
      },
      { stepMs: 250 },
    );
  /** Times of the reads of one task at Runway, in ms. */
  const readTimes = (task: Task): number[] =>
    node.emulator
      .requests()
      .filter(({ method, path }) => method === 'GET' && path.endsWith(task.runwayTaskId ?? '-'))
      .map(({ at }) => Date.parse(at));

  // Guarantee: no task is read more often than Runway allows.
  it('reads each of 20 tasks until it has settled, never twice within 5 s', async () => {
    node.emulator.settings.concurrency = null;
    const tasks = await Promise.all(Array.from({ length: 20 }, submitted));
    for (const task of tasks) {
      expect(await settled(task)).toMatchObject({
        cost: 60,
        state: { status: 'SUCCEEDED', output: [{ mimeType: 'video/mp4', nodeId: null }] },
      });
      const times = readTimes(task);
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
      expect(times.length).toBeLessThanOrEqual(5);
    }
    const before = node.asked('GET').length;
    await node.clock.advance(20_000);
    expect(node.asked('GET')).toHaveLength(before);
  });

  it('waits longer and longer while Runway tells nothing, and goes on afterwards', async () => {
    const task = await submitted();
    node.emulator.setFault({ ...READ, times: 4, status: 500 });
    await settled(task);
    const times = readTimes(task);
    const gaps = times.slice(1, 5).map((time, index) => time - (times[index] ?? 0));
    for (const [at, wanted] of [8_000, 10_000, 15_000, 25_000].entries()) {
      expect(gaps[at]).toBeGreaterThanOrEqual(Math.max(5_000, wanted - 500));
      expect(gaps[at]).toBeLessThan(wanted + 2_000);
    }
    expect(node.warnings('a read told nothing')).toHaveLength(4);
  });

  it('obeys Retry-After between reads', async () => {
    const task = await submitted();
    node.emulator.setFault({ ...READ, times: 1, status: 429, headers: { 'retry-after': '40' } });
    await settled(task);
    const [first = 0, second = 0] = readTimes(task);
    expect(second - first).toBeGreaterThanOrEqual(45_000);
  });

  it('believes that a task is gone after three reads, not sooner', async () => {
    const [lost, found] = [await submitted(), await submitted()];
    const path = (task: Task): string => `/v1/tasks/${task.runwayTaskId ?? ''}`;
    node.emulator.setFault({ method: 'GET', path: path(lost), status: 404, body: { error: 'x' } });
    node.emulator.setFault({
      ...READ,
      path: path(found),
      times: 2,
      status: 404,
      body: { error: 'x' },
    });
    expect(await settled(lost)).toMatchObject({
      state: { status: 'FAILED', failure: { code: 'RUNWAY_NOT_FOUND', retryable: false } },
      cost: null,
    });
    expect(readTimes(lost)).toHaveLength(3);
    expect((await settled(found)).state.status).toBe('SUCCEEDED');
  });

  it('takes a vanished task for cancelled when that was the wish', async () => {
    const task = await submitted();
    node.emulator.setFault({ ...READ, status: 404, body: { error: 'x' } });
    await node.tasks.cancel(ann, task.id);
    expect((await settled(task)).state.status).toBe('CANCELLED');
    expect(node.asked('DELETE')).toEqual([]);
  });

  it('keeps the last known status under an unknown one, and warns once', async () => {
    const task = await submitted();
    const body = { id: task.runwayTaskId, status: 'DREAMING' };
    node.emulator.setFault({ ...READ, times: 3, status: 200, body });
    await node.clock.until(() => readTimes(task).length === 3);
    expect((await node.tasks.get(ann, task.id)).state.status).toBe('PENDING');
    expect((await settled(task)).state.status).toBe('SUCCEEDED');
    expect(node.warnings('status that is not known')).toHaveLength(1);
  });

  it('ignores a status that goes backwards, and alarms an operator once', async () => {
    const task = await submitted();
    await node.clock.until(async () => {
      return (await node.tasks.get(ann, task.id)).state.status === 'RUNNING';
    });
    const before = readTimes(task).length;
    node.emulator.setFault({
      ...READ,
      times: 2,
      body: { id: task.runwayTaskId, status: 'PENDING' },
    });
    await node.clock.until(() => readTimes(task).length === before + 2);
    expect((await node.tasks.get(ann, task.id)).state.status).toBe('RUNNING');
    expect((await settled(task)).state.status).toBe('SUCCEEDED');
    expect(node.warnings('a status went backwards').map(({ level }) => level)).toEqual(['error']);
  });

  it('shows THROTTLED, and tells a failure with Runway’s words', async () => {
    const task = await submitted();
    const body = { id: task.runwayTaskId, createdAt: '2026-01-01T00:00:00Z' };
    const failed = {
      status: 'FAILED',
      failure: 'Bad output.',
      failureCode: 'INTERNAL.BAD_OUTPUT.01',
    };
    node.emulator.setFault({ ...READ, times: 1, body: { ...body, status: 'THROTTLED' } });
    node.emulator.setFault({ ...READ, body: { ...body, ...failed, cost: { credits: 0 } } });
    await node.clock.until(async () => {
      return (await node.tasks.get(ann, task.id)).state.status === 'THROTTLED';
    });
    const end = await settled(task);
    expect(end).toMatchObject({
      cost: 0,
      state: {
        status: 'FAILED',
        failure: {
          code: 'INTERNAL.BAD_OUTPUT',
          retryable: false,
          runwayMessage: 'Bad output.',
        },
      },
    });
  });

  it('resolves stop after the read that is open has been written down', async () => {
    const task = await submitted();
    node.emulator.setFault({ ...READ, delayMs: 3_000 });
    await node.clock.until(() => readTimes(task).length === 1);
    const stopped = node.poller.stop();
    await node.clock.advance(3_000);
    await stopped;
    expect((await node.tasks.get(ann, task.id)).state.status).toBe('RUNNING');
    await node.clock.advance(60_000);
    expect(readTimes(task)).toHaveLength(1);
  });
});
