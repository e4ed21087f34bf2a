import type { Task } from '../../../src/domain/task/task.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const ann = viewerOf('ann');
const HOUR_MS = 3_600_000;
const TASKS = 12;

describe('FreshOutputs', () => {
  let db: TestDatabase;
  let node: Services;
  let id: string;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database);
    node.emulator.settings.outputSeconds = 7_200;
    id = await succeeded();
  });
  afterEach(async () => {
    await node.stop();
    await db.clear();
    expect(node.clock.sleeperCount).toBe(0);
  });
  afterAll(() => db.close());

  /** The id of the last of some tasks that have succeeded. Hours pass quickly: nothing runs on. */
  async function succeeded(): Promise<string> {
    node.emulator.settings.concurrency = null;
    for (let count = 0; count < TASKS; count += 1) {
      await node.submissions.submit(ann, aRequest());
    }
    node.poller.start();
    const tasks = await node.clock.until(async () => {
      const page = await node.stores.tasks.listTasks('ann', {}, { first: 100, after: null });
      return page.tasks.every(({ state }) => state.status === 'SUCCEEDED') && page.tasks;
    });
    await node.poller.stop();
    node.emulator.clearRequests();
    return tasks[0]?.id ?? '';
  }

  const reads = (): number => node.asked('GET').length;
  const earliestExpiry = ({ state }: Task): number => {
    if (state.status !== 'SUCCEEDED') throw new Error(state.status);
    return Math.min(...state.output.map(({ expiresAt }) => Date.parse(expiresAt ?? '')));
  };
  const expiryOf = async (): Promise<number> => {
    const task = await node.freshOutputs.of(await node.tasks.get(ann, id));
    return earliestExpiry(task) - node.clock.now().getTime();
  };

  it('leaves addresses alone that are good for a while', async () => {
    await node.clock.advance(HOUR_MS);
    expect(await expiryOf()).toBeGreaterThan(0);
    expect(reads()).toBe(0);
  });

  it('reads a task once for all who ask, stores the new addresses, and tells no event', async () => {
    const { newest } = await node.stores.events.eventRange('ann');
    await node.clock.advance(2 * HOUR_MS);
    const times = await Promise.all([expiryOf(), expiryOf(), expiryOf()]);
    expect(Math.min(...times)).toBeGreaterThan(2 * HOUR_MS - 1_000);
    expect(reads()).toBe(1);
    expect(await expiryOf()).toBeGreaterThan(2 * HOUR_MS - 1_000);
    expect(reads()).toBe(1);
    expect((await node.stores.events.eventRange('ann')).newest).toBe(newest);
  });

  it('gives the stored ones while Runway is down, and asks at most once in 5 s', async () => {
    await node.clock.advance(2 * HOUR_MS);
    node.emulator.setFault({ path: '*', status: 500, body: { error: 'x' } });
    for (let count = 0; count < 5; count += 1) expect(await expiryOf()).toBeLessThan(600_000);
    expect(reads()).toBe(1);
    await node.clock.advance(5_000);
    await expiryOf();
    expect(reads()).toBe(2);
  });

  it('does not wait longer than 3 s for Runway', async () => {
    await node.clock.advance(2 * HOUR_MS);
    node.emulator.setFault({ path: '*', hang: true });
    const asking = expiryOf();
    await node.clock.until(() => reads() === 1);
    await node.clock.advance(3_000);
    expect(await asking).toBeLessThan(600_000);
  });

  it('reads many with bounded concurrency', async () => {
    await node.clock.advance(2 * HOUR_MS);
    node.emulator.setFault({ path: '*', hang: true });
    const { tasks } = await node.tasks.list(ann, {}, { first: 100, after: null });
    const asking = Promise.all(tasks.map((task) => node.freshOutputs.of(task)));
    await node.clock.until(() => reads() === 8, { stepMs: 10 });
    await node.clock.advance(100);
    expect(reads()).toBe(8);
    await node.clock.advance(3_000);
    expect(await asking).toHaveLength(TASKS);
  });
});
