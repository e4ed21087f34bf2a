import type { Client } from '@urql/core';
import { StudioViewerDocument } from '../generated/graphql.js';
import { Connection } from './connection.js';
import { dataOf, exchangeKey } from './exchange-key.js';
import { gatewayClient } from './gateway-client.js';
import { forgetToken, rememberedToken, rememberToken } from './remembered-token.js';
import { SessionTokens, type Token } from './session-tokens.js';
import type { Session } from './use-session.js';

/** Told when the session ends: by the person, or because no token can be had any more. */
export type OnEnd = (why: 'left' | 'ended') => void;

/** Signs in with an API key, which stays in the memory of this page. */
export async function openByKey(
  key: string,
  isRemembered: boolean,
  onEnd: OnEnd,
): Promise<Session> {
  let held = key;
  // Asked again when the gateway refuses what it was told last.
  const keyed = gatewayClient(() => held);
  const renew = (): Promise<Token> => exchangeKey(keyed, isRemembered);
  const adoptKey = (credential: string): void => {
    held = credential;
  };
  return await openSession({ token: await renew(), renew, keyed, adoptKey, isRemembered, onEnd });
}

/** Goes on with the token that this tab remembers; undefined where it remembers none. */
export async function openRemembered(onEnd: OnEnd): Promise<Session | undefined> {
  const token = rememberedToken(sessionStorage, Date.now());
  if (token === undefined) return undefined;
  return await openSession({ token, renew: undefined, isRemembered: true, onEnd });
}

interface SessionStart {
  readonly token: Token;
  readonly renew: (() => Promise<Token>) | undefined;
  readonly keyed?: Client;
  readonly adoptKey?: (credential: string) => void;
  readonly isRemembered: boolean;
  readonly onEnd: OnEnd;
}

/** Throws where the token is refused. */
export async function openSession({
  token,
  renew,
  keyed,
  adoptKey = () => undefined,
  isRemembered,
  onEnd,
}: SessionStart): Promise<Session> {
  const remember = (next: Token): void => {
    if (isRemembered) rememberToken(sessionStorage, next);
  };
  const end: OnEnd = (why) => {
    forgetToken(sessionStorage);
    onEnd(why);
  };
  const tokens = new SessionTokens({
    token,
    renew,
    onRenewed: remember,
    onEnded: () => {
      end('ended');
    },
  });
  const connection = new Connection();
  const client = gatewayClient(tokens.next, connection.noteStream);
  const { viewer } = dataOf(await client.query(StudioViewerDocument, {}).toPromise());
  if (viewer === null) throw new Error('The gateway does not say who asks.');
  remember(token);
  const scopes = new Set(viewer.scopes);
  return {
    client,
    viewer,
    connection,
    has: (scope) => scopes.has(scope),
    keyed,
    adoptKey,
    signOut: () => {
      // Drafts and cursors are the person's own.
      sessionStorage.clear();
      end('left');
    },
  };
}
