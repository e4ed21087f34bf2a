// Guarantee: an event is rendered once for all subscriptions that get the same text, and for no other;
// and opening a stream looks at no other stream.
import { OpenStreams } from '../../src/http/streams/open-streams.js';
import { HTTP_LIMITS } from '../../src/http/http-limits.js';
import { SCOPES } from '../../src/domain/tenant/scope.js';
import type { Viewer } from '../../src/domain/tenant/viewer.js';
import { Authenticator, type CredentialStore } from '../../src/auth/authenticate.js';
import { anyCost } from '../support/client/counted.js';
import { silentLog } from '../support/store/database.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { EventStreamReader, ProtocolSocket, type Request } from '../support/client/wire.js';

const QUERY = 'subscription($after:String){tasksUpdated(after:$after){cursor}}';

/** One event that counts how often its cursor is read: once an execution. */
class CountedEvent {
  readonly task = { id: 't1' };
  reads = 0;

  get cursor(): string {
    this.reads += 1;
    return 'c';
  }
}

describe('an event', () => {
  let gateway: TinyGateway;
  const leaving: { close(): void }[] = [];

  beforeEach(async () => {
    gateway = await startTinyGateway();
  });

  afterEach(async () => {
    for (const each of leaving.splice(0)) each.close();
    await gateway.stop();
  });

  const sourcesAre = (count: number) =>
    gateway.clock.until(() => gateway.events.open.size === count, { stepMs: 0 });

  async function follow(key: string, count: number, request: Request): Promise<ProtocolSocket> {
    const socket = await ProtocolSocket.connect(gateway.url, key);
    leaving.push(socket);
    const before = gateway.events.open.size;
    for (let at = 0; at < count; at += 1) {
      socket.send({ id: String(at), type: 'subscribe', payload: request });
    }
    await sourcesAre(before + count);
    return socket;
  }

  it('D17: is executed once for many subscriptions alike, on both transports', async () => {
    const key = gateway.key();
    const sockets = [
      await follow(key, 50, { query: QUERY }),
      await follow(key, 50, { query: QUERY }),
    ];
    const reader = await EventStreamReader.open(gateway.url, key, { query: QUERY });
    leaving.push(reader);
    await sourcesAre(101);
    const event = new CountedEvent();
    gateway.events.emit(event);
    const ids = new Set<string | undefined>();
    for (const socket of sockets) {
      for (let at = 0; at < 50; at += 1) {
        const { id, type, payload } = await socket.next();
        expect([type, payload]).toEqual([
          'next',
          { data: { tasksUpdated: { cursor: 'c' } }, extensions: anyCost() },
        ]);
        ids.add(id);
      }
    }
    expect(await reader.next()).toMatchObject({
      data: { data: { tasksUpdated: { cursor: 'c' } } },
    });
    expect([ids.size, event.reads]).toEqual([50, 1]);
  });

  it('D17: is executed again for another document, other variables, another tenant or other scopes', async () => {
    const some = () => gateway.key('alice', { scopes: ['task:read'] });
    const others: readonly (readonly [() => string, Request])[] = [
      [() => gateway.key(), { query: QUERY }],
      [() => gateway.key(), { query: QUERY.replace('cursor', 'at:cursor') }],
      [() => gateway.key(), { query: QUERY, variables: { after: 'x' } }],
      [() => gateway.key('bobby'), { query: QUERY }],
      [some, { query: QUERY }],
    ];
    const sockets: ProtocolSocket[] = [];
    for (const [key, request] of others) sockets.push(await follow(key(), 2, request));
    const event = new CountedEvent();
    gateway.events.emit(event);
    for (const socket of sockets) {
      expect((await socket.next()).type).toBe('next');
      expect((await socket.next()).type).toBe('next');
    }
    expect(event.reads).toBe(others.length);
  });
});

describe('open streams', () => {
  it('D17: have all their credentials looked up together', async () => {
    const gateway = await startTinyGateway();
    const sockets = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        ProtocolSocket.connect(gateway.url, gateway.key(`user${String(at)}`)),
      ),
    );
    const before = gateway.keys.looks;
    await gateway.clock.advance(HTTP_LIMITS.credentialCheckMs);
    expect(gateway.keys.looks - before).toBe(1);
    for (const socket of sockets) socket.close();
    await gateway.stop();
  });
});

describe('opening a stream', () => {
  it('D17: looks at no other that is open, however many there are', () => {
    let looks = 0;
    const clock = new FakeClock();
    const keys: CredentialStore = {
      findCredential: () => Promise.resolve(undefined),
      listCredentials: () => Promise.resolve([]),
      listActiveTenants: () => Promise.resolve([]),
    };
    const streams = new OpenStreams({
      authenticator: new Authenticator({ keys, clock }),
      clock,
      log: silentLog,
      limits: HTTP_LIMITS,
    });
    const viewer = (name: string): Viewer => ({
      get tenantId() {
        looks += 1;
        return `tenant-${name}`;
      },
      get subject() {
        looks += 1;
        return `key:${name}`;
      },
      scopes: new Set(SCOPES),
      expiresAt: null,
      credential: { kind: 'key', id: name },
      keyId: name,
    });
    const looksToOpen = (name: string): number => {
      looks = 0;
      streams.open(viewer(name), () => undefined);
      return looks;
    };
    const few = looksToOpen('first');
    for (let at = 0; at < 5_000; at += 1) looksToOpen(`k${String(at)}`);
    expect(looksToOpen('last')).toBe(few);
    expect(streams.count).toBe(5_002);
  });
});
