// Guarantee: only plain JSON in UTF-8 is read. A browser cannot send that across sites without
// asking first, and no firewall in front reads it differently.
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { jsonHeaders, post, rawRequest } from '../support/client/wire.js';

const BODY = JSON.stringify({ query: '{viewer{tenant}}' });

describe('a request', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  for (const type of [
    'text/plain',
    'text/plain;application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/json; charset=cp037',
    'application/json; charset=utf-8; charset=utf-7',
    'application/jsonp',
    'application/json; charset=utf-8=utf-16',
    'application/json;; charset=utf-7',
    // White space that a pattern could take in many ways: 15,000 of it once took half a second.
    `application/json${' '.repeat(15_000)}x`,
    `application/json;${' '.repeat(7_000)}charset${' '.repeat(7_000)}utf-8`,
  ]) {
    it(`C1, C5: of type ${type.replaceAll(/ {2,}/g, ' … ')} is refused`, async () => {
      const headers = { ...jsonHeaders(gateway.key()), 'content-type': type };
      const { status, errors } = await post(gateway.url, BODY, headers);
      expect([status, errors[0]?.extensions.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      expect(gateway.ran).toEqual([]);
    });
  }

  it('C1: without a type is refused', async () => {
    const headers = { authorization: `Bearer ${gateway.key()}` };
    const request = { method: 'POST', path: '/graphql', headers, body: BODY };
    expect((await rawRequest(gateway.url, request)).status).toBe(415);
  });

  it('that only accepts what is not served is refused before anything is executed', async () => {
    const headers = { ...jsonHeaders(gateway.key()), accept: 'text/html' };
    expect((await post(gateway.url, BODY, headers)).status).toBe(406);
    expect(gateway.ran).toEqual([]);
  });

  it('in UTF-8 is answered in the type that it accepts', async () => {
    const headers = jsonHeaders(gateway.key());
    const types = ['application/json', 'application/JSON; charset="UTF-8"'];
    for (const type of types) {
      const answer = await post(gateway.url, BODY, { ...headers, 'content-type': type });
      expect(answer.status).toBe(200);
    }
    const accept = 'application/graphql-response+json';
    const answer = await post(gateway.url, BODY, { ...headers, accept });
    expect(answer.headers.get('content-type')).toContain(accept);
  });
});

describe('a method', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'TRACE']) {
    it(`C2, C3, I7: ${method} is refused, and the answer says what is served`, async () => {
      const headers = { 'apollo-require-preflight': '1', authorization: `Bearer ${gateway.key()}` };
      const path = '/graphql?query=mutation%7BcancelTask%28id%3A1%29%7Btask%7Bid%7D%7D%7D';
      const { status, headers: answered } = await rawRequest(gateway.url, {
        method,
        path,
        headers,
      });
      expect(status).toBe(405);
      expect(answered.get('allow')).toContain('POST');
      expect(gateway.ran).toEqual([]);
    });
  }

  it('C2, C3: GET executes nothing, whatever its headers and its query say', async () => {
    const mixed =
      'query a{viewer{tenant}} mutation b{cancelTask(id:1){task{id}}} subscription c{tasksUpdated{cursor}}';
    for (const query of ['{viewer{tenant}}', mixed]) {
      for (const [operationName, headers] of [
        ['a', {}],
        ['b', { 'apollo-require-preflight': 'true' }],
        ['c', { 'x-apollo-operation-name': 'c', accept: 'text/event-stream' }],
        ['a', { 'content-type': 'application/x-foo' }],
        ['a', { 'content-type': 'application/json' }],
      ] as const) {
        const answer = await rawRequest(gateway.url, {
          method: 'GET',
          path: `/graphql?${new URLSearchParams({ query, operationName }).toString()}`,
          headers: { authorization: `Bearer ${gateway.key()}`, ...headers },
        });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
      }
    }
    expect(gateway.ran).toEqual([]);
  });

  it('C4: OPTIONS grants no other origin anything', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await rawRequest(gateway.url, { method: 'OPTIONS', path: '/graphql', headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
