// Guarantee: a thing at Runway belongs to one tenant, and every look at it goes by tenant.
import { sql } from 'kysely';
import { Migrator } from 'kysely';
import { Pool } from 'pg';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { kyselyOver } from '../../src/adapters/postgres/connection/kysely-over.js';
import { migrateToLatest } from '../../src/adapters/postgres/connection/migrate.js';
import { spine } from '../../src/adapters/postgres/migrations/0001-spine.js';
import { budgets } from '../../src/adapters/postgres/migrations/0002-budgets.js';
import { flow } from '../../src/adapters/postgres/migrations/0003-flow.js';
import { PostgresResourceStore } from '../../src/adapters/postgres/resources/postgres-resource-store.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Resource } from '../../src/ports/resources/resource-store.js';
import {
  createPostgresDatabase,
  describePostgres,
  eachDatabase,
  silentLog,
} from '../support/store/database.js';
import { testKeys } from '../support/store/key-ring.js';

const NOW = new Date('2026-03-01T12:00:00.000Z');

const AVATAR: Resource = {
  tenantId: 'acme',
  kind: 'avatar',
  runwayAccount: 'runway-1',
  runwayId: 'avatar-1',
  alias: null,
  runwaySlug: null,
  parentId: null,
  owner: 'key:ab12',
  grantedAt: null,
  createdAt: NOW,
};

const ROUTER: Resource = {
  ...AVATAR,
  kind: 'router',
  runwayId: 'router-1',
  alias: 'fast',
  runwaySlug: 't0123456789-fast',
};

eachDatabase('A resource store', (get) => {
  let store: PostgresResourceStore;

  beforeEach(async () => {
    store = new PostgresResourceStore(get().database);
    const tenants = new PostgresTenantStore(get().database);
    for (const id of ['acme', 'bolt']) await tenants.create({ id, name: id, createdAt: NOW });
  });

  it('leaves a thing with its first tenant, whichever secret it was read with', async () => {
    expect(await store.record(AVATAR)).toBe(true);
    const again = { ...AVATAR, tenantId: 'bolt', runwayAccount: 'runway-2' };
    expect(await store.record(again)).toBe(false);
    expect(await store.findAny('avatar', ['avatar-1'])).toEqual([AVATAR]);
    expect(await store.findOwned('bolt', 'avatar', ['avatar-1'])).toEqual([]);
    expect(await store.findOwned('acme', 'avatar', ['avatar-1', 'other'])).toEqual([AVATAR]);
    expect(await store.findOwned('acme', 'voice', ['avatar-1'])).toEqual([]);
  });

  it('lets two tenants have a router of the same slug, and one only one', async () => {
    await store.record(ROUTER);
    const theirs = { ...ROUTER, tenantId: 'bolt', runwayId: 'router-2', runwaySlug: 'other-fast' };
    expect(await store.record(theirs)).toBe(true);
    await expect(store.record({ ...ROUTER, runwayId: 'router-3' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect((await store.findByAlias('acme', 'router', 'fast'))?.runwayId).toBe('router-1');
    expect((await store.findByAlias('bolt', 'router', 'fast'))?.runwayId).toBe('router-2');
    expect(await store.findByAlias('bolt', 'router', 'slow')).toBeUndefined();
  });

  it('pages over a tenant’s own, newest first, and counts them', async () => {
    for (let index = 0; index < 5; index += 1) {
      const createdAt = new Date(NOW.getTime() + Math.floor(index / 2));
      await store.record({ ...AVATAR, runwayId: `avatar-${String(index)}`, createdAt });
      await store.record({ ...AVATAR, tenantId: 'bolt', runwayId: `b-${String(index)}` });
    }
    const seen: string[] = [];
    let after: { createdAt: Date; id: string } | null = null;
    for (;;) {
      const page = await store.list('acme', 'avatar', {}, { first: 2, after });
      expect(page.totalCount).toBe(5);
      seen.push(...page.resources.map(({ runwayId }) => runwayId));
      const last = page.resources.at(-1);
      if (!page.hasNextPage || last === undefined) break;
      after = { createdAt: last.createdAt, id: last.runwayId };
    }
    expect(seen).toEqual(['avatar-4', 'avatar-3', 'avatar-2', 'avatar-1', 'avatar-0']);
  });

  it('filters conversations by avatar and time', async () => {
    const conversation = { ...AVATAR, kind: 'avatarConversation', parentId: 'avatar-1' } as const;
    const later = new Date(NOW.getTime() + 1_000);
    await store.record({ ...conversation, runwayId: 'one' });
    await store.record({ ...conversation, runwayId: 'two', createdAt: later });
    await store.record({ ...conversation, runwayId: 'three', parentId: 'avatar-2' });
    const ids = async (filter: Parameters<typeof store.list>[2]): Promise<string[]> => {
      const page = { first: 10, after: null };
      const { resources } = await store.list('acme', 'avatarConversation', filter, page);
      return resources.map(({ runwayId }) => runwayId);
    };
    expect(await ids({ parentId: 'avatar-1' })).toEqual(['two', 'one']);
    expect(await ids({ parentId: 'avatar-1', createdFrom: later })).toEqual(['two']);
    expect(await ids({ createdBefore: later })).toEqual(['three', 'one'].sort().reverse());
  });

  it('forgets whose a thing is', async () => {
    await store.record(AVATAR);
    expect(await store.remove('bolt', 'avatar', 'avatar-1')).toBe(false);
    expect(await store.remove('acme', 'avatar', 'avatar-1')).toBe(true);
    expect(await store.remove('acme', 'avatar', 'avatar-1')).toBe(false);
    expect(await store.findAny('avatar', ['avatar-1'])).toEqual([]);
  });
});

describePostgres('Resources of an older release', () => {
  it('keep their owners, and routers can still be called', async () => {
    const { url, drop } = await createPostgresDatabase();
    const pool = new Pool({ connectionString: url });
    const before = kyselyOver(pool);
    try {
      const migrations = { '0001-spine': spine, '0002-budgets': budgets, '0003-flow': flow };
      const provider = { getMigrations: () => Promise.resolve(migrations) };
      await new Migrator({ db: before, provider }).migrateToLatest();
      await sql`insert into tenants (id, name, created_at) values ('acme', 'acme', now())`.execute(
        before,
      );
      for (const [account, at] of [
        ['runway-1', NOW],
        ['runway-2', new Date(NOW.getTime() + 1_000)],
      ] as const) {
        await sql`insert into resources
            (tenant_id, kind, runway_account, runway_id, alias, owner, created_at)
          values ('acme', 'router', ${account}, 'r', ${account === 'runway-1' ? 'default' : null},
            'gateway', ${at})`.execute(before);
      }
      await migrateToLatest(before);
    } finally {
      await pool.end();
    }
    const database = await openDatabase({ url, log: silentLog, keys: testKeys });
    try {
      const store = new PostgresResourceStore(database);
      expect(await store.findAny('router', ['r'])).toEqual([
        expect.objectContaining({
          runwayAccount: 'runway-1',
          alias: 'default',
          runwaySlug: 'default',
          owner: 'operator',
          grantedAt: null,
        }),
      ]);
    } finally {
      await database.close();
      await drop();
    }
  });
});
