import type { Slots } from '../../../src/services/dispatch/slots.js';
import { LEASE_MARGIN_MS } from '../../../src/services/submission/sending-rules.js';
import { joinPaidRequests } from '../../../src/app/paid-requests.js';
import { PROBE_INTERVAL_MS } from '../../../src/services/upstream/circuit.js';
import { RunwayRefused } from '../../../src/services/upstream/runway-refused.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import { expectLedgerHolds } from '../../support/store/ledger.js';
import {
  aRequest,
  CREDITS,
  startServices,
  type Services,
  SUBMIT_TIMEOUT_MS,
  viewerOf,
} from '../../support/gateway/services.js';
import { whileTimePasses } from '../../support/time/while-time-passes.js';
import { withMethods } from '../../support/store/with-methods.js';

const PATH = '/v1/text_to_video';
const ann = viewerOf('ann');
describe('Submissions', () => {
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
    await expectLedgerHolds(db.database);
    await db.clear();
    expect(node.clock.sleeperCount).toBe(0);
  });
  afterAll(() => db.close());

  /** The stored task whose submission has been answered. */
  const submitted = async (request = aRequest()) => {
    const { task } = await node.submissions.submit(ann, request);
    return task;
  };
  const posts = (): number => node.asked('POST').length;

  it('sends an accepted request once and takes over what Runway says', async () => {
    const { task, estimate, replayed } = await node.submissions.submit(ann, aRequest());
    expect(task).toMatchObject({
      state: { status: 'PENDING' },
      runwayTaskId: expect.any(String),
      estimate: { credits: 60, source: 'RUNWAY' },
    });
    expect(estimate).toEqual({ credits: 60, source: 'RUNWAY' });
    expect(replayed).toBe(false);
    expect(node.asked()).toEqual([`POST ${PATH}`]);
    expect(node.emulator.requests()[0]?.body).toEqual(aRequest().request.body);
  });

  it('estimates a request and does not call Runway', async () => {
    expect(await node.submissions.estimate(ann, aRequest())).toEqual({
      credits: CREDITS,
      source: 'PRICES',
    });
    expect(node.asked()).toEqual([]);
    expect(
      (await node.stores.tasks.listTasks('ann', {}, { first: 10, after: null })).tasks,
    ).toEqual([]);
  });

  it('returns the first task for a repeated key, and refuses it for another input', async () => {
    const request = aRequest({ idempotencyKey: 'k1' });
    const first = await submitted(request);
    const again = await node.submissions.submit(ann, request);
    expect(again).toMatchObject({ task: { id: first.id }, replayed: true });
    const other = node.submissions.submit(ann, { ...request, label: 'other' });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(posts()).toBe(1);
  });

  it('sends one POST for 20 simultaneous requests with one key', async () => {
    const request = aRequest({ idempotencyKey: 'k1' });
    const all = await Promise.all(
      Array.from({ length: 20 }, () => node.submissions.submit(ann, request)),
    );
    expect(new Set(all.map(({ task }) => task.id)).size).toBe(1);
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(posts()).toBe(1);
  });

  it('answers a repeated key with QUEUED while the first submission is open', async () => {
    node.emulator.setFault({ path: PATH, hang: true });
    const request = aRequest({ idempotencyKey: 'k1' });
    const first = node.submissions.submit(ann, request);
    await node.clock.until(() => posts() === 1);
    const again = await node.submissions.submit(ann, request);
    expect(again).toMatchObject({ task: { state: { status: 'QUEUED' } }, replayed: true });
    await node.emulator.close();
    expect((await first).task.state.status).toBe('UNCONFIRMED');
    expect(posts()).toBe(1);
  });

  it.each([
    [400, { error: 'No.' }, 'RUNWAY_REFUSED'],
    [400, { error: 'x', issues: [{ code: 'too_big', path: ['a', 0] }] }, 'BAD_USER_INPUT'],
    [400, { error: 'You do not have enough credits to run this task.' }, 'RUNWAY_OUT_OF_CREDITS'],
    [401, { error: 'No.' }, 'RUNWAY_UNAUTHORIZED'],
    [403, { error: 'No.' }, 'RUNWAY_UNAUTHORIZED'],
    [404, { error: 'No.' }, 'RUNWAY_NOT_FOUND'],
  ])('on %s %j throws, keeps no task and frees the key', async (status, body, code) => {
    node.emulator.setFault({ path: PATH, times: 1, status, body });
    const request = aRequest({ idempotencyKey: 'k1' });
    const refused: unknown = await submitted(request).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RunwayRefused);
    expect(refused).toMatchObject({
      code,
      issues: 'issues' in body ? [{ path: 'input.a.?', rule: 'runway:too_big' }] : [],
    });
    expect(
      (await node.stores.tasks.listTasks('ann', {}, { first: 10, after: null })).tasks,
    ).toEqual([]);
    // 401 and 403 open the account's breaker: the next request is its probe.
    await node.clock.advance(PROBE_INTERVAL_MS);
    expect((await submitted(request)).state.status).toBe('PENDING');
    expect(posts()).toBe(2);
  });

  it.each([
    ['500', { status: 500, body: { error: 'x' } }],
    ['502', { status: 502, body: { error: 'x' } }],
    ['409', { status: 409, body: { error: 'x' } }],
    ['503 without a Runway body', { status: 503, rawBody: '<html>' }],
    ['200 without an id', { status: 200, body: {} }],
    ['a reset after the request', { reset: 'afterRead' }],
    ['a truncated answer', { truncate: 9 }],
  ] as const)('on %s keeps the task UNCONFIRMED and never sends it again', async (_, fault) => {
    node.emulator.setFault({ path: PATH, times: 1, ...fault });
    node.submitter.start();
    node.leaseSweeper.start();
    const task = await submitted();
    expect(task.state.status).toBe('UNCONFIRMED');
    for (let minute = 0; minute < 3; minute += 1) await node.clock.advance(60_000);
    expect(posts()).toBe(1);
    expect(node.warnings('no certain outcome')).toHaveLength(1);
  });

  it('waits as long as Runway asks after a 429, and then sends it again', async () => {
    const headers = { 'retry-after': '30' };
    node.emulator.setFault({ path: PATH, times: 1, status: 429, body: { error: 'x' }, headers });
    node.submitter.start();
    const task = await submitted();
    expect(task.state).toMatchObject({
      status: 'QUEUED',
      waitingFor: { reason: 'RUNWAY_RATE_LIMITED', until: '2026-01-01T00:00:30.750Z' },
    });
    await node.clock.advance(30_000);
    expect(posts()).toBe(1);
    const sent = await node.clock.until(async () => {
      const found = await node.tasks.get(ann, task.id);
      return found.state.status === 'PENDING' && found;
    });
    expect(sent.runwayTaskId).not.toBeNull();
    expect(posts()).toBe(2);
  });

  it('parks a task for an hour at the daily cap', async () => {
    const body = { error: 'Your daily task limit has been reached.' };
    node.emulator.setFault({ path: PATH, times: 1, status: 429, body });
    const { state } = await submitted();
    expect(state).toMatchObject({
      waitingFor: { reason: 'RUNWAY_DAILY_CAP', until: '2026-01-01T01:00:30.000Z' },
    });
  });

  it('sends again what provably was not sent, and waits longer each time', async () => {
    await node.emulator.close();
    const task = await submitted();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const { state } = await node.tasks.get(ann, task.id);
      if (state.status !== 'QUEUED') throw new Error(state.status);
      expect(state.waitingFor?.reason).toBe('RUNWAY_UNREACHABLE');
      const wait = Date.parse(state.waitingFor?.until ?? '') - node.clock.now().getTime();
      waits.push(wait);
      await node.clock.advance(wait);
      expect(await node.queued.sendNext()).toBe(true);
    }
    expect(waits).toEqual([750, 1_250, 2_250, 4_250]);
  });

  it('fails a task that Runway refuses in the background', async () => {
    node.emulator.setFault({ path: PATH, times: 1, status: 503, body: { error: 'Busy.' } });
    const task = await submitted();
    node.emulator.setFault({ path: PATH, times: 1, status: 400, body: { error: 'No.' } });
    await node.clock.advance(60_000);
    expect(await node.queued.sendNext()).toBe(true);
    const { state } = await node.tasks.get(ann, task.id);
    expect(state).toMatchObject({
      status: 'FAILED',
      failure: { code: 'RUNWAY_REFUSED', retryable: false, runwayMessage: 'No.' },
    });
    expect(await node.queued.sendNext()).toBe(false);
  });

  it('waits for open submissions at the end, and accepts nothing more', async () => {
    node.emulator.setFault({ path: PATH, times: 1, delayMs: 50 });
    const open = submitted();
    await node.clock.until(() => posts() === 1, { stepMs: 0 });
    // Small steps, because the answer may be put off a moment later than the request is seen.
    await whileTimePasses(node.clock, node.openSubmissions.drain(25_000), 10);
    expect((await open).state.status).toBe('PENDING');
    await expect(submitted()).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    expect(await node.queued.sendNext()).toBe(false);
    expect(posts()).toBe(1);
  });

  it('records what is still open at the end of the drain as UNCONFIRMED', async () => {
    node.emulator.setFault({ path: PATH, hang: true });
    const open = submitted(aRequest({ idempotencyKey: 'k1' }));
    await node.clock.until(() => posts() === 1);
    const drained = node.openSubmissions.drain(25_000);
    await node.clock.advance(25_000);
    await drained;
    const task = await node.tasks.getByKey(ann, 'k1');
    expect(task.state.status).toBe('UNCONFIRMED');
    await node.emulator.close();
    expect((await open).state.status).toBe('UNCONFIRMED');
  });

  it('sends nothing that the store has not accepted', async () => {
    const accepting = withMethods(node.stores.submissions, {
      accept: () => Promise.reject(new Error('store away')),
    });
    const { submissions } = joinPaidRequests({
      ...node.paidRequests,
      stores: { ...node.stores, submissions: accepting },
    });
    await expect(submissions.submit(ann, aRequest())).rejects.toThrow('store away');
    expect(posts()).toBe(0);
  });

  it('answers with the QUEUED task when a refusal cannot be written down', async () => {
    node.emulator.setFault({ path: PATH, times: 1, status: 400, body: { error: 'No.' } });
    const outcomes = withMethods(node.stores.outcomes, {
      discard: () => Promise.reject(new Error('store away')),
    });
    const { submissions } = joinPaidRequests({
      ...node.paidRequests,
      stores: { ...node.stores, outcomes },
    });
    const open = submissions.submit(ann, aRequest({ idempotencyKey: 'k1' }));
    const { task } = await node.clock.until(() => Promise.race([open, Promise.resolve(undefined)]));
    expect(task.state.status).toBe('QUEUED');
    // No client waits for it any more, so the task is kept and is FAILED.
    await node.clock.until(
      async () => (await node.tasks.getByKey(ann, 'k1')).state.status === 'FAILED',
    );
    expect(posts()).toBe(1);
  });

  // Guarantee: an id that Runway gave is kept, however long the store is away.
  it('tries to keep an id for as long as the process lives, and answers QUEUED meanwhile', async () => {
    let isAway = true;
    const outcomes = withMethods(node.stores.outcomes, {
      recordAccepted: (...args) =>
        isAway
          ? Promise.reject(new Error('store away'))
          : node.stores.outcomes.recordAccepted(...args),
    });
    const { submissions } = joinPaidRequests({
      ...node.paidRequests,
      stores: { ...node.stores, outcomes },
    });
    const open = submissions.submit(ann, aRequest({ idempotencyKey: 'k1' }));
    const { task } = await node.clock.until(() => Promise.race([open, Promise.resolve(undefined)]));
    expect(task.state.status).toBe('QUEUED');
    node.leaseSweeper.start();
    await node.clock.until(
      async () => (await node.tasks.getByKey(ann, 'k1')).state.status === 'UNCONFIRMED',
      { stepMs: 1_000 },
    );
    isAway = false;
    await node.clock.until(
      async () => (await node.tasks.getByKey(ann, 'k1')).state.status === 'PENDING',
      { stepMs: 1_000 },
    );
    expect(posts()).toBe(1);
  });

  it('does not take a write whose answer was lost for one that came too late', async () => {
    let writes = 0;
    const outcomes = withMethods(node.stores.outcomes, {
      recordAccepted: async (...args) => {
        const task = await node.stores.outcomes.recordAccepted(...args);
        writes += 1;
        if (writes === 1) throw new Error('the connection was lost after the commit');
        return task;
      },
    });
    const { submissions } = joinPaidRequests({
      ...node.paidRequests,
      stores: { ...node.stores, outcomes },
    });
    const open = submissions.submit(ann, aRequest());
    const { task } = await node.clock.until(() => Promise.race([open, Promise.resolve(undefined)]));
    expect(task.state.status).toBe('PENDING');
    expect(writes).toBe(2);
    expect(node.warnings('after its lease had ended')).toEqual([]);
  });

  it('takes nothing more once it stops, though it was about to', async () => {
    node.emulator.setFault({ path: PATH, times: 1, status: 503, body: { error: 'Busy.' } });
    await submitted();
    await node.clock.advance(60_000);
    const slots = Object.create(node.paidRequests.slots) as Slots;
    let learnt: () => void = () => undefined;
    slots.learn = () =>
      new Promise((resolve) => {
        learnt = resolve;
      });
    const { queued, open } = joinPaidRequests({ ...node.paidRequests, slots });
    const taking = queued.sendNext();
    const drained = open.drain(25_000);
    learnt();
    expect(await taking).toBe(false);
    await drained;
    expect(posts()).toBe(1);
    expect(await node.queued.sendNext()).toBe(true);
  });

  it('sends nothing that it takes while it stops', async () => {
    const stopping: Promise<void>[] = [];
    const accepting = withMethods(node.stores.submissions, {
      accept: async (...args) => {
        const acceptance = await node.stores.submissions.accept(...args);
        stopping.push(stopped.drain(25_000));
        return acceptance;
      },
    });
    const { submissions, open: stopped } = joinPaidRequests({
      ...node.paidRequests,
      stores: { ...node.stores, submissions: accepting },
    });
    const { task } = await submissions.submit(ann, aRequest());
    expect(task.state).toMatchObject({ status: 'QUEUED', waitingFor: { reason: 'TURN' } });
    await Promise.all(stopping);
    expect(posts()).toBe(0);
    // The next process sends it.
    expect(await node.queued.sendNext()).toBe(true);
    expect(posts()).toBe(1);
  });

  it('finds after a crash what was being sent, and does not send it again', async () => {
    node.emulator.setFault({ path: PATH, times: 1, status: 503, body: { error: 'Busy.' } });
    const task = await submitted();
    await node.clock.advance(60_000);
    const now = node.clock.now();
    // As one that was started with a longer RUNWAY_TIMEOUT_MS.
    const until = new Date(now.getTime() + 10 * SUBMIT_TIMEOUT_MS + LEASE_MARGIN_MS);
    expect(await node.stores.submissions.takeNextSubmission({ now, until })).toBeDefined();
    // The process ends here, and another one starts on the same store.
    const recovered = await node.openSubmissions.recoverAfterCrash();
    expect(recovered.map(({ id, state }) => [id, state.status])).toEqual([
      [task.id, 'UNCONFIRMED'],
    ]);
    expect(await node.queued.sendNext()).toBe(false);
    expect(posts()).toBe(1);
  });

  it('reads on after a crash what was being read, without waiting for the lease to run out', async () => {
    const task = await submitted();
    await node.clock.advance(5_000);
    const now = node.clock.now();
    const until = new Date(now.getTime() + 60_000);
    expect(await node.stores.polls.takeDuePolls({ now, until, limit: 9 })).toHaveLength(1);
    await node.poller.recoverAfterCrash();
    expect(await node.stores.polls.nextDueAt()).toEqual(new Date(now.getTime() + 5_000));
    expect((await node.tasks.get(ann, task.id)).state.status).toBe('PENDING');
  });

  it('sweeps up a submission whose sender died, when its lease has run out', async () => {
    node.emulator.setFault({ path: PATH, times: 1, status: 503, body: { error: 'Busy.' } });
    const task = await submitted();
    await node.clock.advance(60_000);
    const now = node.clock.now();
    const until = new Date(now.getTime() + 30_000);
    expect(await node.stores.submissions.takeNextSubmission({ now, until })).toBeDefined();
    node.leaseSweeper.start();
    await node.clock.advance(29_000);
    expect((await node.tasks.get(ann, task.id)).state.status).toBe('QUEUED');
    await node.clock.until(async () => {
      const { state } = await node.tasks.get(ann, task.id);
      return state.status === 'UNCONFIRMED';
    });
    expect(node.warnings('outlived its lease')).toHaveLength(1);
  });

  it('keeps an id that Runway gave while the store was away', async () => {
    let failures = 2;
    const outcomes = withMethods(node.stores.outcomes, {
      recordAccepted: (...args) =>
        failures-- > 0
          ? Promise.reject(new Error('store away'))
          : node.stores.outcomes.recordAccepted(...args),
    });
    const { submissions } = joinPaidRequests({
      ...node.paidRequests,
      stores: { ...node.stores, outcomes },
    });
    const open = submissions.submit(ann, aRequest());
    const { task } = await node.clock.until(() => Promise.race([open, Promise.resolve(undefined)]));
    expect(task).toMatchObject({ state: { status: 'PENDING' }, runwayTaskId: expect.any(String) });
    expect(node.warnings('could not be recorded')).toHaveLength(2);
    expect(posts()).toBe(1);
  });
});
