// Guarantee: streams carry subscriptions and nothing else does, so that no query or mutation passes
// where the limits of the other transport do not hold.
import { eventually } from '../support/time/eventually.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask, jsonHeaders, post, transports } from '../support/client/wire.js';

const BUY =
  'mutation{createTextToVideo(input:{gen4_5:{promptText:"a",ratio:RATIO_1280_720}}){task{id}}}';

describe('a document on the wrong transport', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway({ sandbox: true });
  });

  afterAll(() => gateway.stop());
  afterEach(() => {
    expect(gateway.ran).toEqual([]);
  });

  it('is a subscription over HTTP, and the answer names where it is served', async () => {
    const query = 'subscription{taskUpdated(id:"1"){cursor}}';
    const { status, errors } = await ask(gateway.url, gateway.key(), { query });
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'WRONG_TRANSPORT']);
    expect(errors[0]?.message).toContain('graphql-transport-ws');
    expect(errors[0]?.message).toContain('text/event-stream');
  });

  for (const name of ['webSocket', 'eventStream'] as const) {
    for (const [kind, query] of Object.entries({
      query: '{viewer{tenant}}',
      mutation: BUY,
      introspection: '{__schema{types{name}}}',
    })) {
      it(`W7: is a document of ${kind} over ${name}`, async () => {
        const errors = await transports[name](gateway.url, gateway.key(), { query });
        expect(errors.map(({ extensions }) => extensions.code)).toEqual(['WRONG_TRANSPORT']);
        expect(errors[0]?.message).toContain('HTTP');
      });
    }
  }

  const SUBSCRIPTION = 'subscription{taskUpdated(id:"1"){cursor}}';

  for (const accept of [
    'text/event-stream, multipart/mixed',
    'application/graphql-response+json, application/json, text/event-stream, multipart/mixed',
    'application/json;q=0.5, text/event-stream;q=0.1',
  ]) {
    it(`is a stream for a subscription where the client names one: ${accept}`, async () => {
      const left = new AbortController();
      const answer = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { ...jsonHeaders(gateway.key()), accept },
        body: JSON.stringify({ query: SUBSCRIPTION }),
        signal: left.signal,
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'text/event-stream; charset=utf-8',
      ]);
      left.abort();
      await eventually(() => {
        expect(gateway.ran).toEqual(['taskUpdated']);
      });
      gateway.ran.length = 0;
    });
  }

  it('is one answer for a query of a client that reads streams too', async () => {
    const headers = {
      ...jsonHeaders(gateway.key()),
      accept: 'text/event-stream, application/json;q=0.1',
    };
    const { status } = await post(gateway.url, JSON.stringify({ query: '{__typename}' }), headers);
    expect(status).toBe(200);
  });

  for (const accept of ['*/*', 'application/json, text/event-stream;q=0']) {
    it(`is no stream for a client that has not named one: ${accept}`, async () => {
      const headers = { ...jsonHeaders(gateway.key()), accept };
      const { status } = await post(gateway.url, JSON.stringify({ query: SUBSCRIPTION }), headers);
      expect(status).toBe(400);
    });
  }
});
