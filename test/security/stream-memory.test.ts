// Guarantee: an open stream holds nothing of the events that it has told.
import { collectedHeapBytes } from '../support/load/collected-heap.js';
import { anEvent, startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { EventStreamReader, ProtocolSocket } from '../support/client/wire.js';

const QUERY = 'subscription{tasksUpdated{cursor}}';
const EVENTS = 200;
/** So large that what is held of each event cannot be overlooked. */
const EVENT_BYTES = 100_000;

describe('an open stream that has told many events', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway();
  });

  afterEach(() => gateway.stop());

  const isOpen = () => gateway.clock.until(() => gateway.events.open.size === 1, { stepMs: 0 });

  /** By how much the collected heap grows, in sizes of one event. */
  async function eventsHeld(next: () => Promise<unknown>): Promise<number> {
    const tell = async (count: number): Promise<void> => {
      for (let at = 0; at < count; at += 1) {
        gateway.events.emit(anEvent(String(at).padEnd(EVENT_BYTES, 'x')));
        await next();
      }
    };
    await tell(10);
    const before = collectedHeapBytes();
    await tell(EVENTS);
    return (collectedHeapBytes() - before) / EVENT_BYTES;
  }

  it('D16: over server-sent events holds none of them', async () => {
    const stream = await EventStreamReader.open(gateway.url, gateway.key(), { query: QUERY });
    await isOpen();
    expect(await eventsHeld(() => stream.next())).toBeLessThan(EVENTS / 4);
    stream.close();
  });

  it('D16: over WebSocket holds none of them', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    socket.send({ id: '1', type: 'subscribe', payload: { query: QUERY } });
    await isOpen();
    expect(await eventsHeld(() => socket.next())).toBeLessThan(EVENTS / 4);
    socket.close();
  });
});
