// Guarantee: an error tells a code of the registry, a fixed message and a request id, and nothing of
// the inside: no host, path, query, value, stack, or name that the client did not know.
import { GatewayError } from '../../src/errors.js';
import { ERRORS } from '../../src/error-registry.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import {
  ask,
  EventStreamReader,
  jsonHeaders,
  post,
  ProtocolSocket,
  rawRequest,
  transports,
} from '../support/client/wire.js';

const INSIDES =
  /10\.0\.0\.1|ECONNREFUSED|select \*|key_live|hunter2|passwd|bob|stack|node_modules|\.ts\b|TypeError/;

describe('an error', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway();
  });

  afterEach(() => gateway.stop());

  for (const failure of ['database', 'library', 'text', 'nested']) {
    it(`I4: that a resolver throws (${failure}) leaves as INTERNAL and is logged with its cause`, async () => {
      const query = `{task(id:"${failure}"){id}}`;
      const { status, text, errors } = await ask(gateway.url, gateway.key(), { query });
      expect(status).toBe(200);
      expect(text).not.toMatch(INSIDES);
      const [error] = errors;
      expect(error).toMatchObject({
        message: ERRORS.INTERNAL.message,
        path: ['task'],
        extensions: { code: 'INTERNAL', retryable: false },
      });
      const logged = gateway.log.filter(({ level }) => level === 'error');
      expect(logged).toHaveLength(1);
      expect(logged[0]?.fields).toMatchObject({ requestId: error?.extensions.requestId });
    });
  }

  it('I4, W7: that an event throws leaves as INTERNAL on a WebSocket and as a server-sent event', async () => {
    const query = 'subscription{taskUpdated(id:"1"){task{id}}}';
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    const reader = await EventStreamReader.open(gateway.url, gateway.key(), { query });
    await gateway.clock.until(() => gateway.events.open.size === 2, { stepMs: 0 });
    gateway.events.emit({
      get task(): never {
        throw new Error('connect ECONNREFUSED db at 10.0.0.1 failed');
      },
    });
    const told = [(await socket.next()).payload, (await reader.next())?.data];
    for (const result of told) {
      expect(result).toMatchObject({
        errors: [{ message: ERRORS.INTERNAL.message, extensions: { code: 'INTERNAL' } }],
      });
      expect(JSON.stringify(result)).not.toMatch(INSIDES);
    }
    socket.close();
    reader.close();
  });

  it('I4: of ours keeps its code, and its detail stays inside', async () => {
    const query = '{task(id:"ours"){id}}';
    const { text, errors, headers } = await ask(gateway.url, gateway.key(), { query });
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(errors[0]?.extensions.requestId).toBe(headers.get('x-request-id'));
    expect(text).not.toMatch(INSIDES);
  });

  it('I4: of the key store leaves as INTERNAL, on every transport', async () => {
    const key = gateway.key();
    gateway.keys.isDown = true;
    const { status, text } = await ask(gateway.url, key, { query: '{viewer{tenant}}' });
    expect(status).toBe(500);
    expect(text).not.toMatch(INSIDES);
  });

  // Guarantee: a valid credential is never called invalid because the store is away.
  it('D25, Z7: of a store that is away leaves as STORE_UNAVAILABLE, on every transport', async () => {
    const key = gateway.key();
    gateway.keys.isDown = true;
    const cause = gateway.keys.failure;
    gateway.keys.failure = new GatewayError('STORE_UNAVAILABLE', { cause, retryAfterMs: 2_000 });
    const { status, text, headers, errors } = await ask(gateway.url, key, {
      query: '{viewer{tenant}}',
    });
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('2');
    expect(errors[0]?.extensions).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      retryable: true,
      retryAfterMs: 2_000,
    });
    expect(text).not.toMatch(INSIDES);

    const query = 'subscription{tasksUpdated{cursor}}';
    const stream = await post(gateway.url, JSON.stringify({ query }), {
      ...jsonHeaders(key),
      accept: 'text/event-stream',
    });
    expect([stream.status, stream.errors[0]?.extensions.code]).toEqual([503, 'STORE_UNAVAILABLE']);
    expect(stream.text).not.toMatch(INSIDES);

    // 1013 is a code after which graphql-ws's client tries again; after 4401 it does not.
    const socket = await ProtocolSocket.open(gateway.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
    expect((await socket.closed).code).toBe(1013);
    const lines = gateway.log.filter(({ level }) => level === 'error');
    expect(lines).toEqual([]);
  });

  it('I2: suggests no name of the schema', async () => {
    const queries = [
      '{tas}',
      '{viewer{tenan}}',
      '{task(i:1){id}}',
      '{task{id} ...on Tas{id}}',
      'query($x:TaskFilter){tasks(filter:$x){nodes{id}}}',
      '{tasks(filter:{label:["a"]}){nodes{id}}}',
      'mutation{createTextToVideo(input:{gen4_5:{promptText:"a",ratio:RATIO_1280}}){task{id}}}',
      'mutation{createTextToVideo(input:{gen4:{promptText:"a"}}){task{id}}}',
    ];
    for (const query of queries) {
      const { status, text, errors } = await ask(gateway.url, gateway.key(), { query });
      expect(status).toBe(400);
      expect(errors[0]?.extensions.code).toMatch(/^(GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)$/);
      expect(text).not.toMatch(/did you mean/i);
    }
    expect(gateway.ran).toEqual([]);
  });

  it('I8, W7: never echoes a value, written in the document or sent beside it', async () => {
    const secret = 'sk-very-secret-value';
    const input = { gen4_5: { promptText: 1, ratio: secret, keyframes: [{ uri: `x${secret}` }] } };
    const asked = await ask(gateway.url, gateway.key(), {
      query: 'mutation($input:CreateTextToVideoInput!){createTextToVideo(input:$input){task{id}}}',
      variables: { input },
    });
    expect(asked.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const literal = `{gen4_5:{promptText:["${secret}"],ratio:"${secret}",keyframes:[{uri:"${secret}"}]}}`;
    const written = await ask(gateway.url, gateway.key(), {
      query: `mutation{createTextToVideo(input:${literal}){task{id}}}`,
    });
    expect(written.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const lexical = await ask(gateway.url, gateway.key(), { query: `{viewer{"${secret}` });
    expect(lexical.errors[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    for (const { text } of [asked, written, lexical]) expect(text).not.toContain(secret);
    for (const send of Object.values(transports)) {
      const query = `subscription{taskUpdated(id:["${secret}"],x:"${secret}"){cursor}}`;
      const errors = await send(gateway.url, gateway.key(), { query });
      expect(errors.length).toBeGreaterThan(0);
      expect(JSON.stringify(errors)).not.toContain(secret);
    }
  });

  it('I5, I6: of the web server is JSON too', async () => {
    const requests = [
      { method: 'GET', path: '/' },
      { method: 'GET', path: '/graphiql', headers: { accept: 'text/html' } },
      { method: 'GET', path: '/graphql', headers: { accept: 'text/html' } },
      { method: 'GET', path: '/playground', headers: { accept: 'text/html' } },
      { method: 'GET', path: '/console', headers: { accept: 'text/html' } },
      { method: 'GET', path: '/', headers: { accept: 'text/html' } },
      { method: 'GET', path: '/%E0%A4%A' },
      { method: 'POST', path: '/graphql/%E0%A4%A' },
    ];
    for (const request of requests) {
      const { status, headers, text } = await rawRequest(gateway.url, request);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(text).not.toMatch(
        /<html|<pre|sandbox|apollo-server-landing-page|graphiql|stack|URIError/i,
      );
    }
  });

  it('C7, I7, M10: comes with the same headers as any answer', async () => {
    const answers = [
      await ask(gateway.url, gateway.key(), { query: '{viewer{tenant}}' }),
      await ask(gateway.url, gateway.key(), { query: '{nothing}' }),
      await ask(gateway.url, 'missing', { query: '{viewer{tenant}}' }),
      await rawRequest(gateway.url, { method: 'GET', path: '/nowhere' }),
      await rawRequest(gateway.url, { method: 'TRACE', path: '/' }),
      await rawRequest(gateway.url, { method: 'GET', path: '/healthz' }),
      await rawRequest(gateway.url, { method: 'GET', path: '/readyz' }),
      await rawRequest(gateway.url, { method: 'OPTIONS', path: '/graphql' }),
      await rawRequest(gateway.url, { method: 'POST', path: '/graphql', body: 'x'.repeat(20_000) }),
      await rawRequest(gateway.url, {
        method: 'OPTIONS',
        path: '/graphql',
        headers: { origin: 'http://localhost:1', 'access-control-request-method': 'POST' },
      }),
    ];
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      );
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    }
  });
});
