// Guarantee: a pattern whose parts come to different nodes is one alert, which every node tells of, and
// its answer holds on every node.
import {
  LiftAlertAnswerDocument,
  SecurityAlertRaisedDocument,
  SecurityAlertsDocument,
} from '../../client/src/generated/graphql.js';
import { beRefused, idOf, send, untilAlerts, VIEWER } from '../support/client/alerts.js';
import { openStream } from '../support/client/streams.js';
import { EVERY_ALERT } from '../support/gateway/no-alerts.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { createPostgresDatabase, describeServer } from '../support/store/database.js';
import { FakeClock } from '../support/time/fake-clock.js';

describeServer('two gateways with one store', () => {
  let drop: () => Promise<void>;
  let clock: FakeClock;
  let one: TestGateway;
  let other: TestGateway;

  beforeEach(async () => {
    const database = await createPostgresDatabase();
    ({ drop } = database);
    clock = new FakeClock();
    const environment = {
      ...EVERY_ALERT,
      DATABASE_URL: database.url,
      ALERT_ANSWERS: 'denials_of_caller:throttle',
      ALERT_THROTTLE_REQUESTS_PER_MINUTE: '2',
    };
    one = await startGateway(environment, { clock });
    other = await startGateway(environment, { clock });
  }, 60_000);

  afterEach(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await drop();
  }, 60_000);

  it('L4: raise one alert together, tell of it on both, and throttle on both', async () => {
    const key = await one.keyOf('acme', ['TASK_READ']);
    const streams = [one, other].map(({ url, operatorKey }) =>
      openStream(url, operatorKey, SecurityAlertRaisedDocument, {}),
    );
    const told: string[] = [];
    const events = streams.map(async (stream) => {
      const event = await stream.next();
      told.push(event?.securityAlertRaised.alert.subject ?? '');
    });
    // Until both have opened: an alert of before is none of theirs.
    await clock.until(() => one.url !== '' && clock.sleeperCount > 0);
    await clock.advance(2_000);
    await beRefused(one, key, 10);
    await beRefused(other, key, 10);
    const [alert] = await untilAlerts(one, clock, 'denials_of_caller', 1);
    await clock.until(() => told.length === 2, { stepMs: 500 });
    await Promise.all(events);
    expect(told).toEqual(Array(2).fill(`key:${idOf(key)}`));
    await clock.advance(60_000);
    for (const gateway of [one, other]) {
      const statuses = [];
      for (let time = 0; time < 4; time += 1) statuses.push(await send(gateway, VIEWER, key));
      expect(statuses).toEqual([200, 200, 429, 429]);
    }
    await other.data(LiftAlertAnswerDocument, { id: alert?.id ?? '' });
    await clock.advance(6_000);
    for (const gateway of [one, other]) expect(await send(gateway, VIEWER, key)).toBe(200);
    const { securityAlerts } = await other.data(SecurityAlertsDocument, {});
    expect(securityAlerts.nodes).toHaveLength(1);
    await Promise.all(streams.map((stream) => stream.close()));
  }, 120_000);
});
