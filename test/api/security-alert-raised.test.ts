import {
  SecurityAlertRaisedDocument,
  SecurityAlertsDocument,
} from '../../client/src/generated/graphql.js';
import { beRefused, idOf } from '../support/client/alerts.js';
import { openStream } from '../support/client/streams.js';
import { EVERY_ALERT } from '../support/gateway/no-alerts.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { FakeClock } from '../support/time/fake-clock.js';

describe('securityAlertRaised', () => {
  let gateway: TestGateway;
  let clock: FakeClock;
  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway(EVERY_ALERT, { clock });
  }, 120_000);
  afterAll(() => gateway.stop());

  const follow = (after?: string) =>
    openStream(gateway.url, gateway.operatorKey, SecurityAlertRaisedDocument, {
      ...(after !== undefined && { after }),
    });

  /** The next event, while time passes. */
  async function nextOf(stream: ReturnType<typeof follow>) {
    let isThere = false;
    const next = stream.next().finally(() => {
      isThere = true;
    });
    await clock.until(() => isThere, { stepMs: 500 });
    return (await next)?.securityAlertRaised;
  }

  async function attack(tenant: string): Promise<string> {
    const key = await gateway.keyOf(tenant, ['TASK_READ']);
    await beRefused(gateway, key, 20);
    return `key:${idOf(key)}`;
  }

  it('L4: tells an operator of each alert once, and goes on after a cursor', async () => {
    const stream = follow();
    const first = nextOf(stream);
    const ann = await attack('ann');
    const event = await first;
    expect(event?.alert).toMatchObject({ rule: 'denials_of_caller', subject: ann });
    const { securityAlerts } = await gateway.data(SecurityAlertsDocument, {});
    expect(securityAlerts.nodes).toEqual([event?.alert]);
    const second = nextOf(stream);
    const bob = await attack('bob');
    expect((await second)?.alert.subject).toBe(bob);
    await stream.close();

    const later = follow(event?.cursor);
    expect((await nextOf(later))?.alert.subject).toBe(bob);
    await later.close();
  });

  it('refuses a cursor of the future and of another list', async () => {
    for (const text of ['alert 999', 'event 1']) {
      const stream = follow(Buffer.from(text).toString('base64url'));
      await expect(stream.next()).rejects.toThrow(/BAD_USER_INPUT|cursor/);
      await stream.close().catch(() => undefined);
    }
  });
});
