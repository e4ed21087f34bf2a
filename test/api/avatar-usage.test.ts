import { SEEDED_AT } from '../../src/emulator/resources/seeded.js';
import { AvatarUsageDocument } from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

describe('avatarUsage', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  }, 60_000);
  afterAll(() => gateway.stop());

  it('tells how long avatars were talked to, day by day', async () => {
    const [from = ''] = SEEDED_AT.split('T');
    const days = { from, before: '2026-01-03' };
    const { avatarUsage } = await gateway.data(AvatarUsageDocument, days);
    // The emulator's one conversation that was held elsewhere.
    expect(avatarUsage).toEqual({
      totalSessions: 1,
      totalSeconds: 42,
      avgDurationSeconds: 42,
      byDay: [
        { date: '2026-01-01', sessions: 1, seconds: 42 },
        { date: '2026-01-02', sessions: 0, seconds: 0 },
      ],
    });
  });

  it('refuses more than ninety days', async () => {
    const days = { from: '2026-01-01', before: '2026-04-02' };
    const { errors } = await gateway.ask(AvatarUsageDocument, days);
    expect(errors?.[0]?.extensions.issues).toMatchObject([{ path: 'before', rule: 'range' }]);
  });

  it('is for operators', async () => {
    const key = await gateway.keyOf('plain', ['AVATAR_READ']);
    const days = { from: '2026-01-01', before: '2026-01-02' };
    expect(codesOf(await gateway.ask(AvatarUsageDocument, days, key))).toEqual(['FORBIDDEN']);
  });
});
