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
 * The values that a graph offers: of two that differ in case only, Runway keeps the capital one for
 * old callers and says so in the comment. Throws on twins that are not so.
 */
export function withoutCaseTwins(values: readonly string[], comment: string): string[] {
  return values.filter((value) => {
    const lower = value.toLowerCase();
    if (value === lower || !values.includes(lower)) return true;
    if (comment.includes(`\`${value}\` - Deprecated`)) return false;
    throw new Error(`Values differ in case only, and none is deprecated: ${value}`);
  });
}
