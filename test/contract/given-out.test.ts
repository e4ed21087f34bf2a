import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { NewTask } from '../../src/ports/submission/new-task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import { describePostgres, eachDatabase } from '../support/store/database.js';
import { acceptToSend, aKey, aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const LEASE = { now: NOW, until: new Date(NOW.getTime() + 60_000) };
const FAILURE = { code: 'RUNWAY_REFUSED', message: 'Refused.', retryable: false };

// Guarantee: a task that a client has received does not vanish.
eachDatabase('TaskStore: a task that is being sent', (get) => {
  let stores: Stores;
  let newTask: NewTask;
  let lease: SubmissionLease;

  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
    newTask = aNewTask({ idempotency: aKey('k', NOW) });
    lease = await acceptToSend(stores, newTask, LEASE);
  });

  const twin = (): NewTask => aNewTask({ idempotency: aKey('k', NOW) });

  it.each<[string, () => Promise<unknown>]>([
    ['a replay of its key', () => stores.submissions.accept(twin(), NOW, LEASE)],
    [
      'a replay that is looked for',
      () => stores.tasks.findReplay('acme', 'k', aKey('k', NOW)?.fingerprint ?? ''),
    ],
    ['a caller who waits no longer', () => stores.tasks.giveOut('acme', newTask.id)],
  ])('is FAILED instead of gone after %s, and its key is free', async (_, give) => {
    expect(await give()).toBeDefined();
    expect(await stores.outcomes.discard(lease, FAILURE, NOW)).toBe(true);
    expect(await stores.tasks.findTask('acme', newTask.id)).toMatchObject({
      state: { status: 'FAILED', failure: FAILURE },
      cost: 0,
    });
    const events = await stores.events.listEvents('acme', { after: 0, limit: 9 });
    expect(events.map(({ task }) => task.state.status)).toEqual(['QUEUED', 'FAILED']);
    expect(await stores.submissions.accept(twin(), NOW)).toMatchObject({ replayed: false });
  });

  it('is FAILED instead of gone after a wish to cancel it', async () => {
    await stores.tasks.requestCancel('acme', newTask.id, NOW);
    expect(await stores.outcomes.discard(lease, FAILURE, NOW)).toBe(true);
    expect(await stores.tasks.findTask('acme', newTask.id)).toMatchObject({
      state: { status: 'FAILED' },
    });
  });

  it('is given to its own tenant only, and not at all when it is gone', async () => {
    expect(await stores.tasks.giveOut('bolt', newTask.id)).toBeUndefined();
    expect(await stores.outcomes.discard(lease, FAILURE, NOW)).toBe(true);
    expect(await stores.tasks.giveOut('acme', newTask.id)).toBeUndefined();
    expect(await stores.tasks.giveOut('acme', 'no-uuid')).toBeUndefined();
  });
});

describePostgres('TaskStore: a refusal and a replay at once', (get) => {
  // Guarantee: whichever is first, the twin gets a task that stays.
  it('leave the twin with a task that is there', async () => {
    const { database } = get();
    const [ours, theirs] = [storesOf(database), storesOf(await get().openAnother())];
    await createTenants(new PostgresTenantStore(database), 'acme');
    for (let round = 0; round < 20; round += 1) {
      const idempotency = aKey(`k${String(round)}`, NOW);
      const lease = await acceptToSend(ours, aNewTask({ idempotency }), LEASE);
      const [, { task }] = await Promise.all([
        ours.outcomes.discard(lease, FAILURE, NOW),
        theirs.submissions.accept(aNewTask({ idempotency }), NOW),
      ]);
      expect(await ours.tasks.findTask('acme', task.id)).toBeDefined();
    }
  });
});
