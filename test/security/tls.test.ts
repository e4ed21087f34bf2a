// Guarantee: the gateway speaks TLS 1.2 and 1.3 with forward-secret suites, shows the certificate of
// its files as they are now, and where it demands client certificates it takes none for a credential.
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:https';
import { connect as connectPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { readTlsFiles, type TlsFiles } from '../../src/app/files/tls-files.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { selfSigned, type Certificate } from '../support/client/self-signed.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { askOverTls, handshake } from '../support/client/tls-client.js';
import { jsonHeaders, ProtocolSocket } from '../support/client/wire.js';

const BODY = JSON.stringify({ query: '{viewer{tenant}}' });
const YEARS_AGO = new Date('2020-01-01');

const server = selfSigned('127.0.0.1');
const client = selfSigned('127.0.0.1');
const stranger = selfSigned('127.0.0.1');

const post = (key: string | null) => ({
  method: 'POST',
  headers: key === null ? { 'content-type': 'application/json' } : jsonHeaders(key),
  body: BODY,
});

describe('S3: TLS', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    const tls = { ...server, clientCa: undefined };
    const limits = { headersTimeoutMs: 300 };
    gateway = await startTinyGateway({
      limits,
      face: { tls, requireHttps: true },
      host: '0.0.0.0',
    });
  });

  afterAll(() => gateway.stop());

  it('is spoken in versions 1.2 and 1.3, and in none before', async () => {
    const legacy = { ciphers: 'ALL:@SECLEVEL=0' };
    for (const [version, expected] of [
      ['TLSv1.3', /^TLSv1\.3 TLS_/],
      ['TLSv1.2', /^TLSv1\.2 ECDHE-ECDSA-.*(?:GCM|POLY1305)/],
      ['TLSv1.1', /^E/],
      ['TLSv1', /^E/],
    ] as const) {
      const options = { minVersion: version, maxVersion: version };
      const isOld = version === 'TLSv1' || version === 'TLSv1.1';
      expect(await handshake(gateway.url, { ...options, ...(isOld ? legacy : {}) })).toMatch(
        expected,
      );
    }
  });

  it('takes no suite without forward secrecy or authenticated encryption', async () => {
    for (const ciphers of [
      'ECDHE-ECDSA-AES128-SHA',
      'ECDHE-ECDSA-AES256-SHA384',
      'AES128-GCM-SHA256',
      'AES128-SHA',
      'NULL',
      'aNULL',
    ]) {
      const weak = { ciphers: `${ciphers}:@SECLEVEL=0`, maxVersion: 'TLSv1.2' } as const;
      expect([ciphers, await handshake(gateway.url, weak)]).toEqual([
        ciphers,
        expect.stringMatching(/^E/),
      ]);
    }
    const strong = { ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384', maxVersion: 'TLSv1.2' } as const;
    expect(await handshake(gateway.url, strong)).toBe('TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384');
  });

  it('serves requests, event streams and WebSockets', async () => {
    const key = gateway.key();
    const ca = server.cert;
    const answer = await askOverTls(gateway.url, '/graphql', { ...post(key), ca });
    expect([answer.status, answer.text]).toEqual([
      200,
      expect.stringContaining('{"data":{"viewer":{"tenant":"tenant-alice"}}'),
    ]);
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
    const raw = new WebSocket(
      `${gateway.url.replace('https', 'wss')}/graphql`,
      'graphql-transport-ws',
      {
        ca,
      },
    );
    const socket = new ProtocolSocket(raw);
    await once(raw, 'open');
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
    expect((await socket.next()).type).toBe('connection_ack');
    socket.close();
  });

  it('C8: leaves plain http without an answer', async () => {
    const { port } = new URL(gateway.url);
    const plain = connectPlain(Number(port), '127.0.0.1');
    let received = '';
    plain.on('data', (bytes) => {
      received += bytes.toString('latin1');
    });
    plain.on('error', () => undefined);
    plain.write(`GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n`);
    await once(plain, 'close');
    expect(received).not.toContain('HTTP/');
  });

  it('Q11: gives a handshake as long as headers, and cuts it then', async () => {
    const { port } = new URL(gateway.url);
    const silent = connectPlain(Number(port), '127.0.0.1');
    await once(silent, 'close');
  });

  it('C10: answers what is no HTTP inside it in JSON', async () => {
    const { port } = new URL(gateway.url);
    const socket = connect({ host: '127.0.0.1', port: Number(port), ca: server.cert });
    await once(socket, 'secureConnect');
    socket.write('nonsense\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString('utf8')).toContain('"code":"BAD_REQUEST"');
    socket.destroy();
  });
});

describe('a stop of a server with TLS', () => {
  it('does not wait for handshakes that are not over', async () => {
    const tls = { ...server, clientCa: undefined };
    const gateway = await startTinyGateway({ face: { tls } });
    const silent = connectPlain(Number(new URL(gateway.url).port), '127.0.0.1');
    silent.on('error', () => undefined);
    await once(silent, 'connect');
    const agent = new Agent({ keepAlive: true, ca: server.cert });
    await askOverTls(gateway.url, '/healthz', { agent });
    await Promise.all([gateway.stop(), once(silent, 'close')]);
    agent.destroy();
  });
});

