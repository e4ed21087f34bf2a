// Guarantee: a rotation ends with everything under the newest keys, moves nothing else in a row, and
// at no step keeps a node from reading what another has written.
import { randomBytes } from 'node:crypto';

import { sql } from 'kysely';

import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { Ciphers } from '../../../src/adapters/postgres/encryption/ciphers.js';
import { KeyRing } from '../../../src/adapters/postgres/encryption/key-ring.js';
import {
  countWrapped,
  replaceDataKeys,
  rewrapKeys,
} from '../../../src/adapters/postgres/encryption/replace-keys.js';
import { RowResealer } from '../../../src/adapters/postgres/encryption/reseal-rows.js';
import { SEALED_COLUMNS } from '../../../src/adapters/postgres/encryption/sealed-columns.js';
import { storesOf, type Stores } from '../../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import {
  describePostgres,
  eachDatabase,
  silentLog,
  type TestDatabase,
} from '../../support/store/database.js';
import { TEST_KEY } from '../../support/store/key-ring.js';
import { acceptToSend, anAnswer, aNewTask, createTenants } from '../../support/store/new-task.js';
import { keepOutput } from '../../support/store/kept-output.js';
import { keepWebhook } from '../../support/store/kept-webhook.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const LEASE = { now: NOW, until: new Date(NOW.getTime() + 60_000) };
const NEW_KEY = randomBytes(32).toString('base64');
const FAILURE = { code: 'INTERNAL', message: 'Why it failed', retryable: true };
const TASKS = 70;

/** By the database's clock, which stamps data keys. */
const later = () => new Date(Date.now() + 3_600_000);

const ringOf = (...keys: readonly string[]) => new KeyRing(keys.join('\n'), 'ENCRYPTION_KEY');

/** The same database as a node with other keys sees it. */
function nodeOf(database: Database, ...keys: readonly string[]): Database {
  return { ...database, ciphers: new Ciphers(ringOf(...keys)) };
}

const walk = (database: Database) => new RowResealer(database, silentLog).walk();

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Tasks of two tenants, more than a batch, whose rows hold something in each encrypted column. */
async function fill(database: Database): Promise<Stores> {
  const stores = storesOf(database);
  await createTenants(new PostgresTenantStore(database), 'acme', 'bolt');
  for (let count = 0; count < TASKS; count += 1) {
    await stores.submissions.accept(aNewTask({ tenantId: count % 2 === 0 ? 'acme' : 'bolt' }), NOW);
  }
  await stores.outcomes.recordRefused(await acceptToSend(stores, aNewTask(), LEASE), FAILURE, NOW);
  await stores.outcomes.recordUnconfirmed(
    await acceptToSend(stores, aNewTask(), LEASE),
    'broken',
    NOW,
  );
  const state = {
    status: 'SUCCEEDED',
    output: [{ url: 'https://example.com/a.mp4', mimeType: null, expiresAt: null, nodeId: null }],
  } as const;
  const done = await acceptToSend(stores, aNewTask({ tenantId: 'bolt' }), LEASE);
  await stores.outcomes.recordAccepted(done, anAnswer(NOW, { state, cost: 5 }), NOW);
  await keepOutput(database, { tenantId: 'bolt', taskId: done.taskId, now: NOW });
  await keepWebhook(database, { tenantId: 'bolt', now: NOW, word: 'told' });
  return stores;
}

