import type { Fault } from '../../src/emulator/control/faults.js';
import {
  CorrectTaskDocument,
  ResolveTaskDocument,
  TaskUpdatedDocument,
  UnconfirmedTasksDocument,
  ViewerBudgetDocument,
  type OpenQuestion,
  type TaskFieldsFragment,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { openStream } from '../support/client/streams.js';
import { codesOf, createVideo, postsTo, readTask, untilStatus } from '../support/client/tasks.js';

/** 5 s of gen4.5. */
const CREDITS = 60;

const DAY_MS = 86_400_000;

// Guarantee: no task holds its slot and its credits for ever, and none is ended for a passing fault.
describe('D28: a live task of which Runway tells', () => {
  const stage = useGateway();

  const taskReads = (id: string | null): number =>
    stage.gateway.emulator.requests().filter(({ path }) => path === `/v1/tasks/${String(id)}`)
      .length;
  async function holding(): Promise<{ reserved: number; spent: number }> {
    const { viewer } = await stage.gateway.data(ViewerBudgetDocument, {}, stage.ann);
    const month = viewer.budget.find(({ period }) => period === 'MONTH');
    return { reserved: month?.reserved ?? -1, spent: month?.spent ?? -1 };
  }
  async function open(about: OpenQuestion): Promise<(string | undefined)[]> {
    const { unconfirmedTasks } = await stage.gateway.data(UnconfirmedTasksDocument, { about });
    return unconfirmedTasks.nodes.map(({ task }) => task.id);
  }
  const settled = ({ id }: TaskFieldsFragment): Promise<TaskFieldsFragment> =>
    stage.clock.until(
      async () => {
        const now = await readTask(stage.gateway, id, stage.ann);
        return now.settledAt !== null && now;
      },
      { stepMs: 5_000, steps: 120, strides: true },
    );

  it.each<[string, object]>([
    ['an end that is not known', { status: 'CANCELED' }],
    ['an output that no client can open', { status: 'SUCCEEDED', output: ['file:///a.mp4'] }],
    ['no status', {}],
    ['the id of another', { id: 'another', status: 'RUNNING' }],
  ])('%s has failed after five such answers in a row', async (_, body) => {
    const { gateway, clock, ann } = stage;
    const before = await holding();
    const task = await createVideo(gateway, {}, ann);
    const id = String(task.runwayTaskId);
    const strike = (fault: Partial<Fault>): void => {
      gateway.emulator.setFault({ method: 'GET', path: `/v1/tasks/${id}`, ...fault });
    };
    strike({ times: 4, body: { id, ...body } });
    strike({ times: 1, body: { id, status: 'RUNNING', progress: 0.5 } });
    strike({ times: 2, body: { id, ...body } });
    strike({ times: 2, rawBody: '{"id":' });
    strike({ times: 1, reset: 'afterRead' });
    strike({ body: { id, ...body } });
    expect(await settled(task)).toMatchObject({
      status: 'FAILED',
      failure: { code: 'RUNWAY_UNINTELLIGIBLE', retryable: false },
      progress: 0.5,
      cost: null,
    });
    // Four, one that made sense, five; what broke off is none of them.
    expect(taskReads(id)).toBe(4 + 1 + 5 + 3);
    expect(await open('COST')).toContain(task.id);
    expect(await holding()).toEqual({ reserved: 0, spent: before.spent + CREDITS });

    // An operator finds out, and it is followed again to its end: a new event for its watchers.
    gateway.emulator.clearFaults();
    strike({ body: { id, status: 'RUNNING', progress: 0.5 } });
    const stream = openStream(gateway.url, ann, TaskUpdatedDocument, { id: task.id });
    const cursor = (await stream.next())?.taskUpdated.cursor ?? '';
    expect(await stream.next()).toBeUndefined();
    const input = { runwayTaskId: id };
    const corrected = await gateway.data(CorrectTaskDocument, { id: task.id, input });
    expect(corrected.correctTask.task).toMatchObject({ status: 'PENDING', settledAt: null });
    expect(await holding()).toEqual({ reserved: CREDITS, spent: before.spent });
    gateway.emulator.clearFaults();
    await untilStatus(gateway, clock, task.id, 'SUCCEEDED', ann);
    expect(await holding()).toEqual({ reserved: 0, spent: before.spent + CREDITS });
    const back = openStream(gateway.url, ann, TaskUpdatedDocument, { id: task.id, after: cursor });
    const told: string[] = [];
    for (let next = await back.next(); next !== undefined; next = await back.next()) {
      told.push(next.taskUpdated.task.status);
    }
    expect([told[0], told.at(-1)]).toEqual(['PENDING', 'SUCCEEDED']);
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(1);
  });

  it.each<[string, Partial<Fault>]>([
    ['nothing: broken bodies', { rawBody: '{"id":' }],
    ['nothing: answers of something in between', { body: { message: 'Down for maintenance.' } }],
    ['nothing: outages', { status: 500, body: { error: 'x' } }],
  ])('%s, is followed for as long as that lasts', async (_, fault) => {
    const { gateway, clock, ann } = stage;
    const task = await createVideo(gateway, {}, ann);
    gateway.emulator.setFault({ method: 'GET', path: '/v1/tasks/{id}', ...fault });
    await clock.stride(120_000);
    await clock.leap(2 * DAY_MS);
    await clock.stride(120_000);
    expect((await readTask(gateway, task.id, ann)).settledAt).toBeNull();
    expect(await open('STATE')).toEqual([]);
    gateway.emulator.clearFaults();
    expect((await settled(task)).status).toBe('SUCCEEDED');
  });

  it('a status that may be a live one is followed for a day', async () => {
    const { gateway, clock, ann } = stage;
    const task = await createVideo(gateway, {}, ann);
    const body = { id: task.runwayTaskId, status: 'DREAMING' };
    gateway.emulator.setFault({ method: 'GET', path: '/v1/tasks/{id}', body });
    await clock.stride(120_000);
    expect((await readTask(gateway, task.id, ann)).status).toBe('PENDING');
    expect(await open('STATE')).toEqual([task.id]);
    await clock.leap(DAY_MS - 200_000);
    await clock.stride(10_000, 5_000);
    expect((await readTask(gateway, task.id, ann)).settledAt).toBeNull();
    await clock.leap(200_000);
    expect((await settled(task)).failure).toMatchObject({ code: 'RUNWAY_UNINTELLIGIBLE' });
  });

  it('as strangely as of all others, is waited for', async () => {
    const { gateway, clock, ann } = stage;
    const tasks: TaskFieldsFragment[] = [];
    for (let count = 0; count < 5; count += 1) tasks.push(await createVideo(gateway, {}, ann));
    const body = { id: 'another', status: 'RUNNING' };
    gateway.emulator.setFault({ method: 'GET', path: '/v1/tasks/{id}', body });
    await clock.stride(300_000);
    for (const { id } of tasks) {
      expect((await readTask(gateway, id, ann)).settledAt).toBeNull();
    }
    gateway.emulator.clearFaults();
    for (const task of tasks) expect((await settled(task)).status).toBe('SUCCEEDED');
  });

  it('nothing that makes sense is ended by an operator before, but none that reads well', async () => {
    const { gateway, clock, ann } = stage;
    const task = await createVideo(gateway, {}, ann);
    const end = () => gateway.ask(ResolveTaskDocument, { id: task.id, input: { ended: true } });
    expect(codesOf(await end())).toEqual(['CONFLICT']);
    const body = { id: task.runwayTaskId, status: 'DREAMING' };
    gateway.emulator.setFault({ method: 'GET', path: '/v1/tasks/{id}', body });
    await clock.stride(10_000, 5_000);
    expect((await end()).data?.resolveTask?.task).toMatchObject({
      status: 'FAILED',
      failure: { code: 'RUNWAY_UNINTELLIGIBLE' },
      cost: null,
    });
    const reads = taskReads(task.runwayTaskId);
    await clock.stride(30_000, 5_000);
    expect(taskReads(task.runwayTaskId)).toBe(reads);
  });
});
