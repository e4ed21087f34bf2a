import { Slots } from '../../../src/services/dispatch/slots.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const [ann, bob] = [viewerOf('ann'), viewerOf('bob')];

describe('Slots', () => {
  let db: TestDatabase;
  let node: Services;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database, { RUNWAY_CONCURRENCY_MAX: '0' });
    node.emulator.settings.concurrencyByModel['gen4.5'] = 1;
  });
  afterEach(async () => {
    await node.stop();
    await db.clear();
    expect(node.clock.sleeperCount).toBe(0);
  });
  afterAll(() => db.close());

  const posts = (): number => node.asked('POST').length;
  const lookups = (): number =>
    node.asked('GET').filter((call) => /organization/.test(call)).length;
  const waitingOf = async (viewer = ann) => {
    const { task } = await node.submissions.submit(viewer, aRequest());
    return task.state.status === 'QUEUED' ? task.state.waitingFor?.reason : task.state.status;
  };

  it('sends as many tasks of a model as Runway says, and the next when one has settled', async () => {
    expect(await waitingOf()).toBe('PENDING');
    expect(await waitingOf(bob)).toBe('SLOT');
    expect(posts()).toBe(1);
    node.poller.start();
    node.submitter.start();
    await node.clock.until(async () => {
      const { tasks } = await node.tasks.list(bob, {}, { first: 1, after: null });
      return tasks[0]?.state.status === 'SUCCEEDED';
    });
    expect(posts()).toBe(2);
  });

  it('asks for the limits once a minute', async () => {
    await Promise.all([waitingOf(), waitingOf(), waitingOf()]);
    expect(lookups()).toBe(1);
    await node.clock.advance(60_000);
    await waitingOf();
    await node.clock.until(() => lookups() === 2);
  });

  it('goes by the last limits while Runway does not tell', async () => {
    expect(await waitingOf()).toBe('PENDING');
    node.emulator.setFault({ path: '/v1/organization', hang: true });
    await node.clock.advance(60_000);
    expect(await waitingOf()).toBe('SLOT');
  });

  it('waits a second at most for limits that it has never read, and then takes slots for free', async () => {
    node.emulator.setFault({ path: '/v1/organization', hang: true });
    const first = waitingOf();
    await node.clock.until(() => lookups() === 1);
    expect(posts()).toBe(0);
    await node.clock.advance(1_000);
    expect(await first).toBe('PENDING');
    const second = waitingOf();
    await node.clock.advance(1_000);
    expect(await second).toBe('PENDING');
    expect(node.emulator.requests().length).toBe(3);
  });

  it('takes a model for free that Runway does not limit', async () => {
    node.emulator.settings.concurrencyByModel['gen4.5'] = null;
    for (let count = 0; count < 8; count += 1) expect(await waitingOf()).toBe('PENDING');
  });

  it('prefers the limit of the configuration, and does not ask Runway', async () => {
    const { organization: runway } = node.runway;
    const slots = new Slots({ ...node.paidRequests, runway, concurrencyMax: 2 });
    await slots.learn('main');
    expect(slots.limitOf({ runwayAccount: 'main', model: 'gen4.5' })).toBe(2);
    expect(slots.limitOf({ runwayAccount: 'main', model: null })).toBeNull();
    expect(lookups()).toBe(0);
  });
});
