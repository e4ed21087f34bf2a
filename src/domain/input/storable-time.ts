const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Whether a time, in ms since 1970, is one of the years 1 to 9999 (UTC): JavaScript writes others with
 * a sign and six digits, or as the year 0, and PostgreSQL reads neither.
 */
export function isStorableTime(ms: number): boolean {
  return ms >= FIRST_MS && ms <= LAST_MS;
}
