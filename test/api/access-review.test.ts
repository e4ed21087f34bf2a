import {
  AccessReviewDocument,
  ApiKeysDocument,
  CreateApiKeyDocument,
  CreateTenantDocument,
  SetBudgetDocument,
  SetTenantPolicyDocument,
  TasksDocument,
  ViewerDocument,
  type AccessReviewQueryVariables,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { issueToken } from '../support/client/tokens.js';

const DAY_MS = 86_400_000;

describe('accessReview', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let ann: string;
  let annId: string;
  let idleId: string;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    ann = await gateway.keyOf('ann', ['TASK_READ', 'GENERATE_VIDEO', 'KEY_READ']);
    annId = ann.split('_')[1] ?? '';
    const expiresAt = new Date(clock.now().getTime() + 500 * DAY_MS).toISOString();
    const input = { tenant: 'ann', scopes: ['TASK_READ' as const], name: 'idle', expiresAt };
    idleId = (await gateway.data(CreateApiKeyDocument, { input })).createApiKey.apiKey.id;
  });

  afterAll(() => gateway.stop());

  const review = async (variables: Partial<AccessReviewQueryVariables> = {}) =>
    (await gateway.data(AccessReviewDocument, { unusedDays: 90, ...variables })).accessReview;

  it('shows when, from where, how often and for what a key was used, and its tokens', async () => {
    await gateway.data(TasksDocument, {}, ann);
    await gateway.data(ViewerDocument, {}, ann);
    const token = await issueToken(gateway, ann, { scopes: ['TASK_READ'] });
    await gateway.data(ViewerDocument, {}, token);
    await review();
    const { apiKeys } = await gateway.data(ApiKeysDocument, { tenant: 'ann' });
    const used = apiKeys.nodes.find(({ id }) => id === annId)?.usage;
    const lastUsedAt = clock.now().toISOString();
    expect(used).toEqual({
      requests: 4,
      lastUsedAt,
      lastAddress: '127.0.0.1',
      scopes: [{ scope: 'TASK_READ', lastUsedAt }],
    });
    expect(apiKeys.nodes.find(({ id }) => id === idleId)?.usage).toEqual({
      requests: 0,
      lastUsedAt: null,
      lastAddress: null,
      scopes: [],
    });
  });

  it('records uses every 10 seconds, behind the requests', async () => {
    const usageOf = async () => {
      const { apiKeys } = await gateway.data(ApiKeysDocument, { tenant: 'ann' }, ann);
      return apiKeys.nodes.find(({ id }) => id === annId)?.usage.requests ?? 0;
    };
    const before = await usageOf();
    await clock.until(async () => (await usageOf()) > before, { stepMs: 10_000 });
  });

  it('lists who can do what, with what speaks against each key', async () => {
    await gateway.data(SetTenantPolicyDocument, { input: { tenant: 'ann', models: ['gen4.5'] } });
    clock.step(91 * DAY_MS);
    await gateway.data(ViewerDocument, {}, ann);
    const { at, unusedDays, keys } = await review();
    expect([at, unusedDays]).toEqual([clock.now().toISOString(), 90]);
    expect(keys.nodes.map(({ apiKey }) => apiKey.tenant)).toEqual(['ann', 'ann', 'default']);
    expect(keys.nodes.find(({ apiKey }) => apiKey.id === annId)).toMatchObject({
      apiKey: { scopes: ['TASK_READ', 'GENERATE_VIDEO', 'KEY_READ'], createdBy: 'key:operator' },
      tenantStatus: 'ACTIVE',
      tenantPolicy: { models: ['gen4.5'] },
      unused: false,
      endless: true,
      unusedScopes: ['GENERATE_VIDEO'],
    });
    expect(keys.nodes.find(({ apiKey }) => apiKey.id === idleId)).toMatchObject({
      apiKey: { name: 'idle', usage: { lastUsedAt: null } },
      unused: true,
      endless: false,
      unusedScopes: ['TASK_READ'],
    });
    const idsOf = async (finding: AccessReviewQueryVariables['finding'], unused = 90) =>
      (await review({ finding, unusedDays: unused })).keys.nodes.map(({ apiKey }) => apiKey.id);
    expect(await idsOf('UNUSED')).toEqual([idleId]);
    expect(await idsOf('UNUSED', 92)).toEqual([]);
    expect(await idsOf('ENDLESS')).toEqual([annId, 'operator']);
    expect((await idsOf('UNUSED_SCOPES')).sort()).toEqual([annId, idleId, 'operator'].sort());
  });

  it('counts the operator’s reach over other tenants as use of that scope', async () => {
    const { keys } = await review();
    const operator = keys.nodes.find(({ apiKey }) => apiKey.id === 'operator');
    expect(operator?.unusedScopes).not.toContain('OPERATOR');
    expect(operator?.unusedScopes).not.toContain('KEY_WRITE');
    expect(operator?.unusedScopes).toContain('WORKFLOW_READ');
  });

  it('goes page by page', async () => {
    const all = (await review()).keys.nodes.map(({ apiKey }) => apiKey.id);
    const pages: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const { keys } = await review({ first: 1, ...(after !== undefined && { after }) });
      pages.push(...keys.nodes.map(({ apiKey }) => apiKey.id));
      after = keys.pageInfo.hasNextPage ? keys.pageInfo.endCursor : null;
    }
    expect(pages).toEqual(all);
  });

  it('names tenants without a budget', async () => {
    await gateway.data(CreateTenantDocument, { input: { id: 'bob', name: 'Bob' } });
    const idsOf = async () => (await review()).tenantsWithoutBudget.nodes.map(({ id }) => id);
    expect(await idsOf()).toEqual(['ann', 'bob', 'default']);
    const input = { tenant: 'bob', period: 'MONTH' as const, creditsMax: 100 };
    await gateway.data(SetBudgetDocument, { input });
    expect(await idsOf()).toEqual(['ann', 'default']);
  });

  it('is for operators, and refuses days and pages out of bounds', async () => {
    const ask = async (variables: Partial<AccessReviewQueryVariables>, key?: string) =>
      codesOf(await gateway.ask(AccessReviewDocument, { unusedDays: 90, ...variables }, key));
    expect(await ask({}, ann)).toEqual(['FORBIDDEN']);
    expect(await ask({ unusedDays: 0 })).toEqual(['BAD_USER_INPUT']);
    expect(await ask({ unusedDays: 3_651 })).toEqual(['BAD_USER_INPUT']);
    expect(await ask({ first: 101 })).toEqual(['BAD_USER_INPUT']);
    expect(await ask({ after: 'dGFzaw' })).toEqual(['BAD_USER_INPUT']);
  });
});
