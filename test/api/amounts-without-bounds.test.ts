import {
  OrganizationDocument,
  OrganizationUsageDocument,
  UnconfirmedTasksDocument,
  ViewerBudgetDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { codesOf, createVideo, untilStatus } from '../support/client/tasks.js';

/** 5 s of gen4.5. */
const CREDITS = 60;

const SUBMIT = { method: 'POST', path: '/v1/text_to_video' } as const;
const READ = { method: 'GET', path: '/v1/tasks/{id}' } as const;

/** What a number of credits can be where it is none: JSON allows more than money does. */
const ABSURD = ['1e308', '1e999', '-1e308', '-1', '1000000001', '"60"'];

// Guarantee: no number that Runway names breaks a tenant's budget, or keeps a task from settling.
describe('D27: amounts without bounds', () => {
  const stage = useGateway();

  async function held(): Promise<{ reserved: number; spent: number } | undefined> {
    const { viewer } = await stage.gateway.data(ViewerBudgetDocument, {}, stage.ann);
    return viewer.budget[0];
  }

  it.each(ABSURD)(
    'an estimate of %s leaves the one the task was accepted with',
    async (credits) => {
      const { gateway, clock, ann } = stage;
      const before = (await held())?.spent ?? 0;
      const rawBody = `{"id":"${crypto.randomUUID()}","estimatedCost":{"credits":${credits}}}`;
      gateway.emulator.setFault({ ...SUBMIT, times: 1, status: 200, rawBody });
      const task = await createVideo(gateway, {}, ann);
      expect(task).toMatchObject({ status: 'PENDING', estimate: { credits: CREDITS } });
      expect(await held()).toMatchObject({ reserved: CREDITS, spent: before });
      // The emulator has no such task.
      await untilStatus(gateway, clock, task.id, 'FAILED', ann);
    },
  );

  it.each(ABSURD)(
    'a cost of %s is unknown: the task settles, for an operator to set it',
    async (credits) => {
      const { gateway, clock, ann } = stage;
      const before = (await held())?.spent ?? 0;
      const task = await createVideo(gateway, {}, ann);
      const output = '["https://cdn.example/a.mp4"]';
      const rawBody = `{"id":"${String(task.runwayTaskId)}","status":"SUCCEEDED","output":${output},"estimatedCost":{"credits":${credits}},"cost":{"credits":${credits}}}`;
      gateway.emulator.setFault({ ...READ, status: 200, rawBody });
      const settled = await untilStatus(gateway, clock, task.id, 'SUCCEEDED', ann);
      expect(settled).toMatchObject({ cost: null, estimate: { credits: CREDITS } });
      expect(await held()).toMatchObject({ reserved: 0, spent: before + CREDITS });
      const open = await gateway.data(UnconfirmedTasksDocument, { about: 'COST', first: 1 });
      expect(open.unconfirmedTasks.nodes).toMatchObject([{ task: { id: task.id } }]);
    },
  );

  it.each([
    ['a balance', '"creditBalance":1e308', '"maxConcurrentGenerations":1'],
    ['a limit of the month', '"creditBalance":1,"maxMonthlyCreditSpend":1e13', ''],
    ['a limit of a model', '"creditBalance":1', '"maxConcurrentGenerations":1e308'],
  ])('%s is not passed on, and stops no submission', async (_, ofAccount, ofModel) => {
    const { gateway, clock, ann } = stage;
    const month = ofAccount.includes('maxMonthly') ? '"maxMonthlyCreditSpend":1e13,' : '';
    const rawBody = `{${ofAccount},"tier":{${month}"models":{"gen4.5":{${ofModel}}}}}`;
    gateway.emulator.setFault({ path: '/v1/organization', status: 200, rawBody });
    // What was read before is read again.
    await clock.leap(120_000);
    expect(codesOf(await gateway.ask(OrganizationDocument, {}))).toEqual(['RUNWAY_UNAVAILABLE']);
    const task = await createVideo(gateway, {}, ann);
    await untilStatus(gateway, clock, task.id, 'SUCCEEDED', ann);
  });

  it('a limit that no column holds is no limit', async () => {
    const { gateway, clock, ann } = stage;
    const rawBody =
      '{"creditBalance":1,"tier":{"models":{"gen4.5":{"maxConcurrentGenerations":999999999999}}}}';
    gateway.emulator.setFault({ path: '/v1/organization', status: 200, rawBody });
    await clock.leap(120_000);
    for (let count = 0; count < 2; count += 1) {
      const task = await createVideo(gateway, {}, ann);
      await untilStatus(gateway, clock, task.id, 'SUCCEEDED', ann);
    }
  });

  it.each([
    '{"date":"2026-01-01","usedCredits":[{"model":"m","amount":1e308}]}',
    '{"date":"2026-99-99","usedCredits":[]}',
  ])('a day of use is not passed on: %s', async (day) => {
    const { gateway } = stage;
    const rawBody = `{"results":[${day}],"models":[]}`;
    gateway.emulator.setFault({ path: '/v1/organization/usage', status: 200, rawBody });
    const days = { from: '2026-01-01', before: '2026-01-02' } as never;
    const answer = await gateway.ask(OrganizationUsageDocument, days);
    expect(codesOf(answer)).toEqual(['RUNWAY_UNAVAILABLE']);
  });
});
