import {
  CreateTenantDocument,
  SetBudgetDocument,
  TenantDetailsDocument,
  TenantsDocument,
} from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, createVideo } from '../support/client/tasks.js';

describe('tenants', () => {
  let gateway: TestGateway;
  let ann: string;
  beforeAll(async () => {
    gateway = await startGateway();
    ann = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ']);
    for (const id of ['bob', 'cleo']) {
      await gateway.data(CreateTenantDocument, { input: { id, name: `The ${id}` } });
    }
  }, 60_000);
  afterAll(() => gateway.stop());

  const idsOf = ({ tenants }: { tenants: { edges: readonly { node: { id: string } }[] } }) =>
    tenants.edges.map(({ node }) => node.id);

  it('lists all tenants by id, page by page', async () => {
    const first = await gateway.data(TenantsDocument, { first: 3 });
    expect(idsOf(first)).toEqual(['ann', 'bob', 'cleo']);
    expect(first.tenants.pageInfo.hasNextPage).toBe(true);
    const after = first.tenants.pageInfo.endCursor;
    const second = await gateway.data(TenantsDocument, { first: 3, after });
    expect(idsOf(second)).toEqual(['default']);
    expect(second.tenants.pageInfo.hasNextPage).toBe(false);
    const fromTheFirst = { first: 1, after: first.tenants.edges[0]?.cursor ?? null };
    expect(idsOf(await gateway.data(TenantsDocument, fromTheFirst))).toEqual(['bob']);
  });

  it('tells of each what it has, what of its credits is gone and what is live', async () => {
    const budget = { tenant: 'ann', period: 'DAY', creditsMax: 100 } as const;
    await gateway.data(SetBudgetDocument, { input: budget });
    await createVideo(gateway, {}, ann);
    const { tenants } = await gateway.data(TenantDetailsDocument, { first: 100 });
    expect(tenants.nodes.find(({ id }) => id === 'ann')).toMatchObject({
      liveTasks: 1,
      budget: [
        { scope: 'TENANT', period: 'DAY', limit: 100, reserved: 60, spent: 0, remaining: 40 },
        { scope: 'TENANT', period: 'MONTH', limit: null, reserved: 60, spent: 0, remaining: null },
      ],
      holdings: { tasks: 1, apiKeys: 1, avatars: 0, routers: 0, workflows: 0 },
    });
    expect(tenants.nodes.find(({ id }) => id === 'bob')).toMatchObject({
      liveTasks: 0,
      budget: [
        { period: 'DAY', limit: null, reserved: 0 },
        { period: 'MONTH', limit: null },
      ],
      holdings: { tasks: 0, apiKeys: 0 },
    });
    // What stands in the emulator from the start.
    expect(tenants.nodes.find(({ id }) => id === 'default')?.holdings).toMatchObject({
      apiKeys: 1,
      routers: 1,
      workflows: 1,
    });
  });

  it.each([{ first: 0 }, { first: 101 }])('refuses a page of %j', async (page) => {
    const { errors } = await gateway.ask(TenantsDocument, page);
    expect(errors?.[0]?.extensions.issues).toMatchObject([{ path: 'first', rule: 'range' }]);
  });

  it('refuses a cursor of another list', async () => {
    const after = Buffer.from('event 7').toString('base64url');
    const { errors } = await gateway.ask(TenantsDocument, { first: 1, after });
    expect(errors?.[0]?.extensions.issues).toMatchObject([{ path: 'after', rule: 'cursor' }]);
  });

  it('is for operators', async () => {
    expect(codesOf(await gateway.ask(TenantsDocument, { first: 1 }, ann))).toEqual(['FORBIDDEN']);
  });
});
