import { met, notApplicable, open, type AsvsRow } from './row.js';

const NO_PASSWORDS =
  'There are no accounts with passwords: callers show keys, or tokens of an OAuth issuer.';
const NO_CODES = 'The gateway sends and takes no one-time codes.';

/** V6: authentication. */
export const AUTHENTICATION_ROWS: readonly AsvsRow[] = [
  met('V6.1.1', 'Limits on guessing are documented, and lock no good caller out.', [
    'docs/operating/limits.md',
  ]),
  notApplicable('V6.1.2', 'Words that passwords must not hold.', NO_PASSWORDS),
  met('V6.1.3', 'All ways to authenticate are documented together.', [
    'docs/operating/keys.md',
    'docs/operating/access-tokens.md',
    'docs/operating/tls-and-proxies.md',
  ]),
  notApplicable('V6.2.1', 'Length of passwords.', NO_PASSWORDS),
  notApplicable('V6.2.2', 'Passwords can be changed.', NO_PASSWORDS),
  notApplicable('V6.2.3', 'A change needs the present password.', NO_PASSWORDS),
  notApplicable('V6.2.4', 'Common passwords are refused.', NO_PASSWORDS),
  notApplicable('V6.2.5', 'Passwords of any characters.', NO_PASSWORDS),
  notApplicable('V6.2.6', 'Fields hide passwords.', NO_PASSWORDS),
  notApplicable('V6.2.7', 'Passwords can be pasted.', NO_PASSWORDS),
  notApplicable('V6.2.8', 'Passwords are compared as they came.', NO_PASSWORDS),
  notApplicable('V6.2.9', 'Long passwords are permitted.', NO_PASSWORDS),
  notApplicable('V6.2.10', 'Passwords do not expire.', NO_PASSWORDS),
  notApplicable('V6.2.11', 'Passwords hold no listed words.', NO_PASSWORDS),
  notApplicable('V6.2.12', 'Breached passwords are refused.', NO_PASSWORDS),
  met(
    'V6.3.1',
    'Guessing is limited as documented.',
    ['src/http/throttling/wrong-credentials.ts'],
    ['T11', 'B3'],
  ),
  met(
    'V6.3.2',
    'There are no default credentials: a first start makes a random key.',
    ['src/app/operator-key-file.ts', 'src/services/keys'],
    ['D30'],
  ),
  open(
    'V6.3.3',
    'Access needs more than one factor.',
    'A key alone opens what its scopes permit. Addresses of a key and client certificates can be required beside it, but nothing demands them. People who need a second factor use tokens of an OAuth issuer that asks for it.',
  ),
  met(
    'V6.3.4',
    'Every way to authenticate is checked alike, and there is no other.',
    ['src/auth/authenticate.ts'],
    ['W7', 'T6', 'test/unit/auth/authenticate.test.ts'],
  ),
  open(
    'V6.4.1',
    'Initial secrets are random, and end soon.',
    'The operator key of a first start is random but has no end of its own. Replace it with keys of fewer scopes that end; the access review lists keys without an end.',
  ),
  notApplicable('V6.4.2', 'No secret questions.', NO_PASSWORDS),
  notApplicable('V6.4.3', 'Forgotten passwords.', NO_PASSWORDS),
  notApplicable('V6.4.4', 'Lost factors.', 'Factors of people are managed by their OAuth issuer.'),
  notApplicable('V6.5.1', 'Codes work once.', NO_CODES),
  notApplicable('V6.5.2', 'Codes are stored as hashes.', NO_CODES),
  notApplicable('V6.5.3', 'Codes are random.', NO_CODES),
  notApplicable('V6.5.4', 'Codes cannot be guessed.', NO_CODES),
  notApplicable('V6.5.5', 'Codes end.', NO_CODES),
  notApplicable('V6.6.1', 'Codes by telephone.', NO_CODES),
  notApplicable('V6.6.2', 'Codes belong to one request.', NO_CODES),
  notApplicable('V6.6.3', 'Codes cannot be tried without end.', NO_CODES),
  met(
    'V6.8.1',
    'A subject of one issuer is never that of another.',
    ['src/auth/external-token.ts', 'src/auth/trusted-issuers.ts'],
    ['T5', 'test/security/external-tokens.test.ts'],
  ),
  met(
    'V6.8.2',
    'Unsigned and wrongly signed tokens are refused.',
    ['src/auth/verify-jwt.ts'],
    ['T1', 'T2'],
  ),
  notApplicable('V6.8.3', 'SAML assertions are used once.', 'The gateway takes no SAML.'),
  notApplicable(
    'V6.8.4',
    'Strength and age of an authentication.',
    'No field asks for a certain strength. An issuer gives scopes only to callers whom it has authenticated as it requires.',
  ),
];
