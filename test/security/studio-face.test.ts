// Guarantee: the studio is served where an operator wants it, from its build alone, with a policy that
// lets its page call this gateway, the hosts of media, and no other.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

const PAGE = '<!doctype html><title>Studio</title>';
const SCRIPT = 'export const studio = true;';

describe('the studio', () => {
  let folder: string;
  let gateway: TestGateway;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'studio-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), PAGE);
    await writeFile(join(folder, 'icon.svg'), '<svg/>');
    await writeFile(join(folder, 'assets/main-1a2b3c4d.js'), SCRIPT);
    await writeFile(join(folder, 'assets/notes.txt'), 'no type is known');
    gateway = await startGateway({}, { studioFolder: folder });
  });

  afterAll(async () => {
    await gateway.stop();
    await rm(folder, { recursive: true });
  });

  const get = async (path: string): Promise<Response> =>
    await fetch(`${gateway.url}${path}`, { redirect: 'manual' });

  it('is its page at every address of a view, never kept, with a policy that names each host', async () => {
    const uploads = new URL(gateway.emulator.url).origin;
    const media = gateway.url.replace('127.0.0.1', 'localhost');
    for (const path of ['/studio/', '/studio/tasks/1', '/studio/keys?a=b']) {
      const answer = await get(path);
      expect([answer.status, await answer.text()]).toEqual([200, PAGE]);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: ${media}; media-src 'self' blob: ${media}; connect-src 'self' ${uploads}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
      });
    }
    const bare = await get('/studio');
    expect([bare.status, bare.headers.get('location')]).toEqual([308, '/studio/']);
  });

  it('keeps files for ever whose names have the hash of their content', async () => {
    const script = await get('/studio/assets/main-1a2b3c4d.js');
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
    });
    expect(await script.text()).toBe(SCRIPT);
    const icon = await get('/studio/icon.svg');
    expect([icon.headers.get('content-type'), icon.headers.get('cache-control')]).toEqual([
      'image/svg+xml',
      'no-store',
    ]);
  });

  it('sends gzip only to clients that accept it', async () => {
    const ask = async (encoding: string): Promise<Buffer> => {
      const answer = await fetch(`${gateway.url}/studio/assets/main-1a2b3c4d.js`, {
        headers: { 'accept-encoding': encoding },
      });
      expect(answer.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
      return Buffer.from(await answer.arrayBuffer());
    };
    expect((await ask('identity')).toString()).toBe(SCRIPT);
    expect((await ask('gzip')).toString()).toBe(SCRIPT);
  });

  it('serves no other file, whatever the path', async () => {
    const paths = ['assets/none.js', 'assets/notes.txt', 'assets/..%2findex.html', 'assets/'];
    for (const path of paths) {
      expect([path, (await get(`/studio/${path}`)).status]).toEqual([path, 404]);
    }
    const { status } = await fetch(`${gateway.url}/studio/`, { method: 'POST' });
    expect(status).toBe(404);
  });

  it('tells its page how people sign in', async () => {
    const answer = await get('/studio/settings.json');
    expect([answer.headers.get('cache-control'), await answer.json()]).toEqual([
      'no-store',
      { signIn: null },
    ]);
    const issuer = 'https://login.example.com/realm';
    const other = await startGateway(
      {
        PUBLIC_URL: 'https://runway.example.com',
        OAUTH_ISSUERS: JSON.stringify([
          { name: 'corp', issuer, jwksUri: 'http://127.0.0.1:1/keys', tenant: 'acme' },
        ]),
        STUDIO_SIGN_IN_ISSUER: 'corp',
        STUDIO_SIGN_IN_CLIENT: 'studio',
        OUTPUTS_URL: 'https://media.example.com',
        STUDIO_UPLOAD_HOSTS: 'https://*.uploads.example.com',
      },
      { studioFolder: folder },
    );
    const page = await fetch(`${other.url}/studio/`);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("img-src 'self' blob: https://media.example.com;");
    expect(policy).toContain(
      "connect-src 'self' https://*.uploads.example.com https://login.example.com;",
    );
    expect(await (await fetch(`${other.url}/studio/settings.json`)).json()).toEqual({
      signIn: {
        name: 'corp',
        issuer,
        clientId: 'studio',
        scope: 'openid',
        resource: 'https://runway.example.com/graphql',
      },
    });
    await other.stop();
  });

  it('is not there where it is off', async () => {
    const closed = await startGateway({ STUDIO: 'false' }, { studioFolder: folder });
    for (const path of ['/studio', '/studio/', '/studio/settings.json', '/studio/icon.svg']) {
      expect([path, (await fetch(`${closed.url}${path}`)).status]).toEqual([path, 404]);
    }
    await closed.stop();
  });
});
