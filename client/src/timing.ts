/** Time, as far as the client needs it. Tests hand in their own. */
export interface Timing {
  /** Resolves after the time, or once the signal is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
}

export const realTiming: Timing = {
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      if (signal?.aborted === true) end();
      else signal?.addEventListener('abort', end);
    }),
};

/** Tries of one request, or reconnects in a row without an event between them. */
export const ATTEMPTS_MAX = 8;

const FIRST_PAUSE_MS = 500;
const PAUSE_MS_MAX = 20_000;

/**
 * The pause before the attempt after this one (from 1): doubled each time, and random between its half
 * and its whole, so that clients that failed together do not return together. Never shorter than what
 * the gateway asked for.
 */
export function pauseMs(attempt: number, random: () => number, retryAfterMs = 0): number {
  const whole = Math.min(PAUSE_MS_MAX, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return Math.max(retryAfterMs, whole * (0.5 + random() / 2));
}
