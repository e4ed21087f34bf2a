/** How Runway's names become GraphQL's. Mechanical, so that a new model or value renames nothing. */

const LEGAL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A model or tag as a field of a `@oneOf` input: `_` or `-` and a letter become a capital; `_` between
 * letter and digit falls, between digits stays; `.` becomes `_`. `veo3.1_fast` → `veo3_1Fast`.
 */
export function memberName(tag: string): string {
  return tag
    .replace(/[_-]([A-Za-z])/g, (_match, letter: string) => letter.toUpperCase())
    .replace(/([A-Za-z])[_-](?=\d)/g, '$1')
    .replaceAll(/[.-]/g, '_');
}

/** `start_seconds` → `startSeconds`. */
export function fieldName(property: string): string {
  return property.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `proresProfile` → `PRORES_PROFILE`. */
export function upperSnake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

/** `createTextToVideo` → `create-text-to-video`. */
export function kebabCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/**
 * An enum value: a legal name in capitals, anything else behind the field's name:
 * `first` → `FIRST`, `1280:720` → `RATIO_1280_720`.
 */
export function enumValueName(property: string, value: string): string {
  if (LEGAL_NAME.test(value)) return value.toUpperCase();
  return `${upperSnake(property)}_${value.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`;
}

/**
 * The values that a graph offers, one for each name. Of two that differ in case only, it is the one
 * that the comment does not call deprecated, else the newest; `twins` are those that were left out.
 * A value that has another one's name for another reason stays out too.
 */
export function namedValues(
  property: string,
  values: readonly string[],
  comment: string,
): NamedValues {
  const byName = new Map<string, string[]>();
  for (const value of values) {
    const name = enumValueName(property, value);
    byName.set(name, [...(byName.get(name) ?? []), value]);
  }
  const kept = [...byName].map(([name, own]) => ({ name, value: chosen(own, comment) }));
  const left = [...byName].flatMap(([name, own]) => {
    const value = chosen(own, comment);
    return own.filter((other) => other !== value).map((other) => ({ name, value, other }));
  });
  return {
    kept,
    twins: left.filter(({ value, other }) => value.toLowerCase() === other.toLowerCase()),
    taken: left.filter(({ value, other }) => value.toLowerCase() !== other.toLowerCase()),
  };
}

interface LeftOut {
  readonly name: string;
  /** The value that is sent. */
  readonly value: string;
  /** The one that is left out. */
  readonly other: string;
}

export interface NamedValues {
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly twins: readonly LeftOut[];
  readonly taken: readonly LeftOut[];
}

function chosen(values: readonly string[], comment: string): string {
  const [first = ''] = values;
  const isTwin = values.every((value) => value.toLowerCase() === first.toLowerCase());
  if (!isTwin) return first;
  return values.filter((value) => !comment.includes(`\`${value}\` - Deprecated`)).at(-1) ?? first;
}
