import type { FieldType, FormField, OperationForm } from './form-types.js';

/** What a form holds: the input of the mutation, with what has not been given yet left undefined. */
export type FormValue =
  string | number | boolean | null | undefined | readonly FormValue[] | FormObject;

export interface FormObject {
  readonly [name: string]: FormValue;
}

/** The value that a field begins with: what it must have, as far as that can be known. */
export function startOf(type: FieldType): FormValue {
  switch (type.kind) {
    case 'object':
      return startOfFields(type.fields);
    case 'choice': {
      const [first] = type.fields;
      return first === undefined ? {} : { [first.name]: startOf(first.type) };
    }
    case 'list':
      return Array.from({ length: type.min ?? 0 }, () => startOf(type.item));
    case 'enum':
      return type.values[0]?.name;
    case 'number':
      return type.values?.[0] ?? type.min;
    case 'mark':
      return true;
    case 'text':
    case 'boolean':
    case 'media':
      return undefined;
  }
}

/** A list that must be given begins with an entry. */
function requiredStartOf(type: FieldType): FormValue {
  return type.kind === 'list' && (type.min ?? 0) < 1 ? [startOf(type.item)] : startOf(type);
}

function startOfFields(fields: readonly FormField[]): FormObject {
  const wanted = fields.filter(({ required }) => required === true);
  return Object.fromEntries(
    wanted.map(({ name, type, initial }) => [name, initial ?? requiredStartOf(type)]),
  );
}

/** The value of a whole form; `member` chooses the model where the input is a choice by model. */
export function startOfForm({ type }: OperationForm, member: string | null): FormObject {
  if (type.kind === 'object') return startOfFields(type.fields);
  const chosen = type.fields.find(({ name }) => name === member) ?? type.fields[0];
  return chosen === undefined ? {} : { [chosen.name]: startOf(chosen.type) };
}

/** The input to send: without what was not given. */
export function inputOf({ type }: OperationForm, value: FormObject): Record<string, unknown> {
  return (givenOf(type, value) ?? {}) as Record<string, unknown>;
}

function givenOf(type: FieldType, value: FormValue): unknown {
  if (value === undefined || value === null) return undefined;
  switch (type.kind) {
    case 'object':
    case 'choice':
      return givenFields(type.fields, value as FormObject, type.kind === 'choice');
    case 'list': {
      const items = (value as readonly FormValue[]).map((item) => givenOf(type.item, item));
      const given = items.filter((item) => item !== undefined);
      return given.length === 0 ? undefined : given;
    }
    case 'text':
    case 'media':
      return value === '' ? undefined : value;
    default:
      return value;
  }
}

/** Undefined when nothing is given; a chosen or required object without fields is given all the same. */
function givenFields(
  fields: readonly FormField[],
  value: FormObject,
  isChoice: boolean,
): Record<string, unknown> | undefined {
  const given = fields.flatMap(({ name, type, required = isChoice }): [string, unknown][] => {
    const own = givenOf(type, value[name]);
    if (own !== undefined) return [[name, own]];
    return required && value[name] !== undefined && type.kind === 'object' ? [[name, {}]] : [];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** The value with one field of it set; fields that may not stand beside it are taken away. */
export function withField(value: FormObject, field: FormField, own: FormValue): FormObject {
  const others = own === undefined || own === false || own === '' ? [] : (field.excludes ?? []);
  const kept = Object.entries(value).filter(([name]) => !others.includes(name));
  return { ...Object.fromEntries(kept), [field.name]: own };
}

/**
 * The value of another model that keeps what both take: a person who changes the model keeps the prompt
 * and the media.
 */
export function carriedOver(
  from: { readonly fields: readonly FormField[]; readonly value: FormObject },
  to: readonly FormField[],
): FormObject {
  const start = startOfFields(to);
  const carried = to.flatMap((field): [string, FormValue][] => {
    const before = from.fields.find(({ name }) => name === field.name);
    const value = from.value[field.name];
    return before !== undefined && value !== undefined && mayHold(field.type, before.type, value)
      ? [[field.name, value]]
      : [];
  });
  return { ...start, ...Object.fromEntries(carried) };
}

function mayHold(to: FieldType, from: FieldType, value: FormValue): boolean {
  if (to.kind !== from.kind) return false;
  switch (to.kind) {
    case 'enum':
      return to.values.some(({ name }) => name === value);
    case 'number':
      return isWithin(to, Number(value));
    case 'list':
      return (value as readonly FormValue[]).length <= to.max && sameFields(to, from);
    case 'object':
    case 'choice':
      return sameFields(to, from);
    default:
      return true;
  }
}

function sameFields(to: FieldType, from: FieldType): boolean {
  return JSON.stringify(to) === JSON.stringify(from);
}

function isWithin(
  { values, min = -Infinity, max = Infinity }: Extract<FieldType, { kind: 'number' }>,
  value: number,
): boolean {
  if (values !== undefined && values !== null) return values.includes(value);
  return value >= min && value <= max;
}
