import { sql } from 'kysely';

import { PostgresRetentionStore } from '../../src/adapters/postgres/retention.js';
import { PostgresTaskStore } from '../../src/adapters/postgres/postgres-task-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/postgres-tenant-store.js';
import type { Task } from '../../src/domain/task.js';
import { describePostgres, eachDatabase } from '../support/database.js';
import { acceptToSend, aKey, aNewTask, createTenants } from '../support/new-task.js';

const NOW = new Date('2026-03-01T00:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const BATCH = { before: daysAgo(30), now: NOW, limit: 100 };

eachDatabase('RetentionStore', (get) => {
  let store: PostgresTaskStore;
  let retention: PostgresRetentionStore;

  beforeEach(async () => {
    store = new PostgresTaskStore(get().database);
    retention = new PostgresRetentionStore(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  async function accepted(at: Date, overrides: Parameters<typeof aNewTask>[0] = {}): Promise<Task> {
    return (await store.accept(aNewTask(overrides), at)).task;
  }

  async function settled(at: Date, overrides: Parameters<typeof aNewTask>[0] = {}): Promise<Task> {
    const { tenantId, id } = await accepted(at, overrides);
    const task = await store.requestCancel(tenantId, id, at);
    if (task?.settledAt === undefined) throw new Error('not settled');
    return task;
  }

  async function sweepAll(limit = BATCH.limit): Promise<number> {
    let rounds = 0;
    while ((await retention.deleteOld({ ...BATCH, limit })) > 0 && rounds < 50) rounds += 1;
    return rounds;
  }

  const isKept = async ({ tenantId, id }: Task): Promise<boolean> =>
    (await store.findTask(tenantId, id)) !== undefined;

  async function countOf(table: 'submissions' | 'task_events' | 'idempotency_keys') {
    const { count } = await get()
      .database.kysely.selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  it('deletes counters of periods before the last month, of which no task is left', async () => {
    const counted = async (): Promise<string[]> => {
      const rows = await get()
        .database.kysely.selectFrom('budget_counters')
        .select(['tenant_id', 'period', 'period_start'])
        .where('subject', '=', '')
        .orderBy('tenant_id')
        .orderBy('period')
        .orderBy('period_start')
        .execute();
      return rows.map((row) =>
        [row.tenant_id, row.period, row.period_start.toISOString().slice(0, 10)].join(' '),
      );
    };
    await settled(new Date('2025-12-31T23:59:59Z'));
    await settled(new Date('2026-02-01T00:00:00Z'));
    // Not settled yet: what it holds may still change.
    await accepted(new Date('2025-12-05T10:00:00Z'), { tenantId: 'bolt' });
    expect(await counted()).toHaveLength(6);
    await sweepAll();
    expect(await counted()).toEqual([
      'acme DAY 2026-02-01',
      'acme MONTH 2026-02-01',
      'bolt DAY 2025-12-05',
      'bolt MONTH 2025-12-01',
    ]);
  });

  it('deletes what settled before its time, with all that hangs on it', async () => {
    const old = await settled(daysAgo(31));
    const young = await settled(daysAgo(29));
    await sweepAll();
    expect([await isKept(old), await isKept(young)]).toEqual([false, true]);
    expect(await countOf('submissions')).toBe(1);
    expect(await countOf('task_events')).toBe(2);
  });

  it('never deletes a task that is live or UNCONFIRMED', async () => {
    const queued = await accepted(daysAgo(400));
    const times = { now: daysAgo(400), until: daysAgo(399) };
    const lease = await acceptToSend(store, aNewTask(), times);
    const unconfirmed = await store.recordUnconfirmed(lease, 'reset', daysAgo(400));
    if (unconfirmed === undefined) throw new Error('not recorded');
    await sweepAll();
    expect([await isKept(queued), await isKept(unconfirmed)]).toEqual([true, true]);
    expect(await countOf('task_events')).toBe(0);
  });

  it('keeps a task for as long as its idempotency key may be repeated', async () => {
    const key = { key: 'k', fingerprint: 'f'.repeat(64), expiresAt: new Date(NOW.getTime() + 1) };
    const task = await settled(daysAgo(31), { idempotency: key });
    await settled(daysAgo(31), { idempotency: aKey('gone', daysAgo(31)) });
    await sweepAll();
    expect(await isKept(task)).toBe(true);
    expect(await countOf('idempotency_keys')).toBe(1);
    await retention.deleteOld({ ...BATCH, now: key.expiresAt });
    expect(await isKept(task)).toBe(false);
  });

  it('keeps the idempotency key of a task that has not settled, however old', async () => {
    await accepted(daysAgo(31), { idempotency: aKey('k', daysAgo(31)) });
    await sweepAll();
    expect(await countOf('idempotency_keys')).toBe(1);
  });

  // Guarantee: no cursor is good that would miss an event.
  it('lets cursors expire that lie before a deleted event, of that tenant only', async () => {
    await settled(daysAgo(31));
    await settled(daysAgo(1));
    await settled(daysAgo(1), { tenantId: 'bolt' });
    expect(await store.eventRange('acme')).toEqual({ newest: 4, oldest: 0 });
    await sweepAll();
    expect(await store.eventRange('acme')).toEqual({ newest: 4, oldest: 2 });
    expect(await store.eventRange('bolt')).toEqual({ newest: 2, oldest: 0 });
    const events = await store.listEvents('acme', { after: 2, limit: 9 });
    expect(events.map(({ number }) => number)).toEqual([3, 4]);
  });

  it('goes in small batches', async () => {
    for (let count = 0; count < 5; count += 1) await settled(daysAgo(31));
    expect(await retention.deleteOld({ ...BATCH, limit: 3 })).toBe(3);
    expect(await countOf('task_events')).toBe(7);
    await sweepAll(3);
    expect(await countOf('task_events')).toBe(0);
    expect(await countOf('submissions')).toBe(0);
  });
});

describePostgres('RetentionStore: two nodes', (get) => {
  it('lets one node sweep at a time', async () => {
    await createTenants(new PostgresTenantStore(get().database), 'acme');
    await new PostgresTaskStore(get().database).accept(aNewTask(), daysAgo(31));
    const ours = new PostgresRetentionStore(get().database);
    const theirs = await get().openAnother();
    await theirs.kysely.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('retention', 0))`.execute(trx);
      expect(await ours.deleteOld(BATCH)).toBe(0);
    });
    expect(await ours.deleteOld(BATCH)).toBe(1);
  });
});
