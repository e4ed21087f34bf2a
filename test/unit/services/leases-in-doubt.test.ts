// Guarantee: where the store's answer to a commit is lost, the request is neither lost nor sent
// twice, and what was not sent does not become UNCONFIRMED.
import type { Slots } from '../../../src/services/dispatch/slots.js';
import { joinPaidRequests } from '../../../src/app/paid-requests.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';
import { expectLedgerHolds } from '../../support/store/ledger.js';
import { LostAnswers } from '../../support/store/lost-answers.js';

const ann = viewerOf('ann');
/** Longer than a lease that is given back takes to come back. */
const SOON_MS = 2_000;

const isAccept = (statement: string): boolean => statement.includes('accept_task');

describe('D25: a connection that is lost between a commit and its answer', () => {
  const lossy = new LostAnswers();
  let db: TestDatabase;
  let node: Services;

  beforeAll(async () => {
    db = await openTestDatabase('pglite', lossy.wrapPool);
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database);
  });
  afterEach(async () => {
    await node.openSubmissions.drain(1);
    await node.stop();
    await expectLedgerHolds(db.database);
    await db.clear();
  });
  afterAll(() => db.close());

  const tasks = () => node.stores.tasks.listTasks('ann', {}, { first: 10, after: null });
  const posts = () => node.asked('POST').length;

  it('of an acceptance with a key: the request is queued, sent once, and found by its key', async () => {
    const request = aRequest({ idempotencyKey: 'k1' });
    lossy.loseNext(isAccept);
    await expect(node.submissions.submit(ann, request)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    expect(posts()).toBe(0);
    await node.clock.advance(SOON_MS);
    const again = await node.submissions.submit(ann, request);
    expect(again).toMatchObject({ replayed: true, task: { state: { status: 'QUEUED' } } });

    expect(await node.queued.sendNext()).toBe(true);
    expect(await node.queued.sendNext()).toBe(false);
    expect(posts()).toBe(1);
    expect(await node.stores.tasks.findTask('ann', again.task.id)).toMatchObject({
      state: { status: 'PENDING' },
    });
  });

  it('of an acceptance without a key: the request is withdrawn unsent, and costs nothing', async () => {
    lossy.loseNext(isAccept);
    await expect(node.submissions.submit(ann, aRequest())).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await node.clock.advance(SOON_MS);
    expect((await tasks()).tasks).toMatchObject([{ state: { status: 'CANCELLED' }, cost: 0 }]);
    expect(await node.queued.sendNext()).toBe(false);
    expect(posts()).toBe(0);
  });

  it('of an acceptance that was queued without a key: it is withdrawn too', async () => {
    const slots = Object.create(node.paidRequests.slots) as Slots;
    slots.limitOf = () => 0;
    slots.learn = () => Promise.resolve();
    const { submissions, open } = joinPaidRequests({ ...node.paidRequests, slots });
    lossy.loseNext(isAccept);
    await expect(submissions.submit(ann, aRequest())).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await node.clock.advance(SOON_MS);
    expect((await tasks()).tasks).toMatchObject([{ state: { status: 'CANCELLED' }, cost: 0 }]);
    await open.drain(1);
    expect(posts()).toBe(0);
  });

  it('of a take: the submission goes back into the queue and is sent once', async () => {
    node.emulator.setFault({
      path: '/v1/text_to_video',
      times: 1,
      status: 503,
      body: { error: 'Busy.' },
    });
    const { task } = await node.submissions.submit(ann, aRequest());
    await node.clock.advance(60_000);
    const before = posts();
    let hasTaken = false;
    lossy.loseNext((statement) => {
      if (statement.includes('take_submission')) hasTaken = true;
      return hasTaken && statement === 'commit';
    });
    await expect(node.queued.sendNext()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(posts()).toBe(before);
    await node.clock.advance(SOON_MS);
    expect(await node.queued.sendNext()).toBe(true);
    expect(posts()).toBe(before + 1);
    expect((await node.stores.tasks.findTask('ann', task.id))?.state.status).toBe('PENDING');
  });
});
