import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import proxyAddr from 'proxy-addr';
import { headerValues } from '../requests/request-headers.js';

/** Over what clients come: `X-Forwarded-Proto` is believed of trusted proxies alone. */
export class ClientSchemes {
  readonly #isTrusted: (address: string, hops: number) => boolean;

  /** `trustedProxies`: subnets, addresses, or names that proxy-addr knows, as config.ts checks them. */
  constructor(trustedProxies: readonly string[]) {
    this.#isTrusted = proxyAddr.compile([...trustedProxies]);
  }

  /**
   * Undefined where nothing is known but that this connection has no TLS. Where several proxies have
   * added their word, all must have said https.
   */
  of(request: IncomingMessage): 'https' | 'http' | undefined {
    const told = this.#told(request);
    if (told !== undefined) return told;
    return request.socket instanceof TLSSocket ? 'https' : undefined;
  }

  #told(request: IncomingMessage): 'https' | 'http' | undefined {
    const values = headerValues(request, 'x-forwarded-proto');
    const { remoteAddress } = request.socket;
    if (values.length === 0 || remoteAddress === undefined) return undefined;
    if (!this.#isTrusted(remoteAddress, 0)) return undefined;
    const schemes = values.join(',').split(',');
    return schemes.every((scheme) => scheme.trim().toLowerCase() === 'https') ? 'https' : 'http';
  }
}
