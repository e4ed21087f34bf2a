import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';

/** The resource that tokens are asked for: its tokens are JWTs of RFC 9068. */
export interface ProtectedApi {
  readonly resource: string;
  readonly scope: string;
  readonly tenant: string;
  /** How long an access token lives. */
  readonly accessTokenSeconds?: number;
}

/** A page: it has no secret, and may be at any address of this machine. */
export const PUBLIC_CLIENT = 'studio';

export const CLIENT = {
  id: 'job',
  secret: 'a-secret-of-the-job-that-is-long-enough',
  redirectUri: 'http://127.0.0.1:9/callback',
} as const;

const TTL_SECONDS = 600;

/** A real authorization server (OAuth 2.0, OpenID Connect) in this process. */
export class OidcServer {
  readonly #server: Server;
  readonly url: string;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async start(api: ProtectedApi): Promise<OidcServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    // Here, so that a test can keep what it says of Node's version to itself.
    const { default: Provider } = await import('oidc-provider');
    const provider = new Provider(url, configuration(api));
    allowPages(provider);
    const handle = provider.callback();
    server.on('request', (request, response) => void handle(request, response));
    return new OidcServer(server, url);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** The address of a test's gateway is known only when it listens. */
function allowPages({ Client }: Provider): void {
  const { redirectUriAllowed } = Client.prototype;
  Client.prototype.redirectUriAllowed = function (uri) {
    const isPage = this.clientId === PUBLIC_CLIENT && new URL(uri).hostname === '127.0.0.1';
    return isPage || redirectUriAllowed.call(this, uri);
  };
}

function configuration({
  resource,
  scope,
  tenant,
  accessTokenSeconds = TTL_SECONDS,
}: ProtectedApi): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        grant_types: ['client_credentials', 'authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [CLIENT.redirectUri],
      },
      {
        client_id: PUBLIC_CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [CLIENT.redirectUri],
      },
    ],
    scopes: ['openid', 'offline_access', ...scope.split(' ')],
    issueRefreshToken: () => true,
    clientBasedCORS: () => true,
    pkce: { required: () => true },
    extraTokenClaims: () => ({ tenant }),
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accessTokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: {
      AccessToken: accessTokenSeconds,
      ClientCredentials: TTL_SECONDS,
      Grant: TTL_SECONDS,
      IdToken: TTL_SECONDS,
      Interaction: TTL_SECONDS,
      RefreshToken: TTL_SECONDS,
      Session: TTL_SECONDS,
    },
    cookies: { keys: ['cookies of a test'] },
    renderError: (context: KoaContextWithOIDC, out) => {
      context.type = 'json';
      context.body = out;
    },
  };
}
