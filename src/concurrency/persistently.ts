import { backOffMs, type BackOff } from '../domain/back-off.js';
import type { Clock } from '../ports/clock.js';

const BACK_OFF: BackOff = { floorMs: 50, baseMs: 100, capMs: 5_000 };

/**
 * Tries `write` until it succeeds. It calls `onError` with every failure. `onError` returns the
 * time until which to continue; null: as long as the process lives. Throws the last failure when
 * that time has passed, or `signal` is aborted.
 */
export async function persistently<Result>(
  write: () => Promise<Result>,
  options: { readonly clock: Clock; readonly signal: AbortSignal },
  onError: (error: unknown) => Date | null,
): Promise<Result> {
  const { clock, signal } = options;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      const endAt = onError(error);
      if (signal.aborted || (endAt !== null && clock.now() >= endAt)) throw error;
      await clock.sleep(backOffMs(BACK_OFF, attempt, Math.random()), signal);
    }
  }
}
