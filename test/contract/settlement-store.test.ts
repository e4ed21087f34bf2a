import { randomUUID } from 'node:crypto';

import { PostgresResourceStore } from '../../src/adapters/postgres/resources/postgres-resource-store.js';
import { PostgresSettlementStore } from '../../src/adapters/postgres/settlement/postgres-settlement-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Task } from '../../src/domain/task/task.js';
import type { NewTask } from '../../src/ports/submission/new-task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import { eachDatabase } from '../support/store/database.js';
import { acceptToSend, anAnswer, aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const FAILURE = { code: 'NOT_SUBMITTED', message: 'It was never sent.', retryable: true };
const aGrant = (tenantId: string, runwayId: string) =>
  ({
    tenantId,
    kind: 'voice',
    runwayAccount: 'default',
    runwayId,
    alias: null,
    runwaySlug: null,
    parentId: null,
    owner: 'operator',
    createdAt: NOW,
    grantedAt: NOW,
  }) as const;
const FIRST_PAGE = { first: 10, after: null };

eachDatabase('SettlementStore', (get) => {
  let settlements: PostgresSettlementStore;
  let stores: Stores;
  let resources: PostgresResourceStore;

  beforeEach(async () => {
    settlements = new PostgresSettlementStore(get().database);
    stores = storesOf(get().database);
    resources = new PostgresResourceStore(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  async function taken(overrides: Partial<NewTask> = {}, now = NOW): Promise<SubmissionLease> {
    return await acceptToSend(stores, aNewTask(overrides), { now, until: after(60_000) });
  }

  async function unconfirmed(overrides: Partial<NewTask> = {}, now = NOW): Promise<Task> {
    const task = await stores.outcomes.recordUnconfirmed(await taken(overrides, now), 'reset', now);
    if (task === undefined) throw new Error('not recorded');
    return task;
  }

  /** Cancelled at Runway: its cost cannot be read. */
  async function costless(): Promise<Task> {
    const lease = await taken();
    const answer = anAnswer(NOW);
    await stores.outcomes.recordAccepted(lease, answer, NOW);
    const [poll] = await stores.polls.takeDuePolls({ now: NOW, until: after(60_000), limit: 1 });
    if (poll === undefined) throw new Error('not due');
    const read = { estimate: null, cost: null, missingCount: 0, nextPollAt: NOW };
    const task = await stores.polls.recordRead(
      poll,
      { ...read, state: { status: 'CANCELLED' } },
      NOW,
    );
    if (task === undefined) throw new Error('not recorded');
    return task;
  }

  const newest = async () => (await stores.events.eventRange('acme')).newest;

  describe('listOpen', () => {
    it('shows unconfirmed tasks of all tenants, newest first, with the time of sending and the detail', async () => {
      const older = await unconfirmed();
      const newer = await unconfirmed({ tenantId: 'bolt' }, after(1));
      await taken();
      await costless();

      expect(await settlements.listOpen('SUBMISSION', FIRST_PAGE)).toEqual({
        tasks: [
          { task: newer, sentAt: after(1), detail: 'reset' },
          { task: older, sentAt: NOW, detail: 'reset' },
        ],
        hasNextPage: false,
      });
    });

    it('goes on behind a place', async () => {
      const older = await unconfirmed();
      const newer = await unconfirmed({}, after(1));
      const first = await settlements.listOpen('SUBMISSION', { first: 1, after: null });
      expect(first).toMatchObject({ tasks: [{ task: { id: newer.id } }], hasNextPage: true });
      const rest = await settlements.listOpen('SUBMISSION', { first: 1, after: newer });
      expect(rest).toMatchObject({ tasks: [{ task: { id: older.id } }], hasNextPage: false });
    });

    it('shows settled tasks whose cost is unknown', async () => {
      const task = await costless();
      await unconfirmed();
      const { tasks } = await settlements.listOpen('COST', FIRST_PAGE);
      expect(tasks).toEqual([{ task, sentAt: NOW, detail: null }]);
      await settlements.adjustCost(task.id, 0, NOW);
      expect((await settlements.listOpen('COST', FIRST_PAGE)).tasks).toEqual([]);
    });
  });

  describe('confirm', () => {
    it('makes it PENDING under Runway’s id, to be read at once, with an event', async () => {
      const task = await unconfirmed();
      const before = await newest();
      const confirmed = await settlements.confirm(task.id, 'rw-7', after(5));

      expect(confirmed).toEqual({ ...task, state: { status: 'PENDING' }, runwayTaskId: 'rw-7' });
      expect(await stores.tasks.findTask('acme', task.id)).toEqual(confirmed);
      expect(await stores.polls.nextDueAt()).toEqual(after(5));
      expect((await newest()) - before).toBe(1);
    });

    // Guarantee: no operator's slip shows one tenant's output to another, or bills it twice.
    it('refuses an id that another task has, of whichever account', async () => {
      const [ours, theirs] = [await unconfirmed(), await unconfirmed({ tenantId: 'bolt' })];
      await settlements.confirm(theirs.id, 'rw-7', NOW);
      expect(await settlements.confirm(ours.id, 'rw-7', NOW)).toBe('conflict');
      expect(await stores.tasks.findTask('acme', ours.id)).toEqual(ours);
      const elsewhere = await unconfirmed({ runwayAccount: 'another' });
      expect(await settlements.confirm(elsewhere.id, 'rw-7', NOW)).toBe('conflict');
    });
  });

  // Guarantee: what one tenant's request has made is never taken for another's.
  describe('confirmFound', () => {
    const aVoice = (tenantId: string, name: string) =>
      ({
        tenantId,
        operation: 'createVoice',
        runwayTaskKind: 'voice',
        request: { pathIds: [], body: { name } },
        creates: { kind: 'voice', alias: null, runwaySlug: null, avatarId: null },
      }) as const;
    const voiceOf = async (tenantId: string, id: string) =>
      (await resources.findOwned(tenantId, 'voice', [id])).length;

    it('gives what was made to its tenant', async () => {
      const lost = await unconfirmed(aVoice('acme', 'Ada'));
      await unconfirmed(aVoice('bolt', 'Bea'));
      expect(await settlements.hasTwin(lost.id)).toBe(false);
      expect(await settlements.confirmFound(lost.id, 'rw-7', after(5))).toMatchObject({
        state: { status: 'PENDING' },
        runwayTaskId: 'rw-7',
      });
      expect(await voiceOf('acme', 'rw-7')).toBe(1);
    });

    it('refuses while any tenant’s request of that kind and name is on its way', async () => {
      const lost = await unconfirmed(aVoice('acme', 'Ada'));
      // Sent after Runway was asked for its list.
      const lease = await taken(aVoice('bolt', 'Ada'));
      expect(await settlements.hasTwin(lost.id)).toBe(true);
      expect(await settlements.confirmFound(lost.id, 'rw-7', NOW)).toBe('conflict');
      await stores.outcomes.recordUnconfirmed(lease, 'reset', NOW);
      expect(await settlements.confirmFound(lost.id, 'rw-7', NOW)).toBe('conflict');
      expect(await stores.tasks.findTask('acme', lost.id)).toEqual(lost);
    });

    it('refuses what another request has made meanwhile', async () => {
      const lost = await unconfirmed(aVoice('acme', 'Ada'));
      const lease = await taken(aVoice('bolt', 'Ada'));
      const answer = anAnswer(NOW, { runwayTaskId: 'rw-7', resource: lease.creates });
      await stores.outcomes.recordAccepted(lease, answer, NOW);
      expect(await settlements.hasTwin(lost.id)).toBe(false);
      expect(await settlements.confirmFound(lost.id, 'rw-7', NOW)).toBe('conflict');
    });

    it.each(['confirm', 'confirmFound'] as const)(
      '%s refuses another tenant’s thing, and takes what the tenant was given',
      async (confirm) => {
        const lost = await unconfirmed(aVoice('acme', 'Ada'));
        await resources.record(aGrant('bolt', 'theirs'));
        await resources.record(aGrant('acme', 'ours'));
        expect(await settlements[confirm](lost.id, 'theirs', NOW)).toBe('conflict');
        expect(await settlements[confirm](lost.id, 'ours', NOW)).toMatchObject({ id: lost.id });
        expect(await voiceOf('bolt', 'theirs')).toBe(1);
      },
    );
  });

  it('lists lost creations by when they were sent, page by page', async () => {
    const kinds = ['voice'] as const;
    const voice = { runwayTaskKind: 'voice', creates: null } as const;
    const first = await unconfirmed(voice, after(1));
    const second = await unconfirmed(voice, after(2));
    await unconfirmed(voice, after(-1));
    await unconfirmed({}, after(3));
    await taken(voice, after(4));
    const page = { sentFrom: NOW, first: 1, after: null };
    const listed = await settlements.listLost(kinds, page);
    expect(listed.map(({ task }) => task.id)).toEqual([first.id]);
    const place = { sentAt: after(1), id: first.id };
    const rest = await settlements.listLost(kinds, { ...page, first: 5, after: place });
    expect(rest.map(({ task }) => task.id)).toEqual([second.id]);
  });

  describe('dismiss', () => {
    it('makes it FAILED at no cost', async () => {
      const lease = await taken();
      await stores.outcomes.recordUnconfirmed(lease, 'reset', NOW);
      const dismissed = await settlements.dismiss(lease.taskId, FAILURE, after(5));

      expect(dismissed).toMatchObject({
        state: { status: 'FAILED', failure: FAILURE },
        cost: 0,
        settledAt: after(5),
      });
    });
  });

  describe('adjustCost', () => {
    it('sets the cost of a settled task once, with an event', async () => {
      const task = await costless();
      const before = await newest();
      expect(await settlements.adjustCost(task.id, 12.5, after(5))).toEqual({
        ...task,
        cost: 12.5,
      });
      expect((await newest()) - before).toBe(1);
      expect(await settlements.adjustCost(task.id, 13, after(6))).toBe('conflict');
    });
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['confirm', (id) => settlements.confirm(id, 'rw-1', NOW)],
    ['dismiss', (id) => settlements.dismiss(id, FAILURE, NOW)],
    ['adjustCost', (id) => settlements.adjustCost(id, 1, NOW)],
  ])('%s: missing where there is no task, a conflict in another state', async (_name, settle) => {
    const { task } = await stores.submissions.accept(aNewTask(), NOW);
    expect(await settle(task.id)).toBe('conflict');
    expect(await settle(randomUUID())).toBe('missing');
    expect(await settle('no id')).toBe('missing');
    expect(await stores.tasks.findTask('acme', task.id)).toEqual(task);
  });

  describe('findRequest', () => {
    it('is the request as it would be sent, for its tenant alone', async () => {
      const asked = aNewTask({ request: { pathIds: ['w'], body: { promptText: 'a fox' } } });
      const { task } = await stores.submissions.accept(asked, NOW);
      expect(await settlements.findRequest('acme', task.id)).toEqual({
        task,
        sdkMethod: asked.sdkMethod,
        request: asked.request,
      });
      expect(await settlements.findRequest('bolt', task.id)).toBeUndefined();
      expect(await settlements.findRequest('acme', 'no id')).toBeUndefined();
    });
  });
});
