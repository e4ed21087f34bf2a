import { randomUUID } from 'node:crypto';
import {
  AdjustCostDocument,
  CorrectTaskDocument,
  CreateTextToVideoDocument,
  DeleteTaskDocument,
  ResolveTaskDocument,
  ResubmitTaskDocument,
  TaskUpdatedDocument,
  TasksUpdatedDocument,
  UnconfirmedTasksDocument,
  ViewerBudgetDocument,
  type CorrectTaskInput,
  type TaskFieldsFragment,
} from '../../client/src/generated/graphql.js';
import { FailingWrites } from '../support/store/failing-writes.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { aVideo } from '../support/client/inputs.js';
import { openStream } from '../support/client/streams.js';
import { codesOf, postsTo, readTask, untilStatus } from '../support/client/tasks.js';
import { createUnconfirmed } from '../support/client/unconfirmed.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

const PATH = '/v1/text_to_video';

/** 5 s of gen4.5. */
const CREDITS = 60;

/** Past every lease, and the sweep after it. */
const LEASE_MS = 200_000;

describe('correctTask', () => {
  const writes = new FailingWrites();
  const stage = useGateway({}, { wrapPool: writes.wrapPool });
  afterEach(() => {
    writes.isStruck = () => false;
    writes.count = 0;
  });

  const correct = async (id: string, input: CorrectTaskInput, key?: string) => {
    const { data, errors } = await stage.gateway.ask(CorrectTaskDocument, { id, input }, key);
    return data?.correctTask?.task ?? errors?.[0]?.extensions.code;
  };
  const dismiss = (id: string) =>
    stage.gateway.data(ResolveTaskDocument, { id, input: { notSubmitted: true } });

  async function holding(): Promise<{ reserved: number; spent: number }> {
    const { viewer } = await stage.gateway.data(ViewerBudgetDocument, {}, stage.ann);
    const [day] = viewer.budget;
    return { reserved: day?.reserved ?? -1, spent: day?.spent ?? -1 };
  }

  /**
   * An UNCONFIRMED task that Runway has accepted: the node holds the answer, and cannot write it down
   * until `release` is called.
   */
  async function heldAnswer(): Promise<{ id: string; release: () => void }> {
    const { gateway, clock, ann } = stage;
    let isAway = true;
    // What writes the first acceptance down, and nothing else.
    let struck: string | undefined;
    writes.isStruck = (name, [changes]) => {
      if (!isAway || !/^change_(?:free_)?tasks$/.test(name)) return false;
      const given = JSON.parse(String(changes)) as { id: string; submission_status?: string }[];
      const submitted = given.find((one) => one.submission_status === 'submitted');
      struck ??= submitted?.id;
      return submitted !== undefined && submitted.id === struck;
    };
    const idempotencyKey = randomUUID();
    const asked = gateway.ask(CreateTextToVideoDocument, { input: aVideo(), idempotencyKey }, ann);
    await clock.until(() => writes.count > 0);
    await clock.leap(LEASE_MS);
    const { data } = await asked;
    const id = data?.createTextToVideo?.task.id ?? '';
    await untilStatus(gateway, clock, id, 'UNCONFIRMED', ann);
    return {
      id,
      release: () => {
        isAway = false;
      },
    };
  }

  // Guarantee: what Runway has accepted is followed and paid for, whatever people have said of it.
  describe('D21: where the node that holds Runway’s answer comes back', () => {
    it('after the task was said never to have been sent, it is live again', async () => {
      const { gateway, clock, ann } = stage;
      const before = await holding();
      const { id, release } = await heldAnswer();
      const watching = openStream(gateway.url, ann, TaskUpdatedDocument, { id });
      const after = (await watching.next())?.taskUpdated.cursor ?? '';
      await dismiss(id);
      // Who watches is told of the settlement, and of no more.
      expect((await watching.next())?.taskUpdated.task.status).toBe('FAILED');
      expect(await watching.next()).toBeUndefined();
      expect(await holding()).toEqual(before);
      // Its owner buys it again: that is another request, and both are paid.
      await gateway.data(ResubmitTaskDocument, { id }, ann);

      release();
      const done = await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
      expect(done).toMatchObject({ cost: CREDITS, failure: null, runwayTaskId: expect.anything() });
      expect(done.output).toHaveLength(1);
      await clock.advance(60_000);
      expect(await holding()).toEqual({ reserved: 0, spent: before.spent + 2 * CREDITS });
      expect(postsTo(gateway, PATH)).toBe(2);

      // Who returns with a cursor is told of what came after.
      const back = openStream(gateway.url, ann, TasksUpdatedDocument, { after });
      const told: string[] = [];
      while (told.at(-1) !== 'SUCCEEDED') {
        const event = (await whileTimePasses(clock, back.next()))?.tasksUpdated;
        if (event?.task.id === id) told.push(event.task.status);
      }
      await back.close();
      expect(told.slice(0, 2)).toEqual(['FAILED', 'PENDING']);
    });

    it('after another id was named for it, it is followed under its own', async () => {
      const { gateway, clock, ann } = stage;
      const before = await holding();
      const { id, release } = await heldAnswer();
      const wrong = randomUUID();
      await gateway.data(ResolveTaskDocument, { id, input: { runwayTaskId: wrong } });
      release();
      const done = await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
      expect(done.runwayTaskId).not.toBe(wrong);
      expect(await holding()).toEqual({ reserved: 0, spent: before.spent + CREDITS });
      expect(await correct(id, { runwayTaskId: wrong })).toBe('CONFLICT');
    });

    it('after its owner has deleted it, its charge counts and can be set', async () => {
      const { gateway, clock, ann } = stage;
      const before = await holding();
      const { id, release } = await heldAnswer();
      await dismiss(id);
      await gateway.data(DeleteTaskDocument, { id }, ann);
      release();
      await clock.until(async () => (await holding()).spent === before.spent + CREDITS);
      const open = await gateway.data(UnconfirmedTasksDocument, { about: 'COST' });
      expect(open.unconfirmedTasks.nodes).toMatchObject([{ task: { id, cost: null } }]);
      await gateway.data(AdjustCostDocument, { id, credits: 12 });
      expect(await holding()).toEqual({ reserved: 0, spent: before.spent + 12 });
      expect(codesOf(await gateway.ask(AdjustCostDocument, { id, credits: 13 }))).toEqual([
        'CONFLICT',
      ]);
    });
  });

  it('D21: follows what an operator had dismissed, and takes that back too', async () => {
    const { gateway, ann } = stage;
    const before = await holding();
    const id = await createUnconfirmed(gateway, ann);
    expect(await correct(id, { notSubmitted: true })).toBe('CONFLICT');
    await dismiss(id);
    const runwayTaskId = randomUUID();
    expect(await correct(id, { runwayTaskId: runwayTaskId.toUpperCase() })).toMatchObject({
      status: 'PENDING',
      runwayTaskId,
      settledAt: null,
      cost: null,
    });
    expect(await holding()).toEqual({ reserved: CREDITS, spent: before.spent });
    expect(await correct(id, { notSubmitted: true })).toMatchObject({
      status: 'FAILED',
      failure: { code: 'NOT_SUBMITTED' },
      cost: 0,
      runwayTaskId: null,
    });
    expect(await holding()).toEqual(before);
    expect((await readTask(gateway, id, ann)).status).toBe('FAILED');
  });

  it('D21: replaces a cost that was set before', async () => {
    const { gateway, ann } = stage;
    const before = await holding();
    const id = await createUnconfirmed(gateway, ann);
    expect(await correct(id, { credits: 1 })).toBe('CONFLICT');
    await dismiss(id);
    const task = (await correct(id, { credits: 7.5 })) as TaskFieldsFragment;
    expect(task.cost).toBe(7.5);
    expect(await holding()).toEqual({ reserved: 0, spent: before.spent + 7.5 });
  });

  it('wants one way, an id as Runway makes them, a possible cost, a task and an operator', async () => {
    const { gateway, ann } = stage;
    const id = await createUnconfirmed(gateway, ann);
    await dismiss(id);
    expect(await correct(id, { runwayTaskId: '../x' })).toBe('BAD_USER_INPUT');
    expect(await correct(id, { notSubmitted: false })).toBe('BAD_USER_INPUT');
    expect(await correct(id, { credits: -1 })).toBe('BAD_USER_INPUT');
    expect(await correct(id, {} as never)).toBe('BAD_USER_INPUT');
    expect(await correct(randomUUID(), { credits: 1 })).toBe('NOT_FOUND');
    expect(await correct(id, { credits: 1 }, ann)).toBe('FORBIDDEN');
  });
});
