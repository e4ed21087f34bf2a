import { met, notApplicable, type AsvsRow } from './row.js';

const PARSES_NONE = 'The gateway reads and writes no such language.';

/** V1: encoding, sanitizing, injection. */
export const ENCODING_ROWS: readonly AsvsRow[] = [
  met(
    'V1.1.1',
    'Input is decoded once, before it is checked.',
    ['src/http/bodies/read-body.ts', 'src/http/requests/parse-request.ts'],
    ['C5', 'C11'],
  ),
  met(
    'V1.1.2',
    'Output is encoded last, by the code that writes it.',
    ['src/http/answers/answer.ts', 'src/adapters/log/log-text.ts'],
    ['L2', 'test/security/json-answers.test.ts'],
  ),
  met(
    'V1.2.1',
    'Responses are encoded for their format.',
    ['src/http/answers/answer.ts', 'src/http/explorers/sandbox-page.ts'],
    ['I5', 'I6'],
  ),
  met(
    'V1.2.2',
    'Addresses are built with encoding, and only safe protocols pass.',
    ['src/scalars/media-uri.ts', 'src/adapters/runway/client/path-id.ts'],
    ['V3', 'M2'],
  ),
  met(
    'V1.2.3',
    'JSON and scripts are not put together from texts.',
    ['src/http/answers/answer.ts', 'src/http/explorers/page-nonce.ts'],
    ['test/security/json-answers.test.ts', 'test/security/explorers-face.test.ts'],
  ),
  met(
    'V1.2.4',
    'Statements of SQL take values as parameters.',
    ['src/adapters/postgres/connection/statement.ts'],
    ['test/contract/statement.test.ts', 'C11'],
  ),
  notApplicable('V1.2.5', 'Commands of the system.', 'The gateway starts no other process.'),
  notApplicable('V1.2.6', 'LDAP queries.', PARSES_NONE),
  notApplicable('V1.2.7', 'XPath queries.', PARSES_NONE),
  notApplicable('V1.2.8', 'LaTeX processors.', PARSES_NONE),
  notApplicable(
    'V1.2.9',
    'Texts inside regular expressions.',
    'No pattern is built of input. Only the emulator, which is for development, builds patterns.',
  ),
  notApplicable('V1.3.1', 'HTML of users.', 'No input is taken or shown as HTML.'),
  met(
    'V1.3.2',
    'No text is run as code.',
    ['test/config/eslint.config.mjs'],
    ['test/unit/habits/lint.test.ts'],
  ),
  met(
    'V1.3.3',
    'Texts are bounded and cleaned before they reach the store, the log or a header.',
    ['src/scalars/request-input.ts', 'src/adapters/log/log-text.ts'],
    ['C11', 'L2', 'V1'],
  ),
  notApplicable('V1.3.4', 'SVG of users.', 'SVG is not among the accepted types of images.'),
  notApplicable('V1.3.5', 'Markdown, CSS and similar of users.', PARSES_NONE),
  met(
    'V1.3.6',
    'Media addresses of clients are never called, and addresses of webhooks only where they are public.',
    ['src/scalars/public-host.ts', 'src/domain/special-addresses.ts', 'docs/threat-model.md'],
    ['V3', 'V4', 'V8', 'T3'],
  ),
  notApplicable('V1.3.7', 'Templates.', 'There is no engine for templates.'),
  notApplicable('V1.3.8', 'JNDI.', PARSES_NONE),
  notApplicable('V1.3.9', 'Memcache.', 'The gateway does not use it.'),
  met(
    'V1.3.10',
    'Texts of clients are never formats.',
    ['src/adapters/log/pino-logger.ts'],
    ['L2', 'test/unit/adapters/pino-logger.test.ts'],
  ),
  notApplicable('V1.3.11', 'Mail.', 'The gateway sends no mail.'),
  notApplicable('V1.4.1', 'Safe memory.', 'JavaScript manages memory; no part of ours is native.'),
  met(
    'V1.4.2',
    'Numbers are checked for range.',
    ['src/domain/pricing/credits.ts', 'src/scalars/rules'],
    ['V1', 'D27', 'test/unit/domain/credits.test.ts'],
  ),
  met(
    'V1.4.3',
    'Memory, sockets and listeners are given back.',
    ['src/http/connections/open-connections.ts', 'src/concurrency/open-work.ts'],
    ['D9', 'D16'],
  ),
  notApplicable('V1.5.1', 'XML parsers.', PARSES_NONE),
  met(
    'V1.5.2',
    'Only JSON is read, and each value is checked against its shape.',
    ['src/http/requests/parse-request.ts', 'src/domain/runway-answer.ts'],
    ['V6', 'V2', 'Q13'],
  ),
];
