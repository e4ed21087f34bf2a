import { isEnumType, type GraphQLSchema } from 'graphql';
import { leavesOf, rootFields, stringClassOf, type RootField } from '../isolation/graph-slots.js';

/**
 * What a client can put at a place of the arguments. `words`: text of its own. `media`: an address or
 * bytes. `secret`: a credential. `name`: an id, a cursor, a reference, a text to find rows by. `value`:
 * no text fits, so that any text is refused.
 */
export type PlaceKind = 'words' | 'media' | 'secret' | 'name' | 'value';

/** One place in the arguments of a root field: `createDocument input.content`. */
export interface TextPlace {
  readonly field: string;
  readonly path: string;
  readonly kind: PlaceKind;
}

/** Scalars that hold no text of a client. A scalar that is not listed is an error. */
const VALUES: ReadonlySet<string> = new Set([
  'Int',
  'Float',
  'Boolean',
  'Seed',
  'Date',
  'DateTime',
]);

const SECRET = /(?:^|\.)\w*(?:secret|password)$/i;

/** Every leaf of the arguments of every root field. Throws for a scalar that is in no list. */
export function textPlaces(schema: GraphQLSchema): TextPlace[] {
  return rootFields(schema).flatMap((field) => placesIn(schema, field));
}

export function placesIn(schema: GraphQLSchema, field: RootField): TextPlace[] {
  return leavesOf(field.field).map(({ path, type }) => ({
    field: field.name,
    path,
    kind: kindOf(schema, field, path, type),
  }));
}

function kindOf(schema: GraphQLSchema, field: RootField, path: string, type: string): PlaceKind {
  if (type === 'MediaUri') return 'media';
  if (type === 'ID') return 'name';
  if (type === 'String' && SECRET.test(path)) return 'secret';
  if (type === 'String') return isOwnWords(field, path) ? 'words' : 'name';
  if (VALUES.has(type) || isEnumType(schema.getType(type))) return 'value';
  throw new Error(`${field.name} ${path}: say in VALUES whether ${type} holds text of a client`);
}

/** A label, an idempotency key and what the operations table calls text; lists are searched by it. */
function isOwnWords({ name, root }: RootField, path: string): boolean {
  if (root !== 'Mutation') return false;
  return path === 'idempotencyKey' || stringClassOf(name, path) === 'text';
}
