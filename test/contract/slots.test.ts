import { sql } from 'kysely';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { PostgresSettlementStore } from '../../src/adapters/postgres/settlement/postgres-settlement-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Task } from '../../src/domain/task/task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import type { TakeRules } from '../../src/ports/submission/submission-store.js';
import { describePostgres, eachDatabase, silentLog } from '../support/store/database.js';
import {
  acceptToSend,
  aKey,
  anAnswer,
  aNewTask,
  createTenants,
} from '../support/store/new-task.js';
import { testKeys } from '../support/store/key-ring.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const SLOTLESS = { status: 'QUEUED', waitingFor: { reason: 'SLOT', until: null } };
const FAILURE = { code: null, message: 'Refused.', retryable: false };
const DEFERRAL = { reason: 'RUNWAY_RATE_LIMITED', until: after(1).toISOString() } as const;
const BATCH = { now: NOW, dueUntil: NOW, limit: 9, after: null };
const UNREACHABLE = { reason: 'RUNWAY_UNREACHABLE', until: null } as const;
const TENANTS = ['acme', 'bolt', 'core'] as const;

function rules(slots: number | null): TakeRules {
  return { now: NOW, until: after(60_000), slotsOf: () => slots };
}

eachDatabase('TaskStore: slots', (get) => {
  let stores: Stores;

  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), ...TENANTS);
  });

  async function accepted(overrides: Parameters<typeof aNewTask>[0] = {}): Promise<Task> {
    return (await stores.submissions.accept(aNewTask(overrides), NOW)).task;
  }

  async function waitingOf({ tenantId, id }: Task): Promise<string | undefined> {
    const task = await stores.tasks.findTask(tenantId, id);
    return task?.state.status === 'QUEUED' ? task.state.waitingFor?.reason : task?.state.status;
  }

  async function settle(lease: SubmissionLease): Promise<void> {
    await stores.outcomes.recordRefused(lease, FAILURE, NOW);
  }

  it('lets a task wait for a slot, says so in its first event, and gives it the next one', async () => {
    const lease = await acceptToSend(stores, aNewTask(), rules(1));
    const newTask = aNewTask({ tenantId: 'bolt' });
    const { task: second, lease: none } = await stores.submissions.accept(newTask, NOW, rules(1));

    expect(none).toBeUndefined();
    expect(second.state).toEqual(SLOTLESS);
    expect(await stores.tasks.findTask('bolt', second.id)).toEqual(second);
    const events = await stores.events.listEvents('bolt', { after: 0, limit: 9 });
    expect(events.map(({ task }) => task.state)).toEqual([SLOTLESS]);
    expect(await stores.submissions.takeNextSubmission(rules(1))).toBeUndefined();

    await settle(lease);
    expect((await stores.submissions.takeNextSubmission(rules(1)))?.taskId).toBe(second.id);
  });

  it('counts what Runway works on, until it has settled', async () => {
    const lease = await acceptToSend(stores, aNewTask(), rules(1));
    const second = await accepted();
    const answer = anAnswer(NOW);
    await stores.outcomes.recordAccepted(lease, answer, NOW);
    expect(await stores.submissions.takeNextSubmission(rules(1))).toBeUndefined();

    const [poll] = await stores.polls.takeDuePolls({ now: NOW, until: after(60_000), limit: 1 });
    if (poll === undefined) throw new Error('not taken');
    const state = { status: 'SUCCEEDED', output: [] } as const;
    const read = { state, estimate: null, cost: 5, missingCount: 0, nextPollAt: after(5_000) };
    await stores.polls.recordRead(poll, read, NOW);
    expect((await stores.submissions.takeNextSubmission(rules(1)))?.taskId).toBe(second.id);
  });

  it('keeps models and accounts apart, and limits nothing where no limit is known', async () => {
    for (const other of [{}, { model: 'gen4_turbo' }, { runwayAccount: 'other' }]) {
      await acceptToSend(stores, aNewTask(other), rules(1));
    }
    expect((await stores.submissions.accept(aNewTask(), NOW, rules(1))).lease).toBeUndefined();
    expect((await stores.submissions.accept(aNewTask(), NOW, rules(null))).lease).toBeDefined();
  });

  it('lets no task overtake one that has waited', async () => {
    const holder = await acceptToSend(stores, aNewTask(), rules(1));
    const { task: waiter } = await stores.submissions.accept(
      aNewTask({ tenantId: 'bolt' }),
      NOW,
      rules(1),
    );
    await settle(holder);

    const late = await stores.submissions.accept(aNewTask({ tenantId: 'core' }), NOW, rules(1));
    expect(late.lease).toBeUndefined();
    expect(await waitingOf(late.task)).toBe('TURN');
    expect((await stores.submissions.takeNextSubmission(rules(1)))?.taskId).toBe(waiter.id);
  });

  it('sends nothing while a pool has no slots at all, and tells those who wait', async () => {
    const { task, lease } = await stores.submissions.accept(aNewTask(), NOW, rules(0));
    expect(lease).toBeUndefined();
    expect(await waitingOf(task)).toBe('RUNWAY_UNREACHABLE');
    const older = await accepted();
    expect(await stores.submissions.takeNextSubmission(rules(0))).toBeUndefined();
    const pool = { runwayAccount: 'default', model: 'gen4.5' };
    expect(await stores.waitingNotes.noteWaiting(pool, UNREACHABLE, BATCH)).toMatchObject({
      told: 1,
    });
    expect(await waitingOf(older)).toBe('RUNWAY_UNREACHABLE');
    expect(await stores.waitingNotes.noteWaiting(pool, UNREACHABLE, BATCH)).toMatchObject({
      told: 0,
    });
    expect(await stores.submissions.takeNextSubmission(rules(1))).toBeDefined();
  });

  // Guarantee: a flood of one tenant costs another one at most its fair share of the slots.
  it('D12, M14: serves tenants in turn, however much one of them has queued', async () => {
    for (let count = 0; count < 12; count += 1) await accepted();
    for (const tenantId of ['bolt', 'core'] as const) {
      for (let count = 0; count < 3; count += 1) await accepted({ tenantId });
    }
    const served: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const lease = await stores.submissions.takeNextSubmission(rules(1));
      if (lease === undefined) throw new Error('not taken');
      served.push(lease.tenantId);
      await settle(lease);
    }
    expect(served).toEqual([...TENANTS, ...TENANTS, ...TENANTS, 'acme', 'acme', 'acme']);
  });

  // Guarantee: nothing that a stopped tenant has queued is sent before an operator resumes it.
  it('sends nothing of a tenant that is stopped, and lets the others pass', async () => {
    const holder = await acceptToSend(stores, aNewTask({ tenantId: 'bolt' }), rules(1));
    const { task: waiter } = await stores.submissions.accept(aNewTask(), NOW, rules(1));
    const stop = { stopped_at: NOW };
    const { kysely } = get().database;
    await kysely.updateTable('tenants').set(stop).where('id', '=', 'acme').execute();
    await settle(holder);
    expect(await stores.submissions.takeNextSubmission(rules(1))).toBeUndefined();
    expect(await stores.submissions.takeNextSubmission(rules(null))).toBeUndefined();
    expect(await stores.waitingNotes.noteStopped(BATCH)).toEqual({ stopped: 1, resumed: 0 });
    expect(await waitingOf(waiter)).toBe('TENANT_STOPPED');
    const pool = { runwayAccount: 'default', model: 'gen4.5' };
    const noted = await stores.waitingNotes.noteWaiting(
      pool,
      { reason: 'SLOT', until: null },
      BATCH,
    );
    expect(noted.told).toBe(0);
    // It does not stand in the way of other tenants.
    const other = await acceptToSend(stores, aNewTask({ tenantId: 'core' }), rules(1));
    await settle(other);

    await new PostgresTenantStore(get().database).resume('acme', NOW);
    expect((await stores.submissions.takeNextSubmission(rules(1)))?.taskId).toBe(waiter.id);
  });

  it('refuses what is over the live tasks of a tenant, and keeps its key free', async () => {
    const task = await accepted({ liveTasksMax: 2 });
    await accepted({ liveTasksMax: 2 });
    const third = aNewTask({ liveTasksMax: 2, idempotency: aKey('k', NOW) });
    await expect(stores.submissions.accept(third, NOW)).rejects.toMatchObject({
      code: 'TOO_MANY_LIVE_TASKS',
    });
    expect(
      (await stores.tasks.listTasks('acme', {}, { first: 9, after: null })).tasks,
    ).toHaveLength(2);
    expect(await accepted({ tenantId: 'bolt', liveTasksMax: 1 })).toBeDefined();

    await stores.tasks.requestCancel('acme', task.id, NOW);
    expect((await stores.submissions.accept(third, NOW)).replayed).toBe(false);
    // The first task of a key is not a new one.
    const again = aNewTask({ liveTasksMax: 2, idempotency: aKey('k', NOW) });
    expect((await stores.submissions.accept(again, NOW)).replayed).toBe(true);
  });

  it('D14: refuses what would wait beside a tenant’s share of the queue, and sends what need not', async () => {
    const share = { queuedTasksMax: 2 };
    const queued = await accepted(share);
    await accepted(share);
    const idempotency = aKey('k', NOW);
    const third = () =>
      stores.submissions.accept(aNewTask({ ...share, idempotency }), NOW, rules(0));
    await expect(third()).rejects.toMatchObject({ code: 'TOO_MANY_QUEUED_TASKS' });
    expect(await accepted({ ...share, tenantId: 'bolt' })).toBeDefined();
    const other = { ...share, model: 'gen4_turbo' };
    const sent = await acceptToSend(stores, aNewTask(other), rules(null));

    // One that was sent and comes back is not refused, and counts.
    await stores.outcomes.recordDeferred(sent, DEFERRAL, NOW);
    await stores.tasks.requestCancel('acme', queued.id, NOW);
    await expect(third()).rejects.toMatchObject({ code: 'TOO_MANY_QUEUED_TASKS' });
    expect((await stores.submissions.takeNextSubmission(rules(null)))?.tenantId).toBeDefined();
    expect((await stores.submissions.takeNextSubmission(rules(null)))?.tenantId).toBeDefined();
    expect((await third()).replayed).toBe(false);
  });
});

