// Guarantee: what is changed of a key on one node holds on every other: for requests as soon as the
// other node has heard of it, and within 5 seconds for open sockets.
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
import { sql } from 'kysely';
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

  /** Long before the remembered key is too old: by the news of the change alone. */
  const untilRefused = (key: string) =>
    clock.until(async () => (await refusalOf(key))[0] === 'UNAUTHENTICATED', {
      stepMs: 1,
      steps: 1_000,
    });

  it('T10: hold on another node, for requests and open sockets', async () => {
    const changes: readonly (readonly [(id: string) => Promise<unknown>, number, boolean])[] = [
      [(id) => one.data(RevokeApiKeyDocument, { id }), 4401, true],
      [(id) => one.data(RotateApiKeyDocument, { id, overlapSeconds: 0 }), 4401, true],
      [
        (id) => one.data(UpdateApiKeyDocument, { id, input: { allowedAddresses: ['192.0.2.1'] } }),
        4401,
        true,
      ],
      [
        (id) => one.data(UpdateApiKeyDocument, { id, input: { scopes: ['TASK_READ'] } }),
        4403,
        false,
      ],
    ];
    for (const [change, code, isRefused] of changes) {
      const { id, credential } = await aKey();
      const socket = await ProtocolSocket.connect(other.url, credential);
      await change(id);
      if (isRefused) await untilRefused(credential);
      else expect(await refusalOf(credential)).toEqual([]);
      await clock.advance(5_000);
      expect((await socket.closed).code).toBe(code);
    }
  });

  it('hold on the node that makes them at once', async () => {
    const { id, credential } = await aKey();
    const ask = async () => codesOf(await one.ask(ViewerDocument, {}, credential));
    expect(await ask()).toEqual([]);
    await one.data(RevokeApiKeyDocument, { id });
    expect(await ask()).toEqual(['UNAUTHENTICATED']);
  });

  it('hold after 2 s on a node that hears of none', async () => {
    const { id, credential } = await aKey();
    expect(await refusalOf(credential)).toEqual([]);
    const { kysely } = get().database;
    // As if the notification were lost: only the trigger tells of the change.
    await sql`alter table api_keys disable trigger tell_credential_change`.execute(kysely);
    await kysely
      .updateTable('api_keys')
      .set({ revoked_at: clock.now() })
      .where('id', '=', id)
      .execute();
    await sql`alter table api_keys enable trigger tell_credential_change`.execute(kysely);
    await clock.advance(1_999);
    expect(await refusalOf(credential)).toEqual([]);
    await clock.advance(1);
    expect(await refusalOf(credential)).toEqual(['UNAUTHENTICATED']);
  });

  it('hold at once on a node whose connection for notifications is lost', async () => {
    const { id, credential } = await aKey();
    expect(await refusalOf(credential)).toEqual([]);
    const { kysely } = get().database;
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`.execute(kysely);
    // A node forgets what it remembers when it notices, before it connects again.
    await one.data(RevokeApiKeyDocument, { id });
    await untilRefused(credential);
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
