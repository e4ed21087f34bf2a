import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import type { CopyLease } from '../../src/domain/archive/archived-output.js';
import { eachDatabase } from '../support/store/database.js';
import { aNewTask, acceptToSend, anAnswer, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);

const MINUTE_MS = 60_000;
const FILE = { bytes: 1_000, sha256: 'ab'.repeat(32), type: 'video/mp4' };
const OUTPUT = {
  url: 'https://example.com/a.mp4',
  mimeType: 'video/mp4',
  expiresAt: null,
  nodeId: null,
};

// Guarantee: each output of a task that succeeded has one row from its settlement on, is copied by one
// node at a time, and leaves behind what is to be erased, whatever deletes it.
eachDatabase('ArchiveStore', (get) => {
  let stores: Stores;

  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(stores.tenants, 'acme', 'bolt');
  });

  async function succeeded(outputs = 1): Promise<string> {
    const rules = { now: NOW, until: after(10 * MINUTE_MS) };
    const lease = await acceptToSend(stores, aNewTask({ tenantId: 'acme' }), rules);
    const state = { status: 'SUCCEEDED', output: Array(outputs).fill(OUTPUT) as [] } as const;
    await stores.outcomes.recordAccepted(lease, anAnswer(NOW, { state, cost: 5 }), NOW);
    return lease.taskId;
  }

  async function taken(ms = 0): Promise<CopyLease> {
    const lease = await stores.archive.takeCopy(after(ms), after(ms + MINUTE_MS));
    if (lease === undefined) throw new Error('nothing was due');
    return lease;
  }

  const statusOf = async (id: string, tenantId = 'acme') =>
    (await stores.archive.findOutputs(tenantId, [id]))[0]?.status;

  it('has a row for each output, and gives each to one node', async () => {
    const id = await succeeded(3);
    const leases = await Promise.all([taken(), taken(), taken()]);
    expect(leases.map((lease) => lease.id).sort()).toEqual([`${id}.0`, `${id}.1`, `${id}.2`]);
    expect(await stores.archive.takeCopy(NOW, after(MINUTE_MS))).toBeUndefined();
    expect(await statusOf(`${id}.0`)).toBe('COPYING');
    expect(await statusOf(`${id}.0`, 'bolt')).toBeUndefined();
  });

  it('keeps nothing under a lease that has passed to another node', async () => {
    const id = await succeeded();
    const slow = await taken();
    const next = await taken(MINUTE_MS);
    expect([slow.id, next.fence, next.attempts]).toEqual([next.id, slow.fence + 1, 1]);
    expect(await stores.archive.extendCopy(slow, after(2 * MINUTE_MS))).toBe(false);
    expect(await stores.archive.keepCopy(slow, FILE, NOW)).toBe(false);
    await stores.archive.postponeCopy(slow, NOW);
    expect(await stores.archive.giveUpCopy(slow, 'LOST')).toBe(false);
    expect(await statusOf(`${id}.0`)).toBe('COPYING');
    expect(await stores.archive.keepCopy(next, FILE, NOW)).toBe(true);
    expect(await stores.archive.findOutputs('acme', [`${id}.0`])).toEqual([
      { id: `${id}.0`, status: 'KEPT', ...FILE },
    ]);
    expect(await stores.archive.keptBytes('acme')).toBe(1_000);
    expect(await stores.archive.keptBytes('bolt')).toBe(0);
  });

  it('is due again when it was postponed, and with the same key', async () => {
    const id = `${await succeeded()}.0`;
    const lease = await taken();
    const file = { id, tenantId: 'acme' };
    const key = await stores.archive.fileKey(file);
    expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32);
    await stores.archive.noteSource(lease, '"tag"');
    await stores.archive.postponeCopy(lease, after(5_000));
    expect(await stores.archive.takeCopy(after(4_999), after(MINUTE_MS))).toBeUndefined();
    expect(await taken(5_000)).toMatchObject({ id, sourceTag: '"tag"', attempts: 1 });
    expect(await stores.archive.fileKey(file)).toBe(key);
    expect(await stores.archive.fileKey({ ...file, tenantId: 'bolt' })).toBeUndefined();
    await stores.archive.releaseCopies(after(6_000));
    expect(await taken(6_000)).toMatchObject({ id });
  });

  it('owes the erasure of a file when its task is hidden, and of none that was never begun', async () => {
    const begun = await succeeded();
    await stores.archive.keepCopy(await taken(), FILE, NOW);
    const never = await succeeded();
    for (const id of [begun, never]) await stores.tasks.deleteTask('acme', id, NOW);
    expect(await statusOf(`${begun}.0`)).toBeUndefined();
    const take = async () => await stores.archive.takeErasures(NOW, after(MINUTE_MS), 10);
    expect(await take()).toEqual([`${begun}.0`]);
    expect(await take()).toEqual([]);
    expect(await stores.archive.findOwned([`${begun}.0`])).toEqual([]);
    expect(await stores.archive.takeErasures(after(MINUTE_MS), after(MINUTE_MS), 10)).toHaveLength(
      1,
    );
    await stores.archive.forgetErasures([`${begun}.0`]);
    expect(await stores.archive.takeErasures(after(2 * MINUTE_MS), NOW, 10)).toEqual([]);
  });

  it('owes the erasure of files whose time is over, and says so', async () => {
    const id = `${await succeeded()}.0`;
    await stores.archive.keepCopy(await taken(), FILE, NOW);
    expect(await stores.archive.expireKept(NOW, 10)).toBe(0);
    expect(await stores.archive.expireKept(after(1), 10)).toBe(1);
    expect(await statusOf(id)).toBe('ERASED');
    expect(await stores.archive.takeErasures(NOW, after(MINUTE_MS), 10)).toEqual([id]);
    expect(await stores.archive.keptBytes('acme')).toBe(0);
  });

  it('serves no output of a tenant that is suspended', async () => {
    const id = await succeeded();
    expect(await stores.archive.findServedTenant(id)).toBe('acme');
    await stores.tenants.suspend('acme', NOW);
    expect(await stores.archive.findServedTenant(id)).toBeUndefined();
  });
});
