import { randomUUID } from 'node:crypto';

import { PostgresFollowingStore } from '../../src/adapters/postgres/resources/postgres-following-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { eachDatabase } from '../support/store/database.js';
import { createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);

eachDatabase('FollowingStore: the end of what is followed', (get) => {
  let stores: Stores;
  let following: PostgresFollowingStore;

  beforeEach(async () => {
    stores = storesOf(get().database);
    following = new PostgresFollowingStore(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme');
    await following.start(
      {
        id: randomUUID(),
        tenantId: 'acme',
        createdBy: 'key:abcd',
        operation: 'updateAvatar',
        kind: 'avatar',
        runwayAccount: 'default',
        runwayId: 'av-1',
        pollDueAt: NOW,
      },
      NOW,
    );
  });

  // Guarantee: no task is read more often than Runway allows, nor by two readers at once.
  it('makes it due as soon as Runway lets it be read again', async () => {
    const [lease] = await stores.polls.takeDuePolls({ now: NOW, until: after(60_000), limit: 1 });
    if (lease === undefined) throw new Error('not taken');
    await following.end('acme', 'avatar', 'av-1', after(1_000));
    expect(
      await stores.polls.takeDuePolls({ now: after(6_000), until: after(66_000), limit: 1 }),
    ).toEqual([]);
    const nothing = { state: null, estimate: null, cost: null, missingCount: 0 };
    await stores.polls.recordRead(lease, { ...nothing, nextPollAt: after(60_000) }, after(2_000));
    await following.end('acme', 'avatar', 'av-1', after(3_000));
    expect(await stores.polls.nextDueAt()).toEqual(after(7_000));
  });
});
