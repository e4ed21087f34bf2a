import {
  ApiKeysDocument,
  CreateApiKeyDocument,
  RevokeApiKeyDocument,
  UpdateApiKeyDocument,
  ViewerDocument,
  type UpdateApiKeyInput,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { ProtocolSocket } from '../support/client/wire.js';

const MINUTE_MS = 60_000;

describe('updateApiKey', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterAll(() => gateway.stop());

  async function aKey(): Promise<{ readonly id: string; readonly credential: string }> {
    const input = { scopes: ['TASK_READ' as const, 'UPLOAD_CREATE' as const], name: 'ci' };
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, { input });
    return { id: createApiKey.apiKey.id, credential: createApiKey.credential };
  }

  const update = async (id: string, input: UpdateApiKeyInput) =>
    (await gateway.data(UpdateApiKeyDocument, { id, input })).updateApiKey.apiKey;

  it('changes what is given and leaves the rest, and null clears', async () => {
    const { id } = await aKey();
    const expiresAt = new Date(clock.now().getTime() + MINUTE_MS).toISOString();
    const changed = await update(id, { name: 'builds', expiresAt });
    expect(changed).toMatchObject({
      name: 'builds',
      expiresAt,
      scopes: ['TASK_READ', 'UPLOAD_CREATE'],
    });
    const allowedAddresses = ['127.0.0.1', '2001:db8::/32'];
    expect(await update(id, { allowedAddresses })).toEqual({ ...changed, allowedAddresses });
    const cleared = { name: null, expiresAt: null, allowedAddresses: [] };
    expect(await update(id, cleared)).toEqual({ ...changed, ...cleared });
    const { apiKeys } = await gateway.data(ApiKeysDocument, {});
    expect(apiKeys.nodes.find((key) => key.id === id)).toMatchObject({ ...changed, ...cleared });
  });

  it('T10: takes scopes away from the next request on, and closes streams with 4403', async () => {
    const { id, credential } = await aKey();
    const socket = await ProtocolSocket.connect(gateway.url, credential);
    await update(id, { scopes: ['UPLOAD_CREATE'] });
    const { viewer } = await gateway.data(ViewerDocument, {}, credential);
    expect(viewer.scopes).toEqual(['UPLOAD_CREATE']);
    await clock.advance(5_000);
    expect((await socket.closed).code).toBe(4403);
  });

  it('T10: ends a key at its new end', async () => {
    const { id, credential } = await aKey();
    await update(id, { expiresAt: new Date(clock.now().getTime() + 1_000).toISOString() });
    await gateway.data(ViewerDocument, {}, credential);
    await clock.advance(1_000);
    expect(codesOf(await gateway.ask(ViewerDocument, {}, credential))).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    [{ scopes: [] }, 'input.scopes', 'minItems'],
    [{ scopes: null }, 'input.scopes', 'notNull'],
    [{ name: '' }, 'input.name', 'minLength'],
    [{ allowedAddresses: null }, 'input.allowedAddresses', 'notNull'],
    [{ allowedAddresses: ['10.0.0.0/33'] }, 'input.allowedAddresses.0', 'eachAddress'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, 'input.expiresAt', 'future'],
  ])('refuses %j', async (input, path, rule) => {
    const { id } = await aKey();
    const answer = await gateway.ask(UpdateApiKeyDocument, { id, input });
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path, rule }]);
  });

  it('answers NOT_FOUND for a key that is not there, CONFLICT for one that is revoked', async () => {
    const input = { name: 'x' };
    const missing = await gateway.ask(UpdateApiKeyDocument, { id: 'nothere1', input });
    expect(codesOf(missing)).toEqual(['NOT_FOUND']);
    const { id } = await aKey();
    await gateway.data(RevokeApiKeyDocument, { id });
    expect(codesOf(await gateway.ask(UpdateApiKeyDocument, { id, input }))).toEqual(['CONFLICT']);
  });
});
