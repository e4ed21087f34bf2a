/**
 * How values of PostgreSQL become values of JavaScript: the one place, for both drivers, which by
 * themselves disagree (int8 is a string in pg and a number or bigint in PGlite, and so on).
 *
 * int8 → number, numeric → number, bytea → Buffer, timestamptz → Date. Left to the drivers, which
 * agree: jsonb → value, text[] → string[].
 */
export const VALUE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  17: parseBytea,
  20: parseInt8,
  1184: parseTime,
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

/** What a time in UTC ends with, as sessions write it: `2026-01-02 03:04:05.678+00`. */
const UTC = '+00';

/**
 * Digit by digit, in a fifth of the time that the parsers of both drivers take: a page of tasks has
 * dozens of times. What is below a millisecond is cut off.
 */
export function parseTime(text: string): Date {
  const isUsual = text.charAt(10) === ' ' && text.charAt(0) !== '0' && text.endsWith(UTC);
  if (!isUsual) return new Date(text);
  const end = Math.min(text.length - UTC.length, 23);
  let ms = 0;
  for (let at = 20, weight = 100; at < end; at += 1, weight /= 10) ms += digit(text, at) * weight;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  return new Date(
    Date.UTC(
      year,
      twoDigits(text, 5) - 1,
      twoDigits(text, 8),
      twoDigits(text, 11),
      twoDigits(text, 14),
      twoDigits(text, 17),
      ms,
    ),
  );
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO;
}

const ZERO = 48;
