import { sql } from 'kysely';

import { PostgresRetentionStore } from '../../src/adapters/postgres/tasks/postgres-retention-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Task } from '../../src/domain/task/task.js';
import { retention as startRetention } from '../../src/pollers/retention-loop.js';
import {
  AGEING_KINDS,
  type RetentionBatch,
  type RetentionPlace,
} from '../../src/ports/tasks/retention-store.js';
import { describePostgres, eachDatabase } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import { fillEvents, fillHistory } from '../support/store/history.js';
import { HurryingClock } from '../support/time/hurrying-clock.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import { acceptToSend, aKey, aNewTask, createTenants } from '../support/store/new-task.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { PLAN_MODES, readsOf } from '../support/store/rows-read.js';

const NOW = new Date('2026-03-01T00:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const BATCH = { before: daysAgo(30), now: NOW, limit: 100 };

eachDatabase('RetentionStore', (get) => {
  let stores: Stores;
  let retention: PostgresRetentionStore;

  beforeEach(async () => {
    stores = storesOf(get().database);
    retention = new PostgresRetentionStore(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  async function accepted(at: Date, overrides: Parameters<typeof aNewTask>[0] = {}): Promise<Task> {
    return (await stores.submissions.accept(aNewTask(overrides), at)).task;
  }

  async function settled(at: Date, overrides: Parameters<typeof aNewTask>[0] = {}): Promise<Task> {
    const { tenantId, id } = await accepted(at, overrides);
    const task = await stores.tasks.requestCancel(tenantId, id, at);
    if (task?.settledAt === undefined) throw new Error('not settled');
    return task;
  }

  const sweepAll = (limit = BATCH.limit) => sweep(retention, { ...BATCH, limit });

  const isKept = async ({ tenantId, id }: Task): Promise<boolean> =>
    (await stores.tasks.findTask(tenantId, id)) !== undefined;

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
    const lease = await acceptToSend(stores, aNewTask(), times);
    const unconfirmed = await stores.outcomes.recordUnconfirmed(lease, 'reset', daysAgo(400));
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
    await sweep(retention, { ...BATCH, now: key.expiresAt });
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
    expect(await stores.events.eventRange('acme')).toEqual({ newest: 4, oldest: 0 });
    await sweepAll();
    expect(await stores.events.eventRange('acme')).toEqual({ newest: 4, oldest: 2 });
    expect(await stores.events.eventRange('bolt')).toEqual({ newest: 2, oldest: 0 });
    const events = await stores.events.listEvents('acme', { after: 2, limit: 9 });
    expect(events.map(({ number }) => number)).toEqual([3, 4]);
  });

  // Guarantee: whenever it is interrupted, what has been deleted stays so and nothing is half gone.
  it('D15: commits each batch, with floors, keys and counts that are right after it', async () => {
    for (let count = 0; count < 4; count += 1) {
      await settled(daysAgo(31 + count), { idempotency: aKey(`k${String(count)}`, daysAgo(31)) });
    }
    await accepted(daysAgo(40));
    let commits = 0;
    for (const kind of AGEING_KINDS) {
      let after: RetentionPlace | null = null;
      do {
        const progress = await retention.deleteOld({ ...BATCH, limit: 2, kind, after });
        after = progress?.next ?? null;
        commits += 1;
        await expectLedgerHolds(get().database);
        await expectFloorsHold();
        expect(await halfGone()).toEqual([]);
      } while (after !== null);
    }
    expect(commits).toBeGreaterThan(12);
    expect(await rowsLeft()).toEqual({ tasks: 1, submissions: 1, keys: 0, events: 0 });
  });

  it('D15: passes over one row that cannot be deleted, says so, and deletes the rest', async () => {
    const { database } = get();
    const bad = await settled(daysAgo(33));
    for (const days of [34, 32, 31]) await settled(daysAgo(days));
    await forbidDeletion(bad.id);
    const { log, loop } = running();
    await eventually(() => {
      expect(log.lines.join()).toContain('were deleted');
    });
    await loop.stop();
    await allowDeletion();
    expect(await rowsLeft()).toMatchObject({ tasks: 1, submissions: 1, events: 0 });
    expect(await isKept(bad)).toBe(true);
    const faults = log.lines.filter((line) => line.includes('"level":"error"'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(bad.id);
    await expectLedgerHolds(database);
  });

  it('D15: goes on at once while there is more, and says how far it is', async () => {
    const { database } = get();
    await fillHistory(database, { tenantId: 'acme', count: 2_000, from: daysAgo(60) });
    await fillEvents(database, 'acme');
    const { log, clock, loop } = running();
    await eventually(() => {
      expect(log.lines.join()).toContain('were deleted');
    });
    await loop.stop();
    expect(await rowsLeft()).toMatchObject({ tasks: 0, events: 0 });
    const [end] = log.lines.filter((line) => line.includes('were deleted'));
    const { fields } = JSON.parse(end ?? '') as { fields: { rows: number; ms: number } };
    expect(fields).toMatchObject({ deleted: { events: 2_000, tasks: 2_000 }, failed: 0 });
    // Only pauses take time by this clock: they leave the store half of the time.
    expect(clock.pausesMs.length).toBeGreaterThan(15);
    expect(fields.rows / (fields.ms / 1_000)).toBeGreaterThan(2 * 1_000);
  });

  it('D15: says every ten seconds how much is left', async () => {
    const { database } = get();
    await fillHistory(database, { tenantId: 'acme', count: 2_000, from: daysAgo(60) });
    const { log, loop } = running({ eachPauseTakesMs: 11_000 });
    await eventually(() => {
      expect(log.lines.join()).toContain('were deleted');
    });
    await loop.stop();
    const reports = log.lines.filter((line) => line.includes('are being deleted'));
    expect(reports.length).toBeGreaterThan(3);
    expect(JSON.parse(reports[2] ?? '')).toMatchObject({
      fields: { deleted: { tasks: expect.any(Number) }, remaining: { tasks: expect.any(Number) } },
    });
  });

  it('D15: estimates how much is left without counting it', async () => {
    const { database } = get();
    await fillHistory(database, { tenantId: 'acme', count: 3_000, from: daysAgo(60) });
    await fillHistory(database, { tenantId: 'bolt', count: 1_000, from: daysAgo(1) });
    await sql`analyze tasks`.execute(database.kysely);
    const estimate = (after: RetentionPlace | null) =>
      retention.estimateOld({ ...BATCH, kind: 'tasks', after });
    const whole = await estimate(null);
    expect(whole).toBeGreaterThan(2_500);
    expect(whole).toBeLessThan(3_500);
    // It falls as the sweep goes on, before the database has looked at the table again.
    const middle = new Date(daysAgo(60).getTime() + 2_000_000).toISOString();
    const rest = await estimate([middle, '00000000-0000-0000-0000-000000000000']);
    expect(rest).toBeGreaterThan(700);
    expect(rest).toBeLessThan(1_300);
  });

  it.each(PLAN_MODES)('D15: goes on where it stood, past what has to stay (%s)', async (mode) => {
    const { database } = get();
    await fillHistory(database, { tenantId: 'acme', count: 3_000, from: daysAgo(60) });
    await sql`vacuum analyze tasks`.execute(database.kysely);
    const after = [daysAgo(59.99).toISOString(), '00000000-0000-0000-0000-000000000000'];
    const { rows, pages } = await readsOf(database, mode, async (db) => {
      const explained = new PostgresRetentionStore({ ...database, kysely: db });
      const batch = { ...BATCH, kind: 'tasks', after, limit: 50 } as const;
      expect(await explained.placeAfter(batch)).toHaveLength(2);
    });
    expect(rows).toBeLessThan(60);
    expect(pages).toBeLessThan(60);
  });

  function running({ eachPauseTakesMs }: { readonly eachPauseTakesMs?: number } = {}) {
    const log = new RecordedLog();
    const clock = new HurryingClock(NOW, eachPauseTakesMs);
    const loop = startRetention({ store: retention, clock, log, keptMs: 30 * DAY_MS });
    loop.start();
    return { log, clock, loop };
  }

  async function rowsLeft() {
    const { rows } = await sql`
      select (select count(*) from tasks) as tasks,
        (select count(*) from submissions) as submissions,
        (select count(*) from idempotency_keys) as keys,
        (select count(*) from task_events) as events`.execute(get().database.kysely);
    return rows[0];
  }

  /** Tenants with an event below their floor: a cursor that has missed it would be taken for good. */
  async function expectFloorsHold(): Promise<void> {
    const { rows } = await sql`
      select id from tenants
      where event_floor < (
        select coalesce(min(number), tenants.event_seq + 1) - 1 from task_events
        where tenant_id = tenants.id
      ) and event_seq > 0`.execute(get().database.kysely);
    expect(rows).toEqual([]);
  }

  /** Rows whose task has gone, and tasks that lack their submission. */
  async function halfGone(): Promise<unknown[]> {
    const { rows } = await sql`
      select task_id from submissions where task_id not in (select id from tasks)
      union all select task_id from task_events where task_id not in (select id from tasks)
      union all select id from tasks where id not in (select task_id from submissions)`.execute(
      get().database.kysely,
    );
    return rows;
  }

  async function forbidDeletion(id: string): Promise<void> {
    const { kysely } = get().database;
    await sql`create function forbid() returns trigger language plpgsql as $$
      begin raise exception 'this row is broken'; end $$`.execute(kysely);
    await sql`create trigger forbid before delete on tasks for each row
      when (old.id = ${sql.lit(id)}) execute function forbid()`.execute(kysely);
  }

  async function allowDeletion(): Promise<void> {
    await sql`drop function forbid cascade`.execute(get().database.kysely);
  }
});

describePostgres('RetentionStore: two nodes', (get) => {
  let stores: Stores;
  let retention: PostgresRetentionStore;

  beforeEach(async () => {
    stores = storesOf(get().database);
    retention = new PostgresRetentionStore(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  it('lets one node sweep at a time', async () => {
    await stores.submissions.accept(aNewTask(), daysAgo(31));
    const theirs = await get().openAnother();
    const batch = { ...BATCH, kind: 'events', after: null } as const;
    await theirs.kysely.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('retention', 0))`.execute(trx);
      expect(await retention.deleteOld(batch)).toBeUndefined();
    });
    expect((await retention.deleteOld(batch))?.deleted).toBe(1);
  });

  it.each(['tasks', 'submissions', 'idempotency_keys', 'task_events', 'tenants'])(
    'D15: passes over rows that another transaction holds, and waits for none (%s)',
    async (table) => {
      for (const tenantId of ['acme', 'bolt']) {
        const newTask = aNewTask({ tenantId, idempotency: aKey('k', daysAgo(40)) });
        const { task } = await stores.submissions.accept(newTask, daysAgo(40));
        await stores.tasks.requestCancel(tenantId, task.id, daysAgo(40));
      }
      const tasksOf = async () => {
        const { rows } = await sql<{ tenant_id: string }>`select tenant_id from tasks`.execute(
          get().database.kysely,
        );
        return rows.map(({ tenant_id }) => tenant_id);
      };
      const theirs = await get().openAnother();
      await theirs.kysely.transaction().execute(async (trx) => {
        const tenant = sql.ref(table === 'tenants' ? 'id' : 'tenant_id');
        await sql`select from ${sql.table(table)} where ${tenant} = 'acme' for update`.execute(trx);
        await sweep(retention, BATCH);
        expect(await tasksOf()).toEqual(['acme']);
      });
      await sweep(retention, BATCH);
      expect(await tasksOf()).toEqual([]);
    },
  );
});

/** All that is old, in batches; returns how many it took. */
async function sweep(
  retention: PostgresRetentionStore,
  batch: Omit<RetentionBatch, 'kind' | 'after'>,
): Promise<number> {
  let batches = 0;
  for (const kind of AGEING_KINDS) {
    let after: RetentionPlace | null = null;
    do {
      const progress = await retention.deleteOld({ ...batch, kind, after });
      after = progress?.next ?? null;
      batches += 1;
    } while (after !== null);
  }
  return batches;
}
