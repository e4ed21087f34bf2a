// Guarantee: every value that Runway's SDK answers is in the graph, or there is a reason why not.
import {
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { buildGraph, type Services } from '../../../src/api/schema.js';
import { RESPONSE_PROPERTIES } from '../../../src/generated/facts/response-schemas.js';
import { SDK_METHODS, type SdkMethod } from '../../../src/generated/facts/sdk-methods.js';
import { exposedProperties } from '../../../src/operations/exposed-properties.js';
import { notYetExposed } from '../../../src/operations/not-yet-exposed.js';
import type { Operation } from '../../../src/operations/operation.js';
import { operations } from '../../../src/operations/operations.js';

const METHODS = (Object.keys(SDK_METHODS) as SdkMethod[]).filter(
  (method) => !(method in notYetExposed),
);

let schema: GraphQLSchema;
beforeAll(() => {
  // Building the graph calls no service; only requests do.
  schema = buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false });
});

function covers(listed: string, path: string): boolean {
  return listed.endsWith('*') ? path.startsWith(listed.slice(0, -1)) : path === listed;
}

/** The type of `Type.field.field`; undefined where a part of it is not there. */
function typeAt(path: string): GraphQLNamedType | undefined {
  const [typeName = '', ...fields] = path.split('.');
  return fields.reduce<GraphQLNamedType | undefined>((type, field) => {
    const found = isObjectType(type) ? type.getFields()[field] : undefined;
    return found === undefined ? undefined : getNamedType(found.type);
  }, schema.getType(typeName));
}

/** Names of the types that an answer of a root field can hold. */
function typesUnder(root: Operation['root'], field: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (type: GraphQLNamedType): void => {
    if (found.has(type.name)) return;
    found.add(type.name);
    if (!isObjectType(type)) return;
    for (const inner of Object.values(type.getFields())) visit(getNamedType(inner.type));
  };
  const rootType = schema.getType(root);
  const rootField = isObjectType(rootType) ? rootType.getFields()[field] : undefined;
  if (rootField !== undefined) visit(getNamedType(rootField.type));
  return found;
}

describe.each(METHODS)('the answer of %s', (method) => {
  const exposures = Object.entries(exposedProperties[method] ?? {});
  const shown = exposures.flatMap(([, exposure]) =>
    typeof exposure === 'string' ? [exposure] : [],
  );

  it('has each value listed once, and lists no other', () => {
    const properties = RESPONSE_PROPERTIES[method];
    const listed = exposures.map(([path]) => path);
    const counts = properties.map((path) => [
      path,
      listed.filter((one) => covers(one, path)).length,
    ]);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
    expect(listed.filter((one) => !properties.some((path) => covers(one, path)))).toEqual([]);
  });

  it('is shown at places of the graph that hold a value', () => {
    expect(shown.filter((path) => !isLeafType(typeAt(path)))).toEqual([]);
  });

  it('is shown by the root fields that ask for it', () => {
    const rows = Object.entries<Operation>(operations).filter(([, { sdk }]) =>
      sdk.includes(method),
    );
    const reachable = new Set(rows.flatMap(([field, { root }]) => [...typesUnder(root, field)]));
    const lost = shown.filter((path) => !reachable.has(path.split('.')[0] ?? ''));
    expect(lost).toEqual([]);
  });

  it('is left out for a reason only', () => {
    for (const [, exposure] of exposures) {
      if (typeof exposure !== 'string') expect(exposure.omitted).toMatch(/^\S.{20,}\.$/);
    }
  });
});
