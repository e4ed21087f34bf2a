// Guarantee: whatever a store is asked for one tenant, it tells nothing of another's: the tenant stands
// in every query, and no method comes into a store without being tried or excused here.
import { randomUUID } from 'node:crypto';
import { NO_POLICY } from '../../../src/domain/tenant/access-policy.js';
import { storesOf } from '../../../src/adapters/postgres/stores.js';
import { anApiKey } from '../../support/auth/an-api-key.js';
import { eachDatabase } from '../../support/store/database.js';
import {
  acceptToSend,
  aKey,
  aNewTask,
  anAnswer,
  createTenants,
} from '../../support/store/new-task.js';
import { methodsOfStores } from '../../support/store/store-ports.js';
import { storeMethods, type Seed } from './store-methods.js';
import { keepOutput } from '../../support/store/kept-output.js';

const OWNER = 'acme';
const OTHER = 'rival';

it('M16: every method of a store is tried below, or is not asked for one tenant', () => {
  const methods = methodsOfStores();
  expect(methods.map(({ name }) => name).sort()).toEqual(Object.keys(storeMethods).sort());
  const probed = Object.keys(storeMethods).filter((name) => typeof storeMethods[name] !== 'string');
  const asked = methods.filter(({ asksForTenant }) => asksForTenant).map(({ name }) => name);
  expect(probed.sort()).toEqual(asked.sort());
});

eachDatabase('what the stores tell a tenant', (get) => {
  const now = new Date('2026-01-01T00:00:00.000Z');
  const later = new Date(now.getTime() + 60_000);

  /** A tenant with a live task that makes an avatar, a task that moderation has failed, and budgets. */
  async function seed(): Promise<Seed> {
    const stores = storesOf(get().database);
    const { outcomes, tenants, resources, budgets, keys, credentials, webhooks } = stores;
    const { defaultSecrets, tenantDeliveries } = stores;
    await createTenants(tenants, OWNER, OTHER);
    const rules = { now, until: new Date(now.getTime() + 600_000) };
    const fingerprint = 'f'.repeat(64);
    const avatar = { kind: 'avatar', alias: null, runwaySlug: null, avatarId: null } as const;
    const making = aNewTask({
      tenantId: OWNER,
      operation: 'createAvatar',
      sdkMethod: 'avatars.create',
      runwayTaskKind: 'avatar',
      creates: avatar,
      tokenBudget: { tokenId: 'the-token', creditsMax: 1_000, expiresAt: later },
      idempotency: aKey('the-key', now, fingerprint),
    });
    const runwayTaskId = randomUUID();
    await outcomes.recordAccepted(
      await acceptToSend(stores, making, rules),
      anAnswer(later, { runwayTaskId, resource: avatar }),
      now,
    );
    const failed = aNewTask({ tenantId: OWNER });
    await outcomes.recordRefused(
      await acceptToSend(stores, failed, rules),
      { code: 'SAFETY.INPUT', message: 'It was moderated.', retryable: false },
      now,
    );
    const router = { tenantId: OWNER, kind: 'router', runwayAccount: 'default' } as const;
    await resources.record({
      ...router,
      runwayId: randomUUID(),
      alias: 'fast',
      runwaySlug: 't0-fast',
      parentId: null,
      owner: 'key:abcd',
      grantedAt: null,
      createdAt: now,
    });
    const ownAccount = 'own-acme-1';
    const runwaySecret = 'key_acme';
    await credentials.set(
      { account: ownAccount, tenantId: OWNER, secret: runwaySecret, setBy: 'key:abcd' },
      now,
    );
    await resources.record({
      tenantId: OWNER,
      kind: 'voice',
      runwayAccount: ownAccount,
      runwayId: randomUUID(),
      alias: null,
      runwaySlug: null,
      parentId: null,
      owner: 'key:abcd',
      grantedAt: null,
      createdAt: now,
    });
    await keepOutput(get().database, { tenantId: OWNER, taskId: failed.id, now });
    const webhookId = randomUUID();
    const deliveryId = randomUUID();
    await webhooks.create(
      {
        ...{ id: webhookId, tenantId: OWNER, url: 'https://hooks.example.com/' },
        ...{ events: [], operations: null, labels: null, createdAt: now, createdBy: 'key:abcd' },
        secret: 'whsec_b2xk',
      },
      1,
    );
    await tenantDeliveries.addTest(OWNER, webhookId, { id: deliveryId, now, retryUntil: now });
    await defaultSecrets.rotate(OWNER, { secret: 'whsec_b2xk', oldUntil: now }, now);
    const key = anApiKey({ tenantId: OWNER, policy: { ...NO_POLICY, creditsPerRequestMax: 5 } });
    await keys.createKey(key);
    await budgets.setLimit({ tenantId: OWNER, subject: null, period: 'DAY' }, 1_000, now);
    return {
      taskId: making.id,
      settledTaskId: failed.id,
      runwayTaskId,
      avatarId: runwayTaskId,
      key: 'the-key',
      fingerprint,
      slug: 'fast',
      subject: making.createdBy,
      keyId: key.id,
      tokenId: 'the-token',
      ownAccount,
      runwaySecret,
      webhookId,
      deliveryId,
      now,
    };
  }

  for (const [name, probe] of Object.entries(storeMethods)) {
    if (typeof probe === 'string') continue;
    it(`M16: ${name}: everything to whose it is, nothing to another`, async () => {
      const own = await seed();
      const stores = storesOf(get().database);
      const before = await stores.tasks.findTask(OWNER, own.taskId);
      expect(isNothing(await probe(stores, OTHER, own))).toBe(true);
      expect(await stores.tasks.findTask(OWNER, own.taskId)).toEqual(before);
      expect(await stores.tasks.findTask(OWNER, own.settledTaskId)).toBeDefined();
      expect(isNothing(await probe(stores, OWNER, own))).toBe(false);
    });
  }
});

function isNothing(told: unknown): boolean {
  if (Array.isArray(told)) return told.length === 0;
  if (told instanceof Map) return told.size === 0;
  return told === undefined || told === null || told === false || told === 0;
}
