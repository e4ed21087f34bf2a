import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { SlotPool } from '../../src/ports/dispatch/slot-pool.js';
import type { TakeRules } from '../../src/ports/submission/submission-store.js';
import { HAS_POSTGRES, openTestDatabase, type TestDatabase } from '../support/store/database.js';
import { ExplainedStatements, PLAN_MODES } from '../support/store/explained-statements.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import { fillQueue } from '../support/store/long-queue.js';
import { aNewTask } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const QUEUE = { queued: 4_000, tenants: 40, models: 10, dueAt: after(-600_000) };
const LIVE_PER_MODEL = 5;
const LATER = after(60_000);
/** Tables, and their indexes, that grow with what is queued or with history. */
const IS_LONG = /^(?:submissions|tasks|task_events|queue_turns)/;

const pool: SlotPool = { runwayAccount: 'default', model: 'model3' };
const SLOT = { reason: 'SLOT', until: null } as const;

function rules(slots: number | null): TakeRules {
  return { now: NOW, until: LATER, slotsOf: () => slots };
}

const kinds = HAS_POSTGRES ? (['pglite', 'postgres'] as const) : (['pglite'] as const);
const cases = kinds.flatMap((kind) => PLAN_MODES.map((mode) => [kind, mode] as const));

// Guarantee: what waits costs nothing to those who do not wait.
describe.each(cases)('D14: with 4,000 tasks queued on %s (%s)', (kind, mode) => {
  const statements = new ExplainedStatements(mode);
  let db: TestDatabase;
  let stores: Stores;

  beforeAll(async () => {
    db = await openTestDatabase(kind, statements.wrapPool);
    await fillQueue(db.database, QUEUE, QUEUE.models * LIVE_PER_MODEL);
    stores = storesOf(db.database);
  }, 60_000);
  afterAll(async () => {
    await expectLedgerHolds(db.database);
    await db.close();
  });

  async function expectReads(rowsMax: number, work: () => Promise<unknown>): Promise<void> {
    const readings = await statements.during(work);
    expect(readings).not.toEqual([]);
    const read = readings.map(({ sql, rows, scanned }) => ({
      statement: sql.slice(0, 60),
      rows: Object.fromEntries(Object.entries(rows).filter(([name]) => IS_LONG.test(name))),
      scanned: scanned.filter((name) => IS_LONG.test(name)),
    }));
    const count = read.flatMap(({ rows }) => Object.values(rows)).reduce((a, b) => a + b, 0);
    const isFine = count <= rowsMax && read.every(({ scanned }) => scanned.length === 0);
    if (!isFine) expect(read).toEqual(`no more than ${String(rowsMax)} rows`);
  }
  const accept = (model: string, slots: number | null) =>
    stores.submissions.accept(aNewTask({ tenantId: 't7', model }), NOW, rules(slots));

  it.each([
    ['a full pool', 'model3', LIVE_PER_MODEL, false],
    ['a pool with waiting tasks', 'model3', 1_000, false],
    ['a pool without waiting tasks', 'another', 1_000, true],
    ['a pool without a limit', 'model4', null, true],
  ] as const)(
    'D14: accepting into %s reads what the task itself needs',
    async (_, model, slots, isSent) => {
      await expectReads(40, async () => {
        expect((await accept(model, slots)).lease !== undefined).toBe(isSent);
      });
    },
  );

  it.each([
    ['full', LIVE_PER_MODEL, true],
    ['waited for', 1_000, true],
    ['not limited', null, false],
  ] as const)(
    'D14: whether a pool is taken that is %s is told by a few rows',
    async (_, slots, isTaken) => {
      await expectReads(20, async () => {
        expect(await stores.queue.isPoolTaken(pool, slots, NOW)).toBe(isTaken);
      });
    },
  );

  it('D14: the next due time is one row', () => expectReads(2, () => stores.queue.nextDueAt()));

  it('D14: looking for the next one reads a few rows of each pool where all are full', () =>
    expectReads(20 * QUEUE.models, async () => {
      expect(await stores.submissions.takeNextSubmission(rules(LIVE_PER_MODEL))).toBeUndefined();
    }));

  it.each([null, 1_000])(
    'D14: taking, putting off and cancelling the next one read a few rows (slots: %s)',
    async (slots) => {
      const lease = { current: await stores.submissions.takeNextSubmission(rules(slots)) };
      await expectReads(150, async () => {
        lease.current = await stores.submissions.takeNextSubmission(rules(slots));
      });
      const taken = lease.current;
      if (taken === undefined) throw new Error('not taken');
      const waiting = { reason: 'RUNWAY_UNREACHABLE', until: LATER.toISOString() } as const;
      await expectReads(30, () => stores.outcomes.recordDeferred(taken, waiting, NOW));
      await expectReads(30, () => stores.tasks.requestCancel(taken.tenantId, taken.taskId, NOW));
    },
  );

  it('D14: a reason is told in batches, once, from where the last one ended', async () => {
    const batch = { now: NOW, dueUntil: NOW, limit: 50 };
    const none = await stores.waitingNotes.noteWaiting(pool, SLOT, { ...batch, after: null });
    expect(none).toMatchObject({ isEnd: false });
    await expectReads(60, () =>
      stores.waitingNotes.noteWaiting(pool, SLOT, { ...batch, after: none.reached }),
    );
    const waitingFor = { reason: 'RUNWAY_UNREACHABLE', until: null } as const;
    const first = await stores.waitingNotes.noteWaiting(pool, waitingFor, {
      ...batch,
      after: null,
    });
    expect(first.told).toBe(50);
    expect(
      (await stores.waitingNotes.noteWaiting(pool, waitingFor, { ...batch, after: null })).told,
    ).toBe(0);
    await expectReads(50 * 20, async () => {
      const next = await stores.waitingNotes.noteWaiting(pool, waitingFor, {
        ...batch,
        after: first.reached,
      });
      expect(next.told).toBe(50);
    });
    let { reached, isEnd } = first;
    while (!isEnd) {
      ({ reached, isEnd } = await stores.waitingNotes.noteWaiting(pool, waitingFor, {
        ...batch,
        after: reached,
      }));
    }
    await expectReads(2, () =>
      stores.waitingNotes.noteWaiting(pool, waitingFor, { ...batch, after: reached }),
    );
  });

  it('D14: the tasks of a stopped tenant stand in no way, and are told so once', async () => {
    const { kysely } = db.database;
    const stop = { stopped_at: NOW };
    await kysely.updateTable('tenants').set(stop).where('id', 'in', ['t1', 't2']).execute();
    const batch = { now: NOW, limit: 100 };
    while ((await stores.waitingNotes.noteStopped(batch)).stopped > 0);
    await sql`vacuum submissions`.execute(kysely);
    await expectReads(20, () => stores.waitingNotes.noteStopped(batch));
    for (let turn = 0; turn < 20; turn += 1) {
      const lease = await stores.submissions.takeNextSubmission(rules(null));
      expect(['t1', 't2']).not.toContain(lease?.tenantId);
    }
    await expectReads(150, () => stores.submissions.takeNextSubmission(rules(null)));

    await new PostgresTenantStore(db.database).resume('t1', NOW);
    let told = 0;
    for (let { resumed } = await stores.waitingNotes.noteStopped(batch); resumed > 0;) {
      told += resumed;
      ({ resumed } = await stores.waitingNotes.noteStopped(batch));
    }
    await sql`vacuum submissions`.execute(kysely);
    expect(told).toBeGreaterThan(50);
    await expectReads(20, () => stores.waitingNotes.noteStopped(batch));
  });

  it('D14: a start that moves nothing to another secret reads nothing', async () => {
    await expectReads(2, async () => {
      expect(await stores.queue.moveQueued('default')).toBe(0);
    });
  });

  it('D14: all of them move to another secret, in batches', async () => {
    const moved = await stores.queue.moveQueued('new');
    expect(moved).toBeGreaterThan(QUEUE.queued - 200);
    expect(await stores.queue.moveQueued('new')).toBe(0);
    expect((await stores.submissions.takeNextSubmission(rules(null)))?.runwayAccount).toBe('new');
  });

  it('D14: a task alone among tenants that have nothing due is found', async () => {
    const id = randomUUID();
    await stores.submissions.accept(
      aNewTask({ id, tenantId: 't0', model: 'alone' }),
      NOW,
      rules(0),
    );
    const isOthers = (model: string | null): number => (model === 'alone' ? 1 : 0);
    const lease = await stores.submissions.takeNextSubmission({
      ...rules(null),
      slotsOf: ({ model }) => isOthers(model),
    });
    expect(lease?.taskId).toBe(id);
  });
});
