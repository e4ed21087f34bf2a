import { CreateApiKeyDocument, ViewerDocument } from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

describe('createApiKey', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.stop());

  it('shows a credential that works with just its scopes', async () => {
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, {
      input: { tenant: 'default', scopes: ['TASK_READ'], name: 'reader' },
    });
    expect(createApiKey.apiKey).toMatchObject({
      tenant: 'default',
      scopes: ['TASK_READ'],
      name: 'reader',
      expiresAt: null,
      revokedAt: null,
    });
    const { id } = createApiKey.apiKey;
    expect(createApiKey.credential).toMatch(new RegExp(`^rgk_${id}_[A-Za-z0-9]{28,}$`));
    const { viewer } = await gateway.data(ViewerDocument, {}, createApiKey.credential);
    expect(viewer).toMatchObject({ tenant: { id: 'default' }, scopes: ['TASK_READ'] });
  });

  it('makes no two alike', async () => {
    const input = { tenant: 'default', scopes: ['TASK_READ' as const] };
    const made = await Promise.all(
      Array.from({ length: 5 }, () => gateway.data(CreateApiKeyDocument, { input })),
    );
    expect(new Set(made.map(({ createApiKey }) => createApiKey.credential)).size).toBe(5);
  });

  it.each([
    [{ scopes: [] }, 'input.scopes', 'minItems'],
    [{ name: '' }, 'input.name', 'minLength'],
    [{ name: 'l'.repeat(101) }, 'input.name', 'maxLength'],
    [{ name: null }, 'input.name', 'notNull'],
    [{ allowedAddresses: ['10.0.0.0/33', '::1'] }, 'input.allowedAddresses.0', 'eachAddress'],
    [{ allowedAddresses: ['::1', 'localhost'] }, 'input.allowedAddresses.1', 'eachAddress'],
    [
      { allowedAddresses: Array.from({ length: 51 }, () => '::1') },
      'input.allowedAddresses',
      'maxItems',
    ],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, 'input.expiresAt', 'future'],
  ])('refuses %j', async (change, path, rule) => {
    const input = { tenant: 'default', scopes: ['TASK_READ' as const], ...change };
    const answer = await gateway.ask(CreateApiKeyDocument, { input });
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path, rule }]);
  });

  it('refuses a tenant that does not exist, no scopes, and an end in the past', async () => {
    const ask = async (input: object): Promise<string[]> =>
      codesOf(await gateway.ask(CreateApiKeyDocument, { input: input as never }));
    for (const tenant of ['missing', 'No Id', '']) {
      expect(await ask({ tenant, scopes: ['TASK_READ'] })).toEqual(['NOT_FOUND']);
    }
    expect(await ask({ tenant: 'default', scopes: [] })).toEqual(['BAD_USER_INPUT']);
    const expiresAt = '2020-01-01T00:00:00.000Z';
    expect(await ask({ tenant: 'default', scopes: ['TASK_READ'], expiresAt })).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(await ask({ tenant: 'default', scopes: ['EVERYTHING'] })).toEqual(['BAD_USER_INPUT']);
  });
});
