// Guarantee: introspection costs points like any other field, on every transport; what Apollo Sandbox
// and code generators ask for still fits into a document.
import { getIntrospectionQuery, print, parse } from 'graphql';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { ask, transports } from '../support/client/wire.js';

/** Everything, as Apollo Sandbox asks for it. */
const WHOLE = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

/** Some tools ask for the name of every object beside. */
const WITH_TYPENAMES = print(parse(WHOLE)).replaceAll(/\{\n/g, '{\n__typename\n');

const TYPES =
  'types { name description fields { name description type { name } args { name description } } inputFields { name description type { name ofType { name } } } enumValues { name description } }';

function aliases(count: number): string {
  const fields = Array.from({ length: count }, (_, n) => `a${String(n)}: __schema { ${TYPES} }`);
  return `{ ${fields.join(' ')} }`;
}

describe('introspection', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.stop());

  it('Q16: of the whole schema, as tools ask for it, is within the limits', async () => {
    for (const query of [WHOLE, getIntrospectionQuery(), WITH_TYPENAMES]) {
      const { data, errors } = await ask(gateway.url, gateway.operatorKey, { query });
      expect(errors).toEqual([]);
      expect(data).toHaveProperty('__schema');
    }
  });

  it('Q8: that walks in circles is refused on every transport', async () => {
    for (const circle of [
      `{ __schema { types { fields { type { ${'fields { type { '.repeat(4)} name ${'} }'.repeat(4)} } } } } }`,
      `{ __type(name: "Query") { ${'fields { type { '.repeat(9)} name ${'} }'.repeat(9)} } }`,
      `{ __schema { ...S } } fragment S on __Schema { types { ...T } } fragment T on __Type { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } fields { type { fields { type { fields { name } } } } } }`,
    ]) {
      const answers = await Promise.all(
        Object.values(transports).map((send) =>
          send(gateway.url, gateway.operatorKey, { query: circle }),
        ),
      );
      for (const [first] of answers) {
        expect(first?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
        expect(first?.message).toBe('Introspection is nested too deeply.');
      }
    }
  });

  it('Q16: is refused when it asks for everything many times', async () => {
    const twice = WHOLE.replace(
      /\{\s*__schema \{/,
      '{ a: __schema { ...All } b: __schema { ...All } } fragment All on __Schema {',
    ).replace(/\}\s*\}(\s*fragment FullType)/, '}$1');
    const inside = `{ __schema { ${Array.from({ length: 29 }, (_, n) => `a${String(n)}: ${TYPES}`).join(' ')} } }`;
    for (const query of [aliases(29), twice, inside]) {
      const { status, errors } = await ask(gateway.url, gateway.operatorKey, { query });
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'DOCUMENT_TOO_LARGE']);
    }
  });

  it('Q16: is served on no stream at all', async () => {
    for (const name of ['webSocket', 'eventStream'] as const) {
      const errors = await transports[name](gateway.url, gateway.operatorKey, {
        query: aliases(29),
      });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['WRONG_TRANSPORT']);
      const subscription = 'subscription { __schema { types { name } } }';
      const refused = await transports[name](gateway.url, gateway.operatorKey, {
        query: subscription,
      });
      expect(refused[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });
});
