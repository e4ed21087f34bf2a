/** For jsonb columns, of what a caller sent: NUL and half surrogate pairs make PostgreSQL refuse it. */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** For jsonb columns, of what must be stored whatever it holds: U+FFFD stands for what cannot be. */
export function toJsonLeniently(value: unknown): string {
  const text = JSON.stringify(value);
  if (!MAY_BE_UNSTORABLE.test(text)) return text;
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? storable(item) : item,
  );
}

/** What JSON.stringify writes for NUL and for half surrogate pairs, and for texts that look alike. */
const MAY_BE_UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** The same with an even number of backslashes before: such a text cannot be stored as jsonb. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

/** Whether PostgreSQL would refuse the JSON text as jsonb, for what its texts or names hold. */
export function isUnstorableJson(text: string): boolean {
  return MAY_BE_UNSTORABLE.test(text) && UNSTORABLE.test(text);
}

/** The text with U+FFFD for NUL and for half surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
