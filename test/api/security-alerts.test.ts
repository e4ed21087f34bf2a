// Guarantee: each suspicious pattern of the table of rules raises one alert when its threshold is
// reached, and none before, in less than a minute; while it goes on it stays one alert.
import {
  RevokeApiKeyDocument,
  SecurityAlertsDocument,
} from '../../client/src/generated/graphql.js';
import {
  alertsOf,
  beRefused,
  guessIds,
  idOf,
  send,
  untilAlerts,
  VIEWER,
  wrongSecretOf,
} from '../support/client/alerts.js';
import { aVideo } from '../support/client/inputs.js';
import { codesOf, createVideo, untilStatus } from '../support/client/tasks.js';
import { EVERY_ALERT } from '../support/gateway/no-alerts.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { FakeClock } from '../support/time/fake-clock.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('securityAlerts', () => {
  let gateway: TestGateway;
  let clock: FakeClock;
  let log: RecordedLog;
  beforeAll(async () => {
    clock = new FakeClock();
    log = new RecordedLog();
    const environment = {
      ...EVERY_ALERT,
      TRUSTED_PROXIES: 'loopback',
      ALERT_SPEND_FLOOR_CREDITS: '100',
    };
    gateway = await startGateway(environment, { clock, log });
    gateway.emulator.settings.concurrency = null;
  }, 120_000);
  afterAll(() => gateway.stop());

  it('L4: 20 refusals of a caller for lacking scopes in a minute are one alert, with log and record', async () => {
    const key = await gateway.keyOf('tenant-a', ['TASK_READ']);
    await beRefused(gateway, key, 19);
    expect(await alertsOf(gateway, clock, 'denials_of_caller', { tenant: 'tenant-a' })).toEqual([]);
    await beRefused(gateway, key, 1);
    const [alert] = await untilAlerts(gateway, clock, 'denials_of_caller', 1, {
      tenant: 'tenant-a',
    });
    expect(alert).toMatchObject({
      severity: 'WARNING',
      subject: `key:${idOf(key)}`,
      tenant: 'tenant-a',
      apiKey: idOf(key),
      address: null,
      count: 20,
      threshold: 20,
      answer: null,
    });
    await beRefused(gateway, key, 30);
    const after = await alertsOf(gateway, clock, 'denials_of_caller', { tenant: 'tenant-a' });
    expect(after).toMatchObject([{ id: alert?.id, count: 50 }]);
    expect(log.lines.filter((line) => line.includes('"event":"securityAlert"'))).toEqual([
      expect.stringMatching(/"owasp":"authz_fail".*"rule":"denials_of_caller"/),
    ]);
    const records = await gateway.post({
      query: '{ auditEvents(filter: { event: SECURITY_ALERT }) { nodes { tenant objects } } }',
    });
    expect(await records.json()).toMatchObject({
      data: {
        auditEvents: {
          nodes: [
            {
              tenant: 'tenant-a',
              objects: [`alert:${alert?.id ?? ''}`, 'rule:denials_of_caller', `key:${idOf(key)}`],
            },
          ],
        },
      },
    });
  });

  it('raises it again when it goes on after the quiet time, and not for what is a minute old', async () => {
    const key = await gateway.keyOf('tenant-b', ['TASK_READ']);
    await beRefused(gateway, key, 20);
    await untilAlerts(gateway, clock, 'denials_of_caller', 1, { tenant: 'tenant-b' });
    await clock.leap(16 * MINUTE_MS);
    expect(
      await alertsOf(gateway, clock, 'denials_of_caller', { tenant: 'tenant-b' }),
    ).toHaveLength(1);
    await beRefused(gateway, key, 20);
    expect(
      await untilAlerts(gateway, clock, 'denials_of_caller', 2, { tenant: 'tenant-b' }),
    ).toHaveLength(2);
  });

  it('tells of an address whose callers are refused, whatever keys they have', async () => {
    const keys = [
      await gateway.keyOf('tenant-c', ['TASK_READ']),
      await gateway.keyOf('tenant-c2', ['TASK_READ']),
      await gateway.keyOf('tenant-c3', ['TASK_READ']),
      await gateway.keyOf('tenant-c4', ['TASK_READ']),
    ];
    for (const key of keys) await beRefused(gateway, key, 15, '2001:db8::1');
    // The address of all other tests may have had its own alert.
    const alert = await clock.until(
      async () => {
        const alerts = await untilAlerts(gateway, clock, 'denials_of_address', 1);
        return alerts.find(({ address }) => address?.startsWith('2001:'));
      },
      { stepMs: 5_000, steps: 12, strides: true },
    );
    expect(alert).toMatchObject({
      subject: 'address:2001:db8::/56',
      address: '2001:db8::/56',
      tenant: null,
      count: 60,
    });
    expect(await alertsOf(gateway, clock, 'denials_of_caller', { tenant: 'tenant-c' })).toEqual([]);
  });

  it('L4: 30 wrong credentials of one address in 10 minutes are one alert', async () => {
    const key = await gateway.keyOf('tenant-d', ['TASK_READ']);
    const guess = () => send(gateway, VIEWER, wrongSecretOf(key), '192.0.2.1');
    for (let time = 0; time < 29; time += 1) await guess();
    await send(gateway, VIEWER, wrongSecretOf(key), '192.0.2.2');
    expect(await alertsOf(gateway, clock, 'credential_stuffing')).toEqual([]);
    await guess();
    const alerts = await untilAlerts(gateway, clock, 'credential_stuffing', 1);
    expect(alerts).toMatchObject([
      { subject: 'address:192.0.2.1', severity: 'CRITICAL', count: 30, apiKey: null },
    ]);
  });

  it('tells of a key whose secret is guessed from everywhere, and the key stays good', async () => {
    const key = await gateway.keyOf('tenant-e', ['TASK_READ']);
    for (let time = 0; time < 29; time += 1) {
      await send(gateway, VIEWER, wrongSecretOf(key), `192.0.2.${String(time)}`);
      await send(gateway, VIEWER, 'rgk_nothere00_AbcdefghijklmnopqrstuvwxAAAAAA', '198.51.100.1');
    }
    expect(await alertsOf(gateway, clock, 'attacked_key', { tenant: 'tenant-e' })).toEqual([]);
    await send(gateway, VIEWER, wrongSecretOf(key), '198.51.100.2');
    const alerts = await untilAlerts(gateway, clock, 'attacked_key', 1, { tenant: 'tenant-e' });
    // Nothing of a key that a client made up.
    expect(alerts).toMatchObject([
      { subject: `key:${idOf(key)}`, tenant: 'tenant-e', answer: null },
    ]);
    expect(await send(gateway, VIEWER, key)).toBe(200);
  });

  it('L4: a revoked key that comes back is an alert, and a guess at its secret is none', async () => {
    const key = await gateway.keyOf('tenant-f', ['TASK_READ']);
    await gateway.data(RevokeApiKeyDocument, { id: idOf(key) });
    await send(gateway, VIEWER, wrongSecretOf(key));
    expect(await alertsOf(gateway, clock, 'ended_credential', { tenant: 'tenant-f' })).toEqual([]);
    await send(gateway, VIEWER, key);
    const alerts = await untilAlerts(gateway, clock, 'ended_credential', 1, { tenant: 'tenant-f' });
    expect(alerts).toMatchObject([{ subject: `key:${idOf(key)}`, tenant: 'tenant-f', count: 1 }]);
  });

  it('tells of a key in a new network, but not of its first one, nor of one that it knows', async () => {
    const key = await gateway.keyOf('tenant-g', ['TASK_READ']);
    await send(gateway, VIEWER, key, '192.0.2.1');
    await clock.stride(20_000, 5_000);
    await send(gateway, VIEWER, key, '192.0.2.200');
    expect(await alertsOf(gateway, clock, 'new_network', { tenant: 'tenant-g' })).toEqual([]);
    await send(gateway, VIEWER, key, '198.51.100.1');
    const alerts = await untilAlerts(gateway, clock, 'new_network', 1, { tenant: 'tenant-g' });
    expect(alerts).toMatchObject([{ subject: `key:${idOf(key)}`, detail: '198.51.100.0/24' }]);
    await send(gateway, VIEWER, key, '2001:db8:1:2::3');
    const [newest] = await untilAlerts(gateway, clock, 'new_network', 2, { tenant: 'tenant-g' });
    expect(newest).toMatchObject({ detail: '2001:db8:1::/48' });
  });

  it('L4: three times the mean day of the week before is an alert, for tenant and key', async () => {
    const key = await gateway.keyOf('tenant-h', ['GENERATE_VIDEO', 'TASK_READ']);
    const buy = () => createVideo(gateway, {}, key);
    await buy();
    await clock.leap(DAY_MS);
    await buy();
    await buy();
    expect(await alertsOf(gateway, clock, 'spend_of_tenant', { tenant: 'tenant-h' })).toEqual([]);
    await buy();
    const spent = { tenant: 'tenant-h', count: 3, threshold: 3 };
    expect(
      await untilAlerts(gateway, clock, 'spend_of_tenant', 1, { tenant: 'tenant-h' }),
    ).toMatchObject([{ ...spent, subject: 'tenant:tenant-h', apiKey: null, severity: 'CRITICAL' }]);
    expect(
      await untilAlerts(gateway, clock, 'spend_of_caller', 1, { tenant: 'tenant-h' }),
    ).toMatchObject([{ ...spent, subject: `key:${idOf(key)}`, apiKey: idOf(key) }]);
  });

  it('L4: requests that are moderated are an alert, for key and tenant', async () => {
    const scopes = ['GENERATE_VIDEO', 'TASK_READ'] as const;
    const key = await gateway.keyOf('tenant-i', [...scopes]);
    const moderate = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        const { id } = await createVideo(gateway, { input: aVideo('[moderated]') }, key);
        await untilStatus(gateway, clock, id, 'FAILED', key);
      }
    };
    await moderate(4);
    expect(await alertsOf(gateway, clock, 'moderation_of_caller', { tenant: 'tenant-i' })).toEqual(
      [],
    );
    await moderate(1);
    expect(
      await untilAlerts(gateway, clock, 'moderation_of_caller', 1, { tenant: 'tenant-i' }),
    ).toMatchObject([{ subject: `key:${idOf(key)}`, tenant: 'tenant-i', count: 5 }]);
    await moderate(3);
    expect(
      await untilAlerts(gateway, clock, 'moderation_of_tenant', 1, { tenant: 'tenant-i' }),
    ).toMatchObject([{ subject: 'tenant:tenant-i', apiKey: null, count: 8 }]);
  });

  it('tells of a caller that asks for 50 objects that it does not have', async () => {
    const key = await gateway.keyOf('tenant-j', ['TASK_READ']);
    await guessIds(gateway, key, 49);
    expect(await alertsOf(gateway, clock, 'id_enumeration', { tenant: 'tenant-j' })).toEqual([]);
    await guessIds(gateway, key, 1);
    expect(
      await untilAlerts(gateway, clock, 'id_enumeration', 1, { tenant: 'tenant-j' }),
    ).toMatchObject([{ subject: `key:${idOf(key)}`, tenant: 'tenant-j', count: 50 }]);
  });

  it('L4, M14: an account at 70, 85 and 95 % of its daily generations is an alert each', async () => {
    await clock.leap(2 * DAY_MS);
    gateway.emulator.settings.dailyCapByModel['gen4.5'] = 20;
    const buyUntil = async (count: number) => {
      for (let made = 0; made < count; made += 1) await createVideo(gateway);
      // Until the limits that are known are old, and read again.
      await clock.stride(MINUTE_MS);
    };
    await buyUntil(13);
    await buyUntil(1);
    expect(await alertsOf(gateway, clock, 'runway_limit_70')).toEqual([]);
    await buyUntil(3);
    expect(await untilAlerts(gateway, clock, 'runway_limit_70', 1)).toMatchObject([
      {
        subject: expect.stringMatching(/^account:/),
        detail: 'daily generations of gen4.5',
        severity: 'WARNING',
      },
    ]);
    await buyUntil(1);
    await buyUntil(1);
    expect(await untilAlerts(gateway, clock, 'runway_limit_85', 1)).toHaveLength(1);
    await buyUntil(1);
    await createVideo(gateway).catch(() => undefined);
    expect(await untilAlerts(gateway, clock, 'runway_limit_95', 1)).toMatchObject([
      { severity: 'CRITICAL', threshold: 95 },
    ]);
  });

  it('shows a page at a time, newest first, and refuses a rule that does not exist', async () => {
    for (const tenant of ['tenant-l', 'tenant-l2']) {
      await beRefused(gateway, await gateway.keyOf(tenant, ['TASK_READ']), 20);
      await clock.stride(10_000, 5_000);
    }
    await untilAlerts(gateway, clock, 'denials_of_caller', 1, { tenant: 'tenant-l2' });
    const filter = { rule: 'denials_of_caller' };
    const first = await gateway.data(SecurityAlertsDocument, { filter, first: 1 });
    const after = first.securityAlerts.pageInfo.endCursor;
    const second = await gateway.data(SecurityAlertsDocument, { filter, first: 1, after });
    const shown = [first, second].flatMap(({ securityAlerts }) => securityAlerts.nodes);
    expect(shown.map(({ tenant }) => tenant)).toEqual(['tenant-l2', 'tenant-l']);
    const ofAnn = await gateway.data(SecurityAlertsDocument, { filter: { tenant: 'tenant-l' } });
    expect(ofAnn.securityAlerts.nodes).toEqual([shown[1]]);
    const wrong = await gateway.ask(SecurityAlertsDocument, { filter: { rule: 'none' } });
    expect(codesOf(wrong)).toEqual(['BAD_USER_INPUT']);
    expect(wrong.errors?.[0]?.message).not.toContain('none');
  });
});

