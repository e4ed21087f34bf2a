// Guarantee: a prepared operation has the very result that graphql-js has: data, errors, their order and
// their places, over the documents of the clients and over random ones, with values that fail and wait.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  execute,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { PreparedOperations } from '../../../src/http/execution/prepared-operations.js';

const SDL = /* GraphQL */ `
  type Query {
    node(first: Int = 2, text: String, filter: Filter): Node
    nodes: [Node!]
    safe: [Node]
    any: Any
    anys: [Any!]
    thing: Thing
  }
  type Mutation {
    first: Node
    second: Node
    third: Int
  }
  input Filter {
    a: Int = 3
    b: [String!]
  }
  interface Thing {
    id: ID!
  }
  enum Colour {
    RED
    BLUE
  }
  type Node implements Thing {
    id: ID!
    text: String
    sure: String!
    colour: Colour
    numbers: [Int!]!
    grid: [[Int]]
    child: Node
    sureChild: Node!
    children: [Node!]!
    other: Any
    echo(first: Int = 2, text: String, filter: Filter): String
  }
  type Leaf implements Thing {
    id: ID!
    size: Float
  }
  union Any = Node | Leaf
`;

/** 0 to 1, always the same for the same text. */
function chance(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296;
}

function placeOf({ path }: GraphQLResolveInfo): string {
  const keys: (string | number)[] = [];
  for (let place: typeof path | undefined = path; place !== undefined; place = place.prev) {
    keys.unshift(place.key);
  }
  return keys.join('.');
}

/** Some fail, some are null, some are promises, most are what they should be: by place and seed. */
function valueOf(schema: GraphQLSchema, type: GraphQLOutputType, place: string): unknown {
  const luck = place.startsWith('calm') ? 0.9 : chance(`luck ${place}`);
  if (luck < 0.03) throw new Error(`thrown at ${place}`);
  if (luck < 0.05) return new Error(`returned at ${place}`);
  if (luck < 0.07) return rejected(`rejected at ${place}`);
  if (luck < 0.1) return null;
  if (luck < 0.11) return undefined;
  const value = goodValue(schema, type, place);
  if (luck < 0.35) return Promise.resolve(value);
  if (luck < 0.38) {
    const promise = Promise.resolve(value);
    return { then: promise.then.bind(promise) };
  }
  return value;
}

/** That no executor looks at it is no failure: a list ends at its first error. */
function rejected(message: string): Promise<never> {
  const promise = Promise.reject(new Error(message));
  promise.catch(() => undefined);
  return promise;
}

function goodValue(schema: GraphQLSchema, type: GraphQLOutputType, place: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const length = Math.floor(chance(`length ${place}`) * 4);
    if (!place.startsWith('calm') && chance(`list ${place}`) < 0.04) return 'no list';
    const entry = nullable.ofType;
    const entries = Array.from({ length }, (_, index) =>
      entryOf(schema, entry, `${place}.${String(index)}`),
    );
    // graphql-js leaves a rejection unhandled where the list ends at another entry.
    if (place.startsWith('calm') || !isNonNullType(entry)) return entries;
    return entries.map((value) =>
      value instanceof Error ? rejected(value.message) : Promise.resolve(value),
    );
  }
  return namedValue(schema, getNamedType(type), place);
}

function entryOf(schema: GraphQLSchema, type: GraphQLOutputType, place: string): unknown {
  try {
    return valueOf(schema, type, place);
  } catch (error) {
    return error;
  }
}

function namedValue(schema: GraphQLSchema, type: GraphQLNamedType, place: string): unknown {
  const odd = !place.startsWith('calm') && chance(`odd ${place}`) < 0.03;
  if (isEnumType(type)) return odd ? 'NO_SUCH' : type.getValues()[0]?.value;
  if (isCompositeType(type)) {
    const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    const at = Math.floor(chance(`type ${place}`) * types.length);
    return { place, __typename: odd && !isObjectType(type) ? 'Query' : types[at]?.name };
  }
  if (type.name === 'Int' || type.name === 'Float') return odd ? 'many' : 7;
  if (type.name === 'Boolean') return true;
  return odd ? {} : place;
}

/** Resolvers for half of the fields, properties that may be functions for the others. */
function resolving(schema: GraphQLSchema, seed: () => string): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (_source, args: object, _context, info) => {
        if (field.name === 'echo') return JSON.stringify(args);
        return valueOf(schema, field.type, `${seed()}:${placeOf(info)}`);
      };
    }
  }
  return schema;
}

function operationsOf(document: DocumentNode): readonly OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

/** With what `toJSON` leaves out. */
function shown({ data, errors }: ExecutionResult): string {
  const told = errors?.map((error) => [error.toJSON(), error.originalError?.message]);
  return JSON.stringify({ told, data });
}

