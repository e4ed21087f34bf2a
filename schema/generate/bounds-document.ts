/**
 * Reads bounds out of Runway's OpenAPI document: lengths, ranges, counts, patterns, whole numbers and
 * defaults. Never value sets (the SDK has newer ones), never limits of media uris, never prose.
 */

export interface Bounds {
  readonly integer?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly default?: string | number | boolean;
}

/**
 * Bounds by call (`POST /v1/…`, see `callOf`), then model (`*` where a body has none), then place
 * within the body or query.
 */
export type BoundsDocument = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, Bounds>>>>>
>;

/** The model key of a body that is no union. */
export const NO_MODEL = '*';

type Json = Readonly<Record<string, unknown>>;

/** `POST /v1/avatars`: how the document's entries are found by an SDK method. */
export function callOf({ verb, path }: { readonly verb: string; readonly path: string }): string {
  return `${verb} ${path}`;
}

/** Bodies and queries of the document, by call. */
export function extractBounds(document: unknown, calls: readonly string[]): BoundsDocument {
  const operations = operationsOf(document);
  const result: Record<string, Record<string, Record<string, Bounds>>> = {};
  for (const call of [...calls].sort()) {
    const operation = operations.get(call);
    if (operation === undefined) continue;
    const models: Record<string, Record<string, Bounds>> = {};
    for (const [model, schema] of requestsOf(operation).flatMap(membersOf)) {
      const found: Record<string, Bounds> = {};
      collect(schema, '', found);
      models[model] = sorted(found);
    }
    if (Object.values(models).some((found) => Object.keys(found).length > 0)) {
      result[call] = sorted(models);
    }
  }
  return result;
}

/** The document's operations by call, with ids in paths as the generator writes them. */
function operationsOf(document: unknown): Map<string, Json> {
  const paths = at(document, ['paths']) ?? {};
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      isObject(methods)
        ? Object.entries(methods).flatMap(([verb, operation]): [string, Json][] => {
            const call = { verb: verb.toUpperCase(), path: path.replace(/\{\w+\}/g, '{id}') };
            return isObject(operation) ? [[callOf(call), operation]] : [];
          })
        : [],
    ),
  );
}

/** The body's schema, or one made of the query's parameters. */
function requestsOf(operation: Json): Json[] {
  const body = at(operation, ['requestBody', 'content', 'application/json', 'schema']);
  if (body !== undefined) return [body];
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'] : [];
  const query = parameters
    .filter(isObject)
    .filter((parameter) => parameter['in'] === 'query')
    .map((parameter) => [String(parameter['name']), parameter['schema']]);
  return query.length === 0 ? [] : [{ type: 'object', properties: Object.fromEntries(query) }];
}

/** A body that is a union of objects by tag, or the one body. */
function membersOf(body: Json): [string, Json][] {
  const members = alternatives(body);
  if (members.length === 0) return [[NO_MODEL, body]];
  return members.map((member) => [nameOf(member, members), member]);
}

function collect(schema: Json, path: string, found: Record<string, Bounds>): void {
  const members = alternatives(schema);
  if (members.length > 0) {
    collectUnion(members, path, found);
    return;
  }
  record(schema, path, found);
  for (const [name, child] of Object.entries(objectAt(schema, 'properties'))) {
    if (isObject(child)) collect(child, path === '' ? name : `${path}.${name}`, found);
  }
  const items = schema['items'];
  if (isObject(items)) collect(items, `${path}[]`, found);
  const values = schema['additionalProperties'];
  if (isObject(values)) collect(values, `${path}{}`, found);
  const keys = schema['propertyNames'];
  if (isObject(keys)) record(keys, `${path}{}#`, found);
}

function collectUnion(members: readonly Json[], path: string, found: Record<string, Bounds>): void {
  const objects = members.filter((member) => member['type'] === 'object');
  for (const member of members) {
    if (objects.length > 1 && objects.includes(member)) {
      collect(member, `${path}<${nameOf(member, objects)}>`, found);
    } else {
      collect(member, path, found);
    }
  }
}

function record(schema: Json, path: string, found: Record<string, Bounds>): void {
  const bounds = boundsOf(schema);
  if (path === '' || Object.keys(bounds).length === 0) return;
  found[path] = { ...found[path], ...bounds };
}

function boundsOf(schema: Json): Bounds {
  const fallback = schema['default'];
  const common = isScalar(fallback) ? { default: fallback } : {};
  switch (schema['type']) {
    case 'integer':
      return { ...common, integer: true, ...range(schema, 1) };
    case 'number':
      return { ...common, ...range(schema, 0) };
    case 'array':
      return { ...pick(schema, 'minItems'), ...pick(schema, 'maxItems') };
    case 'string':
      if (isMedia(schema) || 'enum' in schema || 'const' in schema) return common;
      return {
        ...common,
        ...pick(schema, 'minLength'),
        ...pick(schema, 'maxLength'),
        ...(typeof schema['pattern'] === 'string' ? { pattern: schema['pattern'] } : {}),
      };
    default:
      return common;
  }
}

/** Zod writes ±2^53-1 where it means none. `step` turns an exclusive bound of whole numbers into one. */
function range(schema: Json, step: number): Bounds {
  const exclusive = schema['exclusiveMinimum'];
  const minimum = typeof exclusive === 'number' ? exclusive + step : schema['minimum'];
  const maximum = schema['maximum'];
  return {
    ...(isRealBound(minimum) ? { minimum } : {}),
    ...(isRealBound(maximum) ? { maximum } : {}),
  };
}

function isRealBound(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER;
}

function isMedia(schema: Json): boolean {
  const pattern = schema['pattern'];
  return typeof pattern === 'string' && /^\^(https|runway|data):/.test(pattern);
}

function pick<Key extends 'minItems' | 'maxItems' | 'minLength' | 'maxLength'>(
  schema: Json,
  key: Key,
): { readonly [K in Key]?: number } {
  const value = schema[key];
  return typeof value === 'number' ? ({ [key]: value } as { [K in Key]: number }) : {};
}

/** The members of a union, nested ones laid flat. */
function alternatives(schema: Json): Json[] {
  const members = schema['oneOf'] ?? schema['anyOf'];
  if (!Array.isArray(members)) return [];
  return members.filter(isObject).flatMap((member) => {
    const nested = alternatives(member);
    return nested.length > 0 ? nested : [member];
  });
}

/** The literal that no other member has, else the property that no other member has. */
function nameOf(member: Json, members: readonly Json[]): string {
  for (const property of Object.values(objectAt(member, 'properties'))) {
    if (isObject(property) && typeof property['const'] === 'string') return property['const'];
  }
  const own = Object.keys(objectAt(member, 'properties')).find((name) =>
    members.every((other) => other === member || !(name in objectAt(other, 'properties'))),
  );
  if (own === undefined) throw new Error('The document has a union whose members look alike');
  return own;
}

function at(value: unknown, keys: readonly string[]): Json | undefined {
  let current: unknown = value;
  for (const key of keys) current = isObject(current) ? current[key] : undefined;
  return isObject(current) ? current : undefined;
}

function objectAt(schema: Json, key: string): Json {
  const value = schema[key];
  return isObject(value) ? value : {};
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
