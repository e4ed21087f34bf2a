import type { Fault } from '../../src/emulator/control/faults.js';
import {
  CancelTaskDocument,
  CreateTextToVideoDocument,
  TaskDocument,
  TaskUpdatedDocument,
  ViewerBudgetDocument,
  type TaskFieldsFragment,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { drain, openStream } from '../support/client/streams.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

/** 5 s of gen4.5. */
const CREDITS = 60;

const READ = { method: 'GET', path: '/v1/tasks/{id}' } as const;
const DELETE = { method: 'DELETE', path: '/v1/tasks/{id}' } as const;

// Downloads have no row: the gateway hands out addresses and fetches no output.
describe('a live task', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeEach(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  }, 60_000);
  // Guarantee: whatever its reads meet, it was bought once and is charged once.
  afterEach(async () => {
    expect(asked('POST')).toEqual(['/v1/text_to_video']);
    expect(await holding()).toMatchObject({ reserved: 0, spent: CREDITS });
  });
  afterEach(() => whileTimePasses(clock, gateway.stop()));

  async function bought(): Promise<TaskFieldsFragment> {
    const { createTextToVideo } = await gateway.data(CreateTextToVideoDocument, {
      input: aVideo(),
    });
    return createTextToVideo.task;
  }
  async function read({ id }: { readonly id: string }): Promise<TaskFieldsFragment> {
    return (await gateway.data(TaskDocument, { id })).task;
  }
  const until = (
    task: TaskFieldsFragment,
    look: (now: TaskFieldsFragment) => boolean,
  ): Promise<TaskFieldsFragment> =>
    clock.until(
      async () => {
        const now = await read(task);
        return look(now) && now;
      },
      { stepMs: 2_500, steps: 120, strides: true },
    );
  const settled = (task: TaskFieldsFragment): Promise<TaskFieldsFragment> =>
    until(task, ({ settledAt }) => settledAt !== null);
  const asked = (method: string): string[] =>
    gateway.emulator
      .requests()
      .filter((request) => request.method === method)
      .map(({ path }) => path);
  const taskReads = (): string[] => asked('GET').filter((path) => path.includes('/tasks/'));
  /** Of the month: some of these tasks take days. */
  async function holding(): Promise<object | undefined> {
    const { viewer } = await gateway.data(ViewerBudgetDocument, {});
    return viewer.budget.find(({ period }) => period === 'MONTH');
  }
  /** The statuses that a watcher is told from the beginning to the end. */
  async function story({ id }: TaskFieldsFragment): Promise<string[]> {
    const stream = openStream(gateway.url, gateway.operatorKey, TaskUpdatedDocument, { id });
    const events = await whileTimePasses(clock, drain(stream));
    await stream.close();
    return events.map(({ taskUpdated }) => taskUpdated.task.status);
  }
  const strike = (fault: Fault): void => {
    gateway.emulator.setFault(fault);
  };

  it('F20: that Runway no longer knows has failed after three reads, its credits counted as spent', async () => {
    const task = await bought();
    strike({ ...READ, status: 404, body: { error: 'x' } });
    expect(await settled(task)).toMatchObject({
      status: 'FAILED',
      failure: { code: 'RUNWAY_NOT_FOUND' },
      cost: null,
    });
    expect(taskReads()).toHaveLength(3);
  });

  it('that Runway cannot tell of for a day is still followed', async () => {
    const task = await bought();
    strike({ ...READ, status: 500, body: { error: 'x' } });
    await clock.stride(10_000, 5_000);
    await clock.leap(2 * 86_400_000);
    await clock.stride(20_000, 5_000);
    expect((await read(task)).settledAt).toBeNull();
    gateway.emulator.clearFaults();
    expect((await settled(task)).status).toBe('SUCCEEDED');
  });

  it('F21: whose status goes backwards keeps the one it had', async () => {
    const task = await bought();
    gateway.emulator.settings.taskSeconds = 30;
    await until(task, ({ status }) => status === 'RUNNING');
    const body = { id: task.runwayTaskId, createdAt: '2026-01-01T00:00:00Z', status: 'PENDING' };
    strike({ ...READ, times: 1, body });
    const told = await story(task);
    expect(told).not.toContain('PENDING');
    expect(told.at(-1)).toBe('SUCCEEDED');
  });

  it.each(['FAILED', 'CANCELLED'])('that is %s keeps the progress it had', async (status) => {
    const task = await bought();
    const { runwayTaskId: id } = task;
    strike({ ...READ, times: 1, body: { id, status: 'RUNNING', progress: 0.4 } });
    await until(task, ({ progress }) => progress === 0.4);
    strike({ ...READ, body: { id, status } });
    expect(await settled(task)).toMatchObject({ status, progress: 0.4 });
  });

  it('that has succeeded stays so, and is read no more', async () => {
    const task = await bought();
    await settled(task);
    const reads = asked('GET').length;
    strike({ ...READ, body: { id: task.runwayTaskId, status: 'RUNNING', progress: 0.1 } });
    await clock.stride(30_000, 5_000);
    expect((await read(task)).status).toBe('SUCCEEDED');
    expect(asked('GET')).toHaveLength(reads);
  });

  it('V6: with an unknown status keeps the one it had and goes on', async () => {
    const task = await bought();
    strike({ ...READ, times: 2, body: { id: task.runwayTaskId, status: 'DREAMING' } });
    expect(await story(task)).toEqual(expect.arrayContaining(['PENDING', 'SUCCEEDED']));
  });

  it('F22: that waits at Runway for minutes shows THROTTLED and can be cancelled', async () => {
    gateway.emulator.settings.concurrencyByModel = { 'gen4.5': 0 };
    const task = await bought();
    await clock.stride(300_000);
    expect((await read(task)).status).toBe('THROTTLED');
    await gateway.data(CancelTaskDocument, { id: task.id });
    expect((await settled(task)).status).toBe('CANCELLED');
    await clock.stride(30_000, 5_000);
    expect((await read(task)).status).toBe('CANCELLED');
  }, 60_000);

  it('F24: that completes while its cancellation waits has succeeded, and nothing is deleted', async () => {
    const task = await bought();
    await until(task, ({ status }) => status === 'RUNNING');
    await gateway.data(CancelTaskDocument, { id: task.id });
    gateway.emulator.settings.taskSeconds = 0;
    expect(await settled(task)).toMatchObject({ status: 'SUCCEEDED', cost: CREDITS });
    expect(asked('DELETE')).toEqual([]);
  });

  it('F24: that vanishes between the last read and DELETE is cancelled, once and for all', async () => {
    const task = await bought();
    gateway.emulator.settings.taskSeconds = 60;
    await until(task, ({ status }) => status === 'PENDING');
    strike({ ...DELETE, status: 404, body: { error: 'x' } });
    await gateway.data(CancelTaskDocument, { id: task.id });
    const told = await story(task);
    expect(told.filter((status) => status === 'CANCELLED')).toHaveLength(1);
    expect(told.at(-1)).toBe('CANCELLED');
  });

  it('whose DELETE fails keeps the wish until Runway can be told', async () => {
    const task = await bought();
    gateway.emulator.settings.taskSeconds = 60;
    strike({ ...DELETE, times: 1, status: 500, body: { error: 'x' } });
    await gateway.data(CancelTaskDocument, { id: task.id });
    expect((await settled(task)).status).toBe('CANCELLED');
    expect(asked('DELETE')).toHaveLength(2);
  });

  it('F23: serves its output for longer than the addresses of Runway’s that it was told first', async () => {
    gateway.emulator.settings.outputSeconds = 7_200;
    const task = await bought();
    const [first] = (await settled(task)).output;
    const statusOf = async (url?: string): Promise<number> => (await fetch(url ?? '')).status;
    expect(await statusOf(first?.url)).toBe(200);
    const reads = taskReads().length;
    await clock.leap(7_200_000);
    expect(await statusOf(first?.url)).toBe(404);
    const [second] = (await read(task)).output;
    expect(second?.url).not.toBe(first?.url);
    expect(await statusOf(second?.url)).toBe(200);
    expect(Date.parse(String(second?.expiresAt))).toBeGreaterThan(
      Date.parse(String(first?.expiresAt)),
    );
    expect((await read(task)).output).toEqual([second]);
    expect(taskReads()).toHaveLength(reads + 1);
  });
});
