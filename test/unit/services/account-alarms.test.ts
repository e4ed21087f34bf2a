import type { Organization } from '../../../src/domain/organization/organization.js';
import { UndiciOutwardHttp } from '../../../src/adapters/outward/undici-outward-http.js';
import { RunwayClient } from '../../../src/adapters/runway/client/runway-client.js';
import { SdkRunwayOrganization } from '../../../src/adapters/runway/organization/sdk-runway-organization.js';
import { AccountAlarms } from '../../../src/services/organization/account-alarms.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import {
  httpAnswer,
  startFaultServer,
  type FaultServer,
} from '../../support/runway/fault-server.js';
import type { LogRecord } from '../../support/gateway/services.js';

const DAY_MS = 86_400_000;

describe('AccountAlarms', () => {
  let server: FaultServer;
  let client: RunwayClient;
  let clock: FakeClock;
  let logged: LogRecord[];
  let alarms: AccountAlarms;
  /** What Runway says was used this month; null: it does not say. */
  let spent: number | null;

  beforeEach(async () => {
    spent = 0;
    logged = [];
    clock = new FakeClock('2026-01-15T12:00:00.000Z');
    server = await startFaultServer({
      onRequest: (socket) => {
        const used = [{ model: 'gen4.5', amount: spent }];
        const body = { models: [], results: [{ date: '2026-01-02', usedCredits: used }] };
        socket.write(httpAnswer(spent === null ? 500 : 200, JSON.stringify(body)));
      },
    });
    client = new RunwayClient({
      outward: new UndiciOutwardHttp(),
      accounts: () => ({ main: { secret: 'key_test' } }),
      baseUrl: server.url,
      clock,
    });
    const record = (level: LogRecord['level']) => (fields: object, message: string) => {
      logged.push({ level, fields, message });
    };
    alarms = new AccountAlarms({
      runway: new SdkRunwayOrganization(client),
      clock,
      log: {
        debug: record('debug'),
        info: record('info'),
        warn: record('warn'),
        error: record('error'),
      },
    });
  });
  afterEach(async () => {
    await client.close();
    await server.close();
    expect(clock.sleeperCount).toBe(0);
  });

  function organization(changes: Partial<Organization> = {}): Organization {
    return { creditBalance: 1_000_000, maxMonthlyCreditSpend: null, models: [], ...changes };
  }
  const generations = (dailyGenerations: number, maxDailyGenerations: number | null) =>
    organization({
      models: [
        {
          model: 'gen4.5',
          maxConcurrentGenerations: 2,
          maxDailyGenerations,
          dailyGenerations,
        },
      ],
    });

  /** What was logged since the last look. */
  const told = () => logged.splice(0).map(({ level, fields }) => ({ level, ...fields }));

  it('M14: tells of daily generations once at 70, 85 and 95 %, and again the next day', async () => {
    await alarms.judge('main', generations(69, 100));
    expect(told()).toEqual([]);
    await alarms.judge('main', generations(70, 100));
    await alarms.judge('main', generations(84, 100));
    const subject = { account: 'main', model: 'gen4.5' };
    expect(told()).toEqual([{ level: 'warn', ...subject, percentage: 70, used: 70, max: 100 }]);
    await alarms.judge('main', generations(85, 100));
    expect(told()).toMatchObject([{ level: 'warn', percentage: 85 }]);
    await alarms.judge('main', generations(100, 100));
    await alarms.judge('main', generations(70, 100));
    expect(told()).toMatchObject([{ level: 'error', percentage: 95 }]);
    await clock.advance(DAY_MS);
    await alarms.judge('main', generations(100, 100));
    expect(told()).toMatchObject([{ level: 'error', percentage: 95 }]);
  });

  it('knows models and accounts apart, and says nothing where there is no limit', async () => {
    await alarms.judge('main', generations(1_000, null));
    await alarms.judge('main', generations(1_000, 0));
    expect(told()).toEqual([]);
    await alarms.judge('main', generations(70, 100));
    await alarms.judge('other', generations(70, 100));
    expect(told()).toMatchObject([{ account: 'main' }, { account: 'other' }]);
  });

  it('tells of the month’s spend, looking at it a minute after the start and every ten', async () => {
    spent = 850;
    const limited = organization({ maxMonthlyCreditSpend: 1_000 });
    await alarms.judge('main', limited);
    expect(server.requests).toEqual([]);
    await clock.advance(60_000);
    await alarms.judge('main', limited);
    expect(told()).toMatchObject([
      { level: 'warn', account: 'main', model: null, percentage: 85, used: 850, max: 1_000 },
    ]);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      startDate: '2026-01-01',
      beforeDate: '2026-01-16',
    });
    spent = 960;
    await alarms.judge('main', limited);
    expect(told()).toEqual([]);
    await clock.advance(600_000);
    await alarms.judge('main', limited);
    expect(told()).toMatchObject([{ level: 'error', percentage: 95, used: 960 }]);
    expect(server.requests).toHaveLength(2);
  });

  it('tells of the credits that are gone of all that there were this month', async () => {
    spent = 700;
    await alarms.judge('main', organization({ creditBalance: 300 }));
    await clock.advance(60_000);
    await alarms.judge('main', organization({ creditBalance: 300 }));
    expect(told()).toMatchObject([{ level: 'warn', percentage: 70, used: 700, max: 1_000 }]);
    await alarms.judge('main', organization({ creditBalance: -5 }));
    expect(told()).toMatchObject([{ level: 'error', percentage: 95 }]);
  });

  it('goes on without what Runway does not tell', async () => {
    await alarms.judge('main', organization());
    await clock.advance(60_000);
    spent = null;
    await alarms.judge('main', generations(70, 100));
    expect(told()).toMatchObject([{ percentage: 70 }, { level: 'warn', account: 'main' }]);
    spent = 1_000;
    await clock.advance(600_000);
    await alarms.judge('main', organization({ maxMonthlyCreditSpend: 1_000 }));
    expect(told()).toMatchObject([{ level: 'error', percentage: 95 }]);
  });
});
