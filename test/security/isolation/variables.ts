import type { JsonObject, JsonValue } from '../../../src/domain/input/json.js';
import type { RootField } from './graph-slots.js';
import { stringClassOf } from './graph-slots.js';

export type Variables = JsonObject;

/** The texts of variables, each with its path as `slotsOf` writes it. */
export function pathsOf(variables: Variables): { readonly path: string; readonly text: string }[] {
  const found: { path: string; text: string }[] = [];
  mapTexts(variables, (text, path) => {
    found.push({ path, text });
    return text;
  });
  return found;
}

/** The variables with every text as `change` wants it. */
export function mapTexts(
  variables: Variables,
  change: (text: string, path: string) => string,
): Variables {
  const map = (value: JsonValue, path: string): JsonValue => {
    if (typeof value === 'string') return change(value, path);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item: JsonValue) => map(item, `${path}[]`));
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, map(item, join(path, name))]),
    );
  };
  return map(variables, '') as Variables;
}

/**
 * The variables with `text` at a path, made where it is not there yet. In a list that is there the
 * first entry that has the path takes it, or the last.
 */
export function withText(
  variables: Variables,
  path: string,
  text: string,
  which: 'first' | 'last' = 'first',
): Variables {
  const count = pathsOf(variables).filter((found) => found.path === path).length;
  if (count === 0) return put(variables, path.split('.'), text) as Variables;
  let left = which === 'first' ? 1 : count;
  return mapTexts(variables, (old, at) => {
    if (at !== path) return old;
    left -= 1;
    return left === 0 ? text : old;
  });
}

function put(
  value: JsonValue | undefined,
  [step, ...rest]: readonly string[],
  text: string,
): JsonValue {
  if (step === undefined) return text;
  const object = typeof value === 'object' && value !== null ? (value as JsonObject) : {};
  const name = step.replace(/\[\]$/, '');
  const inner = name === step ? put(object[name], rest, text) : [put(undefined, rest, text)];
  return { ...object, [name]: inner };
}

/**
 * The variables with a word of its own in everything that is the caller's own words: in front, as
 * long as the text was where that is longer, so that bounds hold.
 */
export function withWords(
  { name }: Pick<RootField, 'name'>,
  variables: Variables,
  newWord: () => string,
): Variables {
  return mapTexts(variables, (text, path) =>
    stringClassOf(name, path) === 'text' ? wordedLike(text, newWord()) : text,
  );
}

export function wordedLike(text: string, word: string): string {
  if (/^\w+:\/\//.test(text)) return `${text}/${word}`;
  const [ending = ''] = /\.[a-z0-9]{1,4}$/.exec(text) ?? [];
  if (ending !== '' && !text.includes(' ')) return `${word}${ending}`;
  return `${word}${text.slice(word.length)}`;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
