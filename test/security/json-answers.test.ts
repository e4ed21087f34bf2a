// Guarantee: whatever arrives on the port, the answer is JSON in the form of GraphQL errors, with the
// headers of every answer; a wish to speak another protocol is ignored and its request served.
import { anyCost } from '../support/client/counted.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import {
  codesOf,
  postHead,
  RawConnection,
  type RawAnswer,
} from '../support/client/raw-connection.js';

const BODY = JSON.stringify({ query: '{viewer{tenant}}' });

/** As Java's HttpClient sends it with a plain request. */
const H2C = {
  Connection: 'Upgrade, HTTP2-Settings',
  Upgrade: 'h2c',
  'HTTP2-Settings': 'AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA',
};

const WEBSOCKET = 'Connection: Upgrade\r\nUpgrade: websocket\r\n';

describe('C6, C7, C10, I5: an answer', () => {
  let gateway: TinyGateway;
  let key: string;
  let connection: RawConnection;
  /** Header names of a usual answer. */
  let usual: readonly string[];

  beforeAll(async () => {
    gateway = await startTinyGateway({ limits: { headersTimeoutMs: 200, socketsMax: 1 } });
    key = gateway.key();
    const { headers } = await fetch(`${gateway.url}/nowhere`);
    const ofConnection = ['connection', 'keep-alive', 'date'];
    usual = [...headers.keys()].filter((name) => !ofConnection.includes(name)).sort();
  });

  afterAll(() => gateway.stop());

  beforeEach(async () => {
    connection = await RawConnection.open(gateway.url);
  });

  afterEach(() => {
    connection.close();
  });

  function expectJson(answer: RawAnswer | undefined, status: number, code: string): void {
    expect([answer?.status, codesOf(answer)]).toEqual([status, [code]]);
    expect(answer?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(Object.keys(answer?.headers ?? {})).toEqual(expect.arrayContaining([...usual]));
    const id = answer?.headers['x-request-id'] ?? '';
    expect(id).not.toBe('');
    expect(answer?.text).toContain(id);
  }

  for (const [name, upgrade] of Object.entries({
    h2c: H2C,
    'another protocol': { Connection: 'Upgrade', Upgrade: 'TLS/1.3' },
    'WebSocket, by a POST': { Connection: 'Upgrade', Upgrade: 'websocket' },
  })) {
    it(`to a POST that would go over to ${name} is the usual one, twice`, async () => {
      for (let round = 0; round < 2; round += 1) {
        const headers = { ...upgrade, Authorization: `Bearer ${key}` };
        await connection.send(postHead(BODY.length, headers));
        await connection.send(BODY);
        const answer = await connection.next();
        expect([answer?.status, JSON.parse(answer?.text ?? '')]).toEqual([
          200,
          { data: { viewer: { tenant: 'tenant-alice' } }, extensions: anyCost() },
        ]);
      }
    });
  }

  for (const [path, status] of [
    ['/healthz', 200],
    ['/graphql', 405],
    ['/elsewhere', 404],
    ['/', 404],
  ] as const) {
    it(`to a GET of ${path} that would go over to h2c is the usual one`, async () => {
      await connection.send(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
      );
      const answer = await connection.next();
      expect(answer?.status).toBe(status);
      expect(answer?.headers['content-type']).toContain('application/json');
      await connection.send('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
      expect((await connection.next())?.status).toBe(200);
    });
  }

  for (const [name, text, status, code] of [
    [
      'a WebSocket on another path',
      `GET /x HTTP/1.1\r\nHost: x\r\n${WEBSOCKET}\r\n`,
      404,
      'NOT_FOUND',
    ],
    [
      'a WebSocket without its key',
      `GET /graphql HTTP/1.1\r\nHost: x\r\n${WEBSOCKET}\r\n`,
      400,
      'BAD_REQUEST',
    ],
    [
      'a WebSocket with a credential in its URL',
      `GET /graphql?token=1 HTTP/1.1\r\nHost: x\r\n${WEBSOCKET}\r\n`,
      400,
      'BAD_REQUEST',
    ],
    ['what is no HTTP', 'nonsense\r\n\r\n', 400, 'BAD_REQUEST'],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'a wrong length',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
    [
      'a folded header',
      'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Folded: a\r\n b\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
    [
      'headers that are too large',
      `GET /healthz HTTP/1.1\r\nHost: x\r\nX-Pad: ${'x'.repeat(40_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    ['headers that do not end', 'GET /healthz HTTP/1.1\r\nHost: x\r\n', 408, 'REQUEST_TIMEOUT'],
    ['another expectation', postHead(0, { Expect: 'tea' }), 417, 'EXPECTATION_FAILED'],
    ['a CONNECT', 'CONNECT a.example:1 HTTP/1.1\r\nHost: x\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
    ['a TRACE', 'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
    ['OPTIONS of everything', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', 404, 'NOT_FOUND'],
    ['a path that cannot be decoded', 'GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n', 404, 'NOT_FOUND'],
  ] as const) {
    it(`to ${name} is JSON`, async () => {
      await connection.send(text);
      expectJson(await connection.next(), status, code);
    });
  }

  it('to a chunk that is none is JSON, and the last', async () => {
    await connection.send(postHead(null, { Authorization: `Bearer ${key}` }));
    await connection.send('nonsense\r\n');
    const answer = await connection.next();
    expectJson(answer, 400, 'BAD_REQUEST');
    expect(answer?.headers['connection']).toBe('close');
    await connection.ended();
  });

  it('to nonsense behind a whole request comes after the answer to that', async () => {
    const slow = JSON.stringify({ query: '{task(id:"slow"){id}}' });
    await connection.send(postHead(slow.length, { Authorization: `Bearer ${key}` }) + slow);
    await connection.send('nonsense\r\n\r\n');
    await gateway.clock.until(() => gateway.ran.includes('task'), { stepMs: 0 });
    gateway.release();
    expect((await connection.next())?.text).toContain('"t1"');
    expectJson(await connection.next(), 400, 'BAD_REQUEST');
    await connection.ended();
    expect(connection.error).toBeUndefined();
  });

  it('to a WebSocket when there are too many is JSON', async () => {
    const first = await RawConnection.open(gateway.url);
    const ask = `GET /graphql HTTP/1.1\r\nHost: x\r\n${WEBSOCKET}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`;
    await first.send(ask);
    expect((await first.next())?.status).toBe(101);
    await connection.send(ask);
    const answer = await connection.next();
    expectJson(answer, 503, 'OVERLOADED');
    expect(answer?.headers['retry-after']).toBe('5');
    first.close();
  });
});
