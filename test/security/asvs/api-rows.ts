import { met, notApplicable, open, type AsvsRow } from './row.js';

/** V4: web services. V5: files. */
export const API_ROWS: readonly AsvsRow[] = [
  met(
    'V4.1.1',
    'Each response with a body names its type and charset.',
    ['src/http/answers/answer.ts'],
    ['I5', 'test/security/json-answers.test.ts'],
  ),
  met(
    'V4.1.2',
    'Plain http is refused and not redirected.',
    [
      'src/http/requests/request-admission.ts',
      'deploy/waf/nginx.conf.template',
      'docs/operating/tls-and-proxies.md',
    ],
    ['C8', 'test/waf/limits.ts'],
  ),
  met(
    'V4.1.3',
    'Headers of proxies are believed from listed proxies only.',
    [
      'src/http/connections/client-address.ts',
      'src/http/connections/client-scheme.ts',
      'deploy/waf/nginx.conf.template',
    ],
    ['C9', 'test/waf/limits.ts'],
  ),
  met(
    'V4.2.1',
    'Ambiguous framing of HTTP is refused.',
    ['src/http/requests/early-refusals.ts', 'deploy/waf/nginx.conf.template'],
    ['C6', 'test/security/request-lines.test.ts', 'test/waf/framing.ts'],
  ),
  met(
    'V4.3.1',
    'Depth, aliases, cost and points bound each document.',
    ['src/policy/check-document.ts', 'src/policy/document/cost.ts'],
    ['Q1', 'Q2', 'Q4', 'Q5', 'Q6', 'test/security/trusted-documents.test.ts'],
  ),
  met(
    'V4.3.2',
    'Introspection needs a scope.',
    ['docs/decisions/0045-introspection-is-a-scope.md', 'src/policy/check-document.ts'],
    ['I1', 'I2', 'I3'],
  ),
  met(
    'V4.4.1',
    'WebSockets use TLS.',
    ['src/http/web-sockets/upgrade-door.ts', 'src/http/requests/request-admission.ts'],
    ['C8', 'test/security/tls.test.ts'],
  ),
  met(
    'V4.4.2',
    'The origin of a WebSocket is checked.',
    ['src/http/web-sockets/upgrade-door.ts', 'src/http/browsers/origins.ts'],
    ['W2'],
  ),
  met(
    'V4.4.3',
    'A WebSocket has a credential of its own, which ends as elsewhere.',
    ['src/http/web-sockets/socket-session.ts', 'src/http/streams/open-streams.ts'],
    ['W4', 'T10', 'W10'],
  ),
  notApplicable(
    'V4.4.4',
    'A session moves from HTTPS to a WebSocket.',
    'There are no sessions to move: each socket shows its credential.',
  ),
  met('V5.1.1', 'Types, sizes and treatment of files are documented.', [
    'docs/media.md',
    'docs/operating/archive.md',
    'docs/threat-model.md',
  ]),
  met(
    'V5.2.1',
    'Files are bounded in size.',
    ['src/scalars/media-uri.ts', 'src/http/bodies/open-bodies.ts'],
    ['V5', 'Q7', 'R6'],
  ),
  open(
    'V5.2.2',
    'The content of a file fits its type.',
    'The type and the encoding of a data URI are checked, its bytes are not: Runway decodes the media and refuses what it cannot read.',
  ),
  notApplicable('V5.2.3', 'Archives are bounded.', 'The gateway unpacks nothing.'),
  met(
    'V5.3.1',
    'Files that others made are not run.',
    ['src/http/outputs/output-answer.ts', 'src/domain/archive/media-type.ts'],
    ['M6'],
  ),
  met(
    'V5.3.2',
    'Paths are built of ids that the gateway makes.',
    ['src/domain/archive/output-id.ts', 'docs/operating/archive.md'],
    ['F25', 'M18'],
  ),
  met(
    'V5.4.1',
    'Names of downloads are set by the server.',
    ['src/http/outputs/output-answer.ts'],
    ['M6', 'M18'],
  ),
  met(
    'V5.4.2',
    'Names of downloads are made of an id and a known ending.',
    ['src/http/outputs/output-answer.ts'],
    ['M18'],
  ),
  open(
    'V5.4.3',
    'Files are scanned for malware.',
    'Outputs are media that Runway made. The gateway knows them by their first bytes, serves them as files to save, on an origin apart, and scans nothing.',
  ),
];
