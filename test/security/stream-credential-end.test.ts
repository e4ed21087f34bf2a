// Guarantee: a stream does not outlive its credential by more than 5 seconds, and no event follows.
import { hashSecret } from '../../src/domain/tenant/api-key.js';
import type { KeyCredential } from '../../src/ports/keys/key-store.js';
import { anyCost } from '../support/client/counted.js';
import { anEvent, startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { EventStreamReader, ProtocolSocket, type WireError } from '../support/client/wire.js';

const QUERY = 'subscription{tasksUpdated{cursor}}';
const WITHIN_MS = 5_000;
const STORE_AWAY = 'STORE_UNAVAILABLE';

describe('an open stream', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway();
  });

  afterEach(() => gateway.stop());

  const sourcesAre = (count: number) =>
    gateway.clock.until(() => gateway.events.open.size === count, { stepMs: 0 });

  async function openSocket(key: string): Promise<ProtocolSocket> {
    const socket = await ProtocolSocket.connect(gateway.url, key);
    socket.send({ id: '1', type: 'subscribe', payload: { query: QUERY } });
    await sourcesAre(1);
    gateway.events.emit(anEvent('before'));
    expect((await socket.next()).type).toBe('next');
    return socket;
  }

  const revoke = () => gateway.keys.revokeKey('alice', gateway.clock.now());
  const narrow = async () => gateway.key('alice', { scopes: [] });
  const change = (changes: Partial<KeyCredential>) => {
    const key = gateway.keys.keys.get('alice');
    if (key === undefined) throw new Error('There is no key');
    gateway.keys.keys.set('alice', { ...key, ...changes });
  };
  const move = async () => {
    change({ allowedAddresses: ['192.0.2.0/24'] });
  };
  const rotate = async () => {
    change({ secretHash: hashSecret('another') });
  };
  const remove = async () => gateway.keys.keys.delete('alice');
  const expire = async () => gateway.key('alice', { expiresAt: gateway.clock.now() });
  const loseStore = async () => {
    gateway.keys.isDown = true;
    await gateway.clock.advance(40_000 - WITHIN_MS);
  };

  /** Ways in which a key ends; the clock then goes on. graphql-ws clients come back but after 4401. */
  const ENDS = [
    { id: 'W10', how: 'is revoked', end: revoke, close: 4401, code: 'UNAUTHENTICATED' },
    // Coming back with the same key helps: what it still permits goes on.
    { id: 'T10', how: 'loses a scope', end: narrow, close: 4403, code: 'UNAUTHENTICATED' },
    {
      id: 'T10',
      how: 'is kept to other addresses',
      end: move,
      close: 4401,
      code: 'UNAUTHENTICATED',
    },
    {
      id: 'T10',
      how: 'is rotated without overlap',
      end: rotate,
      close: 4401,
      code: 'UNAUTHENTICATED',
    },
    { id: 'W10', how: 'is gone', end: remove, close: 4401, code: 'UNAUTHENTICATED' },
    { id: 'W10', how: 'expires', end: expire, close: 4403, code: 'UNAUTHENTICATED' },
    { id: 'D25', how: 'is not found for long', end: loseStore, close: 1013, code: STORE_AWAY },
  ] as const;

  for (const { id, how, end, close, code } of ENDS) {
    it(`${id}: over WebSocket is closed with ${String(close)} when its key ${how}`, async () => {
      const socket = await openSocket(gateway.key());
      await end();
      await gateway.clock.advance(WITHIN_MS);
      gateway.events.emit(anEvent('after'));
      expect(await socket.closed).toEqual({ code: close, reason: code });
      expect(socket.waiting).toBe(0);
      await sourcesAre(0);
    });

    it(`${id}: over server-sent events completes with an error when its key ${how}`, async () => {
      const stream = await EventStreamReader.open(gateway.url, gateway.key(), { query: QUERY });
      await sourcesAre(1);
      gateway.events.emit(anEvent('before'));
      expect(await stream.next()).toEqual({
        event: 'next',
        data: { data: { tasksUpdated: { cursor: 'before' } }, extensions: anyCost() },
      });
      await end();
      await gateway.clock.advance(WITHIN_MS);
      gateway.events.emit(anEvent('after'));
      const last = await stream.next();
      const { errors } = last?.data as { readonly errors: readonly WireError[] };
      expect(errors[0]?.extensions).toMatchObject({ code, retryable: code === STORE_AWAY });
      expect((await stream.next())?.event).toBe('complete');
      expect(await stream.next()).toBeUndefined();
      await sourcesAre(0);
    });
  }

  it('ends when its key expires', async () => {
    const expiresAt = new Date(gateway.clock.now().getTime() + 60_000);
    const socket = await openSocket(gateway.key('alice', { expiresAt }));
    await gateway.clock.advance(59_000);
    gateway.events.emit(anEvent('still'));
    expect((await socket.next()).type).toBe('next');
    await gateway.clock.advance(WITHIN_MS);
    expect((await socket.closed).code).toBe(4403);
  });

  it('lives on through a short failure of the key store', async () => {
    const socket = await openSocket(gateway.key());
    gateway.keys.isDown = true;
    await gateway.clock.advance(10_000);
    gateway.keys.isDown = false;
    await gateway.clock.advance(60_000);
    gateway.events.emit(anEvent('later'));
    expect((await socket.next()).type).toBe('next');
    socket.close();
  });

  it('gives its source back when the client leaves', async () => {
    const socket = await openSocket(gateway.key());
    socket.close();
    await sourcesAre(0);
    const stream = await EventStreamReader.open(gateway.url, gateway.key(), { query: QUERY });
    await sourcesAre(1);
    stream.close();
    await sourcesAre(0);
  });

  it('is ended by a stop: the socket with 1001, the event stream without completion', async () => {
    const socket = await openSocket(gateway.key());
    const stream = await EventStreamReader.open(gateway.url, gateway.key(), { query: QUERY });
    await sourcesAre(2);
    const stopped = gateway.stop();
    expect((await socket.closed).code).toBe(1001);
    expect(await stream.next()).toBeUndefined();
    await stopped;
    await sourcesAre(0);
    expect(gateway.clock.sleeperCount).toBe(0);
  });
});
