import { sql } from 'kysely';

import { PostgresBudgetStore } from '../../src/adapters/postgres/budgets/postgres-budget-store.js';
import { statementForm } from '../../src/adapters/postgres/connection/statement.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { NewTask } from '../../src/ports/submission/new-task.js';
import type { TakeRules } from '../../src/ports/submission/submission-store.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import { describePostgres, eachDatabase } from '../support/store/database.js';
import {
  acceptToSend,
  aKey,
  anAnswer,
  aNewTask,
  createTenants,
} from '../support/store/new-task.js';
import { Statements } from '../support/store/statements.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const LEASE = { now: NOW, until: after(60_000) };
const FAILURE = { code: 'NOT_SUBMITTED', message: 'It was never sent.', retryable: true };
const ONE_SLOT: TakeRules = { ...LEASE, slotsOf: () => 1 };
const TENANTS = ['acme', 'bolt', 'core', 'dune'];

/** All at once: the first one goes alone, the others are gathered meanwhile. */
async function acceptAll(
  { submissions }: Stores,
  tasks: readonly NewTask[],
  rules: TakeRules = LEASE,
): Promise<readonly string[]> {
  const answers = await Promise.allSettled(
    tasks.map((task) => submissions.accept(task, NOW, rules)),
  );
  return answers.map((answer) => {
    if (answer.status === 'rejected') return (answer.reason as { code: string }).code;
    if (answer.value.replayed) return 'REPLAYED';
    return answer.value.lease === undefined ? 'QUEUED' : 'SENT';
  });
}

const statements = new Statements();

/** How many statements of this name ran during the work. */
async function countOf(name: string, work: () => Promise<unknown>): Promise<number> {
  const ran = await statements.during(work);
  return ran.filter((one) => statementForm(one.sql)?.name === name).length;
}

