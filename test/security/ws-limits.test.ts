// Guarantee: a socket obeys the protocol and its limits, or it is closed with the protocol's code.
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { anEvent, startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import {
  EventStreamReader,
  ProtocolSocket,
  jsonHeaders,
  post,
  type WireError,
} from '../support/client/wire.js';

const QUERY = 'subscription{tasksUpdated{cursor}}';
const subscribe = (id: string): object => ({ id, type: 'subscribe', payload: { query: QUERY } });

describe('a WebSocket', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway({
      limits: {
        connectionInitTimeoutMs: 2_000,
        subscriptionsPerSocketMax: 3,
        streamsPerViewerMax: 2,
        messagesBurst: 20,
        socketsMax: 10,
        unsentBytesMax: 2 * 1_024 * 1_024,
      },
    });
  });

  afterEach(() => gateway.stop());

  const connected = () => ProtocolSocket.connect(gateway.url, gateway.key());

  it('W1: that does not introduce itself in time is closed with 4408', async () => {
    const socket = await ProtocolSocket.open(gateway.url);
    expect((await socket.closed).code).toBe(4408);
  });

  it('W1: that asks before it is acknowledged is closed with 4401', async () => {
    const socket = await ProtocolSocket.open(gateway.url);
    socket.send(subscribe('1'));
    expect((await socket.closed).code).toBe(4401);
    expect(gateway.ran).toEqual([]);
  });

  it('W1: that introduces itself twice is closed with 4429', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    socket.send({ type: 'connection_init' });
    expect((await socket.closed).code).toBe(4429);
  });

  it('W1: that uses an id twice at once is closed with 4409', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    socket.send(subscribe('1'));
    socket.send(subscribe('1'));
    expect((await socket.closed).code).toBe(4409);
    await gateway.clock.until(() => gateway.events.open.size === 0, { stepMs: 0 });
  });

  it('that speaks another language is closed with 4406, and nonsense with 4400', async () => {
    const silent = new ProtocolSocket(
      new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`),
    );
    expect((await silent.closed).code).toBe(4406);
    for (const nonsense of ['{', 'null', '{"type":"x"}', '{"type":"subscribe","id":1}']) {
      const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
      socket.raw.send(nonsense);
      expect((await socket.closed).code).toBe(4400);
    }
  });

  it('W10: that sends a message of a wrong type or shape is closed with 4400, and no error is logged', async () => {
    const wrong: readonly object[] = [
      { type: 'connection_ack' },
      { type: 'next', id: '1', payload: {} },
      { type: 'error', id: '1', payload: [{ message: 'x' }] },
      { type: 1 },
      { type: 'subscribe', id: '1', payload: { query: QUERY, variables: 'x' } },
      { type: 'subscribe', id: 'x'.repeat(200), payload: { query: QUERY } },
      { type: 'ping', payload: 'x' },
      [],
    ];
    for (const message of wrong) {
      for (const open of [ProtocolSocket.open(gateway.url), connected()]) {
        const socket = await open;
        socket.send(message);
        expect((await socket.closed).code).toBe(4400);
      }
    }
    expect(gateway.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(gateway.ran).toEqual([]);
  });

  it('on another path is refused', async () => {
    for (const path of ['/', '/graphql/', '/subscriptions']) {
      const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}${path}`);
      const [error] = (await once(socket, 'error')) as [Error];
      expect(error.message).toContain('404');
    }
  });

  it('W5: holds so many subscriptions and no more', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    for (const id of ['1', '2', '3', '4']) socket.send(subscribe(id));
    const { id, type, payload } = await socket.next();
    const [error] = payload as readonly WireError[];
    expect([id, type, error?.extensions.code]).toEqual(['4', 'error', 'OVERLOADED']);
    expect(gateway.events.open.size).toBe(3);
    socket.send({ id: '1', type: 'complete' });
    await gateway.clock.until(() => gateway.events.open.size === 2, { stepMs: 0 });
    socket.send(subscribe('5'));
    await gateway.clock.until(() => gateway.events.open.size === 3, { stepMs: 0 });
    socket.close();
  });

  it('W5: counts with the event streams of its credential', async () => {
    const key = gateway.key();
    const first = await ProtocolSocket.connect(gateway.url, key);
    const second = await EventStreamReader.open(gateway.url, key, { query: QUERY });
    const third = await ProtocolSocket.open(gateway.url);
    third.send({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
    expect((await third.closed).code).toBe(1013);
    const headers = { ...jsonHeaders(key), accept: 'text/event-stream' };
    const refused = await post(gateway.url, JSON.stringify({ query: QUERY }), headers);
    expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([503, 'OVERLOADED']);

    const other = await ProtocolSocket.connect(gateway.url, gateway.key('bobby'));
    first.close();
    await first.closed;
    second.close();
    await gateway.clock.until(() => gateway.events.open.size === 0, { stepMs: 0 });
    // The server may hear of the ends a moment later than this test.
    const again = await gateway.clock.until(
      () => ProtocolSocket.connect(gateway.url, key).catch(() => false as const),
      { stepMs: 0 },
    );
    for (const socket of [other, again]) socket.close();
  });

  it('W5: is refused when there are too many, whosever they are', async () => {
    const opened = Array.from({ length: 10 }, (_, at) =>
      ProtocolSocket.connect(gateway.url, gateway.key(`user${String(at)}`)),
    );
    const sockets = await Promise.all(opened);
    const url = `${gateway.url.replace('http', 'ws')}/graphql`;
    const [error] = (await once(new WebSocket(url), 'error')) as [Error];
    expect(error.message).toContain('503');
    for (const socket of sockets) socket.close();
  });

  it('W6: that sends a message of one byte too many is closed with 1009', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    socket.raw.send('x'.repeat(64 * 1_024 + 1));
    expect((await socket.closed).code).toBe(1009);
  });

  it('W6: that floods is closed with 1008', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    for (let sent = 0; sent < 50; sent += 1) socket.send({ type: 'ping' });
    expect((await socket.closed).code).toBe(1008);
  });

  it.each([
    ['pings', (socket: WebSocket) => socket.ping()],
    ['pongs', (socket: WebSocket) => socket.pong()],
  ])('W6: that floods with %s of the protocol is closed with 1008', async (_frames, send) => {
    const socket = await ProtocolSocket.open(gateway.url);
    for (let sent = 0; sent < 50; sent += 1) send(socket.raw);
    expect((await socket.closed).code).toBe(1008);
  });

  it('W6: that sends a message in very many frames is closed with 1008, before it has a credential', async () => {
    const socket = await ProtocolSocket.open(gateway.url);
    for (let sent = 0; sent < 65; sent += 1) socket.raw.send(' ', { fin: false });
    expect((await socket.closed).code).toBe(1008);
  });

  it('takes a message in a few frames', async () => {
    const socket = await ProtocolSocket.open(gateway.url);
    const payload = { authorization: `Bearer ${gateway.key()}` };
    const hello = JSON.stringify({ type: 'connection_init', payload });
    for (const character of hello.slice(0, 20)) socket.raw.send(character, { fin: false });
    socket.raw.send(hello.slice(20));
    expect((await socket.next()).type).toBe('connection_ack');
    socket.close();
  });

  it('W8: that does not answer a ping is cut', async () => {
    const key = gateway.key();
    const { port } = new URL(gateway.url);
    const peer = connect(Number(port), '127.0.0.1');
    await once(peer, 'connect');
    peer.write(
      'GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
    );
    await once(peer, 'data');
    const hello = JSON.stringify({
      type: 'connection_init',
      payload: { authorization: `Bearer ${key}` },
    });
    // One masked text frame; a mask of zeros leaves the bytes as they are.
    peer.write(
      Buffer.concat([Buffer.from([0x81, 0x80 | hello.length, 0, 0, 0, 0]), Buffer.from(hello)]),
    );
    await once(peer, 'data');
    const closed = once(peer, 'close');
    peer.on('error', () => undefined);
    await gateway.clock.advance(15_000);
    await gateway.clock.advance(15_000);
    await closed;
  });

  it('W8: that does not read is bounded: its source waits, and nothing piles up', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    socket.send(subscribe('1'));
    await gateway.clock.until(() => gateway.events.open.size === 1, { stepMs: 0 });
    socket.raw.pause();
    const big = 'c'.repeat(1_024 * 1_024);
    const before = process.memoryUsage().arrayBuffers;
    for (let sent = 0; sent < 40; sent += 1) gateway.events.emit(anEvent(big));
    await gateway.clock.advance(1_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1_024 * 1_024);
    socket.close();
  });
});
