import { sql } from 'kysely';

import { storedMedia } from '../../src/adapters/postgres/migrations/0011-stored-media.js';
import { PostgresSettlementStore } from '../../src/adapters/postgres/settlement/postgres-settlement-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Database } from '../../src/adapters/postgres/connection/database.js';
import type { Task } from '../../src/domain/task/task.js';
import type { NewTask } from '../../src/ports/submission/new-task.js';
import type { SubmissionLease } from '../../src/ports/submission/submission-lease.js';
import { eachDatabase } from '../support/store/database.js';
import { aKey, aNewTask, anAnswer, createTenants } from '../support/store/new-task.js';
import { Statements } from '../support/store/statements.js';
import { readSubmission } from '../support/store/stored-values.js';

const NOW = new Date('2026-11-28T12:00:00.000Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const LEASE = { now: NOW, until: after(60_000) };
const FAILURE = { code: 'RUNWAY_REFUSED', message: 'Refused.', retryable: false };
const DEFERRAL = { reason: 'RUNWAY_RATE_LIMITED', until: NOW.toISOString() } as const;

const CONTENT = Buffer.alloc(75_000, 7);
const DATA_URI = `data:image/png;base64,${CONTENT.toString('base64')}`;
/** More than all else that a statement of these tests sends or reads. */
const MUCH = 20_000;

const statements = new Statements();

/** A request of 100 kB, whose input and body hold the same file. */
function withMedia(overrides: Partial<NewTask> = {}): NewTask {
  return aNewTask({
    input: { gen4Turbo: { promptImage: [{ uri: DATA_URI }] } },
    request: { pathIds: [], body: { name: 'fox', promptImage: DATA_URI } },
    ...overrides,
  });
}

async function bytesOf({ kysely }: Database, tenantId: string): Promise<number> {
  const { stored_bytes } = await kysely
    .selectFrom('tenants')
    .select('stored_bytes')
    .where('id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return stored_bytes;
}

/** Where media are: characters of each column. */
async function charactersOf({ kysely }: Database) {
  const { rows } = await sql<{ input: number; events: number; request: number }>`
    select length(input::text) as input, length(request::text) as request, (
      select sum(length(snapshot::text))::integer from task_events where task_id = tasks.id
    ) as events
    from tasks join submissions on submissions.task_id = tasks.id`.execute(kysely);
  return rows[0] ?? { input: 0, events: 0, request: 0 };
}

eachDatabase(
  'TaskStore: media',
  (get) => {
    let stores: Stores;

    beforeEach(async () => {
      stores = storesOf(get().database);
      await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
    });

    const queued = async (overrides: Partial<NewTask> = {}): Promise<Task> =>
      (await stores.submissions.accept(withMedia(overrides), NOW)).task;

    async function taken(): Promise<SubmissionLease> {
      const lease = await stores.submissions.takeNextSubmission(LEASE);
      if (lease === undefined) throw new Error('Nothing could be taken');
      return lease;
    }

    const storedBytes = (tenantId = 'acme') => bytesOf(get().database, tenantId);

    const stored = () => charactersOf(get().database);

    it('Q14: keeps media in the submission alone, and shows the input without them', async () => {
      const task = await queued();
      const omitted = { omitted: 'data URI', bytes: CONTENT.length };
      const input = { gen4Turbo: { promptImage: [{ uri: omitted }] } };
      expect(task.input).toMatchObject(input);
      expect(await stores.tasks.findTask('acme', task.id)).toMatchObject({ input });
      const { request, ...rest } = await stored();
      expect(request).toBeGreaterThan(DATA_URI.length);
      expect(Math.max(rest.input, rest.events)).toBeLessThan(1_000);

      const lease = await taken();
      expect(lease.request.body).toEqual({ name: 'fox', promptImage: DATA_URI });
      expect(lease.input).toMatchObject(input);
    });

    it('Q14: reads no media for a page of tasks or events, a settlement or a search', async () => {
      const settlements = new PostgresSettlementStore(get().database);
      for (const runwayTaskKind of ['avatar', 'avatar', 'task'] as const) {
        await queued({ runwayTaskKind });
      }
      const page = { first: 100, after: null };
      const lost = await taken();
      const { tasks } = await stores.tasks.listTasks('acme', {}, page);
      const ran = await statements.during(async () => {
        expect((await stores.tasks.listTasks('acme', {}, page)).tasks).toHaveLength(3);
        expect(await stores.events.listEvents('acme', { after: 0, limit: 100 })).toHaveLength(3);
        const batch = { now: NOW, dueUntil: NOW, limit: 20, after: null };
        await stores.waitingNotes.noteWaiting(lost, { reason: 'SLOT', until: null }, batch);
        await stores.queue.moveQueued('other');
        await stores.submissions.expireSending(after(60_001));
        expect((await settlements.listOpen('SUBMISSION', page)).tasks).toHaveLength(1);
        await settlements.listLost(['avatar'], { ...page, sentFrom: NOW });
        for (const { id } of tasks) await settlements.findRequest('acme', id);
      });
      expect(ran.length).toBeGreaterThan(7);
      expect(ran.filter(({ charactersRead }) => charactersRead > MUCH)).toEqual([]);
    });

    it('Q14: looks for twins of a creation by the reduced requests', async () => {
      const settlements = new PostgresSettlementStore(get().database);
      const first = await queued({ runwayTaskKind: 'avatar' });
      const second = await queued({ runwayTaskKind: 'avatar' });
      await taken();
      await taken();
      expect(await settlements.hasTwin(first.id)).toBe(true);
      await stores.submissions.expireSending(after(60_001));
      expect(await settlements.hasTwin(second.id)).toBe(true);
    });

    const accept = (lease: SubmissionLease) =>
      stores.outcomes.recordAccepted(lease, anAnswer(after(5_000)), NOW);

    it.each<[string, (lease: SubmissionLease) => Promise<unknown>]>([
      ['recordAccepted', accept],
      ['recordRefused', (lease) => stores.outcomes.recordRefused(lease, FAILURE, NOW)],
      ['recordUnconfirmed', (lease) => stores.outcomes.recordUnconfirmed(lease, 'lost', NOW)],
      ['expireSending', () => stores.submissions.expireSending(after(60_001))],
      ['discard', (lease) => stores.outcomes.discard(lease, FAILURE, NOW)],
      [
        'an answer that comes too late',
        async (lease) => {
          await stores.submissions.expireSending(after(60_001));
          return await accept(lease);
        },
      ],
      [
        'requestCancel',
        async (lease) => {
          await stores.outcomes.recordDeferred(lease, DEFERRAL, NOW);
          await stores.tasks.requestCancel('acme', lease.taskId, NOW);
        },
      ],
    ])('Q14: %s takes the media out without carrying them, and counts them out', async (_, end) => {
      await queued();
      const other = await queued({ tenantId: 'bolt' });
      const lease = await taken();
      expect(await storedBytes()).toBe(JSON.stringify(lease.request).length);

      const ran = await statements.during(() => end(lease));
      const heavy = ran.filter((one) => Math.max(one.charactersRead, one.charactersSent) > MUCH);
      expect(heavy).toEqual([]);
      expect(await storedBytes()).toBe(0);
      expect(await storedBytes('bolt')).toBeGreaterThan(DATA_URI.length);
      const ended = await get()
        .database.kysely.selectFrom('submissions')
        .select('task_id')
        .where('task_id', '!=', other.id)
        .execute();
      for (const { task_id: taskId } of ended) {
        const row = await readSubmission(get().database, taskId ?? '');
        expect(row).toMatchObject({ reduced_request: null, held_bytes: 0 });
        const promptImage = expect.objectContaining({ omitted: 'data URI' }) as unknown;
        expect(row.request.body).toEqual({ name: 'fox', promptImage });
      }
    });

    it('Q14: keeps the media of what is sent again, and counts them on', async () => {
      await queued();
      const first = await taken();
      await stores.outcomes.recordDeferred(first, DEFERRAL, NOW);
      expect(await storedBytes()).toBeGreaterThan(DATA_URI.length);
      expect((await taken()).request).toEqual(first.request);
    });

    it('Q14: refuses what a tenant’s share of bytes has no room for, and leaves the key free', async () => {
      const storedBytesMax = 150_000;
      const first = await queued({ storedBytesMax });
      const idempotency = aKey('k', NOW);
      await expect(queued({ storedBytesMax, idempotency })).rejects.toMatchObject({
        code: 'TOO_MANY_STORED_BYTES',
        retryAfterMs: 10_000,
      });
      expect(await storedBytes()).toBeLessThan(storedBytesMax);
      await queued({ storedBytesMax, tenantId: 'bolt' });
      const small = { input: {}, request: { pathIds: [], body: {} } };
      await queued({ storedBytesMax, ...small });

      await stores.tasks.requestCancel('acme', first.id, NOW);
      await queued({ storedBytesMax, idempotency });
    });
  },
  statements.wrapPool,
);

// A database of its own: columns that are dropped and made again change what prepared statements return.
eachDatabase('Migration: stored media', (get) => {
  it('Q14: reduces and counts what an older version has stored', async () => {
    const { database } = get();
    const { kysely } = database;
    const stores = storesOf(database);
    await createTenants(new PostgresTenantStore(database), 'acme');
    const { task } = await stores.submissions.accept(withMedia(), NOW);
    const clear = JSON.stringify(withMedia().request);
    await sql`update submissions set request = ${clear}::jsonb`.execute(kysely);
    const { request } = await charactersOf(database);
    await sql`alter table submissions drop column reduced_request, drop column held_bytes`.execute(
      kysely,
    );
    await sql`alter table tenants drop column stored_bytes`.execute(kysely);
    const { input } = withMedia();
    await sql`update tasks set input = ${JSON.stringify(input)}::jsonb`.execute(kysely);

    await kysely.transaction().execute((trx) => storedMedia.up(trx));

    expect(await bytesOf(database, 'acme')).toBe(request);
    expect((await stores.tasks.findTask('acme', task.id))?.input).toEqual(task.input);
    const lease = await stores.submissions.takeNextSubmission(LEASE);
    expect(lease?.request).toEqual(withMedia().request);
    if (lease !== undefined)
      await stores.outcomes.recordAccepted(lease, anAnswer(after(5_000)), NOW);
    expect(await bytesOf(database, 'acme')).toBe(0);
  });
});
