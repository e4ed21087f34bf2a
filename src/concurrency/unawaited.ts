import type { Logger } from '../ports/logger.js';

/**
 * For work that no caller waits for. Its error is an error line in the log: as an unhandled rejection
 * it would end the process, and with it the work of all other callers.
 */
export function unawaited(
  work: Promise<unknown>,
  { name, log }: { readonly name: string; readonly log: Pick<Logger, 'error'> },
): void {
  work.catch((error: unknown) => {
    log.error({ work: name, error }, 'work that no caller waits for failed');
  });
}
