import {
  CreateTextToVideoDocument,
  TaskUpdatedDocument,
  type TaskUpdatedSubscription,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { drain, openStream, type Stream } from '../support/client/streams.js';
import { aVideo } from '../support/client/inputs.js';

/** Runway's own rule: a task is read no more often. */
const POLL_INTERVAL_SECONDS = 5;

describe('taskUpdated', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeEach(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterEach(() => gateway.stop());

  async function createTask(): Promise<string> {
    const { createTextToVideo } = await gateway.data(CreateTextToVideoDocument, {
      input: aVideo(),
    });
    return createTextToVideo.task.id;
  }

  function watch(id: string, after?: string): Stream<TaskUpdatedSubscription> {
    const variables = after === undefined ? { id } : { id, after };
    return openStream(gateway.url, gateway.operatorKey, TaskUpdatedDocument, variables);
  }

  /** Lets seconds pass until the stream has completed; its events. */
  async function whileTimePasses<T>(work: Promise<T>): Promise<T> {
    const over = new AbortController();
    const done = work.finally(() => {
      over.abort();
    });
    while (!over.signal.aborted) await clock.advance(1_000);
    return await done;
  }

  it('shows a snapshot, then each change, and completes after settlement', async () => {
    const id = await createTask();
    const stream = watch(id);
    const events = await whileTimePasses(drain(stream));
    const statuses = events.map(({ taskUpdated }) => taskUpdated.task.status);
    expect(statuses[0]).toBe('PENDING');
    expect(statuses.at(-1)).toBe('SUCCEEDED');
    expect(statuses).toContain('RUNNING');
    expect(statuses.filter((status) => status === 'SUCCEEDED')).toHaveLength(1);
    const cursors = events.map(({ taskUpdated }) => taskUpdated.cursor);
    expect(new Set(cursors).size).toBe(cursors.length);
    await stream.close();
  });

  it('resumes behind the cursor after the connection was cut', async () => {
    const id = await createTask();
    const cut = watch(id);
    const cursor = (await cut.next())?.taskUpdated.cursor ?? '';
    cut.cut();

    const back = watch(id, cursor);
    const events = await whileTimePasses(drain(back));
    expect(events.map(({ taskUpdated }) => taskUpdated.cursor)).not.toContain(cursor);
    expect(
      events.filter(({ taskUpdated }) => taskUpdated.task.status === 'SUCCEEDED'),
    ).toHaveLength(1);
    await back.close();
  });

  it('completes at once when the settlement was already delivered', async () => {
    const id = await createTask();
    const first = watch(id);
    const events = await whileTimePasses(drain(first));
    await first.close();
    const again = watch(id, events.at(-1)?.taskUpdated.cursor ?? '');
    expect(await drain(again)).toEqual([]);
    await again.close();
  });

  it('refuses another tenant’s task and a missing one alike', async () => {
    const id = await createTask();
    const key = await gateway.keyOf('stranger', ['TASK_READ']);
    const [theirs, missing] = await Promise.all(
      [id, '00000000-0000-4000-8000-000000000000'].map(async (taskId) => {
        const stream = openStream(gateway.url, key, TaskUpdatedDocument, { id: taskId });
        const outcome = await stream.next().then(
          () => 'opened',
          (error: unknown) => String(error).replace(/"requestId":"[^"]*"/, ''),
        );
        await stream.close();
        return outcome;
      }),
    );
    expect(theirs).toContain('NOT_FOUND');
    expect(theirs).toBe(missing);
  });

  // Guarantee: one poller per live task, however many watch.
  it('serves 200 subscribers of one task with the reads of one', async () => {
    const id = await createTask();
    const startedAt = clock.now().getTime();
    const streams = Array.from({ length: 200 }, () => watch(id));
    await Promise.all(streams.map((stream) => stream.next()));
    const all = await whileTimePasses(Promise.all(streams.map((stream) => drain(stream))));
    const seconds = (clock.now().getTime() - startedAt) / 1_000;
    for (const events of all) {
      expect(
        events.filter(({ taskUpdated: { task } }) => task.status === 'SUCCEEDED'),
      ).toHaveLength(1);
    }
    const reads = gateway.emulator.requests().filter(({ method }) => method === 'GET').length;
    expect(reads).toBeGreaterThanOrEqual(2);
    expect(reads).toBeLessThanOrEqual(Math.ceil(seconds / POLL_INTERVAL_SECONDS) + 1);
    await Promise.all(streams.map((stream) => stream.close()));
  }, 60_000);
});