describe('TLS material', () => {
  it('that does not serve refuses the start, and names the setting', async () => {
    const other = selfSigned('127.0.0.1');
    for (const [tls, named] of [
      [{ ...server, cert: 'nonsense' }, /^TLS_CERT_FILE: /],
      [{ ...server, key: 'nonsense' }, /^TLS_KEY_FILE: /],
      [{ ...server, key: server.cert }, /^TLS_KEY_FILE: /],
      [{ ...server, key: other.key }, /^TLS_CERT_FILE and TLS_KEY_FILE do not serve together/],
      [{ ...server, clientCa: 'nonsense' }, /^TLS_CLIENT_CA_FILE: /],
      [{ ...server, clientCa: '' }, /^TLS_CLIENT_CA_FILE: /],
      // By the clock of the test, which stands in 2026.
      [selfSigned('127.0.0.1', YEARS_AGO), /^TLS_CERT_FILE: the certificate expired on /],
      [selfSigned('127.0.0.1', new Date('2035-01-01')), /^TLS_CERT_FILE: .* not valid before /],
    ] as const) {
      const face = { tls: { clientCa: undefined, ...tls } };
      const message = await startTinyGateway({ face }).then(
        () => 'started',
        (error: unknown) => (error as Error).message,
      );
      expect(message).toMatch(named);
      expect(message).not.toMatch(/nonsense|BEGIN/);
    }
  });
});

