// Guarantee: a web page reads answers only when its origin stands in an exact list; the list decides
// about WebSockets too, and nothing of a request is reflected to a page that is not on it.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { jsonHeaders, ProtocolSocket, rawRequest } from '../support/client/wire.js';

const GOOD = 'https://good.example';

const LOOK_ALIKES = [
  'https://evil.example',
  'null',
  'https://good.example.evil.com',
  'http://good.example',
  'https://good.example:8443',
  'https://good.example/',
  'https://GOOD.example',
  'https://good.example, https://evil.example',
  'https://sub.good.example',
  'https://evilgood.example',
];

const PATHS = ['/graphql', '/graphql/schema.graphql', '/.well-known/jwks.json'];

const QUERY = JSON.stringify({ query: '{viewer{tenant}}' });

const corsHeadersOf = (headers: Headers): string[] =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('CORS', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway({ face: { origins: [GOOD, 'https://other.example:444'] } });
  });

  afterAll(() => gateway.stop());

  const preflight = (path: string, origin: string) =>
    rawRequest(gateway.url, {
      method: 'OPTIONS',
      path,
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,x-stolen',
      },
    });

  for (const path of PATHS) {
    it(`C4: lets an allowed page ask at ${path}, with listed methods and headers only`, async () => {
      const { status, headers } = await preflight(path, GOOD);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(GOOD);
      expect(headers.get('access-control-allow-methods')).toBe(
        path === '/graphql' ? 'POST' : 'GET',
      );
      const allowed = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(',');
      expect(allowed).toEqual(expect.arrayContaining(['authorization', 'content-type']));
      expect(allowed).not.toContain('x-stolen');
      expect(headers.get('access-control-max-age')).toBe('7200');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary')).toContain('Origin');
    });

    it(`C4: tells no other page anything at ${path}, and says that it depends on the origin`, async () => {
      for (const origin of LOOK_ALIKES) {
        for (const { headers } of [
          await preflight(path, origin),
          await rawRequest(gateway.url, { method: 'GET', path, headers: { Origin: origin } }),
        ]) {
          expect([origin, corsHeadersOf(headers)]).toEqual([origin, []]);
          expect(headers.get('vary')).toContain('Origin');
        }
      }
    });
  }

  it('C4: lets an allowed page read the answer, the errors, and what it needs of their headers', async () => {
    for (const [key, expected] of [
      [gateway.key(), 200],
      ['rgk_nobody_1', 401],
    ] as const) {
      const { status, headers } = await rawRequest(gateway.url, {
        method: 'POST',
        path: '/graphql',
        headers: { ...jsonHeaders(key), Origin: GOOD },
        body: QUERY,
      });
      expect([status, headers.get('access-control-allow-origin')]).toEqual([expected, GOOD]);
      const exposed = headers.get('access-control-expose-headers')?.toLowerCase().split(',');
      expect(exposed).toEqual(
        expect.arrayContaining([
          'ratelimit',
          'ratelimit-policy',
          'retry-after',
          'www-authenticate',
          'x-request-id',
        ]),
      );
      expect(headers.get('vary')).toContain('Origin');
    }
  });

  it('C4: says Vary also to a client that names no origin', async () => {
    const { headers } = await fetch(`${gateway.url}/graphql`);
    expect(corsHeadersOf(headers)).toEqual([]);
    expect(headers.get('vary')).toContain('Origin');
  });

  it('C4: is for the graph alone', async () => {
    for (const path of ['/healthz', '/readyz', '/', '/graphql/other']) {
      const { headers } = await rawRequest(gateway.url, {
        method: 'GET',
        path,
        headers: { Origin: GOOD },
      });
      expect(corsHeadersOf(headers)).toEqual([]);
    }
  });

  it('C4: by default lets the pages of this machine ask, whatever their port', async () => {
    const local = await startTinyGateway();
    try {
      const answered = async (origin: string) =>
        (
          await rawRequest(local.url, {
            method: 'GET',
            path: '/graphql',
            headers: { Origin: origin },
          })
        ).headers.get('access-control-allow-origin');
      for (const origin of [
        'http://localhost:3000',
        'https://localhost',
        'http://127.0.0.1:5173',
        'http://[::1]:8080',
      ]) {
        expect(await answered(origin)).toBe(origin);
      }
      for (const origin of [
        'http://localhost.evil.com',
        'http://127.0.0.1.nip.io',
        'http://localhost:3000/x',
        'ftp://localhost',
        'http://127.0.0.2',
      ]) {
        expect([origin, await answered(origin)]).toEqual([origin, null]);
      }
    } finally {
      await local.stop();
    }
  });
});

describe('a WebSocket of a web page', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway({ face: { origins: [GOOD] } });
  });

  afterAll(() => gateway.stop());

  const open = (headers: Readonly<Record<string, string>>, protocolVersion = 13): WebSocket =>
    new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers,
      protocolVersion,
    });

  it('W2: is refused before it is opened when its origin is not on the list', async () => {
    for (const origin of LOOK_ALIKES) {
      const [error] = (await once(open({ Origin: origin }), 'error')) as [Error];
      expect([origin, error.message]).toEqual([origin, expect.stringContaining('403')]);
    }
    const [error] = (await once(
      open({ 'Sec-WebSocket-Origin': LOOK_ALIKES[0] ?? '' }, 8),
      'error',
    )) as [Error];
    expect(error.message).toContain('403');
    expect(gateway.ran).toEqual([]);
  });

  it('W2: is opened for an allowed origin, and for a client that names none; both need a credential', async () => {
    for (const headers of [{ Origin: GOOD }, {}]) {
      for (const [key, type] of [
        [gateway.key(), 'connection_ack'],
        ['rgk_nobody_1', 'closed'],
      ] as const) {
        const raw = open(headers);
        const socket = new ProtocolSocket(raw);
        await once(raw, 'open');
        socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
        expect((await socket.next()).type).toBe(type);
        socket.close();
      }
    }
  });
});
