import { backOffMs, type BackOff } from '../domain/back-off.js';
import type { Clock } from '../ports/clock.js';

const BACK_OFF: BackOff = { floorMs: 50, baseMs: 100, capMs: 5_000 };

/**
 * Tries `write` until it succeeds, telling `onError` of every failure; throws the last one when
 * `giveUpAfterMs` have passed, or `signal` is aborted.
 */
export async function persistently<Result>(
  write: () => Promise<Result>,
  options: {
    readonly clock: Clock;
    readonly giveUpAfterMs: number;
    readonly signal: AbortSignal;
  },
  onError: (error: unknown) => void,
): Promise<Result> {
  const { clock, giveUpAfterMs, signal } = options;
  const endMs = clock.now().getTime() + giveUpAfterMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      onError(error);
      if (clock.now().getTime() >= endMs || signal.aborted) throw error;
      await clock.sleep(backOffMs(BACK_OFF, attempt, Math.random()), signal);
    }
  }
}
