import type { Stores } from '../../../src/adapters/postgres/stores.js';
import type { UnchangedRead } from '../../../src/ports/tasks/poll-store.js';
import { UnchangedReads } from '../../../src/pollers/unchanged-reads.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const TASKS = 40;
const ann = viewerOf('ann');

/** Counts the calls of a store's method from now on. */
function counted(stores: Stores, method: 'recordRead' | 'recordUnchangedReads'): jest.SpyInstance {
  return jest.spyOn(stores.polls, method);
}

describe('D17: many live tasks', () => {
  let db: TestDatabase;
  let node: Services;

  beforeAll(async () => {
    db = await openTestDatabase('pglite');
    node = await startServices(db.database);
    // Runway holds them all back: each read finds a task as it was.
    node.emulator.settings.concurrency = 0;
    await Promise.all(
      Array.from({ length: TASKS }, () => node.submissions.submit(ann, aRequest())),
    );
  }, 60_000);

  afterAll(async () => {
    await node.stop();
    await db.close();
  });

  it('are not written one by one while their reads change nothing', async () => {
    node.poller.start();
    const reads = (): number => node.asked('GET').length;
    await node.clock.until(() => Promise.resolve(reads() >= TASKS), { stepMs: 250 });
    // From here on their state is THROTTLED, and stays so.
    const alone = counted(node.stores, 'recordRead');
    const together = counted(node.stores, 'recordUnchangedReads');
    await node.clock.until(() => Promise.resolve(reads() >= 3 * TASKS), { stepMs: 250 });
    const written = together.mock.calls.flatMap(([batch]) => batch as UnchangedRead[]).length;
    expect(written).toBeGreaterThanOrEqual(TASKS);
    expect(alone.mock.calls.length).toBeLessThan(written / 4);
    await node.poller.stop();
  }, 60_000);
});

describe('UnchangedReads', () => {
  const read = (id: string): UnchangedRead =>
    ({ lease: { task: { id } } }) as unknown as UnchangedRead;

  it('writes together what ends while a statement runs', async () => {
    const batches: string[][] = [];
    let finish: () => void = () => undefined;
    const recordUnchangedReads = async (reads: readonly UnchangedRead[]) => {
      const ids = reads.map(({ lease }) => lease.task.id);
      batches.push(ids);
      await new Promise<void>((resolve) => (finish = resolve));
      return new Set(ids);
    };
    const unchanged = new UnchangedReads({
      store: { recordUnchangedReads },
      clock: new FakeClock(),
    });
    const first = unchanged.record(read('a'));
    const others = ['b', 'c', 'd'].map((id) => unchanged.record(read(id)));
    finish();
    expect(await first).toBe(true);
    await Promise.resolve();
    finish();
    expect(await Promise.all(others)).toEqual([true, true, true]);
    expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('gives each read back to be written alone when the statement fails', async () => {
    const unchanged = new UnchangedReads({
      store: { recordUnchangedReads: () => Promise.reject(new Error('away')) },
      clock: new FakeClock(),
    });
    expect(await Promise.all(['a', 'b'].map((id) => unchanged.record(read(id))))).toEqual([
      false,
      false,
    ]);
  });
});
