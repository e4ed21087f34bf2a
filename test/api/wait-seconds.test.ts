// Guarantee: a caller that asks for it gets its answer when its task settles, and never an error for waiting.
import { print } from 'graphql';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  type CreateTextToVideoMutationVariables,
  type TaskFieldsFragment,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, createVideo, postsTo } from '../support/client/tasks.js';

const PATH = '/v1/text_to_video';

describe('waitSeconds', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  async function start(environment: Record<string, string> = {}): Promise<void> {
    clock = new FakeClock();
    gateway = await startGateway(environment, { clock });
    gateway.emulator.settings.concurrency = null;
  }

  afterEach(() => gateway.stop());

  /** Seconds pass until the answer is there; the answer, and how long it took by the clock. */
  async function whileSecondsPass<T>(answer: Promise<T>): Promise<{ result: T; seconds: number }> {
    const startedMs = clock.monotonicMs();
    let result: { readonly value: T } | undefined;
    void answer.then((value) => (result = { value }));
    const { value } = await clock.until(() => result, { stepMs: 500 });
    return { result: value, seconds: (clock.monotonicMs() - startedMs) / 1_000 };
  }

  async function buy(
    variables: Partial<CreateTextToVideoMutationVariables>,
  ): Promise<{ task: TaskFieldsFragment; replayed: boolean }> {
    const all = { input: aVideo(), ...variables };
    return (await gateway.data(CreateTextToVideoDocument, all)).createTextToVideo;
  }

  async function look(id: string, waitSeconds: number): Promise<TaskFieldsFragment> {
    return (await gateway.data(TaskDocument, { id, waitSeconds })).task;
  }

  async function ask(id: string, signal: AbortSignal): Promise<Response> {
    return await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      signal,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${gateway.operatorKey}`,
      },
      body: JSON.stringify({ query: print(TaskDocument), variables: { id, waitSeconds: 50 } }),
    });
  }

  it('answers a mutation when its task has settled, with the outputs', async () => {
    await start();
    const { result, seconds } = await whileSecondsPass(buy({ waitSeconds: 50 }));
    expect(result.task).toMatchObject({ status: 'SUCCEEDED', cost: 60 });
    expect(result.task.output).toHaveLength(1);
    expect(seconds).toBeLessThan(50);
    expect(postsTo(gateway, PATH)).toBe(1);
  });

  it('answers with the task as it is when the time is over', async () => {
    await start();
    gateway.emulator.settings.taskSeconds = 100;
    const { result, seconds } = await whileSecondsPass(buy({ waitSeconds: 7 }));
    expect(result.task.settledAt).toBeNull();
    expect(seconds).toBeGreaterThanOrEqual(6.5);
    expect(seconds).toBeLessThanOrEqual(8);
  });

  it('counts Runway’s acceptance and the settlement as one time', async () => {
    await start();
    gateway.emulator.settings.taskSeconds = 100;
    gateway.emulator.setFault({ path: PATH, delayMs: 6_000 });
    const { seconds } = await whileSecondsPass(buy({ waitSeconds: 10 }));
    expect(seconds).toBeLessThanOrEqual(11);
  });

  it('answers the query of a task when it has settled, and at once when it has before', async () => {
    await start();
    const { id } = await createVideo(gateway);
    const { result } = await whileSecondsPass(look(id, 50));
    expect(result.status).toBe('SUCCEEDED');
    // The clock stands still.
    expect((await look(id, 50)).status).toBe('SUCCEEDED');
  });

  it('answers when a task becomes UNCONFIRMED: that does not settle by itself', async () => {
    await start();
    gateway.emulator.setFault({ path: PATH, times: 1, reset: 'afterRead' });
    const { task } = await buy({ waitSeconds: 50 });
    expect(task.status).toBe('UNCONFIRMED');
  });

  it('is no part of the request that an idempotency key stands for', async () => {
    await start();
    const first = await buy({ idempotencyKey: 'one' });
    const again = whileSecondsPass(buy({ idempotencyKey: 'one', waitSeconds: 50 }));
    const { result } = await again;
    expect([result.replayed, result.task.id]).toEqual([true, first.task.id]);
    expect(result.task.status).toBe('SUCCEEDED');
    expect(postsTo(gateway, PATH)).toBe(1);
  });

  it.each([-1, 51])('refuses %d seconds before anything is sent', async (waitSeconds) => {
    await start();
    const answer = await gateway.ask(CreateTextToVideoDocument, { input: aVideo(), waitSeconds });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions.issues).toEqual([
      { path: 'waitSeconds', rule: 'range', message: 'Must be from 0 to 50.', allowed: ['0–50'] },
    ]);
    expect(postsTo(gateway, PATH)).toBe(0);
  });

  it.each([
    ['of one viewer', { WAITS_PER_VIEWER_MAX: '1' }],
    ['of the node', { WAITS_MAX: '1' }],
  ])('answers without a wait beyond the number %s', async (_whose, limits) => {
    await start(limits);
    const { id } = await createVideo(gateway);
    const both = [look(id, 50), look(id, 50)];
    // The clock stands still.
    expect((await Promise.race(both)).status).toBe('PENDING');
    const { result } = await whileSecondsPass(Promise.all(both));
    expect(result.map(({ status }) => status).sort()).toEqual(['PENDING', 'SUCCEEDED']);
    // The place is free again.
    const next = await createVideo(gateway);
    expect((await whileSecondsPass(look(next.id, 50))).result.status).toBe('SUCCEEDED');
  });

  it('leaves half of the waits of a node to other tenants', async () => {
    await start({ WAITS_MAX: '4' });
    gateway.emulator.settings.taskSeconds = 1_000;
    const own = await gateway.keyOf('greedy', ['GENERATE_VIDEO', 'TASK_READ']);
    const { id } = await createVideo(gateway, {}, own);
    const waits = [1, 2, 3].map(async () => {
      const { task } = await gateway.data(TaskDocument, { id, waitSeconds: 50 }, own);
      return task.status;
    });
    // Two wait, one is answered. The clock stands still.
    expect(await Promise.race(waits)).toBe('PENDING');
    const theirs = await createVideo(gateway);
    const { seconds } = await whileSecondsPass(look(theirs.id, 5));
    expect(seconds).toBeGreaterThanOrEqual(4.5);
    await whileSecondsPass(Promise.all(waits));
  });

  it('gives the place back when the client leaves', async () => {
    await start({ WAITS_MAX: '1' });
    gateway.emulator.settings.taskSeconds = 1_000;
    const { id } = await createVideo(gateway);
    const leaving = new AbortController();
    const both = [1, 2].map(() => ask(id, leaving.signal));
    // One has no place; the other one waits, and leaves.
    expect((await Promise.race(both)).status).toBe(200);
    leaving.abort();
    await Promise.allSettled(both);
    const waited = await clock.until(
      async () => {
        const { seconds } = await whileSecondsPass(look(id, 3));
        return seconds >= 2;
      },
      { stepMs: 0 },
    );
    expect(waited).toBe(true);
  });

  it('D8: answers at once when the gateway stops', async () => {
    await start({ WAITS_MAX: '1' });
    const { id } = await createVideo(gateway);
    const both = [look(id, 50), look(id, 50)];
    await Promise.race(both);
    const stopped = gateway.stop();
    for (const task of await Promise.all(both)) expect(task.status).toBe('PENDING');
    await stopped;
  });

  it('lets many wait for one task', async () => {
    await start();
    const { id } = await createVideo(gateway);
    const all = await whileSecondsPass(Promise.all([1, 2, 3].map(() => look(id, 50))));
    expect(all.result.map(({ status }) => status)).toEqual(Array(3).fill('SUCCEEDED'));
  });
});
