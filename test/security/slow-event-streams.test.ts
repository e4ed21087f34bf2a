// Guarantee: an event stream whose client does not read holds no more than the system's buffers,
// and is cut.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { HTTP_LIMITS } from '../../src/http/http-limits.js';
import { anEvent, startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';

const MB = 1_024 * 1_024;
const QUERY = 'subscription{tasksUpdated{cursor}}';

describe('an event stream that is not read', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway();
  });

  afterEach(() => gateway.stop());

  /** A client that takes the head of the answer and no more. */
  async function openUnread(): Promise<Socket> {
    const peer = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    await once(peer, 'connect');
    const body = JSON.stringify({ query: QUERY });
    peer.write(
      [
        'POST /graphql HTTP/1.1',
        'Host: x',
        `Authorization: Bearer ${gateway.key()}`,
        'Content-Type: application/json',
        'Accept: text/event-stream',
        `Content-Length: ${String(body.length)}`,
        '',
        body,
      ].join('\r\n'),
    );
    await once(peer, 'data');
    peer.pause();
    peer.on('error', () => undefined);
    await gateway.clock.until(() => gateway.events.open.size === 1, { stepMs: 0 });
    return peer;
  }

  it('W8: is bounded, its source waits, and it is cut after a while', async () => {
    const peer = await openUnread();
    let rendered = 0;
    const before = process.memoryUsage().arrayBuffers;
    for (let sent = 0; sent < 40; sent += 1) {
      const cursor = 'c'.repeat(MB);
      gateway.events.emit({
        task: { id: 't1' },
        get cursor() {
          rendered += 1;
          return cursor;
        },
      });
    }
    await gateway.clock.advance(1_000);
    expect(rendered).toBeLessThan(20);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * MB);
    await gateway.clock.advance(HTTP_LIMITS.slowReaderMs);
    await gateway.clock.until(() => gateway.events.open.size === 0, { stepMs: 0 });
    expect(rendered).toBeLessThan(20);
    peer.destroy();
  });

  it('W8: gets no comments on top, and all of its events when it reads on', async () => {
    const peer = await openUnread();
    for (let sent = 0; sent < 20; sent += 1) gateway.events.emit(anEvent('c'.repeat(MB)));
    await gateway.clock.advance(HTTP_LIMITS.pingIntervalMs);
    let text = '';
    peer.on('data', (data: Buffer) => {
      text += data.toString('latin1');
    });
    peer.resume();
    await gateway.clock.until(() => text.split('event: next').length === 21, { stepMs: 1 });
    await gateway.clock.advance(2 * HTTP_LIMITS.slowReaderMs);
    expect(gateway.events.open.size).toBe(1);
    peer.destroy();
    await gateway.clock.until(() => gateway.events.open.size === 0, { stepMs: 0 });
  });
});
