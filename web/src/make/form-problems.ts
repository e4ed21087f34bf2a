import type { FieldType, FormField, NumberType, OperationForm, TextType } from './form-types.js';
import type { FormObject, FormValue } from './form-value.js';

/** One thing that is wrong with a form; `path` is written as the gateway writes it: `input.gen4_5.duration`. */
export interface FormProblem {
  readonly path: string;
  readonly message: string;
}

/** What the gateway would refuse at once. It stays the judge: rules between fields are its own. */
export function problemsOf({ type }: OperationForm, value: FormObject): FormProblem[] {
  return problemsIn(type, value, 'input');
}

function problemsIn(type: FieldType, value: FormValue, path: string): FormProblem[] {
  if (value === undefined || value === null) return [];
  switch (type.kind) {
    case 'object':
      return type.fields.flatMap((field) => problemsOfField(field, value as FormObject, path));
    case 'choice':
      return problemsOfChoice(type.fields, value as FormObject, path);
    case 'list':
      return problemsOfList(type, value as readonly FormValue[], path);
    case 'text':
      return problem(path, textProblem(type, value as string));
    case 'number':
      return problem(path, numberProblem(type, value as number));
    case 'media':
      return problem(path, mediaProblem(value as string));
    default:
      return [];
  }
}

function problemsOfField(field: FormField, value: FormObject, path: string): FormProblem[] {
  const own = value[field.name];
  const place = `${path}.${field.name}`;
  if (field.required === true && isEmpty(own)) {
    return [{ path: place, message: MISSING[field.type.kind] ?? 'Choose a value.' }];
  }
  return isEmpty(own) ? [] : problemsIn(field.type, own, place);
}

const MISSING: Readonly<Partial<Record<FieldType['kind'], string>>> = {
  text: 'Write something here.',
  number: 'Give a number.',
  media: 'Add a file or an address.',
  list: 'Add at least one.',
};

function problemsOfChoice(
  fields: readonly FormField[],
  value: FormObject,
  path: string,
): FormProblem[] {
  const chosen = fields.find(({ name }) => value[name] !== undefined);
  if (chosen === undefined) return [{ path, message: 'Choose one.' }];
  return problemsOfField({ ...chosen, required: true }, value, path);
}

function problemsOfList(
  { item, min = 0, max }: Extract<FieldType, { kind: 'list' }>,
  items: readonly FormValue[],
  path: string,
): FormProblem[] {
  const own: FormProblem[] = [];
  if (items.length < min) own.push({ path, message: `Add at least ${String(min)}.` });
  if (items.length > max) own.push({ path, message: `At most ${String(max)} fit here.` });
  const entry: FormField = { name: '', description: '', required: true, type: item };
  const ofItems = items.flatMap((each, index) => {
    const found = problemsOfField(entry, { '': each }, `${path}.${String(index)}`);
    return found.map((one) => ({ ...one, path: one.path.replace(/\.(?=\.|$)/, '') }));
  });
  return [...own, ...ofItems];
}

function textProblem({ min = 0, max = Infinity, pattern }: TextType, text: string): string | null {
  if (text.length > max) {
    return `${String(text.length - max)} too many characters: at most ${String(max)}.`;
  }
  if (text.length < min) return `At least ${String(min)} characters.`;
  if (pattern === undefined || new RegExp(pattern, 'u').test(text)) return null;
  return pattern.includes('[0-9a-fA-F]{8}-')
    ? 'This must be an id, a UUID.'
    : 'This has another form.';
}

function numberProblem(
  { whole, min = -Infinity, max = Infinity, values }: NumberType,
  number: number,
): string | null {
  if (Number.isNaN(number)) return 'Give a number.';
  if (values !== undefined && values !== null && !values.includes(number)) {
    return `One of ${values.join(', ')}.`;
  }
  if (whole && !Number.isInteger(number)) return 'A whole number.';
  if (number < min) return `At least ${String(min)}.`;
  if (number > max) return `At most ${String(max)}.`;
  return null;
}

function mediaProblem(uri: string): string | null {
  return /^(?:https|runway|gateway|data):/.test(uri) ? null : 'An address begins with https://.';
}

function problem(path: string, message: string | null): FormProblem[] {
  return message === null ? [] : [{ path, message }];
}

function isEmpty(value: FormValue): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || value === '';
}

/** The problems of a place and of all within it. */
export function problemsAt(problems: readonly FormProblem[], path: string): readonly FormProblem[] {
  return problems.filter((each) => each.path === path || each.path.startsWith(`${path}.`));
}
