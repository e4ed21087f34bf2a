/** A time that may be missing, as the graph wants it. */
export function toDate(time: string | null): Date | null {
  return time === null ? null : new Date(time);
}
