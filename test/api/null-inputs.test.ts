// Guarantee: null in the place of anything that may be left out is taken or refused with its place and
// a rule. It is never a fault of the gateway, and never a rule without words.
import {
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { JsonObject, JsonValue } from '../../src/domain/input/json.js';
import { submittedOperations } from '../../src/operations/submitted-operations.js';
import { graph, leastValue, valueOf } from '../support/client/least-input.js';
import { ask, type WireError } from '../support/client/wire.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

/** A value of a type with null somewhere in it, and where. */
interface WithNull {
  readonly place: string;
  readonly value: JsonValue;
}

/** One for each place that may be left out, in what is least given otherwise. A type within itself ends there. */
function withNulls(
  type: GraphQLInputType,
  { name, description }: Pick<GraphQLInputField, 'name' | 'description'>,
  above: readonly string[] = [],
): readonly WithNull[] {
  const place = name;
  const own = isNonNullType(type) ? [] : [{ place, value: null }];
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const least = [leastValue(nullable.ofType, description ?? '', name)].flat();
    const inside = withNulls(nullable.ofType, { name: `${name}[]`, description }, above);
    return [
      ...own,
      ...inside.map((entry) => ({ ...entry, value: [entry.value, ...least.slice(1)] })),
    ];
  }
  if (!isInputObjectType(nullable) || above.includes(nullable.name)) return own;
  const least = nullable.isOneOf ? {} : (leastValue(nullable) as JsonObject);
  const inside = Object.values(nullable.getFields()).flatMap((field) =>
    withNulls(field.type, field, [...above, nullable.name]).map((found) => ({
      place: `${place}.${found.place}`,
      value: { ...least, [field.name]: found.value },
    })),
  );
  return [...own, ...inside];
}

type RootField = GraphQLField<unknown, unknown>;

interface Request {
  readonly place: string;
  readonly query: string;
  readonly variables: JsonObject;
}

/** Nulls at every place of every argument, one a request. */
function requestsOf(root: string, field: RootField): readonly Request[] {
  const least = Object.fromEntries(
    field.args.filter(isRequiredArgument).map((argument) => [argument.name, valueOf(argument)]),
  );
  return field.args.flatMap((argument) =>
    withNulls(argument.type, argument).map(({ place, value }) => {
      const variables = { ...least, [argument.name]: value };
      return { place, query: documentOf(root, field, Object.keys(variables)), variables };
    }),
  );
}

function documentOf(root: string, field: RootField, given: readonly string[]): string {
  const args = field.args.filter(({ name }) => given.includes(name));
  const declared = args.map(({ name, type }: GraphQLArgument) => `$${name}: ${String(type)}`);
  const passed = args.map(({ name }) => `${name}: $${name}`);
  return `${root.toLowerCase()} (${declared.join(', ')}) { ${field.name}(${passed.join(', ')}) { __typename } }`;
}

const roots = [graph.getQueryType(), graph.getMutationType(), graph.getSubscriptionType()];
const fields = roots.filter(isObjectType).flatMap((root) =>
  Object.values(root.getFields())
    // Its members are the inputs of the mutations, which are tried there.
    .filter(({ name, args }) => name !== 'estimate' && args.length > 0)
    .map((field) => [field.name, requestsOf(root.name, field)] as const),
);

describe('null in what may be left out', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway({ TENANCY: 'single' });
    gateway.emulator.settings.concurrency = null;
  });

  afterAll(() => gateway.stop());

  it('is tried at every such place of the graph', () => {
    expect(fields.flatMap(([, requests]) => requests).length).toBeGreaterThan(700);
    const tried = fields.map(([name]) => name);
    expect(tried).toEqual(expect.arrayContaining(Object.keys(submittedOperations)));
  });

  it.each(fields)(
    'of %s has an answer in words',
    async (_name, requests) => {
      for (const { place, ...request } of requests) {
        const { errors } = await ask(gateway.url, gateway.operatorKey, request);
        expect([place, errors.flatMap(faultsOf)]).toEqual([place, []]);
      }
    },
    120_000,
  );
});

/** What no error may say. */
function faultsOf({ extensions: { code, issues = [] } }: WireError): readonly string[] {
  const wordless = issues.filter(
    ({ rule, message }) => rule === 'nestedValidation' || message.trim() === '',
  );
  return [
    ...(code === 'INTERNAL' ? [code] : []),
    ...wordless.map(({ path, rule }) => `${path}: ${rule}`),
  ];
}
