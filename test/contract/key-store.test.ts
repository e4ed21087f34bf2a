import { PostgresKeyStore } from '../../src/adapters/postgres/keys/postgres-key-store.js';
import type { Resource } from '../../src/ports/resources/resource-store.js';
import { PostgresResourceStore } from '../../src/adapters/postgres/resources/postgres-resource-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { ApiKey, KeyChange, KeyCredential, KeyPage } from '../../src/ports/keys/key-store.js';
import { anApiKey } from '../support/auth/an-api-key.js';
import { eachSetup } from '../support/store/database.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const TENANT = { id: 'acme', name: 'Acme Ltd', createdAt: NOW };

/** As it was stored, for its holder's requests. */
function aCredential(overrides: Partial<KeyCredential> = {}): KeyCredential {
  return anApiKey({
    secretHash: Buffer.from('00ff10', 'hex'),
    scopes: ['task:read', 'generate:video'],
    name: 'build server',
    createdAt: NOW,
    createdBy: 'key:operator',
    expiresAt: new Date(NOW.getTime() + 1_000),
    allowedAddresses: ['10.0.0.0/8', '2001:db8::/32'],
    ...overrides,
  });
}

function aStoredKey(overrides: Partial<ApiKey> = {}): ApiKey {
  const { tenantPolicy: _tenantPolicy, ...key } = aCredential(overrides);
  return key;
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
    await expect(store.createKey(aStoredKey({ tenantId: 'missing' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('knows whether there are keys at all', async () => {
    expect(await store.hasKeys()).toBe(false);
    await tenants.create(TENANT);
    await store.createKey(aStoredKey());
    expect(await store.hasKeys()).toBe(true);
  });

  it('changes what it is told to, and nothing else', async () => {
    await tenants.create(TENANT);
    await store.createKey(aStoredKey());
    const until = new Date(NOW.getTime() + 5);
    const changes: readonly KeyChange[] = [
      { name: null, expiresAt: null },
      { scopes: ['key:read'], allowedAddresses: [] },
      { secretHash: Buffer.from('22', 'hex'), replacedSecret: { hash: Buffer.from('33'), until } },
      { policy: { operations: ['createTextToVideo'], models: null, creditsPerRequestMax: 0.5 } },
      { replacedSecret: null, policy: null },
      { revokedAt: NOW },
      {},
    ];
    let expected = aStoredKey();
    for (const change of changes) {
      expected = { ...expected, ...change };
      expect(await store.changeKey('ab12', () => change)).toEqual(expected);
      expect(await store.findKey('ab12')).toEqual(expected);
    }
  });

  it('changes nothing when the decision throws, or when there is no key', async () => {
    await tenants.create(TENANT);
    await store.createKey(aStoredKey());
    const refused = store.changeKey('ab12', (key) => {
      expect(key).toEqual(aStoredKey());
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await store.findKey('ab12')).toEqual(aStoredKey());
    expect(await store.changeKey('none', () => ({ name: 'x' }))).toBeUndefined();
  });

  it('decides on a key as the change before has left it', async () => {
    await tenants.create(TENANT);
    await store.createKey(aStoredKey({ name: '' }));
    const append = () => store.changeKey('ab12', ({ name }) => ({ name: `${name ?? ''}x` }));
    await Promise.all(Array.from({ length: 5 }, append));
    expect((await store.findKey('ab12'))?.name).toBe('xxxxx');
  });

  it('lists the keys of one tenant or of all, newest first, and counts them', async () => {
    await tenants.create(TENANT);
    await tenants.create({ ...TENANT, id: 'bolt' });
    const keys = ['k001', 'k002', 'k003', 'k004', 'k005'].map((id, number) => {
      const createdAt = new Date(NOW.getTime() + (number < 2 ? 0 : number));
      return aStoredKey({ id, createdAt, tenantId: number === 3 ? 'bolt' : 'acme' });
    });
    for (const key of keys) await store.createKey(key);
    const idsOf = ({ keys: page }: KeyPage) => page.map(({ id }) => id);
    const all = await store.listKeys(null, { first: 10, after: null });
    expect([idsOf(all), all.hasNextPage, all.totalCount]).toEqual([
      ['k005', 'k004', 'k003', 'k002', 'k001'],
      false,
      5,
    ]);
    const first = await store.listKeys('acme', { first: 3, after: null });
    expect([idsOf(first), first.hasNextPage, first.totalCount]).toEqual([
      ['k005', 'k003', 'k002'],
      true,
      4,
    ]);
    const after = { createdAt: NOW, id: 'k002' };
    expect(idsOf(await store.listKeys('acme', { first: 3, after }))).toEqual(['k001']);
    expect(idsOf(await store.listKeys('none', { first: 3, after: null }))).toEqual([]);
  });

  it('is no credential while its tenant is suspended, and never again once it is deleted', async () => {
    await tenants.create(TENANT);
    await store.createKey(aStoredKey());
    expect(await store.findCredential('ab12')).toEqual(aCredential());

    await tenants.suspend('acme', NOW);
    expect(await store.findCredential('ab12')).toBeUndefined();
    expect(await store.findKey('ab12')).toEqual(aStoredKey());
    await tenants.resume('acme', NOW);
    expect(await store.findCredential('ab12')).toEqual(aCredential());

    await tenants.startRemoval('acme', NOW);
    expect(await store.findCredential('ab12')).toBeUndefined();
  });

  it('D17: looks up many credentials at once as it does each', async () => {
    await tenants.create(TENANT);
    await tenants.create({ ...TENANT, id: 'bolt' });
    const keys = [aCredential(), aCredential({ id: 'cd34' })];
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
