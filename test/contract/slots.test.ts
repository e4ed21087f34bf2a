import { PostgresKeyStore } from '../../src/adapters/postgres/postgres-key-store.js';
import { PostgresTaskStore } from '../../src/adapters/postgres/postgres-task-store.js';
import type { Task } from '../../src/domain/task.js';
import type { SubmissionLease, TakeRules } from '../../src/ports/task-store.js';
import { describePostgres, eachDatabase } from '../support/database.js';
import { aKey, aNewTask, createTenants } from '../support/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const TENANTS = ['acme', 'bolt', 'core'] as const;

function rules(slots: number | null): TakeRules {
  return { now: NOW, until: after(60_000), slotsOf: () => slots };
}

eachDatabase('TaskStore: slots', (get) => {
  let store: PostgresTaskStore;

  beforeEach(async () => {
    store = new PostgresTaskStore(get().database);
    await createTenants(new PostgresKeyStore(get().database), ...TENANTS);
  });

  async function accepted(overrides: Parameters<typeof aNewTask>[0] = {}): Promise<Task> {
    return (await store.accept(aNewTask(overrides), NOW)).task;
  }

  async function waitingOf({ tenantId, id }: Task): Promise<string | undefined> {
    const task = await store.findTask(tenantId, id);
    return task?.state.status === 'QUEUED' ? task.state.waitingFor?.reason : task?.state.status;
  }

  async function settle(lease: SubmissionLease): Promise<void> {
    const failure = { code: null, message: 'Refused.', retryable: false };
    await store.recordRefused(lease, failure, NOW);
  }

  it('lets a task wait for a slot, says so in one event, and gives it the next one', async () => {
    const first = await accepted();
    const second = await accepted({ tenantId: 'bolt' });
    const lease = await store.takeSubmission(first.id, rules(1));
    if (lease === undefined) throw new Error('not taken');

    expect(await store.takeSubmission(second.id, rules(1))).toBeUndefined();
    expect(await store.takeSubmission(second.id, rules(1))).toBeUndefined();
    expect(await waitingOf(second)).toBe('SLOT');
    expect((await store.eventRange('bolt')).newest).toBe(2);
    expect(await store.takeNextSubmission(rules(1))).toBeUndefined();

    await settle(lease);
    expect((await store.takeNextSubmission(rules(1)))?.taskId).toBe(second.id);
  });

  it('counts what Runway works on, until it has settled', async () => {
    const first = await accepted();
    const second = await accepted();
    const lease = await store.takeSubmission(first.id, rules(1));
    if (lease === undefined) throw new Error('not taken');
    const answer = { runwayTaskId: 'rw', estimate: null, model: null, pollDueAt: NOW };
    await store.recordAccepted(lease, answer, NOW);
    expect(await store.takeNextSubmission(rules(1))).toBeUndefined();

    const [poll] = await store.takeDuePolls({ now: NOW, until: after(60_000), limit: 1 });
    if (poll === undefined) throw new Error('not taken');
    const state = { status: 'SUCCEEDED', output: [] } as const;
    const read = { state, estimate: null, cost: 5, missingCount: 0, nextPollAt: after(5_000) };
    await store.recordRead(poll, read, NOW);
    expect((await store.takeNextSubmission(rules(1)))?.taskId).toBe(second.id);
  });

  it('keeps models and accounts apart, and limits nothing where no limit is known', async () => {
    const tasks = [
      await accepted(),
      await accepted({ model: 'gen4_turbo' }),
      await accepted({ runwayAccount: 'other' }),
    ];
    for (const { id } of tasks) expect(await store.takeSubmission(id, rules(1))).toBeDefined();
    const free = await accepted();
    expect(await store.takeSubmission(free.id, rules(null))).toBeDefined();
  });

  it('lets nobody overtake a task that has waited', async () => {
    const [holder, waiter, late] = [
      await accepted(),
      await accepted({ tenantId: 'bolt' }),
      await accepted({ tenantId: 'core' }),
    ];
    const lease = await store.takeSubmission(holder.id, rules(1));
    if (lease === undefined) throw new Error('not taken');
    await store.takeSubmission(waiter.id, rules(1));
    await settle(lease);

    expect(await store.takeSubmission(late.id, rules(1))).toBeUndefined();
    expect(await waitingOf(late)).toBe('TURN');
    expect((await store.takeNextSubmission(rules(1)))?.taskId).toBe(waiter.id);
  });

  it('sends nothing while a pool has no slots at all, and tells those who wait', async () => {
    const task = await accepted();
    expect(await store.takeSubmission(task.id, rules(0))).toBeUndefined();
    expect(await waitingOf(task)).toBe('RUNWAY_UNREACHABLE');
    const older = await accepted();
    expect(await store.takeNextSubmission(rules(0))).toBeUndefined();
    const pool = { runwayAccount: 'default', model: 'gen4.5' };
    const batch = { now: NOW, limit: 9 };
    expect(await store.noteWaiting(pool, 'RUNWAY_UNREACHABLE', batch)).toBe(1);
    expect(await waitingOf(older)).toBe('RUNWAY_UNREACHABLE');
    expect(await store.noteWaiting(pool, 'RUNWAY_UNREACHABLE', batch)).toBe(0);
    expect(await store.takeNextSubmission(rules(1))).toBeDefined();
  });

  // Guarantee: a flood of one tenant costs another one at most its fair share of the slots.
  it('serves tenants in turn, however much one of them has queued', async () => {
    for (let count = 0; count < 12; count += 1) await accepted();
    for (const tenantId of ['bolt', 'core'] as const) {
      for (let count = 0; count < 3; count += 1) await accepted({ tenantId });
    }
    const served: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const lease = await store.takeNextSubmission(rules(1));
      if (lease === undefined) throw new Error('not taken');
      served.push(lease.tenantId);
      await settle(lease);
    }
    expect(served).toEqual([...TENANTS, ...TENANTS, ...TENANTS, 'acme', 'acme', 'acme']);
  });

  it('refuses what is over the live tasks of a tenant, and keeps its key free', async () => {
    const task = await accepted({ liveTasksMax: 2 });
    await accepted({ liveTasksMax: 2 });
    const third = aNewTask({ liveTasksMax: 2, idempotency: aKey('k', NOW) });
    await expect(store.accept(third, NOW)).rejects.toMatchObject({ code: 'TOO_MANY_LIVE_TASKS' });
    expect((await store.listTasks('acme', {}, { first: 9, after: null })).tasks).toHaveLength(2);
    expect(await accepted({ tenantId: 'bolt', liveTasksMax: 1 })).toBeDefined();

    await store.requestCancel('acme', task.id, NOW);
    expect((await store.accept(third, NOW)).replayed).toBe(false);
    // The first task of a key is not a new one.
    const again = aNewTask({ liveTasksMax: 2, idempotency: aKey('k', NOW) });
    expect((await store.accept(again, NOW)).replayed).toBe(true);
  });
});

