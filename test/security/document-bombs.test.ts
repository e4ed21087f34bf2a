// Guarantee: no document, however written, occupies the process: what is too large, too deep, too
// wide or too costly is refused with the same words on HTTP, WebSocket and server-sent events,
// before anything of it is executed. A bomb that goes off never ends, and its test runs out of time.
import { ask, transports, type Ask, type Request } from '../support/client/wire.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';

/** So many that each names the next one twice: 2 kB that expand to 2^59 fields. */
const FRAGMENTS = 60;

function fragmentBomb(root: string): string {
  const fragments = Array.from(
    { length: FRAGMENTS },
    (_, n) => `fragment F${n} on Task{${n === FRAGMENTS - 1 ? 'id' : `...F${n + 1} ...F${n + 1}`}}`,
  );
  return `${root} ${fragments.join(' ')}`;
}

const SUBSCRIPTION = (selection: string): string =>
  `subscription{taskUpdated(id:"1"){task{${selection}}}}`;
const QUERY = (selection: string): string => `{task(id:"1"){${selection}}}`;

const nested = (depth: number): string => `${'parent{'.repeat(depth)}id${'}'.repeat(depth)}`;
const aliases = (count: number): string =>
  Array.from({ length: count }, (_, n) => `a${n}:id`).join(' ');

const BOMBS: Readonly<Record<string, (root: typeof QUERY) => string>> = {
  'Q2: of a fragment bomb': (root) => fragmentBomb(root('...F0')),
  'Q3: of cyclic fragments': (root) =>
    `${root('...A')} fragment A on Task{id ...B} fragment B on Task{id ...A}`,
  'Q3: of an undefined fragment': (root) => root('...Nowhere'),
  'Q3: of a fragment that spreads itself': (root) => `${root('...A')} fragment A on Task{...A}`,
  'Q4: of 101 aliases': (root) => root(aliases(101)),
  'Q4: of 101 aliases of __typename': (root) => root(aliases(101).replaceAll(':id', ':__typename')),
  'Q4: of 40 aliases split over fragments': (root) =>
    `${root('...A ...B')} fragment A on Task{${aliases(20)}} fragment B on Task{${aliases(40)}}`,
  'Q5: of one field 500 times': (root) => root('id '.repeat(500)),
  'Q5: of one object 600 times': (root) => root('parent{id}'.repeat(600)),
  'Q5: of 500 directives': (root) => root(`id ${'@skip(if:false) '.repeat(500)}`),
  'Q5: of ten unknown directives': (root) => root(`id ${'@aa'.repeat(10)}`),
  'Q1: of too many levels': (root) => root(nested(12)),
  'Q1: of too many levels by fragments': (root) =>
    `${root('...A')} fragment A on Task{parent{parent{...B}}} fragment B on Task{${nested(10)}}`,
  'Q1: of too many levels by inline fragments': (root) => root(`...on Task{${nested(12)}}`),
  'Q1: of too many levels behind a shallow use': (root) =>
    `${root(`...A ${'parent{'.repeat(9)}...A${'}'.repeat(9)}`)} fragment A on Task{parent{id}}`,
  'Q1: of a fragment with a reserved name': (root) =>
    `${root('...__schema')} fragment __schema on Task{${nested(12)}}`,
  'Q6: of more tokens than allowed': (root) => root(`id ${'id '.repeat(2_000)}`),
  'Q6: of 5,000 nested lists': (root) =>
    root('id').replace('"1"', `${'['.repeat(5_000)}${']'.repeat(5_000)}`),
  'Q6: of 4,500 nested fields': (root) => root(nested(4_500)),
  'Q6: of too much text': (root) => `${root('id')} #${'x'.repeat(100_001)}`,
};

const ROOTS: readonly (readonly [string, Ask, typeof QUERY])[] = [
  ['HTTP', transports.http, QUERY],
  ['WebSocket', transports.webSocket, SUBSCRIPTION],
  ['server-sent events', transports.eventStream, SUBSCRIPTION],
];

describe('a document', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway({ limits: { messageBytesMax: 256 * 1_024 } });
    // The first document pays for everything that is loaded lazily.
    for (const [, send, root] of ROOTS)
      await send(gateway.url, gateway.key(), { query: root('x') });
  });

  afterAll(() => gateway.stop());

  for (const [name, bomb] of Object.entries(BOMBS)) {
    it(`${name} is refused, alike on every transport`, async () => {
      const verdicts = [];
      for (const [, send, root] of ROOTS) {
        const errors = await send(gateway.url, gateway.key(), { query: bomb(root) });
        expect(errors.length).toBeGreaterThan(0);
        expect(errors.length).toBeLessThanOrEqual(5);
        verdicts.push(errors.map(({ message, extensions }) => [extensions.code, message]));
      }
      expect(verdicts[1]).toEqual(verdicts[0]);
      expect(verdicts[2]).toEqual(verdicts[0]);
      expect(gateway.ran).toEqual([]);
    });
  }

  it('Q1, Q2, Q3, Q4, Q5, Q6: of each kind is answered 400 on HTTP', async () => {
    for (const bomb of Object.values(BOMBS)) {
      const answer = await ask(gateway.url, gateway.key(), { query: bomb(QUERY) });
      expect(answer.status).toBe(400);
    }
    expect(gateway.ran).toEqual([]);
  });

  it('Q2: of a fragment bomb leaves the process free to answer others', async () => {
    const bombs = Array.from({ length: 5 }, () =>
      ask(gateway.url, gateway.key(), { query: fragmentBomb(QUERY('...F0')) }),
    );
    const health = await fetch(`${gateway.url}/healthz`);
    expect(health.status).toBe(200);
    expect((await Promise.all(bombs)).map(({ status }) => status)).toEqual([
      400, 400, 400, 400, 400,
    ]);
  });

  it('Q1: whose operation has a reserved name is refused like one that is too deep', async () => {
    for (const name of ['__schema', '__proto__']) {
      const request: Request = { query: `query ${name} ${QUERY(nested(12))}`, operationName: name };
      const { status, errors } = await ask(gateway.url, gateway.key(), request);
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    }
  });

  it('that costs more points than allowed is refused by its variables', async () => {
    const query =
      'query($n:Int!){tasks(first:$n){nodes{owner{tasks{parent{owner{tenant}}}} parent{parent{parent{owner{tenant}}}}}}}';
    const cheap = await ask(gateway.url, gateway.key(), { query, variables: { n: 1 } });
    expect(cheap.errors).toEqual([]);
    const costly = await ask(gateway.url, gateway.key(), {
      query: query.replaceAll(
        'nodes{',
        'nodes{p:parent{parent{parent{parent{parent{id}}}}} q:parent{parent{parent{parent{parent{id}}}}} r:parent{parent{parent{parent{parent{id}}}}} ',
      ),
      variables: { n: 100 },
    });
    expect([costly.status, costly.errors[0]?.extensions.code]).toEqual([400, 'DOCUMENT_TOO_LARGE']);
  });
});
