// Guarantee: what is changed of a key on one node holds on every other: for the next request, and
// within 5 seconds for open sockets.
import {
  ApiKeysDocument,
  CreateApiKeyDocument,
  CreateTextToVideoDocument,
  RevokeApiKeyDocument,
  RotateApiKeyDocument,
  SetKeyPolicyDocument,
  UpdateApiKeyDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { describePostgres } from '../support/store/database.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { ProtocolSocket } from '../support/client/wire.js';

describePostgres('changes of a key', (get) => {
  let clock: FakeClock;
  let one: TestGateway;
  let other: TestGateway;

  beforeEach(async () => {
    clock = new FakeClock();
    const environment = { DATABASE_URL: get().url ?? '' };
    one = await startGateway(environment, { clock });
    other = await startGateway(environment, { clock });
  });

  afterEach(async () => {
    await Promise.all([one.stop(), other.stop()]);
  });

  async function aKey(): Promise<{ readonly id: string; readonly credential: string }> {
    const input = { scopes: ['TASK_READ' as const, 'GENERATE_VIDEO' as const] };
    const { createApiKey } = await one.data(CreateApiKeyDocument, { input });
    return { id: createApiKey.apiKey.id, credential: createApiKey.credential };
  }

  const refusalOf = async (key: string) => codesOf(await other.ask(ViewerDocument, {}, key));

  it('T10: hold on another node, for requests and open sockets', async () => {
    const changes: readonly (readonly [(id: string) => Promise<unknown>, number, string[]])[] = [
      [(id) => one.data(RevokeApiKeyDocument, { id }), 4401, ['UNAUTHENTICATED']],
      [
        (id) => one.data(RotateApiKeyDocument, { id, overlapSeconds: 0 }),
        4401,
        ['UNAUTHENTICATED'],
      ],
      [
        (id) => one.data(UpdateApiKeyDocument, { id, input: { allowedAddresses: ['192.0.2.1'] } }),
        4401,
        ['UNAUTHENTICATED'],
      ],
      [(id) => one.data(UpdateApiKeyDocument, { id, input: { scopes: ['TASK_READ'] } }), 4403, []],
    ];
    for (const [change, code, refusal] of changes) {
      const { id, credential } = await aKey();
      const socket = await ProtocolSocket.connect(other.url, credential);
      await change(id);
      expect(await refusalOf(credential)).toEqual(refusal);
      await clock.advance(5_000);
      expect((await socket.closed).code).toBe(code);
    }
  });

  it('a policy holds on another node at once', async () => {
    const { id, credential } = await aKey();
    await one.data(SetKeyPolicyDocument, { input: { key: id, models: [] } });
    const answer = await other.ask(CreateTextToVideoDocument, { input: aVideo() }, credential);
    expect(codesOf(answer)).toEqual(['POLICY_REFUSED']);
  });

  it('its uses on all nodes are added up', async () => {
    const { id, credential } = await aKey();
    await one.data(ViewerDocument, {}, credential);
    await other.data(ViewerDocument, {}, credential);
    await clock.until(
      async () => {
        const { apiKeys } = await one.data(ApiKeysDocument, {});
        return apiKeys.nodes.find((key) => key.id === id)?.usage.requests === 2;
      },
      { stepMs: 10_000 },
    );
  });
});