describePostgres('TaskStore: slots over two nodes', (get) => {
  let nodes: [PostgresTaskStore, PostgresTaskStore];

  beforeEach(async () => {
    nodes = [
      new PostgresTaskStore(get().database),
      new PostgresTaskStore(await get().openAnother()),
    ];
    await createTenants(new PostgresKeyStore(get().database), ...TENANTS);
  });

  // Guarantee: over all nodes no model is given more slots than it has.
  it('never give more than there are, inline and in turn at once', async () => {
    const [ours, theirs] = nodes;
    const ids: string[] = [];
    for (let count = 0; count < 30; count += 1) {
      const tenantId = TENANTS[count % 3] ?? 'acme';
      ids.push((await ours.accept(aNewTask({ tenantId }), NOW)).task.id);
    }
    const takes = ids.flatMap((id, index) => [
      (index % 2 === 0 ? ours : theirs).takeSubmission(id, rules(4)),
      (index % 2 === 0 ? theirs : ours).takeNextSubmission(rules(4)),
    ]);
    const leases = (await Promise.all(takes)).filter((lease) => lease !== undefined);
    expect(leases).toHaveLength(4);
  });

  it('accept no more live tasks than a tenant may have, however many come at once', async () => {
    const [ours, theirs] = nodes;
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? ours : theirs).accept(aNewTask({ liveTasksMax: 5 }), NOW),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  // Guarantee: a node that was stopped past its lease and wakes up again writes nothing.
  it('take no write of a worker that slept past its lease', async () => {
    const [ours, theirs] = nodes;
    const { task } = await ours.accept(aNewTask(), NOW);
    const lease = await ours.takeSubmission(task.id, rules(null));
    if (lease === undefined) throw new Error('not taken');
    // Its POST was refused while it slept; another node has looked after the lease meanwhile.
    expect(await theirs.expireSending(after(60_001))).toHaveLength(1);
    const failure = { code: null, message: 'Refused.', retryable: false };
    const deferral = { reason: 'RUNWAY_RATE_LIMITED', until: after(1).toISOString() } as const;
    const late = after(90_000);
    expect(await ours.recordRefused(lease, failure, late)).toBeUndefined();
    expect(await ours.recordDeferred(lease, deferral, late)).toBeUndefined();
    expect(await ours.discard(lease)).toBe(false);
    expect(await ours.extendSubmission(lease, after(120_000))).toBe(false);
    expect((await theirs.findTask('acme', task.id))?.state.status).toBe('UNCONFIRMED');
    expect(await theirs.takeNextSubmission({ now: late, until: after(999_999) })).toBeUndefined();
  });

  it('hand a read over when its reader slept past its lease', async () => {
    const [ours, theirs] = nodes;
    const { task } = await ours.accept(aNewTask(), NOW);
    const lease = await ours.takeSubmission(task.id, rules(null));
    if (lease === undefined) throw new Error('not taken');
    const answer = { runwayTaskId: 'rw', estimate: null, model: null, pollDueAt: NOW };
    await ours.recordAccepted(lease, answer, NOW);
    const take = (store: PostgresTaskStore, at: Date) =>
      store.takeDuePolls({ now: at, until: new Date(at.getTime() + 60_000), limit: 1 });
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
    expect(await ours.recordRead(stale, read(0.9), after(61_000))).toBeUndefined();
    expect((await theirs.recordRead(fresh, read(0.2), after(61_000)))?.state).toMatchObject({
      progress: 0.2,
    });
  });
});
