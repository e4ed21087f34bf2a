import { PostgresAccessReviewStore } from '../../src/adapters/postgres/keys/postgres-access-review-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import type { ReviewFinding, ReviewPlace } from '../../src/ports/keys/access-review-store.js';
import type { ApiKey } from '../../src/ports/keys/key-store.js';
import { anApiKey } from '../support/auth/an-api-key.js';
import { eachDatabase } from '../support/store/database.js';
import { createTenants } from '../support/store/new-task.js';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-06-01T00:00:00.000Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS);

eachDatabase('AccessReviewStore', (get) => {
  let store: PostgresAccessReviewStore;
  let stores: Stores;

  beforeEach(async () => {
    const { database } = get();
    store = new PostgresAccessReviewStore(database);
    stores = storesOf(database);
    await createTenants(stores.tenants, 'acme', 'bolt', 'core');
  });

  async function addKey(id: string, changes: Partial<ApiKey> = {}, usedAt?: Date): Promise<void> {
    const key = anApiKey({ id, createdAt: daysAgo(200), scopes: ['task:read'], ...changes });
    await stores.keys.createKey(key);
    if (usedAt === undefined) return;
    const scopes = new Map([['task:read' as const, usedAt]]);
    const use = {
      keyId: id,
      requests: 1,
      lastAt: usedAt,
      lastAddress: null,
      scopes,
      networks: new Map(),
    };
    await stores.keyUsage.recordUses([use]);
  }

  const review = (finding: ReviewFinding | null, first = 10, after: ReviewPlace | null = null) =>
    store.listReviewedKeys({ now: NOW, unusedSince: daysAgo(90), finding }, { first, after });
  const idsOf = async (finding: ReviewFinding | null) =>
    (await review(finding)).keys.map(({ key }) => key.id);

  it('finds keys that are unused, endless, or have scopes that were never needed', async () => {
    const expiresAt = new Date(NOW.getTime() + DAY_MS);
    await addKey('used', { expiresAt }, daysAgo(1));
    await addKey('stale', { expiresAt }, daysAgo(91));
    await addKey('never', { expiresAt, scopes: [] });
    await addKey('young', { createdAt: daysAgo(1), scopes: ['key:read', 'task:read'] });
    expect(await idsOf(null)).toEqual(['never', 'stale', 'used', 'young']);
    expect((await review(null, 10, { tenantId: 'zzz', id: 'zzzz' })).keys).toEqual([]);
    expect(await idsOf('UNUSED')).toEqual(['never', 'stale']);
    expect(await idsOf('ENDLESS')).toEqual(['young']);
    expect(await idsOf('UNUSED_SCOPES')).toEqual(['young']);
    const { keys } = await review(null);
    expect(
      keys.map(({ key, isUnused, unusedScopes, lastUsedAt }) => [
        key.id,
        isUnused,
        unusedScopes,
        lastUsedAt,
      ]),
    ).toEqual([
      ['never', true, [], null],
      ['stale', true, [], daysAgo(91)],
      ['used', false, [], daysAgo(1)],
      ['young', false, ['key:read', 'task:read'], null],
    ]);
  });

  it('leaves out what cannot be used, and goes page by page over all tenants', async () => {
    await addKey('ended', { expiresAt: NOW });
    await addKey('revoked', { revokedAt: daysAgo(1) });
    await addKey('gone', { tenantId: 'core' });
    await stores.tenants.startRemoval('core', NOW);
    await addKey('bbbb', { tenantId: 'acme' });
    await addKey('aaaa', { tenantId: 'bolt' });
    await addKey('cccc', { tenantId: 'bolt' });
    await stores.tenants.suspend('bolt', NOW);
    const first = await review(null, 2);
    expect(first.keys.map(({ key, tenant }) => [tenant.id, tenant.status, key.id])).toEqual([
      ['acme', 'ACTIVE', 'bbbb'],
      ['bolt', 'SUSPENDED', 'aaaa'],
    ]);
    expect(first.hasNextPage).toBe(true);
    const rest = await review(null, 2, { tenantId: 'bolt', id: 'aaaa' });
    expect(rest.keys.map(({ key }) => key.id)).toEqual(['cccc']);
    expect(rest.hasNextPage).toBe(false);
  });

  it('lists tenants that have no limit on the whole', async () => {
    const { budgets, tenants } = stores;
    await budgets.setLimit({ tenantId: 'acme', subject: null, period: 'MONTH' }, 5, NOW);
    await budgets.setLimit({ tenantId: 'bolt', subject: 'key:ab12', period: 'DAY' }, 5, NOW);
    await tenants.startRemoval('core', NOW);
    const page = await store.listTenantsWithoutBudget({ first: 10, after: null });
    expect(page.tenants.map(({ id }) => id)).toEqual(['bolt']);
    expect((await store.listTenantsWithoutBudget({ first: 1, after: 'bolt' })).tenants).toEqual([]);
  });

  it('revokes keys that were not used for so long, but one, a few at a time', async () => {
    await addKey('used', {}, daysAgo(1));
    await addKey('first', {}, daysAgo(120));
    await addKey('second', {}, daysAgo(100));
    await addKey('third', {}, daysAgo(95));
    await addKey('caller', {}, daysAgo(300));
    await addKey('revoked', { revokedAt: daysAgo(150) }, daysAgo(160));
    const revoke = async (limit: number) =>
      (
        await store.revokeUnusedKeys({
          now: NOW,
          unusedSince: daysAgo(90),
          exceptKeyId: 'caller',
          limit,
        })
      )
        .map(({ id, revokedAt }) => `${id} ${String(revokedAt?.getTime() === NOW.getTime())}`)
        .sort();
    expect(await revoke(2)).toEqual(['first true', 'second true']);
    expect(await revoke(2)).toEqual(['third true']);
    expect(await revoke(2)).toEqual([]);
    expect((await stores.keys.findKey('caller'))?.revokedAt).toBeNull();
    expect((await stores.keys.findKey('revoked'))?.revokedAt).toEqual(daysAgo(150));
  });
});
