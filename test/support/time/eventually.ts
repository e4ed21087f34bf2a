import { setTimeout as wait } from 'node:timers/promises';

/** How long something may take that happens in another process. */
const PATIENCE_MS = 15_000;
const PROBE_MS = 20;
/** A check often asks a gateway, which takes processor from what is waited for. */
const PROBE_MS_MAX = 200;
/** Of the time that has passed, the share that the wait for the next try takes. */
const PROBE_SHARE = 0.1;

/**
 * Tries until `check` no longer throws, ever less often. For what no event tells: another process, another
 * server.
 */
export async function eventually(
  check: () => void | Promise<void>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const startedAt = Date.now();
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() - startedAt > patienceMs) throw error;
    }
    const pauseMs = (Date.now() - startedAt) * PROBE_SHARE;
    await wait(Math.min(Math.max(pauseMs, PROBE_MS), PROBE_MS_MAX));
  }
}
