// Guarantee: what the gateway does by itself about an alert stops the attack and no one else, is
// visible, and ends when an operator says so.
import {
  ApiKeysDocument,
  LiftAlertAnswerDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import {
  beRefused,
  guessIds,
  idOf,
  send,
  untilAlerts,
  VIEWER,
  wrongSecretOf,
} from '../support/client/alerts.js';
import { codesOf } from '../support/client/tasks.js';
import { ProtocolSocket } from '../support/client/wire.js';
import { EVERY_ALERT } from '../support/gateway/no-alerts.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { FakeClock } from '../support/time/fake-clock.js';

const MINUTE_MS = 60_000;

describe('liftAlertAnswer', () => {
  let gateway: TestGateway;
  let clock: FakeClock;
  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway(
      {
        ...EVERY_ALERT,
        TRUSTED_PROXIES: 'loopback',
        ALERT_ANSWERS:
          'denials_of_caller:throttle,id_enumeration:suspend,credential_stuffing:throttle',
        ALERT_THROTTLE_REQUESTS_PER_MINUTE: '5',
      },
      { clock, httpLimits: { idleGraceMs: 0, credentialCheckMs: 1_000 } },
    );
  }, 120_000);
  afterAll(() => gateway.stop());

  const lift = async (id: string | undefined) =>
    (await gateway.data(LiftAlertAnswerDocument, { id: id ?? '' })).liftAlertAnswer.alert;

  /** The statuses of so many requests. */
  async function statusesOf(key: string | null, times: number, from?: string): Promise<number[]> {
    const statuses: number[] = [];
    for (let time = 0; time < times; time += 1) {
      statuses.push(await send(gateway, VIEWER, key, from));
    }
    return statuses;
  }

  it('L4: ends the throttle of a caller, which leaves all others alone', async () => {
    const ann = await gateway.keyOf('tenant-a', ['TASK_READ']);
    const bob = await gateway.keyOf('tenant-a2', ['TASK_READ']);
    await beRefused(gateway, ann, 20);
    const [alert] = await untilAlerts(gateway, clock, 'denials_of_caller', 1, {
      tenant: 'tenant-a',
    });
    expect(alert).toMatchObject({ answer: 'THROTTLE', liftedAt: null });
    const lasts = Date.parse(alert?.answerEndsAt ?? '') - Date.parse(alert?.raisedAt ?? '');
    expect(lasts).toBe(15 * MINUTE_MS);
    await clock.stride(MINUTE_MS);
    expect(await statusesOf(ann, 7)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(await statusesOf(bob, 7)).toEqual(Array(7).fill(200));
    expect(await lift(alert?.id)).toMatchObject({ liftedBy: 'key:operator' });
    await clock.advance(1_000);
    expect(await statusesOf(ann, 7)).toEqual(Array(7).fill(200));
  });

  it('lets a throttle end by itself', async () => {
    const ann = await gateway.keyOf('tenant-b', ['TASK_READ']);
    await beRefused(gateway, ann, 20);
    await untilAlerts(gateway, clock, 'denials_of_caller', 1, { tenant: 'tenant-b' });
    await clock.advance(10_000);
    expect(await statusesOf(ann, 6)).toContain(429);
    await clock.leap(15 * MINUTE_MS);
    expect(await statusesOf(ann, 7)).toEqual(Array(7).fill(200));
  });

  it('L4: ends the suspension of a key, whose requests and streams had ended', async () => {
    const ann = await gateway.keyOf('tenant-c', ['TASK_READ']);
    const socket = await ProtocolSocket.connect(gateway.url, ann);
    await guessIds(gateway, ann, 50);
    const [alert] = await untilAlerts(gateway, clock, 'id_enumeration', 1, { tenant: 'tenant-c' });
    expect(alert).toMatchObject({ answer: 'SUSPEND', answerEndsAt: null, apiKey: idOf(ann) });
    expect(codesOf(await gateway.ask(ViewerDocument, {}, ann))).toEqual(['UNAUTHENTICATED']);
    await clock.advance(10_000);
    expect(await socket.closed).toMatchObject({ code: 4401 });
    const { apiKeys } = await gateway.data(ApiKeysDocument, { tenant: 'tenant-c' });
    expect(apiKeys.nodes).toMatchObject([{ id: idOf(ann), revokedAt: null }]);
    await lift(alert?.id);
    await gateway.data(ViewerDocument, {}, ann);
    // A second call changes nothing.
    expect(await lift(alert?.id)).toMatchObject({ id: alert?.id, liftedBy: 'key:operator' });
  });

  it('never suspends a key of an operator, who could not lift it', async () => {
    await guessIds(gateway, gateway.operatorKey, 50);
    const alerts = await untilAlerts(gateway, clock, 'id_enumeration', 1, { tenant: 'default' });
    expect(alerts).toMatchObject([{ apiKey: 'operator', answer: null }]);
  });

  it('throttles guesses of an address, and serves the good keys behind it', async () => {
    const ann = await gateway.keyOf('tenant-e', ['TASK_READ']);
    const wrong = wrongSecretOf(ann);
    const from = '192.0.2.1';
    expect(await statusesOf(ann, 1, from)).toEqual([200]);
    await statusesOf(wrong, 30, from);
    await untilAlerts(gateway, clock, 'credential_stuffing', 1);
    await clock.stride(MINUTE_MS);
    expect(await statusesOf(wrong, 7, from)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(await statusesOf(ann, 7, from)).toEqual(Array(7).fill(200));
    expect(await statusesOf(wrong, 1, '198.51.100.1')).toEqual([401]);
  });

  it('tells that there is no such alert', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(codesOf(await gateway.ask(LiftAlertAnswerDocument, { id }))).toEqual(['NOT_FOUND']);
    const text = await gateway.ask(LiftAlertAnswerDocument, { id: 'no uuid' });
    expect(codesOf(text)).toEqual(['NOT_FOUND']);
  });
});
