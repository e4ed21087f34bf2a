import type { FakeClock } from './fake-clock.js';

/** Longer than any test may take: a loop that its test has abandoned ends then. */
const REAL_MS_MAX = 120_000;

/** Moves time on, in steps of a second, until `work` has ended; the test's own timeout bounds it. */
export async function whileTimePasses<T>(
  clock: FakeClock,
  work: Promise<T>,
  stepMs = 1_000,
): Promise<T> {
  const ended = new AbortController();
  const done = work.finally(() => {
    ended.abort();
  });
  done.catch(() => undefined);
  const endMs = performance.now() + REAL_MS_MAX;
  while (!ended.signal.aborted && performance.now() < endMs) await clock.advance(stepMs);
  return await done;
}
