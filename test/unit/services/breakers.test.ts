import type { Fault } from '../../../src/emulator/control/faults.js';
import { PROBE_INTERVAL_MS } from '../../../src/services/upstream/circuit.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const PATH = '/v1/text_to_video';
const ann = viewerOf('ann');

const other = aRequest({
  model: 'veo3.1',
  request: {
    pathIds: [],
    body: { model: 'veo3.1', promptText: 'a fox', ratio: '1280:720', duration: 8 },
  },
});

describe('Breakers', () => {
  let db: TestDatabase;
  let node: Services;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database);
  });
  afterEach(async () => {
    await node.stop();
    await db.clear();
    expect(node.clock.sleeperCount).toBe(0);
  });
  afterAll(() => db.close());

  const account = (): string => node.runway.accounts.operator;
  const posts = (): number => node.asked('POST').length;
  const submit = async (request = aRequest()) => (await node.submissions.submit(ann, request)).task;
  const codeOf = async (request = aRequest()): Promise<unknown> =>
    submit(request).then(
      (task) => task.state.status,
      (error: unknown) => (error as { code?: string }).code,
    );
  const failing = (fault: Partial<Fault> = { status: 500, body: { error: 'x' } }): void => {
    node.emulator.setFault({ path: '*', ...fault });
  };
  /** Five failures in a row. */
  const open = async (request = aRequest()): Promise<void> => {
    for (let failure = 0; failure < 5; failure += 1) await codeOf(request);
  };
  const taskCount = async (): Promise<number> =>
    (await node.tasks.list(ann, {}, { first: 100, after: null })).tasks.length;

  // Guarantee: while Runway is down, nothing new is accepted, and nothing is lost or paid.
  it('D7: fails fast before a request is accepted, and leaves its key free', async () => {
    failing();
    await open();
    const before = { posts: posts(), tasks: await taskCount() };
    const request = aRequest({ idempotencyKey: 'k1' });
    for (let count = 0; count < 50; count += 1) {
      await expect(submit(request)).rejects.toMatchObject({
        code: 'RUNWAY_UNAVAILABLE',
        retryAfterMs: PROBE_INTERVAL_MS,
      });
    }
    // The clock stands still: none has waited for anything.
    expect({ posts: posts(), tasks: await taskCount() }).toEqual(before);
    node.emulator.clearFaults();
    await node.clock.advance(PROBE_INTERVAL_MS);
    expect((await submit(request)).state.status).toBe('PENDING');
  });

  it('D7: lets one probe through in 10 s, and closes when it succeeds', async () => {
    failing();
    await open();
    const before = posts();
    for (let interval = 1; interval <= 3; interval += 1) {
      await node.clock.advance(PROBE_INTERVAL_MS);
      expect(await codeOf()).toBe('UNCONFIRMED');
      expect(await codeOf()).toBe('RUNWAY_UNAVAILABLE');
      expect(posts()).toBe(before + interval);
    }
    node.emulator.clearFaults();
    await node.clock.advance(PROBE_INTERVAL_MS);
    expect(await codeOf()).toBe('PENDING');
    expect(await Promise.all([codeOf(), codeOf()])).toEqual(['PENDING', 'PENDING']);
    expect(node.warnings('Runway has recovered')).toHaveLength(1);
  });

  it('lets those wait that were accepted together with the probe', async () => {
    failing();
    await open();
    await node.clock.advance(PROBE_INTERVAL_MS);
    const answers = await Promise.all([codeOf(), codeOf(), codeOf()]);
    expect(answers.toSorted()).toEqual(['QUEUED', 'QUEUED', 'UNCONFIRMED']);
    expect(posts()).toBe(6);
    node.emulator.clearFaults();
    node.submitter.start();
    await node.clock.until(() => posts() === 8);
  });

  it('does not wait for a probe that hangs', async () => {
    failing();
    await open();
    node.emulator.clearFaults();
    failing({ hang: true });
    await node.clock.advance(PROBE_INTERVAL_MS);
    const hanging = codeOf();
    await node.clock.until(() => posts() === 6);
    expect(await codeOf()).toBe('RUNWAY_UNAVAILABLE');
    node.emulator.clearFaults();
    await node.clock.advance(PROBE_INTERVAL_MS);
    expect(await codeOf()).toBe('PENDING');
    await node.emulator.close();
    expect(await hanging).toBe('UNCONFIRMED');
    expect(await codeOf()).toBe('QUEUED');
  });

  it('D7: keeps a model that fails apart from the others', async () => {
    failing({ path: PATH, times: 5, status: 500, body: { error: 'x' } });
    await open();
    expect(await codeOf()).toBe('RUNWAY_UNAVAILABLE');
    expect(await codeOf(other)).toBe('PENDING');
  });

  it('D29: opens the account at the first 401, for all models, and tells an operator', async () => {
    failing({ status: 401, body: { error: 'No.' } });
    for (const request of [aRequest(), other, aRequest()]) {
      expect(await codeOf(request)).toBe('RUNWAY_UNAUTHORIZED');
    }
    const { uploads, runway } = node;
    const { organization } = runway;
    const refusal = { code: 'RUNWAY_UNAUTHORIZED', retryAfterMs: undefined };
    await expect(organization.retrieve(account())).rejects.toMatchObject(refusal);
    await expect(uploads.create(ann, 'a.png')).rejects.toMatchObject(refusal);
    expect(posts()).toBe(1);
    expect(node.warnings('Runway is failing').map(({ level }) => level)).toEqual(['error']);
  });

  it('D29: opens the model at the first 403, and leaves the account alone', async () => {
    failing({ status: 403, body: { error: 'No.' }, times: 1 });
    for (let count = 0; count < 3; count += 1) {
      expect(await codeOf()).toBe('RUNWAY_UNAUTHORIZED');
    }
    expect(posts()).toBe(1);
    expect(await codeOf(other)).toBe('PENDING');
    await node.runway.organization.retrieve(account());
    expect(node.warnings('Runway is failing').map(({ level }) => level)).toEqual(['error']);
    await node.clock.advance(PROBE_INTERVAL_MS);
    expect(await codeOf()).toBe('PENDING');
    expect(node.warnings('Runway has recovered')).toHaveLength(1);
  });

  it('D29: holds a model until something good is heard of it, whatever else its probes meet', async () => {
    failing({ path: PATH, status: 403, body: { error: 'No.' }, times: 1 });
    failing({ path: PATH, status: 500, body: { error: 'x' }, times: 1 });
    expect(await codeOf()).toBe('RUNWAY_UNAUTHORIZED');
    await node.clock.advance(PROBE_INTERVAL_MS);
    expect(await codeOf()).toBe('UNCONFIRMED');
    expect(await codeOf()).toBe('RUNWAY_UNAVAILABLE');
    expect(await codeOf(other)).toBe('PENDING');
    await node.clock.advance(PROBE_INTERVAL_MS);
    expect(await codeOf()).toBe('PENDING');
  });

  it('D29: holds nothing for a task that may not be read', async () => {
    await submit();
    failing({ method: 'GET', status: 403, body: { error: 'No.' } });
    node.poller.start();
    await node.clock.until(() => node.warnings('a read told nothing').length > 5, { stepMs: 500 });
    expect(await codeOf()).toBe('PENDING');
    expect(node.warnings('Runway is failing')).toEqual([]);
  });

  it('D29: tells what is queued that the secret is refused', async () => {
    failing({ path: PATH, times: 1, status: 503, body: { error: 'Busy.' } });
    const queued = await submit();
    failing({ status: 401, body: { error: 'No.' } });
    await codeOf();
    node.submitter.start();
    await node.clock.until(async () => {
      const { state } = await node.tasks.get(ann, queued.id);
      return state.status === 'QUEUED' && state.waitingFor?.reason === 'RUNWAY_UNAUTHORIZED';
    });
    node.emulator.clearFaults();
    await node.clock.until(async () => {
      const { state } = await node.tasks.get(ann, queued.id);
      return state.status === 'PENDING';
    });
  });

  // Guarantee: no failure of one tenant's task or of one model stops the other tenants.
  it('does not open the account for one task whose reads fail, however often', async () => {
    await submit();
    failing({ method: 'GET', status: 500, body: { error: 'x' } });
    node.poller.start();
    await node.clock.until(() => node.warnings('a read told nothing').length > 5, { stepMs: 500 });
    expect(await codeOf()).toBe('PENDING');
    expect(node.warnings('Runway is failing')).toEqual([]);
  });

  it('does not open the account for answers that do not check', async () => {
    for (let count = 0; count < 8; count += 1) await submit();
    failing({ method: 'GET', status: 200, body: { status: 'SUCCEEDED' } });
    node.poller.start();
    await node.clock.until(() => node.warnings('a read told nothing').length > 8);
    expect(await codeOf()).toBe('PENDING');
    expect(node.warnings('Runway is failing')).toEqual([]);
  });

  it('opens the account when five models in a row leave their requests uncertain', async () => {
    failing();
    for (const model of ['m1', 'm2', 'm3', 'm4', 'm5']) {
      expect(await codeOf(aRequest({ model }))).toBe('UNCONFIRMED');
    }
    expect(await codeOf(aRequest({ model: 'm6' }))).toBe('RUNWAY_UNAVAILABLE');
    expect(posts()).toBe(5);
  });

  it('keeps the account held after a probe whose outcome is unknown', async () => {
    failing();
    for (const model of ['m1', 'm2', 'm3', 'm4', 'm5']) await codeOf(aRequest({ model }));
    for (let interval = 1; interval <= 3; interval += 1) {
      await node.clock.advance(PROBE_INTERVAL_MS);
      expect(await codeOf(other)).toBe('UNCONFIRMED');
      expect(await codeOf()).toBe('RUNWAY_UNAVAILABLE');
      expect(posts()).toBe(5 + interval);
    }
    node.emulator.clearFaults();
    await node.clock.advance(PROBE_INTERVAL_MS);
    expect(await codeOf(other)).toBe('PENDING');
    expect(await codeOf()).toBe('PENDING');
  });

  it('keeps the account held for a refused secret until something succeeds', async () => {
    failing({ status: 401, body: { error: 'No.' }, times: 1 });
    expect(await codeOf()).toBe('RUNWAY_UNAUTHORIZED');
    failing();
    await node.clock.advance(PROBE_INTERVAL_MS);
    expect(await codeOf()).toBe('UNCONFIRMED');
    expect(await codeOf(other)).toBe('RUNWAY_UNAVAILABLE');
  });

  // Guarantee: an upstream that fails all the time is held within 10 s.
  it('D7: opens within 10 s of a total failure under load', async () => {
    for (let count = 0; count < 8; count += 1) await submit();
    node.poller.start();
    await node.clock.advance(6_000);
    failing();
    const failedAt = node.clock.now().getTime();
    const models = ['gen4.5', 'veo3.1', 'gen4_turbo'];
    await node.clock.until(
      async () => {
        const codes: unknown[] = [];
        for (const model of models) codes.push(await codeOf(aRequest({ model })));
        return codes.every((code) => code === 'RUNWAY_UNAVAILABLE');
      },
      { stepMs: 500 },
    );
    expect(node.clock.now().getTime() - failedAt).toBeLessThanOrEqual(10_000);
  });

  it('keeps SDK methods apart where there is no model', async () => {
    failing();
    const preview = aRequest({ model: null, sdkMethod: 'voices.preview' });
    await open(preview);
    expect(await codeOf(preview)).toBe('RUNWAY_UNAVAILABLE');
    node.emulator.clearFaults();
    expect(await codeOf(aRequest({ model: null }))).toBe('PENDING');
  });

  it('makes no other call of Runway while the account is held', async () => {
    const task = await submit();
    await node.emulator.close();
    await open();
    const before = node.emulator.requests().length;
    const held = { code: 'RUNWAY_UNAVAILABLE', retryAfterMs: PROBE_INTERVAL_MS };
    const { uploads, runway } = node;
    const { organization, api } = runway;
    await expect(organization.retrieve(account())).rejects.toMatchObject(held);
    await expect(uploads.create(ann, 'a.png')).rejects.toMatchObject(held);
    const deleted = api.deleteTask(account(), 'task', task.runwayTaskId ?? '');
    await expect(deleted).rejects.toMatchObject(held);
    expect(node.emulator.requests()).toHaveLength(before);
    expect((await node.tasks.get(ann, task.id)).id).toBe(task.id);
  });

  it('opens the account when Runway cannot be reached', async () => {
    await node.emulator.close();
    await open();
    expect(await codeOf(other)).toBe('RUNWAY_UNAVAILABLE');
  });

  it.each([
    ['400', { status: 400, body: { error: 'No.' } }, 'RUNWAY_REFUSED'],
    ['404', { status: 404, body: { error: 'No.' } }, 'RUNWAY_NOT_FOUND'],
    ['429', { status: 429, body: { error: 'Slow.' } }, 'QUEUED'],
    ["Runway's own 503", { status: 503, body: { error: 'Busy.' } }, 'QUEUED'],
  ])('does not open for %s', async (_, fault, answer) => {
    failing(fault);
    for (let count = 0; count < 12; count += 1) expect(await codeOf()).toBe(answer);
  });

  it('D7: answers a repeated key and reads of tasks while it is open', async () => {
    const request = aRequest({ idempotencyKey: 'k1' });
    const first = await submit(request);
    failing();
    await open();
    expect(await codeOf()).toBe('RUNWAY_UNAVAILABLE');
    expect((await node.submissions.submit(ann, request)).replayed).toBe(true);
    expect((await node.tasks.get(ann, first.id)).id).toBe(first.id);
    expect(await taskCount()).toBe(6);
  });

  it('keeps what is queued, says why, and sends it after the recovery', async () => {
    failing({ path: PATH, times: 1, status: 503, body: { error: 'Busy.' } });
    const queued = await submit();
    failing();
    await open();
    node.submitter.start();
    await node.clock.until(async () => {
      const { state } = await node.tasks.get(ann, queued.id);
      return state.status === 'QUEUED' && state.waitingFor?.reason === 'RUNWAY_UNREACHABLE';
    });
    expect(posts()).toBe(6);
    node.emulator.clearFaults();
    const failedAt = node.clock.now().getTime();
    await node.clock.until(async () => {
      const { state } = await node.tasks.get(ann, queued.id);
      return state.status === 'PENDING';
    });
    expect(node.clock.now().getTime() - failedAt).toBeLessThan(30_000);
    expect(posts()).toBe(7);
  });

  it('reads live tasks no more than once in 10 s while reads fail, and all of them afterwards', async () => {
    for (let count = 0; count < 8; count += 1) await submit();
    failing({ method: 'GET', status: 500, body: { error: 'x' } });
    node.poller.start();
    await node.clock.until(() => node.warnings('Runway is failing').length > 0);
    await node.clock.advance(1_000);
    node.emulator.clearRequests();
    await node.clock.advance(60_000);
    const times = node.emulator.requests().map(({ at }) => Date.parse(at));
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(times.length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(PROBE_INTERVAL_MS);
    expect(await codeOf(other)).toBe('RUNWAY_UNAVAILABLE');
    node.emulator.clearFaults();
    await node.clock.until(
      async () => {
        const { tasks } = await node.tasks.list(ann, {}, { first: 100, after: null });
        return tasks.every(({ state }) => state.status === 'SUCCEEDED');
      },
      { stepMs: 500 },
    );
    expect(await codeOf(other)).toBe('PENDING');
  });
});
