/** Entries of a page when the client does not say, and at most; at least 1. */
export const PAGE_SIZE = 20;
export const PAGE_SIZE_MAX = 100;

/** Whether a client may ask for so many entries. */
export function isPageSize(first: number): boolean {
  return Number.isInteger(first) && first >= 1 && first <= PAGE_SIZE_MAX;
}
