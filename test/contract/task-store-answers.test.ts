import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { RunwayTaskState } from '../../src/domain/runway-answer.js';
import type { Creation } from '../../src/ports/submission/new-task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import { eachDatabase } from '../support/store/database.js';
import { acceptToSend, anAnswer, aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const LEASE = { now: NOW, until: after(60_000) };
const FAILURE = { code: 'X', message: 'It failed.', retryable: false };
const AVATAR: Creation = { kind: 'avatar', alias: null, runwaySlug: null, avatarId: null };
const ROUTER: Creation = {
  kind: 'router',
  alias: 'cheap',
  runwaySlug: 'acme-cheap',
  avatarId: null,
};

/** What Runway's first answer can tell, and what the store records of it at once. */
eachDatabase('TaskStore: an answer', (get) => {
  let stores: Stores;

  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  async function taken(overrides: Parameters<typeof aNewTask>[0] = {}): Promise<SubmissionLease> {
    return await acceptToSend(stores, aNewTask(overrides), LEASE);
  }

  async function resources() {
    return await get()
      .database.kysely.selectFrom('resources')
      .selectAll()
      .orderBy('runway_id')
      .execute();
  }

  it.each<[string, RunwayTaskState, number | null]>([
    ['SUCCEEDED', { status: 'SUCCEEDED', output: [] }, 0],
    ['SUCCEEDED without a known cost', { status: 'SUCCEEDED', output: [] }, null],
    ['FAILED', { status: 'FAILED', failure: FAILURE }, 0],
    ['CANCELLED', { status: 'CANCELLED' }, 0],
  ])(
    'that is already %s settles the task in one event and is never read',
    async (_, state, cost) => {
      const lease = await taken();
      const answer = anAnswer(NOW, { state, cost, pollDueAt: null });
      const settled = await stores.outcomes.recordAccepted(lease, answer, after(5));

      expect(settled).toMatchObject({
        state,
        cost,
        settledAt: after(5),
        runwayTaskId: answer.runwayTaskId,
      });
      expect(await stores.tasks.findTask('acme', lease.taskId)).toEqual(settled);
      expect(await stores.polls.nextDueAt()).toBeNull();
      const events = await stores.events.listEvents('acme', { after: 0, limit: 9 });
      expect(events.map(({ number, task }) => [number, task.state.status])).toEqual([
        [1, 'QUEUED'],
        [2, state.status],
      ]);
      const counter = await get()
        .database.kysely.selectFrom('budget_counters')
        .select(['reserved', 'spent'])
        .where('subject', '=', '')
        .where('period', '=', 'DAY')
        .executeTakeFirstOrThrow();
      expect(counter).toEqual({ reserved: 0, spent: cost ?? 60 });
    },
  );

  it('without an id settles a task that has none', async () => {
    const lease = await taken({ runwayTaskKind: 'voicePreview' });
    const answer = anAnswer(NOW, {
      runwayTaskId: null,
      state: { status: 'SUCCEEDED', output: [] },
      pollDueAt: null,
    });
    expect(await stores.outcomes.recordAccepted(lease, answer, NOW)).toMatchObject({
      runwayTaskId: null,
    });
  });

  it('that is RUNNING is read on', async () => {
    const state = { status: 'RUNNING', progress: 0.25, output: [] } as const;
    const lease = await taken();
    expect(
      await stores.outcomes.recordAccepted(lease, anAnswer(after(9), { state }), NOW),
    ).toMatchObject({
      state,
      settledAt: null,
    });
    expect(await stores.polls.nextDueAt()).toEqual(after(9));
  });

  it('makes what it names the tenant’s, and its creator the owner', async () => {
    const lease = await taken({ createdBy: 'key:maker', creates: ROUTER });
    expect(lease.creates).toEqual(ROUTER);
    const answer = anAnswer(NOW, { runwayTaskId: 'rt-1', resource: lease.creates });
    await stores.outcomes.recordAccepted(lease, answer, after(3));

    expect(await resources()).toEqual([
      {
        tenant_id: 'acme',
        kind: 'router',
        runway_account: 'default',
        runway_id: 'rt-1',
        alias: 'cheap',
        runway_slug: 'acme-cheap',
        parent_id: null,
        owner: 'key:maker',
        granted_at: null,
        created_at: after(3),
      },
    ]);
  });

  it('makes a conversation of a live session, with its avatar', async () => {
    const session: Creation = {
      kind: 'realtimeSession',
      alias: null,
      runwaySlug: null,
      avatarId: 'av-1',
    };
    const lease = await taken({ creates: session });
    await stores.outcomes.recordAccepted(
      lease,
      anAnswer(NOW, { runwayTaskId: 's-1', resource: session }),
      NOW,
    );

    const made = (await resources()).map(({ kind, runway_id, parent_id }) => [
      kind,
      runway_id,
      parent_id,
    ]);
    expect(new Set(made)).toEqual(
      new Set([
        ['realtimeSession', 's-1', null],
        ['avatarConversation', 's-1', 'av-1'],
      ]),
    );
  });

  it('leaves a resource to the owner that it has already', async () => {
    const ours = await taken({ creates: AVATAR });
    const theirs = await taken({ tenantId: 'bolt', creates: AVATAR });
    const answer = anAnswer(NOW, { runwayTaskId: 'av-1', resource: AVATAR });
    await stores.outcomes.recordAccepted(ours, answer, NOW);

    expect(await stores.outcomes.recordAccepted(theirs, answer, NOW)).toMatchObject({
      tenantId: 'bolt',
    });
    expect(await resources()).toMatchObject([{ tenant_id: 'acme', runway_id: 'av-1' }]);
  });

  it('under a stale fence gives no tenant a resource', async () => {
    const stale = await taken({ creates: AVATAR });
    const until = after(1_000).toISOString();
    await stores.outcomes.recordDeferred(stale, { reason: 'RUNWAY_RATE_LIMITED', until }, NOW);
    await stores.submissions.takeNextSubmission({ now: after(1_000), until: after(61_000) });

    const answer = anAnswer(NOW, { resource: AVATAR });
    expect(await stores.outcomes.recordAccepted(stale, answer, NOW)).toBeUndefined();
    expect(await resources()).toEqual([]);
  });

  it('finds what it makes where another process takes the submission', async () => {
    await stores.submissions.accept(aNewTask({ creates: AVATAR }), NOW);
    expect((await stores.submissions.takeNextSubmission(LEASE))?.creates).toEqual(AVATAR);
  });
});