/** What every row holds beside its encrypted columns, and of these what is clear. */
async function clearRows({ kysely }: Database): Promise<readonly string[]> {
  const tables = [...new Set(SEALED_COLUMNS.map(({ table }) => table)), 'tenants'];
  const rows: string[] = [];
  for (const table of tables) {
    const sealed = SEALED_COLUMNS.filter((one) => one.table === table && one.form === 'whole');
    const found = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(held) as row from ${sql.table(table)} as held`.execute(kysely);
    for (const { row } of found.rows) {
      const hidden = new Set(['sealed', ...sealed.map(({ column }) => column)]);
      rows.push(
        JSON.stringify(row, (name, value: unknown) => (hidden.has(name) ? undefined : value)),
      );
    }
  }
  return rows.sort();
}

async function readAll(stores: Stores): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const tenant of ['acme', 'bolt']) {
    const { tasks } = await stores.tasks.listTasks(tenant, {}, { first: 500, after: null });
    const events = await stores.events.listEvents(tenant, { after: 0, limit: 1_000 });
    texts.push(JSON.stringify({ tasks, events }));
  }
  return texts;
}

/** Ids of the data keys that sealed values name. */
async function usedKeys({ kysely }: Database): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const { table, column, dataKeyOf } of SEALED_COLUMNS) {
    const { rows } = await sql<{ value: unknown }>`
      select ${sql.ref(column)} as value from ${sql.table(table)}`.execute(kysely);
    for (const { value } of rows) {
      const id = value === null ? undefined : dataKeyOf(value);
      if (id !== undefined) used.add(id);
    }
  }
  return used;
}

async function currentKeys({ kysely }: Database): Promise<ReadonlySet<string>> {
  const rows = await kysely
    .selectFrom('data_keys')
    .select('id')
    .where('purpose', '=', 'seal')
    .where('is_current', '=', true)
    .where('tenant_id', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function suite(get: () => TestDatabase): void {
  it('S2: replaces the data key of each tenant, and moves nothing else in any row', async () => {
    const { database } = get();
    const stores = await fill(database);
    const [rows, read] = [await clearRows(database), await readAll(stores)];
    const before = await currentKeys(database);

    const replaced = await replaceDataKeys(database.kysely, ringOf(TEST_KEY), later());
    expect(replaced).toBe((await countKeys(database)) / 2);
    database.ciphers.forgetAll();
    const outcome = await walk(database);
    expect(outcome).toMatchObject({ left: 0, unreadable: 0 });
    expect([...outcome.again.keys()].sort()).toEqual(
      SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`)
        .filter((name) => !/^submissions\.reduced_request$|^runway_credentials\./.test(name))
        .sort(),
    );
    const used = await usedKeys(database);
    expect(used).toEqual(await currentKeys(database));
    expect([...used].filter((id) => before.has(id))).toEqual([]);
    expect(await clearRows(database)).toEqual(rows);
    expect(await readAll(stores)).toEqual(read);

    const second = await walk(database);
    expect([sumOf(second.again), sumOf(second.first), second.left]).toEqual([0, 0, 0]);
  });

  it('S2: is done by each of two at once without harm', async () => {
    const { database } = get();
    const stores = await fill(database);
    const read = await readAll(stores);
    const before = later();
    const rotate = async (node: Database): Promise<number> => {
      const replaced = await replaceDataKeys(node.kysely, ringOf(TEST_KEY), before);
      node.ciphers.forgetAll();
      await walk(node);
      return replaced;
    };
    const tenants = (await currentKeys(database)).size;
    const nodes = [nodeOf(database, TEST_KEY), nodeOf(database, TEST_KEY)];
    const counts = await Promise.all(nodes.map(rotate));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(tenants);
    database.ciphers.forgetAll();
    await walk(database);
    expect(await usedKeys(database)).toEqual(await currentKeys(database));
    expect(await readAll(stores)).toEqual(read);
  });

  it('S2: changes the key-encryption key in steps at which every node reads what the others write', async () => {
    const { database } = get();
    await fill(database);
    const steps = [
      [[TEST_KEY], [TEST_KEY, NEW_KEY]],
      [
        [TEST_KEY, NEW_KEY],
        [NEW_KEY, TEST_KEY],
      ],
      [[NEW_KEY, TEST_KEY], [NEW_KEY]],
    ] as const;
    for (const [step, rings] of steps.entries()) {
      if (step === 2) {
        expect(await rewrapKeys(database.kysely, ringOf(NEW_KEY, TEST_KEY))).toBeGreaterThan(3);
        expect([...(await countWrapped(database.kysely)).keys()]).toEqual(ringOf(NEW_KEY).ids);
        expect(await rewrapKeys(database.kysely, ringOf(NEW_KEY, TEST_KEY))).toBe(0);
      }
      const nodes = rings.map((keys) => nodeOf(database, ...keys));
      for (const [index, writer] of nodes.entries()) {
        const tenant = `t${String(step)}${String(index)}`;
        await createTenants(new PostgresTenantStore(writer), tenant);
        const made = aNewTask({ tenantId: tenant });
        await storesOf(writer).submissions.accept(made, NOW);
        for (const reader of nodes) {
          await reader.ciphers.checkRing(reader.kysely);
          const found = await storesOf(reader).tasks.findTask(tenant, made.id);
          expect(found?.input).toEqual(made.input);
        }
      }
    }
    // The old key is not needed any more, and does not do instead of the new one.
    const alone = nodeOf(database, NEW_KEY);
    await alone.ciphers.checkRing(alone.kysely);
    expect(await readAll(storesOf(alone))).toHaveLength(2);
    const stale = nodeOf(database, TEST_KEY);
    await expect(stale.ciphers.checkRing(stale.kysely)).rejects.toThrow(ringOf(NEW_KEY).currentId);
    // And back, with which the test's own handle reads.
    await rewrapKeys(database.kysely, ringOf(TEST_KEY, NEW_KEY));
  });

  it('S2: passes over what no key can decrypt, counts it, and does the rest', async () => {
    const { database } = get();
    await fill(database);
    const [broken] = await database.kysely.selectFrom('tasks').select('id').limit(1).execute();
    const id = broken?.id ?? '';
    await sql`create table whole as select id, input from tasks where id = ${id}`.execute(
      database.kysely,
    );
    await sql`update tasks set input = to_jsonb(overlay(input #>> '{}' placing 'AAAA' from 60))
      where id = ${id}`.execute(database.kysely);
    await replaceDataKeys(database.kysely, ringOf(TEST_KEY), later());
    database.ciphers.forgetAll();
    const { unreadable, again } = await walk(database);
    expect(unreadable).toBe(1);
    expect(again.get('tasks.input')).toBe(TASKS + 3);
    await sql`update tasks set input = whole.input from whole where whole.id = tasks.id`.execute(
      database.kysely,
    );
    await sql`drop table whole`.execute(database.kysely);
  });
}

async function countKeys({ kysely }: Database): Promise<number> {
  const rows = await kysely
    .selectFrom('data_keys')
    .select('id')
    .where('is_current', '=', true)
    .execute();
  return rows.length;
}

eachDatabase('A rotation of keys', suite);

describePostgres('A rotation of keys beside others', (get) => {
  it('S2: leaves locked rows to the next walk, and waits for no other client', async () => {
    const { database } = get();
    await fill(database);
    const { rows } = await sql<{ id: string }>`select id from tasks limit 3`.execute(
      database.kysely,
    );
    await replaceDataKeys(database.kysely, ringOf(TEST_KEY), later());
    database.ciphers.forgetAll();
    const first = await database.kysely.transaction().execute(async (trx) => {
      const ids = rows.map(({ id }) => id);
      await sql`select from tasks where id = any(${ids}) for update`.execute(trx);
      return await walk(database);
    });
    expect(first.left).toBe(3);
    const second = await walk(database);
    expect([second.left, sumOf(second.again)]).toEqual([0, 3]);
  });
});
