import { met, notApplicable, type AsvsRow } from './row.js';

const NO_COOKIES = 'The gateway sets no cookies and reads none.';

/** V3: browsers. */
export const BROWSER_ROWS: readonly AsvsRow[] = [
  met(
    'V3.2.1',
    'A browser cannot take a response for something else.',
    ['src/http/answers/security-headers.ts', 'src/http/outputs/output-answer.ts'],
    ['C7', 'I5', 'M6'],
  ),
  met(
    'V3.2.2',
    'Pages show text as text: the studio’s policy lets no text become markup or a script.',
    ['src/http/studio/studio-csp.ts', 'web/src'],
    ['test/security/studio-face.test.ts', 'test/browser/studio/sign-in.test.ts'],
  ),
  notApplicable('V3.3.1', 'Cookies are Secure.', NO_COOKIES),
  notApplicable('V3.3.2', 'Cookies have SameSite.', NO_COOKIES),
  notApplicable('V3.3.3', 'Cookies have the __Host- prefix.', NO_COOKIES),
  notApplicable('V3.3.4', 'Cookies are HttpOnly.', NO_COOKIES),
  met(
    'V3.4.1',
    'HSTS for a year, with subdomains, on each response.',
    ['src/http/answers/security-headers.ts', 'deploy/waf/refusal.conf'],
    ['C7', 'test/waf/limits.ts'],
  ),
  met(
    'V3.4.2',
    'Only listed origins may read responses.',
    ['src/http/browsers/cors.ts', 'src/http/browsers/origins.ts'],
    ['C4'],
  ),
  met(
    'V3.4.3',
    'A content security policy without objects and base addresses.',
    [
      'src/http/answers/security-headers.ts',
      'src/http/explorers/page-nonce.ts',
      'src/http/studio/studio-csp.ts',
    ],
    ['C7', 'test/security/explorers-face.test.ts', 'test/security/studio-face.test.ts'],
  ),
  met('V3.4.4', 'nosniff on each response.', ['src/http/answers/security-headers.ts'], ['C7']),
  met('V3.4.5', 'No referrer is sent.', ['src/http/answers/security-headers.ts'], ['C7']),
  met(
    'V3.4.6',
    'No page may frame a response.',
    ['src/http/answers/security-headers.ts'],
    ['C7', 'test/security/explorers-face.test.ts'],
  ),
  met(
    'V3.5.1',
    'A page of another origin cannot send a request that works.',
    ['src/http/browsers/origins.ts', 'src/http/requests/parse-request.ts'],
    ['C1', 'C3'],
  ),
  met(
    'V3.5.2',
    'Each request that works needs a preflight.',
    ['src/http/browsers/cors.ts'],
    ['C1', 'C3', 'C4'],
  ),
  met('V3.5.3', 'GET changes nothing.', ['src/http/requests/graphql-route.ts'], ['C2']),
  met(
    'V3.5.4',
    'Media have an origin of their own.',
    ['src/http/outputs/outputs-host.ts', 'src/config/settings/archive-settings.ts'],
    ['M6'],
  ),
  notApplicable('V3.5.5', 'postMessage is checked.', 'No page of ours listens to it.'),
  notApplicable(
    'V3.7.1',
    'No outdated technology in browsers.',
    'There are no plugins of any kind.',
  ),
  met(
    'V3.7.2',
    'No redirect leads to another host.',
    ['src/http/requests/request-admission.ts'],
    ['C8'],
  ),
];
