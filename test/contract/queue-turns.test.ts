import { PostgresTaskStore } from '../../src/adapters/postgres/tasks/postgres-task-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { SubmissionLease, TakeRules } from '../../src/ports/tasks/task-store.js';
import { describePostgres, eachDatabase } from '../support/database.js';
import { expectLedgerHolds } from '../support/ledger.js';
import { aNewTask, createTenants } from '../support/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const TENANTS = ['acme', 'bolt', 'core'] as const;
const FAILURE = { code: null, message: 'Refused.', retryable: false };
const SLOT = { reason: 'SLOT', until: null } as const;

function rulesAt(ms: number, slots: number | null = null): TakeRules {
  return { now: after(ms), until: after(ms + 60_000), slotsOf: () => slots };
}

function deferral(ms: number) {
  return { reason: 'RUNWAY_UNREACHABLE', until: after(ms).toISOString() } as const;
}

eachDatabase('Queue turns', (get) => {
  let store: PostgresTaskStore;
  let tenants: PostgresTenantStore;

  beforeEach(async () => {
    store = new PostgresTaskStore(get().database);
    tenants = new PostgresTenantStore(get().database);
    await createTenants(tenants, ...TENANTS);
  });

  async function taken(ms: number): Promise<SubmissionLease> {
    const lease = await store.takeNextSubmission(rulesAt(ms));
    if (lease === undefined) throw new Error('not taken');
    return lease;
  }
  const turns = () => get().database.kysely.selectFrom('queue_turns').selectAll().execute();
  const batch = { now: NOW, dueUntil: NOW, limit: 100, after: null };

  it('D14: leave with the last one that is taken, and come back with one that is put off', async () => {
    await store.accept(aNewTask(), NOW);
    expect(await turns()).toHaveLength(1);
    const lease = await taken(0);
    expect(await turns()).toEqual([]);
    await store.recordDeferred(lease, deferral(5_000), NOW);
    expect(await turns()).toMatchObject([{ is_due: false, due_at: after(5_000) }]);
    expect(await store.takeNextSubmission(rulesAt(4_999))).toBeUndefined();
    await taken(5_000);
  });

  it('D14: wait for what is due later where the rest is taken', async () => {
    await store.accept(aNewTask(), NOW);
    await store.recordDeferred(await taken(0), deferral(5_000), NOW);
    await store.accept(aNewTask(), after(1));
    await taken(1);
    expect(await turns()).toMatchObject([{ is_due: false, due_at: after(5_000) }]);
    expect(await store.nextDueAt('submission')).toEqual(after(5_000));
  });

  it('D14: go when nothing of a tenant is left but what was cancelled', async () => {
    const { task } = await store.accept(aNewTask(), NOW);
    await store.accept(aNewTask({ tenantId: 'bolt' }), NOW);
    await store.requestCancel('acme', task.id, NOW);
    expect((await taken(0)).tenantId).toBe('bolt');
    expect(await turns()).toEqual([]);
    expect(await store.nextDueAt('submission')).toBeNull();
  });

  // Guarantee: a tenant is not served twice because its turn was given up in between.
  it('D14: keep their place in the line when they come back', async () => {
    await store.accept(aNewTask(), NOW);
    await taken(0);
    for (const tenantId of TENANTS) await store.accept(aNewTask({ tenantId }), NOW);
    const served = [await taken(0), await taken(0), await taken(0)];
    expect(served.map(({ tenantId }) => tenantId)).toEqual(['bolt', 'core', 'acme']);
  });

  it.each(['stopped_at', 'suspended_at'] as const)(
    'D14: are parked while their tenant is not to send (%s), and wake when it is resumed',
    async (column) => {
      await store.accept(aNewTask(), NOW);
      const set = { [column]: NOW };
      await get().database.kysely.updateTable('tenants').set(set).execute();
      expect(await store.takeNextSubmission(rulesAt(0))).toBeUndefined();
      expect(await store.nextDueAt('submission')).toBeNull();
      await tenants.resume('acme', after(1));
      expect(await store.nextDueAt('submission')).toEqual(after(1));
      await taken(1);
    },
  );

  it('D14: tell tasks of a resumed tenant to wait for their turn, and leave the others', async () => {
    const { task } = await store.accept(aNewTask(), NOW, rulesAt(0, 0));
    const { task: other } = await store.accept(aNewTask({ tenantId: 'bolt' }), NOW, rulesAt(0, 0));
    const { kysely } = get().database;
    await kysely.updateTable('tenants').set({ stopped_at: NOW }).where('id', '=', 'acme').execute();
    expect(await store.noteStopped(batch)).toEqual({ stopped: 1, resumed: 0 });
    expect(await store.noteStopped(batch)).toEqual({ stopped: 0, resumed: 0 });
    await tenants.resume('acme', NOW);
    expect(await store.noteStopped(batch)).toEqual({ stopped: 0, resumed: 1 });
    const waitingFor = { reason: 'TURN', until: null };
    expect((await store.findTask('acme', task.id))?.state).toEqual({
      status: 'QUEUED',
      waitingFor,
    });
    const events = await store.listEvents('acme', { after: 0, limit: 9 });
    expect(events.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(events.at(-1)?.task).toEqual(await store.findTask('acme', task.id));
    expect(await store.findTask('bolt', other.id)).toEqual(other);
  });

  it('D14: many tasks of one tenant are told in one go, with an event each', async () => {
    const tasks = [];
    for (let count = 0; count < 5; count += 1) {
      tasks.push((await store.accept(aNewTask({ model: null }), after(count))).task);
    }
    const pool = { runwayAccount: 'default', model: null };
    const all = { ...batch, dueUntil: after(9) };
    expect(await store.noteWaiting(pool, SLOT, all)).toMatchObject({ told: 5, isEnd: true });
    const events = await store.listEvents('acme', { after: 5, limit: 9 });
    expect(events.map(({ number }) => number)).toEqual([6, 7, 8, 9, 10]);
    expect(events.map(({ task }) => task.id).sort()).toEqual(tasks.map(({ id }) => id).sort());
    for (const { task } of events) {
      expect(task.state).toEqual({ status: 'QUEUED', waitingFor: SLOT });
      expect(await store.findTask('acme', task.id)).toEqual(task);
    }
  });
});

describePostgres('Queue turns over two nodes', (get) => {
  it('D14: lose nothing, whatever races for it', async () => {
    const nodes = [
      new PostgresTaskStore(get().database),
      new PostgresTaskStore(await get().openAnother()),
    ] as const;
    const tenants = new PostgresTenantStore(get().database);
    const { kysely } = get().database;
    await createTenants(tenants, ...TENANTS);
    const tenantAt = (index: number) => TENANTS[index % 3] ?? 'acme';
    const pool = { runwayAccount: 'default', model: 'gen4.5' };
    const sendOne = async (node: PostgresTaskStore, index: number): Promise<void> => {
      const lease = await node.takeNextSubmission(rulesAt(index, index % 2 === 0 ? null : 3));
      if (lease === undefined) return;
      if (index % 3 === 0) await node.recordRefused(lease, FAILURE, after(index));
      else await node.recordDeferred(lease, deferral(index + (index % 5)), after(index));
    };
    const acceptOne = async (node: PostgresTaskStore, index: number): Promise<void> => {
      const model = index % 4 === 0 ? 'gen4_turbo' : pool.model;
      const task = aNewTask({ tenantId: tenantAt(index), model });
      const { lease } = await node.accept(task, after(index), rulesAt(index, 2));
      if (lease !== undefined) await node.recordRefused(lease, FAILURE, after(index));
      else if (index % 7 === 0) await node.requestCancel(task.tenantId, task.id, after(index));
    };
    const stopAndResume = async (index: number): Promise<void> => {
      const id = tenantAt(index);
      await kysely
        .updateTable('tenants')
        .set({ stopped_at: after(index) })
        .where('id', '=', id)
        .execute();
      await nodes[0].noteStopped({ now: after(index), limit: 100 });
      await tenants.resume(id, after(index));
    };
    const work = Array.from({ length: 200 }, async (_, index) => {
      const node = nodes[index % 2 === 0 ? 0 : 1];
      if (index % 25 === 0) {
        await stopAndResume(index);
      } else if (index % 10 === 0) {
        const batch = { now: after(index), dueUntil: after(index), limit: 50, after: null };
        await node.noteWaiting(pool, index % 20 === 0 ? SLOT : deferral(1), batch);
      } else if (index % 3 === 0) {
        await sendOne(node, index);
      } else {
        // A stopped tenant's requests are refused.
        await acceptOne(node, index).catch((error: unknown) => {
          expect(error).toMatchObject({ code: 'TENANT_STOPPED' });
        });
      }
    });
    await Promise.all(work);
    await expectLedgerHolds(get().database);

    for (;;) {
      const lease = await nodes[1].takeNextSubmission(rulesAt(99_000));
      if (lease === undefined) break;
      await nodes[1].recordRefused(lease, FAILURE, after(99_000));
    }
    const left = kysely.selectFrom('submissions').select('id').where('status', '=', 'queued');
    expect(await left.execute()).toEqual([]);
    expect(await kysely.selectFrom('queue_turns').selectAll().execute()).toEqual([]);
  });
});