async function expectSame(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  rootValue?: unknown,
): Promise<ExecutionResult | undefined> {
  const prepared = new PreparedOperations(schema);
  let result: ExecutionResult | undefined;
  for (const operation of operationsOf(document)) {
    const contextValue = {};
    const expected = await execute({
      ...{ schema, document, contextValue, rootValue, variableValues: variables },
      operationName: operation.name?.value,
    });
    for (const time of ['first', 'second']) {
      result = await prepared.execute(
        { document, operation, variables },
        { contextValue, rootValue },
      );
      expect([time, shown(result)]).toEqual([time, shown(expected)]);
    }
  }
  return result;
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  plain: '{ node { id text sure colour numbers } nodes { id } }',
  merged:
    '{ node { id child { id } } node { text child { text sure } ...F } } fragment F on Thing { id ... on Node { child { colour } } }',
  aliases: '{ a: node { b: id c: id toJSON: text constructor: text } hasOwnProperty: safe { id } }',
  abstract:
    '{ any { __typename ... on Node { id } ... on Leaf { size } } thing { id __typename } anys { ... on Thing { id } ...N } } fragment N on Node { sureChild { id } children { sure } }',
  nested: '{ nodes { children { children { numbers grid sureChild { sure } } } } }',
  mutation: 'mutation { second { id sure } first { sureChild { sure } } third a: first { text } }',
  arguments:
    'query ($f: Int, $t: String = "t", $x: Filter) { node(first: $f) { echo(first: $f, text: $t, filter: $x) b: echo(filter: { b: "x" }) c: echo } }',
  required: 'query ($f: Int!) { node(first: $f) { id } }',
  conditional:
    'query ($on: Boolean = true) { node { id @skip(if: $on) text @include(if: $on) ... @skip(if: $on) { sure } } }',
  proto: '{ node { __proto__: id text } }',
  several: 'query A { node { id } } query B { nodes { id } }',
};

describe('prepared operations', () => {
  let seed = '';
  const schema = resolving(buildSchema(SDL), () => seed);

  it.each(Object.entries(DOCUMENTS))('answer as graphql-js: %s', async (_name, text) => {
    const document = parse(text);
    let failed = 0;
    for (let n = 0; n < 150; n += 1) {
      seed = n % 10 === 0 ? `calm ${String(n)}` : String(n);
      const given = [
        {},
        { f: 5 },
        { f: null, t: null },
        { f: 'x', x: { b: ['y'] } },
        { x: { a: 1 } },
      ];
      const result = await expectSame(schema, document, given[n % given.length] ?? {});
      if (result?.errors !== undefined) failed += 1;
    }
    expect(failed).toBeGreaterThan(0);
    expect(failed).toBeLessThanOrEqual(150);
  });

  it('answer introspection as graphql-js does', async () => {
    await expectSame(schema, parse(getIntrospectionQuery()), {});
    await expectSame(schema, parse('{ __type(name: "Node") { name } __typename }'), {});
  });

  it('call a property that is a function, with its object', async () => {
    const plain = buildSchema(
      'type Query { a: A } type A { name: String own: String b(n: Int): Int }',
    );
    const a = {
      own: 'own',
      name(this: { own: string }) {
        return this.own;
      },
      b: ({ n }: { n: number }) => n + 1,
    };
    const result = await expectSame(plain, parse('{ a { name own b(n: 2) } }'), {}, { a });
    expect(result).toEqual({ data: { a: { name: 'own', own: 'own', b: 3 } } });
  });

  it('ask a type whether a value is of it', async () => {
    const typed = buildSchema('type Query { a: A b: A c: A } type A { name: String }');
    const type = typed.getType('A');
    if (!isObjectType(type)) throw new Error('no A');
    type.isTypeOf = ({ is }: { is: unknown }) => is as boolean;
    const rootValue = {
      a: { is: true, name: 'a' },
      b: { is: false },
      c: { is: Promise.resolve(true) },
    };
    const result = await new PreparedOperations(typed).execute(
      checkedOf('{ a { name } b { name } c { name } }'),
      { contextValue: {}, rootValue },
    );
    expect(result.data).toEqual({ a: { name: 'a' }, b: null, c: { name: null } });
    expect(result.errors?.map(({ path }) => path)).toEqual([['b']]);
  });

  it('answer the documents of the clients as graphql-js does', async () => {
    const own = resolving(buildSchema(readFileSync('schema/schema.graphql', 'utf8')), () => seed);
    const folder = 'schema/operations';
    const text = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    const document = parse(text);
    expect(operationsOf(document).length).toBeGreaterThan(50);
    expect(isUnionType(own.getType('MadeResource'))).toBe(true);
    for (const one of ['calm', '1', '2']) {
      seed = one;
      for (const operation of operationsOf(document)) {
        const definitions = document.definitions.filter(
          (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
        );
        // Required variables are missing: so those documents are asked without them, too.
        const optional = { ...operation, variableDefinitions: [] };
        const rest = definitions.filter((definition) => definition !== operation);
        await expectSame(own, { kind: Kind.DOCUMENT, definitions }, {});
        await expectSame(own, { kind: Kind.DOCUMENT, definitions: [optional, ...rest] }, {});
      }
    }
  });
});

function checkedOf(text: string) {
  const document = parse(text);
  const [operation] = operationsOf(document);
  if (operation === undefined) throw new Error('no operation');
  return { document, operation, variables: {} };
}
