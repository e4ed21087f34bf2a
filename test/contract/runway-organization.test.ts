import { UndiciOutwardHttp } from '../../src/adapters/outward/undici-outward-http.js';
import { RunwayClient } from '../../src/adapters/runway/client/runway-client.js';
import { SdkRunwayOrganization } from '../../src/adapters/runway/organization/sdk-runway-organization.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { answering, startFaultServer, type FaultServer } from '../support/runway/fault-server.js';

const PAGE = { limit: 50, cursor: null };
const EVENT_ID = '91d6b4c8-5f2e-4a70-b8c3-e7a0f4d12960';
const LOG = {
  eventId: EVENT_ID,
  timestamp: '2026-01-02T03:04:05.000Z',
  action: 'UserLogin',
  actorEmail: null,
  actorUsername: 'ada',
  actorDeleted: false,
  workspaceId: 1001,
  workspaceName: 'Studio',
};

describe('SdkRunwayOrganization', () => {
  let server: FaultServer;
  let client: RunwayClient;
  afterEach(async () => {
    await client.close();
    await server.close();
  });

  async function answered(status: number, body: unknown): Promise<SdkRunwayOrganization> {
    server = await startFaultServer(answering(status, body));
    client = new RunwayClient({
      outward: new UndiciOutwardHttp(),
      accounts: () => ({ main: { secret: 'key_canary' } }),
      baseUrl: server.url,
      clock: new FakeClock(),
    });
    return new SdkRunwayOrganization(client);
  }
  const asked = (): URL => new URL(server.requests[0]?.path ?? '', server.url);

  it('reads the account’s limits as a list; null is no limit', async () => {
    const runway = await answered(200, {
      creditBalance: -2.5,
      tier: {
        maxMonthlyCreditSpend: null,
        models: {
          'gen4.5': { maxConcurrentGenerations: 2, maxDailyGenerations: 50 },
          'veo3.1': { maxConcurrentGenerations: null, maxDailyGenerations: null },
        },
      },
      usage: { models: { 'gen4.5': { dailyGenerations: 7 } } },
    });
    expect(await runway.retrieve('main')).toEqual({
      creditBalance: -2.5,
      maxMonthlyCreditSpend: null,
      models: [
        {
          model: 'gen4.5',
          maxConcurrentGenerations: 2,
          maxDailyGenerations: 50,
          dailyGenerations: 7,
        },
        {
          model: 'veo3.1',
          maxConcurrentGenerations: null,
          maxDailyGenerations: null,
          dailyGenerations: 0,
        },
      ],
    });
  });

  it('asks for days, and reads what was used by model and by key, what came back included', async () => {
    const runway = await answered(200, {
      models: ['gen4.5'],
      results: [
        { date: '2026-01-02', usedCredits: [{ model: 'gen4.5', amount: -2.5 }] },
        { date: '2026-01-03', usedCredits: [] },
      ],
      resultsByApiKey: [{ date: '2026-01-02', usedCredits: [{ apiKeyId: 'k', amount: 60 }] }],
    });
    expect(await runway.usage('main', '2026-01-02', '2026-01-04')).toEqual({
      results: [
        { date: '2026-01-02', usedCredits: [{ model: 'gen4.5', amount: -2.5 }] },
        { date: '2026-01-03', usedCredits: [] },
      ],
      resultsByApiKey: [{ date: '2026-01-02', usedCredits: [{ apiKeyId: 'k', amount: 60 }] }],
    });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      startDate: '2026-01-02',
      beforeDate: '2026-01-04',
    });
  });

  it.each([
    null,
    [],
    {},
    { results: {} },
    { results: [null] },
    { results: [{ date: '2026-01-02' }] },
    { results: [{ date: 'yesterday', usedCredits: [] }] },
    { results: [{ date: '2026-01-02', usedCredits: [{ model: 7, amount: 1 }] }] },
    { results: [{ date: '2026-01-02', usedCredits: [{ model: 'm', amount: '1' }] }] },
  ])('takes usage %j for no answer', async (body) => {
    const runway = await answered(200, body);
    await expect(runway.usage('main', '2026-01-02', '2026-01-04')).rejects.toMatchObject({
      code: 'RUNWAY_UNAVAILABLE',
    });
  });

  it('asks for the use of avatars from midnight to midnight', async () => {
    const byDay = [{ date: '2026-01-02', sessions: 2, seconds: 61.5 }];
    const usage = { totalSessions: 2, totalSeconds: 61.5, avgDurationSeconds: 31, byDay };
    const runway = await answered(200, usage);
    expect(await runway.avatarUsage('main', '2026-01-02', '2026-01-03')).toEqual(usage);
    expect(Object.fromEntries(asked().searchParams)).toEqual({
      startDate: '2026-01-02T00:00:00.000Z',
      endDate: '2026-01-03T00:00:00.000Z',
    });
  });

  it('joins lists with commas and hands on Runway’s cursor', async () => {
    const runway = await answered(200, { data: [LOG], nextCursor: 'c2' });
    const filter = {
      from: new Date('2026-01-01T00:00:00.000Z'),
      before: new Date('2026-01-03T00:00:00.000Z'),
      organizationId: 'o1',
      workspaceIds: ['1001', '1002'],
      actions: ['UserLogin', 'AssetCreated'],
      actorEmails: ['ada@example.com'],
    };
    const page = await runway.auditLogs('main', filter, { limit: 2, cursor: 'c1' });
    expect(page).toEqual({ items: [LOG], nextCursor: 'c2' });
    expect(asked().pathname).toBe('/v1/organization/webapp/audit_logs');
    expect(Object.fromEntries(asked().searchParams)).toEqual({
      limit: '2',
      cursor: 'c1',
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-01-03T00:00:00.000Z',
      organizationId: 'o1',
      workspaceIds: '1001,1002',
      actions: 'UserLogin,AssetCreated',
      actorEmails: 'ada@example.com',
    });
  });

  it('sends no filter that was not given, and ends at an empty page', async () => {
    const runway = await answered(200, { data: [], nextCursor: 'on and on' });
    expect(await runway.auditLogs('main', {}, PAGE)).toEqual({ items: [], nextCursor: null });
    expect(asked().search).toBe('?limit=50');
  });

  it('reads what people used in the app, what they got back included', async () => {
    const row = {
      timestamp: '2026-01-02T03:04:05.000Z',
      email: 'ada@example.com',
      tool: 'Gen-4.5',
      type: 'refund',
      credits: -60,
      workspaceId: 1001,
      workspaceName: 'Studio',
    };
    const runway = await answered(200, { data: [{ ...row, more: 1 }], nextCursor: null });
    const window = { from: new Date(0), before: new Date(1) };
    expect(await runway.webappUsage('main', window, PAGE)).toEqual({
      items: [row],
      nextCursor: null,
    });
  });

  it('reads an entry of the audit log with its metadata as a list', async () => {
    const details = {
      clientIpAddress: '192.0.2.1',
      userAgent: null,
      requestId: 'r1',
      resourceType: 'user',
      resourceId: null,
    };
    const metadata = { 'Previous role': 'viewer', Mentions: ['a', { b: 1 }] };
    const runway = await answered(200, { ...LOG, ...details, metadata });
    expect(await runway.auditLog('main', EVENT_ID, 'o1')).toEqual({
      ...LOG,
      ...details,
      metadata: [
        { key: 'Previous role', value: 'viewer' },
        { key: 'Mentions', value: ['a', { b: 1 }] },
      ],
    });
    expect(asked().pathname).toBe(`/v1/organization/webapp/audit_logs/${EVENT_ID}`);
    expect(asked().search).toBe('?organizationId=o1');
  });

  it.each([400, 404])('finds no entry where Runway says %d', async (status) => {
    const runway = await answered(status, { error: 'No.' });
    expect(await runway.auditLog('main', EVENT_ID, null)).toBeUndefined();
  });

  it.each([
    [400, 'RUNWAY_REFUSED'],
    [401, 'RUNWAY_UNAUTHORIZED'],
    [404, 'RUNWAY_NOT_FOUND'],
    [429, 'RUNWAY_RATE_LIMITED'],
    [500, 'RUNWAY_UNAVAILABLE'],
  ])('turns %d of a list into %s', async (status, code) => {
    const runway = await answered(status, { error: 'No.' });
    await expect(runway.auditLogs('main', {}, PAGE)).rejects.toMatchObject({ code });
  });
});
