// Guarantee: the documents of open subscriptions, which live as long as those do, hold no more memory
// than they may, and those of one caller no more than its share; what ends gives its room back.
import { StreamDocuments } from '../../src/http/streams/stream-documents.js';
import { aViewer } from '../support/auth/a-viewer.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { EventStreamReader, post, jsonHeaders, ProtocolSocket } from '../support/client/wire.js';

/** A quarter of it is a credential's: room for four documents of some 10 kB by their estimate. */
const BYTES_MAX = 165_000;

const updates = (name: string): string => `subscription ${name} { tasksUpdated { cursor } }`;

/** What the socket says to a subscription: that it is refused, or nothing while it lives. */
async function codeOf(
  socket: ProtocolSocket,
  id: string,
  query: string,
): Promise<string | undefined> {
  socket.send({ id, type: 'subscribe', payload: { query } });
  socket.send({ type: 'ping' });
  const { type, payload } = await socket.next();
  if (type === 'pong') return undefined;
  await socket.next();
  return (payload as { extensions: { code: string } }[])[0]?.extensions.code;
}

describe('documents of open subscriptions', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway({
      limits: { streamDocumentsBytesMax: BYTES_MAX, streamsPerViewerMax: 3 },
    });
  });

  afterAll(() => gateway.stop());

  it('Q15: are refused beyond a caller’s share, on both transports, and make room when they end', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key('alice'));
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 20; n += 1) {
      codes.push(await codeOf(socket, String(n), updates(`A${String(n)}`)));
    }
    const held = codes.indexOf('OVERLOADED');
    expect(held).toBeGreaterThan(1);
    expect(new Set(codes.slice(held))).toEqual(new Set(['OVERLOADED']));

    const body = JSON.stringify({ query: updates('B') });
    const headers = { ...jsonHeaders(gateway.key('alice')), accept: 'text/event-stream' };
    const refused = await post(gateway.url, body, headers);
    expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([503, 'OVERLOADED']);

    // Another caller has its own share.
    const other = await ProtocolSocket.connect(gateway.url, gateway.key('robert'));
    expect(await codeOf(other, '1', updates('C'))).toBeUndefined();
    other.close();

    socket.send({ id: '0', type: 'complete' });
    expect(await codeOf(socket, 'again', updates('D'))).toBeUndefined();
    socket.close();
    await socket.closed;
  });

  it('Q15: count once where many subscriptions have one in common', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key('carol'));
    for (let n = 0; n < 50; n += 1) {
      expect(await codeOf(socket, String(n), updates('Same'))).toBeUndefined();
    }
    socket.close();
    while (gateway.events.open.size > 0) await new Promise(setImmediate);
  });

  it('Q15: hold nothing for a stream that is refused a place', async () => {
    const key = gateway.key('dave');
    const streams = [];
    for (let n = 0; n < 3; n += 1) {
      streams.push(await EventStreamReader.open(gateway.url, key, { query: updates('Same') }));
    }
    const headers = { ...jsonHeaders(key), accept: 'text/event-stream' };
    for (let n = 0; n < 30; n += 1) {
      const body = JSON.stringify({ query: updates(`E${String(n)}`) });
      const { errors } = await post(gateway.url, body, headers);
      expect(errors[0]?.extensions.code).toBe('OVERLOADED');
    }
    const open = gateway.events.open.size;
    streams[0]?.close();
    while (gateway.events.open.size === open) await new Promise(setImmediate);
    const last = await EventStreamReader.open(gateway.url, key, { query: updates('Last') });
    expect(last.status).toBe(200);
    for (const stream of [...streams, last]) stream.close();
  });
});

describe('the room for documents', () => {
  it('Q15: is given back once, with the last subscription of a document', () => {
    const documents = new StreamDocuments(1_000);
    const viewer = aViewer({ tenantId: 't', subject: 'key:a' });
    const request = { document: {}, operation: {}, variables: {}, bytes: 200 } as never;
    const releases = [documents.hold(request, viewer), documents.hold(request, viewer)];
    expect(documents.heldBytes).toBe(200);
    releases[0]?.();
    releases[0]?.();
    expect(documents.heldBytes).toBe(200);
    releases[1]?.();
    expect(documents.heldBytes).toBe(0);
  });
});
