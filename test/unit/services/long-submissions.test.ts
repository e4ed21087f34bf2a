import type { PostResult } from '../../../src/domain/submission/submission-result.js';
import { LEASE_MARGIN_MS } from '../../../src/services/submission/sending-rules.js';
import { RunwayRefused } from '../../../src/services/upstream/runway-refused.js';
import { joinPaidRequests } from '../../../src/app/paid-requests.js';
import { CALLER_WAITS_MS } from '../../../src/services/submission/submissions.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import { expectLedgerHolds } from '../../support/store/ledger.js';
import {
  aRequest,
  startServices,
  type Services,
  SUBMIT_TIMEOUT_MS,
  viewerOf,
} from '../../support/gateway/services.js';
import { aRefusal } from '../../support/runway/a-refusal.js';
import { withMethods } from '../../support/store/with-methods.js';

const ann = viewerOf('ann');
const anAcceptance: PostResult = {
  kind: 'accepted',
  runwayId: 'rw-1',
  state: { status: 'PENDING' },
  estimatedCost: null,
  routedModel: null,
};

describe('A submission that takes long', () => {
  let db: TestDatabase;
  let node: Services;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  afterEach(async () => {
    await node.stop();
    await expectLedgerHolds(db.database);
    await db.clear();
    expect(node.clock.sleeperCount).toBe(0);
  });
  afterAll(() => db.close());

  let answer: (outcome: PostResult) => void;
  let asked: number;
  let submissions: Services['submissions'];
  let openSubmissions: Services['openSubmissions'];

  beforeEach(async () => {
    node = await startServices(db.database);
    asked = 0;
    const runway = Object.create(node.runway.api) as typeof node.runway.api;
    runway.submit = () => {
      asked += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    ({ submissions, open: openSubmissions } = joinPaidRequests({ ...node.paidRequests, runway }));
  });

  /** What the caller got, who waited as long as callers do. */
  const waitedFor = async (request = aRequest({ idempotencyKey: 'k1' })) => {
    const open = submissions.submit(ann, request);
    await node.clock.until(() => asked === 1);
    await node.clock.advance(CALLER_WAITS_MS);
    return (await open).task;
  };
  const statusOf = async () => (await node.tasks.getByKey(ann, 'k1')).state;
  const refused: PostResult = { kind: 'refused', refusal: aRefusal() };

  // Guarantee: a caller whom Runway keeps waiting gets its task, and no error that makes it buy
  // the same once more.
  it.each<[string, PostResult, object]>([
    ['accepted', anAcceptance, { status: 'PENDING' }],
    ['refused', refused, { status: 'FAILED', failure: { code: 'RUNWAY_REFUSED' } }],
    ['ambiguous', { kind: 'ambiguous', detail: 'timeout' }, { status: 'UNCONFIRMED' }],
  ])('answers QUEUED, and records what is %s later', async (_, outcome, state) => {
    expect((await waitedFor()).state).toMatchObject({ status: 'QUEUED' });
    answer(outcome);
    await node.clock.until(async () => (await statusOf()).status !== 'QUEUED');
    expect(await statusOf()).toMatchObject(state);
    expect(asked).toBe(1);
  });

  it('throws as ever what Runway refuses before that', async () => {
    const open = submissions.submit(ann, aRequest({ idempotencyKey: 'k1' }));
    await node.clock.until(() => asked === 1);
    await node.clock.advance(CALLER_WAITS_MS - 1_000);
    answer(refused);
    await expect(open).rejects.toBeInstanceOf(RunwayRefused);
    await expect(statusOf()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps for a twin the task that is refused to the first', async () => {
    const open = submissions.submit(ann, aRequest({ idempotencyKey: 'k1' }));
    await node.clock.until(() => asked === 1);
    const { task: twin, replayed } = await submissions.submit(
      ann,
      aRequest({ idempotencyKey: 'k1' }),
    );
    expect(replayed).toBe(true);
    answer(refused);
    await expect(open).rejects.toBeInstanceOf(RunwayRefused);
    expect((await node.tasks.get(ann, twin.id)).state.status).toBe('FAILED');
    await expect(statusOf()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is waited for at the end, though its caller has gone', async () => {
    await waitedFor();
    let isDrained = false;
    const drained = openSubmissions.drain(25_000).then(() => {
      isDrained = true;
    });
    await node.clock.advance(1_000);
    expect(isDrained).toBe(false);
    answer(anAcceptance);
    await drained;
    expect((await statusOf()).status).toBe('PENDING');
  });

  // Guarantee: a sender that slept until its POST could outlive its lease sends nothing.
  it.each([
    ['half of its lease', LEASE_MARGIN_MS + 1_000, 'QUEUED'],
    ['all of its lease', SUBMIT_TIMEOUT_MS + LEASE_MARGIN_MS + 1_000, 'FAILED'],
  ])('sends nothing after having slept through %s', async (_, sleptMs, status) => {
    const accepting = withMethods(node.stores.submissions, {
      accept: async (...args) => {
        const acceptance = await node.stores.submissions.accept(...args);
        await node.clock.advance(sleptMs);
        await node.stores.submissions.expireSending(node.clock.now());
        return acceptance;
      },
    });
    const { submissions } = joinPaidRequests({
      ...node.paidRequests,
      stores: { ...node.stores, submissions: accepting },
    });
    const { task } = await submissions.submit(ann, aRequest());
    expect(task.state).toMatchObject({ status });
    expect(node.asked('POST')).toEqual([]);
    expect(node.warnings('before anything was sent')).toHaveLength(1);
    // A task that was provably not sent, and that no other sender has taken, goes out in its turn.
    expect(await node.queued.sendNext()).toBe(status === 'QUEUED');
  });
});