describe('the files of TLS', () => {
  const log = new RecordedLog();
  const clock = new FakeClock();
  let folder: string;
  let files: TlsFiles;
  let gateway: TinyGateway;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-tls-'));
    await put('cert.pem', server.cert);
    await put('key.pem', server.key);
    const config = {
      tls: {
        certFile: join(folder, 'cert.pem'),
        keyFile: join(folder, 'key.pem'),
        clientCaFile: undefined,
      },
    };
    files = await readTlsFiles(config, { clock, log });
    gateway = await startTinyGateway({ face: { tls: files.material } });
    files.follow((material) => {
      gateway.server.replaceTls(material);
    });
  });

  afterEach(async () => {
    await files.stop();
    await gateway.stop();
    await rm(folder, { recursive: true });
    log.lines.length = 0;
  });

  /** As tools do that replace a file in one step. */
  async function put(name: string, text: string): Promise<void> {
    await writeFile(join(folder, `${name}.new`), text);
    await rename(join(folder, `${name}.new`), join(folder, name));
  }

  const shown = async (certificate: Certificate) =>
    (await askOverTls(gateway.url, '/healthz', { ca: certificate.cert })).fingerprint;

  /** Resolves when the files have been looked at and taken. */
  const taken = () =>
    clock.until(() => log.lines.some((line) => line.includes('are in use')), { stepMs: 500 });

  const told = () => clock.until(() => alarms().length > 0, { stepMs: 500 });

  /** Lines at error, which an operator must look at. */
  const alarms = () => log.lines.filter((line) => line.startsWith('{"level":"error"'));

  it('S3: are read again when they change, and no open connection is dropped', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: server.cert });
    const before = await askOverTls(gateway.url, '/healthz', { agent });
    const raw = new WebSocket(
      `${gateway.url.replace('https', 'wss')}/graphql`,
      'graphql-transport-ws',
      {
        ca: server.cert,
      },
    );
    const socket = new ProtocolSocket(raw);
    await once(raw, 'open');

    const next = selfSigned('127.0.0.1');
    await put('cert.pem', next.cert);
    await put('key.pem', next.key);
    await taken();

    expect(await shown(next)).not.toBe(before.fingerprint);
    const after = await askOverTls(gateway.url, '/healthz', { agent });
    expect([after.status, after.fingerprint]).toEqual([200, before.fingerprint]);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${gateway.key()}` } });
    expect((await socket.next()).type).toBe('connection_ack');
    expect(alarms()).toEqual([]);
    socket.close();
    agent.destroy();
  });

  it('S3: that do not serve change nothing, and are told of once', async () => {
    const before = await shown(server);
    const expired = selfSigned('127.0.0.1', YEARS_AGO);
    for (const [name, text] of [
      ['cert.pem', 'nonsense'],
      ['cert.pem', selfSigned('127.0.0.1').cert],
      ['cert.pem', expired.cert],
      ['cert.pem', ''],
    ] as const) {
      log.lines.length = 0;
      await put(name, text);
      await told();
      await clock.advance(60_000);
      expect(await shown(server)).toBe(before);
      expect(alarms()).toHaveLength(1);
      expect(JSON.stringify(alarms())).toContain('TLS_CERT_FILE');
    }
    log.lines.length = 0;
    await rm(join(folder, 'key.pem'));
    await told();
    await clock.advance(60_000);
    expect(await shown(server)).toBe(before);
    expect(JSON.stringify(alarms())).toContain('TLS_KEY_FILE');
    expect(alarms()).toHaveLength(1);

    const next = selfSigned('127.0.0.1');
    await put('cert.pem', next.cert);
    await put('key.pem', next.key);
    await taken();
    expect(await shown(next)).not.toBe(before);
  });

  it('S3: that are missing refuse the start, and name the setting', async () => {
    const missing = { certFile: join(folder, 'none'), keyFile: 'k', clientCaFile: undefined };
    await expect(readTlsFiles({ tls: missing }, { clock, log })).rejects.toThrow(
      /^TLS_[A-Z_]+: .*ENOENT/,
    );
  });
});

describe('TLS_CLIENT_CA_FILE', () => {
  let gateway: TinyGateway;
  let key: string;

  beforeEach(async () => {
    gateway = await startTinyGateway({ face: { tls: { ...server, clientCa: client.cert } } });
    key = gateway.key();
  });

  afterEach(() => gateway.stop());

  const shows = ({ cert, key: secret }: Certificate) => ({ ca: server.cert, cert, key: secret });
  const NONE = { ca: server.cert };

  it('demands a certificate of its authorities beside the credential, never instead of it', async () => {
    for (const [holds, credential, status, code] of [
      [NONE, key, 403, 'CLIENT_CERTIFICATE_REQUIRED'],
      [shows(stranger), key, 403, 'CLIENT_CERTIFICATE_REQUIRED'],
      [shows(client), null, 401, 'UNAUTHENTICATED'],
      [shows(client), 'rgk_nobody_1', 401, 'UNAUTHENTICATED'],
      [shows(client), key, 200, undefined],
    ] as const) {
      const answer = await askOverTls(gateway.url, '/graphql', { ...post(credential), ...holds });
      const { errors } = JSON.parse(answer.text) as { errors?: { extensions: { code: string } }[] };
      expect([answer.status, errors?.[0]?.extensions.code]).toEqual([status, code]);
    }
    expect(gateway.ran).toEqual(['viewer']);
  });

  it('leaves health to those without one, and nothing else', async () => {
    for (const path of ['/healthz', '/readyz']) {
      expect((await askOverTls(gateway.url, path, NONE)).status).toBe(200);
    }
    for (const path of ['/', '/graphql', '/graphql/schema.graphql', '/.well-known/jwks.json']) {
      expect((await askOverTls(gateway.url, path, NONE)).status).toBe(403);
    }
  });

  it('holds for WebSockets', async () => {
    const address = `${gateway.url.replace('https', 'wss')}/graphql`;
    const refused = new WebSocket(address, 'graphql-transport-ws', NONE);
    const [error] = (await once(refused, 'error')) as [Error];
    expect(error.message).toContain('403');
    const opened = new WebSocket(address, 'graphql-transport-ws', shows(client));
    await once(opened, 'open');
    opened.terminate();
  });

  it.each(['TLSv1.3', 'TLSv1.2'] as const)(
    'S3: takes no resumed session of %s in the place of a certificate',
    async (version) => {
      for (const [holds, status] of [
        [NONE, 403],
        [shows(stranger), 403],
        [shows(client), 401],
      ] as const) {
        const options = { ...holds, minVersion: version, maxVersion: version };
        const first = await askForWhole(gateway.url, options);
        const second = await askForWhole(gateway.url, { ...options, session: first.session });
        expect([first.status, second.status]).toEqual([status, status]);
        // Nor by a client that keeps the session and hides its certificate.
        const hidden = { ...options, cert: undefined, key: undefined, session: first.session };
        expect((await askForWhole(gateway.url, hidden)).status).toBe(403);
      }
    },
  );

  it('takes no certificate of an authority that has been replaced, not by a resumed session either', async () => {
    const { port } = new URL(gateway.url);
    const open = (session?: Buffer): TLSSocket =>
      connect({
        host: '127.0.0.1',
        port: Number(port),
        ...shows(client),
        maxVersion: 'TLSv1.2',
        ...(session === undefined ? {} : { session }),
      });
    const first = open();
    await once(first, 'secureConnect');
    const session = first.getSession();
    first.destroy();

    gateway.server.replaceTls({ ...server, clientCa: stranger.cert });
    const second = open(session);
    await once(second, 'secureConnect');
    second.write('GET /graphql HTTP/1.1\r\nHost: x\r\n\r\n');
    const [answer] = (await once(second, 'data')) as [Buffer];
    expect(answer.toString('utf8')).toContain('CLIENT_CERTIFICATE_REQUIRED');
    second.destroy();
  });
});

/** One request for what needs a credential, which it has not; and the session that the server gave. */
async function askForWhole(
  url: string,
  options: ConnectionOptions,
): Promise<{ readonly status: number; readonly session: Buffer | undefined }> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), ...options });
  let session: Buffer | undefined;
  let received = '';
  socket.on('session', (given) => {
    session = given;
  });
  socket.on('data', (bytes: Buffer) => {
    received += bytes.toString('latin1');
  });
  socket.end(
    [
      'POST /graphql HTTP/1.1',
      'Host: x',
      'Connection: close',
      'Content-Type: application/json',
      `Content-Length: ${String(BODY.length)}`,
      '',
      BODY,
    ].join('\r\n'),
  );
  await once(socket, 'close');
  return { status: Number(received.split(' ')[1]), session: session ?? socket.getSession() };
}
