import { setTimeout as wait } from 'node:timers/promises';
import type { FakeClock } from './fake-clock.js';

/** Longer than any test may take: a loop that its test has abandoned ends then. */
const REAL_MS_MAX = 120_000;

/** Real time of a step, in which requests and streams get on: a deadline of theirs must not overtake them. */
const STEP_REAL_MS = 10;

/**
 * Moves time on, in strides of a second, until `work` has ended: what is due within one wakes once, at its end.
 * The test's own timeout bounds it.
 */
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
  while (!ended.signal.aborted && performance.now() < endMs) {
    await clock.leap(stepMs);
    await wait(STEP_REAL_MS);
  }
  return await done;
}