describe('securityAlerts under a flood from very many addresses', () => {
  it('keeps a bounded number of rows, and says that there are others', async () => {
    const clock = new FakeClock();
    const environment = {
      TRUSTED_PROXIES: 'loopback',
      ALERT_THRESHOLDS: 'credential_stuffing:1,attacked_key:0',
    };
    const gateway = await startGateway(environment, { clock });
    try {
      for (let host = 0; host < 130; host += 1) {
        await send(gateway, VIEWER, null, `192.0.2.${String(host)}`);
        if (host % 40 === 0) await clock.advance(6_000);
      }
      const alerts = await clock.until(
        async () => {
          const { securityAlerts } = await gateway.data(SecurityAlertsDocument, { first: 100 });
          return securityAlerts.nodes[0]?.subject === 'others' && securityAlerts.nodes;
        },
        { stepMs: 5_000, steps: 24, strides: true },
      );
      expect(alerts[0]).toMatchObject({ rule: 'credential_stuffing', tenant: null, answer: null });
      await clock.stride(60_000, 5_000);
      const { securityAlerts } = await gateway.data(SecurityAlertsDocument, { first: 100 });
      expect(securityAlerts.nodes[0]?.id).toBe(alerts[0]?.id);
    } finally {
      await gateway.stop();
    }
  }, 120_000);
});
