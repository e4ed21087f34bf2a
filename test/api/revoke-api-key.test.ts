import {
  CreateApiKeyDocument,
  RevokeApiKeyDocument,
  TasksUpdatedDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { openStream } from '../support/client/streams.js';
import { codesOf } from '../support/client/tasks.js';

describe('revokeApiKey', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterAll(() => gateway.stop());

  it('ends a key at once, and its open streams within 5 seconds', async () => {
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, {
      input: { tenant: 'default', scopes: ['TASK_READ'] },
    });
    const { apiKey, credential } = createApiKey;
    const stream = openStream(gateway.url, credential, TasksUpdatedDocument, {});
    const ended = stream.next().then(
      () => 'an event',
      (error: unknown) => (error as { readonly code?: number }).code,
    );
    await gateway.data(ViewerDocument, {}, credential);

    const { revokeApiKey } = await gateway.data(RevokeApiKeyDocument, { id: apiKey.id });
    expect(revokeApiKey.apiKey.revokedAt).not.toBeNull();
    expect(codesOf(await gateway.ask(ViewerDocument, {}, credential))).toEqual(['UNAUTHENTICATED']);
    await clock.advance(5_000);
    expect(await ended).toBe(4401);
    await stream.close();
  });

  it('leaves other keys alone, and keeps the time of the first revocation', async () => {
    const input = { tenant: 'default', scopes: ['TASK_READ' as const] };
    const other = (await gateway.data(CreateApiKeyDocument, { input })).createApiKey;
    const { id } = (await gateway.data(CreateApiKeyDocument, { input })).createApiKey.apiKey;
    const first = await gateway.data(RevokeApiKeyDocument, { id });
    await clock.advance(1_000);
    expect(await gateway.data(RevokeApiKeyDocument, { id })).toEqual(first);
    await gateway.data(ViewerDocument, {}, other.credential);
  });

  it('answers NOT_FOUND for a key that does not exist', async () => {
    const answer = await gateway.ask(RevokeApiKeyDocument, { id: 'nothere1' });
    expect(codesOf(answer)).toEqual(['NOT_FOUND']);
  });
});
