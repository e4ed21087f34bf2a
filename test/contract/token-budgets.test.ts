import { PostgresBudgetStore } from '../../src/adapters/postgres/budgets/postgres-budget-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { PostgresRetentionStore } from '../../src/adapters/postgres/tasks/postgres-retention-store.js';
import type { NewTask } from '../../src/ports/submission/new-task.js';
import { eachDatabase } from '../support/store/database.js';
import {
  aKey,
  acceptToSend,
  anAnswer,
  aNewTask,
  createTenants,
} from '../support/store/new-task.js';

const NOW = new Date('2026-01-31T12:00:00.000Z');
const HOUR_MS = 3_600_000;
const after = (ms: number) => new Date(NOW.getTime() + ms);
const RULES = { now: NOW, until: after(60_000) };
const FAILURE = { code: 'RUNWAY_REFUSED', message: 'Refused.', retryable: false };

/** Credits of `aNewTask`. */
const PRICE = 60;

// Guarantee: the tasks of one token never hold more than its budget, and what they turn out not to
// cost can be used again.
eachDatabase('TaskStore: budgets of tokens', (get) => {
  let stores: Stores;
  let budgets: PostgresBudgetStore;

  beforeEach(async () => {
    stores = storesOf(get().database);
    budgets = new PostgresBudgetStore(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  const withToken = (creditsMax: number, changes: Partial<NewTask> = {}): NewTask =>
    aNewTask({
      tokenBudget: { tokenId: 'token-1', creditsMax, expiresAt: after(HOUR_MS) },
      ...changes,
    });
  const holding = async (tenantId = 'acme', tokenId = 'token-1') => {
    const { reserved, spent } = await budgets.holdingOfToken(tenantId, tokenId);
    return [reserved, spent];
  };
  const refusal = { code: 'BUDGET_EXCEEDED', issues: [{ rule: 'budget:TOKEN' }] };

  it('B4: accept what fits of many at once, and write nothing of the rest', async () => {
    const asked = Array.from({ length: 20 }, (_, at) =>
      stores.submissions.accept(
        withToken(3 * PRICE, { idempotency: aKey(`k${String(at)}`, NOW) }),
        NOW,
      ),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(refusal);
    }
    expect(await holding()).toEqual([3 * PRICE, 0]);
    const { tasks } = await stores.tasks.listTasks('acme', {}, { first: 100, after: null });
    expect(tasks).toHaveLength(3);
  });

  it('refuse what must have a ceiling and has none', async () => {
    const unpriced = withToken(100, { isRefusedByBudgets: true });
    await expect(stores.submissions.accept(unpriced, NOW)).rejects.toMatchObject({
      code: 'PRICE_UNKNOWN',
    });
    expect(await holding()).toEqual([0, 0]);
  });

  it('are counted by tenant and token, and not for tasks of no token', async () => {
    await stores.submissions.accept(aNewTask(), NOW);
    await stores.submissions.accept(withToken(PRICE), NOW);
    await stores.submissions.accept(withToken(PRICE, { tenantId: 'bolt' }), NOW);
    expect([await holding(), await holding('bolt'), await holding('acme', 'other')]).toEqual([
      [PRICE, 0],
      [PRICE, 0],
      [0, 0],
    ]);
    await expect(stores.submissions.accept(withToken(PRICE), NOW)).rejects.toMatchObject(refusal);
  });

  it('let through what costs nothing, whatever is left', async () => {
    const free = { estimate: { credits: 0, source: 'PRICES' } } as const;
    await stores.submissions.accept(withToken(0, free), NOW);
    await expect(stores.submissions.accept(withToken(0), NOW)).rejects.toMatchObject(refusal);
  });

  it('get back what was discarded, refused or cancelled', async () => {
    await stores.outcomes.discard(
      await acceptToSend(stores, withToken(PRICE), RULES),
      FAILURE,
      NOW,
    );
    expect(await holding()).toEqual([0, 0]);
    await stores.outcomes.recordRefused(
      await acceptToSend(stores, withToken(PRICE), RULES),
      FAILURE,
      NOW,
    );
    expect(await holding()).toEqual([0, 0]);
    const { task } = await stores.submissions.accept(withToken(PRICE), NOW);
    await stores.tasks.requestCancel('acme', task.id, NOW);
    expect(await holding()).toEqual([0, 0]);
    await stores.submissions.accept(withToken(PRICE), NOW);
  });

  it('follow the estimate of Runway and the cost in the end, also of a task that is deleted', async () => {
    const lease = await acceptToSend(stores, withToken(10 * PRICE), RULES);
    const estimate = { credits: 80, source: 'RUNWAY' } as const;
    await stores.outcomes.recordAccepted(lease, anAnswer(NOW, { estimate }), NOW);
    expect(await holding()).toEqual([80, 0]);
    const [poll] = await stores.polls.takeDuePolls({ now: NOW, until: after(120_000), limit: 1 });
    if (poll === undefined) throw new Error('nothing was due');
    const state = { status: 'SUCCEEDED', output: [] } as const;
    const read = { state, estimate: null, cost: 70, missingCount: 0, nextPollAt: NOW };
    await stores.polls.recordRead(poll, read, NOW);
    expect(await holding()).toEqual([0, 70]);
    await stores.tasks.deleteTask('acme', lease.taskId, NOW);
    expect(await holding()).toEqual([0, 70]);
  });

  it('are forgotten a day after their token has ended', async () => {
    await stores.submissions.accept(withToken(PRICE), NOW);
    const retention = new PostgresRetentionStore(get().database);
    const sweep = (now: Date) =>
      retention.deleteOld({ kind: 'tokenCounters', before: NOW, now, limit: 10, after: null });
    expect(await sweep(after(25 * HOUR_MS))).toMatchObject({ deleted: 0 });
    expect(await sweep(after(25 * HOUR_MS + 1))).toMatchObject({ deleted: 1 });
    expect(await holding()).toEqual([0, 0]);
    const [task] = (await stores.tasks.listTasks('acme', {}, { first: 1, after: null })).tasks;
    await stores.tasks.requestCancel('acme', task?.id ?? '', NOW);
  });
});
