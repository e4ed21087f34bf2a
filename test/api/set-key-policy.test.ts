import {
  EstimateDocument,
  ApiKeysDocument,
  CreateApiKeyDocument,
  CreateTextToVideoDocument,
  RevokeApiKeyDocument,
  RotateApiKeyDocument,
  SetKeyPolicyDocument,
  SetTenantPolicyDocument,
  ViewerPolicyDocument,
  type SetKeyPolicyInput,
} from '../../client/src/generated/graphql.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { issueToken } from '../support/client/tokens.js';

const ALL = { operations: null, models: null, creditsPerRequestMax: null };
const REFUSED = ['POLICY_REFUSED'];

describe('setKeyPolicy', () => {
  let gateway: TestGateway;
  let manager: string;

  beforeAll(async () => {
    gateway = await startGateway();
    manager = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ', 'KEY_READ', 'KEY_WRITE']);
    await gateway.keyOf('bob', ['TASK_READ']);
  });

  afterAll(() => gateway.stop());

  const idOf = (credential: string) => credential.split('_')[1] ?? '';

  async function aKey(): Promise<string> {
    const input = { scopes: ['GENERATE_VIDEO' as const] };
    return (await gateway.data(CreateApiKeyDocument, { input }, manager)).createApiKey.credential;
  }

  const set = (input: SetKeyPolicyInput, by = manager) =>
    gateway.ask(SetKeyPolicyDocument, { input }, by);

  const buy = async (key: string) =>
    codesOf(await gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, key));

  it('restricts one key of the tenant, and no other', async () => {
    const key = await aKey();
    const other = await aKey();
    const { data } = await set({ key: idOf(key), models: ['veo3.1'] });
    expect(data?.setKeyPolicy?.apiKey.policy).toEqual({ ...ALL, models: ['veo3.1'] });
    const { apiKeys } = await gateway.data(ApiKeysDocument, {}, manager);
    expect(apiKeys.nodes.find(({ id }) => id === idOf(key))?.policy.models).toEqual(['veo3.1']);
    gateway.emulator.clearRequests();
    const request = { createTextToVideo: aVideo() };
    const estimated = codesOf(await gateway.ask(EstimateDocument, { request }, key));
    expect([await buy(key), estimated]).toEqual([REFUSED, REFUSED]);
    expect(gateway.emulator.requests()).toEqual([]);
    expect(await buy(other)).toEqual([]);
    await set({ key: idOf(key), models: null });
    expect(await buy(key)).toEqual([]);
  });

  it('holds beside the policy of the tenant: each forbids by itself', async () => {
    const key = await aKey();
    await set({ key: idOf(key), models: ['gen4.5', 'veo3.1'], creditsPerRequestMax: 100 });
    const input = { tenant: 'ann', models: ['veo3.1', 'gen4'], creditsPerRequestMax: 200 };
    await gateway.data(SetTenantPolicyDocument, { input });
    expect(await buy(key)).toEqual(REFUSED);
    const { viewer } = await gateway.data(ViewerPolicyDocument, {}, key);
    expect(viewer.policy).toMatchObject({ models: ['veo3.1'], creditsPerRequestMax: 100 });
    await gateway.data(SetTenantPolicyDocument, { input: { tenant: 'ann', ...ALL } });
    expect(await buy(key)).toEqual([]);
  });

  // Guarantee: a list of models cannot be got round by an operation that chooses the model elsewhere.
  it('lets a key name no operation that the policy of its tenant does not name', async () => {
    const key = await aKey();
    await set({ key: idOf(key), operations: ['RUN_WORKFLOW', 'CREATE_TEXT_TO_VIDEO'] });
    const input = { tenant: 'ann', models: ['gen4.5'] };
    await gateway.data(SetTenantPolicyDocument, { input });
    const { viewer } = await gateway.data(ViewerPolicyDocument, {}, key);
    expect(viewer.policy.operations).toEqual(['CREATE_TEXT_TO_VIDEO']);
    await gateway.data(SetTenantPolicyDocument, { input: { tenant: 'ann', ...ALL } });
  });

  it('holds for the tokens of the key', async () => {
    const key = await aKey();
    const token = await issueToken(gateway, key, { scopes: ['GENERATE_VIDEO'] });
    expect(await buy(token)).toEqual([]);
    await set({ key: idOf(key), creditsPerRequestMax: 10 });
    expect(await buy(token)).toEqual(REFUSED);
  });

  it('Z4: cannot be lifted by the key that has it, which hands nothing out meanwhile', async () => {
    const input = { scopes: ['GENERATE_VIDEO' as const, 'KEY_WRITE' as const], tenant: 'ann' };
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, { input });
    const key = createApiKey.credential;
    const own = { key: idOf(key), creditsPerRequestMax: 10 };
    expect(codesOf(await set(own, key))).toEqual([]);
    const other = idOf(await aKey());
    const answers = [
      await set({ ...own, creditsPerRequestMax: null }, key),
      await set({ key: other, creditsPerRequestMax: 5 }, key),
      await gateway.ask(CreateApiKeyDocument, { input: { scopes: ['GENERATE_VIDEO'] } }, key),
      await gateway.ask(RotateApiKeyDocument, { id: other }, key),
    ];
    for (const answer of answers) {
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        code: 'FORBIDDEN',
        issues: [{ rule: 'restrictedKey' }],
      });
    }
    expect(await buy(key)).toEqual(REFUSED);
  });

  it('answers another tenant’s key as a missing one, and CONFLICT for one that is revoked', async () => {
    const { apiKeys } = await gateway.data(ApiKeysDocument, { tenant: 'bob' });
    for (const key of [apiKeys.nodes[0]?.id ?? '', 'operator', 'nothere1']) {
      expect(codesOf(await set({ key, models: [] }))).toEqual(['NOT_FOUND']);
    }
    const id = idOf(await aKey());
    await gateway.data(RevokeApiKeyDocument, { id }, manager);
    expect(codesOf(await set({ key: id, models: [] }))).toEqual(['CONFLICT']);
  });
});
