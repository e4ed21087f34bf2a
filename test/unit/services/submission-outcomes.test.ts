import type { PostResult } from '../../../src/domain/submission/submission-result.js';
import { joinPaidRequests } from '../../../src/app/paid-requests.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import { expectLedgerHolds } from '../../support/store/ledger.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const PATH = '/v1/text_to_video';
const ann = viewerOf('ann');
const anAvatar = () => aRequest({ runwayTaskKind: 'avatar' });

describe('A submission of something that stays at Runway', () => {
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
  });
  afterAll(() => db.close());

  let woken: number;

  /** Submissions to a Runway that answers so, whatever is asked. */
  const answeredBy = (answer: Partial<Extract<PostResult, { kind: 'accepted' }>>) => {
    woken = 0;
    const runway = Object.create(node.runway.api) as typeof node.runway.api;
    runway.submit = () =>
      Promise.resolve({
        kind: 'accepted',
        runwayId: 'av-1',
        state: { status: 'SUCCEEDED', output: [] },
        estimatedCost: null,
        routedModel: null,
        ...answer,
      });
    const onWork = (): void => {
      woken += 1;
    };
    return joinPaidRequests({ ...node.paidRequests, runway, onWork });
  };
  const owners = () =>
    db.database.kysely.selectFrom('resources').select(['tenant_id', 'kind', 'runway_id']).execute();

  it('settles the task and makes it the tenant’s', async () => {
    const { task } = await answeredBy({}).submissions.submit(ann, anAvatar());
    expect(task).toMatchObject({ state: { status: 'SUCCEEDED' }, cost: null });
    expect(task.settledAt).toEqual(node.clock.now());
    expect(await owners()).toEqual([{ tenant_id: 'ann', kind: 'avatar', runway_id: 'av-1' }]);
    // It holds no slot any more.
    expect(woken).toBe(1);
  });

  it('costs nothing where nothing was estimated', async () => {
    const { task } = await answeredBy({ estimatedCost: 0 }).submissions.submit(ann, anAvatar());
    expect(task).toMatchObject({ cost: 0, estimate: { credits: 0 } });
  });

  it('is read on while it is in the making', async () => {
    const state = { status: 'PENDING' } as const;
    const { task } = await answeredBy({ state }).submissions.submit(ann, anAvatar());
    expect(task).toMatchObject({ state, cost: null, settledAt: null });
    // Its slot is taken, and its read is due later than the poller looks again.
    expect(woken).toBe(0);
  });

  it('makes nothing the tenant’s where Runway gives no id', async () => {
    const { task } = await answeredBy({ runwayId: null }).submissions.submit(ann, anAvatar());
    expect(task).toMatchObject({ state: { status: 'SUCCEEDED' }, runwayTaskId: null });
    expect(await owners()).toEqual([]);
  });

  it('is known to whichever process sends it', async () => {
    node.emulator.setFault({ path: PATH, times: 1, status: 503, body: { error: 'Busy.' } });
    await node.submissions.submit(ann, anAvatar());
    await node.clock.advance(60_000);
    expect(await answeredBy({}).queued.sendNext()).toBe(true);
    expect(await owners()).toMatchObject([{ runway_id: 'av-1' }]);
  });
});
