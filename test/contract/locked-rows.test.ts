import { sql } from 'kysely';

import type { Database } from '../../src/adapters/postgres/connection/database.js';
import { PostgresSettlementStore } from '../../src/adapters/postgres/settlement/postgres-settlement-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantRemovalStore } from '../../src/adapters/postgres/tenants/postgres-tenant-removal-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import type { RemovalLease } from '../../src/ports/tenants/tenant-removal-store.js';
import { describePostgres, eachDatabase } from '../support/store/database.js';
import { acceptToSend, aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const LEASE = { now: NOW, until: after(60_000) };
const LATER = after(60_001);

/** Submissions that are being sent, in the order in which their leases end. */
async function sending(
  database: Database,
  ...tenants: readonly string[]
): Promise<readonly SubmissionLease[]> {
  const stores = storesOf(database);
  const leases: SubmissionLease[] = [];
  for (const [index, tenantId] of tenants.entries()) {
    const rules = { now: NOW, until: after(50_000 + index) };
    leases.push(await acceptToSend(stores, aNewTask({ tenantId }), rules));
  }
  return leases;
}

const ids = (tasks: readonly { readonly id: string }[]) => new Set(tasks.map(({ id }) => id));
const idsOf = (leases: readonly SubmissionLease[]) => new Set(leases.map(({ taskId }) => taskId));

async function removalOf(store: PostgresTenantRemovalStore): Promise<RemovalLease> {
  const lease = await store.take(LEASE);
  if (lease === undefined) throw new Error('There is no tenant to be removed');
  return lease;
}

describePostgres('D22: while another client holds', (get) => {
  let stores: Stores;

  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt', 'core');
  });

  /** Runs `work` while another connection keeps what `lock` has locked. */
  async function whileLocked(lock: string, id: string, work: () => Promise<void>): Promise<void> {
    const other = await get().openAnother();
    await other.kysely.transaction().execute(async (trx) => {
      await sql`${sql.raw(lock)} ${id} for update`.execute(trx);
      await work();
    });
  }

  it.each([
    ['the first task', 'select from tasks where id ='],
    ['its submission', 'select from submissions where task_id ='],
  ])('D22: %s, the others expire, also those of its tenant', async (_what, lock) => {
    const [first, ...others] = await sending(get().database, 'acme', 'acme', 'bolt');
    await whileLocked(lock, first?.taskId ?? '', async () => {
      expect(ids(await stores.submissions.expireSending(LATER))).toEqual(idsOf(others));
    });
    expect(ids(await stores.submissions.expireSending(LATER))).toEqual(new Set([first?.taskId]));
  });

  it('D22: a tenant, the submissions of the others expire', async () => {
    const leases = await sending(get().database, 'acme', 'acme', 'bolt', 'acme', 'core');
    const others = leases.filter(({ tenantId }) => tenantId !== 'acme');
    await whileLocked('select from tenants where id =', 'acme', async () => {
      expect(ids(await stores.submissions.expireSending(LATER))).toEqual(idsOf(others));
    });
    expect(await stores.submissions.expireSending(LATER)).toHaveLength(3);
  });

  it('D22: a task of a deleted tenant, the others are removed', async () => {
    const removals = new PostgresTenantRemovalStore(get().database);
    const tasks = await Promise.all(
      [1, 2, 3].map(() => stores.submissions.accept(aNewTask({ tenantId: 'core' }), NOW)),
    );
    await new PostgresTenantStore(get().database).startRemoval('core', NOW);
    const lease = await removalOf(removals);
    const listed = tasks.map(({ task }) => ({ id: task.id, runwayTaskId: null }));
    const held = listed[0]?.id ?? '';
    await whileLocked('select from tasks where id =', held, async () => {
      expect(await removals.removeTasks(lease, listed)).toBe(1);
      const left = await get().database.kysely.selectFrom('tasks').select('id').execute();
      expect(left).toEqual([{ id: held }]);
    });
    expect(await removals.removeTasks(lease, listed)).toBe(0);
  });

  it('a tenant, submissions of the others are taken, in the same pool and in others', async () => {
    const queue = async (tenantId: string, model: string): Promise<string> =>
      (await stores.submissions.accept(aNewTask({ tenantId, model }), NOW)).task.id;
    const held = await queue('acme', 'gen4.5');
    const same = await queue('bolt', 'gen4.5');
    await queue('acme', 'aleph');
    const other = await queue('core', 'veo3');
    const rules = { now: after(1), until: after(60_000), slotsOf: () => 5 };
    const take = async () => (await stores.submissions.takeNextSubmission(rules))?.taskId;
    await whileLocked('select from tenants where id =', 'acme', async () => {
      expect(new Set([await take(), await take()])).toEqual(new Set([same, other]));
      // It is waited for, but not for ever.
      expect(await take()).toBeUndefined();
    });
    expect([await take(), await take()]).toContain(held);
  });

  it('a queued task, the others are moved to another account', async () => {
    const accept = async (): Promise<string> =>
      (await stores.submissions.accept(aNewTask(), NOW)).task.id;
    const held = await accept();
    const free = await accept();
    await whileLocked('select from tasks where id =', held, async () => {
      expect(await stores.queue.moveQueued('new')).toBe(1);
    });
    expect((await stores.tasks.findTask('acme', free))?.runwayAccount).toBe('new');
    expect(await stores.queue.moveQueued('new')).toBe(1);
  });

  it('D22: a lost creation, the finder goes on at once', async () => {
    const [lost] = await sending(get().database, 'acme');
    const id = lost?.taskId ?? '';
    await stores.submissions.expireSending(LATER);
    const settlements = new PostgresSettlementStore(get().database);
    await whileLocked('select from tasks where id =', id, async () => {
      expect(await settlements.confirmFound(id, 'rw-1', LATER)).toBe('missing');
    });
    expect(await settlements.confirmFound(id, 'rw-1', LATER)).toMatchObject({ id });
  });
});

