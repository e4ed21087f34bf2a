export const DAY_MS = 86_400_000;

/** The UTC day (YYYY-MM-DD) of a time in ms since 1970. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** So many UTC days in a row, from that of the start on. */
export function daysFrom(startMs: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => dayOf(startMs + index * DAY_MS));
}
