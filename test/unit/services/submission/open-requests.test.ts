import type { PostResult } from '../../../../src/domain/submission/submission-result.js';
import { Submitter } from '../../../../src/pollers/submitter.js';
import { joinPaidRequests } from '../../../../src/app/paid-requests.js';
import { openTestDatabase, type TestDatabase } from '../../../support/store/database.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../../support/gateway/services.js';

const ann = viewerOf('ann');
const LIMITS = { smallBytes: 1_000, largestBytes: 10_000, bytesMax: 20_000 };
const ACCEPTED: PostResult = {
  kind: 'accepted',
  runwayId: null,
  state: { status: 'PENDING' },
  estimatedCost: null,
  routedModel: null,
};

// Guarantee: requests with media wait in the store, not in a node's memory.
describe('Requests that are open', () => {
  let db: TestDatabase;
  let node: Services;
  let submissions: Services['submissions'];
  let openSubmissions: Services['openSubmissions'];
  let submitter: Submitter;
  /** Texts of the requests that Runway has not answered, and how to. */
  let open: Map<string, () => void>;
  let sent: number;

  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database);
    open = new Map();
    sent = 0;
    const runway = Object.create(node.runway.api) as typeof node.runway.api;
    runway.submit = ({ request }) =>
      new Promise((resolve) => {
        const { promptText: text } = request.body as { readonly promptText: string };
        sent += 1;
        const runwayId = `rw-${String(sent)}`;
        open.set(`${text.slice(0, 1)}${runwayId}`, () => {
          resolve({ ...ACCEPTED, runwayId });
        });
      });
    const options = { ...node.paidRequests, runway, openBytes: LIMITS };
    const parts = joinPaidRequests({ ...options, onWork: () => submitter.wake() });
    ({ submissions, open: openSubmissions } = parts);
    submitter = new Submitter({ ...options, ...parts, store: node.stores.queue });
    submitter.start();
  });
  afterEach(async () => {
    await submitter.stop();
    await node.stop();
    await db.clear();
  });
  afterAll(() => db.close());

  function submit(text: string): void {
    const body = { model: 'gen4.5', promptText: text };
    void submissions.submit(ann, aRequest({ request: { pathIds: [], body } }));
  }
  const kinds = () =>
    [...open.keys()]
      .map((name) => name.slice(0, 1))
      .sort()
      .join('');
  const untilOpen = (wanted: string) =>
    node.clock.until(() => kinds() === wanted, { stepMs: 100, steps: 50 });
  function answerOne(kind: string): void {
    const [name = '', answer] = [...open].find(([key]) => key.startsWith(kind)) ?? [];
    open.delete(name);
    answer?.();
  }

  it('Q14: holds few large ones in memory, lets small ones pass, and sends all in the end', async () => {
    for (let made = 0; made < 5; made += 1) submit('L'.repeat(9_000));
    await untilOpen('LL');
    for (let made = 0; made < 3; made += 1) submit('s');
    await untilOpen('LLsss');
    await node.clock.advance(2_000);
    expect(kinds()).toBe('LLsss');

    for (let left = 3; left > 0; left -= 1) {
      answerOne('L');
      await untilOpen('LLsss');
    }
    expect(sent).toBe(8);
    for (const kind of 'LLsss') answerOne(kind);
    await openSubmissions.drain(1_000);
  });
});
