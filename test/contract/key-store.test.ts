import { PostgresKeyStore } from '../../src/adapters/postgres/postgres-key-store.js';
import type { Resource } from '../../src/ports/resource-store.js';
import { PostgresResourceStore } from '../../src/adapters/postgres/postgres-resource-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/postgres-tenant-store.js';
import type { ApiKey } from '../../src/ports/key-store.js';
import { eachSetup } from '../support/database.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const TENANT = { id: 'acme', name: 'Acme Ltd', createdAt: NOW };

function aStoredKey(overrides: Partial<ApiKey> = {}): ApiKey {
  return {
    id: 'ab12',
    tenantId: 'acme',
    secretHash: Buffer.from('00ff10', 'hex'),
    scopes: ['task:read', 'generate:video'],
    label: 'build server',
    createdAt: NOW,
    expiresAt: new Date(NOW.getTime() + 1_000),
    revokedAt: null,
    ...overrides,
  };
}

eachSetup('KeyStore', (get) => {
  let store: PostgresKeyStore;
  let tenants: PostgresTenantStore;

  beforeEach(() => {
    store = new PostgresKeyStore(get().database);
    tenants = new PostgresTenantStore(get().database);
  });

  it('returns a key as it was stored', async () => {
    await tenants.create(TENANT);
    const key = aStoredKey();

    expect(await store.createKey(key)).toEqual(key);
    expect(await store.findKey('ab12')).toEqual(key);
    expect((await store.findKey('ab12'))?.secretHash).toBeInstanceOf(Buffer);
    expect(await store.findKey('none')).toBeUndefined();
  });

  it("keeps a key's id once", async () => {
    await tenants.create(TENANT);
    await store.createKey(aStoredKey());

    expect(await store.createKey(aStoredKey({ secretHash: Buffer.from('11', 'hex') }))).toBe(
      undefined,
    );
    expect(await store.findKey('ab12')).toEqual(aStoredKey());
  });

  it('refuses a key for a tenant that does not exist', async () => {
    await expect(store.createKey(aStoredKey({ tenantId: 'nobody' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('knows whether there are keys at all', async () => {
    expect(await store.hasKeys()).toBe(false);
    await tenants.create(TENANT);
    await store.createKey(aStoredKey());
    expect(await store.hasKeys()).toBe(true);
  });

  it('revokes once: the first time stands', async () => {
    await tenants.create(TENANT);
    await store.createKey(aStoredKey());
    const revoked = aStoredKey({ revokedAt: NOW });

    expect(await store.revokeKey('ab12', NOW)).toEqual(revoked);
    expect(await store.revokeKey('ab12', new Date(NOW.getTime() + 5))).toEqual(revoked);
    expect(await store.findKey('ab12')).toEqual(revoked);
    expect(await store.revokeKey('none', NOW)).toBeUndefined();
  });

  it('is no credential while its tenant is suspended, and never again once it is deleted', async () => {
    await tenants.create(TENANT);
    await store.createKey(aStoredKey());
    expect(await store.findCredential('ab12')).toEqual(aStoredKey());

    await tenants.suspend('acme', NOW);
    expect(await store.findCredential('ab12')).toBeUndefined();
    expect(await store.findKey('ab12')).toEqual(aStoredKey());
    await tenants.resume('acme', NOW);
    expect(await store.findCredential('ab12')).toEqual(aStoredKey());

    await tenants.startRemoval('acme', NOW);
    expect(await store.findCredential('ab12')).toBeUndefined();
  });

  it('D17: looks up many credentials at once as it does each', async () => {
    await tenants.create(TENANT);
    await tenants.create({ ...TENANT, id: 'bolt' });
    const keys = [aStoredKey(), aStoredKey({ id: 'cd34' })];
    for (const key of [...keys, aStoredKey({ id: 'ef56', tenantId: 'bolt' })]) {
      await store.createKey(key);
    }
    await tenants.suspend('bolt', NOW);
    const found = await store.listCredentials(['cd34', 'none', 'ef56', 'ab12']);
    expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(keys);
    expect(await store.listCredentials([])).toEqual([]);
  });

  it('grants nothing for a scope that it does not know', async () => {
    await tenants.create(TENANT);
    await store.createKey(aStoredKey());
    await get()
      .database.kysely.updateTable('api_keys')
      .set({ scopes: ['task:read', 'from:a:later:version'] })
      .execute();
    expect((await store.findKey('ab12'))?.scopes).toEqual(['task:read']);
  });

  it('leaves a resource with the tenant to whom it was first recorded', async () => {
    await tenants.create(TENANT);
    await tenants.create({ ...TENANT, id: 'other' });
    const resources = new PostgresResourceStore(get().database);
    const upload: Resource = {
      tenantId: 'acme',
      kind: 'upload',
      runwayAccount: 'default',
      runwayId: 'runway://abc',
      alias: null,
      runwaySlug: null,
      parentId: null,
      owner: 'key:ab12',
      grantedAt: null,
      createdAt: NOW,
    };
    await resources.record(upload);
    await resources.record({ ...upload, tenantId: 'other' });

    expect(await get().database.kysely.selectFrom('resources').selectAll().execute()).toEqual([
      {
        tenant_id: 'acme',
        kind: 'upload',
        runway_account: 'default',
        runway_id: 'runway://abc',
        alias: null,
        runway_slug: null,
        parent_id: null,
        owner: 'key:ab12',
        granted_at: null,
        created_at: NOW,
      },
    ]);
  });
});
