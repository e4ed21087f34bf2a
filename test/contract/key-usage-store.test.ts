import { PostgresKeyUsageStore } from '../../src/adapters/postgres/keys/postgres-key-usage-store.js';
import { PostgresKeyStore } from '../../src/adapters/postgres/keys/postgres-key-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { KeyUse } from '../../src/ports/keys/key-usage-store.js';
import { anApiKey } from '../support/auth/an-api-key.js';
import { eachDatabase } from '../support/store/database.js';
import { createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

function aUse(changes: Partial<KeyUse> = {}): KeyUse {
  return {
    keyId: 'ab12',
    requests: 2,
    lastAt: NOW,
    lastAddress: '192.0.2.1',
    scopes: new Map([['task:read', NOW]]),
    networks: new Map([['192.0.2.0/24', NOW]]),
    ...changes,
  };
}

eachDatabase('KeyUsageStore', (get) => {
  let store: PostgresKeyUsageStore;

  beforeEach(async () => {
    const { database } = get();
    store = new PostgresKeyUsageStore(database);
    await createTenants(new PostgresTenantStore(database), 'acme');
    const keys = new PostgresKeyStore(database);
    for (const id of ['ab12', 'cd34']) await keys.createKey(anApiKey({ id, createdAt: NOW }));
  });

  const usageOf = async (id: string) => (await store.findUsage([id])).get(id);

  it('adds up what several nodes have seen, and keeps the latest', async () => {
    await store.recordUses([aUse()]);
    const { keyId: _keyId, networks: _networks, ...first } = aUse();
    expect(await usageOf('ab12')).toEqual(first);
    const later = aUse({
      requests: 3,
      lastAt: at(9),
      lastAddress: '::1',
      scopes: new Map([
        ['task:read', at(9)],
        ['key:read', at(8)],
      ]),
    });
    await store.recordUses([later]);
    await store.recordUses([aUse({ lastAt: at(5), scopes: new Map([['task:read', at(5)]]) })]);
    expect(await usageOf('ab12')).toEqual({
      requests: 7,
      lastAt: at(9),
      lastAddress: '::1',
      scopes: later.scopes,
    });
  });

  it('keeps the address that is known', async () => {
    await store.recordUses([aUse()]);
    await store.recordUses([aUse({ lastAt: at(1), lastAddress: null })]);
    expect(await usageOf('ab12')).toMatchObject({ lastAt: at(1), lastAddress: '192.0.2.1' });
  });

  it('passes over keys that are gone, and forgets a key with it', async () => {
    await store.recordUses([aUse({ keyId: 'gone' }), aUse({ keyId: 'cd34' })]);
    expect([...(await store.findUsage(['gone', 'cd34', 'ab12'])).keys()]).toEqual(['cd34']);
    await get().database.kysely.deleteFrom('api_keys').where('id', '=', 'cd34').execute();
    expect(await store.findUsage(['cd34'])).toEqual(new Map());
  });

  it('takes many keys at once from several nodes', async () => {
    const keys = ['ab12', 'cd34'];
    const uses = (order: readonly string[]) => order.map((keyId) => aUse({ keyId, requests: 1 }));
    await Promise.all([
      ...Array.from({ length: 5 }, () => store.recordUses(uses(keys))),
      ...Array.from({ length: 5 }, () => store.recordUses(uses(keys.toReversed()))),
    ]);
    for (const id of keys) expect((await usageOf(id))?.requests).toBe(10);
  });

  it('records nothing of nothing', async () => {
    await store.recordUses([]);
    expect(await store.findUsage(['ab12'])).toEqual(new Map());
    expect(await store.findUsage([])).toEqual(new Map());
  });
});
