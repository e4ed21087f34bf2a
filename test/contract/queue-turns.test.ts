import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import type { TakeRules } from '../../src/ports/submission/submission-store.js';
import { describePostgres, eachDatabase } from '../support/store/database.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import { aNewTask, createTenants } from '../support/store/new-task.js';

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
  let stores: Stores;
  let tenants: PostgresTenantStore;

  beforeEach(async () => {
    stores = storesOf(get().database);
    tenants = new PostgresTenantStore(get().database);
    await createTenants(tenants, ...TENANTS);
  });

  async function taken(ms: number): Promise<SubmissionLease> {
    const lease = await stores.submissions.takeNextSubmission(rulesAt(ms));
    if (lease === undefined) throw new Error('not taken');
    return lease;
  }
  const turns = () => get().database.kysely.selectFrom('queue_turns').selectAll().execute();
  const batch = { now: NOW, dueUntil: NOW, limit: 100, after: null };

  it('D14: leave with the last one that is taken, and come back with one that is put off', async () => {
    await stores.submissions.accept(aNewTask(), NOW);
    expect(await turns()).toHaveLength(1);
    const lease = await taken(0);
    expect(await turns()).toEqual([]);
    await stores.outcomes.recordDeferred(lease, deferral(5_000), NOW);
    expect(await turns()).toMatchObject([{ is_due: false, due_at: after(5_000) }]);
    expect(await stores.submissions.takeNextSubmission(rulesAt(4_999))).toBeUndefined();
    await taken(5_000);
  });

  it('D14: wait for what is due later where the rest is taken', async () => {
    await stores.submissions.accept(aNewTask(), NOW);
    await stores.outcomes.recordDeferred(await taken(0), deferral(5_000), NOW);
    await stores.submissions.accept(aNewTask(), after(1));
    await taken(1);
    expect(await turns()).toMatchObject([{ is_due: false, due_at: after(5_000) }]);
    expect(await stores.queue.nextDueAt()).toEqual(after(5_000));
  });

  it('D14: go when nothing of a tenant is left but what was cancelled', async () => {
    const { task } = await stores.submissions.accept(aNewTask(), NOW);
    await stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW);
    await stores.tasks.requestCancel('acme', task.id, NOW);
    expect((await taken(0)).tenantId).toBe('bolt');
    expect(await turns()).toEqual([]);
    expect(await stores.queue.nextDueAt()).toBeNull();
  });

  // Guarantee: a tenant is not served twice because its turn was given up in between.
  it('D14: keep their place in the line when they come back', async () => {
    await stores.submissions.accept(aNewTask(), NOW);
    await taken(0);
    for (const tenantId of TENANTS) await stores.submissions.accept(aNewTask({ tenantId }), NOW);
    const served = [await taken(0), await taken(0), await taken(0)];
    expect(served.map(({ tenantId }) => tenantId)).toEqual(['bolt', 'core', 'acme']);
  });

  it.each(['stopped_at', 'suspended_at'] as const)(
    'D14: are parked while their tenant is not to send (%s), and wake when it is resumed',
    async (column) => {
      await stores.submissions.accept(aNewTask(), NOW);
      const set = { [column]: NOW };
      await get().database.kysely.updateTable('tenants').set(set).execute();
      expect(await stores.submissions.takeNextSubmission(rulesAt(0))).toBeUndefined();
      expect(await stores.queue.nextDueAt()).toBeNull();
      await tenants.resume('acme', after(1));
      expect(await stores.queue.nextDueAt()).toEqual(after(1));
      await taken(1);
    },
  );

  it('D14: tell tasks of a resumed tenant to wait for their turn, and leave the others', async () => {
    const { task } = await stores.submissions.accept(aNewTask(), NOW, rulesAt(0, 0));
    const { task: other } = await stores.submissions.accept(
      aNewTask({ tenantId: 'bolt' }),
      NOW,
      rulesAt(0, 0),
    );
    const { kysely } = get().database;
    await kysely.updateTable('tenants').set({ stopped_at: NOW }).where('id', '=', 'acme').execute();
    expect(await stores.waitingNotes.noteStopped(batch)).toEqual({ stopped: 1, resumed: 0 });
    expect(await stores.waitingNotes.noteStopped(batch)).toEqual({ stopped: 0, resumed: 0 });
    await tenants.resume('acme', NOW);
    expect(await stores.waitingNotes.noteStopped(batch)).toEqual({ stopped: 0, resumed: 1 });
    const waitingFor = { reason: 'TURN', until: null };
    expect((await stores.tasks.findTask('acme', task.id))?.state).toEqual({
      status: 'QUEUED',
      waitingFor,
    });
    const events = await stores.events.listEvents('acme', { after: 0, limit: 9 });
    expect(events.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(events.at(-1)?.task).toEqual(await stores.tasks.findTask('acme', task.id));
    expect(await stores.tasks.findTask('bolt', other.id)).toEqual(other);
  });

  it('D14: many tasks of one tenant are told in one go, with an event each', async () => {
    const tasks = [];
    for (let count = 0; count < 5; count += 1) {
      tasks.push((await stores.submissions.accept(aNewTask({ model: null }), after(count))).task);
    }
    const pool = { runwayAccount: 'default', model: null };
    const all = { ...batch, dueUntil: after(9) };
    expect(await stores.waitingNotes.noteWaiting(pool, SLOT, all)).toMatchObject({
      told: 5,
      isEnd: true,
    });
    const events = await stores.events.listEvents('acme', { after: 5, limit: 9 });
    expect(events.map(({ number }) => number)).toEqual([6, 7, 8, 9, 10]);
    expect(events.map(({ task }) => task.id).sort()).toEqual(tasks.map(({ id }) => id).sort());
    for (const { task } of events) {
      expect(task.state).toEqual({ status: 'QUEUED', waitingFor: SLOT });
      expect(await stores.tasks.findTask('acme', task.id)).toEqual(task);
    }
  });
});

