import { PostgresResourceStore } from '../../src/adapters/postgres/resources/postgres-resource-store.js';
import { PostgresRunwayCredentialStore } from '../../src/adapters/postgres/accounts/postgres-runway-credential-store.js';
import { isSealed } from '../../src/adapters/postgres/encryption/cipher.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { eachDatabase } from '../support/store/database.js';

const AT = new Date('2026-01-01T00:00:00Z');
const LATER = new Date('2026-01-02T00:00:00Z');

eachDatabase('RunwayCredentialStore', (get) => {
  let store: PostgresRunwayCredentialStore;
  let tenants: PostgresTenantStore;

  beforeEach(async () => {
    const { database } = get();
    store = new PostgresRunwayCredentialStore(database);
    tenants = new PostgresTenantStore(database);
    await store.removeOperator();
    for (const id of ['ann', 'bob']) await tenants.create({ id, name: id, createdAt: AT });
  });

  const set = (account: string, secret: string, tenantId: string | null = 'ann', now = AT) =>
    store.set({ account, tenantId, secret, setBy: 'key:ann' }, now);
  const inUse = async (tenantId: string | null = 'ann') =>
    (await store.listOf(tenantId)).map(({ account, retiredAt }) => [account, retiredAt]);

  it('M21: keeps secrets encrypted, and opens them by their account', async () => {
    await set('own-ann-1', 'key_canary_ann');
    await set('operator', 'key_canary_operator', null);
    const rows = await get().database.kysely.selectFrom('runway_credentials').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/canary/);
    expect(rows.every(({ secret }) => isSealed(secret))).toBe(true);
    const opened = await store.open(['own-ann-1', 'operator', 'own-bob-1']);
    expect([...opened]).toEqual(
      expect.arrayContaining([
        ['own-ann-1', 'key_canary_ann'],
        ['operator', 'key_canary_operator'],
      ]),
    );
    expect(opened.size).toBe(2);
  });

  it('M21: does not open a secret that was moved to another account', async () => {
    await set('own-ann-1', 'key_ann');
    await set('own-bob-1', 'key_bob', 'bob');
    const { kysely } = get().database;
    const { secret } = await kysely
      .selectFrom('runway_credentials')
      .select('secret')
      .where('account', '=', 'own-ann-1')
      .executeTakeFirstOrThrow();
    await kysely
      .updateTable('runway_credentials')
      .set({ secret: secret as unknown as string })
      .where('account', '=', 'own-bob-1')
      .execute();
    const opened = await store.open(['own-ann-1', 'own-bob-1']);
    expect(opened.get('own-ann-1')).toBe('key_ann');
    expect(opened.get('own-bob-1')).toBeInstanceOf(Error);
  });

  it('M21: does not use a secret that stands in the store in clear', async () => {
    await set('own-ann-1', 'key_ann');
    await get()
      .database.kysely.updateTable('runway_credentials')
      .set({ secret: 'key_of_another_hand' })
      .execute();
    expect((await store.open(['own-ann-1'])).get('own-ann-1')).toBeInstanceOf(Error);
  });

  it('has one in use for each tenant, and tells two secrets apart by their marks', async () => {
    const first = await set('own-ann-1', 'one');
    const second = await set('own-ann-1', 'two');
    const again = await set('own-ann-1', 'one');
    expect(second?.mark).not.toBe(first?.mark);
    expect(again?.mark).toBe(first?.mark);
    expect([first, second, again].map((each) => each?.version)).toEqual([1, 2, 3]);
    expect(await store.markOf('bob', 'one')).not.toBe(first?.mark);
    await set('own-ann-2', 'three', 'ann', LATER);
    expect(await inUse()).toEqual([
      ['own-ann-2', null],
      ['own-ann-1', LATER],
    ]);
    await set('own-ann-1', 'one', 'ann', LATER);
    expect(await inUse()).toEqual([
      ['own-ann-1', null],
      ['own-ann-2', LATER],
    ]);
    expect(await store.retire('ann', LATER)).toBe(true);
    expect(await store.retire('ann', LATER)).toBe(false);
  });

  it('takes none for a tenant that is not there or DELETING', async () => {
    expect(await set('own-carl-1', 'one', 'carl')).toBeUndefined();
    await tenants.startRemoval('bob', AT);
    expect(await set('own-bob-1', 'one', 'bob')).toBeUndefined();
    expect(await store.list()).toEqual([]);
  });

  it('counts every change, and nothing else', async () => {
    const numbers = [await store.changeNumber()];
    const note = async (): Promise<void> => {
      numbers.push(await store.changeNumber());
    };
    await note();
    await set('own-ann-1', 'one');
    await note();
    await store.retire('ann', AT);
    await note();
    await set('operator', 'two', null);
    await note();
    await store.removeOperator();
    await note();
    const [first, unchanged, ...others] = numbers;
    expect(unchanged).toBe(first);
    expect(new Set(others).size).toBe(others.length);
    expect(others).not.toContain(first);
  });

  it('destroys a retired secret when nothing of its account is left', async () => {
    const resources = new PostgresResourceStore(get().database);
    await set('own-ann-1', 'one');
    await resources.record({
      tenantId: 'ann',
      kind: 'voice',
      runwayAccount: 'own-ann-1',
      runwayId: 'voice-1',
      alias: null,
      runwaySlug: null,
      parentId: null,
      owner: 'key:ann',
      createdAt: AT,
      grantedAt: null,
    });
    expect(await store.findMade('own-ann-1', 'ann')).toEqual([{ kind: 'voice', id: 'voice-1' }]);
    expect(await store.forgetUnused(LATER)).toEqual([]);
    await store.retire('ann', AT);
    expect(await store.forgetUnused(LATER)).toEqual([]);
    await resources.remove('ann', 'voice', 'voice-1');
    expect(await store.forgetUnused(AT)).toEqual([]);
    expect(await store.forgetUnused(LATER)).toEqual(['own-ann-1']);
    expect(await store.list()).toEqual([]);
  });
});
