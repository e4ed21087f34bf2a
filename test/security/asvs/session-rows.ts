import { met, notApplicable, open, type AsvsRow } from './row.js';

/** V7: sessions, which here are tokens and open streams. */
export const SESSION_ROWS: readonly AsvsRow[] = [
  met('V7.1.1', 'Lifetimes of tokens and streams are documented.', [
    'docs/operating/access-tokens.md',
    'docs/operating/security-inventory.md',
  ]),
  met('V7.1.2', 'The number of streams of one caller is documented.', [
    'docs/operating/security-inventory.md',
    'docs/operating/limits.md',
  ]),
  met('V7.1.3', 'Issuers and their part in sessions are documented.', [
    'docs/operating/access-tokens.md',
  ]),
  met(
    'V7.2.1',
    'Tokens are verified by the gateway.',
    ['src/auth/token-verifier.ts', 'src/auth/verify-jwt.ts'],
    ['T1', 'T5'],
  ),
  open(
    'V7.2.2',
    'Sessions use tokens that are made for them, not static keys.',
    'Servers may use a key for every request. Keys can end, be rotated and be bound to addresses; browsers and jobs get tokens of an hour at most.',
  ),
  met(
    'V7.2.3',
    'Keys are random, with 128 bits or more.',
    ['src/domain/tenant/api-key.ts'],
    ['T11', 'test/unit/domain/api-key.test.ts'],
  ),
  notApplicable(
    'V7.2.4',
    'A login makes a new session and ends the old one.',
    'No session is kept that a sign-in could take over: each sign-in of the studio gets a new token, and each request shows its credential.',
  ),
  notApplicable(
    'V7.3.1',
    'Sessions end when they are idle.',
    'Nothing is kept for an idle caller. Tokens end within an hour, and streams end with their credential.',
  ),
  met(
    'V7.3.2',
    'Sessions have a longest life.',
    ['src/auth/verify-jwt.ts', 'src/services/tokens'],
    ['T4', 'W4', 'test/api/issue-token.test.ts'],
  ),
  met(
    'V7.4.1',
    'A credential that was taken back is refused from then on.',
    ['src/http/streams/open-streams.ts', 'src/auth/authenticate.ts'],
    ['T10', 'W4'],
  ),
  met(
    'V7.4.2',
    'A suspended or deleted tenant has no session left.',
    ['src/services/tenants'],
    ['test/security/suspended-tenant.test.ts', 'M19'],
  ),
  met(
    'V7.4.3',
    'A rotation can end the old secret and all its tokens at once.',
    ['src/services/keys', 'docs/operating/keys.md'],
    ['test/api/rotate-api-key.test.ts', 'T10'],
  ),
  met(
    'V7.4.4',
    'Every view of the studio offers to sign out.',
    ['web/src/app/shell.tsx'],
    ['test/browser/studio/sign-in.test.ts'],
  ),
  met(
    'V7.4.5',
    'Operators can end the sessions of one key and of a tenant.',
    ['docs/operating/tenants.md', 'src/services/keys'],
    ['test/api/suspend-tenant.test.ts', 'test/api/revoke-api-key.test.ts'],
  ),
  notApplicable(
    'V7.5.1',
    'Sensitive changes need a new login.',
    'No account has an address or a second factor to change. Changes of keys need a scope and leave a record.',
  ),
  open(
    'V7.5.2',
    'Callers see and end their sessions.',
    'Keys are listed and can be revoked, which ends their tokens and streams. Tokens are not listed one by one.',
  ),
  met(
    'V7.6.1',
    'Sessions of an issuer end as documented.',
    ['src/auth/external-token.ts', 'docs/operating/access-tokens.md'],
    ['T4', 'test/security/external-tokens.test.ts'],
  ),
  met(
    'V7.6.2',
    'Sessions of the studio begin by an act of a person.',
    ['web/src/session/sign-in-view.tsx'],
    ['test/browser/studio/sign-in.test.ts', 'test/browser/studio/oidc.test.ts'],
  ),
];
