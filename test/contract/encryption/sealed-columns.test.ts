import { sql } from 'kysely';

import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { PostgresRunwayCredentialStore } from '../../../src/adapters/postgres/accounts/postgres-runway-credential-store.js';
import { dataKeyIdOf, isSealed } from '../../../src/adapters/postgres/encryption/cipher.js';
import { SEALED_COLUMNS } from '../../../src/adapters/postgres/encryption/sealed-columns.js';
import type { Task } from '../../../src/domain/task/task.js';
import { PostgresSettlementStore } from '../../../src/adapters/postgres/settlement/postgres-settlement-store.js';
import { storesOf, type Stores } from '../../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { NewTask } from '../../../src/ports/submission/new-task.js';
import { eachDatabase } from '../../support/store/database.js';
import {
  clearText,
  ONCE_CLEAR,
  rewriteValues,
  valuesOf,
} from '../../support/store/sealed-values.js';
import {
  acceptToSend,
  aKey,
  anAnswer,
  aNewTask,
  createTenants,
} from '../../support/store/new-task.js';
import { keepOutput } from '../../support/store/kept-output.js';
import { keepWebhook } from '../../support/store/kept-webhook.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const LEASE = { now: NOW, until: after(60_000) };
const CANARY = 'canary-7d1f';
const ACCOUNT = 'own-acme-1';

const DATA_URI = `data:image/png;base64,${Buffer.from(CANARY).toString('base64')}`;
const INPUT = { gen4Turbo: { promptText: CANARY } };
const FAILURE = { code: 'INTERNAL.BAD_OUTPUT', message: `Why: ${CANARY}`, retryable: true };
const OUTPUT = {
  url: `https://storage.example.com/${CANARY}.mp4?token=${CANARY}`,
  mimeType: 'video/mp4',
  expiresAt: null,
  nodeId: CANARY,
};

function aSecret(overrides: Partial<NewTask> = {}): NewTask {
  return aNewTask({
    input: INPUT,
    request: { pathIds: [], body: { promptText: CANARY, promptImage: DATA_URI } },
    ...overrides,
  });
}

