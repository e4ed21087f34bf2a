import type { App } from './start-app.js';

/** 29 s: a stop takes less than 30 s whatever hangs, and most of them end long before. */
const STOP_MAX_MS = 29_000;

/**
 * SIGTERM and SIGINT stop the gateway. One that comes during the start lets the start end first, so that what it
 * has begun is stopped too; a second one then ends a start that hangs. While the gateway stops, a second signal
 * changes nothing: stopping has a deadline of its own.
 */
export function stopOnSignals(starting: Promise<App>, fail: (error: unknown) => never): void {
  let hasStarted = false;
  starting.then(
    () => (hasStarted = true),
    () => undefined,
  );
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping !== undefined) {
        if (!hasStarted) fail('Ended before the gateway had started.');
        return;
      }
      stopping = starting.then((app) => app.stop()).then(() => process.exit(0), fail);
      // What hangs then has had its time; its leases tell the next start of it.
      setTimeout(
        () => fail('Stopping took too long: the rest is left to the next start.'),
        STOP_MAX_MS,
      );
    });
  }
}
