import { sql } from 'kysely';
import { PostgresKeyStore } from '../../src/adapters/postgres/keys/postgres-key-store.js';
import { operatorsReadAudit } from '../../src/adapters/postgres/migrations/0041-operators-read-audit.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import type { Scope } from '../../src/domain/tenant/scope.js';
import { anApiKey } from '../support/auth/an-api-key.js';
import { eachSetup } from '../support/store/database.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');

/** Scopes before the migration and after it, by the id of the key. */
const SCOPES: Readonly<
  Record<string, readonly [before: readonly Scope[], after: readonly Scope[]]>
> = {
  operator: [
    ['operator', 'key:read'],
    ['operator', 'key:read', 'audit:read'],
  ],
  auditor: [
    ['operator', 'audit:read', 'task:read'],
    ['operator', 'audit:read', 'task:read'],
  ],
  admin: [
    ['key:read', 'key:write'],
    ['key:read', 'key:write'],
  ],
  client: [['task:read'], ['task:read']],
  none: [[], []],
};

eachSetup('Keys of before the scope audit:read existed', (get) => {
  it('keep their scopes, and those of operators get it, once', async () => {
    const { database } = get();
    const store = new PostgresKeyStore(database);
    await new PostgresTenantStore(database).create({ id: 'acme', name: 'Acme', createdAt: NOW });
    for (const [id, [scopes]] of Object.entries(SCOPES)) {
      const { tenantPolicy: _tenantPolicy, ...key } = anApiKey({ id, scopes });
      await store.createKey(key);
    }
    const others = sql`select to_jsonb(api_keys) - 'scopes' as key from api_keys order by id`;
    const before = await others.execute(database.kysely);

    await operatorsReadAudit.up(database.kysely);
    await operatorsReadAudit.up(database.kysely);

    const found = await Promise.all(
      Object.keys(SCOPES).map(async (id) => [id, (await store.findKey(id))?.scopes]),
    );
    expect(found).toEqual(Object.entries(SCOPES).map(([id, [, after]]) => [id, after]));
    expect((await others.execute(database.kysely)).rows).toEqual(before.rows);
  });
});
