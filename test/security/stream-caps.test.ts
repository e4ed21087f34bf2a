// Guarantee: neither one credential, one tenant nor one address can hold the places of all streams;
// sockets and event streams count together, and what has ended gives its place back.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { jsonHeaders, ProtocolSocket, rawRequest } from '../support/client/wire.js';

const QUERY = 'subscription{tasksUpdated{cursor}}';
const MAX = 3;

describe('W5: the streams of an address', () => {
  let gateway: TinyGateway;
  const open: { close(): void }[] = [];

  beforeEach(async () => {
    gateway = await startTinyGateway({
      limits: { streamsPerAddressMax: MAX },
      face: { trustedProxies: ['loopback'] },
    });
  });

  afterEach(async () => {
    for (const stream of open.splice(0)) stream.close();
    await gateway.stop();
  });

  /** The status with which a socket was opened or refused. */
  async function socket(from: string): Promise<number> {
    const raw = new WebSocket(
      `${gateway.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      {
        headers: { 'X-Forwarded-For': from },
      },
    );
    const held = new ProtocolSocket(raw);
    open.push(held);
    return await new Promise((resolve) => {
      raw.on('open', () => {
        resolve(101);
      });
      raw.on('unexpected-response', (_request, { statusCode }) => {
        resolve(statusCode ?? 0);
      });
    });
  }

  /** The status of an event stream, which stays open. */
  async function eventStream(from: string, id: string): Promise<number> {
    const abort = new AbortController();
    open.push({
      close: () => {
        abort.abort();
      },
    });
    const { status } = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: {
        ...jsonHeaders(gateway.key(id)),
        accept: 'text/event-stream',
        'X-Forwarded-For': from,
      },
      body: JSON.stringify({ query: QUERY }),
      signal: abort.signal,
    });
    return status;
  }

  it('are limited, whichever tenant holds them, shown a credential or not', async () => {
    expect(await socket('203.0.113.7')).toBe(101);
    expect(await socket('203.0.113.7')).toBe(101);
    expect(await eventStream('203.0.113.7', 'anna')).toBe(200);
    expect(await socket('203.0.113.7')).toBe(503);
    expect(await eventStream('203.0.113.7', 'bobby')).toBe(503);
    expect(await socket('203.0.113.8')).toBe(101);
    expect(await eventStream('203.0.113.8', 'anna')).toBe(200);
  });

  it('give their places back when they end', async () => {
    for (let at = 0; at < MAX - 1; at += 1) expect(await socket('203.0.113.7')).toBe(101);
    expect(await eventStream('203.0.113.7', 'anna')).toBe(200);
    for (const stream of open.splice(0)) stream.close();
    await gateway.clock.until(async () => (await socket('203.0.113.7')) === 101, { stepMs: 0 });
    await gateway.clock.until(async () => (await eventStream('203.0.113.7', 'anna')) === 200, {
      stepMs: 0,
    });
  });

  it('give their places back when the handshake fails', async () => {
    for (let at = 0; at < MAX + 2; at += 1) {
      const { status } = await rawRequest(gateway.url, {
        method: 'GET',
        path: '/graphql',
        headers: { Connection: 'Upgrade', Upgrade: 'websocket', 'X-Forwarded-For': '203.0.113.7' },
      });
      expect(status).toBe(400);
    }
    await gateway.clock.until(async () => (await socket('203.0.113.7')) === 101, { stepMs: 0 });
  });

  it('are those of all forms of an IPv4 address, and of a /56 of IPv6', async () => {
    for (const forms of [
      ['198.51.100.1', '::ffff:198.51.100.1', '::FFFF:c633:6401'],
      ['2001:db8:1:2::1', '2001:db8:1:2::ffff', '2001:db8:1:ff::1'],
    ]) {
      for (const from of forms) expect([from, await socket(from)]).toEqual([from, 101]);
      expect(await socket(forms[0] ?? '')).toBe(503);
    }
    expect(await socket('2001:db8:1:100::1')).toBe(101);
  });

  it('C9: are those of the address that the proxy has seen, whatever the client put before it', async () => {
    for (let at = 0; at < MAX; at += 1) {
      expect(await socket(`10.0.0.${String(at)}, 203.0.113.7`)).toBe(101);
    }
    expect(await socket('10.0.0.9, 203.0.113.7')).toBe(503);
  });
});

describe('W5: the streams of a client that no proxy stands before', () => {
  it('C9: count by its own address, whatever it says', async () => {
    const gateway = await startTinyGateway({ limits: { streamsPerAddressMax: 1 } });
    const connect = (from: string): WebSocket =>
      new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: { 'X-Forwarded-For': from, 'X-Real-IP': from, Forwarded: `for=${from}` },
      });
    const first = connect('203.0.113.1');
    await once(first, 'open');
    const [error] = (await once(connect('203.0.113.2'), 'error')) as [Error];
    expect(error.message).toContain('503');
    first.terminate();
    await gateway.stop();
  });
});

describe('W5: the streams of a tenant', () => {
  it('are so many over all its credentials', async () => {
    const gateway = await startTinyGateway({ limits: { streamsPerTenantMax: 2 } });
    const connect = async (id: string, tenantId: string): Promise<ProtocolSocket> => {
      const socket = await ProtocolSocket.open(gateway.url);
      const authorization = `Bearer ${gateway.key(id, { tenantId })}`;
      socket.send({ type: 'connection_init', payload: { authorization } });
      return socket;
    };
    const sockets = [await connect('ann1', 'acme'), await connect('ann2', 'acme')];
    for (const socket of sockets) expect((await socket.next()).type).toBe('connection_ack');
    expect((await (await connect('ann3', 'acme')).closed).code).toBe(1013);
    const other = await connect('bob1', 'bolt');
    expect((await other.next()).type).toBe('connection_ack');
    for (const socket of [...sockets, other]) socket.close();
    await gateway.stop();
  });
});

describe('W6: a socket that subscribes and completes again and again', () => {
  it('is closed with 1008 when it is too fast, and leaves no source behind', async () => {
    const gateway = await startTinyGateway({
      limits: { messagesBurst: 50, messagesPerSecond: 10 },
    });
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    for (let at = 0; at < 200; at += 1) {
      const id = String(at);
      socket.send({ id, type: 'subscribe', payload: { query: QUERY } });
      socket.send({ id, type: 'complete' });
    }
    expect((await socket.closed).code).toBe(1008);
    await gateway.clock.until(() => gateway.events.open.size === 0, { stepMs: 0 });
    expect(gateway.ran.length).toBeLessThanOrEqual(25);
    await gateway.stop();
  });
});
