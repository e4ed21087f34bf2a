// Guarantee: a subscription ends with its `complete`, its replacement or its connection, within one
// event; while it lives, being set up included, it counts; and nothing of it stays.
import { GatewayError } from '../../src/errors.js';
import {
  anEvent,
  Gate,
  startTinyGateway,
  type TinyGateway,
} from '../support/gateway/tiny-gateway.js';
import {
  EventStreamReader,
  jsonHeaders,
  post,
  ProtocolSocket,
  type Message,
  type WireError,
} from '../support/client/wire.js';

const QUERY = 'subscription{tasksUpdated{cursor}}';
const subscribe = (id: string): object => ({ id, type: 'subscribe', payload: { query: QUERY } });
const complete = (id: string): object => ({ id, type: 'complete' });

const AWAY = { code: 'STORE_UNAVAILABLE', retryable: true };

describe('a subscription', () => {
  let gateway: TinyGateway;
  let gate: Gate;

  beforeEach(async () => {
    gateway = await startTinyGateway({
      limits: { subscriptionsPerSocketMax: 100, streamsPerViewerMax: 2 },
    });
    gate = new Gate();
  });

  afterEach(async () => {
    await sourcesAre(0);
    await gateway.stop();
    expect(gateway.clock.sleeperCount).toBe(0);
  });

  const sourcesAre = (count: number) =>
    gateway.clock.until(() => gateway.events.open.size === count, { stepMs: 0 });
  const ranTimes = (count: number) =>
    gateway.clock.until(() => gateway.ran.length === count, { stepMs: 0 });
  const connect = () => ProtocolSocket.connect(gateway.url, gateway.key());

  /** What comes until the answer to a ping that is sent now. */
  async function untilNow(socket: ProtocolSocket): Promise<readonly Message[]> {
    socket.send({ type: 'ping' });
    const messages: Message[] = [];
    for (;;) {
      const message = await socket.next();
      if (message.type === 'pong' || message.type === 'closed') return messages;
      messages.push(message);
    }
  }

  /** Emits one event, and tells how often it arrives. */
  async function timesTold(socket: ProtocolSocket): Promise<number> {
    gateway.events.emit(anEvent('one'));
    await gateway.clock.advance(0);
    return (await untilNow(socket)).filter(({ type }) => type === 'next').length;
  }

  it('W9: that was begun and completed 140 times without waiting, and begun again, is one', async () => {
    const socket = await connect();
    for (let time = 0; time < 140; time += 1) {
      socket.send(subscribe('s'));
      socket.send(complete('s'));
    }
    socket.send(subscribe('s'));
    await sourcesAre(1);
    expect(await timesTold(socket)).toBe(1);
    socket.send(complete('s'));
    await sourcesAre(0);
    expect(await timesTold(socket)).toBe(0);
    socket.close();
  });

  it('W9: that is completed and replaced while it is set up is the last one alone', async () => {
    gateway.events.opening = gate.passed;
    const socket = await connect();
    for (let time = 1; time <= 140; time += 1) {
      socket.send(subscribe('s'));
      // What is completed before it is counted is not set up at all.
      if (time <= 100) await ranTimes(time);
      socket.send(complete('s'));
    }
    socket.send(subscribe('s'));
    // No more are set up at once than may live at once.
    await ranTimes(100);
    expect(await untilNow(socket)).toEqual([]);
    gate.open();
    await ranTimes(101);
    await sourcesAre(1);
    expect(await timesTold(socket)).toBe(1);
    socket.close();
    await socket.closed;
  });

  it('W9: that is completed tells not even the event that was on its way', async () => {
    const socket = await connect();
    socket.send(subscribe('s'));
    await sourcesAre(1);
    for (let count = 0; count < 50; count += 1) gateway.events.emit(anEvent('one'));
    socket.send(complete('s'));
    await sourcesAre(0);
    await untilNow(socket);
    expect(await timesTold(socket)).toBe(0);
    socket.close();
  });

  it('W9: counts while it is set up, and no longer when it has been completed', async () => {
    gateway.events.opening = gate.passed;
    const socket = await connect();
    for (let at = 0; at < 100; at += 1) socket.send(subscribe(String(at)));
    socket.send(subscribe('more'));
    const { id, type, payload } = await socket.next();
    const [error] = payload as readonly WireError[];
    expect([id, type, error?.extensions.code]).toEqual(['more', 'error', 'OVERLOADED']);
    socket.send(complete('0'));
    socket.send(subscribe('more'));
    expect(await untilNow(socket)).toEqual([]);
    gate.open();
    await sourcesAre(100);
    socket.close();
    await socket.closed;
  });

  it('W9: whose socket closes while it is set up is never live', async () => {
    gateway.events.opening = gate.passed;
    const socket = await connect();
    socket.send(subscribe('s'));
    await ranTimes(1);
    socket.close();
    await socket.closed;
    await gateway.clock.advance(0);
    gate.open();
    await sourcesAre(0);
  });

  it('W9: whose event stream is left while it is set up is never live, and has its place until then', async () => {
    gateway.events.opening = gate.passed;
    const headers = { ...jsonHeaders(gateway.key()), accept: 'text/event-stream' };
    const body = JSON.stringify({ query: QUERY });
    const leaving = new AbortController();
    const opened = [1, 2].map(() =>
      fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal: leaving.signal }),
    );
    await ranTimes(2);
    leaving.abort();
    await Promise.allSettled(opened);
    expect((await post(gateway.url, body, headers)).status).toBe(503);
    gate.open();
    const again = await gateway.clock.until(
      () => EventStreamReader.open(gateway.url, gateway.key(), { query: QUERY }).then(ifOpen),
      { stepMs: 0 },
    );
    await sourcesAre(1);
    again.close();
  });

  it('D25: whose source fails says that the store is away, and may be begun again', async () => {
    const failure = new GatewayError('STORE_UNAVAILABLE');
    const socket = await connect();
    const reader = await EventStreamReader.open(gateway.url, gateway.key(), { query: QUERY });
    socket.send(subscribe('s'));
    await sourcesAre(2);
    gateway.events.end(failure);
    const { id, type, payload } = await socket.next();
    const [error] = payload as readonly WireError[];
    expect([id, type, error?.extensions]).toMatchObject(['s', 'error', AWAY]);
    const last = await reader.next();
    const { errors } = last?.data as { readonly errors: readonly WireError[] };
    expect(errors[0]?.extensions).toMatchObject(AWAY);
    expect((await reader.next())?.event).toBe('complete');
    socket.send(subscribe('s'));
    await sourcesAre(1);
    expect(await timesTold(socket)).toBe(1);
    expect(gateway.log.filter(({ level }) => level === 'error')).toEqual([]);
    socket.close();
  });

  it('W9: is completed by its source, once, and its id is free again', async () => {
    const socket = await connect();
    socket.send(subscribe('s'));
    await sourcesAre(1);
    gateway.events.end();
    expect(await socket.next()).toEqual({ id: 's', type: 'complete' });
    socket.send(subscribe('s'));
    await sourcesAre(1);
    expect(await timesTold(socket)).toBe(1);
    socket.close();
  });
});

function ifOpen(reader: EventStreamReader): EventStreamReader | false {
  return reader.status === 200 && reader;
}
