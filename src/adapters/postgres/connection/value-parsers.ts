/**
 * How values of PostgreSQL become values of JavaScript: the one place, for both drivers, which by
 * themselves disagree (int8 is a string in pg and a number or bigint in PGlite, and so on).
 *
 * int8 → number, numeric → number, bytea → Buffer. Left to the drivers, which agree:
 * timestamptz → Date, jsonb → value, text[] → string[].
 */
export const VALUE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  17: parseBytea,
  20: parseInt8,
  1700: Number,
};

/** Throws RangeError beyond 2^53 - 1, where a number would be another one. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a number`);
  return value;
}

/** PostgreSQL writes bytea as `\x` and hexadecimal digits. */
function parseBytea(text: string): Buffer {
  return Buffer.from(text.slice(2), 'hex');
}
