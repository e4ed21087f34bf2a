import { LATE, within } from '../../concurrency/within.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';

/**
 * The result of `work`, if it comes in time. Throws DEADLINE_EXCEEDED where it does not: the work
 * itself is not stopped by this.
 */
export async function inTime<Result>(
  work: Promise<Result>,
  { clock, timeoutMs }: { readonly clock: Clock; readonly timeoutMs: number },
): Promise<Result> {
  const result = await within(timeoutMs, clock, work);
  if (result !== LATE) return result;
  throw new GatewayError('DEADLINE_EXCEEDED', {
    detail: `not done within ${String(timeoutMs)} ms`,
  });
}
