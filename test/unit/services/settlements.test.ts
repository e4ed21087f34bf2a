import type { Task } from '../../../src/domain/task/task.js';
import type { Viewer } from '../../../src/domain/tenant/viewer.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import { expectLedgerHolds } from '../../support/store/ledger.js';
import {
  aRequest,
  CREDITS,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const PATH = '/v1/text_to_video';
const ann = viewerOf('ann');
const PIXEL = 'data:image/png;base64,aGVsbG8=';

describe('Settlements and Budgets', () => {
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

  const posts = (): number => node.asked('POST').filter((one) => one.endsWith(PATH)).length;

  /** A task of ann's that Runway answered with a 500. */
  async function unconfirmed(request = aRequest()): Promise<Task> {
    node.emulator.setFault({ path: PATH, times: 1, status: 500, body: {} });
    const { task } = await node.submissions.submit(ann, request);
    if (task.state.status !== 'UNCONFIRMED') throw new Error('not unconfirmed');
    return task;
  }

  describe('a budget', () => {
    const setLimit = (creditsMax: number) =>
      node.budgets.setLimit({ tenantId: 'ann', keyId: null, period: 'DAY', creditsMax });

    it('B5: refuses before anything is sent', async () => {
      await setLimit(CREDITS - 1);
      await expect(node.submissions.submit(ann, aRequest())).rejects.toMatchObject({
        code: 'BUDGET_EXCEEDED',
      });
      expect(node.asked()).toEqual([]);
    });

    it('gives back what an inline refusal had reserved', async () => {
      await setLimit(CREDITS);
      node.emulator.setFault({ path: PATH, times: 1, status: 400, body: { error: 'No.' } });
      await expect(node.submissions.submit(ann, aRequest())).rejects.toMatchObject({
        code: 'RUNWAY_REFUSED',
      });
      expect(await node.budgets.remaining(ann)).toBe(CREDITS);
    });

    it('of a key needs a key of that tenant', async () => {
      const { key } = await node.keys.createApiKey({
        tenantId: 'bob',
        scopes: ['task:read'],
        name: null,
        expiresAt: null,
        allowedAddresses: [],
        createdBy: null,
      });
      const limit = { keyId: key.id, period: 'DAY', creditsMax: 5 } as const;
      await expect(node.budgets.setLimit({ ...limit, tenantId: 'ann' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      const budget = await node.budgets.setLimit({ ...limit, tenantId: 'bob' });
      expect(budget).toMatchObject({ subject: `key:${key.id}`, limit: 5 });
    });
  });

  describe('an operator', () => {
    it('confirms a task, which is then followed to its end', async () => {
      const lost = await unconfirmed();
      // Runway's task for the lost request, found by other means.
      const { task: twin } = await node.submissions.submit(ann, aRequest());
      const runwayTaskId = twin.runwayTaskId ?? '';
      await expect(node.settlements.confirm(lost.id, runwayTaskId)).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      const confirmed = await node.settlements.confirm(lost.id, 'found-elsewhere');
      expect(confirmed).toMatchObject({ state: { status: 'PENDING' } });
      expect(posts()).toBe(2);
    });

    it('dismisses a task, which releases its reservation', async () => {
      const { id } = await unconfirmed();
      const dismissed = await node.settlements.dismiss(id);
      expect(dismissed).toMatchObject({
        state: { status: 'FAILED', failure: { code: 'NOT_SUBMITTED', retryable: true } },
        cost: 0,
      });
      const [day] = await node.budgets.list(ann);
      expect(day).toMatchObject({ reserved: 0, spent: 0 });
      await expect(node.settlements.dismiss(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it('sees what Runway counted, and null when Runway is down', async () => {
      await node.submissions.submit(ann, aRequest());
      const day = node.clock.now().toISOString().slice(0, 10);
      expect(await node.settlements.findUsage()).toEqual([{ day, model: 'gen4.5', credits: 60 }]);
      await node.emulator.close();
      expect(await node.settlements.findUsage()).toBeNull();
    });
  });

  describe('resubmit', () => {
    it('buys the same again and leaves the first as it was, with its reservation', async () => {
      const first = await unconfirmed(aRequest({ label: 'mine' }));
      const { task, replayed } = await node.settlements.resubmit(ann, first.id, null);
      expect(replayed).toBe(false);
      expect(task).toMatchObject({ label: 'mine', input: first.input, model: 'gen4.5' });
      expect(task.id).not.toBe(first.id);
      expect(node.emulator.requests().map(({ body }) => body)).toEqual([
        aRequest().request.body,
        aRequest().request.body,
      ]);
      expect(await node.tasks.get(ann, first.id)).toEqual(first);
      const [day] = await node.budgets.list(ann);
      expect(day?.reserved).toBe(CREDITS + 60);
    });

    it('sends once under one key, which is not the first request’s', async () => {
      const first = await unconfirmed(aRequest({ idempotencyKey: 'first' }));
      const [a, b] = await Promise.all([
        node.settlements.resubmit(ann, first.id, 'again'),
        node.settlements.resubmit(ann, first.id, 'again'),
      ]);
      expect(a.task.id).toBe(b.task.id);
      expect(posts()).toBe(2);
      await expect(node.settlements.resubmit(ann, first.id, 'first')).rejects.toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
    });

    it('needs media that is still there', async () => {
      const body = { ...aRequest().request.body, promptImage: [{ uri: PIXEL }] };
      const first = await unconfirmed(aRequest({ request: { pathIds: [], body } }));
      await expect(node.settlements.resubmit(ann, first.id, null)).rejects.toMatchObject({
        code: 'INPUT_EXPIRED',
      });
      expect(posts()).toBe(1);
    });

    it('refuses a live task, and one of another tenant as a missing one', async () => {
      const { task } = await node.submissions.submit(ann, aRequest());
      const again = (viewer: Viewer) => node.settlements.resubmit(viewer, task.id, null);
      await expect(again(ann)).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(again(viewerOf('bob'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(posts()).toBe(1);
    });

    it('answers a repeated key with its task, whatever has become of the first since', async () => {
      const first = await unconfirmed();
      const { task } = await node.settlements.resubmit(ann, first.id, 'again');
      const found = await node.settlements.confirm(first.id, 'rw-found');
      expect(found.state.status).toBe('PENDING');
      const again = await node.settlements.resubmit(ann, first.id, 'again');
      expect(again).toMatchObject({ replayed: true, task: { id: task.id } });
      await expect(node.settlements.resubmit(ann, first.id, 'other')).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect(posts()).toBe(2);
    });

    // Guarantee: a viewer cannot buy by resubmitting what it may not buy by a mutation.
    it('needs the scope of the mutation that made the first', async () => {
      const first = await unconfirmed();
      const scopes = new Set(['task:read', 'generate:image'] as const);
      const again = node.settlements.resubmit({ ...ann, scopes }, first.id, null);
      await expect(again).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(posts()).toBe(1);
    });

    it('is bound by the budget', async () => {
      const first = await unconfirmed();
      await node.budgets.setLimit({
        tenantId: 'ann',
        keyId: null,
        period: 'DAY',
        creditsMax: 2 * CREDITS - 1,
      });
      await expect(node.settlements.resubmit(ann, first.id, null)).rejects.toMatchObject({
        code: 'BUDGET_EXCEEDED',
      });
    });
  });
});
