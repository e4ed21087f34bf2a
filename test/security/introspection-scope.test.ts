// Guarantee: where introspection is not open to all, the graph is shown to holders of `schema:read` and
// to no one else, on HTTP, WebSocket, server-sent events and as SDL; and nothing else tells of it.
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { SCOPES } from '../../src/domain/tenant/scope.js';
import { startGateway } from '../support/gateway/start-gateway.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask, transports, type WireError } from '../support/client/wire.js';

/** One question, spelled in ways that a filter of texts would miss. */
const INTROSPECTIONS = [
  '{__schema{types{name}}}',
  '{__type(name:"Task"){name fields{name}}}',
  '{\n#x\n__schema\n{types{name}}}',
  '{,,,__schema,{,types{name}}}',
  '{a:__schema{types{name}}}',
  'query Schema{...F} fragment F on Query{__schema{types{name}}}',
  '{viewer{subject} ...on Query{__type(name:"Query"){name}}}',
  'query A{viewer{subject}} query B{__schema{types{name}}}',
  getIntrospectionQuery(),
];

/** Mistakes that graphql-js answers with names of the schema. */
const MISTAKES = [
  '{tas{id}}',
  '{task(i:1){id}}',
  '{task(id:1){idd}}',
  '{viewer{tenan}}',
  '{tasks(filter:{label:[]}){nodes{id}}}',
  'mutation{createTextToVideo(input:{gen4_5:{promptText:"a",ratio:RATIO_1280_721}}){task{id}}}',
  'mutation{createTextToVideo(input:{gen4_5:{promptTex:"a"}}){task{id}}}',
  'mutation{createTextToVide(input:{}){task{id}}}',
  'subscription{taskUpdate(id:1){cursor}}',
  'query($v:TaskFilterInpu){tasks(filter:$v){nodes{id}}}',
  '{task(id:1){...on Tas{id}}}',
  '{task(id:1)@skp(if:true){id}}',
];

/** Names in the graph, and the like of what is not in it, as tools that guess names send them. */
const OWN_WORDS = ['task', 'tasks', 'viewer', 'models', 'unlisted', 'filter', 'labels', 'cursor'];
const OTHER_WORDS = ['taks', 'users', 'account', 'password', 'filtr', 'lable', 'viewers', 'curser'];

const without = SCOPES.filter((scope) => scope !== 'schema:read');

describe('the graph', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  const sdl = async (key: string | undefined, method = 'GET'): Promise<Response> =>
    await fetch(`${gateway.url}/graphql/schema.graphql`, {
      method,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    });

  for (const [name, send] of Object.entries(transports)) {
    it(`I1: is not shown over ${name} without the scope, however it is asked for`, async () => {
      const key = gateway.key('bobby', { scopes: without });
      for (const query of INTROSPECTIONS) {
        const request = { query, ...(query.includes('query B') && { operationName: 'A' }) };
        const errors = await send(gateway.url, key, request);
        expect(errors.map(({ extensions }) => extensions.code)).toContain(
          'GRAPHQL_VALIDATION_FAILED',
        );
        expect(errors.map(({ message }) => message)).toContain('Introspection is not served here.');
      }
    });

    it(`I2: is not suggested over ${name} to one who makes mistakes`, async () => {
      const key = gateway.key('bobby', { scopes: without });
      for (const query of MISTAKES) {
        const errors = await send(gateway.url, key, { query });
        expect(errors.length).toBeGreaterThan(0);
        expect(JSON.stringify(errors)).not.toMatch(/did you mean|suggest/i);
      }
    });
  }

  it('I1: is shown to a holder of the scope, whatever was answered to others before', async () => {
    const query = '{__schema{types{name}}}';
    const entitled = gateway.key('carol', { scopes: ['schema:read'] });
    const other = gateway.key('bobby', { scopes: without });
    for (let n = 0; n < 3; n += 1) {
      expect((await ask(gateway.url, other, { query })).data).toBeUndefined();
      expect((await ask(gateway.url, entitled, { query })).data).toHaveProperty('__schema');
    }
    const streamed = await transports.webSocket(gateway.url, entitled, { query });
    expect(streamed.map(({ extensions }) => extensions.code)).toEqual(['WRONG_TRANSPORT']);
  });

  it('I1: is served as SDL to a holder of the scope alone', async () => {
    const response = await sdl(gateway.key('carol', { scopes: ['schema:read'] }));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; charset=utf-8',
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(
      buildSchema(await response.text())
        .getQueryType()
        ?.getFields(),
    ).toHaveProperty('viewer');
    for (const [key, status, code] of [
      [gateway.key('bobby', { scopes: without }), 403, 'FORBIDDEN'],
      ['rgk_nobody_Abcdefghijklmnopqrstuvwxyz', 401, 'UNAUTHENTICATED'],
      [undefined, 401, 'UNAUTHENTICATED'],
    ] as const) {
      const refused = await sdl(key);
      const { errors } = (await refused.json()) as { readonly errors: readonly WireError[] };
      expect([refused.status, errors[0]?.extensions.code]).toEqual([status, code]);
    }
  });

  it('is served as SDL by GET only', async () => {
    const refused = await sdl(gateway.key(), 'POST');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, OPTIONS']);
  });

  it('I1: is shown to every viewer where the gateway is set so', async () => {
    const open = await startTinyGateway({ sandbox: true });
    const key = open.key('bobby', { scopes: ['task:read'] });
    expect((await ask(open.url, key, { query: '{__schema{types{name}}}' })).errors).toEqual([]);
    const headers = { authorization: `Bearer ${key}` };
    expect((await fetch(`${open.url}/graphql/schema.graphql`, { headers })).status).toBe(200);
    await open.stop();
  });

  it('I1, I6: in production is shown by the scope alone, and there is no page for people', async () => {
    const production = await startGateway({ NODE_ENV: 'production', EMULATOR: 'true' });
    const key = await production.keyOf('ann', ['TASK_READ']);
    const query = '{__schema{queryType{name}}}';
    const refused = await ask(production.url, key, { query });
    expect(refused.errors[0]?.message).toBe('Introspection is not served here.');
    const shown = await ask(production.url, production.operatorKey, { query });
    expect(shown.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const page = await fetch(`${production.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(405);
    expect(await page.text()).not.toMatch(/sandbox|apollo-server-landing-page|graphiql|<html/i);
    await production.stop();
  }, 120_000);

  it('I3: is not recovered by asking for lists of words: no answer names one of them', async () => {
    const key = gateway.key('bobby', { scopes: without });
    const words = [...OWN_WORDS, ...OTHER_WORDS];
    for (const query of [
      `{ ${words.join(' ')} }`,
      `{ task(id: 1) { ${words.join(' ')} } }`,
      `{ viewer { subject } ${OTHER_WORDS.join(' ')} }`,
      ...words.map((word) => `{ task(${word}: 7) { id } }`),
      ...words.map((word) => `{ tasks(filter: { ${word}: 7 }) { nodes { id } } }`),
    ]) {
      const { status, errors } = await ask(gateway.url, key, { query });
      expect([400, 200]).toContain(status);
      expect(errors.length).toBeLessThanOrEqual(5);
      for (const { message } of errors) {
        for (const word of OTHER_WORDS) expect(message).not.toContain(word);
        expect(message).not.toMatch(/"|did you mean/i);
      }
    }
  });
});
