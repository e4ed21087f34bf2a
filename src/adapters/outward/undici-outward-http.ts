import { buildConnector, Dispatcher, EnvHttpProxyAgent, type Pool } from 'undici';
import type { OutwardHttp, Route, RouteOptions } from '../../ports/outward/outward-http.js';
import { proxyTunnels, type OnTunnel } from './proxy-tunnels.js';

/** 10 s for what does not say it otherwise. */
const CONNECT_TIMEOUT_MS = 10_000;

/** Addresses of proxies, and the hosts that are reached without them. All of them may be secrets. */
export interface Proxies {
  /** For https, and for http where `http` is not set. */
  readonly https?: string | undefined;
  /** For http, and for https where `https` is not set. */
  readonly http?: string | undefined;
  /** Hosts, `.suffix` and `host:port` between commas, or `*`. */
  readonly none?: string | undefined;
}

/**
 * HTTP to Runway, to issuers and to collectors. Whatever goes through a proxy goes through a tunnel (CONNECT), also http. So a proxy
 * sees no request, and cannot answer in the place of a server.
 */
export class UndiciOutwardHttp implements OutwardHttp {
  readonly #proxies: Proxies;
  readonly #onTunnel: OnTunnel;
  readonly #shared: EnvHttpProxyAgent;

  constructor(proxies: Proxies = {}, onTunnel: OnTunnel = () => undefined) {
    this.#proxies = proxies;
    this.#onTunnel = onTunnel;
    this.#shared = new EnvHttpProxyAgent(this.#agentOptions({}));
  }

  get dispatcher(): Dispatcher {
    return this.#shared;
  }

  routeTo(origin: string, options: RouteOptions = {}): Route {
    let connect: buildConnector.connector | undefined;
    const agent = new EnvHttpProxyAgent({
      ...this.#agentOptions(options),
      factory: (_origin, chosen: Pool.Options) => {
        connect = chosen.connect as buildConnector.connector;
        return new Unused();
      },
    });
    // Undici decides by the origin, and hands what it has chosen to the factory.
    agent.dispatch({ origin, path: '/', method: 'GET' }, {});
    if (connect === undefined) throw new Error('Undici has chosen no connector.');
    return { connect, close: () => agent.destroy() };
  }

  /** Ends the shared connections. */
  async close(): Promise<void> {
    await this.#shared.destroy();
  }

  #agentOptions({ connectTimeoutMs = CONNECT_TIMEOUT_MS, tls = {} }: RouteOptions) {
    const strict = {
      timeout: connectTimeoutMs,
      // Explicit, so that NODE_TLS_REJECT_UNAUTHORIZED cannot switch it off.
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2' as const,
    };
    const given = Object.entries(tls).filter(([, value]) => value !== undefined);
    const ofServer = { ...strict, ...Object.fromEntries(given) };
    const tunnels = { timeoutMs: connectTimeoutMs, onTunnel: this.#onTunnel };
    return {
      // Never undefined: undici would read the environment, which only the settings do.
      httpsProxy: this.#proxies.https ?? '',
      httpProxy: this.#proxies.http ?? '',
      noProxy: this.#proxies.none ?? '',
      connect: buildConnector(ofServer),
      requestTls: ofServer,
      proxyTls: strict,
      clientFactory: (proxy: URL, options: Pool.Options) => proxyTunnels(proxy, options, tunnels),
    };
  }
}

/** Stands where undici would open connections, and opens none. */
class Unused extends Dispatcher {
  override dispatch(): boolean {
    return true;
  }

  override close = (): Promise<void> => Promise.resolve();

  override destroy = (): Promise<void> => Promise.resolve();
}
