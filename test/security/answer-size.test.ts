// Guarantee: no answer is larger than 8 MB, on any transport: what would be is not rendered, and the
// client is told in its place, with a code.
import { ANSWER_BYTES_MAX, boundedResult } from '../../src/http/answers/answer-size.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask, EventStreamReader, ProtocolSocket } from '../support/client/wire.js';

const MODELS = 'query($length: String!) { models(operation: $length) }';
const UPDATES = 'subscription { tasksUpdated { cursor } }';

/** `toMatchObject` of an answer, a message or an event. */
const TOO_LARGE = { data: null, errors: [{ extensions: { code: 'ANSWER_TOO_LARGE' } }] };

describe('an answer', () => {
  let gateway: TinyGateway;
  let rendered: jest.SpyInstance;

  beforeAll(async () => {
    gateway = await startTinyGateway();
    rendered = jest.spyOn(JSON, 'stringify');
  });

  beforeEach(() => rendered.mockClear());

  afterAll(async () => {
    rendered.mockRestore();
    await gateway.stop();
  });

  /** Results that were rendered although they are too large. */
  function renderedInVain(): number {
    return rendered.mock.results.filter(
      ({ value }) => typeof value === 'string' && value.length > ANSWER_BYTES_MAX,
    ).length;
  }

  it('larger than 8 MB is an error in its place over HTTP', async () => {
    const variables = { length: String(ANSWER_BYTES_MAX + 1) };
    const answer = await ask(gateway.url, gateway.key(), { query: MODELS, variables });
    expect(answer.status).toBe(200);
    expect(answer).toMatchObject(TOO_LARGE);
    expect(answer.text.length).toBeLessThan(1_000);
    expect(renderedInVain()).toBe(0);
  });

  it('of almost 8 MB is sent', async () => {
    const length = ANSWER_BYTES_MAX - 100;
    const answer = await ask(gateway.url, gateway.key(), {
      query: MODELS,
      variables: { length: String(length) },
    });
    expect(answer.errors).toEqual([]);
    expect(answer.text.length).toBeGreaterThan(length);
  });

  it('larger than 8 MB is an error in its place on a WebSocket and by server-sent events, which go on', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    socket.send({ id: '1', type: 'subscribe', payload: { query: UPDATES } });
    const reader = await EventStreamReader.open(gateway.url, gateway.key(), { query: UPDATES });
    while (gateway.events.open.size < 2) await new Promise(setImmediate);
    gateway.events.emit({ cursor: 'x'.repeat(ANSWER_BYTES_MAX + 1) });
    gateway.events.emit({ cursor: 'small' });
    expect((await socket.next()).payload).toMatchObject(TOO_LARGE);
    expect((await reader.next())?.data).toMatchObject(TOO_LARGE);
    const small = { data: { tasksUpdated: { cursor: 'small' } } };
    expect((await socket.next()).payload).toEqual(small);
    expect((await reader.next())?.data).toEqual(small);
    expect(renderedInVain()).toBe(0);
    socket.close();
    reader.close();
  });
});

describe('the size of a result', () => {
  it('is that of its JSON in bytes, whatever it holds', () => {
    const results: object[] = [
      { data: { a: 'é💥\u0001"\\'.repeat(50) } },
      { data: { list: [1.5, -1e300, true, null, { b: [] }, '', new Date(0)] } },
      { data: { nested: [[[{ a: [{ c: 'x' }] }]]] } },
      { data: null },
      { data: { ['n'.repeat(300)]: 1 } },
    ];
    for (const result of results) {
      const bytes = Buffer.byteLength(JSON.stringify(result));
      expect(boundedResult(result, bytes)).toBe(result);
      expect(boundedResult(result, bytes - 1)).not.toBe(result);
    }
  });
});
