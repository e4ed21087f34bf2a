import { PostgresPoolHoldStore } from '../../src/adapters/postgres/dispatch/postgres-pool-hold-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { WaitingFor } from '../../src/domain/task/task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import type { TakeRules } from '../../src/ports/submission/submission-store.js';
import { describePostgres, eachDatabase } from '../support/store/database.js';
import { acceptToSend, aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const LIMITED = 'RUNWAY_RATE_LIMITED';

/** The rules at so many ms after NOW: a lease lasts 60 s. */
function rulesAt(ms: number, slots: number | null = null): TakeRules {
  return { now: after(ms), until: after(ms + 60_000), slotsOf: () => slots };
}

function until(ms: number) {
  return { reason: LIMITED, until: after(ms).toISOString() } as const;
}

// Guarantee: what Runway turns away is not asked for again before it says so, by any node.
eachDatabase('PoolHoldStore', (get) => {
  let stores: Stores;
  let holds: PostgresPoolHoldStore;

  beforeEach(async () => {
    stores = storesOf(get().database);
    holds = new PostgresPoolHoldStore(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  /** A submission that was answered 429, with these waits for its pool and for itself. */
  async function limited(ms: number, ownMs = ms): Promise<SubmissionLease> {
    const lease = await acceptToSend(stores, aNewTask(), rulesAt(0));
    await holds.hold(lease, until(ms), NOW);
    await stores.outcomes.recordDeferred(lease, until(ownMs), NOW);
    return lease;
  }
  async function taken(ms: number): Promise<SubmissionLease> {
    const lease = await stores.submissions.takeNextSubmission(rulesAt(ms));
    if (lease === undefined) throw new Error('not taken');
    return lease;
  }

  it('queues what comes while its pool is held, which says until when', async () => {
    const waitingFor = until(30_000);
    await limited(30_000);
    const request = aNewTask({ tenantId: 'bolt' });
    const { task, lease } = await stores.submissions.accept(request, after(1_000), rulesAt(1_000));
    expect(lease).toBeUndefined();
    expect(task.state).toEqual({ status: 'QUEUED', waitingFor });
    expect(await stores.tasks.findTask('bolt', task.id)).toEqual(task);
    const [event] = await stores.events.listEvents('bolt', { after: 0, limit: 9 });
    expect(event?.task.state).toEqual(task.state);
    expect(await stores.queue.nextDueAt()).toEqual(after(30_000));
  });

  it('keeps what was queued before, and tells of it', async () => {
    await stores.submissions.accept(aNewTask(), NOW);
    const lease = await taken(0);
    const { task } = await stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW);
    await holds.hold(lease, until(30_000), NOW);
    const told: unknown[] = [];
    const rules = { ...rulesAt(1_000), onHeld: (...held: unknown[]) => told.push(held) };
    expect(await stores.submissions.takeNextSubmission(rules)).toBeUndefined();
    const pool = expect.objectContaining({ runwayAccount: 'default', model: 'gen4.5' }) as unknown;
    expect(told).toEqual([[pool, until(30_000)]]);
    const batch = { now: after(1_000), dueUntil: after(1_000), limit: 9, after: null };
    const thePool = { runwayAccount: 'default', model: 'gen4.5' };
    expect(await stores.waitingNotes.noteWaiting(thePool, until(30_000), batch)).toMatchObject({
      told: 1,
    });
    expect(await stores.waitingNotes.noteWaiting(thePool, until(30_000), batch)).toMatchObject({
      told: 0,
    });
    const state = { status: 'QUEUED', waitingFor: until(30_000) };
    expect((await stores.tasks.findTask('bolt', task.id))?.state).toEqual(state);
  });

  it('holds no other model or account, and pools without a model by themselves', async () => {
    await limited(30_000);
    for (const other of [{ model: 'gen4_turbo' }, { runwayAccount: 'other' }, { model: null }]) {
      const lease = await acceptToSend(stores, aNewTask(other), rulesAt(1_000));
      await holds.hold(lease, until(30_000), NOW);
      expect(
        (await stores.submissions.accept(aNewTask(other), NOW, rulesAt(1_000))).lease,
      ).toBeUndefined();
    }
  });

  it('holds until the latest time that Runway has named', async () => {
    const leases = [];
    for (let count = 0; count < 3; count += 1) {
      leases.push(await acceptToSend(stores, aNewTask(), rulesAt(0)));
    }
    for (const [at, lease] of leases.entries()) {
      await holds.hold(lease, until([10_000, 30_000, 20_000][at] ?? 0), NOW);
    }
    const { task } = await stores.submissions.accept(aNewTask(), NOW, rulesAt(1_000));
    expect(task.state).toMatchObject({ waitingFor: until(30_000) });
  });

  it('lets one go first when the time is over, and the others when that one is taken', async () => {
    await limited(30_000);
    await stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW, rulesAt(1_000));
    const first = await taken(30_000);
    expect(first.poolRefusals).toBe(1);
    expect(await stores.submissions.takeNextSubmission(rulesAt(30_001))).toBeUndefined();
    const late = await stores.submissions.accept(aNewTask(), after(30_001), rulesAt(30_001));
    expect(late.task.state).toMatchObject({ waitingFor: { reason: 'TURN', until: null } });
    expect(await stores.queue.isPoolTaken(first, null, after(30_001))).toBe(true);

    await holds.endProbe(first, true);
    expect(await stores.queue.isPoolTaken(first, null, after(30_001))).toBe(false);
    expect((await taken(30_002)).poolRefusals).toBeNull();
    expect(
      (await stores.submissions.accept(aNewTask(), after(30_002), rulesAt(30_002))).lease,
    ).toBeDefined();
  });

  it('spends no tenant’s turn while the pool waits for its probe, and says so', async () => {
    await limited(1_000);
    await stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW, rulesAt(500));
    await taken(1_000);
    const turns = () =>
      get().database.kysely.selectFrom('tenants').select(['id', 'last_served_turn']).execute();
    const before = await turns();
    const told: WaitingFor[] = [];
    const onHeld: TakeRules['onHeld'] = (_, waitingFor) => told.push(waitingFor);
    expect(
      await stores.submissions.takeNextSubmission({ ...rulesAt(1_001), onHeld }),
    ).toBeUndefined();
    expect(told).toEqual([{ reason: 'TURN', until: null }]);
    expect(await turns()).toEqual(before);
  });

  it('counts only the refusals in a row of the probes', async () => {
    await limited(1_000);
    const straggler = await acceptToSend(stores, aNewTask({ model: 'x' }), rulesAt(0));
    for (let refusals = 1; refusals <= 3; refusals += 1) {
      const first = await taken(refusals * 1_000);
      expect(first.poolRefusals).toBe(refusals);
      await holds.hold({ ...straggler, model: first.model }, until(500), NOW);
      await holds.hold(first, until((refusals + 1) * 1_000), NOW);
      await stores.outcomes.recordDeferred(first, until((refusals + 1) * 1_000), NOW);
    }
  });

  it('lets another go first where the first one was never sent, or is lost', async () => {
    await limited(1_000);
    await stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW, rulesAt(500));
    const first = await taken(1_000);
    await holds.endProbe(first, false);
    const second = await taken(1_001);
    expect(second.poolRefusals).toBe(1);
    await stores.submissions.accept(aNewTask(), NOW);
    expect(await stores.submissions.takeNextSubmission(rulesAt(16_000))).toBeUndefined();
    expect((await taken(16_001)).poolRefusals).toBe(1);
    // It comes back after all: it does not speak for the pool any more.
    await holds.endProbe(second, true);
    expect(await stores.queue.isPoolTaken(first, null, after(16_002))).toBe(true);
  });

  it('forgets a hold for which nothing has waited, and the refusals before it', async () => {
    const first = await limited(1_000);
    await holds.hold(first, until(2_000), NOW);
    await stores.tasks.requestCancel('acme', first.taskId, NOW);
    const late = await acceptToSend(stores, aNewTask(), rulesAt(12_001));
    expect(await stores.queue.isPoolTaken(late, null, after(12_001))).toBe(false);
    expect(late.poolRefusals).toBeNull();
    await holds.hold(late, until(13_000), after(12_002));
    await stores.outcomes.recordDeferred(late, until(13_000), NOW);
    expect((await taken(13_000)).poolRefusals).toBe(1);
  });

  it('says that nothing of it is sent where the breaker is open', async () => {
    await limited(30_000);
    const { task } = await stores.submissions.accept(aNewTask(), NOW, rulesAt(1_000, 0));
    const waitingFor = { reason: 'RUNWAY_UNREACHABLE', until: null };
    expect(task.state).toEqual({ status: 'QUEUED', waitingFor });
  });

  it('queues a new task where its sender has its hands full', async () => {
    const rules = { ...rulesAt(0), isSenderFull: true };
    const { task, lease } = await stores.submissions.accept(aNewTask(), NOW, rules);
    expect(lease).toBeUndefined();
    expect(task.state).toMatchObject({ waitingFor: { reason: 'TURN', until: null } });
    expect((await taken(0)).taskId).toBe(task.id);
  });
});

describePostgres('PoolHoldStore under rivals', (get) => {
  it('lets one of many nodes go first', async () => {
    const { database } = get();
    const holds = new PostgresPoolHoldStore(database);
    const stores = storesOf(database);
    await createTenants(new PostgresTenantStore(database), 'acme');
    const lease = await acceptToSend(stores, aNewTask(), rulesAt(0));
    for (let count = 0; count < 20; count += 1) await stores.submissions.accept(aNewTask(), NOW);
    await holds.hold(lease, until(1_000), NOW);
    const nodes = [stores];
    for (let node = 0; node < 3; node += 1) {
      nodes.push(storesOf(await get().openAnother()));
    }
    const takes = await Promise.all(
      [...nodes, ...nodes].map((node) => node.submissions.takeNextSubmission(rulesAt(1_000))),
    );
    expect(takes.filter((one) => one !== undefined)).toHaveLength(1);
  });
});
