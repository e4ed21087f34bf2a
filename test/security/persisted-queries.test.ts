// Guarantee: a client that hopes for persisted queries is told that there are none, in the words that
// Apollo's clients know, and nothing is logged as an error of ours.
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { jsonHeaders, post, ProtocolSocket, type WireError } from '../support/client/wire.js';

const PERSISTED = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };

describe('a persisted query', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  afterEach(() => {
    expect(gateway.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('I9: is answered 400 with the code by which Apollo’s clients send the document itself', async () => {
    for (const accept of ['application/json', 'text/event-stream']) {
      for (const query of [
        undefined,
        '{ viewer { tenant } }',
        'subscription { tasksUpdated { cursor } }',
      ]) {
        const body = JSON.stringify({ query, operationName: 'A', extensions: PERSISTED });
        const { status, errors } = await post(gateway.url, body, {
          ...jsonHeaders(gateway.key()),
          accept,
        });
        expect([status, errors[0]?.extensions]).toEqual([
          400,
          expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_SUPPORTED', retryable: false }),
        ]);
      }
    }
    expect(gateway.ran).toEqual([]);
  });

  it('I9: is refused with the same code on a WebSocket', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    const query = 'subscription { tasksUpdated { cursor } }';
    socket.send({ id: '1', type: 'subscribe', payload: { query, extensions: PERSISTED } });
    const { type, payload } = await socket.next();
    expect([type, (payload as WireError[])[0]?.extensions.code]).toEqual([
      'error',
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ]);
    socket.close();
    expect(gateway.ran).toEqual([]);
  });

  it('I9: is no matter where any other extension is, which is ignored', async () => {
    for (const extensions of [{ persistedQuery: null }, { tracing: { deep: [{}] } }, {}, null]) {
      const body = JSON.stringify({ query: '{ viewer { tenant } }', extensions });
      const { status, data } = await post(gateway.url, body, jsonHeaders(gateway.key()));
      expect([status, data]).toEqual([200, { viewer: { tenant: 'tenant-alice' } }]);
    }
  });
});
