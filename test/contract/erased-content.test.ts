// Guarantee: the content of a task that its owner deletes is gone from the store, and so are Runway's words about it;
// docs/operating/privacy.md lists every table.
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { storesOf } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { eachDatabase } from '../support/store/database.js';
import { aNewTask, createTenants } from '../support/store/new-task.js';
import { lockTask } from '../../src/adapters/postgres/tasks/task-rows.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const LEASE = { now: NOW, until: new Date(NOW.getTime() + 60_000) };
const FAILURE = {
  code: 'SAFETY.INPUT',
  message: 'Refused.',
  retryable: false,
  runwayMessage: 'The words of the client.',
};

eachDatabase('What the store keeps of a person', (get) => {
  it('is without the content of a deleted task, and without the words of Runway about it', async () => {
    const { database } = get();
    const stores = storesOf(database);
    await createTenants(new PostgresTenantStore(database), 'acme');
    const { task } = await stores.submissions.accept(aNewTask({ label: 'mine' }), NOW, undefined);
    const lease = await stores.submissions.takeNextSubmission(LEASE);
    if (lease === undefined) throw new Error('The submission could not be taken');
    await stores.outcomes.recordRefused(lease, FAILURE, NOW);
    const stored = () =>
      database.kysely
        .transaction()
        .execute((trx) => lockTask(trx, database.ciphers, task.id, true));
    expect((await stored())?.state).toEqual({ status: 'FAILED', failure: FAILURE });

    await stores.tasks.deleteTask('acme', task.id, NOW);

    const { runwayMessage: _said, ...failure } = FAILURE;
    expect(await stored()).toMatchObject({ input: null, label: null });
    expect((await stored())?.state).toEqual({ status: 'FAILED', failure });
    const { rows } = await sql<{ left: number }>`
      select (select count(*)::int from task_events) as left`.execute(database.kysely);
    expect(rows).toEqual([{ left: 0 }]);
  });

  it('is listed by table: each table of the database has a row of the page, and the page no other', async () => {
    const page = readFileSync('docs/operating/privacy.md', 'utf8');
    const [, stored = ''] = page.split(/^## .*$/m);
    const listed = [...stored.matchAll(/^\| `(\w+)` /gm)].map(([, table]) => table);
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = current_schema()`.execute(get().database.kysely);
    expect([...listed].sort()).toEqual(rows.map(({ name }) => name).sort());
    expect(new Set(listed).size).toBe(listed.length);
  });
});
