// Guarantee: no statement can change a credential without every node hearing of it, and its own node
// before the statement's answer.
import { sql } from 'kysely';

import type { Database } from '../../src/adapters/postgres/connection/database.js';
import { PostgresEventBus } from '../../src/adapters/postgres/events/postgres-event-bus.js';
import {
  KEY_COLUMNS,
  PostgresKeyStore,
} from '../../src/adapters/postgres/keys/postgres-key-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { anApiKey } from '../support/auth/an-api-key.js';
import { describePostgres, eachSetup, silentLog } from '../support/store/database.js';
import { createTenants } from '../support/store/new-task.js';
import { FakeClock } from '../support/time/fake-clock.js';

/** What a database's followers are told. */
function follow(database: Database) {
  const told: string[] = [];
  database.credentialChanges.follow({
    onChange: ({ kind, id }) => told.push(`${kind}:${id}`),
    onHearing: (isHearing) => told.push(isHearing ? 'hearing' : 'deaf'),
  });
  return () => told.splice(0);
}

async function aKeyIn(database: Database): Promise<void> {
  await createTenants(new PostgresTenantStore(database), 'acme');
  const { tenantPolicy: _none, ...key } = anApiKey({ scopes: ['task:read'] });
  await new PostgresKeyStore(database).createKey(key);
}

/** Columns that `find_credential` reads or goes by; each is to be told of when it changes. */
const COLUMNS = {
  api_keys: KEY_COLUMNS.map((column) => column.replace('api_keys.', '')),
  tenants: ['suspended_at', 'deleted_at', 'policy'],
} as const;

eachSetup('CredentialChanges', (get) => {
  let told: () => string[];
  let stop: () => Promise<void> = () => Promise.resolve();

  beforeEach(async () => {
    const { database } = get();
    await aKeyIn(database);
    // On Postgres by the notices alone, which come with the answers; notifications come later.
    if (database.kind === 'pglite') {
      const bus = new PostgresEventBus({ database, clock: new FakeClock(), log: silentLog });
      ({ stop } = await bus.listen(() => undefined));
    }
    told = follow(database);
    told();
  });

  afterEach(() => stop());

  it('are told with the answer of the statement that makes them, for every column', async () => {
    const { kysely } = get().database;
    for (const column of COLUMNS.api_keys) {
      await sql`update api_keys set ${sql.ref(column)} = ${sql.ref(column)}`.execute(kysely);
      expect([column, ...told()]).toEqual([column, 'key:ab12']);
    }
    for (const column of COLUMNS.tenants) {
      await sql`update tenants set ${sql.ref(column)} = ${sql.ref(column)}`.execute(kysely);
      expect([column, ...told()]).toEqual([column, 'tenant:acme']);
    }
  });

  it('are told of rows that go', async () => {
    const { kysely } = get().database;
    await kysely.deleteFrom('api_keys').execute();
    expect(told()).toEqual(['key:ab12']);
    await kysely.deleteFrom('tenants').execute();
    expect(told()).toEqual(['tenant:acme']);
  });

  it('are told with the commit of a transaction', async () => {
    const { kysely } = get().database;
    await kysely.transaction().execute(async (trx) => {
      await trx
        .updateTable('api_keys')
        .set({ revoked_at: new Date(0) })
        .execute();
      await trx
        .updateTable('tenants')
        .set({ suspended_at: new Date(0) })
        .execute();
      expect(told()).toEqual([]);
    });
    expect(told()).toEqual(['key:ab12', 'tenant:acme']);
  });

  it('are none of the counters that every task moves', async () => {
    const { kysely } = get().database;
    await sql`update tenants set event_seq = event_seq + 1, live_tasks = live_tasks,
      last_served_turn = last_served_turn + 1, stored_bytes = stored_bytes,
      queued_tasks = queued_tasks`.execute(kysely);
    await sql`update api_keys set counted_since = now()`.execute(kysely);
    expect(told()).toEqual([]);
  });
});

describePostgres('CredentialChanges across processes', (get) => {
  it('are heard by another node, which is deaf while its connection is lost', async () => {
    const { database } = get();
    await aKeyIn(database);
    const other = await get().openAnother();
    const clock = new FakeClock();
    const bus = new PostgresEventBus({ database: other, clock, log: silentLog });
    const told: string[] = [];
    const next = followEach(other, told);
    const { stop } = await bus.listen(() => undefined);
    await next('hearing');

    await database.kysely.updateTable('api_keys').set({ name: 'new' }).execute();
    await next('key:ab12');

    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`.execute(database.kysely);
    await next('deaf');
    await clock.until(() => Promise.resolve(told.at(-1) === 'hearing'), { stepMs: 100 });

    await database.kysely.updateTable('tenants').set({ policy: null }).execute();
    await next('tenant:acme');
    await stop();
    expect(told).toEqual(['deaf', 'hearing', 'key:ab12', 'deaf', 'hearing', 'tenant:acme', 'deaf']);
  });
});

/** Adds what is told to `told`; the function waits until the last is this. */
function followEach(database: Database, told: string[]): (last: string) => Promise<void> {
  let check: () => void = () => undefined;
  const add = (text: string): void => {
    told.push(text);
    check();
  };
  database.credentialChanges.follow({
    onChange: ({ kind, id }) => {
      add(`${kind}:${id}`);
    },
    onHearing: (isHearing) => {
      add(isHearing ? 'hearing' : 'deaf');
    },
  });
  return (last) =>
    new Promise((resolve) => {
      check = () => {
        if (told.at(-1) === last) resolve();
      };
      check();
    });
}
