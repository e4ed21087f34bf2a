import {
  IssueTokenDocument,
  type IssueTokenInput,
  type Scope,
} from '../../../client/src/generated/graphql.js';
import type { TestGateway } from '../gateway/start-gateway.js';

/** A token for the holder of the key, good for an hour. */
export async function issueToken(
  gateway: TestGateway,
  key: string,
  input: Partial<IssueTokenInput> & { readonly scopes: Scope[] },
): Promise<string> {
  const all = { expiresInSeconds: 3_600, ...input };
  const { issueToken: issued } = await gateway.data(IssueTokenDocument, { input: all }, key);
  return issued.token;
}

/** What stands in a JWT, unverified. */
export function partsOf(token: string): {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
} {
  const [header, claims] = token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as object);
  return { header: { ...header }, claims: { ...claims } };
}
