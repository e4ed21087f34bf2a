import { randomBytes } from 'node:crypto';

import { sql } from 'kysely';

import { openDatabase, type Database } from '../../../src/adapters/postgres/connection/database.js';
import { KeyRing } from '../../../src/adapters/postgres/encryption/key-ring.js';
import { storesOf, type Stores } from '../../../src/adapters/postgres/stores.js';
import { PostgresTenantRemovalStore } from '../../../src/adapters/postgres/tenants/postgres-tenant-removal-store.js';
import { PostgresTenantStore } from '../../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { describePostgres, eachDatabase, silentLog } from '../../support/store/database.js';
import { TEST_KEY, testKeys } from '../../support/store/key-ring.js';
import { acceptToSend, anAnswer, aNewTask, createTenants } from '../../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const LEASE = { now: NOW, until: after(60_000) };
const UNREADABLE = { code: 'STORED_DATA_UNREADABLE' };

async function remove(database: Database, tenantId: string): Promise<void> {
  await new PostgresTenantStore(database).startRemoval(tenantId, NOW);
  const removals = new PostgresTenantRemovalStore(database);
  const lease = await removals.take({ now: NOW, until: after(60_000) });
  if (lease === undefined) throw new Error('nothing to remove');
  const listed = await removals.listTasks(tenantId, { first: 10, after: null });
  await removals.removeTasks(lease, listed);
  expect(await removals.finish(lease)).toBe(true);
}

const keysOf = async ({ kysely }: Database, tenantId: string): Promise<readonly string[]> => {
  const rows = await kysely
    .selectFrom('data_keys')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .execute();
  return rows.map(({ id }) => id);
};

