// Guarantee: requests, sockets and streams leave nothing behind when they have ended: no handle, no
// timer, no listener, no memory. (`npm run soak` looks at the same over minutes and under load.)
import { setImmediate as breathe } from 'node:timers/promises';
import { collectedHeapBytes } from '../support/load/collected-heap.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { EventStreamReader, ProtocolSocket, rawRequest } from '../support/client/wire.js';

const STREAM = 'subscription{tasksUpdated{cursor}}';

/** Much less than what 1,000 requests would hold if each held but its own headers. */
const HEAP_BYTES_MAX = 3 * 1_048_576;

describe('a gateway that has served much', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  async function post(authorization: string, query: string): Promise<void> {
    await rawRequest(gateway.url, {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization, connection: 'close' },
      body: JSON.stringify({ query }),
    });
  }

  async function serve(rounds: number): Promise<void> {
    const key = gateway.key();
    for (let round = 0; round < rounds; round += 1) {
      await post(`Bearer ${key}`, `{viewer{tenant}} # ${String(round % 10)}`);
      await post(`Bearer ${key}`, '{task(id:"database"){id}}');
      await post(`Bearer ${key}`, '{nothing}');
      await post('Bearer unknown', '{viewer{tenant}}');
      if (round % 10 > 0) continue;
      const socket = await ProtocolSocket.connect(gateway.url, key);
      socket.send({ id: '1', type: 'subscribe', payload: { query: STREAM } });
      const stream = await EventStreamReader.open(gateway.url, key, { query: STREAM });
      while (gateway.events.open.size < 2) await breathe();
      socket.close();
      stream.close();
      while (gateway.events.open.size > 0) await breathe();
    }
    gateway.log.length = 0;
    gateway.ran.length = 0;
  }

  const handles = (): readonly string[] =>
    process.getActiveResourcesInfo().filter((name) => /Socket|TCP|Timeout/.test(name));

  const listeners = (): number =>
    process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);

  it('D9: holds no more handles, listeners and memory than before', async () => {
    await serve(30);
    const before = {
      handles: handles().length,
      listeners: listeners(),
      bytes: collectedHeapBytes(),
    };
    await serve(120);
    // Ends of connections are heard a little after their answers.
    for (let turn = 0; turn < 1_000 && handles().length > before.handles; turn += 1)
      await breathe();
    expect(handles().length).toBeLessThanOrEqual(before.handles);
    expect(listeners()).toBeLessThanOrEqual(before.listeners);
    expect(gateway.events.open.size).toBe(0);
    expect(collectedHeapBytes() - before.bytes).toBeLessThan(HEAP_BYTES_MAX);
  }, 180_000);
});
