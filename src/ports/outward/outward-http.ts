import type { buildConnector, Dispatcher } from 'undici';

export interface RouteOptions {
  /** Bound on a direct connection (TCP and TLS), on a tunnel, and on TLS within it, each in ms of real time. */
  readonly connectTimeoutMs?: number;
  /** PEM. Without `ca` the authorities of Node, to which NODE_EXTRA_CA_CERTS adds. */
  readonly tls?: {
    readonly ca?: string | Buffer | undefined;
    readonly cert?: string | Buffer | undefined;
    readonly key?: string | Buffer | undefined;
  };
}

/** How one origin is reached. */
export interface Route {
  /** Calls back when a connection stands: through a proxy, when the tunnel and TLS within it stand. */
  readonly connect: buildConnector.connector;
  close(): Promise<void>;
}

/** The one door for HTTP that the gateway begins. It knows the proxies. */
export interface OutwardHttp {
  /** For requests that may be sent again: over shared connections. */
  readonly dispatcher: Dispatcher;
  /** For a client with connections of its own, which closes the route. */
  routeTo(origin: string, options?: RouteOptions): Route;
}
