// Guarantee: a client that sends a byte now and then is given a time for its headers and one for its
// body, and takes nothing from the others meanwhile.
import { codesOf, postHead, RawConnection } from '../support/client/raw-connection.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask } from '../support/client/wire.js';

const COUNT = 200;

describe('Q11: 200 clients that send a byte now and then', () => {
  let gateway: TinyGateway;
  let connections: RawConnection[] = [];

  async function open(limits: object): Promise<string> {
    gateway = await startTinyGateway({ limits });
    connections = await Promise.all(
      Array.from({ length: COUNT }, () => RawConnection.open(gateway.url)),
    );
    return gateway.key();
  }

  afterEach(async () => {
    for (const connection of connections) connection.close();
    await gateway.stop();
  });

  async function trickle(bytes: string): Promise<void> {
    await Promise.all(connections.map((connection) => connection.send(bytes)));
  }

  /** While they are open. */
  async function expectServed(key: string): Promise<void> {
    for (let asked = 0; asked < 5; asked += 1) {
      expect((await ask(gateway.url, key, { query: '{viewer{tenant}}' })).status).toBe(200);
    }
  }

  it('of their headers are answered 408 at the end of that time, and cut', async () => {
    // Node counts it by the machine's time.
    const key = await open({ headersTimeoutMs: 1_000 });
    await trickle('POST /graphql HTTP/1.1\r\nHost: x\r\n');
    await expectServed(key);
    await trickle('X-Slow: ');
    const answers = await Promise.all(connections.map((connection) => connection.next()));
    expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([408]));
    expect(codesOf(answers[0])).toEqual(['REQUEST_TIMEOUT']);
    await Promise.all(connections.map((connection) => connection.ended()));
  });

  it('of their bodies are answered 408 at the end of that time, cut, and hold no bytes', async () => {
    const key = await open({ openBodiesBytesMax: 4 * COUNT * 10 });
    await trickle(postHead(1_000, { Authorization: `Bearer ${key}` }));
    for (let second = 0; second < 9; second += 1) {
      await trickle('{');
      await gateway.clock.advance(6_000);
    }
    await expectServed(gateway.key('other'));
    const statuses: (number | undefined)[] = [];
    for (const connection of connections) {
      void connection.next().then((answer) => statuses.push(answer?.status));
    }
    // Each has its own beginning.
    await gateway.clock.until(() => statuses.length === COUNT, { stepMs: 1_000 });
    expect(new Set(statuses)).toEqual(new Set([408]));
    await Promise.all(connections.map((connection) => connection.ended()));
    // A body as large as all of its credential's room: it finds that room only if nothing is held.
    const body = JSON.stringify({ query: '{viewer{tenant}}' }).padEnd(COUNT * 10, ' ');
    const last = await RawConnection.open(gateway.url);
    connections.push(last);
    await last.send(postHead(body.length, { Authorization: `Bearer ${key}` }) + body);
    expect((await last.next())?.status).toBe(200);
  });
});
