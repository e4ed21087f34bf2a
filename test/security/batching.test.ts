// Guarantee: one HTTP request is one GraphQL request, and nothing but one.
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { jsonHeaders, post } from '../support/client/wire.js';

const ONE = { query: 'mutation{cancelTask(id:"1"){task{id}}}' };

const MALFORMED: Readonly<Record<string, string>> = {
  'B1: a batch of two': JSON.stringify([ONE, ONE]),
  'B1: a batch of fifty': JSON.stringify(Array.from({ length: 50 }, () => ONE)),
  'B1: an empty batch': '[]',
  'no JSON': '{"query": "{viewer',
  'no body': '',
  'a text': '"{viewer{tenant}}"',
  'a number': '5',
  null: 'null',
  'no query': '{}',
  'a query that is no text': '{"query":["{viewer{tenant}}"]}',
  'variables that are a text': JSON.stringify({ ...ONE, variables: '{}' }),
  'variables that are a list': JSON.stringify({ ...ONE, variables: [] }),
  'an operation name that is no text': JSON.stringify({ ...ONE, operationName: 5 }),
};

describe('a body of', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  for (const [name, body] of Object.entries(MALFORMED)) {
    it(`${name} is refused in the shape of GraphQL`, async () => {
      const answer = await post(gateway.url, body, jsonHeaders(gateway.key()));
      expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(answer.text).not.toMatch(/stack|SyntaxError|node_modules|viewer/);
      expect(gateway.ran).toEqual([]);
    });
  }

  it('C5: bytes that are no UTF-8 is refused', async () => {
    const bytes = Uint8Array.from([...Buffer.from('{"query":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
    expect((await post(gateway.url, bytes, jsonHeaders(gateway.key()))).status).toBe(400);
  });
});
