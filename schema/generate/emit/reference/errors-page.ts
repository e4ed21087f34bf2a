import { ERRORS } from '../../../../src/error-registry.js';
import { markdownTable, referencePage } from './markdown.js';

/** docs/reference/errors.md, from the registry of error codes. */
export function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(([code, { status, retryable, message }]) => [
    `\`${code}\``,
    String(status),
    retryable ? 'yes' : '',
    message,
  ]);
  return referencePage('src/error-registry.ts', [
    '# Errors',
    'The `extensions` of an error carry `code`, `requestId` and `retryable`, and where they help `retryAfterMs` and `issues` (at most 20, each with `path`, `message` and `rule`, and with `allowed` where the rule has bounds). An answer of Runway that refused the request is `runway`: its `status`, and where Runway gave them `code`, `message`, `emptiedBy` (the filters that left a router no model) and `docUrl`. The message of an issue whose rule begins with `runway:` is Runway’s, too.',
    '`requiredScopes` lists the scopes that a credential must have and lacks, e.g. `["generate:video"]`; it comes with `FORBIDDEN` where a scope is the reason.',
    'When nothing was executed, the HTTP status is that of the first error; errors of fields come with 200. The gateway’s own messages repeat no value that a client sent; Runway’s words may.',
    markdownTable(['code', 'HTTP status', 'retryable', 'meaning'], rows),
  ]);
}
