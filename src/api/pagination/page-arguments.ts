import { Arg, Int } from 'type-graphql';
import { isPageSize, PAGE_SIZE, PAGE_SIZE_MAX } from '../../domain/page-size.js';
import { GatewayError } from '../../errors.js';

/** The argument `first` of a list, checked. */
export function First(): ReturnType<typeof Arg> {
  return Arg('first', () => Int, {
    defaultValue: PAGE_SIZE,
    description: `Entries of the page, 1–${String(PAGE_SIZE_MAX)}.`,
    validateFn: checkPageSize,
  });
}

/** The argument `after` of a list. Each list reads its own cursors. */
export function After(): ReturnType<typeof Arg> {
  return Arg('after', () => String, {
    nullable: true,
    description: 'Cursor of the last entry that you have, or the `endCursor` of the page.',
  });
}

/** Throws BAD_USER_INPUT when `first` is out of bounds. */
function checkPageSize(first: unknown): void {
  if (typeof first === 'number' && isPageSize(first)) return;
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
