import { getNullableType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';

/**
 * Where in the GraphQL input a path of Runway's body lies, e.g. `promptImage, 1, uri` →
 * `gen4_5.promptImage.1.uri`; the nearest place around it where the input has none. Walks the input that was given: a `@oneOf` object adds its one member,
 * Runway's snake_case names are ours in camelCase, and a map's key is the entry that carries it.
 */
export function graphqlPath(
  type: GraphQLInputType,
  value: unknown,
  runwayPath: readonly (string | number)[],
): string {
  return walk(type, value, runwayPath).join('.');
}

function walk(
  type: GraphQLInputType,
  value: unknown,
  path: readonly (string | number)[],
): (string | number)[] {
  const nullable = getNullableType(type);
  const [segment, ...rest] = path;
  if (isInputObjectType(nullable) && nullable.isOneOf) {
    const member = Object.keys(nullable.getFields()).find(
      (name) => childOf(value, name) !== undefined,
    );
    const field = member === undefined ? undefined : nullable.getFields()[member];
    if (member === undefined || field === undefined || segment === undefined) return [];
    return [member, ...walk(field.type, childOf(value, member), path)];
  }
  if (segment === undefined) return [];
  if (isListType(nullable)) {
    if (typeof segment === 'number') {
      return [segment, ...walk(nullable.ofType, childOf(value, segment), rest)];
    }
    const index = entryIndex(value, segment);
    if (index === undefined) return [0, ...walk(nullable.ofType, childOf(value, 0), path)];
    return [index, ...walkEntry(nullable.ofType, childOf(value, index), rest)];
  }
  if (isInputObjectType(nullable)) {
    const name = camelCase(String(segment));
    const field = nullable.getFields()[name];
    // The model's tag and the like have no field of their own: the input that they select stands for them.
    return field === undefined ? [] : [name, ...walk(field.type, childOf(value, name), rest)];
  }
  // What Runway nests deeper is one value here.
  return [];
}

/** A map is a list of entries here: past the key, the path goes on in the entry's one other field. */
function walkEntry(
  type: GraphQLInputType,
  entry: unknown,
  rest: readonly (string | number)[],
): (string | number)[] {
  const nullable = getNullableType(type);
  if (!isInputObjectType(nullable) || rest.length === 0) return [];
  const field = Object.values(nullable.getFields()).find(
    (candidate) => typeof childOf(entry, candidate.name) === 'object',
  );
  return field === undefined
    ? []
    : [field.name, ...walk(field.type, childOf(entry, field.name), rest)];
}

function entryIndex(list: unknown, key: string): number | undefined {
  if (!Array.isArray(list)) return undefined;
  const index = list.findIndex(
    (entry: unknown) =>
      typeof entry === 'object' && entry !== null && Object.values(entry).includes(key),
  );
  return index === -1 ? undefined : index;
}

function childOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
