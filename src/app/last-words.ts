import { writeSync } from 'node:fs';
import { loggedError, type LoggedError } from '../adapters/log/log-error.js';

const STANDARD_ERROR = 2;

/**
 * Ends the process with exit code 1 when an error or a rejection is caught nowhere: what it has left
 * half done is unknown, and a new process knows what the store holds. One line on standard error says
 * where it was thrown and which rule was broken. Node would print its message and everything that libraries hang
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
    try {
      writeSync(STANDARD_ERROR, `${JSON.stringify(record)}\n`);
    } catch {
      // No reader is left. The exit code still tells the supervisor.
    }
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
