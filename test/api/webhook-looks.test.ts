// Guarantee: events of tenants without webhooks cost one look for new deliveries, and none for due ones.
import { createVideo } from '../support/client/tasks.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { Statements } from '../support/store/statements.js';
import { FakeClock } from '../support/time/fake-clock.js';

const EVENTS = 5;

describe('looks for deliveries of webhooks', () => {
  const clock = new FakeClock();
  const statements = new Statements();
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({}, { clock, wrapPool: statements.wrapPool });
  }, 120_000);
  afterAll(() => gateway.stop());

  it('are for new ones at each event, and for due ones once a second', async () => {
    // A look that has been asked for before is over.
    await clock.advance(1_000);
    const ran = await statements.during(async () => {
      for (let event = 0; event < EVENTS; event += 1) {
        const from = looksIn(statements.all, 'make_deliveries');
        await createVideo(gateway);
        await clock.until(() => looksIn(statements.all, 'make_deliveries') > from, { stepMs: 20 });
      }
    });
    expect(looksIn(ran, 'make_deliveries')).toBeGreaterThanOrEqual(EVENTS);
    expect(looksIn(ran, 'lease_deliveries')).toBeLessThanOrEqual(1);
    const idle = await statements.during(() => clock.advance(3_000));
    expect(looksIn(idle, 'lease_deliveries')).toBeGreaterThanOrEqual(3);
  });
});

function looksIn(ran: Statements['all'], name: string): number {
  return ran.filter(({ sql }) => sql.startsWith(`/* ${name} */`)).length;
}
