import { randomUUID } from 'node:crypto';
import {
  AdjustCostDocument,
  CancelTaskDocument,
  CreateTextToVideoDocument,
  TaskDocument,
  UnconfirmedTasksDocument,
  ViewerBudgetDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

describe('adjustCost', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeEach(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  }, 60_000);
  afterEach(() => gateway.stop());

  async function create(): Promise<string> {
    const { createTextToVideo } = await gateway.data(CreateTextToVideoDocument, {
      input: aVideo(),
    });
    return createTextToVideo.task.id;
  }

  /** A task that was cancelled at Runway, which leaves its cost unknown. */
  async function cancelled(): Promise<string> {
    const id = await create();
    await gateway.data(CancelTaskDocument, { id });
    for (let second = 0; second < 60; second += 1) {
      await clock.advance(1_000);
      const { task } = await gateway.data(TaskDocument, { id });
      if (task.status === 'CANCELLED') return id;
    }
    throw new Error('The task was not cancelled');
  }

  const adjust = async (id: string, credits: number, key?: string) => {
    const { data, errors } = await gateway.ask(AdjustCostDocument, { id, credits }, key);
    return data?.adjustCost?.task.cost ?? errors?.[0]?.extensions.code;
  };
  const day = async () => (await gateway.data(ViewerBudgetDocument, {})).viewer.budget[0];

  it('sets the cost of a task that an operator is shown, and corrects the budget', async () => {
    const id = await cancelled();
    expect(await day()).toMatchObject({ reserved: 0, spent: 60 });
    const open = await gateway.data(UnconfirmedTasksDocument, { about: 'COST' });
    expect(open.unconfirmedTasks.nodes).toMatchObject([{ task: { id, cost: null } }]);

    expect(await adjust(id, 12.5)).toBe(12.5);
    expect(await day()).toMatchObject({ reserved: 0, spent: 12.5 });
    expect(await adjust(id, 13)).toBe('CONFLICT');
  });

  it('refuses live and missing tasks, impossible costs, and who is no operator', async () => {
    const id = await create();
    expect(await adjust(id, 1)).toBe('CONFLICT');
    expect(await adjust(randomUUID(), 1)).toBe('NOT_FOUND');
    expect(await adjust(id, -1)).toBe('BAD_USER_INPUT');
    const key = await gateway.keyOf('ann', ['TASK_READ']);
    expect(await adjust(id, 1, key)).toBe('FORBIDDEN');
  });
});
