// Guarantee: events of tenants without webhooks cost one look each: nothing is made, and nothing is taken.
import { createVideo } from '../support/client/tasks.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { Statements } from '../support/store/statements.js';
import { FakeClock } from '../support/time/fake-clock.js';

const EVENTS = 5;

const LOOK = 'look_for_deliveries';

describe('looks for deliveries of webhooks', () => {
  const clock = new FakeClock();
  const statements = new Statements();
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({}, { clock, wrapPool: statements.wrapPool });
  }, 120_000);
  afterAll(() => gateway.stop());

  it('come at each event and once a second, and find that there is nothing to do', async () => {
    // A look that has been asked for before is over.
    await clock.advance(1_000);
    const ran = await statements.during(async () => {
      for (let event = 0; event < EVENTS; event += 1) {
        const from = looksIn(statements.all, LOOK);
        await createVideo(gateway);
        await clock.until(() => looksIn(statements.all, LOOK) > from, { stepMs: 20 });
      }
    });
    expect(looksIn(ran, LOOK)).toBeGreaterThanOrEqual(EVENTS);
    const idle = await statements.during(() => clock.advance(3_000));
    expect(looksIn(idle, LOOK)).toBeGreaterThanOrEqual(3);
    for (const work of ['make_deliveries', 'lease_deliveries']) {
      expect(looksIn(ran, work) + looksIn(idle, work)).toBe(0);
    }
  });
});

function looksIn(ran: Statements['all'], name: string): number {
  return ran.filter(({ sql }) => sql.startsWith(`/* ${name} */`)).length;
}
