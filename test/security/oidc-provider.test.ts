// Guarantee: a client that knows only the gateway's address finds the authorization server, and a
// token of a real one (client credentials, and authorization code with PKCE) opens the gateway, while
// its ID token and refresh token do not.
import { createHash, randomBytes } from 'node:crypto';
import {
  CreateTenantDocument,
  ViewerCredentialDocument,
} from '../../client/src/generated/graphql.js';
import { CLIENT, OidcServer } from '../support/auth/oidc-server.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { ask } from '../support/client/wire.js';

const RESOURCE = 'https://api.example.com/graphql';
const SCOPE = 'task:read task:cancel';

interface Tokens {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
}

describe('a real authorization server', () => {
  let server: OidcServer;
  let gateway: TestGateway;

  beforeAll(async () => {
    // That its keys and its store are for development.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    server = await OidcServer.start({ resource: RESOURCE, scope: SCOPE, tenant: 'acme' });
    gateway = await startGateway({
      PUBLIC_URL: 'https://api.example.com',
      OAUTH_ISSUERS: JSON.stringify([
        { name: 'oidc', issuer: server.url, tenantClaim: 'tenant', algorithms: ['RS256'] },
      ]),
    });
    await gateway.data(CreateTenantDocument, { input: { id: 'acme', name: 'Acme' } });
  }, 120_000);

  afterAll(async () => {
    await gateway.stop();
    await server.stop();
    jest.restoreAllMocks();
  });

  /** The token endpoint, as its metadata name it: found from the gateway's refusal. */
  async function endpoints(): Promise<{ token: string; authorization: string }> {
    const { headers } = await gateway.post({ query: '{viewer{subject}}' }, null);
    const challenge = headers.get('www-authenticate') ?? '';
    const metadataUrl = /resource_metadata="([^"]+)"/.exec(challenge)?.[1] ?? '';
    // The test's gateway has another address than the one that it goes by.
    const { pathname } = new URL(metadataUrl);
    const resource = (await (await fetch(`${gateway.url}${pathname}`)).json()) as {
      readonly resource: string;
      readonly authorization_servers: readonly string[];
    };
    expect(resource.resource).toBe(RESOURCE);
    const [issuer = ''] = resource.authorization_servers;
    const metadata = (await (
      await fetch(`${issuer}/.well-known/openid-configuration`)
    ).json()) as Readonly<Record<string, string>>;
    return {
      token: metadata['token_endpoint'] ?? '',
      authorization: metadata['authorization_endpoint'] ?? '',
    };
  }

  async function tokensFor(form: Readonly<Record<string, string>>): Promise<Tokens> {
    const credentials = Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64');
    const response = await fetch((await endpoints()).token, {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams(form),
    });
    const body = (await response.json()) as Tokens;
    if (response.status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  it('gives a job a token by client credentials', async () => {
    const { access_token: token } = await tokensFor({
      grant_type: 'client_credentials',
      scope: 'task:read',
      resource: RESOURCE,
    });
    expect((await gateway.data(ViewerCredentialDocument, {}, token)).viewer).toMatchObject({
      tenant: { id: 'acme' },
      subject: `issuer:oidc:${CLIENT.id}`,
      scopes: ['TASK_READ'],
      credential: { kind: 'ISSUER' },
    });
  });

  it('T6: gives a person one by authorization code with PKCE, and no other token will do', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const code = await authorize(await endpoints(), verifier);
    const tokens = await tokensFor({
      grant_type: 'authorization_code',
      code,
      redirect_uri: CLIENT.redirectUri,
      code_verifier: verifier,
      resource: RESOURCE,
    });
    expect(
      (await gateway.data(ViewerCredentialDocument, {}, tokens.access_token)).viewer,
    ).toMatchObject({
      tenant: { id: 'acme' },
      subject: 'issuer:oidc:ann',
      scopes: ['TASK_READ', 'TASK_CANCEL'],
    });
    expect(tokens.id_token).toMatch(/^eyJ/);
    for (const other of [tokens.id_token ?? '', tokens.refresh_token ?? '']) {
      expect(other).not.toBe('');
      const { status, errors } = await ask(gateway.url, other, { query: '{viewer{subject}}' });
      expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });
});

/** What a browser and its user do: sign in, consent, and be sent back with a code. */
async function authorize(
  { authorization }: { readonly authorization: string },
  verifier: string,
): Promise<string> {
  const cookies = new Map<string, string>();
  const request = async (url: string, form?: Readonly<Record<string, string>>): Promise<string> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${String(response.status)} ${await response.text()}`);
    return new URL(location, url).href;
  };
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const start = new URL(authorization);
  start.search = new URLSearchParams({
    client_id: CLIENT.id,
    redirect_uri: CLIENT.redirectUri,
    response_type: 'code',
    scope: `openid ${SCOPE}`,
    resource: RESOURCE,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'state-of-the-client',
  }).toString();
  let url = await request(start.href);
  for (let step = 0; step < 10 && !url.startsWith(CLIENT.redirectUri); step += 1) {
    const isLogin = cookies.has('_session') ? 'consent' : 'login';
    url = url.includes('/interaction/')
      ? await request(url, { prompt: isLogin, login: 'ann', password: 'x' })
      : await request(url);
  }
  const back = new URL(url).searchParams;
  expect(back.get('state')).toBe('state-of-the-client');
  return back.get('code') ?? '';
}
