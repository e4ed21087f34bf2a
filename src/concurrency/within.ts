import type { Clock } from '../ports/clock.js';

/** Stands for the result of work that took too long. */
export const LATE = Symbol('late');

/** The result of `work`, or LATE after `ms`. The work goes on then: nothing here ends it. */
export async function within<Result>(
  ms: number,
  clock: Clock,
  work: Promise<Result>,
): Promise<Result | typeof LATE> {
  const done = new AbortController();
  try {
    return await Promise.race([work, clock.sleep(ms, done.signal).then((): typeof LATE => LATE)]);
  } finally {
    // Without a reason Node would make an error for it, each time.
    done.abort(null);
  }
}
