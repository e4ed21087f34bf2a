import type { FieldType, FormField } from './form-types.js';
import type { FormObject, FormValue } from './form-value.js';

/** A public address that names nothing: an estimate reads no file. */
const ANY_FILE = 'https://example.com/file';

/**
 * The value with something in place of the texts and files that are still missing, so that a price can be
 * told while a person writes.
 */
export function estimatedValue(type: FieldType, value: FormValue): FormValue {
  if (type.kind === 'text') return isMissing(value) ? anyText(type) : value;
  if (type.kind === 'media') return isMissing(value) ? ANY_FILE : value;
  if (value === undefined || value === null) return value;
  if (type.kind === 'list') {
    return (value as readonly FormValue[]).map((each) => estimatedValue(type.item, each));
  }
  if (type.kind !== 'object' && type.kind !== 'choice') return value;
  return estimatedFields(type.fields, value as FormObject, type.kind === 'choice');
}

function estimatedFields(
  fields: readonly FormField[],
  value: FormObject,
  isChoice: boolean,
): FormObject {
  const own = fields.flatMap(({ name, required, type }): [string, FormValue][] => {
    const isWanted = isChoice ? name in value : required === true;
    if (!isWanted && isMissing(value[name])) return [];
    return [[name, estimatedValue(type, value[name])]];
  });
  return Object.fromEntries(own);
}

/** An id or a name of something cannot be made up: there is no price before it is given. */
function anyText({ min = 1, pattern }: Extract<FieldType, { kind: 'text' }>): FormValue {
  return pattern === undefined ? 'a'.repeat(Math.max(1, min)) : undefined;
}

function isMissing(value: FormValue): boolean {
  return value === undefined || value === null || value === '';
}