/** Every row of every table, as text. */
async function dump({ kysely }: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema()`.execute(kysely);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(held)::text as row from ${sql.table(name)} as held`.execute(kysely);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

eachDatabase('Encryption of columns', (get) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = storesOf(get().database);
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt');
  });

  /** Tasks whose rows hold something in each encrypted column. */
  async function fill() {
    const { task: queued } = await stores.submissions.accept(
      aSecret({ idempotency: aKey('k', NOW) }),
      NOW,
    );
    const failed = await acceptToSend(stores, aSecret(), LEASE);
    await stores.outcomes.recordRefused(failed, FAILURE, NOW);
    const lost = await acceptToSend(stores, aSecret({ tenantId: 'bolt' }), LEASE);
    await stores.outcomes.recordUnconfirmed(lost, `broken: ${CANARY}`, NOW);
    const done = await acceptToSend(stores, aSecret({ tenantId: 'bolt' }), LEASE);
    const state = { status: 'SUCCEEDED', output: [OUTPUT] } as const;
    await stores.outcomes.recordAccepted(done, anAnswer(NOW, { state, cost: 5 }), NOW);
    await keepOutput(get().database, { tenantId: 'bolt', taskId: done.taskId, now: NOW });
    await keepWebhook(get().database, { tenantId: 'bolt', now: NOW, word: CANARY });
    const credentials = new PostgresRunwayCredentialStore(get().database);
    await credentials.set(
      { account: ACCOUNT, tenantId: 'acme', secret: CANARY, setBy: 'key:a' },
      NOW,
    );
    return { queued: queued.id, failed: failed.taskId, lost: lost.taskId, done: done.taskId };
  }

  async function expectAllReadable(ids: Awaited<ReturnType<typeof fill>>): Promise<void> {
    const tasks = [
      await stores.tasks.findTask('acme', ids.queued),
      await stores.tasks.findTask('acme', ids.failed),
      await stores.tasks.findTask('bolt', ids.lost),
      await stores.tasks.findTask('bolt', ids.done),
    ];
    expect(tasks.map((task) => task?.input)).toEqual([INPUT, INPUT, INPUT, INPUT]);
    expect(tasks[1]?.state).toEqual({ status: 'FAILED', failure: FAILURE });
    expect(tasks[3]?.state).toEqual({ status: 'SUCCEEDED', output: [OUTPUT] });
    const page = { first: 10, after: null };
    expect((await stores.tasks.listTasks('bolt', { statuses: ['SUCCEEDED'] }, page)).tasks).toEqual(
      [tasks[3]],
    );
    const events = await stores.events.listEvents('bolt', {
      after: 0,
      limit: 50,
      taskId: ids.done,
    });
    expect(events.at(-1)?.task).toEqual(tasks[3]);
    const settlements = new PostgresSettlementStore(get().database);
    expect((await settlements.listOpen('SUBMISSION', page)).tasks).toMatchObject([
      { task: tasks[2], detail: `broken: ${CANARY}` },
    ]);
    const credentials = new PostgresRunwayCredentialStore(get().database);
    expect(await credentials.open([ACCOUNT])).toEqual(new Map([[ACCOUNT, CANARY]]));
    const request = await settlements.findRequest('acme', ids.failed);
    expect(request?.request.body).toMatchObject({ promptText: CANARY });
  }

  it('S2: holds nothing of an input, a request, an output or a failure in clear', async () => {
    const ids = await fill();
    const text = await dump(get().database);
    expect(text).toContain(ids.done);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(Buffer.from(CANARY).toString('base64').slice(0, -4));
    // What statements look at is clear.
    expect(text).toContain('"SUCCEEDED"');
    expect(text).toContain(FAILURE.code);
    await expectAllReadable(ids);
    const lease = await stores.submissions.takeNextSubmission(LEASE);
    expect(lease).toMatchObject({ taskId: ids.queued, input: INPUT });
    expect(lease?.request).toEqual(aSecret().request);
  });

  it.each(SEALED_COLUMNS)('S2: names the data key in $table.$column', async (column) => {
    const { database } = get();
    await fill();
    const values = await valuesOf(database, column);
    const sealed = values.filter(({ value }) => column.dataKeyOf(value) !== undefined);
    expect(sealed).not.toEqual([]);
    expect(values.filter(({ value }) => column.isClear(value))).toEqual([]);
    for (const { tenant_id: tenant, value } of sealed) {
      const { dataKeyId } = await database.ciphers.of(tenant, database.kysely);
      expect(column.dataKeyOf(value)).toBe(dataKeyId);
    }
  });

  it('S2: reads what was written before there were keys, and encrypts it by its list of columns', async () => {
    const { database } = get();
    const ids = await fill();
    await rewriteValues(database, ONCE_CLEAR, clearText);
    expect(await dump(database)).toContain(CANARY);
    for (const column of ONCE_CLEAR) {
      const values = await valuesOf(database, column);
      expect(values.filter(({ value }) => column.dataKeyOf(value) !== undefined)).toEqual([]);
      expect(values.filter(({ value }) => column.isClear(value))).not.toEqual([]);
    }
    await expectAllReadable(ids);
    await rewriteValues(database, ONCE_CLEAR, (column, value, cipher, id) =>
      column.reseal(value, cipher, id),
    );
    expect(await dump(database)).not.toContain(CANARY);
    await expectAllReadable(ids);
  });

  it('S2: opens no value that was moved to another row, column or tenant', async () => {
    const { database } = get();
    const ids = await fill();
    const unreadable = { code: 'STORED_DATA_UNREADABLE' };
    const move = async (column: string, from: string, to: string, target = column) => {
      await sql`update tasks set ${sql.ref(target)} = source.${sql.ref(column)}
        from tasks as source where source.id = ${from} and tasks.id = ${to}`.execute(
        database.kysely,
      );
    };
    await move('input', ids.queued, ids.failed);
    const inputOf = async (tenantId: string, id: string) =>
      (await stores.tasks.findTask(tenantId, id))?.input;
    await expect(inputOf('acme', ids.failed)).rejects.toMatchObject(unreadable);
    await move('input', ids.queued, ids.done);
    await expect(inputOf('bolt', ids.done)).rejects.toMatchObject(unreadable);
    await sql`update tasks set input = submissions.request from submissions
      where submissions.task_id = tasks.id and tasks.id = ${ids.queued}`.execute(database.kysely);
    await expect(inputOf('acme', ids.queued)).rejects.toMatchObject(unreadable);
    await move('state', ids.done, ids.lost);
    const outputOf = (task: Task | undefined) => ({ ...task?.state });
    const lost = await stores.tasks.findTask('bolt', ids.lost);
    expect(() => outputOf(lost)).toThrow(expect.objectContaining(unreadable) as Error);
    const { tasks } = await stores.tasks.listTasks(
      'bolt',
      { ids: [ids.lost] },
      { first: 10, after: null },
    );
    expect(() => outputOf(tasks[0])).toThrow(expect.objectContaining(unreadable) as Error);
    // The books cannot be looked at otherwise when this is over.
    await sql`update tasks set input = '{}',
      state = case id when ${ids.lost} then '{"status":"UNCONFIRMED"}' else state end`.execute(
      database.kysely,
    );
  });

  it('S2: knows a request again by a keyed fingerprint, and by a plain one of before', async () => {
    const { database } = get();
    const fingerprint = 'f'.repeat(64);
    const { task } = await stores.submissions.accept(aSecret({ idempotency: aKey('k', NOW) }), NOW);
    const keyed = await database.kysely
      .selectFrom('idempotency_keys')
      .select('fingerprint')
      .executeTakeFirstOrThrow();
    expect(keyed.fingerprint).not.toBe(fingerprint);
    for (const stored of [keyed.fingerprint, fingerprint]) {
      await database.kysely.updateTable('idempotency_keys').set({ fingerprint: stored }).execute();
      expect((await stores.tasks.findReplay('acme', 'k', fingerprint))?.id).toBe(task.id);
      expect(await stores.tasks.findReplay('acme', 'k', 'e'.repeat(64))).toBeUndefined();
      const again = await stores.submissions.accept(aSecret({ idempotency: aKey('k', NOW) }), NOW);
      expect(again).toMatchObject({ replayed: true, task: { id: task.id } });
      await expect(
        stores.submissions.accept(aSecret({ idempotency: aKey('k', NOW, 'e'.repeat(64)) }), NOW),
      ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    }
  });

  it('S2: gives each tenant keys of its own', async () => {
    const { database } = get();
    await fill();
    const rows = await database.kysely
      .selectFrom('data_keys')
      .select(['id', 'tenant_id', 'purpose'])
      .where('tenant_id', 'is not', null)
      .orderBy('tenant_id')
      .orderBy('purpose')
      .execute();
    expect(rows.map((row) => [row.tenant_id, row.purpose])).toEqual([
      ['acme', 'fingerprint'],
      ['acme', 'seal'],
      ['bolt', 'fingerprint'],
      ['bolt', 'seal'],
    ]);
    const { rows: inputs } = await sql<{ input: unknown; tenant_id: string }>`
      select input, tenant_id from tasks`.execute(database.kysely);
    for (const { input, tenant_id: tenant } of inputs) {
      expect(isSealed(input)).toBe(true);
      const seal = rows.find((row) => row.tenant_id === tenant && row.purpose === 'seal');
      expect(dataKeyIdOf(input)).toBe(seal?.id);
    }
  });
});
