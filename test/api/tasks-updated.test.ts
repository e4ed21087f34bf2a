import { print } from 'graphql';
import {
  TaskUpdatedDocument,
  TasksUpdatedDocument,
  type TasksUpdatedSubscription,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { openStream, type Stream } from '../support/client/streams.js';
import { ProtocolSocket } from '../support/client/wire.js';
import { createVideo, untilStatus } from '../support/client/tasks.js';

type Event = TasksUpdatedSubscription['tasksUpdated'];

/** Every change of a task that succeeds. */
const LIFE = ['QUEUED', 'PENDING', 'RUNNING', 'SUCCEEDED'];

describe('tasksUpdated', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    gateway.emulator.settings.concurrency = null;
  });

  afterAll(() => gateway.stop());

  function watch(after?: string, key = gateway.operatorKey): Stream<TasksUpdatedSubscription> {
    const variables = after === undefined ? {} : { after };
    return openStream(gateway.url, key, TasksUpdatedDocument, variables);
  }

  /** A stream without a cursor that tells what happens from here on: it has told something already. */
  async function watchFromNow(): Promise<Stream<TasksUpdatedSubscription>> {
    const stream = watch();
    let isOpen = false;
    const first = stream.next().then(() => {
      isOpen = true;
    });
    await clock.until(
      async () => {
        if (!isOpen) await createVideo(gateway);
        return isOpen;
      },
      { stepMs: 1, steps: 1_000 },
    );
    await first;
    return stream;
  }

  async function createAndSettle(key = gateway.operatorKey): Promise<string> {
    const { id } = await createVideo(gateway, {}, key);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    return id;
  }

  /** The next events, up to the one in which this task has succeeded. */
  async function takeUntil(stream: Stream<TasksUpdatedSubscription>, id: string): Promise<Event[]> {
    const events: Event[] = [];
    for (;;) {
      const event = (await stream.next())?.tasksUpdated;
      if (event === undefined) return events;
      events.push(event);
      if (event.task.id === id && event.task.status === 'SUCCEEDED') return events;
    }
  }

  function lifeOf(id: string, events: readonly Event[]): string[] {
    return events.filter(({ task }) => task.id === id).map(({ task }) => task.status);
  }

  it('tells every change of every task from now on, in order, and nothing older', async () => {
    const old = await createAndSettle();
    const stream = await watchFromNow();
    const first = await createAndSettle();
    const second = await createAndSettle();
    const events = await takeUntil(stream, second);
    await stream.close();
    expect(lifeOf(old, events)).toEqual([]);
    expect(lifeOf(first, events)).toEqual(LIFE);
    expect(lifeOf(second, events)).toEqual(LIFE);
    expect(new Set(events.map(({ cursor }) => cursor)).size).toBe(events.length);
  });

  it('replays from a cursor exactly what a live subscriber saw', async () => {
    // The address of an output names the minute in which it was given.
    await clock.leap(60_000 - (clock.now().getTime() % 60_000));
    const stream = await watchFromNow();
    const id = await createAndSettle();
    const [first, ...seen] = await takeUntil(stream, id);
    await stream.close();
    const late = watch(first?.cursor);
    expect(await takeUntil(late, id)).toEqual(seen);
    await late.close();
  });

  it('W9: tells each event once after 140 streams of its id were begun and completed at once', async () => {
    // A tenant of its own: nothing happens in it but what is told here.
    const key = await gateway.keyOf('churning', ['TASK_READ', 'GENERATE_VIDEO']);
    const id = await createAndSettle(key);
    const follower = openStream(gateway.url, key, TaskUpdatedDocument, { id });
    const after = (await follower.next())?.taskUpdated.cursor ?? '';
    await follower.close();
    const query = print(TasksUpdatedDocument);
    const begin = { id: 's', type: 'subscribe', payload: { query } };
    const socket = await ProtocolSocket.connect(gateway.url, key);
    for (let time = 0; time < 140; time += 1) {
      socket.send(begin);
      socket.send({ id: 's', type: 'complete' });
    }
    socket.send({ ...begin, payload: { query, variables: { after } } });
    // The gateway has taken every message before something happens.
    socket.send({ type: 'ping' });
    expect((await socket.next()).type).toBe('pong');
    const last = await createAndSettle(key);
    const cursors: string[] = [];
    let event: Event | undefined;
    while (event?.task.id !== last || event.task.status !== 'SUCCEEDED') {
      const { payload } = await socket.next();
      event = (payload as { readonly data: TasksUpdatedSubscription }).data.tasksUpdated;
      cursors.push(event.cursor);
    }
    expect(new Set(cursors).size).toBe(cursors.length);
    socket.send({ id: 's', type: 'complete' });
    socket.send({ type: 'ping' });
    expect((await socket.next()).type).toBe('pong');
    await createAndSettle(key);
    socket.send({ type: 'ping' });
    expect((await socket.next()).type).toBe('pong');
    socket.close();
  });

  // Guarantee: a tenant's stream carries its own tasks only.
  it('tells of no other tenant’s tasks', async () => {
    const key = await gateway.keyOf('stranger', ['TASK_READ', 'GENERATE_VIDEO']);
    const { id } = await createVideo(gateway, {}, key);
    const follower = openStream(gateway.url, key, TaskUpdatedDocument, { id });
    const after = (await follower.next())?.taskUpdated.cursor ?? '';
    await follower.close();

    await createVideo(gateway);
    const own = await createVideo(gateway, {}, key);
    const stream = watch(after, key);
    expect((await stream.next())?.tasksUpdated.task.id).toBe(own.id);
    await stream.close();
  });

  it.each(['dGFzayAx', 'no cursor'])('refuses the cursor %j', async (after) => {
    const stream = watch(after);
    const end = await stream.next().then(
      () => 'opened',
      (error: unknown) => (error instanceof Error ? error.message : JSON.stringify(error)),
    );
    expect(end).toContain('BAD_USER_INPUT');
    expect(end).not.toContain(after);
    await stream.close();
  });
});
