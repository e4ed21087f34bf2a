/** Seconds of each unit, longest first. */
const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** What is nearer than a minute. */
const NOW = 'just now';
const SOON = 'in a moment';

/** `2 days ago`, `in 3 hours`: in the longest unit that fits once. */
export function relativeTime(at: Date, now: Date, locale = 'en'): string {
  const seconds = (at.getTime() - now.getTime()) / 1_000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return seconds > 0 ? SOON : NOW;
}