eachDatabase('D22: where one row cannot be written', (get) => {
  let stores: Stores;

  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  /** Runs `work` while every change and every deletion of the task is an error. */
  async function whileBroken(id: string, work: () => Promise<void>): Promise<void> {
    const { kysely } = get().database;
    const statements = [
      `create function refuse_row() returns trigger language plpgsql
        as $$ begin raise exception 'a bad row'; end $$`,
      `create trigger bad_row before update or delete on tasks for each row
        when (old.id = '${id}') execute function refuse_row()`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(kysely);
    try {
      await work();
    } finally {
      await sql.raw('drop trigger bad_row on tasks').execute(kysely);
      await sql.raw('drop function refuse_row()').execute(kysely);
    }
  }

  it('D22: the other submissions expire, also those of its tenant', async () => {
    const [first, ...others] = await sending(get().database, 'acme', 'acme', 'bolt');
    await whileBroken(first?.taskId ?? '', async () => {
      expect(ids(await stores.submissions.expireSending(LATER))).toEqual(idsOf(others));
    });
  });

  it('the other tasks of a deleted tenant are removed', async () => {
    const removals = new PostgresTenantRemovalStore(get().database);
    const tasks = await Promise.all(
      [1, 2, 3].map(() => stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW)),
    );
    await new PostgresTenantStore(get().database).startRemoval('bolt', NOW);
    const lease = await removalOf(removals);
    const listed = tasks.map(({ task }) => ({ id: task.id, runwayTaskId: null }));
    const bad = listed[0]?.id ?? '';
    await whileBroken(bad, async () => {
      expect(await removals.removeTasks(lease, listed)).toBe(1);
      const left = await get().database.kysely.selectFrom('tasks').select('id').execute();
      expect(left).toEqual([{ id: bad }]);
    });
  });
});
