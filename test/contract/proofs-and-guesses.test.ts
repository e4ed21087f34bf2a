import { PostgresResourceStore } from '../../src/adapters/postgres/resources/postgres-resource-store.js';
import { PostgresSettlementStore } from '../../src/adapters/postgres/settlement/postgres-settlement-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Task } from '../../src/domain/task/task.js';
import type { PollStore } from '../../src/ports/tasks/poll-store.js';
import type { Creation, NewTask } from '../../src/ports/submission/new-task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import { eachDatabase } from '../support/store/database.js';
import { acceptToSend, anAnswer, aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const FAILURE = { code: 'NOT_SUBMITTED', message: 'It was never sent.', retryable: true };
const REFUSAL = { code: 'RUNWAY_REFUSED', message: 'Refused.', retryable: false };
const WAITING = { reason: 'RUNWAY_RATE_LIMITED', until: NOW.toISOString() } as const;
const AVATAR: Creation = { kind: 'avatar', alias: null, runwaySlug: null, avatarId: null };
const FIRST_PAGE = { first: 10, after: null };
const BY = 'key:boss';

// Guarantee: a person's guess about a request gives way to Runway's answer, whichever came first;
// no credit is lost or counted twice (the ledger is checked after each test).
eachDatabase('D21: a guess about a request', (get) => {
  let settlements: PostgresSettlementStore;
  let stores: Stores;
  let resources: PostgresResourceStore;
  let lease: SubmissionLease;

  beforeEach(async () => {
    settlements = new PostgresSettlementStore(get().database);
    stores = storesOf(get().database);
    resources = new PostgresResourceStore(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  /** An UNCONFIRMED task, whose answer a node still holds under `lease`. */
  async function lost(overrides: Partial<NewTask> = {}): Promise<string> {
    const rules = { now: NOW, until: after(60_000) };
    lease = await acceptToSend(stores, aNewTask(overrides), rules);
    expect(await stores.submissions.expireSending(after(60_001))).toHaveLength(1);
    return lease.taskId;
  }

  const proved = (runwayTaskId: string, more: object = {}) =>
    stores.outcomes.recordAccepted(lease, anAnswer(after(9), { runwayTaskId, ...more }), after(8));

  const find = (id: string): Promise<Task | undefined> => stores.tasks.findTask('acme', id);

  async function statuses(id: string): Promise<string[]> {
    const events = await stores.events.listEvents('acme', { after: 0, limit: 50, taskId: id });
    return events.map(({ task }) => task.state.status);
  }

  async function rowOf(id: string) {
    const { kysely } = get().database;
    return await kysely
      .selectFrom('tasks')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  }

  async function holding() {
    return await get()
      .database.kysely.selectFrom('budget_counters')
      .select(['reserved', 'spent'])
      .where('subject', '=', '')
      .where('period', '=', 'DAY')
      .executeTakeFirstOrThrow();
  }

  const avatarsOf = async (ids: readonly string[]) =>
    (await resources.findOwned('acme', 'avatar', ids)).map(({ runwayId }) => runwayId);

  it('is reopened where it was said never to have been sent', async () => {
    const id = await lost();
    await settlements.dismiss(id, FAILURE, after(5), BY);
    expect(await holding()).toEqual({ reserved: 0, spent: 0 });

    const reopened = await proved('rw-1', { estimate: { credits: 70, source: 'RUNWAY' } });
    expect(reopened).toMatchObject({
      state: { status: 'PENDING' },
      runwayTaskId: 'rw-1',
      estimate: { credits: 70 },
      cost: null,
      settledAt: null,
    });
    expect(await find(id)).toEqual(reopened);
    expect(await statuses(id)).toEqual(['QUEUED', 'UNCONFIRMED', 'FAILED', 'PENDING']);
    expect(await holding()).toEqual({ reserved: 70, spent: 0 });
    expect(await stores.polls.nextDueAt()).toEqual(after(9));
    expect(await rowOf(id)).toMatchObject({
      guessed_by: null,
      decisions: [
        {
          at: after(5).toISOString(),
          by: BY,
          what: 'dismissed',
          before: { status: 'UNCONFIRMED', runwayTaskId: null, cost: null },
          after: { status: 'FAILED', runwayTaskId: null, cost: 0 },
        },
        {
          at: after(8).toISOString(),
          by: 'runway',
          what: 'proved',
          before: { status: 'FAILED', runwayTaskId: null, cost: 0 },
          after: { status: 'PENDING', runwayTaskId: 'rw-1', cost: null },
        },
      ],
    });
    // The same answer once more, and one that is none of this lease, change nothing.
    expect(await proved('rw-1')).toBeUndefined();
    expect(await stores.outcomes.recordRefused(lease, REFUSAL, after(10))).toBeUndefined();
    expect(await find(id)).toEqual(reopened);
    expect(await statuses(id)).toHaveLength(4);
  });

  it('is settled at once where Runway’s answer is the whole of it', async () => {
    const id = await lost({ runwayTaskKind: 'document', creates: { ...AVATAR, kind: 'document' } });
    await settlements.dismiss(id, FAILURE, after(5), BY);
    const state = { status: 'SUCCEEDED', output: [] } as const;
    const resource = { ...AVATAR, kind: 'document' } as const;
    const more = { state, cost: 0, pollDueAt: null, resource };
    expect(await proved('dc-1', more)).toMatchObject({ state, cost: 0, settledAt: after(5) });
    expect(await stores.polls.nextDueAt()).toBeNull();
    expect(await resources.findOwned('acme', 'document', ['dc-1'])).toHaveLength(1);
  });

  it('is not touched under another fence', async () => {
    const id = await lost();
    await settlements.dismiss(id, FAILURE, after(5), BY);
    const before = await find(id);
    const stale = { ...lease, fence: lease.fence - 1 };
    expect(await stores.outcomes.recordAccepted(stale, anAnswer(NOW), after(6))).toBeUndefined();
    expect(await find(id)).toEqual(before);
    expect(await rowOf(id)).toMatchObject({ guessed_by: BY });
  });

  it('follows the proved id instead of the one that was named, and drops what was made under it', async () => {
    const id = await lost({ operation: 'createAvatar', runwayTaskKind: 'avatar', creates: AVATAR });
    await settlements.confirm(id, 'wrong', after(5), BY);
    expect(await avatarsOf(['wrong', 'right'])).toEqual(['wrong']);
    const [poll] = await stores.polls.takeDuePolls({
      now: after(6),
      until: after(60_000),
      limit: 1,
    });
    if (poll === undefined) throw new Error('not due');

    expect(await proved('right', { resource: AVATAR })).toMatchObject({ runwayTaskId: 'right' });
    expect(await avatarsOf(['wrong', 'right'])).toEqual(['right']);
    // What the wrong one was read as is not written.
    const read = { estimate: null, cost: 5, missingCount: 0, nextPollAt: NOW };
    const state = { status: 'SUCCEEDED', output: [] } as const;
    expect(await stores.polls.recordRead(poll, { ...read, state }, after(9))).toBeUndefined();
    expect(await find(id)).toMatchObject({ state: { status: 'PENDING' }, cost: null });
  });

  it('is proved without an event where the right id was named', async () => {
    const id = await lost({ operation: 'createAvatar', runwayTaskKind: 'avatar', creates: AVATAR });
    const confirmed = await settlements.confirm(id, 'rw-1', after(5), BY);
    expect(await proved('rw-1', { resource: AVATAR })).toEqual(confirmed);
    expect(await statuses(id)).toEqual(['QUEUED', 'UNCONFIRMED', 'PENDING']);
    expect(await rowOf(id)).toMatchObject({ guessed_by: null });
    expect(await settlements.correctId(id, 'other', after(9), BY)).toBe('conflict');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['refused', () => stores.outcomes.recordRefused(lease, REFUSAL, after(8))],
    ['deferred', () => stores.outcomes.recordDeferred(lease, WAITING, after(8))],
    ['discarded', () => stores.outcomes.discard(lease, REFUSAL, after(8))],
  ])('has FAILED at no cost where an id was named and Runway has %s it', async (_, record) => {
    const id = await lost({ operation: 'createAvatar', runwayTaskKind: 'avatar', creates: AVATAR });
    await settlements.confirm(id, 'wrong', after(5), BY);
    await record();
    expect(await find(id)).toMatchObject({
      state: { status: 'FAILED' },
      runwayTaskId: null,
      cost: 0,
      settledAt: after(8),
    });
    expect(await avatarsOf(['wrong'])).toEqual([]);
    expect(await stores.polls.nextDueAt()).toBeNull();
    expect(await holding()).toEqual({ reserved: 0, spent: 0 });
    // Nothing of it is ever sent again.
    expect(
      await stores.submissions.takeNextSubmission({ now: after(99), until: after(999) }),
    ).toBeUndefined();
  });

  it('was right where Runway has not accepted what was said never to have been sent', async () => {
    const id = await lost();
    const dismissed = await settlements.dismiss(id, FAILURE, after(5), BY);
    await stores.outcomes.recordRefused(lease, REFUSAL, after(8));
    expect(await find(id)).toEqual(dismissed);
    expect(await rowOf(id)).toMatchObject({ guessed_by: null });
  });

  describe('of a task that its owner has deleted since', () => {
    it('counts what Runway charges for it, and an operator can set that', async () => {
      const id = await lost();
      await settlements.dismiss(id, FAILURE, after(5), BY);
      await stores.tasks.deleteTask('acme', id, after(6));
      expect(await proved('rw-1')).toBeUndefined();

      expect(await find(id)).toBeUndefined();
      expect(await holding()).toEqual({ reserved: 0, spent: 60 });
      const { tasks } = await settlements.listOpen('COST', FIRST_PAGE);
      expect(tasks).toMatchObject([{ task: { id, runwayTaskId: 'rw-1', cost: null } }]);
      // Once.
      await proved('rw-1');
      expect(await holding()).toEqual({ reserved: 0, spent: 60 });

      const before = (await stores.events.eventRange('acme')).newest;
      expect(await settlements.adjustCost(id, 12.5, after(9), BY)).toMatchObject({ cost: 12.5 });
      expect(await holding()).toEqual({ reserved: 0, spent: 12.5 });
      expect((await settlements.listOpen('COST', FIRST_PAGE)).tasks).toEqual([]);
      expect((await stores.events.eventRange('acme')).newest).toBe(before);
      expect(await settlements.adjustCost(id, 13, after(9), BY)).toBe('conflict');
      expect(await settlements.correctCost(id, 13, after(9), BY)).toMatchObject({ cost: 13 });
      expect(await holding()).toEqual({ reserved: 0, spent: 13 });
      expect((await rowOf(id)).decisions?.map(({ what }) => what)).toEqual([
        'dismissed',
        'proved',
        'costSet',
        'costSet',
      ]);
    });
  });

  describe('is corrected by an operator', () => {
    it('from never sent to an id, and to another, and back', async () => {
      const id = await lost({
        operation: 'createAvatar',
        runwayTaskKind: 'avatar',
        creates: AVATAR,
      });
      expect(await settlements.correctId(id, 'a', after(4), BY)).toBe('conflict');
      await settlements.dismiss(id, FAILURE, after(5), BY);
      expect(await settlements.correctToUnsubmitted(id, FAILURE, after(6), BY)).toBe('conflict');

      expect(await settlements.correctId(id, 'a', after(6), BY)).toMatchObject({
        state: { status: 'PENDING' },
        runwayTaskId: 'a',
        settledAt: null,
        cost: null,
      });
      expect(await holding()).toEqual({ reserved: 60, spent: 0 });
      expect(await settlements.correctId(id, 'a', after(7), BY)).toBe('conflict');
      expect(await settlements.correctId(id, 'b', after(7), BY)).toMatchObject({
        runwayTaskId: 'b',
      });
      expect(await avatarsOf(['a', 'b'])).toEqual(['b']);

      expect(await settlements.correctToUnsubmitted(id, FAILURE, after(8), BY)).toMatchObject({
        state: { status: 'FAILED', failure: FAILURE },
        runwayTaskId: null,
        cost: 0,
      });
      expect(await avatarsOf(['b'])).toEqual([]);
      expect(await holding()).toEqual({ reserved: 0, spent: 0 });
      // And Runway has the last word.
      expect(await proved('c', { resource: AVATAR })).toMatchObject({ runwayTaskId: 'c' });
    });

    it('but not to an id that another task has, nor where Runway has named it', async () => {
      const other = await lost();
      await proved('taken');
      const id = await lost();
      await settlements.dismiss(id, FAILURE, after(5), BY);
      expect(await settlements.correctId(id, 'taken', after(6), BY)).toBe('conflict');
      expect(await settlements.correctId(other, 'free', after(6), BY)).toBe('conflict');
      expect(await settlements.correctToUnsubmitted(other, FAILURE, after(6), BY)).toBe('conflict');
      expect(await settlements.correctId('no id', 'free', after(6), BY)).toBe('missing');
    });

    it('in what it has cost, once it has settled', async () => {
      const id = await lost();
      expect(await settlements.correctCost(id, 5, after(6), BY)).toBe('conflict');
      await settlements.dismiss(id, FAILURE, after(5), BY);
      expect(await settlements.correctCost(id, 5, after(6), BY)).toMatchObject({ cost: 5 });
      expect(await holding()).toEqual({ reserved: 0, spent: 5 });
    });
  });
});

eachDatabase('D28: a live task that reads make no sense of', (get) => {
  let settlements: PostgresSettlementStore;
  let stores: Stores;
  let id: string;

  beforeEach(async () => {
    settlements = new PostgresSettlementStore(get().database);
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme');
    const rules = { now: NOW, until: after(60_000) };
    const lease = await acceptToSend(stores, aNewTask(), rules);
    id = lease.taskId;
    await stores.outcomes.recordAccepted(lease, anAnswer(NOW, { runwayTaskId: 'rw-1' }), NOW);
  });

  const DOUBT = { senselessReads: 3, unknownReads: 0, since: NOW };
  const NOTHING = { state: null, estimate: null, cost: null, missingCount: 0, nextPollAt: NOW };
  const AT = { now: after(5), acceptedBefore: after(-86_400_000) };

  async function read(what: Partial<Parameters<PollStore['recordRead']>[1]>) {
    const [poll] = await stores.polls.takeDuePolls({ now: NOW, until: after(60_000), limit: 1 });
    if (poll === undefined) throw new Error('not due');
    return await stores.polls.recordRead(poll, { ...NOTHING, ...what }, NOW);
  }

  it('keeps what they have left open, until one makes sense', async () => {
    await read({ doubt: DOUBT });
    const [poll] = await stores.polls.takeDuePolls({ now: NOW, until: after(60_000), limit: 1 });
    expect(poll?.doubt).toEqual(DOUBT);
    expect((await settlements.listOpen('STATE', FIRST_PAGE)).tasks).toMatchObject([
      { task: { id } },
    ]);
    if (poll !== undefined) await stores.polls.recordRead(poll, NOTHING, NOW);
    expect((await settlements.listOpen('STATE', FIRST_PAGE)).tasks).toEqual([]);
  });

  it('is ended by an operator at an unknown cost, and followed again when that was wrong', async () => {
    expect(await settlements.end(id, FAILURE, AT, BY)).toBe('conflict');
    await read({ doubt: DOUBT });
    expect(await settlements.end(id, FAILURE, AT, BY)).toMatchObject({
      state: { status: 'FAILED', failure: FAILURE },
      runwayTaskId: 'rw-1',
      cost: null,
      settledAt: after(5),
    });
    expect(await stores.polls.nextDueAt()).toBeNull();
    expect((await settlements.listOpen('STATE', FIRST_PAGE)).tasks).toEqual([]);
    expect((await settlements.listOpen('COST', FIRST_PAGE)).tasks).toMatchObject([
      { task: { id } },
    ]);

    // Its id is proved: another one is none of its.
    expect(await settlements.correctId(id, 'other', after(6), BY)).toBe('conflict');
    expect(await settlements.correctToUnsubmitted(id, FAILURE, after(6), BY)).toBe('conflict');
    expect(await settlements.correctId(id, 'rw-1', after(6), BY)).toMatchObject({
      state: { status: 'PENDING' },
      settledAt: null,
    });
    expect(await stores.polls.nextDueAt()).toEqual(after(6));
    expect(await settlements.correctId(id, 'rw-1', after(7), BY)).toBe('conflict');
  });

  it('is ended when it is older than any task gets, whatever its reads tell', async () => {
    const acceptedBefore = after(1);
    expect(await settlements.end(id, FAILURE, { ...AT, acceptedBefore }, BY)).toMatchObject({ id });
    expect(await settlements.end(id, FAILURE, { ...AT, acceptedBefore }, BY)).toBe('conflict');
  });

  it('is given up with a record of it', async () => {
    const state = { status: 'FAILED', failure: FAILURE } as const;
    expect(await read({ state, isGuess: true })).toMatchObject({ state, cost: null });
    const row = await get()
      .database.kysely.selectFrom('tasks')
      .select(['guessed_by', 'decisions'])
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ guessed_by: 'gateway', decisions: [{ what: 'givenUp' }] });
  });
});
