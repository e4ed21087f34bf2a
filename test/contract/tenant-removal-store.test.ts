import { sql } from 'kysely';

import { PostgresBudgetStore } from '../../src/adapters/postgres/budgets/postgres-budget-store.js';
import { PostgresKeyStore } from '../../src/adapters/postgres/keys/postgres-key-store.js';
import { PostgresResourceStore } from '../../src/adapters/postgres/resources/postgres-resource-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantRemovalStore } from '../../src/adapters/postgres/tenants/postgres-tenant-removal-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Resource } from '../../src/ports/resources/resource-store.js';
import type { NewTask } from '../../src/ports/submission/new-task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import type { RemovalLease } from '../../src/ports/tenants/tenant-removal-store.js';
import { anApiKey } from '../support/auth/an-api-key.js';
import { eachDatabase } from '../support/store/database.js';
import { fillHistory } from '../support/store/history.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import { aKey, anAnswer, aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const LATER = new Date(NOW.getTime() + 30_000);

eachDatabase('TenantRemovalStore', (get) => {
  let store: PostgresTenantRemovalStore;
  let tenants: PostgresTenantStore;
  let stores: Stores;
  let resources: PostgresResourceStore;
  beforeEach(async () => {
    const { database } = get();
    store = new PostgresTenantRemovalStore(database);
    tenants = new PostgresTenantStore(database);
    stores = storesOf(database);
    resources = new PostgresResourceStore(database);
    await createTenants(tenants, 'acme', 'bolt');
  });

  async function taken(): Promise<RemovalLease> {
    await tenants.startRemoval('acme', NOW);
    const lease = await store.take({ now: NOW, until: LATER });
    if (lease === undefined) throw new Error('nothing to take');
    return lease;
  }

  async function accepted(overrides: Partial<NewTask> = {}): Promise<NewTask> {
    const task = aNewTask(overrides);
    await stores.submissions.accept(task, NOW);
    return task;
  }

  async function sending(overrides: Partial<NewTask> = {}): Promise<SubmissionLease> {
    const { lease } = await stores.submissions.accept(aNewTask(overrides), NOW, {
      now: NOW,
      until: LATER,
    });
    if (lease === undefined) throw new Error('it is not sent');
    return lease;
  }

  async function own(runwayId: string, overrides: Partial<Resource> = {}): Promise<void> {
    await resources.record({
      tenantId: 'acme',
      kind: 'avatar',
      runwayAccount: 'main',
      runwayId,
      alias: null,
      runwaySlug: null,
      parentId: null,
      owner: 'key:abcd',
      grantedAt: null,
      createdAt: NOW,
      ...overrides,
    });
  }

  const listed = async (after: Parameters<typeof store.listTasks>[1]['after'] = null) =>
    store.listTasks('acme', { first: 10, after });
  const rowsOf = async (table: string): Promise<readonly string[]> => {
    const { rows } = await sql<{ tenant_id: string }>`
      select tenant_id from ${sql.table(table)} order by 1`.execute(get().database.kysely);
    return rows.map(({ tenant_id }) => tenant_id);
  };

  it('gives out what is to be removed once, and again when its lease is over or given back', async () => {
    expect(await store.take({ now: NOW, until: LATER })).toBeUndefined();
    const first = await taken();
    expect(first.tenantId).toBe('acme');
    expect(await store.take({ now: NOW, until: LATER })).toBeUndefined();
    expect(await store.extend(first, new Date(LATER.getTime() + 1))).toBe(true);
    expect(await store.take({ now: LATER, until: LATER })).toBeUndefined();

    await store.release(first, LATER);
    expect(await store.take({ now: NOW, until: LATER })).toBeUndefined();
    const second = await store.take({ now: LATER, until: LATER });
    expect(second).toEqual({ tenantId: 'acme', fence: first.fence + 1 });
    expect(await store.extend(first, LATER)).toBe(false);
  });

  it('lists tasks, newest first, with what is on its way, and hidden ones not', async () => {
    const queued = await accepted();
    const lease = await sending();
    const hidden = await accepted();
    await stores.tasks.requestCancel('acme', hidden.id, NOW);
    await stores.tasks.deleteTask('acme', hidden.id, NOW);
    await accepted({ tenantId: 'bolt' });
    const all = await listed();
    expect(all.map(({ id }) => id).toSorted()).toEqual([queued.id, lease.taskId].toSorted());
    expect(all.find(({ id }) => id === lease.taskId)).toMatchObject({
      status: 'QUEUED',
      isSending: true,
      runwayTaskKind: 'task',
      runwayTaskId: null,
    });
    const [first, second] = all;
    expect(await listed(first)).toEqual([second]);
  });

  it('removes tasks with all that hangs on them, and none that is on its way', async () => {
    const live = await sending();
    await stores.outcomes.recordAccepted(live, anAnswer(NOW), NOW);
    const queued = await accepted({ idempotency: aKey('k1', NOW) });
    const unconfirmed = await sending();
    await stores.outcomes.recordUnconfirmed(unconfirmed, 'lost', NOW);
    const open = await sending();
    await accepted({ tenantId: 'bolt', idempotency: aKey('k1', NOW) });
    const removal = await taken();
    await store.removeTasks(removal, await listed());
    expect((await listed()).map(({ id }) => id)).toEqual([open.taskId]);
    expect(await rowsOf('submissions')).toEqual(['acme', 'bolt']);
    expect(await rowsOf('idempotency_keys')).toEqual(['bolt']);
    expect(await stores.tasks.findTaskByKey('acme', 'k1')).toBeUndefined();
    // What may have been charged counts as spent; what was never sent is given back.
    const [budget] = await new PostgresBudgetStore(get().database).listTenantBudgets(['acme'], NOW);
    const credits = queued.estimate.credits;
    expect(budget).toMatchObject({ reserved: credits, spent: 2 * credits });
  });

  it('keeps a task that Runway has named since it was listed', async () => {
    const lost = await sending();
    await stores.outcomes.recordUnconfirmed(lost, 'lost', NOW);
    const removal = await taken();
    const before = await listed();
    await stores.outcomes.recordAccepted(lost, anAnswer(NOW, { runwayTaskId: 'late' }), NOW);
    await store.removeTasks(removal, before);
    expect(await listed()).toMatchObject([{ id: lost.taskId, runwayTaskId: 'late' }]);
    await store.removeTasks(removal, await listed());
    expect(await listed()).toEqual([]);
  });

  it('writes nothing under a stale fence', async () => {
    const task = await accepted();
    await own('a1');
    await own('u1', { kind: 'upload' });
    const stale = await taken();
    await store.release(stale, NOW);
    await store.take({ now: NOW, until: LATER });
    await store.removeTasks(stale, [{ id: task.id, runwayTaskId: null }]);
    await store.giveBack(stale, 9);
    await store.removeResource(stale, { kind: 'avatar', runwayAccount: 'main', runwayId: 'a1' });
    await store.release(stale, new Date(0));
    expect(await listed()).toHaveLength(1);
    expect(await rowsOf('resources')).toEqual(['acme', 'acme']);
    expect(await store.finish(stale)).toBe(false);
    expect(await store.take({ now: NOW, until: LATER })).toBeUndefined();
  });

  it('gives back what stays at Runway, and keeps what must be deleted there', async () => {
    await own('own');
    await own('granted', { owner: 'operator' });
    await own('w1', { kind: 'workflow' });
    await own('u1', { kind: 'upload' });
    await own('held', { kind: 'avatarConversation', parentId: 'granted' });
    await own('held', { kind: 'realtimeSession' });
    await own('foreign', { tenantId: 'bolt', owner: 'operator' });
    const removal = await taken();
    await store.giveBack(removal, 9);
    await store.giveBack(removal, 9);
    const left = async (kind: Resource['kind']) =>
      (await store.listResources('acme', kind, { first: 9, after: null })).map(
        ({ runwayId }) => runwayId,
      );
    expect(await left('avatar')).toEqual(['own']);
    expect(await left('avatarConversation')).toEqual(['held']);
    expect(await left('realtimeSession')).toEqual(['held']);
    expect(await left('workflow')).toEqual([]);
    expect(await left('upload')).toEqual([]);
    expect((await resources.findAny('avatar', ['foreign']))[0]?.tenantId).toBe('bolt');
  });

  it('lists things of a kind by id, from one on', async () => {
    await own('b');
    await own('a');
    await own('v', { kind: 'voice' });
    const first = { kind: 'avatar', runwayAccount: 'main', runwayId: 'a' };
    expect(await store.listResources('acme', 'avatar', { first: 1, after: null })).toEqual([first]);
    expect(await store.listResources('acme', 'avatar', { first: 9, after: 'a' })).toMatchObject([
      { runwayId: 'b' },
    ]);
  });

  it('deletes the tenant when nothing else of it is left, and nothing of another', async () => {
    const keys = new PostgresKeyStore(get().database);
    const budgets = new PostgresBudgetStore(get().database);
    for (const tenantId of ['acme', 'bolt']) {
      await keys.createKey(anApiKey({ id: tenantId, tenantId, createdAt: NOW }));
      const whole = { tenantId, subject: null, period: 'DAY' } as const;
      await budgets.setLimit(whole, 1_000, NOW);
      await accepted({ tenantId });
    }
    const task = await accepted();
    await stores.tasks.requestCancel('acme', task.id, NOW);
    await stores.tasks.deleteTask('acme', task.id, NOW);
    await own('a1');
    const removal = await taken();
    expect(await store.finish(removal)).toBe(false);
    await store.removeTasks(removal, await listed());
    expect(await store.finish(removal)).toBe(false);
    await store.removeResource(removal, { kind: 'avatar', runwayAccount: 'main', runwayId: 'a1' });
    expect(await store.finish(removal)).toBe(false);
    expect(await store.removeHiddenTasks(removal, 10)).toBe(1);
    expect(await store.removeHiddenTasks(removal, 10)).toBe(0);
    expect(await store.finish(removal)).toBe(false);
    while ((await store.removeAccess(removal, 1)) > 0);

    expect(await store.finish(removal)).toBe(true);
    expect(await tenants.find('acme')).toBeUndefined();
    for (const table of ['tasks', 'task_events', 'submissions', 'api_keys', 'budget_limits']) {
      expect([table, ...(await rowsOf(table))]).toEqual([table, 'bolt']);
    }
    expect(await store.take({ now: LATER, until: LATER })).toBeUndefined();
  });

  it('D19: counts down what is left of it, batch by batch, and ends with one row', async () => {
    const { database } = get();
    await fillHistory(database, { tenantId: 'acme', count: 30, from: new Date(0) });
    for (let count = 0; count < 5; count += 1) await own(`u${String(count)}`, { kind: 'upload' });
    await accepted();
    const removal = await taken();
    const holdings = async () => (await tenants.holdings(['acme'])).get('acme');
    expect(await holdings()).toMatchObject({ tasks: 31, liveTasks: 1, resources: { upload: 5 } });
    const page = await store.listTasks('acme', { first: 8, after: null });
    await store.removeTasks(removal, page);
    expect(await holdings()).toMatchObject({ tasks: 23, liveTasks: 0 });
    expect(await store.giveBack(removal, 3)).toBe(3);
    await expectLedgerHolds(database);
    expect(await store.giveBack(removal, 3)).toBe(2);
    expect(await holdings()).toMatchObject({ resources: {} });

    for (;;) {
      const rest = await store.listTasks('acme', { first: 8, after: null });
      if (rest.length === 0) break;
      await store.removeTasks(removal, rest);
    }
    const batches: number[] = [];
    do batches.push(await store.removeAccess(removal, 2));
    while (batches.at(-1) !== 0);
    expect(Math.max(...batches)).toBeLessThanOrEqual(3 * 2);
    expect(await rowsOf('budget_counters')).toEqual([]);
    expect(await store.finish(removal)).toBe(true);
  });

  // Guarantee: no row's end reads a table from one end to the other, in search of what refers to it.
  it('D19: has an index for every reference to another table', async () => {
    const { rows } = await sql`
      select conrelid::regclass::text as referring, conname from pg_constraint
      where contype = 'f' and not exists (
        select from pg_index
        where indrelid = conrelid and indpred is null and indisvalid
          and (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey
      )`.execute(get().database.kysely);
    expect(rows).toEqual([]);
  });

  it('leaves a tenant alone that takes nothing any more: no request, and no turn', async () => {
    await accepted();
    await tenants.suspend('acme', NOW);
    await expect(accepted()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const rules = { now: LATER, until: new Date(LATER.getTime() + 1_000) };
    expect(await stores.submissions.takeNextSubmission(rules)).toBeUndefined();
    const other = await accepted({ tenantId: 'bolt' });
    expect(await stores.submissions.takeNextSubmission(rules)).toMatchObject({ taskId: other.id });

    await tenants.resume('acme', NOW);
    expect(await stores.submissions.takeNextSubmission(rules)).toMatchObject({ tenantId: 'acme' });
    await tenants.startRemoval('acme', NOW);
    await expect(accepted()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('does not let a suspended tenant’s waiting tasks hold up the others', async () => {
    const slotsOf = (): number => 1;
    const rules = { now: NOW, until: LATER, slotsOf };
    const first = await stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW, rules);
    expect((await stores.submissions.accept(aNewTask(), NOW, rules)).lease).toBeUndefined();
    await tenants.suspend('acme', NOW);
    if (first.lease === undefined) throw new Error('it is not sent');
    await stores.outcomes.recordRefused(
      first.lease,
      { code: null, message: 'No.', retryable: false },
      NOW,
    );
    const next = await stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW, rules);
    expect(next.lease).toBeDefined();
  });

  it('goes by the tenant’s own limit of live tasks, and by the configured one without it', async () => {
    await tenants.setLimits('acme', { liveTasksMax: 1 });
    await accepted({ liveTasksMax: 2 });
    await expect(accepted({ liveTasksMax: 2 })).rejects.toMatchObject({
      code: 'TOO_MANY_LIVE_TASKS',
    });
    await tenants.setLimits('acme', { liveTasksMax: null });
    await accepted({ liveTasksMax: 2 });
    await expect(accepted({ liveTasksMax: 2 })).rejects.toMatchObject({
      code: 'TOO_MANY_LIVE_TASKS',
    });
    await tenants.setLimits('acme', { liveTasksMax: 3 });
    await accepted({ liveTasksMax: 2 });
  });
});
