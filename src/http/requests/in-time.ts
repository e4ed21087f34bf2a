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
  const done = new AbortController();
  const late = clock.sleep(timeoutMs, done.signal).then((): never => {
    const detail = `not done within ${String(timeoutMs)} ms`;
    // Where the work was in time, its result has been taken by now.
    throw new GatewayError('DEADLINE_EXCEEDED', { detail });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    // Without a reason Node would make an error for it, each time.
    done.abort(null);
  }
}
