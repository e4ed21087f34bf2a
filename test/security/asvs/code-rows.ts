import { met, open, type AsvsRow } from './row.js';

/** V15: code and dependencies. V16: logs and errors. */
export const CODE_ROWS: readonly AsvsRow[] = [
  met('V15.1.1', 'Times for updates and fixes of libraries are set.', [
    'docs/operating/audits.md',
    'docs/operating/updates.md',
  ]),
  met(
    'V15.1.2',
    'A bill of materials lists all libraries.',
    ['scripts/sbom.ts', 'docs/operating/updates.md'],
    ['S1', 'test/security/bill-of-materials.test.ts'],
  ),
  met('V15.1.3', 'Expensive functions and their limits are documented.', [
    'docs/operating/limits.md',
    'docs/failure-modes.md',
    'docs/operating/security-inventory.md',
  ]),
  met(
    'V15.2.1',
    'No library is older than the set times permit.',
    ['scripts/check-vulnerabilities.ts', 'docs/operating/updates.md', 'renovate.json'],
    ['S1', 'test/security/vulnerability-gate.test.ts'],
  ),
  met(
    'V15.2.2',
    'Expensive functions cannot take the gateway down.',
    ['src/policy/check-document.ts', 'src/http/requests/open-requests.ts'],
    ['Q1', 'Q10', 'Q13', 'D10', 'D12'],
  ),
  met(
    'V15.2.3',
    'Production runs nothing that is for development.',
    ['docs/operating/production.md', 'src/config/settings'],
    ['I6', 'test/unit/config-runway.test.ts'],
  ),
  met(
    'V15.3.1',
    'Answers hold the fields of the schema, and of no object more.',
    ['schema/schema.graphql', 'src/policy/permissions.ts'],
    ['Z1', 'I8'],
  ),
  met(
    'V15.3.2',
    'Redirects of Runway, of issuers and of receivers of webhooks are not followed.',
    ['src/adapters/runway/client/transport.ts', 'src/adapters/outward/undici-guarded-http.ts'],
    [
      'V7',
      'F18',
      'test/unit/adapters/issuer-keys.test.ts',
      'test/security/webhook-receivers.test.ts',
    ],
  ),
  met(
    'V15.3.3',
    'A request sets only what its input names.',
    ['src/generated/graph', 'src/api/input'],
    ['Z5', 'test/security/key-escalation.test.ts'],
  ),
  met(
    'V15.3.4',
    'The address of a client is that which a listed proxy names.',
    [
      'src/http/connections/client-address.ts',
      'deploy/waf/nginx.conf.template',
      'docs/operating/limits.md',
    ],
    ['C9', 'R2', 'test/waf/limits.ts'],
  ),
  met(
    'V15.3.5',
    'Types are checked, and compared strictly.',
    ['tsconfig.json', 'test/config/eslint.config.mjs'],
    ['test/unit/habits/lint.test.ts', 'V1'],
  ),
  met(
    'V15.3.6',
    'Names like __proto__ change no object.',
    ['src/policy/document', 'src/concurrency/sums.ts'],
    ['test/unit/policy/variables.test.ts', 'test/security/document-bombs.test.ts'],
  ),
  met(
    'V15.3.7',
    'A parameter that comes twice is refused.',
    ['src/http/requests/request-headers.ts', 'src/http/requests/parse-request.ts'],
    ['C11', 'test/security/idempotency-header.test.ts'],
  ),
  met('V16.1.1', 'Logs are listed: what, where, who reads them, how long.', [
    'docs/operating/security-inventory.md',
    'docs/operating/audit-log.md',
  ]),
  met(
    'V16.2.1',
    'A record says when, who, from where and what.',
    ['src/domain/audit.ts', 'src/http/requests/request-log.ts'],
    ['L1'],
  ),
  met(
    'V16.2.2',
    'Times are UTC.',
    ['src/adapters/log/pino-logger.ts', 'src/domain/audit.ts'],
    ['test/unit/adapters/pino-logger.test.ts', 'L1'],
  ),
  met(
    'V16.2.3',
    'Logs go only where the list says.',
    ['docs/operating/security-inventory.md', 'src/adapters/log/pino-logger.ts'],
    ['L3'],
  ),
  met(
    'V16.2.4',
    'Logs are JSON lines with request ids.',
    ['src/adapters/log/pino-logger.ts', 'docs/operating/production.md'],
    ['test/unit/adapters/pino-logger.test.ts'],
  ),
  met(
    'V16.2.5',
    'Logs hold no secrets, prompts or signed addresses.',
    ['src/adapters/log/log-text.ts', 'src/adapters/log/log-error.ts', 'deploy/waf/masked-log.awk'],
    ['L3', 'T9', 'test/waf/limits.ts', 'test/unit/deploy/firewall-scripts.test.ts'],
  ),
  met(
    'V16.3.1',
    'Authentications are recorded, good and bad.',
    ['src/http/requests/audited-refusals.ts', 'src/http/requests/request-log.ts'],
    ['L1', 'test/api/access-review.test.ts'],
  ),
  met(
    'V16.3.2',
    'Refusals of permissions are recorded.',
    ['src/policy/audit', 'src/http/requests/audited-refusals.ts'],
    ['L1'],
  ),
  met(
    'V16.3.3',
    'Attempts to get around limits and checks are recorded.',
    [
      'src/http/requests/audited-refusals.ts',
      'docs/operating/audit-log.md',
      'src/domain/alerts/alert-rules.ts',
    ],
    ['L1', 'L4'],
  ),
  met(
    'V16.3.4',
    'Unexpected errors and failures of TLS are logged.',
    ['src/api/errors/format-error.ts', 'src/app/last-words.ts'],
    ['I4', 'D13', 'F5'],
  ),
  met(
    'V16.4.1',
    'No value can begin a line of its own in a log.',
    ['src/adapters/log/log-text.ts'],
    ['L2'],
  ),
  met(
    'V16.4.2',
    'A changed audit log is found.',
    ['src/services/audit', 'docs/operating/audit-log.md'],
    ['L1', 'test/contract/operators-read-audit.test.ts'],
  ),
  open(
    'V16.4.3',
    'Logs are sent to a separate system.',
    'The gateway writes to standard output and to an anchor file, and exports the audit log. What collects them is part of an installation; the audit reports an installation without an anchor file.',
  ),
  met(
    'V16.5.1',
    'Clients see a fixed message and a request id.',
    ['src/error-registry.ts', 'src/api/errors/format-error.ts'],
    ['I4', 'I8', 'M7'],
  ),
  met(
    'V16.5.2',
    'The gateway stays secure while Runway, Postgres or Redis is away.',
    ['docs/failure-modes.md', 'src/services/upstream'],
    ['D7', 'D25', 'R3'],
  ),
  met(
    'V16.5.3',
    'A check that fails refuses.',
    ['src/policy/permissions.ts', 'src/auth/authenticate.ts'],
    ['Z7', 'V6', 'D13'],
  ),
];
