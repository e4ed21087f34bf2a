import { randomUUID } from 'node:crypto';
import type { AttemptOutcome, LeasedDelivery } from '../../src/ports/webhooks/delivery-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import type { WebhookEvent } from '../../src/domain/webhooks/webhook-event.js';
import { acceptToSend, aNewTask, createTenants } from '../support/store/new-task.js';
import { eachDatabase } from '../support/store/database.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const MINUTE_MS = 60_000;
const after = (ms: number): Date => new Date(NOW.getTime() + ms);
const UNTIL = after(3 * 86_400_000);
const FAILURE = { code: 'INTERNAL', message: 'Why it failed', retryable: true };
const RULES = { limit: 100, perTenantMax: 100, perTenantSecond: 100 };

// Guarantee: each event becomes one delivery for each receiver, which one node at a time may send, in the
// order of its task and within the bounds of its tenant, and whose outcome counts once.
eachDatabase('The store of deliveries', (get) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(stores.tenants, 'acme', 'bolt');
  });

  async function hook(tenantId: string, events: readonly WebhookEvent[] = ['task.failed']) {
    const id = randomUUID();
    await stores.webhooks.create(
      {
        ...{ id, tenantId, url: `https://${tenantId}.example.com/`, events, operations: null },
        ...{ labels: null, createdAt: NOW, createdBy: 'key:abcd', secret: 'whsec_c2VjcmV0' },
      },
      10,
    );
    return id;
  }

  async function failedTask(tenantId: string): Promise<string> {
    const rules = { now: NOW, until: after(MINUTE_MS) };
    const lease = await acceptToSend(stores, aNewTask({ tenantId }), rules);
    await stores.outcomes.recordRefused(lease, FAILURE, NOW);
    return lease.taskId;
  }

  async function make(): Promise<void> {
    while ((await stores.deliveries.makeDeliveries(NOW, UNTIL)) > 0);
  }

  const lease = (now = NOW, more: Partial<typeof RULES> = {}) =>
    stores.deliveries.lease({ ...RULES, ...more, now, until: new Date(now.getTime() + MINUTE_MS) });

  function outcomeOf(
    { id, tenantId, fence }: LeasedDelivery,
    more: Partial<AttemptOutcome> = {},
  ): AttemptOutcome {
    return {
      ...{ id, tenantId, fence, at: NOW, status: 200, error: null, response: '', durationMs: 1 },
      ...{ nextAt: null, isGone: false },
      ...more,
    };
  }

  it('makes one delivery of each event for each webhook, also where nodes do it at once', async () => {
    await failedTask('acme');
    await hook('acme');
    await hook('acme');
    await hook('bolt');
    const [one, other] = [await failedTask('acme'), await failedTask('acme')];
    await Promise.all([make(), make(), make()]);
    await make();
    const leased = await lease();
    expect(leased.map(({ task }) => task?.id).sort()).toEqual([one, one, other, other].sort());
    expect(leased[0]).toMatchObject({
      type: 'task.failed',
      attempts: 1,
      secrets: ['whsec_c2VjcmV0'],
    });
    expect(leased[0]?.task?.state).toEqual({ status: 'FAILED', failure: FAILURE });
  });

  it('gives a delivery to one node, and to another when the lease has ended, whose fence alone counts', async () => {
    await hook('acme');
    await failedTask('acme');
    await make();
    const [[first], none] = [await lease(), await lease()];
    expect(none).toEqual([]);
    const [second] = await lease(after(2 * MINUTE_MS));
    if (first === undefined || second === undefined) throw new Error('Nothing was leased');
    expect(second).toMatchObject({ id: first.id, attempts: 2, fence: first.fence + 1 });
    await stores.deliveries.record([outcomeOf(first)], NOW);
    const page = { first: 10, after: null };
    const list = async () => (await stores.tenantDeliveries.list('acme', {}, page)).deliveries;
    expect(await list()).toMatchObject([{ status: 'PENDING' }]);
    await stores.deliveries.record([outcomeOf(second), outcomeOf(second)], NOW);
    expect(await list()).toMatchObject([{ status: 'DELIVERED', attempts: 2 }]);
    await stores.deliveries.releaseAll();
    expect(await lease(after(10 * MINUTE_MS))).toEqual([]);
  });

  it('keeps the order of a task for a receiver: a later event waits until the earlier one has ended', async () => {
    await hook('acme', ['task.queued', 'task.failed']);
    const task = await failedTask('acme');
    const others = await failedTask('acme');
    await make();
    const first = await lease();
    expect(first.map(({ type, task: of }) => [type, of?.id])).toEqual([
      ['task.queued', task],
      ['task.queued', others],
    ]);
    const [one, other] = first;
    if (one === undefined || other === undefined) throw new Error('Nothing was leased');
    const nextAt = after(10_000);
    const failed = outcomeOf(one, { status: 500, error: 'HTTP_500', nextAt });
    await stores.deliveries.record([failed, outcomeOf(other)], NOW);
    const then = await lease(after(9_000));
    expect(then.map(({ type, task: of }) => [type, of?.id])).toEqual([['task.failed', others]]);
    const [again] = await lease(after(10_000));
    expect(again).toMatchObject({ id: one.id, type: 'task.queued' });
    if (again === undefined) throw new Error('Nothing was leased');
    await stores.deliveries.record([outcomeOf(again, { error: 'HTTP_500', status: 500 })], NOW);
    // Given up is an end, too.
    expect(await lease(after(10_000))).toMatchObject([{ type: 'task.failed', task: { id: task } }]);
  });

  it('bounds a tenant by concurrency and rate, and lets tenants take turns', async () => {
    await hook('acme');
    await hook('bolt');
    for (let count = 0; count < 6; count += 1) await failedTask('acme');
    for (let count = 0; count < 2; count += 1) await failedTask('bolt');
    await make();
    const turn = await lease(NOW, { limit: 3 });
    expect(turn.map(({ tenantId }) => tenantId).sort()).toEqual(
      expect.arrayContaining(['acme', 'bolt']),
    );
    const busy = turn.filter(({ tenantId }) => tenantId === 'acme').length;
    const more = await lease(NOW, { perTenantMax: busy + 1 });
    expect(more.filter(({ tenantId }) => tenantId === 'acme')).toHaveLength(1);
    await stores.deliveries.record(
      [...turn, ...more].map((one) => outcomeOf(one)),
      NOW,
    );
    // Ten seconds' worth have gone out of a bucket that has just that much.
    const rest = await lease(NOW, { perTenantSecond: 0.1 });
    expect(rest.length).toBeLessThanOrEqual(1);
    expect(await lease(after(1), { perTenantSecond: 0.1 })).toEqual([]);
    expect((await lease(after(60_000), { perTenantSecond: 0.1 })).length).toBeGreaterThan(0);
  });

  it('410 disables the webhook, ends what waits for it, and says so once', async () => {
    const id = await hook('acme');
    await failedTask('acme');
    await failedTask('acme');
    await make();
    const [one] = await lease(NOW, { limit: 1 });
    if (one === undefined) throw new Error('Nothing was leased');
    const gone = outcomeOf(one, { status: 410, error: 'HTTP_410', isGone: true });
    expect(await stores.deliveries.record([gone], NOW)).toMatchObject([
      { event: 'webhook_disabled', webhookId: id, lastStatus: 410 },
    ]);
    expect(await stores.webhooks.find('acme', id)).toMatchObject({
      disabledAt: NOW,
      failure: { lostDeliveries: 2 },
    });
    await failedTask('acme');
    await make();
    expect(await lease(after(MINUTE_MS))).toEqual([]);
    expect(await stores.deliveries.figures(NOW)).toMatchObject({ due: 0, disabledWebhooks: 1 });
  });

  it('stops for a task that was deleted, and deletes what is old', async () => {
    await hook('acme');
    const gone = await failedTask('acme');
    await failedTask('acme');
    await make();
    await stores.tasks.deleteTask('acme', gone, NOW);
    const [kept, ...more] = await lease();
    expect(more).toEqual([]);
    if (kept === undefined) throw new Error('Nothing was leased');
    await stores.deliveries.record([outcomeOf(kept)], NOW);
    expect(await stores.deliveries.forgetBefore(NOW, 10)).toBe(0);
    const page = { first: 10, after: null };
    const before = await stores.tenantDeliveries.list('acme', {}, page);
    expect(await stores.deliveries.forgetBefore(after(1), 10)).toBe(before.deliveries.length);
  });

  it('gives up what waits too long for a webhook that is paused', async () => {
    const id = await hook('acme');
    const timing = { now: NOW, retryUntil: UNTIL };
    await stores.webhooks.change('acme', id, { isPaused: true }, timing);
    await failedTask('acme');
    await make();
    expect(await lease(after(MINUTE_MS))).toEqual([]);
    expect(await stores.deliveries.expire(after(MINUTE_MS), NOW, 10)).toBe(0);
    const late = new Date(UNTIL.getTime() + 1);
    expect(await stores.deliveries.expire(late, late, 10)).toBe(1);
    const filter = { status: 'FAILED' } as const;
    const { deliveries } = await stores.tenantDeliveries.list('acme', filter, {
      first: 10,
      after: null,
    });
    expect(deliveries).toHaveLength(1);
  });
});