/** Breaks the ciphertext of a column, and returns what mends it. */
async function breakColumn(
  { kysely }: Database,
  table: 'tasks' | 'submissions',
  column: string,
  id: string,
): Promise<() => Promise<void>> {
  const key = table === 'tasks' ? 'id' : 'task_id';
  const write = async (value: string): Promise<void> => {
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${JSON.stringify(value)}::jsonb
      where ${sql.ref(key)} = ${id}`.execute(kysely);
  };
  const { rows } = await sql<{ value: string }>`
    select ${sql.ref(column)} as value from ${sql.table(table)} where ${sql.ref(key)} = ${id}`.execute(
    kysely,
  );
  const value = rows[0]?.value ?? '';
  const at = value.lastIndexOf('.') + 20;
  await write(`${value.slice(0, at)}${value.charAt(at) === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`);
  return () => write(value);
}

eachDatabase('Keys of tenants', (get) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  it('M19, S2: the end of a tenant destroys its keys, and another’s stay', async () => {
    const { database } = get();
    await stores.submissions.accept(aNewTask(), NOW);
    const { task } = await stores.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW);
    expect(await keysOf(database, 'acme')).toHaveLength(2);
    await remove(database, 'acme');
    expect(await keysOf(database, 'acme')).toEqual([]);
    expect(await stores.tasks.findTask('bolt', task.id)).toMatchObject({ input: task.input });
    // A tenant of the same id begins with keys of its own.
    await createTenants(new PostgresTenantStore(database), 'acme');
    const { task: newer } = await stores.submissions.accept(aNewTask(), NOW);
    expect(await keysOf(database, 'acme')).toHaveLength(2);
    database.ciphers.forgetAll();
    expect(await stores.tasks.findTask('acme', newer.id)).toMatchObject({ input: newer.input });
  });

  // Guarantee: what cannot be decrypted is neither sent nor given up, and holds up nothing else.
  it('S2: a queued request that cannot be decrypted stays queued, and others go before it', async () => {
    const { database } = get();
    const { task: broken } = await stores.submissions.accept(aNewTask(), NOW);
    const { task: other } = await stores.submissions.accept(aNewTask(), after(1));
    const mend = await breakColumn(database, 'submissions', 'request', broken.id);
    const rules = { now: after(10), until: after(60_000) };

    expect((await stores.submissions.takeNextSubmission(rules))?.taskId).toBe(other.id);
    expect(await stores.submissions.takeNextSubmission(rules)).toBeUndefined();
    expect((await stores.tasks.findTask('acme', broken.id))?.state.status).toBe('QUEUED');

    await mend();
    const later = { now: after(400_000), until: after(460_000) };
    expect(await stores.submissions.takeNextSubmission(later)).toMatchObject({
      taskId: broken.id,
      fence: 1,
      attempt: 0,
      request: aNewTask().request,
    });
  });

  it('S2: a live task that cannot be decrypted is not read, and others are', async () => {
    const { database } = get();
    const ids: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const lease = await acceptToSend(stores, aNewTask(), LEASE);
      await stores.outcomes.recordAccepted(lease, anAnswer(NOW), NOW);
      ids.push(lease.taskId);
    }
    const [broken = '', other = ''] = ids;
    const mend = await breakColumn(database, 'tasks', 'input', broken);
    const take = (now: Date) =>
      stores.polls.takeDuePolls({ now, until: new Date(now.getTime() + 60_000), limit: 10 });
    expect((await take(NOW)).map(({ task }) => task.id)).toEqual([other]);
    await mend();
    expect((await take(after(60_000))).map(({ task }) => task.id).sort()).toEqual(ids.sort());
  });

  it('S2: events of a task that cannot be decrypted are left out, and others are read', async () => {
    const { database } = get();
    const { task: broken } = await stores.submissions.accept(aNewTask(), NOW);
    const { task: other } = await stores.submissions.accept(aNewTask(), NOW);
    await stores.tasks.requestCancel('acme', broken.id, NOW);
    const mend = await breakColumn(database, 'tasks', 'input', broken.id);
    const read = async () =>
      (await stores.events.listEvents('acme', { after: 0, limit: 10 })).map(({ task }) => task.id);
    expect(await read()).toEqual([other.id]);
    await mend();
    expect(await read()).toEqual([broken.id, other.id, broken.id]);
  });

  it('S2: a value whose data key is gone is an error, and no text', async () => {
    const { database } = get();
    const { task } = await stores.submissions.accept(aNewTask(), NOW);
    const keys = await database.kysely.selectFrom('data_keys').selectAll().execute();
    await database.kysely.deleteFrom('data_keys').where('tenant_id', '=', 'acme').execute();
    database.ciphers.forgetAll();
    await expect(stores.tasks.findTask('acme', task.id)).rejects.toMatchObject(UNREADABLE);
    await database.kysely
      .insertInto('data_keys')
      .values(keys.filter((key) => key.tenant_id === 'acme'))
      .execute();
    expect(await stores.tasks.findTask('acme', task.id)).toMatchObject({ input: task.input });
  });
});

describePostgres('Keys of tenants over two nodes', (get) => {
  let nodes: readonly [Stores, Stores];
  let theirs: Database;
  beforeEach(async () => {
    theirs = await get().openAnother();
    nodes = [storesOf(get().database), storesOf(theirs)];
    await createTenants(new PostgresTenantStore(get().database), 'acme');
  });

  it('S2: make one set of keys, however many requests come first at once', async () => {
    const accepted = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        nodes[index % 2 === 0 ? 0 : 1].submissions.accept(aNewTask(), NOW),
      ),
    );
    expect(await keysOf(theirs, 'acme')).toHaveLength(2);
    for (const node of nodes) {
      for (const { task } of accepted) {
        expect(await node.tasks.findTask('acme', task.id)).toMatchObject({ input: task.input });
      }
    }
  });

  // Guarantee: nothing is ever sealed with a key that is not in the store any more.
  it('M19, S2: a node that still knows the keys of a deleted tenant seals nothing with them for the next', async () => {
    const [ours, other] = nodes;
    await other.submissions.accept(aNewTask(), NOW);
    await remove(get().database, 'acme');
    await createTenants(new PostgresTenantStore(get().database), 'acme');
    const { task } = await other.submissions.accept(aNewTask(), NOW);
    expect(await ours.tasks.findTask('acme', task.id)).toMatchObject({ input: task.input });
  });

  it('S2: a start without the key that the store needs names setting and keys; with both it opens', async () => {
    const { url } = get();
    const another = randomBytes(32).toString('base64');
    const open = (text: string): Promise<Database> =>
      openDatabase({
        url,
        log: silentLog,
        keys: () => Promise.resolve(new KeyRing(text, 'ENCRYPTION_KEY_FILE')),
      });
    await nodes[0].submissions.accept(aNewTask(), NOW);
    const message = await open(another).then(
      () => '',
      (error: unknown) => String(error),
    );
    const [needed = ''] = (await testKeys()).ids;
    expect(message).toMatch(/^Error: ENCRYPTION_KEY_FILE: /);
    expect(message).toContain(needed);
    expect(message).not.toContain(TEST_KEY);
    expect(message).not.toContain(another);
    await (await open(`${another}\n${TEST_KEY}`)).close();
  });

  it('S2: a start with a key of the right name that is not the key is an error too', async () => {
    const { database, url } = get();
    await nodes[0].submissions.accept(aNewTask(), NOW);
    const [first] = await database.kysely
      .selectFrom('data_keys')
      .selectAll()
      .orderBy('id')
      .execute();
    const wrapped = `${first?.wrapped.slice(0, -6) ?? ''}AAAAAA`;
    await database.kysely
      .updateTable('data_keys')
      .set({ wrapped })
      .where('id', '=', first?.id ?? '')
      .execute();
    await expect(openDatabase({ url, log: silentLog, keys: testKeys })).rejects.toThrow(
      /^ENCRYPTION_KEY: the data key .* does not open/,
    );
    await database.kysely
      .updateTable('data_keys')
      .set({ wrapped: first?.wrapped ?? '' })
      .where('id', '=', first?.id ?? '')
      .execute();
  });
});
