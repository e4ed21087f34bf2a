// Guarantee: what a caller may send depends on who asks, it is counted before it is parsed, and all
// bodies together cannot exhaust the memory.
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask, jsonHeaders, post, rawRequest } from '../support/client/wire.js';

const KB = 1_024;

function bodyOf(bytes: number): string {
  const body = JSON.stringify({ query: '{viewer{tenant}}', extensions: { pad: '' } });
  return body.replace('""', `"${'x'.repeat(bytes - body.length)}"`);
}

describe('a body', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  it('Q7: of the greatest size passes, and of one byte more is refused, by who asks', async () => {
    const reader = jsonHeaders(gateway.key('reader', { scopes: ['task:read'] }));
    const maker = jsonHeaders(gateway.key('maker', { scopes: ['generate:video'] }));
    expect((await post(gateway.url, bodyOf(256 * KB), reader)).status).toBe(200);
    const refused = await post(gateway.url, bodyOf(256 * KB + 1), reader);
    expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([
      413,
      'PAYLOAD_TOO_LARGE',
    ]);
    expect((await post(gateway.url, bodyOf(256 * KB + 1), maker)).status).toBe(200);
    expect((await post(gateway.url, bodyOf(24 * KB * KB), maker)).status).toBe(200);
    expect((await post(gateway.url, bodyOf(24 * KB * KB + 1), maker)).status).toBe(413);
  });

  it('Q7: without a credential is refused before it is read', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await post(gateway.url, bodyOf(16 * KB), headers)).status).toBe(401);
    expect((await post(gateway.url, bodyOf(16 * KB + 1), headers)).status).toBe(413);
  });

  it('with a bad credential is refused before it is read', async () => {
    const { port } = new URL(gateway.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer rgk_nobody_Abcdefghijklmnopqrstuvwxyz\r\nContent-Length: 20000000\r\n\r\n{',
    );
    const [head] = (await once(socket, 'data')) as [Buffer];
    expect(head.toString('utf8')).toMatch(/^HTTP\/1\.1 401 /);
    socket.destroy();
  });

  it('Q7: without a declared length is cut off at the limit', async () => {
    const reader = jsonHeaders(gateway.key('reader', { scopes: ['task:read'] }));
    const { port } = new URL(gateway.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: ${String(reader['authorization'])}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const chunk = 'x'.repeat(64 * KB);
    for (let sent = 0; sent < 5; sent += 1) {
      socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    }
    const [head] = (await once(socket, 'data')) as [Buffer];
    expect(head.toString('utf8')).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('Q7: that is compressed is refused unread', async () => {
    const bomb = gzipSync(Buffer.alloc(10 * KB * KB, ' '));
    for (const encoding of ['gzip', 'deflate', 'br', 'x-unknown']) {
      const headers = { ...jsonHeaders(gateway.key()), 'content-encoding': encoding };
      expect((await post(gateway.url, bomb, headers)).status).toBe(415);
    }
  });

  it('Q7: with 100,000 variables or 9,000 wrong ones is refused with few issues', async () => {
    const key = gateway.key();
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`v${n}`, n]));
    const unknown = await ask(gateway.url, key, {
      query: '{viewer{tenant}}',
      variables: many,
    });
    expect(unknown.status).toBe(400);
    expect(unknown.errors[0]?.extensions.issues).toMatchObject([{ rule: 'maxValues' }]);
    const wrong = await ask(gateway.url, key, {
      query: 'query($f:TaskFilterInput){tasks(filter:$f){nodes{id}}}',
      variables: { f: { labels: Array.from({ length: 9_000 }, () => 1) } },
    });
    expect(wrong.errors[0]?.extensions.issues).toHaveLength(20);
    expect(wrong.errors[0]?.extensions.issues?.[3]).toEqual({
      path: 'filter.labels.3',
      rule: 'type',
      message: 'Must be a value of type String.',
    });
  });

  it('C3: of a GET is not read at all', async () => {
    const path = '/graphql?query=%7Bviewer%7Btenant%7D%7D';
    const { status } = await rawRequest(gateway.url, { method: 'GET', path });
    expect(status).toBe(405);
  });
});
