import { writeSync } from 'node:fs';
import { loggedError, type LoggedError } from '../adapters/log/log-error.js';

const STANDARD_ERROR = 2;

/**
 * Ends the process when an error is caught nowhere, with one line on standard error: where it was
 * thrown and which rule was broken. Node would print its message and everything that libraries hang
 * on it: queries, bodies, headers.
 */
export function endOnUncaughtErrors(): void {
  process.on('uncaughtException', (error: unknown) => {
    const record = {
      level: 'fatal',
      time: new Date().toISOString(),
      error: withoutWords(loggedError(error)),
      msg: 'an error that nothing has caught ends the process',
    };
    writeSync(STANDARD_ERROR, `${JSON.stringify(record)}\n`);
    process.exit(1);
  });
}

/** A message may hold whatever the code that threw it was given. */
function withoutWords({ type, facts, stack, cause }: LoggedError): object {
  return {
    type,
    ...(facts !== undefined && { facts }),
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && { cause: withoutWords(cause) }),
  };
}
