import { randomUUID } from 'node:crypto';

import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import type { OutputName } from '../../src/domain/archive/output-id.js';
import type { Task } from '../../src/domain/task/task.js';
import type {
  OutputUploadStore,
  UploadLease,
} from '../../src/ports/lineage/output-upload-store.js';
import type { TakeRules } from '../../src/ports/submission/submission-store.js';
import { describePostgres, eachDatabase } from '../support/store/database.js';
import { aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DONE = { runwayUri: 'runway://one', endsAt: after(DAY_MS) };

/** A request that waits for its inputs, for a minute in any case. */
const WAITING: TakeRules = {
  now: NOW,
  until: after(MINUTE_MS),
  slotsOf: () => null,
  inputUntil: after(MINUTE_MS),
};

function anOutput(): OutputName {
  return { taskId: randomUUID(), position: 0 };
}

function wanted(outputs: readonly OutputName[], tenantId = 'acme', ms = 0) {
  const times = { now: after(ms), goodUntil: after(ms + 60 * MINUTE_MS) };
  return { tenantId, runwayAccount: 'default', outputs, ...times };
}

// Guarantee: what waits for an upload is due as soon as it is there and not before, an upload is made by
// one node at a time, and none serves another tenant.
eachDatabase('OutputUploadStore', (get) => {
  let stores: Stores;
  let uploads: OutputUploadStore;

  beforeEach(async () => {
    stores = storesOf(get().database);
    uploads = stores.outputUploads;
    await createTenants(stores.tenants, 'acme', 'bolt');
  });

  const accept = async (tenantId = 'acme'): Promise<Task> =>
    (await stores.submissions.accept(aNewTask({ tenantId }), NOW, WAITING)).task;

  async function taken(ms = 0): Promise<UploadLease> {
    const lease = await uploads.take({ now: after(ms), until: after(ms + MINUTE_MS) });
    if (lease === undefined) throw new Error('nothing was due');
    return lease;
  }

  const sentAt = async (ms: number) =>
    (
      await stores.submissions.takeNextSubmission({
        now: after(ms),
        until: after(ms + MINUTE_MS),
        slotsOf: () => null,
      })
    )?.taskId;

  it('lets a task wait for its input, and makes it due when all of its uploads are there', async () => {
    const [one, two] = [anOutput(), anOutput()];
    const task = await accept();
    expect(task.state).toMatchObject({ status: 'QUEUED', waitingFor: { reason: 'INPUT' } });
    expect(await uploads.claim(wanted([one, two, one]), task.id)).toEqual([
      { ...one, status: 'WAITING' },
      { ...two, status: 'WAITING' },
      { ...one, status: 'WAITING' },
    ]);
    await uploads.recordDone(await taken(), DONE, after(1));
    expect(await sentAt(2)).toBeUndefined();
    await uploads.recordDone(await taken(2), DONE, after(3));
    expect(await stores.queue.nextDueAt()).toEqual(after(3));
    expect(await sentAt(3)).toBe(task.id);
  });

  it('makes a task due at once when one of its uploads can never be', async () => {
    const task = await accept();
    await uploads.claim(wanted([anOutput(), anOutput()]), task.id);
    await uploads.recordFailed(await taken(), 'GONE', after(MINUTE_MS), after(1));
    expect(await sentAt(1)).toBe(task.id);
  });

  it('looks at a task in any case when its time is over', async () => {
    const task = await accept();
    expect(await sentAt(MINUTE_MS - 1)).toBeUndefined();
    expect(await sentAt(MINUTE_MS)).toBe(task.id);
  });

  it('wakes what has come back after its uploads were done', async () => {
    const task = await accept();
    const output = anOutput();
    await uploads.claim(wanted([output]), task.id);
    const lease = await stores.submissions.takeNextSubmission({
      now: after(MINUTE_MS),
      until: after(3 * MINUTE_MS),
      slotsOf: () => null,
    });
    if (lease === undefined) throw new Error('not taken');
    await uploads.recordDone(await taken(MINUTE_MS), DONE, after(MINUTE_MS));
    const waitingFor = { reason: 'INPUT', until: after(2 * MINUTE_MS).toISOString() } as const;
    await stores.outcomes.recordDeferred(lease, waitingFor, after(MINUTE_MS));
    expect(await sentAt(MINUTE_MS + 1)).toBeUndefined();
    await uploads.wake(task.id, after(MINUTE_MS + 1));
    expect(await sentAt(MINUTE_MS + 1)).toBe(task.id);
  });

  it('serves each request of its tenant and account until it is about to end, and no other', async () => {
    const output = anOutput();
    await uploads.claim(wanted([output]), null);
    await uploads.recordDone(await taken(), DONE, NOW);
    const done = { ...output, status: 'DONE', runwayUri: DONE.runwayUri };
    expect(await uploads.look(wanted([output]))).toEqual([done]);
    expect(await uploads.claim(wanted([output]), null)).toEqual([done]);
    const waiting = { ...output, status: 'WAITING' };
    expect(await uploads.look(wanted([output], 'bolt'))).toEqual([waiting]);
    const elsewhere = { ...wanted([output]), runwayAccount: 'other' };
    expect(await uploads.look(elsewhere)).toEqual([waiting]);
    const late = wanted([output], 'acme', DAY_MS - 30 * MINUTE_MS);
    expect(await uploads.claim(late, null)).toEqual([waiting]);
    expect(await uploads.nextDueAt()).toEqual(late.now);
  });

  it('notes for a task with which uploads it is sent', async () => {
    const task = await accept();
    const [one, two] = [anOutput(), anOutput()];
    const claim = () => uploads.claim(wanted([one, two]), task.id);
    const noted = async () => {
      const rows = await get().database.kysely.selectFrom('task_inputs').selectAll().execute();
      return rows.map((row) => [row.task_id, row.tenant_id, row.runway_uri]);
    };
    await claim();
    await uploads.recordDone(await taken(), DONE, NOW);
    await claim();
    expect(await noted()).toEqual(Array(2).fill([task.id, 'acme', null]));
    await uploads.recordDone(await taken(), DONE, NOW);
    await claim();
    expect(await noted()).toEqual(Array(2).fill([task.id, 'acme', DONE.runwayUri]));
  });

  it('writes nothing under a lease that another one has followed', async () => {
    await uploads.claim(wanted([anOutput()]), null);
    const first = await taken();
    expect(await uploads.take({ now: after(1), until: after(MINUTE_MS) })).toBeUndefined();
    expect(await uploads.extend(first, after(2 * MINUTE_MS))).toBe(true);
    const second = await taken(2 * MINUTE_MS);
    expect(second.fence).toBeGreaterThan(first.fence);
    expect(await uploads.extend(first, after(9 * MINUTE_MS))).toBe(false);
    await uploads.recordDone(first, DONE, after(2 * MINUTE_MS));
    await uploads.giveBack(first, NOW);
    expect(await uploads.look(wanted([second]))).toMatchObject([{ status: 'WAITING' }]);
    await uploads.putOff(second, after(3 * MINUTE_MS));
    expect(await taken(3 * MINUTE_MS)).toMatchObject({ attempts: 1 });
    await uploads.releaseAll(after(4 * MINUTE_MS));
    expect(await uploads.nextDueAt()).toEqual(after(4 * MINUTE_MS));
  });

  it('forgets what has ended, and what nothing waits for any more', async () => {
    const [done, unwanted, needed] = [anOutput(), anOutput(), anOutput()];
    await uploads.claim(wanted([done]), null);
    await uploads.recordDone(await taken(), DONE, NOW);
    await uploads.claim(wanted([unwanted]), null);
    await uploads.claim(wanted([needed]), (await accept()).id);
    await uploads.forgetEnded({ now: after(DAY_MS + 1), before: after(1) });
    const rows = await get().database.kysely.selectFrom('output_uploads').selectAll().execute();
    expect(rows.map((row) => row.output_task_id)).toEqual([needed.taskId]);
  });
});

describePostgres('OutputUploadStore on several connections', (get) => {
  it('gives each upload to one of many takers', async () => {
    const { outputUploads: uploads, tenants } = storesOf(get().database);
    await createTenants(tenants, 'acme');
    await uploads.claim(wanted(Array.from({ length: 5 }, anOutput)), null);
    const rules = { now: NOW, until: after(MINUTE_MS) };
    const leases = await Promise.all(Array.from({ length: 12 }, () => uploads.take(rules)));
    const ids = leases.flatMap((lease) => lease?.taskId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });
});
