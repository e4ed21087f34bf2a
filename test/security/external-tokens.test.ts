// Guarantee: a token of an OAuth issuer opens a door only when the operator trusts the issuer and the
// token is an access token for this gateway, of a tenant that is ACTIVE; nothing that a client sends
// makes the gateway call another address, or the issuer more often than once in 30 s.
import { createHmac } from 'node:crypto';
import {
  CreateTenantDocument,
  CreateTextToVideoDocument,
  ResumeTenantDocument,
  SetTenantPolicyDocument,
  SuspendTenantDocument,
  ViewerCredentialDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { FakeIssuer } from '../support/auth/fake-issuer.js';
import { aVideo } from '../support/client/inputs.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, postsTo } from '../support/client/tasks.js';
import { ask, EventStreamReader, ProtocolSocket, type WireError } from '../support/client/wire.js';

const AUDIENCE = 'https://api.example.com/graphql';
const PUBLIC_URL = 'https://api.example.com';
const STREAM = 'subscription{tasksUpdated{task{id}}}';
const QUERY = '{viewer{subject}}';

describe('a token of an OAuth issuer', () => {
  let clock: FakeClock;
  let issuer: FakeIssuer;
  let strict: FakeIssuer;
  let gateway: TestGateway;
  let log: RecordedLog;

  beforeAll(async () => {
    clock = new FakeClock();
    issuer = await FakeIssuer.start(clock);
    strict = await FakeIssuer.start(clock);
    strict.keys = [FakeIssuer.newKey('r1', 'RS256')];
    log = new RecordedLog();
    const issuers = [
      { name: 'corp', issuer: issuer.url, tenantClaim: 'tenant' },
      {
        name: 'ops',
        issuer: strict.url,
        jwksUri: `${strict.url}/jwks`,
        audience: 'runway',
        tenant: 'acme',
        scopeClaim: 'scp',
        scopePrefix: 'rw/',
        requireAccessTokenType: false,
        lifetimeMaxSeconds: 900,
        grantOperator: true,
        algorithms: ['RS256'],
      },
    ];
    const environment = { PUBLIC_URL, OAUTH_ISSUERS: JSON.stringify(issuers) };
    gateway = await startGateway(environment, { clock, log });
    await gateway.data(CreateTenantDocument, { input: { id: 'acme', name: 'Acme' } });
  }, 120_000);

  afterAll(async () => {
    await gateway.stop();
    await issuer.stop();
    await strict.stop();
  });

  const viewer = (token: string) => gateway.ask(ViewerCredentialDocument, {}, token);
  const refusal = async (token: string) => {
    const { status, headers, errors } = await ask(gateway.url, token, { query: QUERY });
    return [status, errors[0]?.extensions.code, headers.get('www-authenticate')];
  };
  const REFUSED = [
    401,
    'UNAUTHENTICATED',
    `Bearer error="invalid_token", resource_metadata="${PUBLIC_URL}/.well-known/oauth-protected-resource/graphql"`,
  ];

  it('is its tenant’s, with the scopes that the gateway knows', async () => {
    const { data } = await viewer(issuer.token(AUDIENCE, { jti: 'j-1' }));
    expect(data?.viewer).toEqual({
      tenant: { id: 'acme', name: 'Acme' },
      subject: 'issuer:corp:user-1',
      scopes: ['TASK_READ'],
      // With the 30 s for clocks that differ.
      expiresAt: new Date(clock.now().getTime() + 630_000).toISOString(),
      credential: { kind: 'ISSUER', id: 'j-1' },
      limits: null,
    });
    expect((await viewer(issuer.token(PUBLIC_URL))).errors).toBeUndefined();
  });

  it('is read by the claims that the operator names', async () => {
    const claims = { scp: ['rw/task:read', 'rw/operator', 'task:cancel', 7], scope: undefined };
    const token = strict.token(
      'runway',
      { ...claims, tenant: 'default' },
      { header: { typ: 'JWT' } },
    );
    const { data } = await viewer(token);
    expect(data?.viewer).toMatchObject({
      tenant: { id: 'acme', name: 'Acme' },
      subject: 'issuer:ops:user-1',
      scopes: ['TASK_READ', 'OPERATOR'],
    });
    expect(data?.viewer?.credential.id).toMatch(/^[\w-]{43}$/);
  });

  it('Z4: carries the operator’s scope only of an issuer that may grant it', async () => {
    const { data } = await viewer(issuer.token(AUDIENCE, { scope: 'operator task:read no:such' }));
    expect(data?.viewer?.scopes).toEqual(['TASK_READ']);
  });

  const hmac = (header: object, secret: string): string => {
    const [, payload = ''] = issuer.token(AUDIENCE).split('.');
    const head = Buffer.from(JSON.stringify(header)).toString('base64url');
    const signature = createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url');
    return `${head}.${payload}.${signature}`;
  };

  const WRONG: Readonly<Record<string, () => string>> = {
    'T1: without a signature': () => {
      const [, payload = ''] = issuer.token(AUDIENCE).split('.');
      return `${Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url')}.${payload}.`;
    },
    'T1: of another key': () => issuer.token(AUDIENCE, {}, { key: FakeIssuer.newKey('k1') }),
    'T2: signed with the public key as a secret': () =>
      hmac({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' }, publicPem(issuer)),
    'T3: that brings its key': () =>
      issuer.token(AUDIENCE, {}, { header: { jku: `${strict.url}/evil` } }),
    'T3: with a path for a key': () =>
      issuer.token(AUDIENCE, {}, { header: { kid: '../../dev/null' } }),
    'T3: with SQL for a key': () =>
      issuer.token(AUDIENCE, {}, { header: { kid: "' UNION SELECT 1 --" } }),
    'T4: without an end': () => issuer.token(AUDIENCE, { exp: undefined }),
    'T4: that lives too long': () =>
      issuer.token(AUDIENCE, { exp: clock.now().getTime() / 1_000 + 315_360_000 }),
    'T4: that is not good yet': () =>
      issuer.token(AUDIENCE, { nbf: clock.now().getTime() / 1_000 + 120 }),
    'T4: that has run out': () =>
      issuer.token(AUDIENCE, {
        iat: clock.now().getTime() / 1_000 - 100,
        exp: clock.now().getTime() / 1_000 - 31,
      }),
    'T5: for another audience': () => issuer.token('https://api.example.com/graphq'),
    'T5: for a list of audiences': () => issuer.token(AUDIENCE, { aud: [AUDIENCE] }),
    'T5: of an issuer that is not trusted': () => issuer.token(AUDIENCE, { iss: `${issuer.url}/` }),
    'T5: of one issuer under the name of another': () =>
      issuer.token('runway', { iss: strict.url }, { header: { kid: 'r1' } }),
    'T5: without a subject': () => issuer.token(AUDIENCE, { sub: '' }),
    'T6: that is an ID token': () => issuer.token(AUDIENCE, {}, { header: { typ: 'JWT' } }),
    'T7: with critical extensions': () => issuer.token(AUDIENCE, {}, { header: { crit: ['exp'] } }),
    'M2: of a tenant that is not there': () => issuer.token(AUDIENCE, { tenant: 'missing' }),
    'M2: of no tenant': () => issuer.token(AUDIENCE, { tenant: undefined }),
    'M2: of several tenants': () => issuer.token(AUDIENCE, { tenant: ['acme'] }),
    'M2: of a tenant with a comma': () => issuer.token(AUDIENCE, { tenant: 'acme,default' }),
    'C11: with a subject that cannot be stored': () => issuer.token(AUDIENCE, { sub: 'a\u0000b' }),
  };

  it.each(Object.keys(WRONG))('%s is refused', async (what) => {
    expect(await refusal(WRONG[what]?.() ?? '')).toEqual(REFUSED);
  });

  it('T3: asks no address that a token names', () => {
    expect(strict.asked.filter((path) => path !== '/jwks')).toEqual([]);
  });

  it('T3: asks the issuer once in 30 s, however many keys are not known', async () => {
    await clock.advance(30_000);
    const before = issuer.looks;
    const tokens = Array.from({ length: 1_000 }, (_, at) =>
      issuer.token(AUDIENCE, {}, { header: { kid: `unknown-${String(at)}` } }),
    );
    for (let at = 0; at < tokens.length; at += 50) {
      const codes = await Promise.all(
        tokens.slice(at, at + 50).map(async (t) => (await refusal(t))[0]),
      );
      // Guessing may be throttled besides.
      expect(codes.filter((status) => status !== 401 && status !== 429)).toEqual([]);
    }
    expect(issuer.looks).toBe(before + 1);
  });

  it('is good with a key that the issuer has taken up, after 30 s at the latest', async () => {
    issuer.keys = [FakeIssuer.newKey('k2'), ...issuer.keys];
    const token = issuer.token(AUDIENCE);
    await clock.advance(30_000);
    expect((await viewer(token)).errors).toBeUndefined();
  });

  it('T10: is refused when the issuer has withdrawn its key, remembered or not', async () => {
    const token = issuer.token(AUDIENCE, { exp: clock.now().getTime() / 1_000 + 3_600 });
    expect((await viewer(token)).errors).toBeUndefined();
    const socket = await ProtocolSocket.connect(gateway.url, token);
    issuer.keys = issuer.keys.slice(1);
    await clock.leap(600_000);
    // The first use after that begins the refresh.
    await clock.until(async () => (await refusal(token))[0] === 401);
    expect(await refusal(token)).toEqual(REFUSED);
    await clock.advance(5_000);
    expect((await socket.closed).code).toBe(4401);
  });

  it('T10, W4: ends with its tenant’s suspension: at once on HTTP, within 5 s on streams', async () => {
    const token = issuer.token(AUDIENCE);
    const socket = await ProtocolSocket.connect(gateway.url, token);
    const stream = await EventStreamReader.open(gateway.url, token, { query: STREAM });
    await gateway.data(SuspendTenantDocument, { id: 'acme' });
    expect(await refusal(token)).toEqual(REFUSED);
    await clock.advance(5_000);
    expect(await socket.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    const { errors } = (await stream.next())?.data as { readonly errors: readonly WireError[] };
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await gateway.data(ResumeTenantDocument, { id: 'acme' });
    expect((await viewer(token)).errors).toBeUndefined();
  });

  it('W4: closes its socket with 4403 when it runs out', async () => {
    const now = clock.now().getTime() / 1_000;
    const token = issuer.token(AUDIENCE, { exp: now + 20 });
    const socket = await ProtocolSocket.connect(gateway.url, token);
    await clock.advance(49_000);
    expect((await viewer(token)).errors).toBeUndefined();
    await clock.advance(6_000);
    expect((await socket.closed).code).toBe(4403);
  });

  it('goes on while the issuer is away; one of a key that is not known is told to come again', async () => {
    const known = issuer.token(AUDIENCE, { exp: clock.now().getTime() / 1_000 + 7_200 });
    expect((await viewer(known)).errors).toBeUndefined();
    issuer.isAway = true;
    await clock.leap(3_600_000);
    expect((await viewer(known)).errors).toBeUndefined();
    expect((await viewer(issuer.token(AUDIENCE, { sub: 'user-2' }))).errors).toBeUndefined();
    const fresh = issuer.token(AUDIENCE, {}, { key: FakeIssuer.newKey('k9') });
    const answer = await ask(gateway.url, fresh, { query: QUERY });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'ISSUER_UNAVAILABLE',
      retryable: true,
    });
    const socket = await ProtocolSocket.open(gateway.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${fresh}` } });
    expect(await socket.closed).toEqual({ code: 1013, reason: 'ISSUER_UNAVAILABLE' });
    issuer.isAway = false;
    await clock.advance(5_000);
    expect(await refusal(fresh)).toEqual(REFUSED);
  });

  it('T9: stands in no log line', async () => {
    const token = issuer.token(AUDIENCE);
    await viewer(token);
    const url = `${gateway.url}/graphql?access_token=${token}`;
    await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    expect(log.lines.length).toBeGreaterThan(0);
    for (const line of log.lines) expect(line).not.toContain(token.split('.')[2]);
  });

  it('that is right but lacks a scope is told which one', async () => {
    const { headers, errors } = await ask(gateway.url, issuer.token(AUDIENCE), {
      query: 'mutation{cancelTask(id:"x"){task{id}}}',
    });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(headers.get('www-authenticate')).toBe(
      `Bearer error="insufficient_scope", scope="task:cancel", resource_metadata="${PUBLIC_URL}/.well-known/oauth-protected-resource/graphql"`,
    );
  });

  it('Z4: buys nothing that the policy of its tenant forbids', async () => {
    const token = issuer.token(AUDIENCE, { scope: 'generate:video' });
    const buy = () => gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, token);
    const policy = { tenant: 'acme', creditsPerRequestMax: 1 };
    await gateway.data(SetTenantPolicyDocument, { input: policy });
    expect(codesOf(await buy())).toEqual(['POLICY_REFUSED']);
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(0);
    const lifted = { ...policy, creditsPerRequestMax: null };
    await gateway.data(SetTenantPolicyDocument, { input: lifted });
    expect(codesOf(await buy())).toEqual([]);
  });

  it('is not issued further', async () => {
    const { errors } = await ask(gateway.url, issuer.token(AUDIENCE), {
      query: 'mutation{issueToken(input:{scopes:[TASK_READ],expiresInSeconds:60}){token}}',
    });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  describe('and the metadata by which clients find its issuer', () => {
    const get = async (path: string, method = 'GET') =>
      await fetch(`${gateway.url}${path}`, { method });

    it.each([
      ['/.well-known/oauth-protected-resource', PUBLIC_URL],
      ['/.well-known/oauth-protected-resource/graphql', AUDIENCE],
    ])('are at %s', async (path, resource) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('application/json');
      expect(await response.json()).toMatchObject({
        resource,
        authorization_servers: [issuer.url, strict.url],
        scopes_supported: expect.arrayContaining(['task:read', 'operator']) as unknown,
        bearer_methods_supported: ['header'],
      });
      expect((await get(path, 'POST')).status).toBe(405);
    });

    it('are named where a credential is missing, without an error', async () => {
      const { status, headers } = await gateway.post({ query: QUERY }, null);
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe(
        `Bearer resource_metadata="${PUBLIC_URL}/.well-known/oauth-protected-resource/graphql"`,
      );
    });
  });

  it('cannot be told from a wrong key by its answer', async () => {
    const wrong = issuer.token(AUDIENCE, { tenant: 'missing' });
    const bodies = [wrong, 'rgk_nobody_Abcdefghijklmnopqrstuvwx', 'x'].map(async (credential) => {
      const { text, errors } = await ask(gateway.url, credential, { query: QUERY });
      return text.replace(errors[0]?.extensions.requestId ?? '', '');
    });
    expect(new Set(await Promise.all(bodies)).size).toBe(1);
    expect(codesOf(await viewer(wrong))).toEqual(['UNAUTHENTICATED']);
  });
});

function publicPem(issuer: FakeIssuer): string {
  return issuer.keys[0]?.publicKey.export({ type: 'spki', format: 'pem' }).toString() ?? '';
}
