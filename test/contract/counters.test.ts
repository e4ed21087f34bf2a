import { sql } from 'kysely';

import { mustBeAdmitted } from '../../src/adapters/postgres/submission/admission.js';
import type { Database } from '../../src/adapters/postgres/connection/database.js';
import { PostgresModerationStore } from '../../src/adapters/postgres/tenants/postgres-moderation-store.js';
import { PostgresResourceStore } from '../../src/adapters/postgres/resources/postgres-resource-store.js';
import { PostgresSettlementStore } from '../../src/adapters/postgres/settlement/postgres-settlement-store.js';
import { storesOf } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantRemovalStore } from '../../src/adapters/postgres/tenants/postgres-tenant-removal-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { PostgresEventStore } from '../../src/adapters/postgres/events/postgres-event-store.js';
import { eachDatabase } from '../support/store/database.js';
import { fillEvents, fillHistory } from '../support/store/history.js';
import { findLedgerFaults } from '../support/store/ledger.js';
import { aNewTask, createTenants } from '../support/store/new-task.js';
import { PLAN_MODES, readsOf } from '../support/store/rows-read.js';

const FROM = new Date('2026-01-01T00:00:00Z');
const NOW = new Date('2026-01-02T00:00:00Z');
const MODERATED = `'{"status":"FAILED","failure":{"code":"SAFETY.INPUT","message":"","retryable":false}}'`;

/** Enough that a plan for it is no plan for nothing. */
const COUNT = 3_000;

eachDatabase('history', (get) => {
  beforeEach(() => createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt'));

  async function fill(state?: string): Promise<void> {
    const { database } = get();
    await fillHistory(database, {
      tenantId: 'acme',
      count: COUNT,
      from: FROM,
      ...(state !== undefined && { state }),
    });
    await fillEvents(database, 'acme');
    await analyze('tasks, task_events, tenants');
  }

  const analyze = async (tables: string) => {
    await sql`vacuum analyze ${sql.raw(tables)}`.execute(get().database.kysely);
  };

  const over = (kysely: Database['kysely']): Database => ({ ...get().database, kysely });

  async function own(count: number): Promise<void> {
    await sql`
      insert into resources (tenant_id, kind, runway_account, runway_id, parent_id, owner, created_at)
      select 'acme', 'avatarConversation', 'main', 'c' || i, 'busy', 'key:k',
        ${FROM}::timestamptz + i * interval '1 second'
      from generate_series(1, ${count}::integer) as i`.execute(get().database.kysely);
    await analyze('resources, tenant_holdings');
  }

  it('D19: the audit finds every count that does not fit its rows', async () => {
    const { database } = get();
    const { kysely } = database;
    await own(2);
    await storesOf(database).submissions.accept(aNewTask(), NOW);
    expect(await findLedgerFaults(database)).toEqual([]);
    for (const column of ['tasks', 'live_tasks', 'queued_tasks', 'stored_bytes']) {
      const by = (difference: number) =>
        sql`update tenants set ${sql.ref(column)} = ${sql.ref(column)} + ${difference}
          where id = 'acme'`.execute(kysely);
      await by(1);
      expect(await findLedgerFaults(database)).toHaveLength(1);
      await by(-1);
    }
    await sql`update tenant_holdings set count = count - 1`.execute(kysely);
    expect(await findLedgerFaults(database)).toHaveLength(1);
    await sql`update tenant_holdings set count = count + 1`.execute(kysely);
  });

  describe.each(PLAN_MODES)('%s', (mode) => {
    it('D19: a refusal at the live limit counts nothing', async () => {
      await fill();
      const task = aNewTask({ liveTasksMax: 0 });
      const reads = await readsOf(get().database, mode, async (db) => {
        await expect(mustBeAdmitted(db, task, 0, NOW)).rejects.toMatchObject({
          code: 'TOO_MANY_LIVE_TASKS',
        });
      });
      expect([...reads.tables]).toEqual(['tenants']);
    });

    it('D19: what tenants have is not counted where it is shown', async () => {
      await fill();
      await own(COUNT);
      const reads = await readsOf(get().database, mode, async (db) => {
        const holdings = await new PostgresTenantStore(over(db)).holdings(['acme', 'bolt']);
        expect(holdings.get('acme')).toMatchObject({
          tasks: COUNT,
          resources: { avatarConversation: COUNT },
        });
      });
      expect([...reads.tables].sort()).toEqual(['tenant_holdings', 'tenants']);
      expect(reads.rows).toBeLessThan(10);
    });

    it('D19: no more moderated tasks are looked at than stop a tenant', async () => {
      await fill(MODERATED);
      const limit = { since: FROM, max: 10 };
      const reads = await readsOf(get().database, mode, (db) =>
        new PostgresModerationStore(over(db)).stopIfModerated('acme', limit, NOW),
      );
      expect(await new PostgresTenantStore(get().database).find('acme')).toMatchObject({
        status: 'STOPPED',
      });
      expect(reads.indexes).toContain('tasks_moderated');
      expect(reads.rows).toBeLessThan(20);
    });

    it('D19: a list of resources counts no more than it shows', async () => {
      await own(COUNT);
      const list = (parentId?: string) =>
        readsOf(get().database, mode, async (db) => {
          const store = new PostgresResourceStore(over(db));
          const filter = parentId === undefined ? {} : { parentId };
          const page = await store.list('acme', 'avatarConversation', filter, {
            first: 5,
            after: null,
          });
          expect(page.totalCount).toBe(parentId === undefined ? COUNT : 0);
        });
      expect((await list()).rows).toBeLessThan(15);
      // One avatar has all conversations: a plan that takes it for any would walk through them.
      expect((await list('idle')).rows).toBe(0);
    });

    it('D18: the lists of an operator read what they show', async () => {
      await fill();
      const { kysely } = get().database;
      await sql`update tasks set cost_credits = null where created_at > ${FROM}::timestamptz
        + interval '2900 seconds'`.execute(kysely);
      await analyze('tasks');
      for (const about of ['SUBMISSION', 'COST'] as const) {
        const reads = await readsOf(get().database, mode, (db) =>
          new PostgresSettlementStore(over(db)).listOpen(about, { first: 5, after: null }),
        );
        expect(reads.rows).toBeLessThan(15);
        expect(reads.scanned).not.toContain('tasks');
      }
    });

    it('D18: the events of one task are found without those of the others', async () => {
      await fill();
      const { tasks } = await storesOf(get().database).tasks.listTasks(
        'acme',
        {},
        { first: 1, after: null },
      );
      const taskId = tasks[0]?.id ?? '';
      const reads = await readsOf(get().database, mode, async (kysely) => {
        const events = new PostgresEventStore({ ...get().database, kysely });
        expect(await events.listEvents('acme', { after: 0, limit: 100, taskId })).toHaveLength(1);
        expect(await events.listEvents('bolt', { after: 0, limit: 100, taskId })).toEqual([]);
      });
      expect(reads.rows).toBeLessThan(15);
    });

    it('D19: what is left of a tenant is listed page by page', async () => {
      await fill();
      const reads = await readsOf(get().database, mode, (db) =>
        new PostgresTenantRemovalStore(over(db)).listTasks('acme', { first: 8, after: null }),
      );
      expect(reads.rows).toBeLessThan(30);
      expect(reads.scanned).not.toContain('tasks');
    });
  });
});
