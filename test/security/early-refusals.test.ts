// Guarantee: a request that is refused before its body was read is answered, and what the answer
// says of the connection is true: a kept one serves the next request, another ends without a reset.
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { postHead, RawConnection } from '../support/client/raw-connection.js';

const KB = 1_024;
const MB = 1_024 * KB;

const NEXT = JSON.stringify({ query: '{viewer{tenant}}' });

interface Refused {
  readonly status: number;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

describe('C10: a request that is refused before its body is read', () => {
  let gateway: TinyGateway;
  let authorization: string;
  let connection: RawConnection;

  beforeAll(async () => {
    gateway = await startTinyGateway({
      // Every body finds no room but the one that follows.
      limits: { openBodiesBytesMax: 400, bodyBytesMax: 64 * KB },
    });
    authorization = `Bearer ${gateway.key('reader', { scopes: ['task:read'] })}`;
  });

  afterAll(() => gateway.stop());

  beforeEach(async () => {
    connection = await RawConnection.open(gateway.url);
  });

  afterEach(() => {
    connection.close();
  });

  const refusals: Readonly<Record<string, Refused>> = {
    'without a credential': { status: 401 },
    'with a bad one': { status: 401, headers: { Authorization: 'Bearer rgk_nobody_1' } },
    'on another path': { status: 404, path: '/elsewhere' },
    'by another method': { status: 405, method: 'PUT' },
    'for an answer of another kind': { status: 406, headers: { Accept: 'text/html' } },
    'of another type': { status: 415, headers: { 'Content-Type': 'text/plain' } },
    'with another expectation': { status: 417, headers: { Expect: '200-ok' } },
    'when there is no room': { status: 503, headers: { Authorization: 'OWN' } },
  };

  function headOf(refused: Refused, length: number | null): string {
    const own = refused.headers?.['Authorization'] === 'OWN';
    const headers = { ...refused.headers, ...(own ? { Authorization: authorization } : {}) };
    return postHead(length, headers, refused.path).replace(/^POST/, refused.method ?? 'POST');
  }

  /** The status of a good request on the same connection. */
  async function next(): Promise<number | undefined> {
    await connection.send(postHead(NEXT.length, { Authorization: authorization }) + NEXT);
    return (await connection.next())?.status;
  }

  for (const [name, refused] of Object.entries(refusals)) {
    // Without a credential a longer one would be a 413.
    const length = 15 * KB;

    it(`${name}, with little to come, is answered, and its connection serves the next`, async () => {
      await connection.send(`${headOf(refused, length)}${'x'.repeat(1_000)}`);
      const answer = await connection.next();
      expect([answer?.status, answer?.headers['connection']]).toEqual([
        refused.status,
        'keep-alive',
      ]);
      await connection.send('x'.repeat(length - 1_000));
      expect(await next()).toBe(200);
    });

    it(`${name}, with an unknown amount to come, is answered, and ends without a reset`, async () => {
      await connection.send(`${headOf(refused, null)}3e8\r\n${'x'.repeat(1_000)}\r\n`);
      const answer = await connection.next();
      expect([answer?.status, answer?.headers['connection']]).toEqual([refused.status, 'close']);
      for (let sent = 0; sent < 20; sent += 1) {
        await connection.send(`10000\r\n${'x'.repeat(65_536)}\r\n`);
      }
      await connection.send('0\r\n\r\n');
      await connection.ended();
      expect(connection.error).toBeUndefined();
    });
  }

  for (const [kind, length, said] of [
    ['a little', 100 * KB, 'keep-alive'],
    ['very much', 24 * MB, 'close'],
  ] as const) {
    it(`because it is ${kind} too large is answered 413 with ${said}`, async () => {
      await connection.send(postHead(length, { Authorization: authorization }));
      const answer = await connection.next();
      expect([answer?.status, answer?.headers['connection']]).toEqual([413, said]);
      // As clients do that read nothing before they have sent all.
      await connection.send('x'.repeat(length));
      if (said === 'keep-alive') expect(await next()).toBe(200);
      else await connection.ended();
      expect(connection.error).toBeUndefined();
    });
  }

  it('and never ends is cut when more than any body has come', async () => {
    await connection.send(postHead(null, { Authorization: authorization }));
    const chunk = `100000\r\n${'x'.repeat(MB)}\r\n`;
    let sent = 0;
    for (; sent < 100 && connection.error === undefined; sent += 1) await connection.send(chunk);
    // The system's buffers hold some MB that the gateway has not read.
    expect(sent).toBeLessThan(60);
  });

  it('is not sent at all by a client that waits for 100 Continue', async () => {
    const headers = { Expect: '100-continue', Authorization: 'Bearer rgk_nobody_1' };
    await connection.send(postHead(15 * KB, headers));
    const answer = await connection.next();
    expect([answer?.status, answer?.headers['connection']]).toEqual([401, 'close']);
    await connection.ended();
  });

  it('is told from one that is not: that one is told to continue', async () => {
    const headers = { Expect: '100-continue', Authorization: authorization };
    await connection.send(postHead(NEXT.length, headers));
    expect((await connection.next())?.status).toBe(100);
    await connection.send(NEXT);
    const answer = await connection.next();
    expect([answer?.status, answer?.headers['connection']]).toEqual([200, 'keep-alive']);
    expect(await next()).toBe(200);
  });

  for (const path of ['/healthz', '/readyz']) {
    it(`is told from ${path} with a body, which says that it ends`, async () => {
      await connection.send(postHead(24 * MB, {}, path).replace(/^POST/, 'GET'));
      const answer = await connection.next();
      expect([answer?.status, answer?.headers['connection']]).toEqual([200, 'close']);
    });
  }
});
