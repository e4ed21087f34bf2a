import { isPageSize, PAGE_SIZE_MAX } from '../../domain/page-size.js';
import { GatewayError } from '../../errors.js';

/** Throws BAD_USER_INPUT when `first` is out of bounds. */
export function checkPageSize(first: number): void {
  if (isPageSize(first)) return;
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
