import { OrganizationUsageDocument } from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, createVideo, untilStatus } from '../support/client/tasks.js';

describe('organizationUsage', () => {
  const clock = new FakeClock('2026-01-02T12:00:00.000Z');
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({}, { clock });
  }, 60_000);
  afterAll(() => gateway.stop());

  it('tells what was used by model and UTC day', async () => {
    const { id } = await createVideo(gateway);
    await untilStatus(gateway, clock, id, 'SUCCEEDED');
    const days = { from: '2026-01-01', before: '2026-01-03' };
    const { organizationUsage } = await gateway.data(OrganizationUsageDocument, days);
    expect(organizationUsage).toEqual({
      results: [
        { date: '2026-01-01', usedCredits: [] },
        { date: '2026-01-02', usedCredits: [{ model: 'gen4.5', amount: 60 }] },
      ],
      resultsByApiKey: [],
    });
  });

  it.each([
    ['no day', '2026-01-02', '2026-01-02'],
    ['days backwards', '2026-01-02', '2026-01-01'],
    ['more than ninety days', '2026-01-01', '2026-04-02'],
  ])('refuses %s without asking Runway', async (_what, from, before) => {
    gateway.emulator.clearRequests();
    const { errors } = await gateway.ask(OrganizationUsageDocument, { from, before });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: 'before', rule: 'range' }],
    });
    expect(gateway.emulator.requests()).toEqual([]);
  });

  it.each(['2026-02-30', '2026-1-2', '2026-01-02T00:00:00Z', 'yesterday', ''])(
    'takes %j for no day, and does not repeat it',
    async (from) => {
      const asked = { from, before: '2026-04-01' };
      const answer = await gateway.ask(OrganizationUsageDocument, asked);
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
        { path: 'from', rule: 'date', allowed: ['YYYY-MM-DD'] },
      ]);
      if (from !== '') expect(JSON.stringify(answer)).not.toContain(from);
    },
  );

  it('takes ninety days', async () => {
    const days = { from: '2026-01-01', before: '2026-04-01' };
    const { organizationUsage } = await gateway.data(OrganizationUsageDocument, days);
    expect(organizationUsage.results).toHaveLength(90);
  });

  it('is for operators', async () => {
    const key = await gateway.keyOf('plain', ['TASK_READ']);
    const days = { from: '2026-01-01', before: '2026-01-03' };
    expect(codesOf(await gateway.ask(OrganizationUsageDocument, days, key))).toEqual(['FORBIDDEN']);
  });
});
