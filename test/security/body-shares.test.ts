// Guarantee: bodies that one caller leaves unfinished take no other caller's room, and whatever
// becomes of a body, its room comes back.
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { codesOf, postHead, RawConnection } from '../support/client/raw-connection.js';
import { jsonHeaders, post } from '../support/client/wire.js';

/** As 256 MB are to 24 MB, so that the test need not send as much. */
const ROOM_BYTES = 1_024 * 1_024;
const BODY_BYTES_MAX = 96 * 1_024;
const CREDENTIAL_BYTES = ROOM_BYTES / 4;

const TIMEOUT_MS = 60_000;

function bodyOf(bytes: number, query = '{viewer{tenant}}'): string {
  const body = JSON.stringify({ query, extensions: { pad: '' } });
  return body.replace('"pad":""', `"pad":"${'x'.repeat(bytes - body.length)}"`);
}

function chunk(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n`;
}

describe('R6: bodies that are open', () => {
  let gateway: TinyGateway;
  let opened: RawConnection[];

  beforeEach(async () => {
    opened = [];
    gateway = await startTinyGateway({
      limits: {
        openBodiesBytesMax: ROOM_BYTES,
        mediaBodyBytesMax: BODY_BYTES_MAX,
        bodyTimeoutMs: TIMEOUT_MS,
      },
    });
  });

  afterEach(async () => {
    for (const connection of opened) connection.close();
    await gateway.stop();
    await gateway.clock.until(() => gateway.clock.sleeperCount === 0, { stepMs: 0 });
  });

  async function open(): Promise<RawConnection> {
    const connection = await RawConnection.open(gateway.url);
    opened.push(connection);
    return connection;
  }

  /** Until the gateway knows that a client is gone. */
  async function requestsOver(count: number): Promise<void> {
    const isOver = ({ message }: { readonly message: string }): boolean => message === 'request';
    await gateway.clock.until(() => gateway.log.filter(isOver).length === count, { stepMs: 0 });
  }

  /** One whose last two bytes are missing. */
  async function leaveOpen(key: string, bytes = BODY_BYTES_MAX): Promise<RawConnection> {
    const connection = await open();
    await connection.send(postHead(bytes, { Authorization: `Bearer ${key}` }));
    await connection.send(bodyOf(bytes).slice(0, -2));
    return connection;
  }

  /** As many bodies as fill one credential's share, to the byte. */
  async function fill(key: string): Promise<number[]> {
    const sizes = [BODY_BYTES_MAX, BODY_BYTES_MAX, CREDENTIAL_BYTES - 2 * BODY_BYTES_MAX];
    const connections = await Promise.all(
      sizes.map(async (bytes) => {
        const connection = await open();
        await connection.send(postHead(bytes, { Authorization: `Bearer ${key}` }));
        await connection.send(bodyOf(bytes, '{task(id:"slow"){id}}'));
        return connection;
      }),
    );
    await gateway.clock.until(() => gateway.ran.length >= sizes.length, { stepMs: 0 });
    // All are held at once: one more byte has no room.
    const more = await post(gateway.url, bodyOf(100), jsonHeaders(key));
    expect([more.status, more.headers.get('retry-after')]).toEqual([503, '1']);
    gateway.release();
    const answers = await Promise.all(connections.map((connection) => connection.next()));
    return answers.map((answer) => answer?.status ?? 0);
  }

  it('of one key, 11 of them, leave room for every other tenant and for its own', async () => {
    const greedy = gateway.key('greedy', { tenantId: 'a' });
    const left = [];
    for (let body = 0; body < 11; body += 1) left.push(await leaveOpen(greedy));
    // A quarter holds two whole ones; the others hear so at once and hold nothing.
    const refused = await Promise.all(left.slice(3).map((connection) => connection.next()));
    expect(refused.map(codesOf)).toEqual(refused.map(() => ['OVERLOADED']));
    const own = await post(gateway.url, bodyOf(BODY_BYTES_MAX), jsonHeaders(greedy));
    expect(own.status).toBe(503);
    const colleague = gateway.key('colleague', { tenantId: 'a' });
    for (const key of [colleague, gateway.key('other'), gateway.key('another')]) {
      const { status } = await post(gateway.url, bodyOf(BODY_BYTES_MAX), jsonHeaders(key));
      expect(status).toBe(200);
    }
  });

  it('of one tenant, by however many keys, leave room for every other tenant', async () => {
    for (let index = 0; index < 11; index += 1) {
      await leaveOpen(gateway.key(`many${String(index)}`, { tenantId: 'a' }));
    }
    const late = gateway.key('late', { tenantId: 'a' });
    expect((await post(gateway.url, bodyOf(BODY_BYTES_MAX), jsonHeaders(late))).status).toBe(503);
    for (const key of [gateway.key('other'), gateway.key('another')]) {
      const { status } = await post(gateway.url, bodyOf(BODY_BYTES_MAX), jsonHeaders(key));
      expect(status).toBe(200);
    }
  });

  it('are ended by their own deadline, however their bytes trickle in', async () => {
    const slow = await leaveOpen(gateway.key());
    await gateway.clock.until(() => gateway.clock.sleeperCount > 2, { stepMs: 0 });
    await gateway.clock.advance(TIMEOUT_MS - 1);
    await slow.send('x');
    await gateway.clock.advance(1);
    const answer = await slow.next();
    expect([answer?.status, codesOf(answer)]).toEqual([408, ['REQUEST_TIMEOUT']]);
    expect(answer?.headers['connection']).toBe('close');
    expect(await fill(gateway.key())).toEqual([200, 200, 200]);
  });

  const ends: Readonly<Record<string, (key: string) => Promise<void>>> = {
    'is answered': async (key) => {
      await post(gateway.url, bodyOf(BODY_BYTES_MAX), jsonHeaders(key));
    },
    'is no JSON': async (key) => {
      await post(gateway.url, 'x'.repeat(BODY_BYTES_MAX), jsonHeaders(key));
    },
    'holds a document that is refused': async (key) => {
      await post(gateway.url, bodyOf(BODY_BYTES_MAX, '{nothing}'), jsonHeaders(key));
    },
    'is longer than its limit': async (key) => {
      const connection = await open();
      await connection.send(postHead(null, { Authorization: `Bearer ${key}` }));
      await connection.send(chunk('x'.repeat(BODY_BYTES_MAX)) + chunk('x'));
      expect((await connection.next())?.status).toBe(413);
    },
    'is no chunk': async (key) => {
      const connection = await open();
      await connection.send(postHead(null, { Authorization: `Bearer ${key}` }));
      await connection.send(`${chunk('x'.repeat(BODY_BYTES_MAX))}nonsense\r\n`);
      expect((await connection.next())?.status).toBe(400);
      await connection.ended();
    },
    'is left by a client that ends': async (key) => {
      const connection = await leaveOpen(key);
      connection.close();
      await requestsOver(1);
    },
    'is left by a client that resets': async (key) => {
      const connection = await leaveOpen(key);
      connection.reset();
      await requestsOver(1);
    },
    'is whole, and its client resets before the answer': async (key) => {
      const connection = await open();
      await connection.send(postHead(BODY_BYTES_MAX, { Authorization: `Bearer ${key}` }));
      await connection.send(bodyOf(BODY_BYTES_MAX, '{task(id:"never"){id}}'));
      await gateway.clock.until(() => gateway.ran.length === 1, { stepMs: 0 });
      connection.reset();
      await requestsOver(1);
    },
    'waits behind another on its connection, which resets': async (key) => {
      const connection = await open();
      const head = postHead(BODY_BYTES_MAX, { Authorization: `Bearer ${key}` });
      for (let index = 0; index < 2; index += 1) {
        await connection.send(head + bodyOf(BODY_BYTES_MAX, '{task(id:"never"){id}}'));
      }
      await gateway.clock.until(() => gateway.ran.length === 2, { stepMs: 0 });
      connection.reset();
      await requestsOver(2);
    },
  };

  for (const [end, happen] of Object.entries(ends)) {
    it(`give their room back when one ${end}`, async () => {
      const key = gateway.key();
      await happen(key);
      gateway.ran.length = 0;
      expect(await fill(key)).toEqual([200, 200, 200]);
    });
  }
});
