import type { IssuerClient, IssuerTokens } from './issuer-client.js';
import { openSession, type OnEnd } from './open-session.js';
import { pageSignIn, type SignIn } from './page-settings.js';
import type { Token } from './session-tokens.js';
import type { Session } from './use-session.js';

const NAME = 'studio.sign-in';

/** Kept in this tab while the person is at the issuer. */
interface Pending {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Where the person wanted to be. */
  readonly address: string;
  readonly isRemembered: boolean;
}

const redirectUri = (): string => `${window.location.origin}/studio/`;

/** Leaves the studio for the issuer's page. */
export async function goToIssuer(signIn: SignIn, isRemembered: boolean): Promise<void> {
  const { IssuerClient, newChallenge } = await import('./issuer-client.js');
  const client = await IssuerClient.discover(signIn, redirectUri());
  const challenge = newChallenge();
  const url = await client.authorizationUrl(challenge);
  const address = window.location.pathname + window.location.search;
  const pending: Pending = { ...challenge, address, isRemembered };
  sessionStorage.setItem(NAME, JSON.stringify(pending));
  window.location.assign(url);
}

/** Goes on where the person has come back from the issuer; undefined where they have not. */
export async function openByIssuer(onEnd: OnEnd): Promise<Session | undefined> {
  const answer = new URLSearchParams(window.location.search);
  const kept = sessionStorage.getItem(NAME);
  if (kept === null || !(answer.has('code') || answer.has('error'))) return undefined;
  const pending = JSON.parse(kept) as Pending;
  // The code works once, and belongs in no history.
  sessionStorage.removeItem(NAME);
  window.history.replaceState(null, '', pending.address);
  const signIn = await pageSignIn();
  if (signIn === null) return undefined;
  const { IssuerClient } = await import('./issuer-client.js');
  const client = await IssuerClient.discover(signIn, redirectUri());
  const tokens = await client.exchange(answer, pending).catch((error: unknown) => {
    throw new Error(refusalOf(signIn, answer), { cause: error });
  });
  const { isRemembered } = pending;
  return await openSession({
    token: tokens.token,
    renew: renewal(client, tokens),
    isRemembered,
    onEnd,
  });
}

/** What an answer of the issuer that gives no token means, and what to do. */
function refusalOf({ name }: SignIn, answer: URLSearchParams): string {
  const reason = answer.get('error_description') ?? answer.get('error');
  return reason === null
    ? `The answer of ${name} does not belong to this sign-in. Sign in again.`
    : `${name} did not sign you in: ${reason}`;
}

/** Undefined where the issuer gives no refresh token: the session ends with its token. */
function renewal(client: IssuerClient, first: IssuerTokens): (() => Promise<Token>) | undefined {
  let { refreshToken } = first;
  if (refreshToken === undefined) return undefined;
  return async () => {
    const { isIssuerRefusal } = await import('./issuer-client.js');
    try {
      const next = await client.refresh(refreshToken ?? '');
      ({ refreshToken } = next);
      return next.token;
    } catch (error) {
      if (!isIssuerRefusal(error)) throw error;
      const ended = new Error('The issuer gives no token any more.', { cause: error });
      throw Object.assign(ended, { code: 'SESSION_ENDED' });
    }
  };
}
