import { GatewayError } from '../../errors.js';
import { scrub } from './log-text.js';

/** An error as the log shows it. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly detail?: string | undefined;
  /** Of the database: which rule was broken, never by what. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const CAUSES_MAX = 3;
const FRAMES_MAX = 12;

/** What libraries hang on their errors and may be told; they also hang values, queries and bodies. */
const TOLD = ['code', 'status', 'syscall', 'severity', 'table', 'column', 'constraint'] as const;

/** For pino: nothing of an error but what is listed here leaves the process. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: typeof error === 'string' ? scrub(error) : '' };
  }
  const { name, message, stack, cause } = error;
  const facts: Record<string, string | number> = {};
  for (const key of TOLD) {
    const value = (error as unknown as Record<string, unknown>)[key];
    if (typeof value === 'string') facts[key] = scrub(value);
    else if (typeof value === 'number') facts[key] = value;
  }
  const detail = error instanceof GatewayError ? error.detail : undefined;
  return {
    type: name,
    message: scrub(message),
    ...(detail === undefined ? {} : { detail: scrub(detail) }),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    ...(stack === undefined ? {} : { stack: framesOf(stack) }),
    ...(cause === undefined || depth >= CAUSES_MAX ? {} : { cause: loggedError(cause, depth + 1) }),
  };
}

/** Without the message, which stands before the frames and may have lines of its own. */
function framesOf(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, FRAMES_MAX)
    .map((frame) => scrub(frame.trim()))
    .join('\n');
}
