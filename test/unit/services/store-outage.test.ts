// Guarantee: the known outcome of a POST is recorded unchanged, however long the store is away; a
// request that was not sent becomes neither a second POST nor UNCONFIRMED.
import type { PostResult } from '../../../src/domain/submission/submission-result.js';
import { GatewayError } from '../../../src/errors.js';
import { LEASE_MARGIN_MS } from '../../../src/services/submission/sending-rules.js';
import { joinPaidRequests } from '../../../src/app/paid-requests.js';
import { CALLER_WAITS_MS } from '../../../src/services/submission/submissions.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import { aRefusal } from '../../support/runway/a-refusal.js';
import { expectLedgerHolds } from '../../support/store/ledger.js';
import {
  aRequest,
  startServices,
  type Services,
  SUBMIT_TIMEOUT_MS,
  viewerOf,
} from '../../support/gateway/services.js';

const ann = viewerOf('ann');
const OUTAGE_MS = 40_000;
const LEASE_MS = SUBMIT_TIMEOUT_MS + LEASE_MARGIN_MS;

const accepted: PostResult = {
  kind: 'accepted',
  runwayId: 'rw-1',
  state: { status: 'PENDING' },
  estimatedCost: null,
  routedModel: null,
};
const deferred = (status: 429 | 503): PostResult => ({
  kind: 'deferred',
  status,
  retryAfterMs: null,
  isDailyCap: false,
});

describe('D23: an answer of Runway that comes while the store is away', () => {
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

  /** Whatever is asked of it fails until `untilMs`, as from a database that cannot be reached. */
  function failing<Store extends object>(store: Store, untilMs: () => number): Store {
    return new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        if (node.clock.now().getTime() < untilMs()) {
          return () => Promise.reject(new GatewayError('STORE_UNAVAILABLE'));
        }
        return (...args: unknown[]): unknown => Reflect.apply(method, target, args);
      },
    });
  }

  interface Outage {
    /** From the POST to its answer, with which the outage begins. */
    readonly beforeMs?: number;
    readonly outageMs?: number;
    /** In the midst of it. */
    readonly meanwhile?: () => Promise<unknown>;
  }

  /** The task after an outage that begins with Runway's answer. */
  async function afterOutage(outcome: PostResult, outage: Outage = {}) {
    const { beforeMs = 0, outageMs = OUTAGE_MS, meanwhile } = outage;
    let posts = 0;
    let awayUntilMs = 0;
    const away = (): number => awayUntilMs;
    const runway = Object.create(node.runway.api) as typeof node.runway.api;
    runway.submit = async () => {
      posts += 1;
      if (beforeMs > 0) await node.clock.sleep(beforeMs);
      awayUntilMs = node.clock.now().getTime() + outageMs;
      return outcome;
    };
    const { submissions, open: openSubmissions } = joinPaidRequests({
      ...node.paidRequests,
      runway,
      stores: {
        submissions: failing(node.stores.submissions, away),
        outcomes: failing(node.stores.outcomes, away),
        queue: failing(node.stores.queue, away),
        waitingNotes: failing(node.stores.waitingNotes, away),
        holds: failing(node.stores.holds, away),
        tasks: failing(node.stores.tasks, away),
      },
    });
    const open = submissions.submit(ann, aRequest());
    await node.clock.until(() => posts === 1);
    await node.clock.advance(beforeMs);
    await node.clock.advance(CALLER_WAITS_MS);
    const { task } = await open;
    // Its client has got its task meanwhile.
    expect(task.state.status).toBe('QUEUED');
    await node.clock.advance(outageMs / 2);
    await meanwhile?.();
    await node.clock.advance(outageMs / 2);
    // A wait of the back-off, after the outage.
    await node.clock.advance(6_000);
    await openSubmissions.drain(1);
    expect(posts).toBe(1);
    return await node.stores.tasks.findTask('ann', task.id);
  }

  it.each<[string, PostResult, object]>([
    ['200 with an id', accepted, { state: { status: 'PENDING' }, runwayTaskId: 'rw-1' }],
    [
      '429',
      deferred(429),
      { state: { status: 'QUEUED', waitingFor: { reason: 'RUNWAY_RATE_LIMITED' } } },
    ],
    ['503 in its own shape', deferred(503), { state: { status: 'QUEUED' } }],
    ['400', { kind: 'refused', refusal: aRefusal() }, { state: { status: 'FAILED' }, cost: 0 }],
    [
      'nothing, since nothing was sent',
      { kind: 'unsent', detail: 'ECONNREFUSED' },
      { state: { status: 'QUEUED' } },
    ],
  ])('is recorded as what it was: %s', async (_answer, outcome, expected) => {
    expect(await afterOutage(outcome)).toMatchObject(expected);
  });

  it('is recorded after the end of the lease too, and then costs nothing and is not sent again', async () => {
    const task = await afterOutage(deferred(429), {
      beforeMs: SUBMIT_TIMEOUT_MS - CALLER_WAITS_MS,
      outageMs: LEASE_MS,
      // Another node gives the sender up.
      meanwhile: async () => {
        expect(await node.stores.submissions.expireSending(node.clock.now())).toHaveLength(1);
      },
    });
    expect(task).toMatchObject({
      state: { status: 'FAILED', failure: { code: 'NOT_SUBMITTED' } },
      cost: 0,
    });
  });

  it('is given up with the lease where it proves nothing', async () => {
    const task = await afterOutage(
      { kind: 'ambiguous', detail: 'reset' },
      { outageMs: 2 * LEASE_MS },
    );
    // The end of the lease says the same.
    expect(task?.state.status).toBe('QUEUED');
    await node.stores.submissions.expireSending(node.clock.now());
    expect((await node.stores.tasks.findTask('ann', task?.id ?? ''))?.state.status).toBe(
      'UNCONFIRMED',
    );
  });
});
