// Guarantee: the real gateway gives one verdict on HTTP, WebSocket and server-sent events, does
// not call Runway for a request that it refuses, and stays awake meanwhile.
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { jsonHeaders, post, ProtocolSocket, transports } from '../support/client/wire.js';

const SPEND =
  'createTextToVideo(input: { gen4_5: { promptText: "a", ratio: RATIO_1280_720, duration: 5 } }) { task { id } }';

/** 985 bytes that expand to 2^28 fields. */
const BOMB = `query { task(id: "1") { ...F0 } } ${Array.from(
  { length: 28 },
  (_, n) =>
    `fragment F${String(n)} on Task{${n === 27 ? 'id' : `...F${String(n + 1)} ...F${String(n + 1)}`}}`,
).join(' ')}`;

const REFUSED = {
  'Q3: a fragment that does not exist': ['{ viewer { ...Nowhere } }', 'GRAPHQL_VALIDATION_FAILED'],
  'Q3: a fragment that spreads itself': [
    '{ viewer { ...A } } fragment A on Viewer { ...A }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'Q4: 101 aliases': [
    `{ ${Array.from({ length: 101 }, (_, n) => `a${String(n)}: __typename`).join(' ')} }`,
    'DOCUMENT_TOO_LARGE',
  ],
  'Q5: one field 500 times': [`{ ${'viewer { subject } '.repeat(500)} }`, 'DOCUMENT_TOO_LARGE'],
  'Q5: 500 directives': [
    `{ viewer { subject ${'@skip(if: false) '.repeat(500)} } }`,
    'DOCUMENT_TOO_LARGE',
  ],
  'Q6: too many tokens': [`{ viewer { ${'subject '.repeat(3_000)} } }`, 'DOCUMENT_TOO_LARGE'],
  'Q6: too many brackets': [
    `{ task(id: ${'['.repeat(4_500)}${']'.repeat(4_500)}) { id } }`,
    'DOCUMENT_TOO_LARGE',
  ],
  'Q6: what is no document': ['{ viewer { subject }', 'GRAPHQL_PARSE_FAILED'],
  'Q8: introspection that walks in circles': [
    `{ __type(name: "Query") { ${'fields { type { '.repeat(9)} name ${'} }'.repeat(9)} } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'B6: several operations of which none is named': [
    'query A { viewer { subject } } query B { viewer { subject } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'I2: a name that is almost right': ['{ viewer { tenan } }', 'GRAPHQL_VALIDATION_FAILED'],
  'B2: two spending fields': [`mutation { a: ${SPEND} b: ${SPEND} }`, 'TOO_MANY_SPENDING_FIELDS'],
  'B2: one spending field spread twice': [
    `mutation { ...F ...F } fragment F on Mutation { ${SPEND} }`,
    'TOO_MANY_SPENDING_FIELDS',
  ],
  'Q2: a fragment bomb': [BOMB, 'DOCUMENT_TOO_LARGE'],
  'I2: a field that does not exist': ['{ viewr { tenant } }', 'GRAPHQL_VALIDATION_FAILED'],
} as const;

describe('W7: one verdict on three transports:', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.stop());

  afterEach(() => {
    expect(gateway.emulator.requests()).toEqual([]);
  });

  for (const [name, [query, code]] of Object.entries(REFUSED)) {
    it(`${name}, is refused alike, and /healthz is answered meanwhile`, async () => {
      const [answers, health] = await Promise.all([
        Promise.all(
          Object.values(transports).map(async (ask) => {
            const [error] = await ask(gateway.url, gateway.operatorKey, { query });
            return { message: error?.message, code: error?.extensions.code };
          }),
        ),
        fetch(`${gateway.url}/healthz`),
      ]);
      expect(answers[0]?.code).toBe(code);
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(health.status).toBe(200);
    });
  }

  it('B1: a batch is refused on each of them, and closes a WebSocket', async () => {
    const batch = [{ query: `mutation { ${SPEND} }` }, { query: `mutation { ${SPEND} }` }];
    const headers = jsonHeaders(gateway.operatorKey);
    for (const accept of ['application/json', 'text/event-stream']) {
      const answer = await post(gateway.url, JSON.stringify(batch), { ...headers, accept });
      expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    }
    for (const message of [batch, { id: '1', type: 'subscribe', payload: batch }]) {
      const socket = await ProtocolSocket.connect(gateway.url, gateway.operatorKey);
      socket.send(message);
      expect((await socket.closed).code).toBe(4400);
    }
  });

  it('B6: the operation that is named is the one that is judged', async () => {
    const query = `query Read { viewer { subject } } mutation Buy { a: ${SPEND} b: ${SPEND} }`;
    for (const send of Object.values(transports)) {
      const request = { query, operationName: 'Buy' };
      const errors = await send(gateway.url, gateway.operatorKey, request);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['TOO_MANY_SPENDING_FIELDS']);
    }
  });

  for (const name of ['webSocket', 'eventStream'] as const) {
    it(`W7: a mutation is refused over ${name}`, async () => {
      const query = `mutation { ${SPEND} }`;
      const errors = await transports[name](gateway.url, gateway.operatorKey, { query });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['WRONG_TRANSPORT']);
    });
  }
});