eachDatabase(
  'Requests that are accepted together',
  (get) => {
    let stores: Stores;
    let budgets: PostgresBudgetStore;

    beforeEach(async () => {
      stores = storesOf(get().database);
      budgets = new PostgresBudgetStore(get().database);
      await createTenants(new PostgresTenantStore(get().database), ...TENANTS);
    });

    it('are written by one statement, each with its event in the order of its tenant', async () => {
      const tasks = Array.from({ length: 13 }, (_, index) =>
        aNewTask({ tenantId: TENANTS[index % 4] ?? '', label: String(index) }),
      );
      // Now the data keys of all are known.
      await acceptAll(
        stores,
        TENANTS.map((tenantId) => aNewTask({ tenantId, label: 'first' })),
      );
      const count = await countOf('accept_tasks', async () => {
        expect(new Set(await acceptAll(stores, tasks))).toEqual(new Set(['SENT']));
      });
      expect(count).toBe(2);
      const { rows } = await sql<{ labels: string[]; numbers: number[] }>`
        select array_agg(label order by label) as labels,
          array_agg(number::integer order by number) as numbers
        from task_events join tasks on tasks.id = task_id
        where task_events.tenant_id = 'bolt'`.execute(get().database.kysely);
      expect(rows).toEqual([{ labels: ['1', '5', '9', 'first'], numbers: [1, 2, 3, 4] }]);
      const [, month] = await budgets.listBudgets('acme', 'key:abcd', NOW);
      expect(month).toMatchObject({ reserved: 300 });
    });

    // Guarantee: a request that is refused gets its own error, and harms no other one.
    it('do not suffer from those among them that are refused, queued or known', async () => {
      const { kysely } = get().database;
      await budgets.setLimit({ tenantId: 'bolt', subject: null, period: 'MONTH' }, 100, NOW);
      await sql`update tenants set stopped_at = ${NOW} where id = 'core'`.execute(kysely);
      const idempotency = aKey('known', NOW);
      await acceptToSend(stores, aNewTask({ idempotency }), LEASE);
      const other = aKey('known', NOW, 'e'.repeat(64));
      const fresh = aKey('fresh', NOW);

      const answers = await acceptAll(stores, [
        aNewTask(),
        aNewTask(),
        aNewTask({ tenantId: 'bolt' }),
        aNewTask({ tenantId: 'bolt' }),
        aNewTask({ tenantId: 'core' }),
        aNewTask({ tenantId: 'dune', liveTasksMax: 1 }),
        aNewTask({ tenantId: 'dune', liveTasksMax: 1 }),
        aNewTask({ idempotency }),
        aNewTask({ idempotency: other }),
        aNewTask({ idempotency: fresh }),
        aNewTask({ idempotency: fresh }),
        aNewTask({ tenantId: 'nowhere' }),
        aNewTask({ storedBytesMax: 10 }),
        aNewTask({ label: 'a\0b' }),
        aNewTask(),
      ]);

      expect(answers.slice(0, 2)).toEqual(['SENT', 'SENT']);
      expect(answers.slice(2, 4).toSorted()).toEqual(['BUDGET_EXCEEDED', 'SENT']);
      expect(answers[4]).toBe('TENANT_STOPPED');
      expect(answers.slice(5, 7).toSorted()).toEqual(['SENT', 'TOO_MANY_LIVE_TASKS']);
      expect(answers[7]).toBe('REPLAYED');
      expect(answers[8]).toBe('IDEMPOTENCY_KEY_REUSED');
      expect(answers.slice(9, 11).toSorted()).toEqual(['REPLAYED', 'SENT']);
      expect(answers[12]).toBe('TOO_MANY_STORED_BYTES');
      expect(answers[13]).toBe('BAD_USER_INPUT');
      expect(answers[14]).toBe('SENT');
    });

    it('stay within a token’s budget together', async () => {
      const tokenBudget = { tokenId: 'token', creditsMax: 130, expiresAt: after(60_000) };
      const tasks = Array.from({ length: 6 }, () => aNewTask({ tokenBudget }));
      const answers = await acceptAll(stores, [aNewTask({ tenantId: 'bolt' }), ...tasks]);
      expect(answers.filter((answer) => answer === 'SENT')).toHaveLength(3);
      expect(answers.filter((answer) => answer === 'BUDGET_EXCEEDED')).toHaveLength(4);
    });

    it('wait for a pool that is held', async () => {
      const held = await acceptToSend(stores, aNewTask(), LEASE);
      await stores.holds.hold(
        held,
        { reason: 'RUNWAY_RATE_LIMITED', until: after(9_000).toISOString() },
        NOW,
      );
      const answers = await acceptAll(stores, [
        aNewTask({ model: 'aleph' }),
        aNewTask(),
        aNewTask({ model: 'aleph' }),
      ]);
      expect(answers).toEqual(['SENT', 'QUEUED', 'SENT']);
    });

    it('are sent by one statement as far as their pools have slots, and wait where none is left', async () => {
      const slotsOf: TakeRules['slotsOf'] = ({ model }) => (model === 'aleph' ? 3 : 2);
      const rules = { ...LEASE, slotsOf };
      await acceptToSend(stores, aNewTask(), rules);
      const tasks = Array.from({ length: 4 }, (_, index) => [
        aNewTask({ tenantId: TENANTS[index] ?? '' }),
        aNewTask({ tenantId: TENANTS[index] ?? '', model: 'aleph' }),
      ]).flat();
      // Now the data keys of all are known.
      for (const tenantId of TENANTS) {
        await acceptToSend(stores, aNewTask({ tenantId, model: 'other' }), LEASE);
      }
      const counted = await countOf('accept_tasks_into_slots', async () => {
        const answers = await acceptAll(stores, [aNewTask({ model: 'first' }), ...tasks], rules);
        expect(answers).toEqual([
          ...['SENT', 'SENT', 'SENT', 'QUEUED', 'SENT'],
          ...['QUEUED', 'SENT', 'QUEUED', 'QUEUED'],
        ]);
      });
      expect(counted).toBe(2);
    });

    describe('in a pool whose only slot is taken', () => {
      let holder: SubmissionLease;

      beforeEach(async () => {
        holder = await acceptToSend(stores, aNewTask({ label: 'holder' }), ONE_SLOT);
        // Now the data keys of all are known.
        const alone: TakeRules = { ...ONE_SLOT, isSenderFull: true };
        for (const tenantId of TENANTS) {
          await stores.submissions.accept(aNewTask({ tenantId, label: 'single' }), NOW, alone);
        }
      });

      /** What stands in the store of the tasks with a label, but for what is each one's own. */
      async function storedAs(label: string): Promise<readonly object[]> {
        const { rows } = await sql<{ stored: object }>`
          select jsonb_build_object(
            'task', to_jsonb(tasks) - '{id,label,input}'::text[],
            'submission',
              to_jsonb(submissions) - '{id,task_id,request,reduced_request}'::text[],
            'event', event.snapshot
          ) as stored
          from tasks join submissions on submissions.task_id = tasks.id
            join task_events as event on event.task_id = tasks.id
          where label = ${label} order by tasks.tenant_id`.execute(get().database.kysely);
        return rows.map(({ stored }) => stored);
      }

      it('wait by one statement, and are stored as those that came alone', async () => {
        await stores.outcomes.recordRefused(holder, FAILURE, NOW);
        const tasks = TENANTS.map((tenantId) => aNewTask({ tenantId, label: 'together' }));
        const count = await countOf('queue_tasks', async () => {
          const answers = await acceptAll(stores, [aNewTask(), ...tasks], ONE_SLOT);
          expect(answers).toEqual(Array.from({ length: 5 }, () => 'QUEUED'));
        });
        expect([1, 2]).toContain(count);
        const alone = await storedAs('single');
        expect(alone).toHaveLength(TENANTS.length);
        expect(await storedAs('together')).toEqual(alone);
        const { rows } = await sql<{ id: string; tasks: number; queued: number }>`
          select id, live_tasks::integer as tasks, queued_tasks::integer as queued from tenants
          where id in ('acme', 'bolt') order by id`.execute(get().database.kysely);
        expect(rows).toEqual([
          { id: 'acme', tasks: 3, queued: 3 },
          { id: 'bolt', tasks: 2, queued: 2 },
        ]);
      });

      it('are sent in turn, when the slot becomes free', async () => {
        const tasks = ['bolt', 'bolt', 'core'].map((tenantId) => aNewTask({ tenantId }));
        await acceptAll(stores, tasks, ONE_SLOT);
        const served: string[] = [];
        for (let lease = holder; ;) {
          await stores.outcomes.recordRefused(lease, FAILURE, NOW);
          const next = await stores.submissions.takeNextSubmission(ONE_SLOT);
          if (next === undefined) break;
          served.push(next.tenantId);
          lease = next;
        }
        expect(served).toEqual(['bolt', 'core', 'dune', 'acme', 'bolt', 'core', 'bolt']);
      });

      it('are as many as their tenant may have queued, and none of those that may be sent', async () => {
        const share = { queuedTasksMax: 3 };
        const answers = await acceptAll(
          stores,
          [
            aNewTask({ tenantId: 'core' }),
            ...Array.from({ length: 4 }, () => aNewTask({ tenantId: 'bolt', ...share })),
            aNewTask({ tenantId: 'dune', model: 'aleph' }),
          ],
          ONE_SLOT,
        );
        expect(answers[0]).toBe('QUEUED');
        expect(answers.slice(1, 5).toSorted()).toEqual([
          'QUEUED',
          'QUEUED',
          'TOO_MANY_QUEUED_TASKS',
          'TOO_MANY_QUEUED_TASKS',
        ]);
        expect(answers[5]).toBe('SENT');
      });

      it('wait for their turn while others do, and go at once when none is left', async () => {
        await stores.outcomes.recordRefused(holder, FAILURE, NOW);
        const [late] = await acceptAll(stores, [aNewTask({ label: 'late' })], ONE_SLOT);
        expect(late).toBe('QUEUED');
        expect(await storedAs('late')).toMatchObject([{ submission: { waiting_reason: 'TURN' } }]);
        for (;;) {
          const lease = await stores.submissions.takeNextSubmission(ONE_SLOT);
          if (lease === undefined) break;
          await stores.outcomes.recordRefused(lease, FAILURE, NOW);
        }
        const answers = await acceptAll(stores, [aNewTask(), aNewTask()], ONE_SLOT);
        expect(answers.toSorted()).toEqual(['QUEUED', 'SENT']);
      });

      it('are not sent while Runway cannot be reached, and say so', async () => {
        const closed: TakeRules = { ...LEASE, slotsOf: () => 0 };
        expect(await acceptAll(stores, [aNewTask({ label: 'closed' })], closed)).toEqual([
          'QUEUED',
        ]);
        expect(await storedAs('closed')).toMatchObject([
          { submission: { waiting_reason: 'RUNWAY_UNREACHABLE' } },
        ]);
      });
    });
  },
  statements.wrapPool,
);

