import {
  CreateApiKeyDocument,
  DeleteTenantDocument,
  ResumeTenantDocument,
  SetTenantLimitsDocument,
  SuspendTenantDocument,
  TenantsDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, createVideo } from '../support/client/tasks.js';

describe('suspendTenant', () => {
  let gateway: TestGateway;
  let ann: string;
  beforeAll(async () => {
    gateway = await startGateway();
    ann = await gateway.keyOf('ann', ['TASK_READ', 'OPERATOR']);
  }, 60_000);
  afterAll(() => gateway.stop());

  const viewer = async (key: string) => codesOf(await gateway.ask(ViewerDocument, {}, key));
  const suspend = (id: string, key?: string) => gateway.ask(SuspendTenantDocument, { id }, key);

  it('refuses every credential of the tenant at once, until resumeTenant', async () => {
    const second = await gateway.data(CreateApiKeyDocument, {
      input: { tenant: 'ann', scopes: ['TASK_READ'] },
    });
    const { data } = await suspend('ann');
    expect(data?.suspendTenant?.tenant).toMatchObject({ id: 'ann', status: 'SUSPENDED' });
    expect(await viewer(ann)).toEqual(['UNAUTHENTICATED']);
    expect(await viewer(second.createApiKey.credential)).toEqual(['UNAUTHENTICATED']);
    expect(await viewer(gateway.operatorKey)).toEqual([]);

    const { tenants } = await gateway.data(TenantsDocument, { first: 9 });
    expect(tenants.edges.map(({ node }) => [node.id, node.status])).toEqual([
      ['ann', 'SUSPENDED'],
      ['default', 'ACTIVE'],
    ]);
    await gateway.data(ResumeTenantDocument, { id: 'ann' });
    expect(await viewer(ann)).toEqual([]);
  });

  // Guarantee: who asks with a suspended tenant's key learns no more than with any wrong one.
  it('answers like a key that is not there', async () => {
    await suspend('ann');
    const ask = async (key: string) => {
      const response = await gateway.post({ query: '{ viewer { subject } }' }, key);
      const text = (await response.text()).replace(/"requestId":"[^"]+"/, '"requestId":""');
      return { status: response.status, text };
    };
    const known = await ask(ann);
    expect(known.status).toBe(401);
    expect(known).toEqual(await ask('rgk_nobody_Abcdefghijklmnopqrstuvwx'));
    await gateway.data(ResumeTenantDocument, { id: 'ann' });
  });

  it('is CONFLICT for the caller’s own tenant', async () => {
    expect(codesOf(await suspend('default'))).toEqual(['CONFLICT']);
    expect(codesOf(await suspend('ann', ann))).toEqual(['CONFLICT']);
    expect(await viewer(ann)).toEqual([]);
  });

  it('is CONFLICT for a tenant that is being deleted, like all that would change it', async () => {
    const gone = await gateway.keyOf('gone', ['GENERATE_VIDEO']);
    await createVideo(gateway, {}, gone);
    // Its removal cannot end before this has been asked.
    gateway.emulator.setFault({ method: 'DELETE', path: '*', status: 500 });
    await gateway.data(DeleteTenantDocument, { id: 'gone' });
    const answers = [
      await suspend('gone'),
      await gateway.ask(ResumeTenantDocument, { id: 'gone' }),
      await gateway.ask(SetTenantLimitsDocument, { id: 'gone', liveTasksMax: 1 }),
    ];
    expect(answers.flatMap(codesOf)).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
    gateway.emulator.clearFaults();
  });

  it('answers NOT_FOUND for a tenant that is not there, and FORBIDDEN to a tenant', async () => {
    expect(codesOf(await suspend('missing'))).toEqual(['NOT_FOUND']);
    const plain = await gateway.keyOf('plain', ['TASK_READ']);
    expect(codesOf(await suspend('ann', plain))).toEqual(['FORBIDDEN']);
  });
});
