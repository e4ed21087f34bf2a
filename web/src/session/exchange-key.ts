import type { AnyVariables, Client, OperationResult } from '@urql/core';
import { gatewayErrorOf } from '../../../client/src/urql.js';
import { StudioTokenDocument, StudioViewerDocument } from '../generated/graphql.js';
import type { Token } from './session-tokens.js';

/** 15 min: a token that is lost is useful for a short time. It is renewed while the page is open. */
const TOKEN_SECONDS = 900;

/** 1 h, the longest: a token that is remembered is not renewed after a reload. */
const REMEMBERED_SECONDS = 3_600;

/** A token with all rights of the key that `keyed` sends. */
export async function exchangeKey(keyed: Client, isRemembered: boolean): Promise<Token> {
  const options = { requestPolicy: 'network-only' } as const;
  const { viewer } = dataOf(await keyed.query(StudioViewerDocument, {}, options).toPromise());
  const input = {
    scopes: viewer?.scopes ?? [],
    expiresInSeconds: isRemembered ? REMEMBERED_SECONDS : TOKEN_SECONDS,
  };
  const { issueToken } = dataOf(await keyed.mutation(StudioTokenDocument, { input }).toPromise());
  if (issueToken === null) throw new Error('There is no token.');
  return { text: issueToken.token, expiresAt: Date.parse(issueToken.expiresAt) };
}

/** The data of an answer. Throws the gateway's error. */
export function dataOf<Data, Variables extends AnyVariables>(
  result: OperationResult<Data, Variables>,
): Data {
  const error = gatewayErrorOf(result.error) ?? result.error;
  if (error !== undefined) throw error;
  if (result.data === undefined) throw new Error('The gateway gave no answer.');
  return result.data;
}
