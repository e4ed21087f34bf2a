import { randomUUID } from 'node:crypto';
import { getEventListeners } from 'node:events';
import type { Task } from '../../../src/domain/task/task.js';
import type { EventStore, StoredEvent } from '../../../src/ports/events/event-store.js';
import { EventHub } from '../../../src/services/events/event-hub.js';
import { TaskEvents } from '../../../src/services/events/task-events.js';
import { openTestDatabase, silentLog, type TestDatabase } from '../../support/store/database.js';
import { aNewTask } from '../../support/store/new-task.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const ann = viewerOf('ann');
const bob = viewerOf('bob');

describe('TaskEvents', () => {
  let db: TestDatabase;
  let node: Services;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database);
    await node.taskEvents.start();
    node.poller.start();
  });
  afterEach(async () => {
    const left = node.taskEvents.openCount;
    await node.stop();
    await db.clear();
    expect([left, node.clock.sleeperCount]).toEqual([0, 0]);
  });
  afterAll(() => db.close());

  const submitted = async (viewer = ann): Promise<Task> => {
    const { task } = await node.submissions.submit(viewer, aRequest());
    return task;
  };

  /** Reads a stream to its end while time goes on. */
  const all = async (stream: AsyncIterableIterator<StoredEvent>): Promise<StoredEvent[]> => {
    const events: StoredEvent[] = [];
    let isOver = false;
    const reading = (async () => {
      for await (const event of stream) events.push(event);
      isOver = true;
    })();
    await node.clock.until(() => isOver);
    await reading;
    return events;
  };
  /** The next `count` events while time goes on; the stream stays open. */
  const take = async (
    stream: AsyncIterableIterator<StoredEvent>,
    count: number,
  ): Promise<StoredEvent[]> => {
    const events: StoredEvent[] = [];
    let problem: unknown;
    const reading = (async () => {
      while (events.length < count) {
        const { value, done } = await stream.next();
        if (done === true) throw new Error('the stream ended');
        events.push(value);
      }
    })().catch((error: unknown) => {
      problem = error;
    });
    await node.clock.until(() => events.length === count || problem !== undefined);
    await reading;
    expect(problem).toBeUndefined();
    return events;
  };
  const statuses = (events: readonly StoredEvent[]): string[] =>
    events.map(({ task }) => task.state.status);
  const numbers = (events: readonly StoredEvent[]): number[] => events.map((event) => event.number);

  it('begins with a snapshot, then tells every change once, and ends with the settlement', async () => {
    const task = await submitted();
    const events = await all(await node.taskEvents.watchTask(ann, task.id, null));
    expect(statuses(events)[0]).toBe('PENDING');
    expect(statuses(events).at(-1)).toBe('SUCCEEDED');
    expect(statuses(events)).toContain('RUNNING');
    const sorted = [...new Set(numbers(events))].sort((a, b) => a - b);
    expect(numbers(events)).toEqual(sorted);
  });

  it('resumes after any number without a gap or a repetition', async () => {
    const task = await submitted();
    const events = await all(await node.taskEvents.watchTask(ann, task.id, null));
    for (const [index, { number }] of events.entries()) {
      const rest = await all(await node.taskEvents.watchTask(ann, task.id, number));
      expect(numbers(rest)).toEqual(numbers(events.slice(index + 1)));
    }
    const settled = await all(await node.taskEvents.watchTask(ann, task.id, null));
    expect(statuses(settled)).toEqual(['SUCCEEDED']);
  });

  it('gives 200 watchers every event, at the price of one read each time', async () => {
    const task = await submitted();
    const streams = await Promise.all(
      Array.from({ length: 200 }, () => node.taskEvents.watchTask(ann, task.id, null)),
    );
    const firsts = await Promise.all(streams.map((stream) => stream.next()));
    expect(firsts.every(({ done }) => done === false)).toBe(true);
    let reads = 0;
    const { listEvents } = node.stores.events;
    node.stores.events.listEvents = (...args) => {
      reads += 1;
      return listEvents.apply(node.stores.events, args);
    };
    const told = await Promise.all(streams.map((stream) => all(stream)));
    expect(new Set(told.map((events) => numbers(events).join())).size).toBe(1);
    expect(statuses(told[0] ?? []).at(-1)).toBe('SUCCEEDED');
    expect(reads).toBeLessThan(20);
  });

  it('tells a tenant of all its tasks, and nothing of another’s', async () => {
    const stream = await node.taskEvents.watchTasks(ann, null);
    const first = take(stream, 4);
    const [one, theirs, two] = [await submitted(), await submitted(bob), await submitted()];
    const events = await first;
    expect(events.map(({ task, number }) => [task.id, task.state.status, number])).toEqual([
      [one.id, 'QUEUED', 1],
      [one.id, 'PENDING', 2],
      [two.id, 'QUEUED', 3],
      [two.id, 'PENDING', 4],
    ]);
    expect(JSON.stringify(events)).not.toContain(theirs.id);
    await stream.return?.();
    const resumed = await node.taskEvents.watchTasks(ann, 2);
    expect(numbers(await take(resumed, 2))).toEqual([3, 4]);
    await resumed.return?.();
  });

  it('reads up for a watcher that was too slow for its buffer, and skips nothing', async () => {
    const submissions = 60;
    const expected = Array.from({ length: 2 * submissions }, (_, at) => at + 1);
    await node.poller.stop();
    const slow = await node.taskEvents.watchTasks(ann, null);
    const quick = await node.taskEvents.watchTasks(ann, null);
    const started = slow.next();
    const quickNumbers: number[] = [];
    const reading = (async () => {
      for await (const { number } of quick) quickNumbers.push(number);
    })();
    for (let count = 0; count < submissions; count += 1) await submitted();
    await node.clock.until(() => quickNumbers.length === expected.length);
    expect(quickNumbers).toEqual(expected);
    expect((await started).value).toMatchObject({ number: 1 });
    expect(numbers(await take(slow, expected.length - 1))).toEqual(expected.slice(1));
    await Promise.all([slow.return?.(), quick.return?.()]);
    await reading;
  });

  it('ends a stream at once that waits for an event, when its reader leaves', async () => {
    const stream = await node.taskEvents.watchTasks(ann, null);
    const waiting = stream.next();
    expect(node.taskEvents.openCount).toBe(1);
    await stream.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(node.taskEvents.openCount).toBe(0);
  });

  it('keeps a stream that was opened and not yet read while another one leaves', async () => {
    const [leaving, staying] = [
      await node.taskEvents.watchTasks(ann, null),
      await node.taskEvents.watchTasks(ann, null),
    ];
    await leaving.return?.();
    await submitted();
    expect(numbers(await take(staying, 2))).toEqual([1, 2]);
    await staying.return?.();
  });

  it('finds within 5 s an event whose wake-up was lost', async () => {
    const bus = { listen: () => Promise.resolve({ stop: () => Promise.resolve() }) };
    const { stores, tasks, clock } = node;
    const deaf = new TaskEvents({ store: stores.events, tasks, bus, clock, log: silentLog });
    await deaf.start();
    const stream = await deaf.watchTasks(ann, null);
    const next = stream.next();
    await submitted();
    await node.clock.advance(5_000);
    expect(await next).toMatchObject({ value: { number: 1 } });
    await deaf.stop();
    await stream.return?.();
  });

  describe('of a task that ends while its wake-ups are lost', () => {
    /** A second node's reader, woken only by the test. */
    async function deafNode(): Promise<{ events: TaskEvents; wake: () => void }> {
      let wake: (tenantId: string) => void = () => undefined;
      const bus = {
        listen: (onWake: (tenantId: string) => void) => {
          wake = onWake;
          return Promise.resolve({ stop: () => Promise.resolve() });
        },
      };
      const { stores, tasks, clock } = node;
      const events = new TaskEvents({ store: stores.events, tasks, bus, clock, log: silentLog });
      await events.start();
      return {
        events,
        wake: () => {
          wake('ann');
        },
      };
    }

    /** One that waits for its turn, so that it can be cancelled at once. */
    const queued = async (): Promise<Task> =>
      (await node.stores.submissions.accept(aNewTask({ tenantId: 'ann' }), node.clock.now())).task;
    const cancel = async ({ id }: Task): Promise<void> => {
      const task = await node.stores.tasks.requestCancel('ann', id, node.clock.now());
      expect(task?.state.status).toBe('CANCELLED');
    };
    const remove = async (task: Task): Promise<void> => {
      await db.database.kysely.deleteFrom('tasks').where('id', '=', task.id).execute();
      // The count moves with the row.
      await db.database.kysely
        .updateTable('tenants')
        .set(({ eb }) => ({ tasks: eb('tasks', '-', 1) }))
        .where('id', '=', task.tenantId)
        .execute();
    };
    const forget = async (task: Task): Promise<void> => {
      await db.database.kysely.deleteFrom('task_events').where('task_id', '=', task.id).execute();
    };
    const WAYS: Readonly<Record<string, (task: Task) => Promise<unknown>>> = {
      'is deleted': (task) => node.tasks.delete(ann, task.id),
      'is removed with its tenant or by retention': remove,
      'has settled and its events are no longer kept': forget,
    };

    for (const [what, end] of Object.entries(WAYS)) {
      it(`D24: ends a stream within 5 s when the task ${what}`, async () => {
        const { events } = await deafNode();
        const [task, other] = [await queued(), await queued()];
        const stream = await events.watchTask(ann, task.id, null);
        const staying = await events.watchTask(ann, other.id, null);
        for (const each of [stream, staying]) expect((await each.next()).done).toBe(false);
        const next = stream.next();
        await cancel(task);
        await end(task);
        await node.clock.advance(5_000);
        expect((await next).done).toBe(true);
        expect(events.openCount).toBe(1);
        await staying.return?.();
        await events.stop();
      });
    }

    it('D24: ends a stream as soon as a deletion wakes its node', async () => {
      const { events, wake } = await deafNode();
      const task = await queued();
      const stream = await events.watchTask(ann, task.id, null);
      await stream.next();
      const next = stream.next();
      await cancel(task);
      await node.tasks.delete(ann, task.id);
      wake();
      expect((await next).done).toBe(true);
      await events.stop();
    });

    it('D24: tells a settlement that is still kept before it ends', async () => {
      const { events } = await deafNode();
      const task = await queued();
      const stream = await events.watchTask(ann, task.id, null);
      await stream.next();
      const rest = (async () => {
        const events: StoredEvent[] = [];
        for await (const event of stream) events.push(event);
        return events;
      })();
      await cancel(task);
      await node.clock.advance(5_000);
      expect(statuses(await rest).at(-1)).toBe('CANCELLED');
      await events.stop();
    });
  });

  it('W9: is ended by its signal, and leaves no listener behind', async () => {
    const task = await submitted();
    const ending = new AbortController();
    const streams = [
      await node.taskEvents.watchTasks(ann, null, ending.signal),
      await node.taskEvents.watchTask(ann, task.id, null, ending.signal),
    ];
    await streams[1]?.next();
    const waiting = streams.map((stream) => stream.next());
    expect(getEventListeners(ending.signal, 'abort')).toHaveLength(2);
    ending.abort();
    for (const next of waiting) expect((await next).done).toBe(true);
    expect(node.taskEvents.openCount).toBe(0);
    expect(getEventListeners(ending.signal, 'abort')).toEqual([]);
    const late = await node.taskEvents.watchTasks(ann, null, ending.signal);
    expect((await late.next()).done).toBe(true);
    expect(node.taskEvents.openCount).toBe(0);
  });

  it('D17: an event looks at no follower of another task, however many there are', async () => {
    const store = { listEvents: () => Promise.resolve([]) } as unknown as EventStore;
    const { clock } = node;
    const hub = new EventHub({ tenantId: 'ann', position: 0, store, clock, log: silentLog });
    const told: number[] = [];
    const follow = async (taskId: string | undefined): Promise<void> => {
      const watched = { after: 0, ...(taskId !== undefined && { taskId }) };
      for await (const event of hub.watch(watched)) told.push(event.number);
    };
    const following = [follow(undefined), follow('told')];
    for (let at = 0; at < 5_000; at += 1) following.push(follow(`other ${String(at)}`));
    await node.clock.advance(0);
    let looks = 0;
    const task = {
      get id() {
        looks += 1;
        return 'told';
      },
    } as Task;
    store.listEvents = (_tenant, { after }) =>
      Promise.resolve(after === 0 ? [{ number: 1, task }] : []);
    hub.wake();
    await node.clock.until(() => told.length === 2, { stepMs: 0 });
    expect(looks).toBe(1);
    hub.stop();
    await Promise.all(following);
  });

  it('refuses before it opens: an unknown task, a foreign one, an old and an unborn cursor', async () => {
    const task = await submitted();
    await expect(node.taskEvents.watchTask(ann, randomUUID(), null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(node.taskEvents.watchTask(bob, task.id, null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(node.taskEvents.watchTask(bob, task.id, 0)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(node.taskEvents.watchTasks(ann, 1_000)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await expect(node.taskEvents.watchTasks(ann, -1)).rejects.toMatchObject({
      code: 'CURSOR_EXPIRED',
    });
  });

  it('completes every stream when the node stops, and opens no more', async () => {
    const stream = await node.taskEvents.watchTasks(ann, null);
    const waiting = stream.next();
    await node.taskEvents.stop();
    expect((await waiting).done).toBe(true);
    await expect(node.taskEvents.watchTasks(ann, null)).rejects.toMatchObject({
      code: 'SHUTTING_DOWN',
    });
  });
});
