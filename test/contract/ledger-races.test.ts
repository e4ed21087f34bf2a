import { Migrator, sql } from 'kysely';
import { Pool } from 'pg';

import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { kyselyOver } from '../../src/adapters/postgres/connection/kysely-over.js';
import { spine } from '../../src/adapters/postgres/migrations/0001-spine.js';
import { migrateToLatest } from '../../src/adapters/postgres/connection/migrate.js';
import { PostgresBudgetStore } from '../../src/adapters/postgres/budgets/postgres-budget-store.js';
import { PostgresSettlementStore } from '../../src/adapters/postgres/settlement/postgres-settlement-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { createPostgresDatabase, describePostgres, silentLog } from '../support/store/database.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import { anAnswer, aNewTask, createTenants } from '../support/store/new-task.js';
import { testKeys } from '../support/store/key-ring.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const LATER = new Date(NOW.getTime() + 3_600_000);
const LEASE = { now: NOW, until: new Date(NOW.getTime() + 60_000) };
const FAILURE = { code: 'NOT_SUBMITTED', message: 'It was never sent.', retryable: true };
const TENANTS = ['acme', 'bolt', 'core'];

describePostgres('The ledger: two nodes', (get) => {
  let ours: Stores;
  let theirs: Stores;
  let settlements: PostgresSettlementStore;
  let budgets: PostgresBudgetStore;

  beforeEach(async () => {
    const another = await get().openAnother();
    ours = storesOf(get().database);
    theirs = storesOf(another);
    settlements = new PostgresSettlementStore(another);
    budgets = new PostgresBudgetStore(get().database);
    await createTenants(new PostgresTenantStore(get().database), ...TENANTS);
  });

  const tenantOf = (index: number) => TENANTS[index % TENANTS.length] ?? '';

  // Guarantee: no number of simultaneous requests overshoots a budget, over all nodes.
  it('B4: gives the last credits to one of a hundred requests on two nodes', async () => {
    await budgets.setLimit({ tenantId: 'acme', subject: null, period: 'MONTH' }, 60, NOW);
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 === 0 ? ours : theirs).submissions.accept(aNewTask(), NOW),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [, month] = await budgets.listBudgets('acme', 'key:abcd', NOW);
    expect(month).toMatchObject({ reserved: 60, remaining: 0 });
  });

  it('holds under answers, reads, cancels, refusals, settlements and adjustments at once', async () => {
    // Chance decides how the tasks below end; this one of each tenant is running before them.
    for (const tenantId of TENANTS) {
      await ours.submissions.accept(aNewTask({ tenantId }), NOW);
      const lease = await ours.submissions.takeNextSubmission(LEASE);
      if (lease === undefined) throw new Error(`Nothing was queued for ${tenantId}.`);
      await ours.outcomes.recordAccepted(lease, anAnswer(NOW), NOW);
    }
    const work = Array.from({ length: 90 }, async (_, index) => {
      const tenantId = tenantOf(index);
      const newTask = aNewTask({ tenantId });
      const { task } = await ours.submissions.accept(
        newTask,
        NOW,
        index % 2 === 0 ? LEASE : undefined,
      );
      const end = async (): Promise<void> => {
        const lease = await theirs.submissions.takeNextSubmission(LEASE);
        if (lease === undefined) return;
        if (index % 5 === 0) await ours.outcomes.discard(lease, FAILURE, NOW);
        else if (index % 5 === 1) await ours.outcomes.recordRefused(lease, FAILURE, NOW);
        else if (index % 5 === 2) {
          await ours.outcomes.recordUnconfirmed(lease, 'reset', NOW);
          await Promise.all([
            settlements.dismiss(task.id, FAILURE, NOW),
            settlements.confirm(task.id, `found-${task.id}`, NOW),
          ]);
        } else {
          const estimate = { credits: 71.5, source: 'RUNWAY' } as const;
          const answer = anAnswer(NOW, { estimate });
          await ours.outcomes.recordAccepted(lease, answer, NOW);
        }
      };
      await Promise.all([
        end(),
        // Of every tenant, half of what is queued.
        index % 4 === 1 ? theirs.tasks.requestCancel(tenantId, task.id, NOW) : undefined,
        index % 7 === 0 ? ours.submissions.expireSending(LATER) : undefined,
      ]);
    });
    await Promise.all(work);
    await expectLedgerHolds(get().database);

    // Two nodes settle what is live, some without a cost, while operators adjust those.
    const settle = async (stores: Stores): Promise<void> => {
      for (;;) {
        const leases = await stores.polls.takeDuePolls({ now: LATER, until: LATER, limit: 5 });
        if (leases.length === 0) return;
        const ends = leases.map(async (lease, index) => {
          const cost = index % 2 === 0 ? null : 33.3;
          const read = { estimate: null, cost, missingCount: 0, nextPollAt: LATER };
          await stores.polls.recordRead(lease, { ...read, state: { status: 'CANCELLED' } }, LATER);
          await Promise.all([
            settlements.adjustCost(lease.task.id, 10, LATER),
            settlements.adjustCost(lease.task.id, 20, LATER),
            theirs.tasks.deleteTask(lease.task.tenantId, lease.task.id, LATER),
          ]);
        });
        await Promise.all(ends);
      }
    };
    await Promise.all([settle(ours), settle(theirs)]);
    await expectLedgerHolds(get().database);
    for (const tenantId of TENANTS) {
      const [day] = await budgets.listBudgets(tenantId, 'key:abcd', NOW);
      expect(day?.spent).toBeGreaterThan(0);
    }
  });

  it('counts the tasks of a database that had no budgets yet', async () => {
    const { url, drop } = await createPostgresDatabase();
    const pool = new Pool({ connectionString: url });
    const before = kyselyOver(pool);
    try {
      const provider = { getMigrations: () => Promise.resolve({ '0001-spine': spine }) };
      await new Migrator({ db: before, provider }).migrateToLatest();
      await sql`insert into tenants (id, name, created_at) values ('acme', 'acme', now())`.execute(
        before,
      );
      const rows = [
        ['SUCCEEDED', 60, 55, 0],
        ['CANCELLED', 60, null, 60],
        ['RUNNING', 60, null, 60],
      ] as const;
      for (const [status, estimate, cost, reserved] of rows) {
        await sql`insert into tasks (id, tenant_id, created_by, operation, runway_account,
            runway_task_kind, input, state, estimate_credits, estimate_source, cost_credits,
            reserved_credits, created_at, settled_at)
          values (gen_random_uuid(), 'acme', 'key:abcd', 'createTextToVideo', 'default', 'task',
            'null', ${JSON.stringify({ status })}, ${estimate}, 'PRICES', ${cost}, ${reserved},
            ${NOW}, ${status === 'RUNNING' ? null : NOW})`.execute(before);
      }
      await migrateToLatest(before);
    } finally {
      await pool.end();
    }
    const database = await openDatabase({ url, log: silentLog, keys: testKeys });
    try {
      await expectLedgerHolds(database);
      const [day] = await new PostgresBudgetStore(database).listBudgets('acme', 'key:abcd', NOW);
      expect(day).toMatchObject({ reserved: 60, spent: 115 });
    } finally {
      await database.close();
      await drop();
    }
  });
});
