import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTenantDocument, ViewerDocument } from '../../client/src/generated/graphql.js';
import { startGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

const OTHER = { input: { id: 'acme', name: 'Acme' } };

describe('TENANCY=single', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const start = (tenancy: 'many' | 'single') =>
    startGateway({ DATA_DIR: dataDir, TENANCY: tenancy });

  it('serves one tenant, and makes no other', async () => {
    const gateway = await start('single');
    try {
      const { viewer } = await gateway.data(ViewerDocument, {});
      expect(viewer.tenant.id).toBe('default');
      expect(codesOf(await gateway.ask(CreateTenantDocument, OTHER))).toEqual(['CONFLICT']);
    } finally {
      await gateway.stop();
    }
  }, 60_000);

  it('does not start where there are more, and says so', async () => {
    const gateway = await start('many');
    await gateway.data(CreateTenantDocument, OTHER);
    await gateway.stop();
    await expect(start('single')).rejects.toThrow(
      'TENANCY=single, but the store holds 2 tenants. Set TENANCY=many',
    );
    // It has left nothing open: the next start has the directory to itself.
    await (await start('many')).stop();
  }, 60_000);
});