eachDatabase(
  'Changes of tasks that are made together',
  (get) => {
    let stores: Stores;

    beforeEach(async () => {
      stores = storesOf(get().database);
      await createTenants(new PostgresTenantStore(get().database), ...TENANTS);
    });

    const leased = (tenants: readonly string[]): Promise<readonly SubmissionLease[]> =>
      Promise.all(tenants.map((tenantId) => acceptToSend(stores, aNewTask({ tenantId }), LEASE)));

    it('are written by one statement, answers, refusals and settlements alike', async () => {
      const [first, ...leases] = await leased(['acme', ...TENANTS, ...TENANTS]);
      const count = await countOf('change_free_tasks', async () => {
        const tasks = await Promise.all([
          first && stores.outcomes.recordAccepted(first, anAnswer(NOW), NOW),
          ...leases.map((lease, index) =>
            index % 2 === 0
              ? stores.outcomes.recordAccepted(lease, anAnswer(NOW), NOW)
              : stores.outcomes.recordRefused(lease, FAILURE, NOW),
          ),
        ]);
        expect(tasks.map((task) => task?.state.status)).toEqual([
          'PENDING',
          ...leases.map((_, index) => (index % 2 === 0 ? 'PENDING' : 'FAILED')),
        ]);
      });
      expect(count).toBe(2);
      const { rows } = await sql<{ numbers: number[] }>`
        select array_agg(number::integer order by number) as numbers from task_events
        where tenant_id = 'acme'`.execute(get().database.kysely);
      expect(rows).toEqual([{ numbers: [1, 2, 3, 4, 5, 6] }]);
    });

    it('do not suffer from one whose fence is stale, nor from one that cannot be written', async () => {
      const [first, stale, broken, good] = await leased(['acme', 'acme', 'bolt', 'bolt']);
      if (!first || !stale || !broken || !good) throw new Error('four were accepted');
      await stores.submissions.expireSending(after(60_001));
      const record = (lease: SubmissionLease, runwayTaskId: string) =>
        stores.outcomes.recordAccepted(lease, anAnswer(NOW, { runwayTaskId }), NOW);
      const [one, two, three, four] = await Promise.allSettled([
        record(first, 'rw-1'),
        record({ ...stale, fence: 7 }, 'rw-2'),
        record(broken, 'rw\0'),
        record(good, 'rw-4'),
      ]);
      expect(one).toMatchObject({ value: { runwayTaskId: 'rw-1' } });
      expect(two).toMatchObject({ status: 'fulfilled', value: undefined });
      expect(three).toMatchObject({ status: 'rejected' });
      expect(four).toMatchObject({ value: { runwayTaskId: 'rw-4' } });
    });
  },
  statements.wrapPool,
);

