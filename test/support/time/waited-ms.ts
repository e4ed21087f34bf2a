import { setImmediate as turn } from 'node:timers/promises';

/** Turns of the event loop for what goes on without a timer, before time passes again. */
const TURNS = 10;

const STEP_MS = 50;

/** All that stays as it is: only timers stand still. */
const NOT_STOPPED = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
] as const;

/**
 * How long the work waits for timers of this process, in ms, whatever the machine's speed: timers
 * stand still but for steps in which nothing else goes on. For work whose neighbours are in this
 * process or never answer.
 */
export async function waitedMs(work: () => Promise<unknown>): Promise<number> {
  jest.useFakeTimers({ doNotFake: [...NOT_STOPPED] });
  try {
    const ended = new AbortController();
    let ms = 0;
    const done = work().finally(() => {
      ended.abort();
    });
    done.catch(() => undefined);
    for (;;) {
      for (let turns = 0; turns < TURNS; turns += 1) await turn();
      if (ended.signal.aborted) break;
      if (jest.getTimerCount() === 0) continue;
      await jest.advanceTimersByTimeAsync(STEP_MS);
      ms += STEP_MS;
    }
    await done;
    return ms;
  } finally {
    jest.useRealTimers();
  }
}
