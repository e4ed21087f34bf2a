import { GatewayError } from '../errors.js';

/** Entries of a page when the client does not say, and at most. */
export const PAGE_SIZE = 20;
export const PAGE_SIZE_MAX = 100;

/** Throws BAD_USER_INPUT when `first` is out of bounds. */
export function checkPageSize(first: number): void {
  if (first >= 1 && first <= PAGE_SIZE_MAX) return;
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [
      {
        path: 'first',
        rule: 'range',
        message: `Must be from 1 to ${String(PAGE_SIZE_MAX)}.`,
        allowed: [`1–${String(PAGE_SIZE_MAX)}`],
      },
    ],
  });
}
