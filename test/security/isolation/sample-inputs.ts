import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { buildGraph, type Services } from '../../../src/api/schema.js';
import type { JsonObject, JsonValue } from '../../../src/domain/input/json.js';
import { leavesIn, rootFields, stringClassOf } from './graph-slots.js';

/** Long enough for every minimum, short enough for a slug, and of a slug's form. */
const TEXT = 'some_words_of_a_long_sample';

const MEDIA = [
  [/\baudio only\b/i, 'https://assets.example.com/speech.mp3'],
  [/\bvideo only\b/i, 'https://assets.example.com/clip.mp4'],
] as const;
const PICTURE = 'https://assets.example.com/portrait.png';

/** Stands for any resource until a caller's own one takes its place. */
const SOME_ID = '3f2f0f3e-6c1d-4a3b-9a57-0f8a52e8f0c1';

let graph: GraphQLSchema | undefined;

/**
 * Inputs of a root field that have, together, every text, reference and medium of its input type:
 * one for each member of a `@oneOf`. What else may be left out is left out.
 */
export function sampleInputs(field: string): readonly JsonObject[] {
  // Building the graph calls no service; only requests do.
  graph ??= buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false });
  const found = rootFields(graph).find(({ name }) => name === field);
  const input = found?.field.args.find(({ name }) => name === 'input');
  if (input === undefined) throw new Error(`${field} has no input`);
  return samplesOf(field, input.type, 'input', '') as readonly JsonObject[];
}

/** Values of a type; none where it may be left out and has nothing of the caller's. */
function samplesOf(
  field: string,
  type: GraphQLInputType,
  path: string,
  description: string,
): readonly JsonValue[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const entries = samplesOf(field, nullable.ofType, `${path}[]`, description);
    return entries.length === 0 ? [] : [[...entries]];
  }
  if (isInputObjectType(nullable)) return objectsOf(field, nullable, path);
  if (isEnumType(nullable)) {
    return isNonNullType(type) ? [nullable.getValues()[0]?.name ?? ''] : [];
  }
  if (nullable.name === 'MediaUri') {
    return [MEDIA.find(([form]) => form.test(description))?.[1] ?? PICTURE];
  }
  if (nullable.name === 'String') return textsAt(field, path, description);
  return isNonNullType(type) ? [nullable.name === 'Boolean' ? true : 1] : [];
}

function textsAt(field: string, path: string, description: string): readonly string[] {
  const stringClass = stringClassOf(field, path);
  if (typeof stringClass === 'object') return [SOME_ID];
  if (stringClass !== 'text') return [];
  const [, max = '1000'] = /(\d+) characters/.exec(description) ?? [];
  return [TEXT.slice(0, Number(max))];
}

function objectsOf(
  field: string,
  type: GraphQLInputObjectType,
  path: string,
): readonly JsonObject[] {
  const members = Object.values(type.getFields()).map((member) => ({
    name: member.name,
    samples: samplesOfMember(field, member, path),
  }));
  if (type.isOneOf) {
    return members.flatMap(({ name, samples }) => samples.map((sample) => ({ [name]: sample })));
  }
  const count = Math.max(0, ...members.map(({ samples }) => samples.length));
  return Array.from({ length: count }, (_, which) =>
    Object.fromEntries(
      members.flatMap(({ name, samples }) => {
        const sample = samples[which] ?? samples[0];
        return sample === undefined ? [] : [[name, sample]];
      }),
    ),
  );
}

function samplesOfMember(
  field: string,
  { name, type, description }: GraphQLInputField,
  path: string,
): readonly JsonValue[] {
  if (!isNonNullType(type) && !saysSomething(field, type, `${path}.${name}`)) return [];
  return samplesOf(field, type, `${path}.${name}`, description ?? '');
}

/** Whether a text, reference or medium of the caller's stands somewhere in a type. */
function saysSomething(field: string, type: GraphQLInputType, path: string): boolean {
  return leavesIn(type, path, []).some(
    (leaf) =>
      leaf.type === 'MediaUri' ||
      (leaf.type === 'String' && textsAt(field, leaf.path, '').length > 0),
  );
}
