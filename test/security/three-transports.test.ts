// Guarantee: the real gateway gives one verdict on HTTP, WebSocket and server-sent events, calls
// nobody for what it refuses, and stays awake meanwhile.
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { transports } from '../support/wire.js';

const SPEND =
  'createTextToVideo(input: { gen4_5: { promptText: "a", ratio: RATIO_1280_720, duration: 5 } }) { task { id } }';

/** 985 bytes that expand to 2^28 fields. */
const BOMB = `query { task(id: "1") { ...F0 } } ${Array.from(
  { length: 28 },
  (_, n) =>
    `fragment F${String(n)} on Task{${n === 27 ? 'id' : `...F${String(n + 1)} ...F${String(n + 1)}`}}`,
).join(' ')}`;

const REFUSED = {
  'two spending fields': [`mutation { a: ${SPEND} b: ${SPEND} }`, 'TOO_MANY_SPENDING_FIELDS'],
  'one spending field spread twice': [
    `mutation { ...F ...F } fragment F on Mutation { ${SPEND} }`,
    'TOO_MANY_SPENDING_FIELDS',
  ],
  'a fragment bomb': [BOMB, 'DOCUMENT_TOO_LARGE'],
  'a field that does not exist': ['{ viewr { tenant } }', 'GRAPHQL_VALIDATION_FAILED'],
} as const;

describe('one verdict on three transports', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.stop());

  afterEach(() => {
    expect(gateway.emulator.requests()).toEqual([]);
  });

  for (const [name, [query, code]] of Object.entries(REFUSED)) {
    it(`W7: refuses ${name} alike, and answers /healthz meanwhile`, async () => {
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

  for (const name of ['webSocket', 'eventStream'] as const) {
    it(`W7: refuses a mutation over ${name}`, async () => {
      const query = `mutation { ${SPEND} }`;
      const errors = await transports[name](gateway.url, gateway.operatorKey, { query });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['WRONG_TRANSPORT']);
    });
  }
});
