/** Why a credential was not enough (RFC 6750, 3.1). */
export type ChallengeReason = 'missing' | 'invalid_token' | 'insufficient_scope';

/**
 * The value of `WWW-Authenticate`: what is wrong with the credential, and where the metadata are that
 * name the issuers of better ones (RFC 9728, 5.1). A request without a credential is told no error.
 */
export function challenge(
  reason: ChallengeReason,
  options: { readonly metadataUrl?: string | undefined; readonly scope?: string | undefined },
): string {
  const { metadataUrl, scope } = options;
  const parameters = [
    ...(reason === 'missing' ? [] : [`error="${reason}"`]),
    ...(scope === undefined ? [] : [`scope="${scope}"`]),
    ...(metadataUrl === undefined ? [] : [`resource_metadata="${metadataUrl}"`]),
  ];
  return parameters.length === 0 ? 'Bearer' : `Bearer ${parameters.join(', ')}`;
}