describePostgres('Queue turns over two nodes', (get) => {
  it('D14: lose nothing, whatever races for it', async () => {
    const nodes = [storesOf(get().database), storesOf(await get().openAnother())] as const;
    const tenants = new PostgresTenantStore(get().database);
    const { kysely } = get().database;
    await createTenants(tenants, ...TENANTS);
    const tenantAt = (index: number) => TENANTS[index % 3] ?? 'acme';
    const pool = { runwayAccount: 'default', model: 'gen4.5' };
    const sendOne = async (node: Stores, index: number): Promise<void> => {
      const lease = await node.submissions.takeNextSubmission(
        rulesAt(index, index % 2 === 0 ? null : 3),
      );
      if (lease === undefined) return;
      if (index % 3 === 0) await node.outcomes.recordRefused(lease, FAILURE, after(index));
      else await node.outcomes.recordDeferred(lease, deferral(index + (index % 5)), after(index));
    };
    const acceptOne = async (node: Stores, index: number): Promise<void> => {
      const model = index % 4 === 0 ? 'gen4_turbo' : pool.model;
      const task = aNewTask({ tenantId: tenantAt(index), model });
      const { lease } = await node.submissions.accept(task, after(index), rulesAt(index, 2));
      if (lease !== undefined) await node.outcomes.recordRefused(lease, FAILURE, after(index));
      else if (index % 7 === 0)
        await node.tasks.requestCancel(task.tenantId, task.id, after(index));
    };
    const stopAndResume = async (index: number): Promise<void> => {
      const id = tenantAt(index);
      await kysely
        .updateTable('tenants')
        .set({ stopped_at: after(index) })
        .where('id', '=', id)
        .execute();
      await nodes[0].waitingNotes.noteStopped({ now: after(index), limit: 100 });
      await tenants.resume(id, after(index));
    };
    const work = Array.from({ length: 200 }, async (_, index) => {
      const node = nodes[index % 2 === 0 ? 0 : 1];
      if (index % 25 === 0) {
        await stopAndResume(index);
      } else if (index % 10 === 0) {
        const batch = { now: after(index), dueUntil: after(index), limit: 50, after: null };
        await node.waitingNotes.noteWaiting(pool, index % 20 === 0 ? SLOT : deferral(1), batch);
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
      const lease = await nodes[1].submissions.takeNextSubmission(rulesAt(99_000));
      if (lease === undefined) break;
      await nodes[1].outcomes.recordRefused(lease, FAILURE, after(99_000));
    }
    const left = kysely.selectFrom('submissions').select('id').where('status', '=', 'queued');
    expect(await left.execute()).toEqual([]);
    expect(await kysely.selectFrom('queue_turns').selectAll().execute()).toEqual([]);
  });
});
