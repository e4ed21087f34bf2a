import { PostgresBudgetStore } from '../../src/adapters/postgres/budgets/postgres-budget-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Task, TaskState } from '../../src/domain/task/task.js';
import type { PollLease } from '../../src/ports/tasks/poll-store.js';
import type { NewTask } from '../../src/ports/submission/new-task.js';
import { eachDatabase } from '../support/store/database.js';
import {
  acceptToSend,
  aKey,
  anAnswer,
  aNewTask,
  createTenants,
} from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const SENDING = { now: NOW, until: after(60_000) };
const OUTPUT = {
  url: 'https://x.test/a.mp4',
  mimeType: 'video/mp4',
  expiresAt: null,
  nodeId: null,
};
const RUNNING: TaskState = { status: 'RUNNING', progress: 0.5, output: [] };
const SUCCEEDED: TaskState = { status: 'SUCCEEDED', output: [OUTPUT] };
const FAILED: TaskState = {
  status: 'FAILED',
  failure: { code: 'SAFETY', message: 'Not allowed.', retryable: false },
};

eachDatabase('TaskStore: polls, cancelling, deleting', (get) => {
  let stores: Stores;

  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  /** A task that Runway has accepted, first read due at NOW. */
  async function live(overrides: Partial<NewTask> = {}): Promise<Task> {
    const lease = await acceptToSend(stores, aNewTask(overrides), SENDING);
    const answer = anAnswer(NOW, { runwayTaskId: `rw-${lease.taskId}` });
    const pending = await stores.outcomes.recordAccepted(lease, answer, NOW);
    if (pending === undefined) throw new Error('not accepted');
    return pending;
  }

  const due = (at: Date, limit = 10) =>
    stores.polls.takeDuePolls({ now: at, until: new Date(at.getTime() + 30_000), limit });

  async function leaseOne(at: Date): Promise<PollLease> {
    const [lease] = await due(at);
    if (lease === undefined) throw new Error('nothing was due');
    return lease;
  }

  function read(state: TaskState | null, nextPollAt = after(5_000)) {
    return { state, estimate: null, cost: null, missingCount: 0, nextPollAt };
  }

  /** Each state read in turn, 5 s apart; the tasks as they stood after each. */
  async function readInTurn(...states: TaskState[]): Promise<TaskState[]> {
    const seen: TaskState[] = [];
    for (const [index, state] of states.entries()) {
      const at = after(index * 5_000);
      const task = await stores.polls.recordRead(
        await leaseOne(at),
        read(state, new Date(at.getTime() + 5_000)),
        at,
      );
      if (task !== undefined) seen.push(task.state);
    }
    return seen;
  }

  async function reserved(taskId: string): Promise<number> {
    const row = await get()
      .database.kysely.selectFrom('tasks')
      .select('reserved_credits')
      .where('id', '=', taskId)
      .executeTakeFirstOrThrow();
    return row.reserved_credits;
  }

  const newest = async () => (await stores.events.eventRange('acme')).newest;

  describe('takeDuePolls', () => {
    it('gives each live task to one reader until the lease runs out', async () => {
      const task = await live();
      const [lease] = await due(NOW);

      expect(lease).toMatchObject({ task: { id: task.id }, missingCount: 0 });
      expect(await due(after(29_999))).toEqual([]);
      expect(await stores.polls.nextDueAt()).toEqual(after(30_000));
      expect(await due(after(30_000))).toHaveLength(1);
    });

    it('takes no more than asked, the longest due first, and none that is not due', async () => {
      const late = await live();
      await stores.polls.recordRead(await leaseOne(NOW), read(null, after(1_000)), NOW);
      const early = await live();

      expect((await due(after(2_000), 1)).map((lease) => lease.task.id)).toEqual([early.id]);
      expect((await due(after(2_000), 1)).map((lease) => lease.task.id)).toEqual([late.id]);
      expect(await due(after(2_000))).toEqual([]);
    });

    it('carries the count of reads that found nothing', async () => {
      await live();
      await stores.polls.recordRead(await leaseOne(NOW), { ...read(null), missingCount: 2 }, NOW);
      expect((await leaseOne(after(5_000))).missingCount).toBe(2);
    });
  });

  describe('D17: polls at size', () => {
    const held = (lease: PollLease, nextPollAt = after(35_000)) => ({
      lease,
      missingCount: 0,
      nextPollAt,
    });

    it('takes of each account no more than its limit less its open reads', async () => {
      for (let index = 0; index < 3; index += 1) {
        await live();
        await live({ runwayAccount: 'other' });
      }
      const open = new Map([['other', 1]]);
      const until = after(30_000);
      const leases = await stores.polls.takeDuePolls({ now: NOW, until, limit: 2, open });
      const accounts = leases.map(({ task }) => task.runwayAccount).sort();
      expect(accounts).toEqual(['default', 'default', 'other']);
      expect(leases.map(({ dueAt }) => dueAt)).toEqual([NOW, NOW, NOW]);
      // What is left of both is due.
      expect(await stores.polls.nextDueAt()).toEqual(NOW);
      const full = new Map([
        ['default', 9],
        ['other', 9],
      ]);
      expect(await stores.polls.takeDuePolls({ now: NOW, until, limit: 9, open: full })).toEqual(
        [],
      );
    });

    it('ends the leases of many reads in one statement, without events', async () => {
      for (let index = 0; index < 5; index += 1) await live();
      const leases = await due(NOW);
      const before = await newest();
      const reads = leases.map((lease, index) => ({ ...held(lease), missingCount: index }));
      const written = await stores.polls.recordUnchangedReads(reads, after(1_000));
      expect([...written].sort()).toEqual(leases.map(({ task }) => task.id).sort());
      expect(await newest()).toBe(before);
      expect(await stores.polls.nextDueAt()).toEqual(after(35_000));
      const again = await due(after(35_000));
      expect(again.map(({ missingCount }) => missingCount).sort()).toEqual([0, 1, 2, 3, 4]);
    });

    it('leaves out a stale fence and a settled task', async () => {
      await live();
      const stale = await leaseOne(NOW);
      const fresh = await leaseOne(after(30_000));
      expect(await stores.polls.recordUnchangedReads([held(stale)], after(30_001))).toEqual(
        new Set(),
      );
      await stores.polls.recordRead(fresh, read(SUCCEEDED), after(30_002));
      expect(await stores.polls.recordUnchangedReads([held(fresh)], after(30_003))).toEqual(
        new Set(),
      );
      expect(await stores.polls.nextDueAt()).toBeNull();
    });

    it('reads a task soon when its cancellation was wished meanwhile', async () => {
      const task = await live();
      const lease = await leaseOne(NOW);
      await stores.tasks.requestCancel('acme', task.id, after(500));
      await stores.polls.recordUnchangedReads([held(lease)], after(1_000));
      expect(await stores.polls.nextDueAt()).toEqual(after(6_000));
    });
  });

  describe('endPollLeases', () => {
    it('lets tasks be read again that a dead reader had, as soon as Runway allows', async () => {
      const task = await live();
      const stale = await leaseOne(NOW);
      await live({ tenantId: 'bolt' });

      expect(await stores.polls.endPollLeases(after(1_000))).toBe(1);
      expect((await due(after(4_999))).map((lease) => lease.task.tenantId)).toEqual(['bolt']);
      const [fresh] = await due(after(5_000));
      expect(fresh?.task.id).toBe(task.id);
      expect(await stores.polls.recordRead(stale, read(SUCCEEDED), after(5_001))).toBeUndefined();
      expect(await stores.polls.endPollLeases(after(60_000))).toBe(2);
      expect(await due(after(60_000))).toHaveLength(2);
    });

    it('leaves alone the tasks that are not being read', async () => {
      await live();
      await stores.polls.recordRead(await leaseOne(NOW), read(RUNNING, after(7_000)), NOW);
      const settled = await live();
      await stores.polls.recordRead(await leaseOne(NOW), read(SUCCEEDED), NOW);

      expect(await stores.polls.endPollLeases(after(1))).toBe(0);
      expect(await stores.polls.nextDueAt()).toEqual(after(7_000));
      expect((await stores.tasks.findTask('acme', settled.id))?.state).toEqual(SUCCEEDED);
    });
  });

  describe('recordRead', () => {
    it('is refused under a stale fence, and a second time', async () => {
      await live();
      const stale = await leaseOne(NOW);
      const fresh = await leaseOne(after(30_000));

      expect(await stores.polls.recordRead(stale, read(SUCCEEDED), after(30_001))).toBeUndefined();
      expect(await stores.polls.recordRead(fresh, read(RUNNING), after(30_001))).toMatchObject({
        state: RUNNING,
      });
      expect(await stores.polls.recordRead(fresh, read(SUCCEEDED), after(30_002))).toBeUndefined();
    });

    it('lets PENDING and THROTTLED alternate and ignores what goes back', async () => {
      await live();
      const throttled: TaskState = { status: 'THROTTLED' };
      const pending: TaskState = { status: 'PENDING' };
      const less: TaskState = { status: 'RUNNING', progress: 0.2, output: [] };

      expect(await readInTurn(throttled, pending, throttled, RUNNING, pending, less)).toEqual([
        throttled,
        pending,
        throttled,
        RUNNING,
        RUNNING,
        RUNNING,
      ]);
    });

    it('settles once, with cost and output, and gives the reservation back', async () => {
      const task = await live();
      const settled = await stores.polls.recordRead(
        await leaseOne(NOW),
        { ...read(SUCCEEDED), cost: 55.25, estimate: { credits: 58, source: 'RUNWAY' } },
        after(7),
      );

      expect(settled).toMatchObject({
        state: SUCCEEDED,
        cost: 55.25,
        estimate: { credits: 58, source: 'RUNWAY' },
        settledAt: after(7),
      });
      expect(await stores.tasks.findTask('acme', task.id)).toEqual(settled);
      expect(await reserved(task.id)).toBe(0);
      expect(await stores.polls.nextDueAt()).toBeNull();
      expect(await due(after(1e9))).toEqual([]);
    });

    it('lets the first writer settle: a later one finds its lease gone', async () => {
      const task = await live();
      const slow = await leaseOne(NOW);
      const quick = await leaseOne(after(30_000));

      await stores.polls.recordRead(quick, read(FAILED), after(30_001));
      expect(await stores.polls.recordRead(slow, read(SUCCEEDED), after(30_002))).toBeUndefined();
      expect((await stores.tasks.findTask('acme', task.id))?.state).toEqual(FAILED);
    });

    it('counts a task that settled at an unknown cost as spent, by its estimate', async () => {
      const task = await live();
      await stores.polls.recordRead(await leaseOne(NOW), read({ status: 'CANCELLED' }), NOW);

      expect(await stores.tasks.findTask('acme', task.id)).toMatchObject({
        cost: null,
        settledAt: NOW,
      });
      expect(await reserved(task.id)).toBe(0);
      const [day] = await new PostgresBudgetStore(get().database).listBudgets(
        'acme',
        'key:abcd',
        NOW,
      );
      expect(day).toMatchObject({ reserved: 0, spent: 60 });
    });

    it('stores whatever text Runway sends', async () => {
      await live();
      const failure = { code: 'A\0B', message: 'half \uD800', retryable: false };
      const [state] = await readInTurn({ status: 'FAILED', failure });
      expect(state).toMatchObject({ status: 'FAILED' });
      expect(
        (await stores.tasks.listTasks('acme', {}, { first: 1, after: null })).tasks[0]?.state,
      ).toEqual({
        status: 'FAILED',
        failure: { ...failure, code: 'A\uFFFDB', message: 'half \uFFFD' },
      });
    });

    it('writes one event for each visible change and none for a read that tells nothing new', async () => {
      await live();
      const before = await newest();
      await readInTurn(RUNNING, RUNNING, { ...RUNNING, progress: 0.75 }, SUCCEEDED);
      expect((await newest()) - before).toBe(3);
    });
  });

  describe('requestCancel', () => {
    const cancel = (id: string, at = NOW) => stores.tasks.requestCancel('acme', id, at);

    it('cancels a queued task at once, and it is never sent', async () => {
      const uri = 'data:image/png;base64,aGVsbG8=';
      const { task } = await stores.submissions.accept(aNewTask({ input: { image: uri } }), NOW);

      expect(await cancel(task.id, after(1))).toMatchObject({
        state: { status: 'CANCELLED' },
        cost: 0,
        input: { image: { omitted: 'data URI', bytes: 5 } },
        cancelRequestedAt: after(1),
        settledAt: after(1),
      });
      expect(
        await stores.submissions.takeNextSubmission({ now: after(2), until: after(9) }),
      ).toBeUndefined();
      expect(await reserved(task.id)).toBe(0);
      expect(await newest()).toBe(2);
    });

    it('records the wish for one that is being sent, once', async () => {
      const { task, lease } = await stores.submissions.accept(aNewTask(), NOW, SENDING);

      expect(await cancel(task.id, after(1))).toMatchObject({
        state: { status: 'QUEUED' },
        cancelRequestedAt: after(1),
      });
      expect((await cancel(task.id, after(2)))?.cancelRequestedAt).toEqual(after(1));
      expect(await newest()).toBe(2);

      if (lease === undefined) throw new Error('not taken');
      const answer = anAnswer(after(3), { runwayTaskId: 'rw' });
      expect(await stores.outcomes.recordAccepted(lease, answer, after(3))).toMatchObject({
        state: { status: 'PENDING' },
        cancelRequestedAt: after(1),
      });
    });

    it('grants the wish when the sending turns out not to have been accepted', async () => {
      const { task, lease } = await stores.submissions.accept(aNewTask(), NOW, SENDING);
      await cancel(task.id);
      if (lease === undefined) throw new Error('not taken');

      const waiting = { reason: 'RUNWAY_UNREACHABLE', until: after(9).toISOString() } as const;
      expect(await stores.outcomes.recordDeferred(lease, waiting, after(1))).toMatchObject({
        state: { status: 'CANCELLED' },
        cost: 0,
      });
      expect(
        await stores.submissions.takeNextSubmission({ now: after(99), until: after(999) }),
      ).toBeUndefined();
    });

    it('has a live task read at once, yet not within 5 s of the last read', async () => {
      const task = await live();
      await stores.polls.recordRead(await leaseOne(NOW), read(RUNNING, after(60_000)), NOW);

      expect((await cancel(task.id, after(1_000)))?.state).toEqual(RUNNING);
      expect(await stores.polls.nextDueAt()).toEqual(after(5_000));
      const lease = await leaseOne(after(5_000));
      expect(lease.task.cancelRequestedAt).toEqual(after(1_000));
    });

    it('has one that has not been read for long read now', async () => {
      const task = await live();
      await stores.polls.recordRead(await leaseOne(NOW), read(RUNNING, after(60_000)), NOW);
      await cancel(task.id, after(20_000));
      expect(await stores.polls.nextDueAt()).toEqual(after(20_000));
    });

    it('waits for the reader that holds the task, whose next read then comes soon', async () => {
      const task = await live();
      const lease = await leaseOne(NOW);
      await cancel(task.id, after(1_000));

      expect(await due(after(10_000))).toEqual([]);
      await stores.polls.recordRead(lease, read(RUNNING, after(60_000)), after(2_000));
      expect(await stores.polls.nextDueAt()).toEqual(after(7_000));
    });

    it('changes nothing about an unconfirmed or a settled task', async () => {
      const { task } = await stores.submissions.accept(aNewTask(), NOW, {
        now: NOW,
        until: after(1),
      });
      const [unconfirmed] = await stores.submissions.expireSending(after(2));
      expect(await cancel(task.id)).toEqual(unconfirmed);

      const settled = await live();
      await stores.polls.recordRead(await leaseOne(NOW), read(SUCCEEDED), NOW);
      expect(await cancel(settled.id)).toEqual(await stores.tasks.findTask('acme', settled.id));
      expect((await stores.tasks.findTask('acme', settled.id))?.cancelRequestedAt).toBeNull();
    });

    it("finds neither another tenant's task nor a malformed id", async () => {
      const task = await live({ tenantId: 'bolt' });
      expect(await cancel(task.id)).toBeUndefined();
      expect(await cancel('no such\0task')).toBeUndefined();
    });
  });

  describe('deleteTask', () => {
    it('hides a settled task for ever, with its events, and its key buys nothing again', async () => {
      const task = await live({ idempotency: aKey('k', NOW) });
      await stores.polls.recordRead(await leaseOne(NOW), read(SUCCEEDED), NOW);
      const settled = await stores.tasks.findTask('acme', task.id);

      expect(await stores.tasks.deleteTask('acme', task.id, NOW)).toEqual(settled);
      expect(await stores.tasks.findTask('acme', task.id)).toBeUndefined();
      expect(await stores.tasks.findTaskByKey('acme', 'k')).toBeUndefined();
      expect(await stores.tasks.listTasks('acme', {}, { first: 9, after: null })).toEqual({
        tasks: [],
        hasNextPage: false,
      });
      expect(await stores.events.listEvents('acme', { after: 0, limit: 9 })).toEqual([]);
      expect(await stores.tasks.deleteTask('acme', task.id, NOW)).toBeUndefined();
      await expect(
        stores.submissions.accept(aNewTask({ idempotency: aKey('k', NOW) }), NOW),
      ).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it("leaves a live task and another tenant's alone", async () => {
      const task = await live();
      expect(await stores.tasks.deleteTask('acme', task.id, NOW)).toBeUndefined();
      await stores.polls.recordRead(await leaseOne(NOW), read(SUCCEEDED), NOW);
      expect(await stores.tasks.deleteTask('bolt', task.id, NOW)).toBeUndefined();
      expect(await stores.tasks.findTask('acme', task.id)).toBeDefined();
    });
  });
});
