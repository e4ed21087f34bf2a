import * as oauth from 'oauth4webapi';
import type { SignIn } from './page-settings.js';
import type { Token } from './session-tokens.js';

/** The tokens of a grant. The refresh token stays in this page's memory. */
export interface IssuerTokens {
  readonly token: Token;
  readonly refreshToken: string | undefined;
}

/** What must be the same before and after the person has been at the issuer. */
export interface Challenge {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** An issuer of OpenID Connect, as a public client with PKCE uses it. */
export class IssuerClient {
  readonly #signIn: SignIn;
  readonly #server: oauth.AuthorizationServer;
  readonly #redirectUri: string;

  private constructor(signIn: SignIn, server: oauth.AuthorizationServer, redirectUri: string) {
    this.#signIn = signIn;
    this.#server = server;
    this.#redirectUri = redirectUri;
  }

  static async discover(signIn: SignIn, redirectUri: string): Promise<IssuerClient> {
    const issuer = new URL(signIn.issuer);
    const response = await oauth.discoveryRequest(issuer, requestOptions(signIn));
    const server = await oauth.processDiscoveryResponse(issuer, response);
    return new IssuerClient(signIn, server, redirectUri);
  }

  /** Where the person signs in. */
  async authorizationUrl({ verifier, state, nonce }: Challenge): Promise<URL> {
    const { authorization_endpoint: endpoint } = this.#server;
    if (endpoint === undefined) throw new Error('The issuer has no page to sign in at.');
    const { clientId, scope, resource } = this.#signIn;
    const url = new URL(endpoint);
    const parameters = {
      client_id: clientId,
      redirect_uri: this.#redirectUri,
      response_type: 'code',
      scope,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(resource !== null && { resource }),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url;
  }

  /** Exchanges the code of the answer. Throws where the answer is not the one to this challenge. */
  async exchange(answer: URLSearchParams, challenge: Challenge): Promise<IssuerTokens> {
    const checked = oauth.validateAuthResponse(this.#server, this.#client, answer, challenge.state);
    const response = await oauth.authorizationCodeGrantRequest(
      this.#server,
      this.#client,
      oauth.None(),
      checked,
      this.#redirectUri,
      challenge.verifier,
      this.#tokenOptions(),
    );
    const granted = await oauth.processAuthorizationCodeResponse(
      this.#server,
      this.#client,
      response,
      // Without the scope openid there is no ID token to hold the nonce.
      this.#signIn.scope.split(' ').includes('openid') ? { expectedNonce: challenge.nonce } : {},
    );
    return tokensOf(granted);
  }

  async refresh(refreshToken: string): Promise<IssuerTokens> {
    const response = await oauth.refreshTokenGrantRequest(
      this.#server,
      this.#client,
      oauth.None(),
      refreshToken,
      this.#tokenOptions(),
    );
    const granted = await oauth.processRefreshTokenResponse(this.#server, this.#client, response);
    return { ...tokensOf(granted), refreshToken: granted.refresh_token ?? refreshToken };
  }

  get #client(): oauth.Client {
    return { client_id: this.#signIn.clientId };
  }

  #tokenOptions(): oauth.TokenEndpointRequestOptions {
    const { resource } = this.#signIn;
    return {
      ...requestOptions(this.#signIn),
      ...(resource !== null && { additionalParameters: { resource } }),
    };
  }
}

export function newChallenge(): Challenge {
  return {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
  };
}

/** Whether the issuer refused, so that asking again would be refused again. */
export function isIssuerRefusal(error: unknown): boolean {
  return error instanceof oauth.ResponseBodyError;
}

// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out
const PLAIN_HTTP: typeof oauth.allowInsecureRequests = oauth.allowInsecureRequests;

/** The gateway's settings permit plain http for an issuer on the same machine alone. */
function requestOptions({ issuer }: SignIn): { [PLAIN_HTTP]?: boolean } {
  return issuer.startsWith('http:') ? { [PLAIN_HTTP]: true } : {};
}

/** 5 min, where an issuer does not say. */
const LIFE_SECONDS = 300;

function tokensOf(granted: oauth.TokenEndpointResponse): IssuerTokens {
  const { access_token: text, expires_in: seconds = LIFE_SECONDS } = granted;
  return {
    token: { text, expiresAt: Date.now() + seconds * 1_000 },
    refreshToken: granted.refresh_token,
  };
}
