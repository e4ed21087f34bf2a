import {
  ApiKeysDocument,
  CreateApiKeyDocument,
  RevokeUnusedKeysDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { ProtocolSocket } from '../support/client/wire.js';

const DAY_MS = 86_400_000;

describe('revokeUnusedKeys', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterAll(() => gateway.stop());

  const revoke = async (days: number, key?: string) =>
    (await gateway.data(RevokeUnusedKeysDocument, { days }, key)).revokeUnusedKeys;

  it('revokes what was not used for so long, of all tenants, and answers which keys', async () => {
    const busy = await gateway.keyOf('ann', ['TASK_READ']);
    const idle = await gateway.keyOf('bob', ['TASK_READ']);
    clock.step(30 * DAY_MS - 1_000);
    expect(await revoke(30)).toEqual({ apiKeys: [], mayHaveMore: false });
    // Only this node knows of it yet.
    await gateway.data(ViewerDocument, {}, busy);
    clock.step(2_000);
    const id = idle.split('_')[1] ?? '';
    const revokedAt = clock.now().toISOString();
    expect(await revoke(30)).toEqual({
      apiKeys: [{ id, tenant: 'bob', revokedAt }],
      mayHaveMore: false,
    });
    expect(codesOf(await gateway.ask(ViewerDocument, {}, idle))).toEqual(['UNAUTHENTICATED']);
    await gateway.data(ViewerDocument, {}, busy);
    expect(await revoke(30)).toEqual({ apiKeys: [], mayHaveMore: false });
  });

  it('never revokes the key that calls it, even if this is its first use', async () => {
    const input = { tenant: 'default', scopes: ['OPERATOR' as const] };
    const made = await gateway.data(CreateApiKeyDocument, { input });
    const { apiKey, credential } = made.createApiKey;
    clock.step(100 * DAY_MS);
    const { apiKeys } = await revoke(99, credential);
    expect(apiKeys.map(({ id }) => id)).toContain('operator');
    expect(apiKeys.map(({ id }) => id)).not.toContain(apiKey.id);
    await gateway.data(ViewerDocument, {}, credential);
  });
});

describe('revokeUnusedKeys with many keys', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterAll(() => gateway.stop());

  it('revokes 100 in a call, and ends their streams', async () => {
    const keys: string[] = [];
    for (let number = 0; number < 101; number += 1) {
      const input = { scopes: ['TASK_READ' as const] };
      keys.push((await gateway.data(CreateApiKeyDocument, { input })).createApiKey.credential);
    }
    clock.step(10 * DAY_MS);
    const first = await gateway.data(RevokeUnusedKeysDocument, { days: 9 });
    expect(first.revokeUnusedKeys.apiKeys).toHaveLength(100);
    expect(first.revokeUnusedKeys.mayHaveMore).toBe(true);
    const second = await gateway.data(RevokeUnusedKeysDocument, { days: 9 });
    expect(second.revokeUnusedKeys).toMatchObject({ mayHaveMore: false });
    expect(second.revokeUnusedKeys.apiKeys).toHaveLength(1);
    const { apiKeys } = await gateway.data(ApiKeysDocument, { first: 1 });
    expect(apiKeys.totalCount).toBe(102);
  });

  it('T10: closes an open stream of a key that has not been used since', async () => {
    const input = { scopes: ['TASK_READ' as const] };
    const made = await gateway.data(CreateApiKeyDocument, { input });
    const socket = await ProtocolSocket.connect(gateway.url, made.createApiKey.credential);
    clock.step(10 * DAY_MS);
    const { revokeUnusedKeys } = await gateway.data(RevokeUnusedKeysDocument, { days: 9 });
    expect(revokeUnusedKeys.apiKeys).toHaveLength(1);
    await clock.advance(5_000);
    expect((await socket.closed).code).toBe(4401);
  });

  it('is for operators, and refuses days out of bounds', async () => {
    const tenant = await gateway.keyOf('ann', ['TASK_READ', 'KEY_WRITE']);
    const ask = async (days: number, key?: string) =>
      codesOf(await gateway.ask(RevokeUnusedKeysDocument, { days }, key));
    expect(await ask(30, tenant)).toEqual(['FORBIDDEN']);
    expect(await ask(0)).toEqual(['BAD_USER_INPUT']);
    expect(await ask(3_651)).toEqual(['BAD_USER_INPUT']);
  });
});
