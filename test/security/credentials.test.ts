// Guarantee: only a live key's exact text opens a door, a wrong one is refused in the same words
// whatever is wrong with it, and a credential in a URL is refused even when it is right.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { post, ProtocolSocket, rawRequest } from '../support/client/wire.js';

const BODY = JSON.stringify({ query: '{viewer{tenant}}' });

describe('a credential', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway();
  });

  afterEach(() => gateway.stop());

  const send = (authorization: string | undefined) =>
    post(gateway.url, BODY, {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    });

  /** What stands in Authorization, by what is wrong with it. */
  const wrongOnes = async (): Promise<Readonly<Record<string, string | undefined>>> => {
    const key = gateway.key();
    const expired = gateway.key('expired', { expiresAt: gateway.clock.now() });
    const revoked = gateway.key('revoked');
    await gateway.keys.revokeKey('revoked', gateway.clock.now());
    return {
      none: undefined,
      empty: '',
      'no scheme': key,
      'another scheme': `Basic ${key}`,
      'two spaces': `Bearer  ${key}`,
      'a trailing word': `Bearer ${key} x`,
      'no key at all': 'Bearer x',
      'no secret': 'Bearer rgk_alice_',
      'an unknown id': `Bearer ${key.replace('alice', 'mallory')}`,
      'a wrong secret': `Bearer ${key.slice(0, -1)}A`,
      'a longer secret': `Bearer ${key}A`,
      'an id in another case': `Bearer ${key.replace('alice', 'ALICE')}`,
      'the name of a property': `Bearer ${key.replace('alice', 'constructor')}`,
      'an expired key': `Bearer ${expired}`,
      'a revoked key': `Bearer ${revoked}`,
    };
  };

  it('that is wrong is refused over HTTP, alike for every reason', async () => {
    const bodies = new Set<string>();
    for (const authorization of Object.values(await wrongOnes())) {
      const { status, text, headers, errors } = await send(authorization);
      expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect(headers.get('www-authenticate')).toBe(
        authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"',
      );
      bodies.add(text.replace(errors[0]?.extensions.requestId ?? '', ''));
    }
    expect(bodies.size).toBe(1);
    expect(gateway.ran).toEqual([]);
  });

  it('W10: that is wrong is refused over WebSocket for good, one that has expired until it is fresh', async () => {
    for (const [what, authorization] of Object.entries(await wrongOnes())) {
      const socket = await ProtocolSocket.open(gateway.url);
      socket.send({
        type: 'connection_init',
        ...(authorization === undefined ? {} : { payload: { authorization } }),
      });
      const code = what === 'an expired key' ? 4403 : 4401;
      expect(await socket.closed).toEqual({ code, reason: 'UNAUTHENTICATED' });
      expect(socket.waiting).toBe(0);
    }
  });

  it('given twice is refused', async () => {
    const authorization = `Bearer ${gateway.key()}`;
    const twice = [
      { authorization, Authorization: authorization },
      { authorization, headers: { Authorization: authorization } },
      { headers: { authorization, Authorization: authorization } },
    ];
    for (const payload of twice) {
      const socket = await ProtocolSocket.open(gateway.url);
      socket.send({ type: 'connection_init', payload });
      expect((await socket.closed).code).toBe(4401);
    }
  });

  it('W2: is known over WebSocket under headers too', async () => {
    const headers = { Authorization: `Bearer ${gateway.key()}` };
    const socket = await ProtocolSocket.open(gateway.url);
    socket.send({ type: 'connection_init', payload: { headers } });
    expect((await socket.next()).type).toBe('connection_ack');
    socket.close();
    for (const odd of [null, 'Authorization', [headers.Authorization]]) {
      const refused = await ProtocolSocket.open(gateway.url);
      refused.send({ type: 'connection_init', payload: { headers: odd } });
      expect((await refused.closed).code).toBe(4401);
    }
  });

  it('is known over WebSocket by its name in any case', async () => {
    for (const name of ['authorization', 'Authorization', 'AUTHORIZATION']) {
      const socket = await ProtocolSocket.open(gateway.url);
      socket.send({ type: 'connection_init', payload: { [name]: `Bearer ${gateway.key()}` } });
      expect((await socket.next()).type).toBe('connection_ack');
      socket.close();
    }
  });

  it('T11: is looked up and compared alike whether its id exists or not', async () => {
    const asked: string[] = [];
    const { findCredential } = gateway.keys;
    gateway.keys.findCredential = (id) => {
      asked.push(id);
      return findCredential.call(gateway.keys, id);
    };
    const key = gateway.key();
    await send(`Bearer ${key.slice(0, -1)}A`);
    await send(`Bearer ${key.replace('alice', 'missing')}`);
    expect(asked).toEqual(['alice', 'missing']);
  });

  it('in a URL is refused with a right one beside it, and is not logged', async () => {
    const key = gateway.key();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    for (const parameter of ['access_token', 'token', 'Authorization', 'anything']) {
      const path = `/graphql?${parameter}=${encodeURIComponent(`Bearer ${key}`)}`;
      const request = { method: 'POST', path, headers, body: BODY };
      expect((await rawRequest(gateway.url, request)).status).toBe(400);
    }
    const url = `${gateway.url.replace('http', 'ws')}/graphql?token=${key}`;
    const [error] = (await once(new WebSocket(url, 'graphql-transport-ws'), 'error')) as [Error];
    expect(error.message).toContain('400');
    expect(JSON.stringify(gateway.log)).not.toContain(key);
    expect(gateway.ran).toEqual([]);
  });

  it('C9: that is right but for headers that claim another tenant serves its own', async () => {
    const { data } = await post(gateway.url, BODY, {
      'content-type': 'application/json',
      authorization: `Bearer ${gateway.key()}`,
      'x-tenant-id': 'bob',
      'x-user-id': 'root',
    });
    expect(data).toEqual({ viewer: { tenant: 'tenant-alice' } });
  });
});
