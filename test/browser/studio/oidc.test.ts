// Guarantee: a person signs in at an issuer by authorization code with PKCE, comes back to where they
// were, and goes on with fresh tokens; the browser keeps no code, and no token that was not wanted.
import { CreateTenantDocument } from '../../../client/src/documents.js';
import { OidcServer, PUBLIC_CLIENT } from '../../support/auth/oidc-server.js';
import { describeBrowser, type WatchedPage } from '../../support/browser/describe-browser.js';
import { builtStudio } from '../../support/browser/built-studio.js';
import { startGateway, type TestGateway } from '../../support/gateway/start-gateway.js';

const RESOURCE = 'https://api.example.com/graphql';
const SCOPE = 'task:read key:read';

/** The client package asks for the next token when so much is left: each request needs a new one. */
const TOKEN_SECONDS = 10;

describeBrowser('signing in to the studio at an issuer', (open) => {
  let server: OidcServer;
  let gateway: TestGateway;
  let watched: WatchedPage;

  beforeAll(async () => {
    // That its keys and its store are for development.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    server = await OidcServer.start({
      ...{ resource: RESOURCE, scope: SCOPE, tenant: 'acme' },
      accessTokenSeconds: TOKEN_SECONDS,
    });
    const issuer = { name: 'corp', issuer: server.url, tenantClaim: 'tenant', audience: RESOURCE };
    gateway = await startGateway(
      {
        OAUTH_ISSUERS: JSON.stringify([{ ...issuer, algorithms: ['RS256'] }]),
        STUDIO_SIGN_IN_ISSUER: 'corp',
        STUDIO_SIGN_IN_CLIENT: PUBLIC_CLIENT,
        STUDIO_SIGN_IN_SCOPE: `openid ${SCOPE}`,
      },
      { studioFolder: await builtStudio() },
    );
    await gateway.data(CreateTenantDocument, { input: { id: 'acme', name: 'Acme' } });
  }, 120_000);

  beforeEach(async () => {
    watched = await open();
  });

  afterEach(() => watched.close());

  afterAll(async () => {
    await gateway.stop();
    await server.stop();
    jest.restoreAllMocks();
  });

  async function signInAt(path: string): Promise<void> {
    const { page } = watched;
    await page.goto(`${gateway.url}${path}`);
    await page.getByRole('button', { name: 'Sign in with corp' }).click();
    await page.locator('input[name=login]').fill('ann');
    await page.locator('input[name=password]').fill('x');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('issuer:corp:ann').first().waitFor();
  }

  it('goes there and back, keeps nothing, and calls these two hosts alone', async () => {
    const { page, faults } = watched;
    const hosts = new Set<string>();
    page.on('request', (request) => {
      const isOfStudio = request.frame().url().startsWith(`${gateway.url}/studio/`);
      if (isOfStudio) hosts.add(new URL(request.url()).host);
    });
    await signInAt('/studio/keys?x=1');
    expect(page.url()).toBe(`${gateway.url}/studio/keys?x=1`);
    expect(await page.evaluate('[sessionStorage.length, localStorage.length]')).toEqual([0, 0]);
    expect([...hosts].sort()).toEqual([new URL(gateway.url).host, new URL(server.url).host].sort());
    expect(faults).toEqual([]);
  });

  it('goes on with the tokens that its refresh token gets, each one once', async () => {
    const { page } = watched;
    const used: string[] = [];
    page.on('request', (request) => {
      const form = new URLSearchParams(request.postData() ?? '');
      if (form.get('grant_type') === 'refresh_token') used.push(form.get('refresh_token') ?? '');
    });
    await signInAt('/studio/keys');
    await page.getByText('No key yet').waitFor();
    const before = used.length;
    await page.getByRole('link', { name: 'Gallery' }).click();
    await page.getByRole('heading', { level: 1, name: 'Gallery' }).waitFor();
    await page.getByRole('link', { name: 'Keys' }).click();
    await page.getByText('No key yet').waitFor();
    expect(used.length).toBeGreaterThan(before);
    expect(new Set(used).size).toBe(used.length);
  });

  it('says that an answer which belongs to no request is refused', async () => {
    const { page } = watched;
    await page.goto(`${gateway.url}/studio/`);
    await page.getByRole('button', { name: 'Sign in with corp' }).click();
    await page.locator('input[name=login]').waitFor();
    await page.goto(`${gateway.url}/studio/?code=stolen&state=of-another`);
    await page.getByLabel('API key').waitFor();
    await page.getByText('does not belong to this sign-in').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });
});
