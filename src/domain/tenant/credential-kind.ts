/**
 * The kind of a viewer's credential: an API key, a token that this gateway has issued for one, or
 * an access token of an external OAuth issuer.
 */
export const CREDENTIAL_KINDS = ['key', 'token', 'issuer'] as const;

export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];
