import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const VIDEO = '/v1/text_to_video';
const IMAGE = '/v1/text_to_image';
const POOL_LANES = 8;
const [ann, bob] = [viewerOf('ann'), viewerOf('bob')];

const anImage = aRequest({
  operation: 'createTextToImage',
  sdkMethod: 'textToImage.create',
  model: 'gen4_image',
  request: {
    pathIds: [],
    body: { model: 'gen4_image', promptText: 'a fox', ratio: '1280:720' },
  },
});

describe('Submitter', () => {
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

  const posts = (path: string): number =>
    node.asked('POST').filter((call) => call.endsWith(path)).length;

  // Guarantee: a model whose calls hang does not keep the tasks of other models waiting.
  it('sends other models’ work while the calls of one hang', async () => {
    node.emulator.setFault({ path: '*', times: 25, status: 503, body: { error: 'Busy.' } });
    for (let count = 0; count < 20; count += 1) await node.submissions.submit(ann, aRequest());
    for (let count = 0; count < 5; count += 1) await node.submissions.submit(bob, anImage);
    node.emulator.clearFaults();
    node.emulator.clearRequests();
    node.emulator.setFault({ path: VIDEO, hang: true });
    await node.clock.advance(60_000);
    node.submitter.start();
    await node.clock.until(() => posts(IMAGE) === 5);
    for (let second = 0; second < 5; second += 1) await node.clock.advance(1_000);
    expect(posts(VIDEO)).toBe(POOL_LANES);
    await node.emulator.close();
    await node.clock.until(async () => {
      const page = { first: 100, after: null };
      const { tasks } = await node.tasks.list(ann, { statuses: ['UNCONFIRMED'] }, page);
      return tasks.length === POOL_LANES;
    });
  });
});
