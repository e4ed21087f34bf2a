// Guarantee: a tenant sees what its own tasks cost, and nothing of another tenant's.
import { DeleteTaskDocument, UsageDocument } from '../../client/src/generated/graphql.js';
import { createVideo, codesOf, untilStatus } from '../support/client/tasks.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { FakeClock } from '../support/time/fake-clock.js';

const DAY_MS = 86_400_000;
const PRICE = 60;

describe('usage', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let ann: string;
  let bob: string;
  let today: string;
  let tomorrow: string;

  const dayAfter = (days: number): string =>
    new Date(clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    gateway.emulator.settings.concurrency = null;
    ann = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ', 'TASK_DELETE']);
    bob = await gateway.keyOf('bob', ['GENERATE_VIDEO', 'TASK_READ']);
    [today, tomorrow] = [dayAfter(0), dayAfter(1)];
    for (const label of ['spring', 'spring', 'autumn']) {
      const { id } = await createVideo(gateway, { label }, ann);
      await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
      if (label === 'autumn') await gateway.data(DeleteTaskDocument, { id }, ann);
    }
    await createVideo(gateway, { label: 'winter' }, bob);
    gateway.emulator.clearRequests();
  });

  afterAll(() => gateway.stop());

  const usage = async (by?: readonly ('DAY' | 'MODEL' | 'KEY' | 'LABEL')[], key = ann) => {
    const period = { from: today, before: tomorrow };
    const input = by === undefined ? period : { ...period, by: [...by] };
    return (await gateway.data(UsageDocument, { input }, key)).usage;
  };

  it('groups by day and model, deleted tasks included', async () => {
    const { rows, hasMore } = await usage();
    const group = { day: today, model: 'gen4.5', subject: null, label: null };
    expect(rows).toEqual([{ ...group, tasks: 3, reserved: 0, spent: 3 * PRICE }]);
    expect(hasMore).toBe(false);
  });

  it('groups by label, of which a deleted task has none left', async () => {
    const groups = (await usage(['LABEL'])).rows.map(({ label, tasks }) => [label, tasks]);
    expect(groups).toEqual([
      ['spring', 2],
      [null, 1],
    ]);
  });

  it('groups by key, and holds what is not settled apart', async () => {
    const { rows } = await usage(['KEY'], bob);
    expect(rows).toEqual([
      {
        day: null,
        model: null,
        subject: expect.stringMatching(/^key:/) as unknown,
        label: null,
        tasks: 1,
        reserved: PRICE,
        spent: 0,
      },
    ]);
  });

  it('is one group for the period without a dimension, and none on other days', async () => {
    expect((await usage([])).rows).toMatchObject([{ tasks: 3, day: null }]);
    const input = { from: tomorrow, before: dayAfter(2) };
    expect((await gateway.data(UsageDocument, { input }, ann)).usage.rows).toEqual([]);
  });

  it('shows nothing of another tenant', async () => {
    const { rows } = await usage(['KEY', 'LABEL'], bob);
    expect(JSON.stringify(rows)).not.toContain('spring');
    expect((await usage([], gateway.operatorKey)).rows).toEqual([]);
  });

  it('refuses a period of no days and of more than 90', async () => {
    for (const before of [today, dayAfter(91)]) {
      const answer = await gateway.ask(UsageDocument, { input: { from: today, before } }, ann);
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
        { path: 'input.before', rule: 'range' },
      ]);
    }
  });

  it('asks Runway for nothing', () => {
    expect(gateway.emulator.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
