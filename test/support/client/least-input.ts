import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { JsonObject, JsonValue } from '../../../src/domain/input/json.js';

/** The committed graph. */
export const graph = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

const ID = '5eed0000-0000-4000-8000-000000000001';

/** Texts for the forms that inputs ask for. */
const TEXTS = [
  'A lighthouse at dawn, drawn with a pencil',
  'lighthouse',
  'de',
  'wss://a.example.com',
];

const MEDIA = [
  [/\baudio only\b/i, 'https://assets.example.com/a.mp3'],
  [/\bvideo only\b/i, 'https://assets.example.com/a.mp4'],
] as const;
const PICTURE = 'https://assets.example.com/a.png';

const SCALARS: Readonly<Record<string, JsonValue>> = {
  Boolean: true,
  Date: '2030-01-01',
  DateTime: '2030-01-01T00:00:00Z',
  ID,
  Seed: 1,
};

/**
 * The smallest value of an input type that passes its rules: what must be given, and of a choice its first
 * member. The bounds are read from the descriptions.
 */
export function leastValue(type: GraphQLInputType, description = '', name = ''): JsonValue {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const [, least = '1'] = /at least (\d+) entr/i.exec(description) ?? [];
    return Array.from({ length: Number(least) }, () =>
      leastValue(nullable.ofType, description, name),
    );
  }
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? '';
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const given = nullable.isOneOf ? fields.slice(0, 1) : fields.filter(isNeeded);
    return Object.fromEntries(given.map((field) => [field.name, valueOf(field)]));
  }
  if (nullable.name === 'MediaUri') {
    return MEDIA.find(([form]) => form.test(description))?.[1] ?? PICTURE;
  }
  if (nullable.name === 'String') return textFor(description, name);
  return SCALARS[nullable.name] ?? leastNumber(description);
}

/** The input of a root field with these changes: of the member that they name, where it is a choice. */
export function leastInput(field: string, changes: JsonObject): JsonObject {
  const type = graph.getType(`${field.charAt(0).toUpperCase()}${field.slice(1)}Input`);
  if (!isInputObjectType(type)) throw new Error(`${field} has no input`);
  if (!type.isOneOf) return { ...(leastValue(type) as JsonObject), ...changes };
  const [[name, within] = ['', {}]] = Object.entries(changes);
  const member = type.getFields()[name];
  if (member === undefined) throw new Error(`${type.name} has no member ${name}`);
  return { [name]: { ...(valueOf(member) as JsonObject), ...(within as JsonObject) } };
}

/**
 * The least value of a type in which an input object of that name has these fields beside its own;
 * undefined where there is none.
 */
export function leastAround(
  type: GraphQLInputType,
  name: string,
  fields: JsonObject,
): JsonValue | undefined {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const entry = leastAround(nullable.ofType, name, fields);
    return entry === undefined ? undefined : [entry];
  }
  if (!isInputObjectType(nullable)) return undefined;
  const least = nullable.isOneOf ? {} : (leastValue(nullable) as JsonObject);
  if (nullable.name === name) return { ...least, ...fields };
  for (const field of Object.values(nullable.getFields())) {
    const inside = leastAround(field.type, name, fields);
    if (inside !== undefined) return { ...least, [field.name]: inside };
  }
  return undefined;
}

export function valueOf({ name, type, description }: GraphQLInputField): JsonValue {
  return leastValue(type, description ?? '', name);
}

/** Of fields of which one must be given, the first. */
function isNeeded({ name, type, description, defaultValue }: GraphQLInputField): boolean {
  const isFirstOfFamily = description?.includes(`Exactly one of \`${name}\``) === true;
  return isFirstOfFamily || (isNonNullType(type) && defaultValue === undefined);
}

function textFor(description: string, name: string): string {
  if (/id$/i.test(name)) return ID;
  const [, form = ''] = /Form: `([^`]+)`/.exec(description) ?? [];
  const [, least = '0', most = 'Infinity'] = /(\d+) to (\d+) characters/.exec(description) ?? [];
  const text = TEXTS.find(
    (each) =>
      new RegExp(form).test(each) && each.length >= Number(least) && each.length <= Number(most),
  );
  if (text === undefined) throw new Error(`No text has the form ${form}`);
  return text;
}

function leastNumber(description: string): number {
  const [, least = '1'] = /(?:^|[\s(])(\d+(?:\.\d+)?)\s?(?:[–-]|to)\s?\d/.exec(description) ?? [];
  return Number(least);
}
