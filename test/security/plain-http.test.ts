// Guarantee: in production nothing but health is told over plain http, no request is redirected to
// https, and what proxies say of a client is believed of trusted ones alone.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { jsonHeaders, rawRequest } from '../support/client/wire.js';

const BODY = JSON.stringify({ query: '{viewer{tenant}}' });

type Headers = Readonly<Record<string, string>>;

describe('C8: plain http in production', () => {
  const started: TinyGateway[] = [];

  afterEach(async () => {
    for (const gateway of started.splice(0)) await gateway.stop();
  });

  async function start(host: string, trustedProxies: readonly string[] = []): Promise<TinyGateway> {
    const gateway = await startTinyGateway({ host, face: { requireHttps: true, trustedProxies } });
    started.push(gateway);
    return gateway;
  }

  async function ask(gateway: TinyGateway, headers: Headers = {}): Promise<number | string> {
    const { status, text } = await rawRequest(gateway.url, {
      method: 'POST',
      path: '/graphql',
      headers: { ...jsonHeaders(gateway.key()), ...headers },
      body: BODY,
    });
    const [error] =
      (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors ?? [];
    return error === undefined ? status : `${String(status)} ${error.extensions.code}`;
  }

  it('is refused, with no address to go to, and its credential is never looked up', async () => {
    const gateway = await start('0.0.0.0');
    gateway.keys.isDown = true;
    for (const [method, path] of [
      ['POST', '/graphql'],
      ['GET', '/graphql'],
      ['OPTIONS', '/graphql'],
      ['GET', '/elsewhere'],
    ] as const) {
      const { status, headers, text } = await rawRequest(gateway.url, { method, path });
      expect([status, headers.get('location')]).toEqual([403, null]);
      expect(text).toContain('HTTPS_REQUIRED');
    }
    expect(await ask(gateway)).toBe('403 HTTPS_REQUIRED');
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`);
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('403');
    expect(gateway.ran).toEqual([]);
  });

  it('is told whether the gateway lives and is ready', async () => {
    const gateway = await start('0.0.0.0');
    for (const path of ['/healthz', '/readyz', '/healthz?x=1']) {
      expect((await fetch(`${gateway.url}${path}`)).status).toBe(200);
    }
  });

  it('is served on a listener of this machine alone', async () => {
    expect(await ask(await start('127.0.0.1'))).toBe(200);
  });

  it('is served when a trusted proxy says that it took https', async () => {
    const gateway = await start('0.0.0.0', ['loopback']);
    expect(await ask(gateway, { 'X-Forwarded-Proto': 'https' })).toBe(200);
    expect(await ask(gateway, { 'X-Forwarded-Proto': 'HTTPS, https' })).toBe(200);
    for (const scheme of ['http', 'https, http', 'http, https', 'wss', '', 'https,']) {
      expect([scheme, await ask(gateway, { 'X-Forwarded-Proto': scheme })]).toEqual([
        scheme,
        '403 HTTPS_REQUIRED',
      ]);
    }
    expect(await ask(gateway)).toBe('403 HTTPS_REQUIRED');
  });

  it('is refused also on a listener of this machine when a trusted proxy says that it took http', async () => {
    const gateway = await start('127.0.0.1', ['127.0.0.0/8']);
    expect(await ask(gateway, { 'X-Forwarded-Proto': 'http' })).toBe('403 HTTPS_REQUIRED');
    expect(await ask(gateway, { 'X-Forwarded-Proto': 'https' })).toBe(200);
  });

  it('C9: is refused whatever a client that is no trusted proxy says of itself', async () => {
    const gateway = await start('0.0.0.0', ['10.0.0.0/8', '192.168.1.7']);
    for (const spoofed of [
      { 'X-Forwarded-Proto': 'https' },
      { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '10.0.0.1' },
      { 'X-Forwarded-Ssl': 'on' },
      { 'Front-End-Https': 'on' },
      { Forwarded: 'for=10.0.0.1;proto=https' },
      { 'X-Forwarded-Host': 'localhost', 'X-Forwarded-Proto': 'https' },
      { Host: 'localhost', 'X-Forwarded-Scheme': 'https', 'X-Url-Scheme': 'https' },
    ]) {
      expect(await ask(gateway, spoofed as unknown as Headers)).toBe('403 HTTPS_REQUIRED');
    }
    expect(gateway.ran).toEqual([]);
  });
});

describe('C9: headers that speak of a client', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  it('change nothing of who it is, nor of any address in the answer', async () => {
    const plain = jsonHeaders(gateway.key());
    const spoofed = {
      'X-Forwarded-For': '10.9.8.7',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Real-IP': '10.9.8.7',
      'X-User-ID': 'operator',
      'X-Tenant-ID': 'tenant-bob',
      'X-Original-URL': '/healthz',
      'X-HTTP-Method-Override': 'GET',
      Forwarded: 'for=10.9.8.7;host=evil.example',
    };
    const ask = (headers: Headers) =>
      rawRequest(gateway.url, { method: 'POST', path: '/graphql', headers, body: BODY });
    const answer = await ask({ ...plain, ...spoofed });
    expect([answer.status, answer.text]).toEqual([
      200,
      expect.stringContaining('{"data":{"viewer":{"tenant":"tenant-alice"}}'),
    ]);
    expect(JSON.stringify([...answer.headers])).not.toMatch(/evil|10\.9\.8\.7/);
  });
});
