// Guarantee: the clients that people use read both transports, and come back after a close exactly
// when coming back can help.
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { GatewayError } from '../../src/errors.js';
import { anyCost } from '../support/client/counted.js';
import { anEvent, startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';

const QUERY = 'subscription{tasksUpdated{cursor}}';

describe('a client', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway();
  });

  afterEach(() => gateway.stop());

  const sourcesAre = (count: number) =>
    gateway.clock.until(() => gateway.events.open.size === count, { stepMs: 0 });
  const expired = () => gateway.key('alice', { expiresAt: gateway.clock.now() });

  /** A graphql-ws client with its usual retries, but without their waits. */
  function client(key: (attempt: number) => string) {
    let attempts = 0;
    const webSockets = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryWait: () => Promise.resolve(),
      connectionParams: () => {
        attempts += 1;
        return { authorization: `Bearer ${key(attempts)}` };
      },
    });
    return {
      events: webSockets.iterate({ query: QUERY }),
      attempts: () => attempts,
      close: () => webSockets.dispose(),
    };
  }

  it('of graphql-sse gets events and the completion', async () => {
    const events = createSseClient({
      url: `${gateway.url}/graphql`,
      headers: { authorization: `Bearer ${gateway.key()}` },
      retryAttempts: 0,
    }).iterate({ query: QUERY });
    const first = events.next();
    await sourcesAre(1);
    gateway.events.emit(anEvent('one'));
    expect((await first).value).toEqual({
      data: { tasksUpdated: { cursor: 'one' } },
      extensions: anyCost(),
    });
    gateway.events.end();
    expect((await events.next()).done).toBe(true);
  });

  it('W10: of graphql-ws does not come back with a wrong key', async () => {
    const { events, attempts } = client(() => gateway.key().replace('alice', 'mallory'));
    await expect(events.next()).rejects.toMatchObject({ code: 4401, reason: 'UNAUTHENTICATED' });
    expect(attempts()).toBe(1);
  });

  it('W10: of graphql-ws comes back with a fresh key when the one before has expired', async () => {
    const { events, attempts, close } = client((attempt) =>
      attempt === 1 ? expired() : gateway.key(),
    );
    const first = events.next();
    await sourcesAre(1);
    gateway.events.emit(anEvent('one'));
    expect((await first).value).toEqual({
      data: { tasksUpdated: { cursor: 'one' } },
      extensions: anyCost(),
    });
    expect(attempts()).toBe(2);
    await close();
  });

  it('D25: of graphql-ws comes back when the store was away', async () => {
    gateway.keys.failure = new GatewayError('STORE_UNAVAILABLE');
    const { events, attempts, close } = client((attempt) => {
      gateway.keys.isDown = attempt === 1;
      return gateway.key();
    });
    const first = events.next();
    await sourcesAre(1);
    gateway.events.emit(anEvent('one'));
    expect((await first).value).toEqual({
      data: { tasksUpdated: { cursor: 'one' } },
      extensions: anyCost(),
    });
    expect(attempts()).toBe(2);
    await close();
  });
});
