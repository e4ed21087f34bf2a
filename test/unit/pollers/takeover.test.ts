import { openDatabase } from '../../../src/adapters/postgres/connection/database.js';
import { describePostgres, silentLog } from '../../support/store/database.js';
import {
  aRequest,
  startNodeBeside,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';
import { testKeys } from '../../support/store/key-ring.js';

const TASKS = 60;

/** Of one read, as the poller takes it. */
const LEASE_MS = 60_000;

const READ = { method: 'GET', path: '/v1/tasks/{id}' } as const;
const ann = viewerOf('ann');

describePostgres('a node that dies amid its reads', (get) => {
  let one: Services;
  let two: Services;
  let dying: Services;
  let die: () => Promise<void>;
  beforeEach(async () => {
    const database = await openDatabase({ url: get().url ?? '', log: silentLog, keys: testKeys });
    one = await startServices(get().database);
    two = await startNodeBeside(one, await get().openAnother());
    dying = await startNodeBeside(one, database);
    // Nothing that it has begun can be written down, and no lease be given back.
    die = () => database.close();
    one.emulator.settings.concurrency = null;
    one.emulator.settings.taskSeconds = 600;
  });
  afterEach(async () => {
    for (const node of [dying, two, one]) await node.stop();
  });

  /** When Runway was asked for a task, in ms. */
  const readTimes = (runwayTaskId: string): number[] =>
    one.emulator
      .requests()
      .filter(({ method, path }) => method === 'GET' && path.endsWith(runwayTaskId))
      .map(({ at }) => Date.parse(at));

  // Guarantee: no task is left unread for longer than twice the lease, and none is read by two.
  it('leaves each task to the others once its lease is over, and none is read twice in 5 s', async () => {
    const { clock, emulator } = one;
    const tasks = await Promise.all(
      Array.from(
        { length: TASKS },
        async () => (await one.submissions.submit(ann, aRequest())).task,
      ),
    );
    const ids = tasks.map((task) => task.runwayTaskId ?? '-');
    const reads = jest.spyOn(dying.runway.api, 'readTask');
    for (const node of [one, two, dying]) node.poller.start();
    await clock.until(() => ids.every((id) => readTimes(id).length >= 2));

    reads.mockClear();
    // Longer than the node has to live: none of what it asks is answered before it dies.
    emulator.setFault({ ...READ, delayMs: 20_000 });
    const sinceMs = clock.now().getTime();
    const isAtRunway = (id: string): boolean => readTimes(id).some((time) => time >= sinceMs);
    await clock.until(() => {
      const asked = reads.mock.calls.map(([, , id]) => id);
      return asked.length > 0 && asked.every(isAtRunway);
    });
    const held = reads.mock.calls.map(([, , id]) => id);
    await die();
    const diedMs = clock.now().getTime();
    emulator.clearFaults();
    await clock.until(
      async () => {
        // Time does not run ahead of the store: the nodes take their reads from it.
        await Promise.all([one, two].map(({ stores }) => stores.polls.nextDueAt()));
        return ids.every((id) => readTimes(id).some((time) => time > diedMs));
      },
      { stepMs: 100, steps: (2 * LEASE_MS) / 100 },
    );
    await clock.advance(10_000);

    for (const id of ids) {
      const times = readTimes(id);
      const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
      const last = times.filter((time) => time <= diedMs).at(-1) ?? 0;
      const next = times.find((time) => time > diedMs) ?? Infinity;
      expect(next - last).toBeLessThanOrEqual(2 * LEASE_MS);
      // Until then it might have been alive. A lease begins a moment before Runway is asked.
      if (held.includes(id)) expect(next - last).toBeGreaterThanOrEqual(LEASE_MS - 1_000);
    }
    emulator.settings.taskSeconds = 0;
    await clock.until(async () => {
      const { tasks: now } = await one.tasks.list(ann, {}, { first: 100, after: null });
      return now.every(({ state }) => state.status === 'SUCCEEDED');
    });
    expect(one.asked('POST')).toHaveLength(TASKS);
  });
});