describePostgres('Sets of two nodes', (get) => {
  let ours: Stores;
  let theirs: Stores;

  beforeEach(async () => {
    ours = storesOf(get().database);
    theirs = storesOf(await get().openAnother());
    await createTenants(new PostgresTenantStore(get().database), ...TENANTS);
  });

  // Guarantee: no order of locks lets two nodes wait for each other (ledger.ts).
  it('accept and change tasks of the same tenants, in whatever order', async () => {
    const live = await Promise.all(
      Array.from({ length: 80 }, async (_, index) => {
        const node = index % 2 === 0 ? ours : theirs;
        const tenantId = TENANTS[(index * 7) % 4] ?? '';
        const idempotency = index % 3 === 0 ? aKey(`key ${index}`, NOW) : null;
        const lease = await acceptToSend(node, aNewTask({ tenantId, idempotency }), LEASE);
        return await node.outcomes.recordAccepted(lease, anAnswer(NOW), NOW);
      }),
    );
    expect(live.map((task) => task?.state.status)).toEqual(live.map(() => 'PENDING'));
  });

  // Guarantee: over all nodes no pool is ever given more slots than it has.
  it('give the slots of a pool once, however many ask for them at the same time', async () => {
    const rules: TakeRules = { ...LEASE, slotsOf: () => 5 };
    const tasks = Array.from({ length: 80 }, (_, index) =>
      aNewTask({ tenantId: TENANTS[index % 4] ?? '' }),
    );
    const answers = await Promise.all([
      acceptAll(ours, tasks.slice(0, 40), rules),
      acceptAll(theirs, tasks.slice(40), rules),
    ]);
    const all = answers.flat();
    expect(all.filter((answer) => answer === 'SENT')).toHaveLength(5);
    expect(all.filter((answer) => answer === 'QUEUED')).toHaveLength(75);
  });

  it('wait for a pool that another client has locked, and for no other one', async () => {
    const rules: TakeRules = { ...LEASE, slotsOf: () => 5 };
    await acceptToSend(ours, aNewTask(), rules);
    const other = await get().openAnother();
    let waiting: Promise<readonly string[]> | undefined;
    await other.kysely.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('slots default gen4.5', 0))`.execute(
        trx,
      );
      waiting = acceptAll(ours, [aNewTask(), aNewTask()], rules);
      await acceptToSend(ours, aNewTask({ model: 'aleph' }), rules);
    });
    expect(await waiting).toEqual(['SENT', 'SENT']);
  });

  it('D22: a tenant that another client holds delays no other one', async () => {
    const leases = await Promise.all(
      ['bolt', 'acme', 'bolt', 'acme', 'core'].map((tenantId) =>
        acceptToSend(ours, aNewTask({ tenantId }), LEASE),
      ),
    );
    const other = await get().openAnother();
    let waiting: readonly Promise<unknown>[] = [];
    await other.kysely.transaction().execute(async (trx) => {
      await sql`select from tenants where id = 'acme' for update`.execute(trx);
      const writes = leases.map((lease) => ({
        tenantId: lease.tenantId,
        written: ours.outcomes.recordAccepted(lease, anAnswer(NOW), NOW),
      }));
      const bought = ['dune', 'acme', 'core'].map((tenantId) => ({
        tenantId,
        written: ours.submissions.accept(aNewTask({ tenantId }), NOW, LEASE),
      }));
      const all = [...writes, ...bought];
      await Promise.all(
        all.filter(({ tenantId }) => tenantId !== 'acme').map(({ written }) => written),
      );
      waiting = all.filter(({ tenantId }) => tenantId === 'acme').map(({ written }) => written);
    });
    expect(await Promise.all(waiting)).toHaveLength(3);
  });
});
