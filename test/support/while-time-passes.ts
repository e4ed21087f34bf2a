import type { FakeClock } from './fake-clock.js';

/** Moves time on, in steps of a second, until `work` has ended; at most five minutes. */
export async function whileTimePasses<T>(clock: FakeClock, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  done.catch(() => undefined);
  await clock.until(() => isDone, { stepMs: 1_000, steps: 300 });
  return await done;
}
