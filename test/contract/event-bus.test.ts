import { sql } from 'kysely';

import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { PostgresEventBus } from '../../src/adapters/postgres/events/postgres-event-bus.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { Wakes } from '../../src/adapters/postgres/dispatch/wakes.js';
import type { Clock } from '../../src/ports/clock.js';
import { describePostgres, eachDatabase, silentLog } from '../support/store/database.js';
import { aNewTask, createTenants } from '../support/store/new-task.js';
import { testKeys } from '../support/store/key-ring.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');

/** Heartbeats never come; a back-off is over at once. */
const clock: Clock = {
  now: () => NOW,
  monotonicMs: () => NOW.getTime(),
  sleep: (ms, signal) =>
    ms >= 15_000
      ? new Promise((resolve) => {
          if (signal?.aborted === true) resolve();
          signal?.addEventListener('abort', () => {
            resolve();
          });
        })
      : Promise.resolve(),
};

/** Collects wake-ups; `until` resolves when `count` have come in all. */
function wakeUps() {
  const seen: string[] = [];
  let check: () => void = () => undefined;
  return {
    seen,
    onWake: (tenantId: string): void => {
      seen.push(tenantId);
      check();
    },
    until: (count: number): Promise<void> =>
      new Promise((resolve) => {
        check = () => {
          if (seen.length >= count) resolve();
        };
        check();
      }),
  };
}

eachDatabase('EventBus', (get) => {
  let bus: PostgresEventBus;
  let stores: Stores;

  beforeEach(async () => {
    const { database } = get();
    bus = new PostgresEventBus({ database, clock, log: silentLog });
    stores = storesOf(database);
    await createTenants(new PostgresTenantStore(database), 'acme', 'bolt');
  });

  it('wakes every listener with the tenant whose events have grown', async () => {
    const [one, two] = [wakeUps(), wakeUps()];
    const listening = [await bus.listen(one.onWake), await bus.listen(two.onWake)];

    await stores.submissions.accept(aNewTask(), NOW);
    await stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW);
    await Promise.all([one.until(2), two.until(2)]);

    expect(one.seen).toEqual(['acme', 'bolt']);
    expect(two.seen).toEqual(['acme', 'bolt']);
    await Promise.all(listening.map((one) => one.stop()));
  });

  it('D24: wakes every listener when a task is deleted, which leaves no event', async () => {
    const wakes = wakeUps();
    const listening = await bus.listen(wakes.onWake);
    const { task } = await stores.submissions.accept(aNewTask(), NOW);
    await stores.tasks.requestCancel('acme', task.id, NOW);
    await wakes.until(2);

    expect((await stores.tasks.deleteTask('acme', task.id, NOW))?.id).toBe(task.id);
    await wakes.until(3);

    expect(wakes.seen).toEqual(['acme', 'acme', 'acme']);
    await listening.stop();
  });

  it('wakes no reader for a transaction that was rolled back, and a woken reader finds the event', async () => {
    const wakes = wakeUps();
    const listening = await bus.listen(wakes.onWake);

    await stores.submissions.accept(aNewTask({ tenantId: 'missing' }), NOW).catch(() => undefined);
    await stores.submissions.accept(aNewTask(), NOW);
    await wakes.until(1);

    expect(wakes.seen).toEqual(['acme']);
    expect(await stores.events.listEvents('acme', { after: 0, limit: 9 })).toHaveLength(1);
    await listening.stop();
  });

  it('tells together what comes while it tells', async () => {
    const wakes = wakeUps();
    const listening = await bus.listen(wakes.onWake);
    const teller = new Wakes(get().database.kysely, silentLog);
    for (let event = 0; event < 30; event += 1) teller.wake('acme');
    teller.wake('bolt');
    await teller.stop();
    await wakes.until(3);

    expect(wakes.seen).toEqual(['acme', 'acme', 'bolt']);
    await listening.stop();
  });

  it('tells of a task that is being sent together with its next event', async () => {
    const wakes = wakeUps();
    const listening = await bus.listen(wakes.onWake);
    const teller = new Wakes(get().database.kysely, silentLog);
    teller.wakeSoon('acme');
    teller.wakeSoon('bolt');
    teller.wake('acme');
    await wakes.until(2);
    // Without a next event it is told of all the same.
    teller.wakeSoon('core');
    await wakes.until(3);
    teller.wakeSoon('dune');
    await teller.stop();
    await wakes.until(4);

    expect(wakes.seen).toEqual(['acme', 'bolt', 'core', 'dune']);
    await listening.stop();
  });

  it('wakes no more once stopped', async () => {
    const [stopped, control] = [wakeUps(), wakeUps()];
    const listening = await bus.listen(stopped.onWake);
    const other = await bus.listen(control.onWake);
    await listening.stop();

    await stores.submissions.accept(aNewTask(), NOW);
    await control.until(1);
    expect(stopped.seen).toEqual([]);
    await other.stop();
  });
});

describePostgres('EventBus across processes', (get) => {
  it('tells all before its database is closed', async () => {
    const wakes = wakeUps();
    const { database, url } = get();
    const bus = new PostgresEventBus({ database, clock, log: silentLog });
    const listening = await bus.listen(wakes.onWake);
    const leaving = await openDatabase({ url, log: silentLog, keys: testKeys });
    leaving.wakes.wake('acme');
    leaving.wakes.wake('bolt');
    await leaving.close();

    await wakes.until(2);
    expect(wakes.seen).toEqual(['acme', 'bolt']);
    await listening.stop();
  });

  it('wakes a listener on another connection', async () => {
    const wakes = wakeUps();
    const other = await get().openAnother();
    const listening = await new PostgresEventBus({
      database: other,
      clock,
      log: silentLog,
    }).listen(wakes.onWake);
    await createTenants(new PostgresTenantStore(get().database), 'acme');
    await storesOf(get().database).submissions.accept(aNewTask(), NOW);

    await wakes.until(1);
    expect(wakes.seen).toEqual(['acme']);
    await listening.stop();
  });

  it('comes back after its connection was cut, and wakes everyone', async () => {
    const { database } = get();
    const wakes = wakeUps();
    const bus = new PostgresEventBus({ database, clock, log: silentLog });
    const listening = await bus.listen(wakes.onWake);
    await createTenants(new PostgresTenantStore(database), 'acme', 'bolt');

    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`.execute(database.kysely);
    await wakes.until(2);
    expect(wakes.seen.toSorted()).toEqual(['acme', 'bolt']);

    await storesOf(database).submissions.accept(aNewTask(), NOW);
    await wakes.until(3);
    expect(wakes.seen[2]).toBe('acme');
    await listening.stop();
  });
});
