import { met, notApplicable, open, type AsvsRow } from './row.js';

const NO_MEDIA =
  'Live media and its signaling run between the client and Runway; the gateway hands out the session and carries neither.';

/** V13: configuration. V14: data. V17: live media. */
export const OPERATION_ROWS: readonly AsvsRow[] = [
  met('V13.1.1', 'All connections of the gateway are listed.', [
    'docs/operating/security-inventory.md',
  ]),
  open(
    'V13.2.1',
    'Services authenticate to each other with short-lived or own credentials.',
    'Runway gives static secrets only. Postgres and Redis are reached with the passwords of their addresses; Postgres also takes client certificates. Static secrets can be replaced without a stop.',
  ),
  met(
    'V13.2.2',
    'The gateway can run with a database role that has the least rights.',
    ['docs/operating/audit-log.md'],
    ['test/contract/audit-log.test.ts'],
  ),
  met(
    'V13.2.3',
    'No default credentials between services.',
    ['src/config/settings', 'docs/operating/production.md'],
    ['test/unit/config-runway.test.ts', 'D30'],
  ),
  met(
    'V13.2.4',
    'The gateway calls addresses of its configuration, and public ones that tenants name for webhooks.',
    [
      'src/ports/outward/guarded-http.ts',
      'docs/operating/security-inventory.md',
      'src/scalars/public-host.ts',
      'src/ports/outward/outward-http.ts',
    ],
    ['T3', 'V4', 'V7', 'S4', 'test/unit/adapters/issuer-keys.test.ts'],
  ),
  met(
    'V13.2.5',
    'The gateway reads only files that its configuration names, and its own copies of outputs.',
    ['src/app/files/settings-files.ts', 'docs/operating/security-inventory.md'],
    ['I5'],
  ),
  open(
    'V13.3.1',
    'Secrets are kept in a vault.',
    'No secret is in the code or in an artefact. The gateway reads secrets from files that a vault mounts and takes new ones without a stop; which vault that is, the operator decides.',
  ),
  met(
    'V13.3.2',
    'Only the gateway can read its secrets.',
    ['src/adapters/files/create-private-file.ts', 'docs/operating/encryption.md'],
    ['M21', 'L3', 'D30'],
  ),
  notApplicable(
    'V13.4.1',
    'No version control is served.',
    'The gateway serves no files but the build of the studio, from memory, and those of an explorer that is off in production.',
  ),
  met(
    'V13.4.2',
    'Explorers and details of errors are off in production.',
    ['src/config/settings', 'src/api/errors/format-error.ts'],
    ['I6', 'I4'],
  ),
  notApplicable('V13.4.3', 'No listings of folders.', 'The gateway serves no folders.'),
  met('V13.4.4', 'TRACE is refused.', ['src/http/routes/front-door.ts'], ['I7']),
  met(
    'V13.4.5',
    'Documents and monitoring need a scope, or tell nothing.',
    [
      'src/http/routes/schema-route.ts',
      'src/http/routes/health.ts',
      'src/config/settings/metrics-settings.ts',
      'deploy/waf/nginx.conf.template',
    ],
    ['I1', 'I6', 'M20', 'test/waf/limits.ts'],
  ),
  met('V14.1.1', 'Sensitive data is classified.', [
    'docs/operating/security-inventory.md',
    'docs/operating/privacy.md',
  ]),
  met('V14.1.2', 'Each class has documented protection.', [
    'docs/operating/security-inventory.md',
    'docs/operating/encryption.md',
    'docs/operating/privacy.md',
  ]),
  met(
    'V14.2.1',
    'Credentials in addresses are refused.',
    ['src/http/requests/request-headers.ts'],
    ['T9'],
  ),
  met(
    'V14.2.2',
    'No cache between keeps a response.',
    ['src/http/answers/security-headers.ts'],
    ['M10', 'M9'],
  ),
  met(
    'V14.2.3',
    'Data goes to Runway and to no other party.',
    ['docs/operating/security-inventory.md'],
    ['L3', 'M7'],
  ),
  met(
    'V14.2.4',
    'Each class is protected as documented.',
    ['docs/operating/encryption.md', 'src/adapters/postgres/encryption'],
    [
      'S2',
      'L3',
      'test/contract/encryption/column-list.test.ts',
      'test/contract/erased-content.test.ts',
    ],
  ),
  met(
    'V14.3.1',
    'What the studio keeps in a tab is cleared at sign-out.',
    ['web/src/session/open-session.ts'],
    ['test/browser/studio/sign-in.test.ts'],
  ),
  met('V14.3.2', 'no-store on each response.', ['src/http/answers/security-headers.ts'], ['M10']),
  met(
    'V14.3.3',
    'Beside drafts of forms, a tab keeps a token alone, and that where the person wants it.',
    ['web/src/session/remembered-token.ts', 'docs/studio.md'],
    ['test/browser/studio/sign-in.test.ts', 'test/unit/web/session.test.ts'],
  ),
  notApplicable('V17.1.1', 'TURN reaches public addresses only.', NO_MEDIA),
  notApplicable('V17.2.1', 'The key of the DTLS certificate is protected.', NO_MEDIA),
  notApplicable('V17.2.2', 'Strong DTLS suites.', NO_MEDIA),
  notApplicable('V17.2.3', 'SRTP is authenticated.', NO_MEDIA),
  notApplicable('V17.2.4', 'Malformed SRTP does no harm.', NO_MEDIA),
  notApplicable('V17.3.1', 'Signaling stands a flood.', NO_MEDIA),
  notApplicable('V17.3.2', 'Signaling stands malformed messages.', NO_MEDIA),
];
