import {
  CreateApiKeyDocument,
  IssueTokenDocument,
  ViewerCredentialDocument,
  type IssueTokenInput,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, createVideo } from '../support/client/tasks.js';
import { issueToken, partsOf } from '../support/client/tokens.js';

describe('issueToken', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let key: string;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    key = await gateway.keyOf('acme', ['TASK_READ', 'GENERATE_VIDEO']);
  }, 120_000);

  afterAll(() => gateway.stop());

  const ask = async (input: Partial<IssueTokenInput>, credential = key) =>
    await gateway.ask(
      IssueTokenDocument,
      { input: { scopes: ['TASK_READ'], expiresInSeconds: 60, ...input } },
      credential,
    );
  const viewer = async (credential: string) =>
    await gateway.ask(ViewerCredentialDocument, {}, credential);

  it('gives a token that is good for its scopes until its end', async () => {
    const { data } = await ask({ expiresInSeconds: 60 });
    const token = data?.issueToken?.token ?? '';
    const expiresAt = new Date(clock.now().getTime() + 60_000).toISOString();
    expect(data?.issueToken).toMatchObject({ id: partsOf(token).claims['jti'], expiresAt });
    const keyId = key.split('_')[1];
    expect((await viewer(token)).data?.viewer).toEqual({
      tenant: { id: 'acme', name: 'acme' },
      subject: `key:${String(keyId)}`,
      scopes: ['TASK_READ'],
      expiresAt,
      credential: { kind: 'TOKEN', id: data?.issueToken?.id },
      limits: null,
    });
    await clock.advance(60_000);
    expect(codesOf(await viewer(token))).toEqual(['UNAUTHENTICATED']);
  });

  it('writes what RFC 9068 asks for', async () => {
    const { header, claims } = partsOf(await issueToken(gateway, key, { scopes: ['TASK_READ'] }));
    expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) as unknown });
    const now = clock.now().getTime() / 1_000;
    expect(claims).toEqual({
      iss: gateway.url,
      aud: `${gateway.url}/graphql`,
      sub: `key:${String(key.split('_')[1])}`,
      client_id: key.split('_')[1],
      key_mark: expect.stringMatching(/^[\w-]{8}$/) as unknown,
      iat: now,
      exp: now + 3_600,
      jti: expect.any(String) as unknown,
      scope: 'task:read',
      tenant: 'acme',
    });
  });

  it('tells what a token is narrowed to', async () => {
    const { id } = await createVideo(gateway, {}, key);
    const token = await issueToken(gateway, key, {
      scopes: ['TASK_READ'],
      operations: ['TASK', 'VIEWER'],
      taskIds: [id.toUpperCase(), id],
      creditsMax: 12.5,
    });
    expect((await viewer(token)).data?.viewer?.limits).toEqual({
      operations: ['TASK', 'VIEWER'],
      taskIds: [id],
      creditsMax: 12.5,
      creditsRemaining: 12.5,
    });
  });

  it('ends with its key, should that be earlier', async () => {
    const expiresAt = new Date(clock.now().getTime() + 30_000).toISOString();
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, {
      input: { tenant: 'acme', scopes: ['TASK_READ'], expiresAt },
    });
    const { data } = await ask({ expiresInSeconds: 3_600 }, createApiKey.credential);
    expect(data?.issueToken?.expiresAt).toBe(expiresAt);
  });

  it('Z4: refuses scopes that the key lacks', async () => {
    expect(codesOf(await ask({ scopes: ['TASK_READ', 'TASK_CANCEL'] }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await ask({ scopes: ['OPERATOR'] }))).toEqual(['FORBIDDEN']);
  });

  it('refuses who comes with a token', async () => {
    const token = await issueToken(gateway, key, { scopes: ['TASK_READ'] });
    expect(codesOf(await ask({}, token))).toEqual(['FORBIDDEN']);
  });

  it('M2: takes another tenant’s task for one that is missing', async () => {
    const other = await gateway.keyOf('other', ['TASK_READ', 'GENERATE_VIDEO']);
    const { id } = await createVideo(gateway, {}, other);
    const own = await createVideo(gateway, {}, key);
    for (const taskIds of [[id], [own.id, id], ['00000000-0000-4000-8000-000000000000'], ['x']]) {
      expect(codesOf(await ask({ taskIds }))).toEqual(['NOT_FOUND']);
    }
    expect(codesOf(await ask({ taskIds: [own.id] }))).toEqual([]);
  });

  it.each([
    [{ scopes: [] }, 'input.scopes', 'minItems'],
    [{ expiresInSeconds: 9 }, 'input.expiresInSeconds', 'min'],
    [{ expiresInSeconds: 3_601 }, 'input.expiresInSeconds', 'max'],
    [{ operations: [] }, 'input.operations', 'minItems'],
    [{ taskIds: [] }, 'input.taskIds', 'minItems'],
    [{ taskIds: Array<string>(51).fill('x') }, 'input.taskIds', 'maxItems'],
    [{ creditsMax: -1 }, 'input.creditsMax', 'min'],
    [{ operations: null }, 'input.operations', 'notNull'],
    [{ taskIds: null }, 'input.taskIds', 'notNull'],
    [{ creditsMax: null }, 'input.creditsMax', 'notNull'],
  ] as const)('V1: refuses %j', async (change, path, rule) => {
    const answer = await ask(change as unknown as Partial<IssueTokenInput>);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path, rule }]);
  });

  it('T9: is refused in a URL, even when it is right', async () => {
    const token = await issueToken(gateway, key, { scopes: ['TASK_READ'] });
    const inUrl = await fetch(`${gateway.url}/graphql?x=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{"query":"{viewer{subject}}"}',
    });
    expect(inUrl.status).toBe(400);
  });
});
