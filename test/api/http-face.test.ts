// Guarantee: the settings of the HTTP face do what they say in a whole gateway.
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { FakeClock } from '../support/time/fake-clock.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { selfSigned, type Certificate } from '../support/client/self-signed.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { askOverTls } from '../support/client/tls-client.js';
import { jsonHeaders, rawRequest } from '../support/client/wire.js';

const BODY = JSON.stringify({ query: '{viewer{subject}}' });
const PRODUCTION = { NODE_ENV: 'production', EMULATOR: 'true' };

describe('the settings of the HTTP face', () => {
  let folder: string;
  let gateway: TestGateway | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-face-'));
  });

  afterEach(async () => {
    await gateway?.stop();
    gateway = undefined;
    await rm(folder, { recursive: true });
  });

  async function filesOf({ cert, key }: Certificate): Promise<Record<string, string>> {
    const paths = {
      TLS_CERT_FILE: join(folder, 'cert.pem'),
      TLS_KEY_FILE: join(folder, 'key.pem'),
    };
    await writeFile(paths.TLS_CERT_FILE, cert);
    await writeFile(paths.TLS_KEY_FILE, key);
    return paths;
  }

  it('S3, C8: TLS_CERT_FILE and TLS_KEY_FILE make it https, in production on any address, and are followed', async () => {
    const [first, next] = [selfSigned('127.0.0.1'), selfSigned('127.0.0.1')];
    const clock = new FakeClock();
    gateway = await startGateway(
      { ...PRODUCTION, HOST: '0.0.0.0', ...(await filesOf(first)) },
      { clock },
    );
    expect(gateway.url).toMatch(/^https:\/\/0\.0\.0\.0:\d+$/);
    const url = gateway.url.replace('0.0.0.0', '127.0.0.1');
    const request = { method: 'POST', headers: jsonHeaders(gateway.operatorKey), body: BODY };
    const before = await askOverTls(url, '/graphql', { ...request, ca: first.cert });
    expect([before.status, before.text]).toEqual([
      200,
      expect.stringContaining('{"data":{"viewer":{"subject":"key:operator"}}'),
    ]);
    await filesOf(next);
    const after = await clock.until(
      () => askOverTls(url, '/graphql', { ...request, ca: next.cert }).catch(() => undefined),
      { stepMs: 500 },
    );
    expect(after.status).toBe(200);
  }, 120_000);

  it('S3: TLS files that do not serve end the start, and leave nothing behind', async () => {
    const files = await filesOf({ ...selfSigned('127.0.0.1'), key: selfSigned('127.0.0.1').key });
    await expect(startGateway(files)).rejects.toThrow(/^TLS_CERT_FILE and TLS_KEY_FILE do not/);
    const missing = { ...files, TLS_KEY_FILE: join(folder, 'none') };
    await expect(startGateway(missing)).rejects.toThrow(
      /^TLS_KEY_FILE: .* cannot be read \(ENOENT\)/,
    );
  }, 120_000);

  it('C8: production refuses plain http but of a trusted proxy, and says so at the start', async () => {
    const log = new RecordedLog();
    gateway = await startGateway({ ...PRODUCTION, HOST: '0.0.0.0' }, { log });
    const url = gateway.url.replace('0.0.0.0', '127.0.0.1');
    const headers = { ...jsonHeaders(gateway.operatorKey), 'X-Forwarded-Proto': 'https' };
    const request = { method: 'POST', path: '/graphql', headers, body: BODY };
    expect((await rawRequest(url, request)).status).toBe(403);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(log.lines.join('\n')).toMatch(/"level":"warn".*refused over plain http/);
    await gateway.stop();

    gateway = await startGateway({ ...PRODUCTION, HOST: '0.0.0.0', TRUSTED_PROXIES: 'loopback' });
    const behind = gateway.url.replace('0.0.0.0', '127.0.0.1');
    expect((await rawRequest(behind, request)).status).toBe(200);
    const socket = new WebSocket(
      `${behind.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      {
        headers: { 'X-Forwarded-Proto': 'https' },
      },
    );
    await once(socket, 'open');
    socket.terminate();
  }, 120_000);

  it('C4, W2: CORS_ORIGINS is the list for requests and WebSockets; production has none by default', async () => {
    const origin = 'https://app.example';
    const answered = async (headers: Record<string, string>) => {
      const url = gateway?.url ?? '';
      const { headers: told } = await rawRequest(url, { method: 'GET', path: '/graphql', headers });
      const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers,
      });
      const opened = await once(socket, 'open').then(
        () => 'opened',
        () => 'refused',
      );
      socket.terminate();
      return [told.get('access-control-allow-origin'), opened];
    };
    gateway = await startGateway({ ...PRODUCTION, CORS_ORIGINS: origin });
    expect(await answered({ Origin: origin })).toEqual([origin, 'opened']);
    expect(await answered({ Origin: 'http://localhost:3000' })).toEqual([null, 'refused']);
    await gateway.stop();
    gateway = await startGateway(PRODUCTION);
    expect(await answered({ Origin: 'http://localhost:3000' })).toEqual([null, 'refused']);
    expect(await answered({})).toEqual([null, 'opened']);
  }, 120_000);
});
