import { met, notApplicable, type AsvsRow } from './row.js';

const NO_SERVER =
  'The gateway is no OAuth authorization server: it verifies tokens of others, and issues its own to holders of a key only.';
const NO_OPENID = 'The gateway is no OpenID provider.';
const NO_IDENTITY =
  'The studio takes nothing from an ID token: who a person is, the gateway reads from the access token.';

/** V9: tokens. V10: OAuth and OpenID Connect. */
export const TOKEN_ROWS: readonly AsvsRow[] = [
  met(
    'V9.1.1',
    'The signature is verified before a claim is read.',
    ['src/auth/verify-jwt.ts'],
    ['T1'],
  ),
  met(
    'V9.1.2',
    'Only listed, asymmetric algorithms are accepted.',
    ['src/domain/tenant/jwt-algorithm.ts', 'src/auth/verify-jwt.ts'],
    ['T1', 'T2', 'T8'],
  ),
  met(
    'V9.1.3',
    'Keys come from the configured issuer, never from the token.',
    ['src/adapters/jwks/issuer-keys.ts', 'src/auth/verify-jwt.ts'],
    ['T3'],
  ),
  met('V9.2.1', 'Times of a token are checked.', ['src/auth/verify-jwt.ts'], ['T4']),
  met('V9.2.2', 'Only access tokens are accepted.', ['src/auth/verify-jwt.ts'], ['T6']),
  met('V9.2.3', 'The audience must be this gateway.', ['src/auth/verify-jwt.ts'], ['T5']),
  met(
    'V9.2.4',
    'Issued tokens name their one audience.',
    ['src/services/tokens'],
    ['test/security/issued-tokens.test.ts'],
  ),
  met(
    'V10.1.1',
    'Tokens go nowhere else: not to Runway, not to logs.',
    ['src/adapters/runway/client/runway-client.ts'],
    ['T9', 'L3'],
  ),
  met(
    'V10.1.2',
    'The studio takes the response to its own request alone: state, nonce and verifier of the tab.',
    ['web/src/session/issuer-client.ts', 'web/src/session/open-by-issuer.ts'],
    ['test/browser/studio/oidc.test.ts'],
  ),
  met(
    'V10.2.1',
    'The studio’s code flow has PKCE and state.',
    ['web/src/session/issuer-client.ts', 'web/src/session/open-by-issuer.ts'],
    ['test/browser/studio/oidc.test.ts'],
  ),
  met(
    'V10.2.2',
    'The studio knows one issuer, and checks iss where the issuer sends it.',
    ['web/src/session/issuer-client.ts', 'web/src/session/open-by-issuer.ts'],
    ['test/browser/studio/oidc.test.ts'],
  ),
  met('V10.3.1', 'The audience must be this gateway.', ['src/auth/verify-jwt.ts'], ['T5']),
  met(
    'V10.3.2',
    'Scopes and limits of a token decide what it opens.',
    ['src/auth/external-token.ts', 'src/policy/permissions.ts'],
    ['Z4', 'test/security/issued-tokens.test.ts'],
  ),
  met(
    'V10.3.3',
    'A caller is the issuer together with its subject.',
    ['src/auth/external-token.ts'],
    ['T5', 'M2'],
  ),
  notApplicable(
    'V10.3.4',
    'Strength and age of an authentication.',
    'No field asks for a certain strength.',
  ),
  notApplicable('V10.4.1', 'Redirect addresses are exact.', NO_SERVER),
  notApplicable('V10.4.2', 'Codes work once.', NO_SERVER),
  notApplicable('V10.4.3', 'Codes end soon.', NO_SERVER),
  notApplicable('V10.4.4', 'Unsafe grants are not offered.', NO_SERVER),
  notApplicable('V10.4.5', 'Refresh tokens cannot be replayed.', NO_SERVER),
  notApplicable('V10.4.6', 'PKCE is required.', NO_SERVER),
  notApplicable('V10.4.7', 'Clients that register themselves.', NO_SERVER),
  notApplicable('V10.4.8', 'Refresh tokens end.', NO_SERVER),
  notApplicable('V10.4.9', 'Refresh tokens can be revoked.', NO_SERVER),
  notApplicable('V10.4.10', 'Confidential clients authenticate.', NO_SERVER),
  notApplicable('V10.4.11', 'Clients get the scopes that they need.', NO_SERVER),
  met(
    'V10.5.1',
    'An ID token must have the nonce of the request.',
    ['web/src/session/issuer-client.ts', 'web/src/session/open-by-issuer.ts'],
    ['test/browser/studio/oidc.test.ts'],
  ),
  notApplicable('V10.5.2', 'A person is named by a lasting claim.', NO_IDENTITY),
  met(
    'V10.5.3',
    'Metadata must name the configured issuer.',
    ['web/src/session/issuer-client.ts', 'web/src/session/open-by-issuer.ts'],
    ['test/browser/studio/oidc.test.ts'],
  ),
  met(
    'V10.5.4',
    'ID tokens must be for the studio’s client.',
    ['web/src/session/issuer-client.ts', 'web/src/session/open-by-issuer.ts'],
    ['test/browser/studio/oidc.test.ts'],
  ),
  notApplicable('V10.5.5', 'Logout by the back channel.', NO_OPENID),
  notApplicable('V10.6.1', 'Safe response types.', NO_OPENID),
  notApplicable('V10.6.2', 'Forced logout.', NO_OPENID),
  notApplicable('V10.7.1', 'Consent to each authorization.', NO_SERVER),
  notApplicable('V10.7.2', 'Consent that is informed.', NO_SERVER),
  notApplicable('V10.7.3', 'Consent that can be taken back.', NO_SERVER),
];
