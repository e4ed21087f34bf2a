import { storable } from './json-text.js';

/** PostgreSQL's text of a text[]. */
export function toArray(values: readonly string[]): string {
  const items = values.map((value) => `"${storable(value).replaceAll(/["\\]/g, '\\$&')}"`);
  return `{${items.join(',')}}`;
}
