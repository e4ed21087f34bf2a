import { PostgresBudgetStore } from '../../src/adapters/postgres/budgets/postgres-budget-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Budget } from '../../src/domain/pricing/credits.js';
import type { Task, TaskState } from '../../src/domain/task/task.js';
import type { BudgetScope } from '../../src/ports/budgets/budget-store.js';
import type { NewTask } from '../../src/ports/submission/new-task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import { eachSetup } from '../support/store/database.js';
import { aKey, anAnswer, aNewTask, createTenants } from '../support/store/new-task.js';

/** The last minute of a UTC day and month, so that a minute later both are others. */
const NOW = new Date('2026-01-31T23:59:30.000Z');
const NEXT_MONTH = new Date('2026-02-01T00:00:00.000Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const TENANT_DAY: BudgetScope = { tenantId: 'acme', subject: null, period: 'DAY' };
const KEY_MONTH: BudgetScope = { tenantId: 'acme', subject: 'key:abcd', period: 'MONTH' };
const FAILURE = { code: 'RUNWAY_REFUSED', message: 'Refused.', retryable: false };

eachSetup('BudgetStore', (get) => {
  let budgets: PostgresBudgetStore;
  let stores: Stores;

  beforeEach(async () => {
    budgets = new PostgresBudgetStore(get().database);
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  async function accepted(overrides: Partial<NewTask> = {}, now = NOW): Promise<Task> {
    return (await stores.submissions.accept(aNewTask(overrides), now)).task;
  }

  const costing = (credits: number) => ({ estimate: { credits, source: 'PRICES' } }) as const;

  async function taken(task: Task): Promise<SubmissionLease> {
    const lease = await stores.submissions.takeNextSubmission({ now: NOW, until: after(60_000) });
    if (lease?.taskId !== task.id) throw new Error('not taken');
    return lease;
  }

  /** A task at Runway that was to cost 60. */
  async function live(): Promise<Task> {
    const task = await accepted();
    const answer = anAnswer(NOW);
    await stores.outcomes.recordAccepted(await taken(task), answer, NOW);
    return task;
  }

  async function settle(state: TaskState, cost: number | null, now: Date): Promise<void> {
    const [lease] = await stores.polls.takeDuePolls({ now, until: after(120_000), limit: 1 });
    if (lease === undefined) throw new Error('nothing was due');
    const read = { state, estimate: null, cost, missingCount: 0, nextPollAt: now };
    await stores.polls.recordRead(lease, read, now);
  }

  async function used(now = NOW, subject = 'key:abcd'): Promise<string[]> {
    const list = await budgets.listBudgets('acme', subject, now);
    return list.map(({ reserved, spent }) => `${String(reserved)}/${String(spent)}`);
  }

  describe('limits', () => {
    it('are absent at first, with both periods of tenant and subject counted from zero', async () => {
      const none = {
        tenantId: 'acme',
        limit: null,
        reserved: 0,
        spent: 0,
        overrun: 0,
        remaining: null,
      };
      const day = { ...none, period: 'DAY' as const, resetsAt: NEXT_MONTH };
      const month = { ...none, period: 'MONTH' as const, resetsAt: NEXT_MONTH };
      expect(await budgets.listBudgets('acme', 'key:abcd', NOW)).toEqual([
        { ...day, subject: null },
        { ...month, subject: null },
        { ...day, subject: 'key:abcd' },
        { ...month, subject: 'key:abcd' },
      ] satisfies Budget[]);
    });

    it('count what was reserved before they were set', async () => {
      await accepted(costing(60));
      expect(await budgets.setLimit(TENANT_DAY, 100, NOW)).toEqual({
        ...TENANT_DAY,
        limit: 100,
        reserved: 60,
        spent: 0,
        overrun: 0,
        remaining: 40,
        resetsAt: NEXT_MONTH,
      });
    });

    it('are replaced and lifted', async () => {
      await budgets.setLimit(TENANT_DAY, 100, NOW);
      expect(await budgets.setLimit(TENANT_DAY, 50, NOW)).toMatchObject({ limit: 50 });
      expect(await budgets.setLimit(TENANT_DAY, null, NOW)).toMatchObject({ limit: null });
      await accepted(costing(999));
    });

    it('below what is already gone leave nothing, never less', async () => {
      await accepted(costing(60));
      expect(await budgets.setLimit(TENANT_DAY, 10, NOW)).toMatchObject({ remaining: 0 });
    });

    it('need a tenant', async () => {
      const missing = { ...TENANT_DAY, tenantId: 'missing' };
      await expect(budgets.setLimit(missing, 1, NOW)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('accept', () => {
    it('lets pass what costs nothing, though a correction has gone over the limit', async () => {
      await accepted(costing(60));
      await budgets.setLimit(TENANT_DAY, 10, NOW);
      await expect(accepted(costing(1))).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
      expect(await accepted(costing(0))).toBeDefined();
    });

    it('reserves the estimate for tenant and creator', async () => {
      await accepted(costing(60));
      await accepted({ ...costing(5), createdBy: 'key:other' });
      await accepted({ ...costing(7), tenantId: 'bolt' });
      expect(await used()).toEqual(['65/0', '65/0', '60/0', '60/0']);
    });

    it('takes the last credit, in decimals that binary fractions do not have', async () => {
      await budgets.setLimit(TENANT_DAY, 0.3, NOW);
      await accepted(costing(0.1));
      await accepted(costing(0.2));
      await expect(accepted(costing(0.01))).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    });

    it('B5: names each budget that does not suffice, with what is left', async () => {
      await budgets.setLimit(TENANT_DAY, 100, NOW);
      await budgets.setLimit(KEY_MONTH, 70, NOW);
      await accepted(costing(60));
      await expect(accepted(costing(50))).rejects.toMatchObject({
        code: 'BUDGET_EXCEEDED',
        issues: expect.arrayContaining([
          expect.objectContaining({
            rule: 'budget:TENANT:DAY',
            allowed: ['at most 40 credits'],
          }),
          expect.objectContaining({ rule: 'budget:KEY:MONTH', allowed: ['at most 10 credits'] }),
        ]),
      });
      await expect(accepted(costing(20))).rejects.toMatchObject({
        issues: [expect.objectContaining({ rule: 'budget:KEY:MONTH' })],
      });
    });

    it('keeps nothing of what it refuses: no task, event or reservation, and the key is free', async () => {
      await budgets.setLimit(TENANT_DAY, 10, NOW);
      const refused = aNewTask({ ...costing(60), idempotency: aKey('k', NOW) });
      await expect(stores.submissions.accept(refused, NOW)).rejects.toMatchObject({
        code: 'BUDGET_EXCEEDED',
      });

      expect(await stores.tasks.findTask('acme', refused.id)).toBeUndefined();
      expect(await stores.events.eventRange('acme')).toEqual({ newest: 0, oldest: 0 });
      expect(await used()).toEqual(['0/0', '0/0', '0/0', '0/0']);
      const other = aNewTask({ ...costing(10), idempotency: aKey('k', NOW, 'another input') });
      expect(await stores.submissions.accept(other, NOW)).toMatchObject({ replayed: false });
    });

    it('replays a known key though nothing is left', async () => {
      await budgets.setLimit(TENANT_DAY, 60, NOW);
      const first = await accepted({ ...costing(60), idempotency: aKey('k', NOW) });
      const again = aNewTask({ ...costing(60), idempotency: aKey('k', NOW) });
      expect(await stores.submissions.accept(again, NOW)).toEqual({ task: first, replayed: true });
    });

    it.each([
      ['the tenant', TENANT_DAY],
      ['the key', KEY_MONTH],
    ])('of %s refuse what must have a ceiling and has none', async (_whose, limit) => {
      const unpriced = { ...costing(1), isRefusedByBudgets: true } as const;
      await accepted(unpriced);
      await budgets.setLimit(limit, 1_000, NOW);
      const key = { idempotency: aKey('k', NOW) };
      const refused = { code: 'PRICE_UNKNOWN' };
      await expect(accepted({ ...unpriced, ...key })).rejects.toMatchObject(refused);
      await accepted({ ...costing(1), ...key });
      expect((await used())[0]).toBe('2/0');
    });

    it('bounds a key alone by its own budget', async () => {
      await budgets.setLimit(KEY_MONTH, 10, NOW);
      await expect(accepted(costing(60))).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
      await accepted({ ...costing(60), createdBy: 'key:other' });
    });

    it('starts anew with the period', async () => {
      await budgets.setLimit(TENANT_DAY, 60, NOW);
      await accepted(costing(60));
      await expect(accepted(costing(1), after(29_999))).rejects.toMatchObject({
        code: 'BUDGET_EXCEEDED',
      });
      await accepted(costing(60), NEXT_MONTH);
      expect(await used(NEXT_MONTH)).toEqual(['60/0', '60/0', '60/0', '60/0']);
    });

    // Guarantee: no number of simultaneous requests overshoots a budget.
    it('B4: gives the last credits to one of fifty at once', async () => {
      await budgets.setLimit(TENANT_DAY, 100, NOW);
      await accepted(costing(40));
      const answers = await Promise.allSettled(
        Array.from({ length: 50 }, (_, index) =>
          accepted({ ...costing(60), createdBy: `key:${String(index)}` }),
        ),
      );
      const refusals = answers.flatMap((one) =>
        one.status === 'rejected' ? [one.reason as unknown] : [],
      );
      expect(answers.length - refusals.length).toBe(1);
      for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'BUDGET_EXCEEDED' });
      expect((await used())[0]).toBe('100/0');
    });
  });

  describe('a reservation is', () => {
    it('corrected by Runway’s estimate, beyond the limit too: it is bought already', async () => {
      await budgets.setLimit(TENANT_DAY, 60, NOW);
      const task = await accepted();
      const estimate = { credits: 75, source: 'RUNWAY' } as const;
      const answer = anAnswer(NOW, { estimate });
      await stores.outcomes.recordAccepted(await taken(task), answer, NOW);
      expect((await used())[0]).toBe('75/0');
      expect((await budgets.listBudgets('acme', 'key:abcd', NOW))[0]?.overrun).toBe(15);
      await expect(accepted(costing(1))).rejects.toMatchObject({
        issues: [expect.objectContaining({ allowed: ['at most 0 credits'] })],
      });
    });

    it.each<[string, TaskState, number | null, string]>([
      ['the cost', { status: 'SUCCEEDED', output: [] }, 55.25, '0/55.25'],
      ['a cost of nothing', { status: 'FAILED', failure: FAILURE }, 0, '0/0'],
      ['an unknown cost: the estimate', { status: 'CANCELLED' }, null, '0/60'],
    ])('settled at %s, in the period of acceptance', async (_case, state, cost, expected) => {
      await live();
      await settle(state, cost, NEXT_MONTH);
      expect(await used(NOW)).toEqual([expected, expected, expected, expected]);
      expect(await used(NEXT_MONTH)).toEqual(['0/0', '0/0', '0/0', '0/0']);
    });

    it.each<[string, (task: Task) => Promise<unknown>, string]>([
      [
        'released when refused',
        async (t) => stores.outcomes.recordRefused(await taken(t), FAILURE, NOW),
        '0/0',
      ],
      [
        'released when discarded',
        async (t) => stores.outcomes.discard(await taken(t), FAILURE, NOW),
        '0/0',
      ],
      [
        'released when cancelled in the queue',
        (t) => stores.tasks.requestCancel('acme', t.id, NOW),
        '0/0',
      ],
      [
        'kept when unconfirmed',
        async (t) => stores.outcomes.recordUnconfirmed(await taken(t), 'x', NOW),
        '60/0',
      ],
    ])('%s', async (_case, end, expected) => {
      await end(await accepted());
      expect(await used()).toEqual([expected, expected, expected, expected]);
    });

    it('not moved by deleting the task', async () => {
      const task = await live();
      await settle({ status: 'SUCCEEDED', output: [] }, 50, NOW);
      await stores.tasks.deleteTask('acme', task.id, NOW);
      expect((await used())[0]).toBe('0/50');
    });
  });
});
