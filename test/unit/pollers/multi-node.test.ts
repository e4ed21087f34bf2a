import { describePostgres } from '../../support/store/database.js';
import {
  aRequest,
  startNodeBeside,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const TASKS = 20;
const ann = viewerOf('ann');
const bob = viewerOf('bob');

describePostgres('several nodes over one store', (get) => {
  let one: Services;
  let two: Services;
  let three: Services;
  beforeEach(async () => {
    one = await startServices(get().database);
    two = await startNodeBeside(one, await get().openAnother());
    three = await startNodeBeside(one, await get().openAnother());
    one.emulator.settings.concurrency = null;
  });
  afterEach(async () => {
    await three.stop();
    await two.stop();
    await one.stop();
  });

  /** Between a task's reads as Runway saw them, in ms. */
  const readGaps = (runwayTaskId: string): number[] => {
    const times = one.emulator
      .requests()
      .filter(({ method, path }) => method === 'GET' && path.endsWith(runwayTaskId))
      .map(({ at }) => Date.parse(at));
    return times.slice(1).map((time, at) => time - (times[at] ?? 0));
  };

  // Guarantee: one POST a key, and one read in 5 s a task, however many nodes there are.
  it('D5: send each task once and read each at most once in 5 s', async () => {
    one.emulator.settings.taskSeconds = 32;
    const readers = [one, two, three].map(({ runway }) => jest.spyOn(runway.api, 'readTask'));
    for (const node of [one, two, three]) node.poller.start();
    const requests = Array.from({ length: TASKS }, (_, at) =>
      aRequest({ idempotencyKey: `k${String(at)}` }),
    );
    const answers = await Promise.all(
      requests.flatMap((request) =>
        [one, two, three].map((node) => node.submissions.submit(ann, request)),
      ),
    );
    expect(new Set(answers.map(({ task }) => task.id)).size).toBe(TASKS);
    expect(one.asked('POST')).toHaveLength(TASKS);
    const settled = await one.clock.until(async () => {
      const { tasks } = await two.tasks.list(ann, {}, { first: 100, after: null });
      return tasks.every(({ settledAt }) => settledAt !== null) && tasks;
    });
    for (const { runwayTaskId, state } of settled) {
      expect(state.status).toBe('SUCCEEDED');
      const gaps = readGaps(runwayTaskId ?? '-');
      expect(gaps.length).toBeGreaterThanOrEqual(3);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
    }
    expect(readers.filter(({ mock }) => mock.calls.length > 0).length).toBeGreaterThan(1);
  });

  it('send what is queued once', async () => {
    const busy = { path: '/v1/text_to_video', status: 503, body: { error: 'Busy.' } };
    one.emulator.setFault({ ...busy, times: 8 });
    for (let count = 0; count < 4; count += 1) {
      await one.submissions.submit(ann, aRequest());
      await one.submissions.submit(bob, aRequest());
    }
    one.emulator.clearRequests();
    for (const node of [one, two, three]) node.submitter.start();
    await one.clock.until(async () => {
      const [ours, theirs] = await Promise.all(
        [ann, bob].map((viewer) =>
          two.tasks.list(viewer, { statuses: ['PENDING'] }, { first: 100, after: null }),
        ),
      );
      return ours?.tasks.length === 4 && theirs?.tasks.length === 4;
    });
    await one.clock.advance(60_000);
    expect(one.asked('POST')).toHaveLength(8);
  });

  it('D5: finish what a node that stopped had begun, and tell the watchers of the other', async () => {
    await two.taskEvents.start();
    one.poller.start();
    const { task } = await one.submissions.submit(ann, aRequest());
    const stream = await two.taskEvents.watchTask(ann, task.id, null);
    const seen: string[] = [];
    const reading = (async () => {
      for await (const event of stream) seen.push(event.task.state.status);
    })();
    await one.clock.until(() => seen.includes('RUNNING'));
    await one.poller.stop();
    two.poller.start();
    await one.clock.until(() => seen.includes('SUCCEEDED'));
    await reading;
    expect(seen[0]).toBe('PENDING');
    expect(one.asked('POST')).toHaveLength(1);
  });
});
