import { ERRORS } from '../../../../src/errors.js';
import { markdownTable, referencePage } from './markdown.js';

/** docs/reference/errors.md, from the registry of error codes. */
export function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(([code, { status, retryable, message }]) => [
    `\`${code}\``,
    String(status),
    retryable ? 'yes' : '',
    message,
  ]);
  return referencePage('src/errors.ts', [
    '# Errors',
    'The `extensions` of an error carry `code`, `requestId` and `retryable`, and where they help `retryAfterMs` and `issues` (`path`, `message`, `rule`, `allowed`). When nothing was executed, the HTTP status is that of the first error; errors of fields come with 200. No error repeats a value that a client sent.',
    markdownTable(['code', 'HTTP status', 'retryable', 'meaning'], rows),
  ]);
}
