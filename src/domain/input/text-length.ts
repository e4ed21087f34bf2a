import type { JsonValue } from './json.js';

/** Characters of all texts in the value. For a large value this is nearly its size as JSON. */
export function textLength(value: JsonValue): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let length = 0;
  for (const item of Object.values(value)) length += textLength(item);
  return length;
}
