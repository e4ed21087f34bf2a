// Guarantee: each mistake of a request is told in words of its own, alike on every transport, and no
// word is a value that the client sent.
import { jsonHeaders, post, transports } from '../support/client/wire.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';

const VALUE = 'Zq7Zq7';
const QUERY = '{viewer{tenant}}';

describe('a mistake of a request', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  const MISTAKES: Readonly<Record<string, readonly [body: string, message: RegExp]>> = {
    'a batch': [`[{"query":"${QUERY}"}]`, /^A request is one JSON object\./],
    'no object': [`"${VALUE}"`, /^The body must be a JSON object/],
    'no JSON': [`{"query":"${VALUE}`, /^The body is not JSON in UTF-8\.$/],
    'an operationName of another type': [
      `{"query":"${QUERY}","operationName":["${VALUE}"]}`,
      /^operationName must be/,
    ],
    'variables of another type': [
      `{"query":"${QUERY}","variables":["${VALUE}"]}`,
      /^variables must be/,
    ],
    'extensions of another type': [
      `{"query":"${QUERY}","extensions":"${VALUE}"}`,
      /^extensions must be/,
    ],
    'no document': [`{"variables":{"a":"${VALUE}"}}`, /^Send the document as the string query/],
    'a document of another type': [`{"query":7}`, /^Send the document as the string query/],
    'a document and an id': [
      `{"query":"${QUERY}","documentId":"${VALUE}"}`,
      /^Send query or documentId, and not both\.$/,
    ],
  };

  it.each(Object.entries(MISTAKES))('is told: %s', async (_name, [body, message]) => {
    const { status, errors, text } = await post(gateway.url, body, jsonHeaders(gateway.key()));
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(errors[0]?.message).toMatch(message);
    expect(text).not.toContain(VALUE);
  });

  it('in its headers or its URL is told', async () => {
    const body = JSON.stringify({ query: QUERY });
    const headers = jsonHeaders(gateway.key());
    const odd = await post(gateway.url, body, { ...headers, accept: 'image/png' });
    expect([odd.status, odd.errors[0]?.message]).toEqual([
      406,
      expect.stringMatching(/^The Accept header allows no type that is served/),
    ]);
    const response = await fetch(`${gateway.url}/graphql?token=${VALUE}`, {
      method: 'POST',
      headers,
      body,
    });
    const text = await response.text();
    expect(text).toContain('A credential does not belong in a URL');
    expect(text).not.toContain(VALUE);
  });

  for (const [name, send] of Object.entries(transports)) {
    it(`in its syntax is told with line and column over ${name}`, async () => {
      const query = `{\n  task(id: "${VALUE}") {{ id }\n}`;
      const [error, ...others] = await send(gateway.url, gateway.key(), { query });
      expect(others).toEqual([]);
      expect(error).toMatchObject({
        message: 'The document is not valid GraphQL: see line 2, column 23.',
        locations: [{ line: 2, column: 23 }],
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      });
      expect(JSON.stringify(error)).not.toContain(VALUE);
    });

    it(`I2: in a field’s name is told with the name over ${name} to who may introspect`, async () => {
      const query = '{viewer{tenan}}';
      const messageFor = async (scopes: readonly ('schema:read' | 'task:read')[]) =>
        (await send(gateway.url, gateway.key('bobby', { scopes }), { query }))[0]?.message;
      expect(await messageFor(['schema:read'])).toBe(
        'Selects a field that Viewer does not have: tenan.',
      );
      expect(await messageFor(['task:read'])).toBe('Selects a field that Viewer does not have.');
    });
  }
});
