import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Task } from '../../src/domain/task/task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import { eachSetup } from '../support/store/database.js';
import { aKey, anAnswer, aNewTask, createTenants } from '../support/store/new-task.js';
import { readSubmission } from '../support/store/stored-values.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const LEASE = { now: NOW, until: after(60_000) };
const FAILURE = { code: 'RUNWAY_REFUSED', message: 'Refused.', retryable: false };
const DEFERRAL = { reason: 'RUNWAY_RATE_LIMITED', until: after(1_000).toISOString() } as const;
const ANSWER = anAnswer(after(5_000), { runwayTaskId: 'rw-1' });
const DATA_URI = 'data:image/png;base64,aGVsbG8=';
/** SHA-256 of "hello". */
const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const OMITTED = { omitted: 'data URI', sha256: HELLO, bytes: 5 };

eachSetup('TaskStore: submissions', (get) => {
  let stores: Stores;

  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt', 'core');
  });

  /** Set where tasks are sent as they are accepted, instead of in their turn. */
  let atOnce: Map<string, SubmissionLease> | undefined;

  async function accepted(overrides: Parameters<typeof aNewTask>[0] = {}): Promise<Task> {
    const { task, lease } = await stores.submissions.accept(
      aNewTask(overrides),
      NOW,
      atOnce && LEASE,
    );
    if (lease !== undefined) atOnce?.set(task.id, lease);
    return task;
  }

  async function taken(taskId: string, rules = LEASE): Promise<SubmissionLease> {
    const submission = atOnce?.get(taskId) ?? (await stores.submissions.takeNextSubmission(rules));
    atOnce?.delete(taskId);
    if (submission?.taskId !== taskId) throw new Error('The submission could not be taken');
    return submission;
  }

  async function submissionOf(taskId: string) {
    return await readSubmission(get().database, taskId);
  }

  async function reserved(taskId: string): Promise<number> {
    const row = await get()
      .database.kysely.selectFrom('tasks')
      .select('reserved_credits')
      .where('id', '=', taskId)
      .executeTakeFirstOrThrow();
    return row.reserved_credits;
  }

  describe('accept', () => {
    it('stores the task as it was asked for, with its reservation', async () => {
      const asked = aNewTask({
        label: 'first',
        estimate: { credits: 12.5, source: 'MAXIMUM' },
        traceparent: TRACEPARENT,
      });
      const { task, replayed } = await stores.submissions.accept(asked, NOW);

      expect(replayed).toBe(false);
      expect(task).toEqual({
        id: asked.id,
        tenantId: 'acme',
        operation: 'createTextToVideo',
        model: 'gen4.5',
        label: 'first',
        state: { status: 'QUEUED', waitingFor: null },
        runwayAccount: 'default',
        runwayTaskId: null,
        runwayTaskKind: 'task',
        input: { promptText: 'a fox' },
        estimate: { credits: 12.5, source: 'MAXIMUM' },
        cost: null,
        cancelRequestedAt: null,
        createdAt: NOW,
        settledAt: null,
        traceparent: TRACEPARENT,
      });
      expect(await stores.tasks.findTask('acme', asked.id)).toEqual(task);
      expect(await reserved(asked.id)).toBe(12.5);
    });

    it('returns the first task for the same key and fingerprint', async () => {
      const first = await stores.submissions.accept(aNewTask({ idempotency: aKey('k', NOW) }), NOW);
      const second = await stores.submissions.accept(
        aNewTask({ idempotency: aKey('k', NOW) }),
        after(1),
      );

      expect(second).toEqual({ task: first.task, replayed: true });
      expect(await stores.tasks.findTaskByKey('acme', 'k')).toEqual(first.task);
    });

    it('refuses the same key with another fingerprint and keeps nothing of it', async () => {
      await accepted({ idempotency: aKey('k', NOW) });
      const other = aNewTask({ idempotency: aKey('k', NOW, 'other') });

      await expect(stores.submissions.accept(other, NOW)).rejects.toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect(await stores.tasks.findTask('acme', other.id)).toBeUndefined();
    });

    it('keeps the same key of two tenants apart', async () => {
      const ours = await accepted({ idempotency: aKey('k', NOW) });
      const theirs = await accepted({ tenantId: 'bolt', idempotency: aKey('k', NOW) });

      expect(theirs.id).not.toBe(ours.id);
      expect((await stores.tasks.findTaskByKey('bolt', 'k'))?.id).toBe(theirs.id);
    });

    it('gives an expired key to the next task, once the first has settled', async () => {
      const first = await accepted({ idempotency: aKey('k', NOW) });
      const early = after(86_399_999);
      await stores.tasks.requestCancel('acme', first.id, early);
      const later = after(86_400_000);
      const second = await stores.submissions.accept(
        aNewTask({ idempotency: aKey('k', later, 'x') }),
        later,
      );

      expect(second.replayed).toBe(false);
      expect((await stores.tasks.findTaskByKey('acme', 'k'))?.id).toBe(second.task.id);
    });

    // Guarantee: a repeat buys nothing while the first request may still be sent, however late.
    it('keeps the key of a task that has not settled, however old', async () => {
      const first = await accepted({ idempotency: aKey('k', NOW) });
      const later = after(30 * 86_400_000);
      const second = await stores.submissions.accept(
        aNewTask({ idempotency: aKey('k', later) }),
        later,
      );

      expect(second).toMatchObject({ replayed: true, task: { id: first.id } });
    });

    it('makes one task of twenty that come at once with the same key', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          stores.submissions.accept(aNewTask({ idempotency: aKey('k', NOW) }), NOW),
        ),
      );

      expect(new Set(answers.map(({ task }) => task.id)).size).toBe(1);
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect((await stores.events.eventRange('acme')).newest).toBe(1);
    });

    it('refuses text that no database can store, with the rule', async () => {
      const refused = { code: 'BAD_USER_INPUT', issues: [{ rule: 'storableText' }] };
      const nul = { promptText: 'a\0b' };
      const half = { promptText: 'a\uD800b' };

      await expect(stores.submissions.accept(aNewTask({ input: nul }), NOW)).rejects.toMatchObject(
        refused,
      );
      await expect(stores.submissions.accept(aNewTask({ input: half }), NOW)).rejects.toMatchObject(
        refused,
      );
      await expect(
        stores.submissions.accept(aNewTask({ label: 'a\0b' }), NOW),
      ).rejects.toMatchObject(refused);
    });
  });

  describe('a lease to send', () => {
    const request = { pathIds: ['w1'], body: { promptText: 'a fox', seed: 4_294_967_295 } };
    const leaseOf = (taskId: string) => ({
      submissionId: expect.any(String) as string,
      taskId,
      tenantId: 'acme',
      operation: 'createTextToVideo',
      sdkMethod: 'textToVideo.create',
      runwayAccount: 'default',
      model: 'gen4.5',
      request,
      input: aNewTask().input,
      estimate: { credits: 60, source: 'PRICES' },
      creates: null,
      fence: 1,
      until: LEASE.until,
      attempt: 0,
      poolRefusals: null,
      traceparent: TRACEPARENT,
    });

    it('is given once, with the request as it was stored', async () => {
      const task = await accepted({ request, traceparent: TRACEPARENT });

      expect(await taken(task.id)).toEqual(leaseOf(task.id));
      expect(await stores.submissions.takeNextSubmission(LEASE)).toBeUndefined();
    });

    it('is for the account that what was queued has been moved to, and nothing else is', async () => {
      const sending = await taken((await accepted()).id);
      const task = await accepted();

      expect(await stores.queue.moveQueued('new')).toBe(1);
      expect(await stores.queue.moveQueued('new')).toBe(0);
      expect((await taken(task.id)).runwayAccount).toBe('new');
      expect((await stores.tasks.findTask('acme', task.id))?.runwayAccount).toBe('new');
      expect((await stores.tasks.findTask('acme', sending.taskId))?.runwayAccount).toBe('default');
    });

    it('is given with the acceptance to who wants to send at once', async () => {
      const { task, replayed, lease } = await stores.submissions.accept(
        aNewTask({ request, traceparent: TRACEPARENT }),
        NOW,
        LEASE,
      );

      expect(replayed).toBe(false);
      expect(task.state).toEqual({ status: 'QUEUED', waitingFor: null });
      expect(await stores.tasks.findTask('acme', task.id)).toEqual(task);
      expect(lease).toEqual({
        ...leaseOf(task.id),
        fence: 0,
        leased: expect.anything() as unknown,
      });
      expect(await submissionOf(task.id)).toMatchObject({
        id: lease?.submissionId,
        status: 'sending',
        fence: 0,
        attempts: 1,
        lease_until: LEASE.until,
        sent_at: NOW,
        request,
      });
      expect(await stores.submissions.takeNextSubmission(LEASE)).toBeUndefined();
      expect(await stores.queue.nextDueAt()).toBeNull();
    });

    it('is not given for a request that was accepted before', async () => {
      const idempotency = aKey('k', NOW);
      await accepted({ idempotency });
      const again = await stores.submissions.accept(aNewTask({ idempotency }), NOW, LEASE);

      expect(again).toMatchObject({ replayed: true });
      expect(again.lease).toBeUndefined();
    });

    it('waits for a deferral to pass, and counts attempts under a new fence', async () => {
      const task = await accepted();
      await stores.outcomes.recordDeferred(await taken(task.id), DEFERRAL, NOW);

      expect(await stores.queue.nextDueAt()).toEqual(after(1_000));
      expect(await stores.submissions.takeNextSubmission(LEASE)).toBeUndefined();
      const again = await taken(task.id, { now: after(1_000), until: after(61_000) });
      expect(again).toMatchObject({ fence: 2, attempt: 1 });
    });
  });

  describe('takeNextSubmission', () => {
    it('serves tenants in turn, however many tasks one has', async () => {
      for (let count = 0; count < 4; count += 1) await accepted();
      for (let count = 0; count < 2; count += 1) await accepted({ tenantId: 'bolt' });
      await accepted({ tenantId: 'core' });

      const served: (string | undefined)[] = [];
      for (let turn = 0; turn < 8; turn += 1) {
        served.push((await stores.submissions.takeNextSubmission(LEASE))?.tenantId);
      }
      expect(served).toEqual(['acme', 'bolt', 'core', 'acme', 'bolt', 'acme', 'acme', undefined]);
      expect(await stores.queue.nextDueAt()).toBeNull();
    });

    it("serves one tenant's tasks in the order in which they came", async () => {
      const first = await accepted();
      const second = (await stores.submissions.accept(aNewTask(), after(1))).task;

      const lease = { now: after(2), until: after(60_000) };
      expect((await stores.submissions.takeNextSubmission(lease))?.taskId).toBe(first.id);
      expect((await stores.submissions.takeNextSubmission(lease))?.taskId).toBe(second.id);
    });
  });

  describe('a lease', () => {
    it.each<[string, (lease: SubmissionLease) => Promise<unknown>]>([
      ['recordAccepted', (lease) => stores.outcomes.recordAccepted(lease, ANSWER, NOW)],
      ['recordDeferred', (lease) => stores.outcomes.recordDeferred(lease, DEFERRAL, NOW)],
      ['recordRefused', (lease) => stores.outcomes.recordRefused(lease, FAILURE, NOW)],
      ['recordUnconfirmed', (lease) => stores.outcomes.recordUnconfirmed(lease, 'x', NOW)],
      ['discard', (lease) => stores.outcomes.discard(lease, FAILURE, NOW)],
    ])('under a stale fence changes nothing by %s', async (_method, write) => {
      const task = await accepted();
      const stale = await taken(task.id);
      await stores.outcomes.recordDeferred(stale, DEFERRAL, NOW);
      await taken(task.id, { now: after(1_000), until: after(61_000) });
      const before = [await stores.tasks.findTask('acme', task.id), await submissionOf(task.id)];

      expect(await write(stale)).toBe(_method === 'discard' ? false : undefined);
      expect([await stores.tasks.findTask('acme', task.id), await submissionOf(task.id)]).toEqual(
        before,
      );
      expect((await stores.events.eventRange('acme')).newest).toBe(2);
    });
  });

  describe.each(['at once', 'in its turn'])('an outcome of a task that is sent %s', (when) => {
    beforeEach(() => {
      atOnce = when === 'at once' ? new Map() : undefined;
    });
    afterEach(() => {
      atOnce = undefined;
    });

    it('accepted: PENDING, to be read when due', async () => {
      const task = await accepted();
      const estimate = { credits: 70, source: 'RUNWAY' } as const;
      const answer = { ...ANSWER, estimate, model: 'gen4_turbo' };
      const pending = await stores.outcomes.recordAccepted(await taken(task.id), answer, NOW);

      expect(pending).toEqual({
        ...task,
        state: { status: 'PENDING' },
        runwayTaskId: 'rw-1',
        estimate,
        model: 'gen4_turbo',
      });
      expect(await stores.tasks.findTask('acme', task.id)).toEqual(pending);
      expect(await stores.polls.nextDueAt()).toEqual(after(5_000));
      expect(await submissionOf(task.id)).toMatchObject({ status: 'submitted', runway_id: 'rw-1' });
      expect(await reserved(task.id)).toBe(70);
    });

    it('deferred: QUEUED, with what it waits for', async () => {
      const task = await accepted();
      const waiting = await stores.outcomes.recordDeferred(await taken(task.id), DEFERRAL, NOW);

      expect(waiting?.state).toEqual({ status: 'QUEUED', waitingFor: DEFERRAL });
      expect(await reserved(task.id)).toBe(60);
    });

    it('refused: FAILED for good, and nothing stays reserved', async () => {
      const task = await accepted();
      const lease = await taken(task.id);
      const failed = await stores.outcomes.recordRefused(lease, FAILURE, after(9));

      expect(failed).toMatchObject({
        state: { status: 'FAILED', failure: FAILURE },
        cost: 0,
        settledAt: after(9),
      });
      expect(await reserved(task.id)).toBe(0);
      expect(await stores.outcomes.recordAccepted(lease, ANSWER, NOW)).toBeUndefined();
    });

    it('discarded: no task, and its key is free again', async () => {
      const task = await accepted({ idempotency: aKey('k', NOW) });

      expect(await stores.outcomes.discard(await taken(task.id), FAILURE, NOW)).toBe(true);
      expect(await stores.tasks.findTask('acme', task.id)).toBeUndefined();
      expect(await stores.events.listEvents('acme', { after: 0, limit: 9 })).toEqual([]);
      const again = aNewTask({ idempotency: aKey('k', NOW, 'other') });
      expect(await stores.submissions.accept(again, NOW)).toMatchObject({ replayed: false });
    });

    it('unconfirmed: never sent again, and the reservation stays', async () => {
      const task = await accepted();
      const unconfirmed = await stores.outcomes.recordUnconfirmed(
        await taken(task.id),
        'reset',
        NOW,
      );

      expect(unconfirmed).toMatchObject({ state: { status: 'UNCONFIRMED' }, settledAt: null });
      expect(
        await stores.submissions.takeNextSubmission({ ...LEASE, now: after(1e9) }),
      ).toBeUndefined();
      expect(await submissionOf(task.id)).toMatchObject({ detail: 'reset' });
      expect(await reserved(task.id)).toBe(60);
    });

    it.each<[string, (lease: SubmissionLease) => Promise<Task | undefined>]>([
      ['recordAccepted', (lease) => stores.outcomes.recordAccepted(lease, ANSWER, NOW)],
      ['recordRefused', (lease) => stores.outcomes.recordRefused(lease, FAILURE, NOW)],
      ['recordUnconfirmed', (lease) => stores.outcomes.recordUnconfirmed(lease, 'x', NOW)],
    ])('takes the data URIs out of input and request by %s', async (_method, write) => {
      const task = await accepted({
        input: { gen4: { images: [DATA_URI, 'https://example.com/a.png'] } },
        request: { pathIds: ['w'], body: { promptImage: DATA_URI, promptText: 'data: a fox' } },
      });
      const lease = await taken(task.id);
      expect(lease.request.body).toMatchObject({ promptImage: DATA_URI });

      const reduced = { gen4: { images: [OMITTED, 'https://example.com/a.png'] } };
      expect((await write(lease))?.input).toEqual(reduced);
      expect((await stores.tasks.findTask('acme', task.id))?.input).toEqual(reduced);
      expect((await submissionOf(task.id)).request).toEqual({
        pathIds: ['w'],
        body: { promptImage: OMITTED, promptText: 'data: a fox' },
      });
    });
  });

  describe('expireSending', () => {
    it('makes unconfirmed what was being sent when its lease ran out, and nothing else', async () => {
      const lost = await accepted();
      await taken(lost.id);
      const lostToo = await accepted({ tenantId: 'bolt' });
      await taken(lostToo.id);
      const held = await accepted();
      await taken(held.id, { now: NOW, until: after(90_000) });
      const queued = await accepted();

      const expired = await stores.submissions.expireSending(after(60_001));
      expect(new Set(expired.map(({ id }) => id))).toEqual(new Set([lost.id, lostToo.id]));
      expect((await stores.tasks.findTask('acme', lost.id))?.state.status).toBe('UNCONFIRMED');
      expect((await stores.tasks.findTask('acme', held.id))?.state.status).toBe('QUEUED');
      expect((await stores.tasks.findTask('acme', queued.id))?.state.status).toBe('QUEUED');
      expect((await stores.events.eventRange('bolt')).newest).toBe(2);
      expect(await stores.submissions.expireSending(after(60_001))).toEqual([]);
    });

    it('leaves room for the answer that comes after all', async () => {
      const task = await accepted();
      const lease = await taken(task.id);
      await stores.submissions.expireSending(after(60_001));

      expect(await stores.outcomes.recordAccepted(lease, ANSWER, NOW)).toMatchObject({
        state: { status: 'PENDING' },
        runwayTaskId: 'rw-1',
      });
      expect(await stores.outcomes.recordAccepted(lease, ANSWER, NOW)).toBeUndefined();
    });

    it('does not let what turns out as never accepted be sent again', async () => {
      const task = await accepted();
      const lease = await taken(task.id);
      await stores.submissions.expireSending(after(60_001));

      expect(await stores.outcomes.recordDeferred(lease, DEFERRAL, NOW)).toMatchObject({
        state: { status: 'FAILED', failure: { code: 'NOT_SUBMITTED', retryable: true } },
        cost: 0,
      });
      expect(await reserved(task.id)).toBe(0);
      expect(
        await stores.submissions.takeNextSubmission({ ...LEASE, now: after(1e9) }),
      ).toBeUndefined();
    });
  });
});
