import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const PATH = '/v1/text_to_video';
const ann = viewerOf('ann');
const TASKS = 1_000;

const other = aRequest({
  model: 'veo3.1',
  request: {
    pathIds: [],
    body: { model: 'veo3.1', promptText: 'a fox', ratio: '1280:720', duration: 8 },
  },
});

// Guarantee: Runway is not asked again before it says so, whichever task was told, on any node.
describe('Submissions to a pool that Runway limits', () => {
  let db: TestDatabase;
  let node: Services;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database, {
      RUNWAY_CONCURRENCY_MAX: '0',
      LIVE_TASKS_PER_TENANT_MAX: '5000',
    });
    node.emulator.settings.concurrency = null;
  });
  afterEach(async () => {
    await node.stop();
    await db.clear();
    expect(node.clock.sleeperCount).toBe(0);
  });
  afterAll(() => db.close());

  const posts = (): number => node.asked('POST').length;
  const submit = async (request = aRequest()) => {
    const { task } = await node.submissions.submit(ann, request);
    return task;
  };
  const limit = (times: number, headers: Record<string, string> = {}, body: object = {}): void => {
    node.emulator.setFault({
      path: PATH,
      times,
      status: 429,
      body: { error: 'Slow.', ...body },
      headers,
    });
  };
  const counts = async (): Promise<Record<string, number>> => {
    const rows = await db.database.kysely
      .selectFrom('tasks')
      .select(({ fn }) => ['status', fn.countAll<string>().as('count')])
      .groupBy('status')
      .execute();
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  };

  it('wait with the first one that was told, and go when the time is over', async () => {
    limit(1, { 'retry-after': '30' });
    const first = await submit();
    const others = [await submit(), await submit(), await submit()];
    for (const { state } of others) expect(state).toEqual(first.state);
    expect(posts()).toBe(1);
    expect((await submit(other)).state.status).toBe('PENDING');
    expect(await node.submissions.wouldWait('ann', 'gen4.5')).toBe(true);
    expect(await node.submissions.wouldWait('ann', 'veo3.1')).toBe(false);
    node.submitter.start();
    await node.clock.advance(30_000);
    expect(posts()).toBe(2);
    await node.clock.until(async () => (await counts())['PENDING'] === 5);
    expect(posts()).toBe(6);
    expect((await submit()).state.status).toBe('PENDING');
  });

  it('wait for the daily cap together', async () => {
    limit(1, {}, { error: 'Your daily task limit has been reached.' });
    const first = await submit();
    const second = await submit();
    expect(first.state).toMatchObject({ waitingFor: { reason: 'RUNWAY_DAILY_CAP' } });
    expect(second.state).toEqual(first.state);
    expect(posts()).toBe(1);
  });

  it('send one at a time while Runway goes on refusing, more and more seldom', async () => {
    limit(Infinity);
    node.submitter.start();
    for (let count = 0; count < 40; count += 1) await submit();
    await node.clock.advance(60_000);
    expect(posts()).toBeLessThanOrEqual(8);
    node.emulator.clearFaults();
    await node.clock.until(async () => (await counts())['PENDING'] === 40, { stepMs: 500 });
  });

  it('go on after a probe that ends otherwise', async () => {
    limit(1, { 'retry-after': '1' });
    await submit();
    await submit();
    await submit();
    node.emulator.setFault({ path: PATH, times: 1, status: 500, body: { error: 'x' } });
    node.submitter.start();
    await node.clock.until(async () => (await counts())['PENDING'] === 2, { stepMs: 500 });
    expect(await counts()).toEqual({ PENDING: 2, UNCONFIRMED: 1 });
  });

  // Guarantee: at most a tenth of all calls are retries, and none is lost.
  it('make few calls more than tasks go out when 1,000 wait', async () => {
    const tasks = Array.from({ length: TASKS }, () => aRequest());
    limit(Infinity, { 'retry-after': '20' });
    for (const request of tasks) await submit(request);
    node.submitter.start();
    for (let second = 0; second < 45; second += 1) await node.clock.advance(1_000);
    node.emulator.clearFaults();
    await node.clock.until(async () => ((await counts())['PENDING'] ?? 0) >= 100, {
      steps: 5_000,
    });
    await node.submitter.stop();
    await node.clock.until(async () => {
      const sending = db.database.kysely.selectFrom('submissions').where('status', '=', 'sending');
      return (await sending.select('id').executeTakeFirst()) === undefined;
    });
    const { PENDING: sent = 0, QUEUED: queued = 0 } = await counts();
    expect(sent + queued).toBe(TASKS);
    expect(posts() - sent).toBeGreaterThanOrEqual(3);
    expect(posts() - sent).toBeLessThanOrEqual(10);
  }, 240_000);
});
