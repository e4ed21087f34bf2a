import * as z from 'zod';
import type { JsonValue } from '../../../domain/input/json.js';
import type { AddedField } from '../../../generated/facts/added-fields.js';
import { flag, isObject, json, listOf, part, text, valueOf, type Shape } from './answer-shapes.js';

/**
 * The answer in its shape, with a value for each field that is made by rule for the type. What the
 * fields do not name stays ignored; a value of another form than its field's is null, and no
 * reason to refuse the answer. What the shape itself names wins.
 */
export function withAdded<T extends object>(
  shape: Shape<T>,
  type: string | undefined,
  fields: readonly AddedField[],
): Shape<T> {
  const own = fields.filter((field) => field.type === type);
  if (own.length === 0) return shape;
  return z.unknown().transform((answer, context) => {
    const added = own.map((field) => [field.name, addedValue(answer as JsonValue, field)]);
    return { ...Object.fromEntries(added), ...part(context, shape, answer) } as T;
  });
}

const FORMS: Readonly<Record<AddedField['form'], Shape<JsonValue>>> = {
  String: text,
  Float: z.number(),
  Boolean: flag,
  JSON: json,
};

function addedValue(answer: JsonValue, { path, form, list, values }: AddedField): JsonValue {
  const found = path
    .split('.')
    .reduce<JsonValue>((value, name) => (isObject(value) ? (value[name] ?? null) : null), answer);
  const shape = list ? listOf(FORMS[form]) : FORMS[form];
  const checked = valueOf(shape, found);
  return form === 'JSON' ? picked(checked, path, new Set(values)) : checked;
}

/** The value with nothing in it but what stands at the given places. */
function picked(value: JsonValue, path: string, places: ReadonlySet<string>): JsonValue {
  if (Array.isArray(value))
    return value.map((entry: JsonValue) => picked(entry, `${path}[]`, places));
  if (!isObject(value)) return places.has(path) ? value : null;
  const isMap = [...places].some((place) => place.startsWith(`${path}{}`));
  const kept = Object.entries(value).map(([name, inner]): [string, JsonValue, string] => [
    name,
    inner,
    isMap ? `${path}{}` : `${path}.${name}`,
  ]);
  return Object.fromEntries(
    kept
      .filter(([, , place]) => [...places].some((one) => isWithin(place, one)))
      .map(([name, inner, place]) => [name, picked(inner, place, places)]),
  );
}

function isWithin(outer: string, place: string): boolean {
  return place.startsWith(outer) && /^$|^[.[{]/.test(place.slice(outer.length));
}
