import { PostgresKeyStore } from '../../../src/adapters/postgres/keys/postgres-key-store.js';
import { PostgresTenantStore } from '../../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { hashSecret, newApiKey, parseApiKey } from '../../../src/domain/tenant/api-key.js';
import { SCOPES } from '../../../src/domain/tenant/scope.js';
import { Keys } from '../../../src/services/keys/keys.js';
import { openTestDatabase, type TestDatabase } from '../../support/store/database.js';
import { FakeClock } from '../../support/time/fake-clock.js';

describe('Keys', () => {
  let db: TestDatabase;
  let store: PostgresKeyStore;
  let tenants: PostgresTenantStore;
  let keys: Keys;
  const clock = new FakeClock();
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
    store = new PostgresKeyStore(db.database);
    tenants = new PostgresTenantStore(db.database);
    keys = new Keys({ store, tenants, clock });
  }, 60_000);
  afterEach(() => db.clear());
  afterAll(() => db.close());

  const createAnn = () => tenants.create({ id: 'ann', name: 'Ann', createdAt: clock.now() });

  const wanted = {
    tenantId: 'ann',
    scopes: ['task:read'],
    name: 'ci',
    expiresAt: null,
    allowedAddresses: [],
    createdBy: null,
  } as const;

  it('issues a key whose secret is stored as a hash only', async () => {
    await createAnn();
    const { key, text } = await keys.createApiKey(wanted);
    const parsed = parseApiKey(text);
    expect(key).toMatchObject({ id: parsed?.id, tenantId: 'ann', scopes: ['task:read'] });
    const stored = await store.findKey(key.id);
    expect(stored?.secretHash.equals(hashSecret(parsed?.secret ?? ''))).toBe(true);
    expect(JSON.stringify(stored)).not.toContain(parsed?.secret);
  });

  it('refuses a key without a tenant, for one that is being deleted, and one that has ended', async () => {
    await expect(keys.createApiKey(wanted)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await createAnn();
    const ended = keys.createApiKey({ ...wanted, expiresAt: clock.now() });
    await expect(ended).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: 'input.expiresAt' }],
    });
    await tenants.startRemoval('ann', clock.now());
    await expect(keys.createApiKey(wanted)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  describe('the first operator key', () => {
    let kept: string | undefined;
    const file = {
      read: () => Promise.resolve(kept),
      write: (text: string) => {
        kept = text;
        return Promise.resolve();
      },
    };

    beforeEach(() => {
      kept = undefined;
    });

    it('is issued at the first start only', async () => {
      const first = await keys.bootstrap({ file });
      if (first.kind !== 'issued') throw new Error(first.kind);
      expect(await store.findKey(first.id)).toMatchObject({ tenantId: 'default', scopes: SCOPES });
      expect(parseApiKey(kept ?? '')?.id).toBe(first.id);
      expect(await keys.bootstrap({ file })).toEqual({ kind: 'unchanged' });
    });

    it('is not stored when its text cannot be written', async () => {
      const full = { ...file, write: () => Promise.reject(new Error('full')) };
      await expect(keys.bootstrap({ file: full })).rejects.toThrow('full');
      expect(await store.hasKeys()).toBe(false);
    });

    it('is stored by the next start when the first one ended after writing its text', async () => {
      const { id, text } = newApiKey();
      kept = text;
      expect(await keys.bootstrap({ file })).toEqual({ kind: 'issued', id });
      expect(kept).toBe(text);
    });
  });

  it('adds a given operator’s key once, and refuses another secret under its id', async () => {
    const { id, text } = newApiKey();
    expect(await keys.bootstrap({ bootstrapKey: text })).toEqual({ kind: 'added', id });
    expect(await keys.bootstrap({ bootstrapKey: text })).toEqual({ kind: 'unchanged' });
    const other = `rgk_${id}_${'B'.repeat(22)}`;
    await expect(keys.bootstrap({ bootstrapKey: other })).rejects.toThrow('another secret');
    const second = newApiKey();
    expect(await keys.bootstrap({ bootstrapKey: second.text })).toMatchObject({ kind: 'added' });
  });

  it('refuses a given key of the wrong form without repeating it', async () => {
    const refused = keys.bootstrap({ bootstrapKey: 'rgk_canary' });
    await expect(refused).rejects.toThrow(/^BOOTSTRAP_API_KEY is not of the form/);
    await expect(refused).rejects.not.toThrow('canary');
    expect(await store.hasKeys()).toBe(false);
  });
});
