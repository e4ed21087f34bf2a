import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import {
  aRequest,
  MODERATION_WINDOW_MS,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

/** No test is about the moment at which something comes. */
const STEPS = { stepMs: 1_000 };

const [ann, bob] = [viewerOf('ann'), viewerOf('bob')];

describe('Moderation', () => {
  let db: TestDatabase;
  let node: Services;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database, { MODERATED_MAX: '3' });
    node.emulator.settings.taskSeconds = 1;
    node.poller.start();
  });
  afterEach(async () => {
    await node.stop();
    await db.clear();
    expect(node.clock.sleeperCount).toBe(0);
  });
  afterAll(() => db.close());

  function asking(promptText: string) {
    const body = { model: 'gen4.5', promptText, ratio: '1280:720', duration: 5 };
    return aRequest({ request: { pathIds: [], body } });
  }

  /** A task that has failed for the reason that the marker names. */
  async function failed(marker = '[moderated]', viewer = ann): Promise<string> {
    const { task } = await node.submissions.submit(viewer, asking(marker));
    const id = task.id;
    await node.clock.until(async () => {
      return (await node.tasks.get(viewer, id)).state.status === 'FAILED';
    }, STEPS);
    return id;
  }

  const codeOf = async (viewer = ann): Promise<unknown> =>
    node.submissions.submit(viewer, asking('a fox')).then(
      ({ task }) => task.state.status,
      (error: unknown) => (error as { code?: string }).code,
    );

  // Guarantee: one tenant's moderated requests do not cost the others their Runway account.
  it('M15: stops a tenant, and no other, at the threshold, before anything is sent', async () => {
    for (let count = 0; count < 3; count += 1) {
      expect(await codeOf()).toBe('PENDING');
      await failed();
    }
    const posts = node.asked('POST').length;
    await node.clock.until(async () => (await codeOf()) === 'TENANT_STOPPED', STEPS);
    expect(await codeOf()).toBe('TENANT_STOPPED');
    expect(node.asked('POST')).toHaveLength(posts);
    expect(await codeOf(bob)).toBe('PENDING');
    const stops = node.warnings('a tenant was stopped');
    expect(stops).toMatchObject([{ level: 'warn', fields: { tenantId: 'ann' } }]);
  });

  // Guarantee: what a stopped tenant has queued is not sent either.
  it('holds back what it has queued, and says so, until it is resumed', async () => {
    const path = '/v1/text_to_video';
    const headers = { 'retry-after': '90' };
    // Not 429, which holds the model for all tenants.
    node.emulator.setFault({ path, times: 1, status: 503, body: { error: 'x' }, headers });
    const { task } = await node.submissions.submit(ann, asking('a fox'));
    const waiting = async () => (await node.tasks.get(ann, task.id)).state;
    for (let count = 0; count < 3; count += 1) await failed();
    await node.clock.until(async () => (await codeOf()) === 'TENANT_STOPPED', STEPS);
    const posts = node.asked('POST').length;
    node.submitter.start();
    await node.clock.advance(90_000);
    expect(await waiting()).toMatchObject({ waitingFor: { reason: 'TENANT_STOPPED' } });
    expect(node.asked('POST')).toHaveLength(posts);

    await node.tenants.resume('ann');
    await node.clock.until(async () => (await waiting()).status === 'PENDING', STEPS);
    expect(node.asked('POST')).toHaveLength(posts + 1);
  });

  it('lets it read, estimate and repeat what it has', async () => {
    const request = { ...asking('a fox'), idempotencyKey: 'k1' };
    await node.submissions.submit(ann, request);
    for (let count = 0; count < 3; count += 1) await failed();
    await node.clock.until(async () => (await codeOf()) === 'TENANT_STOPPED', STEPS);
    expect((await node.submissions.submit(ann, request)).replayed).toBe(true);
    expect((await node.submissions.estimate(ann, request)).credits).toBeGreaterThan(0);
    expect((await node.tasks.list(ann, {}, { first: 9, after: null })).tasks).toHaveLength(4);
  });

  it('counts moderation only, within the window only, deleted tasks too', async () => {
    for (let count = 0; count < 4; count += 1) await failed('[bad-output]');
    await failed();
    await node.clock.leap(MODERATION_WINDOW_MS);
    await failed();
    await node.tasks.delete(ann, await failed());
    expect(await codeOf()).toBe('PENDING');
    await failed();
    await node.clock.until(async () => (await codeOf()) === 'TENANT_STOPPED', STEPS);
  });

  it('stays until an operator lifts it, and counts anew from there', async () => {
    for (let count = 0; count < 3; count += 1) await failed();
    await node.clock.until(async () => (await codeOf()) === 'TENANT_STOPPED', STEPS);
    await node.clock.leap(2 * MODERATION_WINDOW_MS);
    expect(await codeOf()).toBe('TENANT_STOPPED');
    expect(await node.tenants.resume('ann')).toMatchObject({ id: 'ann' });
    expect(await codeOf()).toBe('PENDING');
    await failed();
    expect(await codeOf()).toBe('PENDING');
  });
});
