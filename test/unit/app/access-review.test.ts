import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../src/adapters/postgres/connection/database.js';
import { storesOf } from '../../../src/adapters/postgres/stores.js';
import { printedAccessReview } from '../../../src/app/commands/access-review.js';
import { readConfig } from '../../../src/config/config.js';
import { anApiKey } from '../../support/auth/an-api-key.js';
import { pgliteTemplate, silentLog } from '../../support/store/database.js';
import { createTenants } from '../../support/store/new-task.js';

describe('npm run access-review', () => {
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'review-'));
  });

  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const config = () => readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir });

  it('prints who can do what as a table for a person to sign', async () => {
    const template = await pgliteTemplate();
    const database = await openDatabase({
      url: undefined,
      schema: undefined,
      dataDir,
      template,
      log: silentLog,
    });
    const { keys, tenants, keyUsage } = storesOf(database);
    await createTenants(tenants, 'acme', 'bolt');
    await tenants.suspend('bolt', new Date());
    await tenants.setPolicy('acme', { models: ['gen4.5'], creditsPerRequestMax: 60 });
    const createdAt = new Date();
    await keys.createKey(
      anApiKey({
        id: 'used',
        name: 'a\u001b[31mred\nname',
        scopes: ['task:read', 'key:read'],
        createdAt,
        createdBy: 'key:operator',
        expiresAt: new Date(Date.now() + 86_400_000),
      }),
    );
    const long = new Date('2020-01-01T00:00:00.000Z');
    await keys.createKey(anApiKey({ id: 'idle', tenantId: 'bolt', createdAt: long }));
    const scopes = new Map([['task:read' as const, createdAt]]);
    const use = {
      keyId: 'used',
      requests: 1,
      lastAt: createdAt,
      lastAddress: '192.0.2.1',
      scopes,
      networks: new Map(),
    };
    await keyUsage.recordUses([use]);
    await database.close();

    const text = await printedAccessReview(config(), 90);
    const lines = text.split('\n');
    const line = (start: string) => lines.find((one) => one.startsWith(start)) ?? '';
    expect(line('TENANT')).toMatch(/KEY +NAME +SCOPES +POLICY +MADE BY +ENDS +LAST USED +FROM/);
    const used = line('acme');
    expect(used).toContain('a\\u001b[31mred\\u000aname');
    expect(used).toContain('tenant: gen4.5; 60 credits');
    expect(used).toContain('192.0.2.1');
    expect(used).toMatch(/never needed key:read$/);
    expect(line('bolt (SUSPENDED)')).toMatch(/command line +- +- +unused, no end$/);
    expect(text).toContain(
      'Keys that can be used: 2\n  not used for 90 days: 1\n  without an end: 1',
    );
    expect(text).toContain('Tenants without a budget: acme, bolt');
    expect(text).toContain('Reviewed by: ____');
    expect(text).not.toContain('\u001b');
  });

  it('refuses a number of days that is none', async () => {
    for (const days of [0, 0.5, Number.NaN, 3_651]) {
      await expect(printedAccessReview(config(), days)).rejects.toThrow('--unused-days');
    }
  });
});
