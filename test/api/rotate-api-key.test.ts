import {
  CreateApiKeyDocument,
  RevokeApiKeyDocument,
  RotateApiKeyDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { ProtocolSocket } from '../support/client/wire.js';

const REFUSED = ['UNAUTHENTICATED'];

describe('rotateApiKey', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterAll(() => gateway.stop());

  async function aKey(): Promise<{ readonly id: string; readonly credential: string }> {
    const input = { scopes: ['TASK_READ' as const], name: 'ci' };
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, { input });
    return { id: createApiKey.apiKey.id, credential: createApiKey.credential };
  }

  const rotate = async (id: string, overlapSeconds?: number) =>
    (
      await gateway.data(RotateApiKeyDocument, {
        id,
        ...(overlapSeconds !== undefined && { overlapSeconds }),
      })
    ).rotateApiKey;

  const subjectOf = async (key: string) =>
    (await gateway.data(ViewerDocument, {}, key)).viewer.subject;
  const refusalOf = async (key: string) => codesOf(await gateway.ask(ViewerDocument, {}, key));

  it('gives a new secret, and lets the old one work until the overlap has passed', async () => {
    const { id, credential } = await aKey();
    const rotated = await rotate(id, 60);
    expect(rotated.credential).toMatch(new RegExp(`^rgk_${id}_[A-Za-z0-9]{38}$`));
    expect(rotated.credential).not.toBe(credential);
    expect(rotated.apiKey).toMatchObject({
      id,
      name: 'ci',
      scopes: ['TASK_READ'],
      expiresAt: null,
      replacedSecretExpiresAt: new Date(clock.now().getTime() + 60_000).toISOString(),
    });
    expect(await subjectOf(credential)).toBe(`key:${id}`);
    expect(await subjectOf(rotated.credential)).toBe(`key:${id}`);
    await clock.advance(60_000);
    expect(await refusalOf(credential)).toEqual(REFUSED);
    expect(await subjectOf(rotated.credential)).toBe(`key:${id}`);
  });

  it('ends the old secret at once without an overlap, and one that was replaced before', async () => {
    const { id, credential } = await aKey();
    const second = await rotate(id);
    const third = await rotate(id, 3_600);
    expect(await refusalOf(credential)).toEqual(REFUSED);
    expect(await refusalOf(second.credential)).toEqual([]);
    const fourth = await rotate(id, 0);
    expect(fourth.apiKey.replacedSecretExpiresAt).toBeNull();
    for (const { credential: old } of [second, third])
      expect(await refusalOf(old)).toEqual(REFUSED);
    expect(await refusalOf(fourth.credential)).toEqual([]);
  });

  it('T10: closes streams of the old secret with 4403 when the overlap has passed, and no others', async () => {
    const { id, credential } = await aKey();
    const old = await ProtocolSocket.connect(gateway.url, credential);
    const rotated = await rotate(id, 60);
    const fresh = await ProtocolSocket.connect(gateway.url, rotated.credential);
    let freshEnded = false;
    const going = fresh.closed.then(() => (freshEnded = true));
    await clock.advance(55_000);
    expect(await refusalOf(credential)).toEqual([]);
    await clock.advance(10_000);
    expect((await old.closed).code).toBe(4403);
    expect(freshEnded).toBe(false);
    fresh.close();
    await going;
  });

  it('refuses an overlap out of bounds, a key that is not there, and one that is revoked', async () => {
    const { id } = await aKey();
    const ask = async (name: string, overlapSeconds: number) =>
      codesOf(await gateway.ask(RotateApiKeyDocument, { id: name, overlapSeconds }));
    expect(await ask(id, -1)).toEqual(['BAD_USER_INPUT']);
    expect(await ask(id, 2_592_001)).toEqual(['BAD_USER_INPUT']);
    expect(await ask('nothere1', 1)).toEqual(['NOT_FOUND']);
    await gateway.data(RevokeApiKeyDocument, { id });
    expect(await ask(id, 1)).toEqual(['CONFLICT']);
  });
});
