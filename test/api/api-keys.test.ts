import {
  ApiKeysDocument,
  CreateApiKeyDocument,
  RevokeApiKeyDocument,
  type ApiKeysQuery,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import type { AnsweredData } from '../support/client/answered.js';

const idsOf = ({ apiKeys }: AnsweredData<ApiKeysQuery>) => apiKeys.nodes.map(({ id }) => id);

describe('apiKeys', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let ann: string;
  let annId: string;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    ann = await gateway.keyOf('ann', ['KEY_READ', 'KEY_WRITE', 'TASK_READ']);
    annId = ann.split('_')[1] ?? '';
    await gateway.keyOf('bob', ['TASK_READ']);
  });

  afterAll(() => gateway.stop());

  it('shows a tenant its own keys, newest first, and nothing of a secret', async () => {
    await clock.advance(1_000);
    const { createApiKey } = await gateway.data(
      CreateApiKeyDocument,
      { input: { scopes: ['TASK_READ'], name: 'ci', allowedAddresses: ['127.0.0.0/8'] } },
      ann,
    );
    const { id } = createApiKey.apiKey;
    const listed = await gateway.ask(ApiKeysDocument, {}, ann);
    expect(listed.data?.apiKeys?.nodes).toMatchObject([
      {
        id,
        prefix: `rgk_${id}`,
        tenant: 'ann',
        name: 'ci',
        scopes: ['TASK_READ'],
        allowedAddresses: ['127.0.0.0/8'],
        createdBy: `key:${annId}`,
        expiresAt: null,
        revokedAt: null,
        replacedSecretExpiresAt: null,
      },
      { id: annId, createdBy: 'key:operator' },
    ]);
    expect(listed.data?.apiKeys?.totalCount).toBe(2);
    for (const credential of [ann, createApiKey.credential]) {
      expect(JSON.stringify(listed)).not.toContain(credential.split('_')[2]);
    }
    await gateway.data(RevokeApiKeyDocument, { id }, ann);
    const { apiKeys } = await gateway.data(ApiKeysDocument, { tenant: 'ann' }, ann);
    expect(apiKeys.nodes[0]).toMatchObject({ id, revokedAt: clock.now().toISOString() });
  });

  it('shows an operator the keys of all tenants, or of one, page by page', async () => {
    const all = await gateway.data(ApiKeysDocument, { first: 100 });
    expect(all.apiKeys.nodes.map(({ tenant }) => tenant).sort()).toEqual([
      'ann',
      'ann',
      'bob',
      'default',
    ]);
    const first = await gateway.data(ApiKeysDocument, { first: 3 });
    expect(first.apiKeys.pageInfo.hasNextPage).toBe(true);
    const after = first.apiKeys.pageInfo.endCursor;
    const rest = await gateway.data(ApiKeysDocument, { first: 3, after });
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(idsOf(all));
    const ofBob = await gateway.data(ApiKeysDocument, { tenant: 'bob' });
    expect(ofBob.apiKeys.nodes).toHaveLength(1);
  });

  // Guarantee: whether another tenant exists cannot be told from its keys.
  it('answers a tenant that asks for another one as for a missing one', async () => {
    for (const tenant of ['bob', 'default', 'missing']) {
      const answer = await gateway.ask(ApiKeysDocument, { tenant }, ann);
      expect([codesOf(answer), answer.errors?.[0]?.extensions.issues]).toEqual([
        ['NOT_FOUND'],
        undefined,
      ]);
    }
  });

  it('refuses a page out of bounds, and what is no cursor of the list', async () => {
    expect(codesOf(await gateway.ask(ApiKeysDocument, { first: 101 }))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await gateway.ask(ApiKeysDocument, { after: 'task' }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});
