import { NO_POLICY, type PolicyChange } from '../../src/domain/tenant/access-policy.js';
import { PostgresKeyStore } from '../../src/adapters/postgres/keys/postgres-key-store.js';
import { PostgresModerationStore } from '../../src/adapters/postgres/tenants/postgres-moderation-store.js';
import { PostgresResourceStore } from '../../src/adapters/postgres/resources/postgres-resource-store.js';
import { storesOf } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { anApiKey } from '../support/auth/an-api-key.js';
import { eachDatabase } from '../support/store/database.js';
import { aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const TENANT = { id: 'acme', name: 'Acme Ltd', createdAt: NOW };
const ACTIVE = {
  ...TENANT,
  status: 'ACTIVE',
  liveTasksMax: null,
  ratePercent: null,
  policy: null,
};

eachDatabase('TenantStore', (get) => {
  let store: PostgresTenantStore;
  beforeEach(() => {
    store = new PostgresTenantStore(get().database);
  });

  const statusOf = async () => (await store.find('acme'))?.status;

  it('keeps a tenant, and its id once', async () => {
    expect(await store.create(TENANT)).toEqual(ACTIVE);
    expect(await store.create({ ...TENANT, name: 'Other' })).toBeUndefined();
    expect(await store.find('acme')).toEqual(ACTIVE);
    expect(await store.find('missing')).toBeUndefined();
    expect(await store.count()).toBe(1);
  });

  it('sets what is given of a policy and leaves the rest', async () => {
    await store.create(TENANT);
    const policyAfter = async (change: PolicyChange) =>
      (await store.setPolicy('acme', change))?.policy;
    expect(await policyAfter({ models: ['gen4.5'] })).toEqual({ ...NO_POLICY, models: ['gen4.5'] });
    expect(await policyAfter({ creditsPerRequestMax: 0.5, operations: [] })).toEqual({
      operations: [],
      models: ['gen4.5'],
      creditsPerRequestMax: 0.5,
    });
    expect(await policyAfter({ models: null, operations: null })).toEqual({
      ...NO_POLICY,
      creditsPerRequestMax: 0.5,
    });
    expect((await store.find('acme'))?.policy?.creditsPerRequestMax).toBe(0.5);
    expect(await store.setPolicy('missing', {})).toBeUndefined();
    await store.startRemoval('acme', NOW);
    expect(await store.setPolicy('acme', {})).toBeUndefined();
  });

  it('lists tenants by id, page by page', async () => {
    await createTenants(store, 'core', 'acme', 'bolt');
    const first = await store.list({ first: 2, after: null });
    expect(first.tenants.map(({ id }) => id)).toEqual(['acme', 'bolt']);
    expect(first.hasNextPage).toBe(true);
    const second = await store.list({ first: 2, after: 'bolt' });
    expect(second.tenants.map(({ id }) => id)).toEqual(['core']);
    expect(second.hasNextPage).toBe(false);
  });

  it('shows the gravest of what holds a tenant back, and lifts all but deletion', async () => {
    await store.create(TENANT);
    const moderation = new PostgresModerationStore(get().database);
    await moderation.stopIfModerated('acme', { since: NOW, max: 0 }, NOW);
    expect(await statusOf()).toBe('STOPPED');
    expect(await store.suspend('acme', NOW)).toMatchObject({ status: 'SUSPENDED' });
    expect(await store.resume('acme', NOW)).toEqual(ACTIVE);

    await store.suspend('acme', NOW);
    expect(await store.startRemoval('acme', NOW)).toMatchObject({ status: 'DELETING' });
    expect(await store.startRemoval('acme', NOW)).toMatchObject({ status: 'DELETING' });
    expect(await store.resume('acme', NOW)).toBeUndefined();
    expect(await store.suspend('acme', NOW)).toBeUndefined();
    expect(await store.setLimits('acme', { liveTasksMax: 1 })).toBeUndefined();
    expect(await statusOf()).toBe('DELETING');
  });

  it('changes none that is not there', async () => {
    expect(await store.suspend('missing', NOW)).toBeUndefined();
    expect(await store.resume('missing', NOW)).toBeUndefined();
    expect(await store.startRemoval('missing', NOW)).toBeUndefined();
    expect(await store.setLimits('missing', { liveTasksMax: 1 })).toBeUndefined();
  });

  it('keeps a limit and forgets it', async () => {
    await store.create(TENANT);
    expect(await store.setLimits('acme', { liveTasksMax: 0 })).toMatchObject({ liveTasksMax: 0 });
    expect(await store.setLimits('acme', { liveTasksMax: null })).toEqual(ACTIVE);
  });

  it('R1: lists the rates of those that have one, and keeps one that is left out', async () => {
    await createTenants(store, 'acme', 'bolt', 'crow');
    await store.setLimits('acme', { liveTasksMax: null, ratePercent: 50 });
    await store.setLimits('bolt', { liveTasksMax: null, ratePercent: 300 });
    await store.setLimits('acme', { liveTasksMax: 7 });
    expect(await store.listRates()).toEqual(
      new Map([
        ['acme', 50],
        ['bolt', 300],
      ]),
    );
    await store.setLimits('bolt', { liveTasksMax: null, ratePercent: null });
    expect([...(await store.listRates()).keys()]).toEqual(['acme']);
  });

  it('counts what each tenant has', async () => {
    await createTenants(store, 'acme', 'bolt');
    const stores = storesOf(get().database);
    await stores.submissions.accept(aNewTask(), NOW);
    const cancelled = aNewTask();
    await stores.submissions.accept(cancelled, NOW);
    await stores.tasks.requestCancel('acme', cancelled.id, NOW);
    const hidden = aNewTask();
    await stores.submissions.accept(hidden, NOW);
    await stores.tasks.requestCancel('acme', hidden.id, NOW);
    await stores.tasks.deleteTask('acme', hidden.id, NOW);
    const keys = new PostgresKeyStore(get().database);
    for (const id of ['live', 'revoked']) {
      const revokedAt = id === 'revoked' ? NOW : null;
      await keys.createKey(anApiKey({ id, createdAt: NOW, revokedAt }));
    }
    const resources = new PostgresResourceStore(get().database);
    for (const [kind, runwayId] of [
      ['avatar', 'a1'],
      ['avatar', 'a2'],
      ['voice', 'v1'],
    ] as const) {
      await resources.record({
        tenantId: 'acme',
        kind,
        runwayAccount: 'main',
        runwayId,
        alias: null,
        runwaySlug: null,
        parentId: null,
        owner: 'key:live',
        grantedAt: null,
        createdAt: NOW,
      });
    }
    expect(await store.holdings(['acme', 'bolt', 'missing'])).toEqual(
      new Map([
        ['acme', { tasks: 2, liveTasks: 1, apiKeys: 1, resources: { avatar: 2, voice: 1 } }],
        ['bolt', { tasks: 0, liveTasks: 0, apiKeys: 0, resources: {} }],
      ]),
    );
  });
});