describePostgres('TaskStore: slots over two nodes', (get) => {
  let nodes: [Stores, Stores];

  beforeEach(async () => {
    nodes = [storesOf(get().database), storesOf(await get().openAnother())];
    await createTenants(new PostgresTenantStore(get().database), ...TENANTS);
  });

  // Guarantee: over all nodes no model is given more slots than it has.
  it('never give more than there are, inline and in turn at once', async () => {
    const [ours, theirs] = nodes;
    for (let count = 0; count < 10; count += 1) {
      await ours.submissions.accept(aNewTask({ tenantId: TENANTS[count % 3] ?? 'acme' }), NOW);
    }
    const takes = Array.from({ length: 30 }, async (_, index) => {
      const newTask = aNewTask({ tenantId: TENANTS[index % 3] ?? 'acme' });
      const [one, other] = index % 2 === 0 ? [ours, theirs] : [theirs, ours];
      const taken = await Promise.all([
        one.submissions.accept(newTask, NOW, rules(4)).then(({ lease }) => lease),
        other.submissions.takeNextSubmission(rules(4)),
      ]);
      return taken.filter((lease) => lease !== undefined);
    });
    expect((await Promise.all(takes)).flat()).toHaveLength(4);
    expect(await ours.submissions.takeNextSubmission(rules(4))).toBeUndefined();
    expect(await ours.submissions.takeNextSubmission(rules(5))).toBeDefined();
  });

  it.each([
    ['accept_tasks', rules(null), 20],
    ['accept_tasks_into_slots', rules(1_000), 20],
    // The first one has the slot.
    ['queue_tasks', rules(1), 19],
    ['accept_task', undefined, 20],
  ])('plan the acceptance once, and not for each task: %s', async (name, takeRules, runs) => {
    const database = await openDatabase({
      url: get().url,
      log: silentLog,
      keys: testKeys,
      poolMax: 1,
    });
    const { submissions } = storesOf(database);
    for (let count = 0; count < 20; count += 1)
      await submissions.accept(aNewTask(), NOW, takeRules);
    const { rows } = await sql<{ once: number; each: number }>`
      select generic_plans::integer as once, custom_plans::integer as "each"
      from pg_prepared_statements where name = ${name}`.execute(database.kysely);
    await database.close();
    // Five for particular values, by which the server judges.
    expect(rows).toEqual([{ once: runs - 5, each: 5 }]);
  });

  it('accept no more live tasks than a tenant may have, however many come at once', async () => {
    const [ours, theirs] = nodes;
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? ours : theirs).submissions.accept(aNewTask({ liveTasksMax: 5 }), NOW),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  // Guarantee: a node that slept past its lease may still tell the outcome of its own POST, and no
  // more: it never lets the request go out again.
  it.each<[string, (stores: Stores, lease: SubmissionLease) => Promise<unknown>]>([
    ['refused', (stores, lease) => stores.outcomes.recordRefused(lease, FAILURE, after(90_000))],
    ['refused inline', (stores, lease) => stores.outcomes.discard(lease, FAILURE, after(90_000))],
    ['deferred', (stores, lease) => stores.outcomes.recordDeferred(lease, DEFERRAL, after(90_000))],
  ])('close at no cost what a worker that slept past its lease finds %s', async (_, write) => {
    const [ours, theirs] = nodes;
    const lease = await acceptToSend(ours, aNewTask(), rules(null));
    // Another node has looked after the lease meanwhile.
    expect(await theirs.submissions.expireSending(after(60_001))).toHaveLength(1);
    expect(await write(ours, lease)).toBeTruthy();
    expect(await theirs.tasks.findTask('acme', lease.taskId)).toMatchObject({
      state: { status: 'FAILED' },
      cost: 0,
    });
    const later = { now: after(999_999), until: after(9_999_999) };
    expect(await theirs.submissions.takeNextSubmission(later)).toBeUndefined();
    // The first word stands, whatever else comes.
    expect(await ours.outcomes.recordAccepted(lease, anAnswer(NOW), NOW)).toBeUndefined();
  });

  it('D21: believe such a worker, who knows Runway’s answer, more than an operator’s guess', async () => {
    const [ours, theirs] = nodes;
    const lease = await acceptToSend(ours, aNewTask(), rules(null));
    await theirs.submissions.expireSending(after(60_001));
    const settlements = new PostgresSettlementStore(get().database);
    await settlements.confirm(lease.taskId, 'rw-found', after(80_000));
    expect(await ours.outcomes.recordRefused(lease, FAILURE, after(90_000))).toMatchObject({
      state: { status: 'FAILED' },
      cost: 0,
    });
    // The first proof stands, whatever else comes.
    expect(await ours.outcomes.recordDeferred(lease, DEFERRAL, after(90_000))).toBeUndefined();
    expect(await ours.outcomes.discard(lease, FAILURE, after(90_000))).toBe(false);
    expect((await theirs.tasks.findTask('acme', lease.taskId))?.state.status).toBe('FAILED');
  });

  it('hand a read over when its reader slept past its lease', async () => {
    const [ours, theirs] = nodes;
    const lease = await acceptToSend(ours, aNewTask(), rules(null));
    await ours.outcomes.recordAccepted(lease, anAnswer(NOW), NOW);
    const take = (stores: Stores, at: Date) =>
      stores.polls.takeDuePolls({ now: at, until: new Date(at.getTime() + 60_000), limit: 1 });
    const [stale] = await take(ours, NOW);
    expect(await take(theirs, after(59_999))).toEqual([]);
    const [fresh] = await take(theirs, after(60_000));
    if (stale === undefined || fresh === undefined) throw new Error('not taken');
    const read = (progress: number) => ({
      state: { status: 'RUNNING', progress, output: [] } as const,
      estimate: null,
      cost: null,
      missingCount: 0,
      nextPollAt: after(70_000),
    });
    expect(await ours.polls.recordRead(stale, read(0.9), after(61_000))).toBeUndefined();
    expect((await theirs.polls.recordRead(fresh, read(0.2), after(61_000)))?.state).toMatchObject({
      progress: 0.2,
    });
  });
});
